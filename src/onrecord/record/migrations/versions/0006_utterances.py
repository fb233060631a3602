"""Circumstances and tellers of statements, copies of reports, and the acts of speech told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STRETCH = 65536
HOLDS_ITS_WORDS = """
CREATE TRIGGER {table}_hold_their_words BEFORE INSERT ON {table}
WHEN NEW.start IS NOT NULL AND NEW.quote IS NOT (
    SELECT CASE WHEN documents.characters <= {stretch}
        THEN substr(documents.text, NEW.start + 1, NEW.stop - NEW.start)
        ELSE (SELECT substr(group_concat(words, ''), NEW.start % {stretch} + 1,
                            NEW.stop - NEW.start)
              FROM (SELECT stretches.text AS words FROM stretches
                    WHERE stretches.document = documents.key AND stretches.position
                          BETWEEN NEW.start / {stretch} AND (NEW.stop - 1) / {stretch}
                    ORDER BY stretches.position))
        END
    FROM statements JOIN readings ON readings.key = statements.reading
    JOIN documents ON documents.key = readings.document
    WHERE statements.key = NEW.statement)
BEGIN
    SELECT RAISE(ABORT, 'a span that does not hold its words');
END
"""
NEVER_CHANGES = """
CREATE TRIGGER {table}_never_{event} BEFORE {event} ON {table}
BEGIN
    SELECT RAISE(ABORT, '{table} never change');
END
"""


def upgrade() -> None:
    # What was read before tells none of these; all of it counts as said.
    made = sa.Column("factuality", sa.Text(), nullable=False, server_default="made")
    op.add_column("statements", made)
    op.add_column("statements", sa.Column("said_words", sa.Text(), nullable=True))
    op.add_column("statements", sa.Column("said_found", sa.Text(), nullable=True))
    _of_statements()
    _of_reports()
    _of_utterances()
    for table in ("circumstances", "tellers"):
        op.execute(HOLDS_ITS_WORDS.format(table=table, stretch=STRETCH))
        for event in ("UPDATE", "DELETE"):
            op.execute(NEVER_CHANGES.format(table=table, event=event))


def _of_statements() -> None:
    op.create_table(
        "circumstances",
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("aspect", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.CheckConstraint("0 <= start AND start < stop"),
        sa.ForeignKeyConstraint(["statement"], ["statements.key"]),
        sa.PrimaryKeyConstraint("statement", "position"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tellers",
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("stop", sa.Integer(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("entity", sa.Integer(), nullable=True),
        sa.Column("telling", sa.Integer(), nullable=True),
        sa.CheckConstraint("start IS NULL OR (0 <= start AND start < stop)"),
        sa.ForeignKeyConstraint(["statement"], ["statements.key"]),
        sa.ForeignKeyConstraint(["entity"], ["entities.key"]),
        sa.ForeignKeyConstraint(["telling"], ["statements.key"]),
        sa.PrimaryKeyConstraint("statement", "position"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _of_reports() -> None:
    op.create_table(
        "signatures",
        sa.Column("document", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.key"]),
        sa.PrimaryKeyConstraint("document"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "copies",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("similarity", sa.REAL(), nullable=False),
        sa.PrimaryKeyConstraint("document", "kind"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("copies_of", "copies", ["of"], unique=False)
    op.create_table(
        "origins",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("document"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _of_utterances() -> None:
    op.create_table(
        "circles",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("name"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "utterances",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("circle", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["circle"], ["circles.key"]),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("utterances_circle", "utterances", ["circle"], unique=False)
    op.create_table(
        "tellings",
        sa.Column("statement", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("utterance", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("copy", sa.Integer(), nullable=False),
        sa.Column("similarity", sa.REAL(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.CheckConstraint("copy IN (0, 1)"),
        sa.ForeignKeyConstraint(["statement"], ["statements.key"]),
        sa.ForeignKeyConstraint(["utterance"], ["utterances.key"]),
        sa.PrimaryKeyConstraint("statement"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("tellings_utterance", "tellings", ["utterance", "position"], unique=True)
    op.create_table(
        "revisions",
        sa.Column("circle", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("fate", sa.Text(), nullable=False),
        sa.Column("earlier", sa.Integer(), nullable=True),
        sa.Column("later", sa.Integer(), nullable=True),
        sa.Column("similarity", sa.REAL(), nullable=False),
        sa.ForeignKeyConstraint(["circle"], ["circles.key"]),
        sa.ForeignKeyConstraint(["earlier"], ["statements.key"]),
        sa.ForeignKeyConstraint(["later"], ["statements.key"]),
        sa.PrimaryKeyConstraint("circle", "position"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("revisions_earlier", "revisions", ["earlier"], unique=False)
    op.create_index("revisions_later", "revisions", ["later"], unique=False)
    op.create_table(
        "utterances_aside",
        sa.Column("utterance", sa.Text(), nullable=False),
        sa.Column("found", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("utterance"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "compared",
        sa.Column("judgement", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("judgement", "part"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("compared_statement", "compared", ["statement"], unique=False)
