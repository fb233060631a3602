"""The office of each term that a registry gives, as that of what reports call somebody."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # What was worked out before tells none until it is worked out anew.
    op.add_column("tenures", sa.Column("office", sa.Text(), nullable=False, server_default=""))
