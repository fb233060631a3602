"""What judgements of actors changed, what the machine had, and what became of each judgement."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "set_aside",
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("found", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("actor"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "fates",
        sa.Column("judgement", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("judgement"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "meant",
        sa.Column("judgement", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("judgement", "id"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("meant_id", "meant", ["id"], unique=False)
    op.create_index("meant_actor", "meant", ["actor"], unique=False)
