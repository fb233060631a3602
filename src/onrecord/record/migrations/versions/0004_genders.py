"""The gender of an entity, where its report tells it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # What was read before tells none.
    op.add_column("entities", sa.Column("gender", sa.Text(), nullable=False, server_default=""))
