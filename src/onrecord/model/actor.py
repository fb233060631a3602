"""Who speaks: in one document, over all of them, and in what role."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.text import Span


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
class Event:
    """Something by which reports tell the time: "the Tarn summit", "the war".

    `start` and `end`, both inclusive, are a day, a month or a year each: ``2024-10-22``,
    ``2024-10``, ``2024``.
    """

    name: str
    aliases: tuple[str, ...]
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Registry:
    """A user's list of actors, and of events; `id` stands for all that is in it."""

    id: str
    name: str
    as_of: str | None
    actors: tuple[Registered, ...]
    events: tuple[Event, ...] = ()


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
