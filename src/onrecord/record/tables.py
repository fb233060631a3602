"""The tables, as SQLAlchemy sees them: loaded only to write, create or migrate a record.

Three layers that never edit one another:

    text       captures, places, documents, stretches, blocks, dates
    machine    extractors, readings, drops, entities, statements, spans, mentions,
               circumstances, tellers
    human      judgements, registries, registered, registered_events,
               registry_uses

Actors, aliases, links and titles are worked out from the machine layer and from registries,
and may be at any time; then
judgements are laid over them. What the machine made of the actors that judgements changed is
set aside, and comes back when they are undone. So rows of actors come and go: what else is
kept of an actor is kept under its id, not its key. Copies and utterances are worked out in the
same way, from reports and from statements with their actors.
The migrations make the tables; this module describes them, and a test holds the two equal.
"""

from __future__ import annotations

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.schema import SchemaItem

metadata = MetaData()


def _table(name: str, *items: SchemaItem, rowid: bool = True) -> Table:
    return Table(name, metadata, *items, sqlite_strict=True, sqlite_with_rowid=rowid)


def _words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _of(name: str, target: str, *, part: bool = False) -> Column[int]:
    """Return the column of a row that belongs to another; `part` if it is in the key."""
    return Column(name, ForeignKey(target), nullable=False, primary_key=part)


def _key() -> Column[int]:
    return Column("key", Integer, primary_key=True)


def _position() -> Column[int]:
    return Column("position", Integer, primary_key=True)


def _range() -> tuple[SchemaItem, ...]:
    return _number("start"), _number("stop"), CheckConstraint("0 <= start AND start < stop")


def _interval(prefix: str) -> tuple[Column[str], ...]:
    """Return the columns of an `Interval` that may be unknown."""
    return tuple(
        Column(f"{prefix}_{field}", Text)
        for field in ("start", "stop", "granularity", "text", "rule")
    )


meta = _table("meta", Column("name", Text, primary_key=True), _words("value"), rowid=False)

# Text

captures = _table(
    "captures",
    Column("digest", Text, primary_key=True),
    _number("size"),
    _words("media_type"),
    _words("encoding"),
    _words("encoding_rule"),
    Column("data", LargeBinary, nullable=False),
)
places = _table(
    "places",
    Column("digest", ForeignKey("captures.digest"), primary_key=True),
    Column("path", Text, primary_key=True),
    Column("url", Text),
    _words("captured_at"),
    rowid=False,
)
skips = _table(
    "skips",
    Column("path", Text, primary_key=True),
    _words("code"),
    _words("message"),
    rowid=False,
)
documents = _table(
    "documents",
    _key(),
    _words("id"),
    _words("version"),
    Column("digest", ForeignKey("captures.digest"), nullable=False),
    Column("url", Text),
    Column("title", Text),
    Column("outlet", Text),
    Column("byline", Text),
    Column("language", Text),
    *_interval("published"),
    _number("characters"),
    # Last, so that what is before it is read without it.
    _words("text"),
    Column("exact", LargeBinary),
    UniqueConstraint("id", "version"),
)
# Only of a text so long that to count through it for every span would take its time.
stretches = _table(
    "stretches",
    _of("document", "documents.key", part=True),
    _position(),
    _words("text"),
    rowid=False,
)
blocks = _table(
    "blocks",
    _of("document", "documents.key", part=True),
    _position(),
    _words("kind"),
    *_range(),
    Column("repeats", Integer),
    rowid=False,
)
dates = _table(
    "dates",
    _of("document", "documents.key", part=True),
    _position(),
    *(_words(field) for field in ("start", "stop", "granularity", "text", "rule")),
    rowid=False,
)

# Machine output

extractors = _table("extractors", _key(), Column("name", Text, nullable=False, unique=True))
readings = _table(
    "readings",
    _key(),
    Column("digest", ForeignKey("captures.digest"), nullable=False),
    _of("document", "documents.key"),
    _of("extractor", "extractors.key"),
    Column("shown", Integer, CheckConstraint("shown IN (0, 1)"), nullable=False),
    UniqueConstraint("digest", "extractor"),
    Index("readings_document", "document"),
    Index("readings_shown", "digest", unique=True, sqlite_where=text("shown = 1")),
)
drops = _table(
    "drops",
    _of("reading", "readings.key", part=True),
    _position(),
    *_range(),
    _words("reason"),
    rowid=False,
)
entities = _table(
    "entities",
    _key(),
    _of("reading", "readings.key"),
    _words("id"),
    _words("name"),
    _words("names"),
    _words("roles"),
    _words("kind"),
    _number("named"),
    _words("gender"),
    UniqueConstraint("reading", "id"),
)
statements = _table(
    "statements",
    _key(),
    _of("reading", "readings.key"),
    Column("id", Text, nullable=False, unique=True),
    _words("anchor"),
    _words("kind"),
    _words("act"),
    _number("start"),
    _words("quote"),
    _words("cue"),
    _words("source"),
    Column("parent", ForeignKey("statements.key")),
    Column("speaker", ForeignKey("entities.key")),
    *_interval("said"),
    Column("confidence", REAL, nullable=False),
    _words("rule"),
    _words("factuality"),
    # The words for when, and what found them, also where no time could be told from them.
    Column("said_words", Text),
    Column("said_found", Text),
    Index("statements_reading", "reading", "start"),
    Index("statements_anchor", "anchor"),
    Index("statements_parent", "parent"),
)
spans = _table(
    "spans",
    _of("statement", "statements.key", part=True),
    Column("role", Text, primary_key=True),
    _position(),
    *_range(),
    _words("quote"),
    rowid=False,
)
mentions = _table(
    "mentions",
    _key(),
    _of("reading", "readings.key"),
    *_range(),
    _words("quote"),
    _words("form"),
    Column("entity", ForeignKey("entities.key")),
    Column("statement", ForeignKey("statements.key")),
    Column("part", Text),
    _words("rule"),
    Column("confidence", REAL, nullable=False),
    Index("mentions_reading", "reading"),
    Index("mentions_statement", "statement", "part"),
    Index("mentions_entity", "entity", "part", "statement"),
)
circumstances = _table(
    "circumstances",
    _of("statement", "statements.key", part=True),
    _position(),
    _words("aspect"),
    _words("kind"),
    *_range(),
    _words("quote"),
    _words("rule"),
    rowid=False,
)
tellers = _table(
    "tellers",
    _of("statement", "statements.key", part=True),
    _position(),
    _words("kind"),
    _words("name"),
    Column("start", Integer),
    Column("stop", Integer),
    Column("quote", Text),
    Column("entity", ForeignKey("entities.key")),
    Column("telling", ForeignKey("statements.key")),
    CheckConstraint("start IS NULL OR (0 <= start AND start < stop)"),
    rowid=False,
)

# Worked out over all documents

actors = _table(
    "actors",
    _key(),
    Column("id", Text, nullable=False, unique=True),
    _words("name"),
    _words("kind"),
)
aliases = _table(
    "aliases",
    _of("actor", "actors.key", part=True),
    _position(),
    _words("alias"),
    _words("folded"),
    _words("last"),
    Index("aliases_folded", "folded"),
    Index("aliases_last", "last"),
    rowid=False,
)
links = _table(
    "links",
    Column("entity", ForeignKey("entities.key"), primary_key=True, autoincrement=False),
    _of("actor", "actors.key"),
    Column("score", REAL, nullable=False),
    _words("rule"),
    Index("links_actor", "actor"),
)

# Terms of office that registries in use give, by the id that they give an actor.
tenures = _table(
    "tenures",
    Column("actor", Text, primary_key=True),
    _position(),
    _words("title"),
    Column("start", Text),
    Column("stop", Text),
    _words("registry"),
    Column("as_of", Text),
    _words("office"),
    rowid=False,
)
called = _table(
    "called",
    _of("entity", "entities.key", part=True),
    _position(),
    _words("title"),
    _words("status"),
    _words("office"),
    rowid=False,
)

# Copies: what is kept of the text of a document to find them by, those found, and the earliest
# report that one copies through however many hands.

signatures = _table(
    "signatures",
    Column("document", ForeignKey("documents.key"), primary_key=True, autoincrement=False),
    Column("signature", LargeBinary, nullable=False),
)
copies = _table(
    "copies",
    Column("document", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    _words("of"),
    Column("similarity", REAL, nullable=False),
    Index("copies_of", "of"),
    rowid=False,
)
origins = _table(
    "origins", Column("document", Text, primary_key=True), _words("origin"), rowid=False
)

# Utterances. A circle is what is compared with one another, and `digest` what it was when that
# was done; one that judgements made has none. `copy` marks what stands in the copy of a report
# that tells the same utterance before it.

circles = _table(
    "circles", _key(), Column("name", Text, nullable=False, unique=True), _words("digest")
)
utterances = _table(
    "utterances",
    _key(),
    Column("id", Text, nullable=False, unique=True),
    Column("circle", ForeignKey("circles.key")),
    Index("utterances_circle", "circle"),
)
tellings = _table(
    "tellings",
    Column("statement", ForeignKey("statements.key"), primary_key=True, autoincrement=False),
    _of("utterance", "utterances.key"),
    _number("position"),
    Column("copy", Integer, CheckConstraint("copy IN (0, 1)"), nullable=False),
    Column("similarity", REAL),
    _words("rule"),
    Index("tellings_utterance", "utterance", "position", unique=True),
)
revisions = _table(
    "revisions",
    _of("circle", "circles.key", part=True),
    _position(),
    _words("fate"),
    Column("earlier", ForeignKey("statements.key")),
    Column("later", ForeignKey("statements.key")),
    Column("similarity", REAL, nullable=False),
    Index("revisions_earlier", "earlier"),
    Index("revisions_later", "later"),
    rowid=False,
)
# Dates that events of registries in use give to statements.
dated = _table(
    "dated",
    Column("statement", ForeignKey("statements.key"), primary_key=True, autoincrement=False),
    *(_words(field) for field in ("start", "stop", "granularity", "text", "rule")),
)
utterances_aside = _table(
    "utterances_aside",
    Column("utterance", Text, primary_key=True),
    Column("found", Text),
    rowid=False,
)
compared = _table(
    "compared",
    Column("judgement", Text, primary_key=True),
    Column("part", Text, primary_key=True),
    _words("statement"),
    Index("compared_statement", "statement"),
    rowid=False,
)

# Worked out from judgements: `found` is the machine's own actor as JSON, NULL where a judgement
# made the actor; `meant` says which actor an id that a judgement named, or ended, is now.

set_aside = _table(
    "set_aside", Column("actor", Text, primary_key=True), Column("found", Text), rowid=False
)
fates = _table(
    "fates",
    Column("judgement", Text, primary_key=True),
    _words("standing"),
    Column("by", Text),
    rowid=False,
)
meant = _table(
    "meant",
    Column("judgement", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    _words("actor"),
    Index("meant_id", "id"),
    Index("meant_actor", "actor"),
    rowid=False,
)

# Human

judgements = _table(
    "judgements",
    _key(),
    Column("id", Text, nullable=False, unique=True),
    _words("subject"),
    _words("subject_id"),
    _words("verdict"),
    _words("value"),
    _words("author"),
    _words("reason"),
    _words("at"),
    Column("anchor", Text),
    Index("judgements_subject", "subject_id"),
    Index("judgements_anchor", "anchor"),
)
registries = _table(
    "registries",
    _key(),
    Column("id", Text, nullable=False, unique=True),
    _words("name"),
    Column("as_of", Text),
)
registered = _table(
    "registered",
    _of("registry", "registries.key", part=True),
    _position(),
    _words("id"),
    _words("entry"),
    rowid=False,
)
registered_events = _table(
    "registered_events",
    _of("registry", "registries.key", part=True),
    _position(),
    _words("entry"),
    rowid=False,
)
registry_uses = _table(
    "registry_uses",
    _key(),
    _of("registry", "registries.key"),
    Column("used", Integer, CheckConstraint("used IN (0, 1)"), nullable=False),
    _words("author"),
    _words("at"),
    Index("registry_uses_registry", "registry", "key"),
)
