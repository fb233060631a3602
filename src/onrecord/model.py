"""The nouns of the record: frozen values with no behaviour beyond their invariants.

They are named as the pipeline makes them: capture, document, statement, entity and
mention, actor. Every offset counts Unicode code points of ``Document.text`` and every
span is half-open, as in a Python slice.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from onrecord.errors import SpanError


def content_id(*parts: str) -> str:
    """Return the id of a thing that is wholly known by `parts`: 16 hexadecimal digits.

    Two machines that read the same thing give it the same id.
    """
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, never empty.

    Raises:
        SpanError: if not ``0 <= start < end``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"not a span: {self.start}-{self.end}")

    def of(self, text: str) -> str:
        """Return the words the span stands for."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]


class Granularity(StrEnum):
    """How exactly a time is known, from finest to coarsest."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Interval:
    """When something happened, no more exactly than the text says.

    `start` and `end` are ISO 8601, both inclusive, and compare as strings: dates
    (``2024-02-01`` to ``2024-02-29`` for a month), or local date and time to the minute,
    with the offset from UTC where it is known. `text` holds the words or the field the
    time came from and `rule` the name of the rule that read them.
    """

    start: str
    end: str
    granularity: Granularity
    text: str
    rule: str

    @property
    def day(self) -> str:
        """The first day, or as much of it as is known: 2024, 2024-02, 2024-02-01."""
        return self.start[: {Granularity.YEAR: 4, Granularity.MONTH: 7}.get(self.granularity, 10)]

    def __post_init__(self) -> None:
        if not self.start <= self.end:
            raise ValueError(f"an interval that ends before it starts: {self.start} to {self.end}")


@dataclass(frozen=True, slots=True)
class Capture:
    """One input as it came: its bytes, untouched, and where they are from.

    `data` is what the digest is of: the content of a file after gzip is undone, one line
    of a JSON Lines file. `encoding` is the codec that decodes it and `encoding_rule` how
    it was found (``bom``, ``declared``, ``utf-8``, ``mixed``, ``detected``); see
    `onrecord.capture.decode`.
    """

    digest: str
    data: bytes
    media_type: str
    encoding: str
    encoding_rule: str
    path: str
    url: str | None
    captured_at: datetime


class BlockKind(StrEnum):
    """What a stretch of a report is there for."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST = "list"
    LINK = "link"
    ADVERT = "advert"
    REPEAT = "repeat"


READ_KINDS = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.STANDFIRST,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTE,
        BlockKind.LIST,
    }
)
"""The kinds of block that statements are read from."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of `Document.text` and what it is.

    `repeats` is the index of the earlier block whose words a repeat says again.
    """

    kind: BlockKind
    span: Span
    repeats: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report: its verbatim text, what each part of it is, and what is known of it.

    `title` may stand outside `text` (a field of a JSON document). `dates` holds every
    candidate for the day of publication, the chosen one first when there is one;
    `published.rule` says why it was chosen.
    """

    id: str
    digest: str
    path: str
    url: str | None
    text: str
    blocks: tuple[Block, ...]
    title: str | None
    outlet: str | None
    byline: str | None
    language: str | None
    published: Interval | None
    dates: tuple[Interval, ...]


class Kind(StrEnum):
    """How the words of a statement are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Factuality(StrEnum):
    """Whether a report tells that words were said (after FactBank, Saurí and Pustejovsky 2009).

    ``made``: told as said. ``announced``: to be said ("plans to call"). ``supposed``: asked,
    conditional or possible ("if she says", "would say"). ``denied``: told as not said.
    """

    MADE = "made"
    ANNOUNCED = "announced"
    SUPPOSED = "supposed"
    DENIED = "denied"


class Act(StrEnum):
    """What the source did with the content."""

    SPEECH = "speech"
    WRITING = "writing"
    THOUGHT = "thought"
    INTENTION = "intention"


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution relation: a source, a cue and a content (PARC, PolNeAR).

    `parent` is the id of the statement whose content holds this one and whose speaker
    reports it. `rule` names what found the statement, `confidence` how sure it is (0 to 1).
    """

    id: str
    document_id: str
    kind: Kind
    act: Act
    content: Spans
    cue: Spans
    source: Spans
    addressee: Spans
    parent: str | None
    confidence: float
    rule: str
    extractor: str
    factuality: Factuality = Factuality.MADE

    def __post_init__(self) -> None:
        if not self.content:
            raise SpanError(f"a statement without content: {self.id!r}")


def statement_id(
    document_id: str, extractor: str, content: Spans, cue: Spans, source: Spans
) -> str:
    """Return the id of a statement: from its document, its spans and what extracted it."""
    spans = ("|".join(f"{s.start}-{s.end}" for s in role) for role in (content, cue, source))
    return content_id(document_id, extractor, *spans)


@dataclass(frozen=True, slots=True)
class Drop:
    """Something seen and not kept, and why."""

    span: Span
    reason: str


class Extraction(NamedTuple):
    """What an extractor found in one document, and what it looked at and left."""

    statements: tuple[Statement, ...]
    drops: tuple[Drop, ...]


class ExtractorName(StrEnum):
    """The extractors that come with the package, by the names a user gives them."""

    STRUCTURAL = "structural"
    FAST = "fast"
    ACCURATE = "accurate"


DEFAULT_EXTRACTOR = ExtractorName.ACCURATE
"""The extractor that reads where none is named."""


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    GROUP = "group"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor as one document knows it.

    `name` is the fullest form the document uses, `names` every form, `roles` the titles
    and offices given to it. An unnamed source ("a senior official") has `named` false
    and is never merged with another. `gender` is "m", "f", or "" where the document does not
    tell; `published` is the ISO 8601 day of the document, "" where unknown.
    """

    id: str
    document_id: str
    name: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    kind: ActorKind
    named: bool
    gender: str = ""
    published: str = ""


class Form(StrEnum):
    """How a mention refers."""

    NAME = "name"
    PRONOUN = "pronoun"
    ROLE = "role"
    DESCRIPTION = "description"


class Part(StrEnum):
    """The part a mention has in a statement."""

    SOURCE = "source"
    ADDRESSEE = "addressee"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that stands for an entity, or, with `entity_id` None, for nobody known."""

    document_id: str
    span: Span
    form: Form
    entity_id: str | None
    statement_id: str | None
    part: Part | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, country or group over all documents; `aliases` are all spellings."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """The claim that a document's entity is this actor, with its score and its reason.

    `rule` says in words why; more than one reason are joined by "; ".
    """

    entity_id: str
    actor_id: str
    score: float
    rule: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two actors that may be one: not surely enough for a link, but worth a look.

    `one` and `other` are ids of actors, in their order; `score` runs from 0 to 1.
    """

    one: str
    other: str
    score: float
    reasons: tuple[str, ...]


class RoleKind(StrEnum):
    """What a role is in: an office or trade, or the membership of something."""

    OFFICE = "office"
    PARTY = "party"
    COUNTRY = "country"
    ALLIANCE = "alliance"


@dataclass(frozen=True, slots=True)
class Role:
    """An office or a membership of an actor over an interval, as a registry gives it.

    `title` is the office ("President"), "" of a membership; `body` is what it is in or what is
    belonged to, `country` the state, each "" where none is given. `start` and `end` are
    ISO 8601, both inclusive and as coarse as they are known; None where unknown or, of `end`,
    not come yet. `registry` names the list it stands in, which is known to hold up to `as_of`.
    """

    kind: RoleKind
    title: str
    body: str
    country: str
    start: str | None
    end: str | None
    registry: str
    as_of: str | None


@dataclass(frozen=True, slots=True)
class Registered:
    """An actor as a registry knows it; `identifiers` are pairs such as ("wikidata", "Q42")."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    identifiers: tuple[tuple[str, str], ...]
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Registry:
    """A user's list of actors; `id` stands for all that is in it."""

    id: str
    name: str
    as_of: str | None
    actors: tuple[Registered, ...]


class Aspect(StrEnum):
    """What a circumstance of speaking is: on which occasion, where, through which medium."""

    OCCASION = "occasion"
    PLACE = "place"
    MEDIUM = "medium"


@dataclass(frozen=True, slots=True)
class Circumstance:
    """Something that the report tells of the speaking of a statement, with the words for it.

    `kind` is what it is in normal form: "press conference", "interview", "social media".
    `rule` names what found it; ``scene`` where it is carried over from a neighbouring statement
    of the same speaker on the same occasion.
    """

    statement_id: str
    aspect: Aspect
    kind: str
    span: Span
    rule: str


class TellerKind(StrEnum):
    """Who passes words on: the outlet that printed them, another that it credits, or a speaker."""

    OUTLET = "outlet"
    WIRE = "wire"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Teller:
    """One link of the chain through which a statement is known.

    `name` is what the report calls the teller, "" for one that it does not name; `span` the
    words for it, None for the outlet itself. `entity_id` is who that is in the document and
    `statement_id` the statement by which they tell it, each None where there is none.
    """

    kind: TellerKind
    name: str
    span: Span | None
    entity_id: str | None
    statement_id: str | None


class CopyKind(StrEnum):
    """How a report repeats another: word for word, nearly so, or as a later version of its page."""

    EXACT = "exact"
    NEAR = "near"
    VERSION = "version"


@dataclass(frozen=True, slots=True)
class Copy:
    """The claim that a document repeats an earlier one; `similarity` is Jaccard's, 0 to 1."""

    document_id: str
    of: str
    kind: CopyKind
    similarity: float


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of speech: the ids of the statements that tell it, the earliest report's first.

    `id` follows from its members. `similarity` (0 to 1) and `rule` say, for each member but the
    first, how surely and why it tells the same as the others.
    """

    id: str
    statements: tuple[str, ...]
    similarity: tuple[float, ...] = ()
    rule: tuple[str, ...] = ()


class Status(StrEnum):
    """How a title is borne, in the words that give it."""

    HELD = "held"
    ACTING = "acting"
    THEN = "then"
    ELECT = "elect"
    CANDIDATE = "candidate"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class Called:
    """A title that a report gives an entity: in its words, without the one that is `status`.

    `office` is the same for all ways of giving one title: what it is and, after ``|``, of what
    country or body, as far as the words tell.
    """

    entity_id: str
    title: str
    status: Status
    office: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """A title of an actor over an interval, and how it is known.

    With a `registry` the interval is the term that it gives, known up to `as_of`, and `start`
    or `end` may be None: unknown, or not come yet. With none it is an attested interval, from
    the first to the last time that so many `reports` bear the title out: no term of office,
    which may have begun before and ended after. `office` is that of `Called`, "" where unknown.
    """

    title: str
    status: Status
    start: str | None
    end: str | None
    reports: int = 0
    registry: str | None = None
    as_of: str | None = None
    office: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document, and by which version of an extractor.

    `extractor` is the `Statement.extractor` of its statements, said here because a document
    may hold none. `said` maps the id of a statement to when it was made.
    """

    capture: Capture
    document: Document
    statements: tuple[Statement, ...]
    drops: tuple[Drop, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    said: dict[str, Interval]
    extractor: str


class Verdict(StrEnum):
    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    ALIAS = "alias"
    UNDO = "undo"


class Standing(StrEnum):
    """What became of a judgement."""

    STANDS = "stands"
    UNDONE = "undone"
    OVERRIDDEN = "overridden"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a human decided about a row; it never changes the row.

    `subject` is what the row is of (``statement``, ``actor``, or ``judgement`` for an undo) and
    `subject_id` its id. `value` is the JSON of a correction, "" where there is none; that of a
    judgement of actors says whom it means (see `onrecord.record.decisions`).
    """

    id: str
    subject: str
    subject_id: str
    verdict: Verdict
    value: str
    author: str
    reason: str
    at: datetime
