"""What the record shows: frozen values that faces read and never change.

Every offset counts code points of the document's text and every range is half-open.
What is not known is None, an empty string or an empty tuple; nothing is filled in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from onrecord.model import (
    Act,
    ActorKind,
    BlockKind,
    Form,
    Interval,
    Judgement,
    Kind,
    Span,
    Standing,
    Status,
    Verdict,
)
from onrecord.record.alone import around

UNSURE = 0.6
"""Below this confidence it is not sure who a speaker is, and whatever names one says so.

Who speaks is found in two steps: whom the words mean in their report, and which actor that
is over all reports. The less sure of the two counts.
"""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor by name. `id` is None where the text names somebody and no actor is known.

    Then either the words are no name ("a senior official"), which `named` says, or actors are
    still to be worked out.
    """

    id: str | None
    name: str
    named: bool = True


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document and where they stand: ``document.text[start:end] == text``."""

    start: int
    end: int
    text: str


class RoleBasis(StrEnum):
    """Through what a role is known."""

    REGISTRY = "registry"
    REPORT = "report"
    ATTESTED = "attested"


@dataclass(frozen=True, slots=True)
class RoleView:
    """What a speaker was at the time of speaking, as far as anybody says.

    `basis` says who: a registry, whose term from `start` to `end` covers the time and is known
    up to `as_of`; the report itself; or so many `reports` that call the speaker so from
    `start` to `end`, which is around that time.
    """

    title: str
    status: Status
    basis: RoleBasis
    start: str | None = None
    end: str | None = None
    registry: str | None = None
    as_of: str | None = None
    reports: int = 0


@dataclass(frozen=True, slots=True)
class RegistryView:
    """A registry in use: how many actors it lists and how many of them the reports name.

    `missing` are the names of the first few whom no report names.
    """

    id: str
    name: str
    as_of: str | None
    actors: int
    recognised: int
    author: str
    at: datetime
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegistrySuggested:
    """An actor of the reports who may be one of a registry: how likely from 0 to 1, and why."""

    actor: Named
    registered: Named
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement, with who made it, when, and where it is told.

    `quote` is the words of the content, several stretches joined by " … ", or by a space where
    only the sign of a quoted line parts them; `start` is where the first of them begins.
    `cue` and `source` are the text's own words, "" where it has none. `speaker` is the actor
    the source stands for. `parent` is the id of the statement that reports this one. Where that
    is another's, so that this one is known only through them, `through` is its id and `via` the
    name of its speaker; who tells of their own words is no other. `confidence` says how sure it
    is that this is a statement; `speaker_confidence` and `via_confidence` that those are the
    speakers, None where none is known. `reviewed` is the latest human verdict. `role` is what the
    speaker was at that time. `speakers` are all who answer for the words, the `speaker` first:
    each of two who speak together, whom a spokesman speaks for; of sources without a name only
    where nobody has one. `cue_start` is where the cue begins, None where there is none.
    """

    id: str
    document_id: str
    kind: Kind
    act: Act
    quote: str
    start: int
    cue: str
    source: str
    speaker: Named | None
    speaker_confidence: float | None
    addressees: tuple[Named, ...]
    said: Interval | None
    published: Interval | None
    title: str | None
    outlet: str | None
    path: str
    url: str | None
    parent: str | None
    via: str | None
    via_confidence: float | None
    confidence: float
    rule: str
    extractor: str
    reviewed: Verdict | None
    role: RoleView | None
    speakers: tuple[Named, ...] = ()
    through: str | None = None
    cue_start: int | None = None

    @property
    def told(self) -> str:
        """The words so that they read alone: a speaker's own in marks, others with their cue."""
        before, after = self.around
        return f"{before}{self.quote}{after}"

    @property
    def around(self) -> tuple[str, str]:
        """What stands before and after the quote, so that it reads alone: marks, its cue."""
        follows = self.cue_start is not None and self.cue_start < self.start
        return around(self.kind, self.quote, self.cue, follows=follows)

    @property
    def when(self) -> Interval | None:
        """When it was said, else when the report of it was published, else None."""
        return self.said or self.published

    @property
    def unsure(self) -> bool:
        """Whether there is a speaker of whom it is not sure that it is this one."""
        return self.speaker_confidence is not None and self.speaker_confidence < UNSURE

    @property
    def doubtful(self) -> bool:
        """Whether it is not sure that this was said in these words by its source."""
        return self.reviewed is None and self.confidence < UNSURE


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One report, without its text (see `Record.text`).

    `paths` holds every place the same bytes were met, `path` is the first of them in
    alphabetical order. `captured_at` and `url` belong to that place. `size` counts bytes,
    `characters` code points.
    """

    id: str
    digest: str
    path: str
    paths: tuple[str, ...]
    url: str | None
    captured_at: datetime
    media_type: str
    encoding: str
    encoding_rule: str
    size: int
    characters: int
    title: str | None
    outlet: str | None
    byline: str | None
    language: str | None
    published: Interval | None
    dates: tuple[Interval, ...]
    statements: int
    extractor: str


class ActorOrder(StrEnum):
    """What actors are listed by: the most, the first or the last of it comes first."""

    STATEMENTS = "statements"
    NAME = "name"
    FIRST = "first"
    LAST = "last"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor in the list of actors.

    `counts` maps a kind of statement to how many the actor made, `unsure` is of how many
    it is not sure that they are this actor's. `first` and `last` are when the earliest
    and latest dated one begins, in ISO 8601 as exact as it is known: ``2021`` for a year.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    counts: Mapping[Kind, int]
    unsure: int
    first: str | None
    last: str | None

    @property
    def statements(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Suggested:
    """Two actors that may be one, more often quoted first: how likely from 0 to 1, and why."""

    one: ActorRow
    other: ActorRow
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One place a search found.

    `text` is the quote of `statement`, or, with `statement` None, a passage of the document
    that begins at `start`. `highlights` are ranges of `text`, not of the document; where the
    words of the speaker or of the headline matched, `source_highlights` are ranges of
    `statement.source` and `title_highlights` of `title`.
    """

    id: str
    document_id: str
    text: str
    start: int
    highlights: tuple[Span, ...]
    source_highlights: tuple[Span, ...]
    title_highlights: tuple[Span, ...]
    title: str | None
    outlet: str | None
    path: str
    published: Interval | None
    statement: StatementView | None


@dataclass(frozen=True, slots=True)
class Resolution:
    """How words of the text came to stand for an actor.

    `words` stand in the text and refer in the manner of `form`; `rule` found, with
    `confidence`, whom they mean in this document: `entity`, its fullest name here, with its
    `roles`. `link_rule` and `score` say why that entity is `actor`. All of these are None or
    empty as far as the chain breaks off.
    """

    words: Quote
    form: Form
    rule: str
    confidence: float
    entity: str | None
    roles: tuple[str, ...]
    actor: Named | None
    actor_kind: ActorKind | None
    link_rule: str | None
    score: float | None

    @property
    def unsure(self) -> bool:
        """Whether it is not sure that the words mean `entity`, or that this is `actor`."""
        steps = (self.confidence, self.confidence if self.score is None else self.score)
        return self.entity is not None and min(steps) < UNSURE


@dataclass(frozen=True, slots=True)
class Decided:
    """What a judgement of actors says, in the names of its time.

    ``merge``: `other` is `actor`. ``split``: what `reports` tell of `actor`, and what goes by
    one of `spellings`, is another, called `name` if that is given. ``rename``:
    `actor` is called `name`. ``alias``: whoever goes by `name` is `actor`.
    """

    actor: str
    other: str | None
    name: str | None
    reports: tuple[str, ...]
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JudgementView:
    """A human's judgement, what became of it and the row it is shown on now.

    `statement_id` is the statement of the newest extractor with the spans that were judged;
    None where the judgement is about something else, or `orphaned`: what it was about is no
    longer shown. `standing` says whether it still holds; `by` is the id of the judgement that
    undid or overrode it. `decided` is what one of actors says, and `actors` are those it means
    now.
    """

    judgement: Judgement
    statement_id: str | None
    orphaned: bool
    standing: Standing = Standing.STANDS
    by: str | None = None
    decided: Decided | None = None
    actors: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What a judgement of actors changed, or, with `done` false, would change.

    `judgement` is None where all was so already and nothing was written. `actor` is who it is
    about, as they are called now, with `total` statements; `other` who was merged into them or
    split off, None where there is none. `statements` counts those, in `reports` reports, that
    have another speaker than before. `undone` is the judgement that was undone. `notes` are
    sentences for one who may not have meant all of it.
    """

    judgement: JudgementView | None
    actor: Named | None
    other: Named | None
    statements: int
    reports: int
    total: int
    done: bool
    undone: JudgementView | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """The evidence card: all there is to put one statement before an editor or a court.

    `context` is a stretch of the document that holds the spans of the statement and at
    least a sentence on each side, as far as the text goes; `block` is the kind of block the
    content begins in. `answering` are those who answer for the words beside the `speaker`: each
    of two who speak together, whom a spokesman speaks for. `chain` runs from the statement that
    reports this one outwards.
    """

    statement: StatementView
    document: DocumentView
    content: tuple[Quote, ...]
    cue: tuple[Quote, ...]
    source: tuple[Quote, ...]
    addressee: tuple[Quote, ...]
    context: Quote
    block: BlockKind | None
    speaker: Resolution | None
    answering: tuple[Resolution, ...]
    addressees: tuple[Resolution, ...]
    chain: tuple[StatementView, ...]
    children: tuple[StatementView, ...]
    judgements: tuple[JudgementView, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The record in numbers.

    `first` and `last` are when the earliest and latest dated statement begins (said, else
    published), in ISO 8601 as exact as it is known: ``2021`` for a year. `undated` counts
    the statements that have neither. `actors` and `speakers` count all actors and those
    who say something. `outlets` maps an outlet to its documents, `languages` a language;
    both leave out those of which it is unknown. `drops` counts what extraction looked at
    and left, `skipped` the inputs that could not be read, both by reason.
    """

    documents: int
    captures: int
    statements: int
    kinds: Mapping[Kind, int]
    actors: int
    speakers: int
    first: str | None
    last: str | None
    undated: int
    outlets: Mapping[str, int]
    languages: Mapping[str, int]
    drops: Mapping[str, int]
    skipped: Mapping[str, int]
    judgements: int
    extractor: str | None
    resolved: bool


@dataclass(frozen=True, slots=True)
class Problem:
    """Something `check` found. With `grave` false it is worth knowing and nothing is broken."""

    code: str
    message: str
    ids: tuple[str, ...]
    grave: bool = True

    def __str__(self) -> str:
        return f"{', '.join(self.ids)}: {self.message}"
