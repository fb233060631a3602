"""The first tables: text, machine output, judgements, and the search over them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# A span holds the words it points at; a row that says otherwise is refused. `text` is in the
# form in which SQLite counts code points (see onrecord.record.words), and so is `quote`.
# A long text is looked up stretch by stretch: to count through all of it for every span would
# take the square of its length.
STRETCH = 65536
STRETCHES_HOLD_THE_TEXT = f"""
CREATE TRIGGER stretches_hold_the_text BEFORE INSERT ON stretches
WHEN NEW.text IS NOT (
    SELECT substr(documents.text, NEW.position * {STRETCH} + 1, {STRETCH})
    FROM documents WHERE documents.key = NEW.document)
BEGIN
    SELECT RAISE(ABORT, 'a stretch that does not hold its words');
END
"""
HOLDS_ITS_WORDS = """
CREATE TRIGGER {table}_hold_their_words BEFORE INSERT ON {table}
WHEN NEW.quote IS NOT (
    SELECT CASE WHEN documents.characters <= {stretch}
        THEN substr(documents.text, NEW.start + 1, NEW.stop - NEW.start)
        ELSE (SELECT substr(group_concat(words, ''), NEW.start % {stretch} + 1,
                            NEW.stop - NEW.start)
              FROM (SELECT stretches.text AS words FROM stretches
                    WHERE stretches.document = documents.key AND stretches.position
                          BETWEEN NEW.start / {stretch} AND (NEW.stop - 1) / {stretch}
                    ORDER BY stretches.position))
        END
    FROM {readings} JOIN documents ON documents.key = readings.document
    WHERE {own})
BEGIN
    SELECT RAISE(ABORT, 'a span that does not hold its words');
END
"""

# Stored is stored: REPLACE INTO is refused too, since it deletes without asking triggers.
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

# Search covers the rows that are shown, and only these.
SEARCH = """
CREATE VIEW shown_statements AS
SELECT statements.key, statements.quote, statements.source
FROM statements JOIN readings ON readings.key = statements.reading
WHERE readings.shown = 1;

CREATE VIEW shown_documents AS
SELECT documents.key, documents.title, documents.text FROM documents
WHERE EXISTS (
    SELECT 1 FROM readings WHERE readings.document = documents.key AND readings.shown = 1);

CREATE VIRTUAL TABLE statement_search USING fts5(
    quote, source, content='shown_statements', content_rowid='key',
    tokenize='unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE document_search USING fts5(
    title, text, content='shown_documents', content_rowid='key',
    tokenize='unicode61 remove_diacritics 2');

CREATE TRIGGER statements_are_searched AFTER INSERT ON statements
WHEN (SELECT shown FROM readings WHERE key = NEW.reading) = 1
BEGIN
    INSERT INTO statement_search (rowid, quote, source)
    VALUES (NEW.key, NEW.quote, NEW.source);
END;

CREATE TRIGGER documents_are_searched AFTER INSERT ON readings WHEN NEW.shown = 1
BEGIN
    INSERT INTO document_search (rowid, title, text)
    SELECT key, title, text FROM documents WHERE key = NEW.document;
END;

CREATE TRIGGER readings_are_superseded AFTER UPDATE OF shown ON readings
WHEN OLD.shown = 1 AND NEW.shown = 0
BEGIN
    INSERT INTO document_search (document_search, rowid, title, text)
    SELECT 'delete', key, title, text FROM documents WHERE key = NEW.document;
    INSERT INTO statement_search (statement_search, rowid, quote, source)
    SELECT 'delete', key, quote, source FROM statements WHERE reading = NEW.key;
END;

CREATE TRIGGER readings_are_superseded_for_good BEFORE UPDATE ON readings
WHEN NOT (OLD.shown = 1 AND NEW.shown = 0 AND OLD.key = NEW.key AND OLD.digest = NEW.digest
          AND OLD.document = NEW.document AND OLD.extractor = NEW.extractor)
BEGIN
    SELECT RAISE(ABORT, 'readings never change');
END
"""

KEPT = (
    *("captures", "places", "documents", "stretches", "blocks", "dates"),
    *("extractors", "drops", "entities", "statements", "spans", "mentions"),
    "judgements",
)


def upgrade() -> None:
    create_tables()
    op.execute("PRAGMA application_id = 0x6F6E7264")  # "onrd"
    for table, readings, own in (
        (
            "spans",
            "statements JOIN readings ON readings.key = statements.reading",
            "statements.key = NEW.statement",
        ),
        ("mentions", "readings", "readings.key = NEW.reading"),
    ):
        op.execute(HOLDS_ITS_WORDS.format(table=table, readings=readings, own=own, stretch=STRETCH))
    op.execute(STRETCHES_HOLD_THE_TEXT)
    for table in KEPT:
        for event in ("UPDATE", "DELETE"):
            op.execute(NEVER_CHANGES.format(table=table, event=event))
    op.execute(NEVER_CHANGES.format(table="readings", event="DELETE"))
    for table in ("documents", "judgements", "statements"):
        same = "key = NEW.key OR id = NEW.id" + (
            " AND version = NEW.version" if table == "documents" else ""
        )
        op.execute(NEVER_REPLACED.format(table=table, same=same))
    op.execute(NEVER_REPLACED.format(table="captures", same="digest = NEW.digest"))
    for statement in SEARCH.split(";\n\n"):
        op.execute(statement)


def create_tables() -> None:
    op.create_table(
        "actors",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "captures",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("encoding", sa.Text(), nullable=False),
        sa.Column("encoding_rule", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "extractors",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("name"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "judgements",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("judgements_anchor", "judgements", ["anchor"], unique=False)
    op.create_index("judgements_subject", "judgements", ["subject_id"], unique=False)
    op.create_table(
        "meta",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "skips",
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("path"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "aliases",
        sa.Column("actor", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor"],
            ["actors.key"],
        ),
        sa.PrimaryKeyConstraint("actor", "position"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("aliases_folded", "aliases", ["folded"], unique=False)
    op.create_index("aliases_last", "aliases", ["last"], unique=False)
    op.create_table(
        "documents",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("byline", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("published_start", sa.Text(), nullable=True),
        sa.Column("published_stop", sa.Text(), nullable=True),
        sa.Column("published_granularity", sa.Text(), nullable=True),
        sa.Column("published_text", sa.Text(), nullable=True),
        sa.Column("published_rule", sa.Text(), nullable=True),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("exact", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["digest"],
            ["captures.digest"],
        ),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id", "version"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "places",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("captured_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["digest"],
            ["captures.digest"],
        ),
        sa.PrimaryKeyConstraint("digest", "path"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "blocks",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("repeats", sa.Integer(), nullable=True),
        sa.CheckConstraint("0 <= start AND start < stop"),
        sa.ForeignKeyConstraint(
            ["document"],
            ["documents.key"],
        ),
        sa.PrimaryKeyConstraint("document", "position"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "stretches",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"],
            ["documents.key"],
        ),
        sa.PrimaryKeyConstraint("document", "position"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "dates",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Text(), nullable=False),
        sa.Column("stop", sa.Text(), nullable=False),
        sa.Column("granularity", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"],
            ["documents.key"],
        ),
        sa.PrimaryKeyConstraint("document", "position"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "readings",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("extractor", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["digest"],
            ["captures.digest"],
        ),
        sa.ForeignKeyConstraint(
            ["document"],
            ["documents.key"],
        ),
        sa.ForeignKeyConstraint(
            ["extractor"],
            ["extractors.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("digest", "extractor"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("readings_document", "readings", ["document"], unique=False)
    op.create_index(
        "readings_shown", "readings", ["digest"], unique=True, sqlite_where=sa.text("shown = 1")
    )
    op.create_table(
        "drops",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("0 <= start AND start < stop"),
        sa.ForeignKeyConstraint(
            ["reading"],
            ["readings.key"],
        ),
        sa.PrimaryKeyConstraint("reading", "position"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entities",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("named", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading"],
            ["readings.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("reading", "id"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "links",
        sa.Column("entity", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("actor", sa.Integer(), nullable=False),
        sa.Column("score", sa.REAL(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor"],
            ["actors.key"],
        ),
        sa.ForeignKeyConstraint(
            ["entity"],
            ["entities.key"],
        ),
        sa.PrimaryKeyConstraint("entity"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("links_actor", "links", ["actor"], unique=False)
    op.create_table(
        "statements",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("parent", sa.Integer(), nullable=True),
        sa.Column("speaker", sa.Integer(), nullable=True),
        sa.Column("said_start", sa.Text(), nullable=True),
        sa.Column("said_stop", sa.Text(), nullable=True),
        sa.Column("said_granularity", sa.Text(), nullable=True),
        sa.Column("said_text", sa.Text(), nullable=True),
        sa.Column("said_rule", sa.Text(), nullable=True),
        sa.Column("confidence", sa.REAL(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent"],
            ["statements.key"],
        ),
        sa.ForeignKeyConstraint(
            ["reading"],
            ["readings.key"],
        ),
        sa.ForeignKeyConstraint(
            ["speaker"],
            ["entities.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("statements_anchor", "statements", ["anchor"], unique=False)
    op.create_index("statements_parent", "statements", ["parent"], unique=False)
    op.create_index("statements_reading", "statements", ["reading", "start"], unique=False)
    op.create_table(
        "mentions",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("entity", sa.Integer(), nullable=True),
        sa.Column("statement", sa.Integer(), nullable=True),
        sa.Column("part", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("confidence", sa.REAL(), nullable=False),
        sa.CheckConstraint("0 <= start AND start < stop"),
        sa.ForeignKeyConstraint(
            ["entity"],
            ["entities.key"],
        ),
        sa.ForeignKeyConstraint(
            ["reading"],
            ["readings.key"],
        ),
        sa.ForeignKeyConstraint(
            ["statement"],
            ["statements.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("mentions_entity", "mentions", ["entity", "part", "statement"], unique=False)
    op.create_index("mentions_reading", "mentions", ["reading"], unique=False)
    op.create_index("mentions_statement", "mentions", ["statement", "part"], unique=False)
    op.create_table(
        "spans",
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.CheckConstraint("0 <= start AND start < stop"),
        sa.ForeignKeyConstraint(
            ["statement"],
            ["statements.key"],
        ),
        sa.PrimaryKeyConstraint("statement", "role", "position"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
