"""Events of registries, and the dates that they give to what was said at them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

NEVER_CHANGES = """
CREATE TRIGGER registered_events_never_{event} BEFORE {event} ON registered_events
BEGIN
    SELECT RAISE(ABORT, 'registered_events never change');
END
"""


def upgrade() -> None:
    op.create_table(
        "registered_events",
        sa.Column("registry", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["registry"], ["registries.key"]),
        sa.PrimaryKeyConstraint("registry", "position"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "dated",
        sa.Column("statement", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Text(), nullable=False),
        sa.Column("stop", sa.Text(), nullable=False),
        sa.Column("granularity", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["statement"], ["statements.key"]),
        sa.PrimaryKeyConstraint("statement"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    for event in ("UPDATE", "DELETE"):
        op.execute(NEVER_CHANGES.format(event=event))
