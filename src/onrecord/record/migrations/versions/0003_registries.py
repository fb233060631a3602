"""Registries and whether they are used, and the titles that reports give."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# What people gave is stored as it is; that a registry is used no more is a row, too.
NEVER_CHANGES = """
CREATE TRIGGER {table}_never_{event} BEFORE {event} ON {table}
BEGIN
    SELECT RAISE(ABORT, '{table} never change');
END
"""
NEVER_REPLACED = """
CREATE TRIGGER {table}_never_replaced BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})
BEGIN
    SELECT RAISE(ABORT, '{table} never change');
END
"""
KEPT = {
    "registries": "key = NEW.key OR id = NEW.id",
    "registered": "registry = NEW.registry AND position = NEW.position",
    "registry_uses": "key = NEW.key",
}


def upgrade() -> None:
    op.create_table(
        "registries",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "registered",
        sa.Column("registry", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["registry"], ["registries.key"]),
        sa.PrimaryKeyConstraint("registry", "position"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "registry_uses",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("registry", sa.Integer(), nullable=False),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("used IN (0, 1)"),
        sa.ForeignKeyConstraint(["registry"], ["registries.key"]),
        sa.PrimaryKeyConstraint("key"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("registry_uses_registry", "registry_uses", ["registry", "key"], unique=False)
    op.create_table(
        "tenures",
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("start", sa.Text(), nullable=True),
        sa.Column("stop", sa.Text(), nullable=True),
        sa.Column("registry", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("actor", "position"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "called",
        sa.Column("entity", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entity"], ["entities.key"]),
        sa.PrimaryKeyConstraint("entity", "position"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    for table, same in KEPT.items():
        for event in ("UPDATE", "DELETE"):
            op.execute(NEVER_CHANGES.format(table=table, event=event))
        op.execute(NEVER_REPLACED.format(table=table, same=same))
