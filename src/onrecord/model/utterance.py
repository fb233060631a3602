"""Acts of speech: their circumstances, through whom they are known, who repeats them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.text import Interval, Span, content_id


@dataclass(frozen=True, slots=True)
class Said:
    """What a report tells of when a statement was made.

    `text` holds the words for it, at `span` (None where no words of the report say it), and
    `rule` the name of what read them; ``scene`` where they stand with a neighbouring statement
    of the same speaker on the same occasion. `interval` is None for words that cannot be
    counted: an event ("before the war"), or "on Friday" in a report without a date.
    """

    span: Span | None
    text: str
    rule: str
    interval: Interval | None


class Aspect(StrEnum):
    """What a circumstance of speaking is: on which occasion, where, through which medium."""

    OCCASION = "occasion"
    PLACE = "place"
    MEDIUM = "medium"


class OccasionKind(StrEnum):
    """What words were spoken at or in; each stands for its like.

    A meeting is also talks or a dinner, a speech an address or a toast, a session a sitting,
    a hearing or a debate, a conference a forum or a congress, an event a rally, a ceremony, a
    visit or a trip.
    """

    PRESS_CONFERENCE = "press conference"
    BRIEFING = "briefing"
    INTERVIEW = "interview"
    MEETING = "meeting"
    CALL = "call"
    SPEECH = "speech"
    SESSION = "session"
    SUMMIT = "summit"
    CONFERENCE = "conference"
    EVENT = "event"


class MediumKind(StrEnum):
    """What carried the words: a letter is also a written statement, a message a telegram."""

    SOCIAL_MEDIA = "social media"
    TELEVISION = "television"
    RADIO = "radio"
    NEWSPAPER = "newspaper"
    AGENCY = "agency"
    WEBSITE = "website"
    LETTER = "letter"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class Circumstance:
    """Something that the report tells of the speaking of a statement, with the words for it.

    `kind` is what it is in normal form: an `OccasionKind` or a `MediumKind`, "" for a place.
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
    words for it, None for the outlet itself and where no words stand for it. `entity_id` is who
    that is in the document and `statement_id` the statement by which they tell it, each None where
    there is none.
    """

    kind: TellerKind
    name: str
    span: Span | None
    entity_id: str | None
    statement_id: str | None


class CopyKind(StrEnum):
    """How a report repeats another.

    ``exact``: word for word. ``near``: but for a few words. ``part``: cut short or with another
    lead, four fifths of it stand in the other. ``version``: another text of the same page.
    """

    EXACT = "exact"
    NEAR = "near"
    PART = "part"
    VERSION = "version"


@dataclass(frozen=True, slots=True)
class Copy:
    """The claim that a document repeats an earlier one.

    `similarity` (0 to 1) is Jaccard's of their shingles; of a ``part`` it is the share of its
    own that stand in the other.
    """

    document_id: str
    of: str
    kind: CopyKind
    similarity: float


@dataclass(frozen=True, slots=True)
class Signed:
    """What is known of a document when copies are looked for.

    `signature` is what `onrecord.document.copies.signature` returns, b"" for a document that says
    too little to be compared. `published` is when it was, as exactly as it is known, and
    `captured` when its page was fetched, both ISO 8601 and "" where unknown; `url` is the page's.
    """

    document_id: str
    signature: bytes
    published: str = ""
    captured: str = ""
    url: str | None = None


class Fate(StrEnum):
    """What became of a statement in the next version of its page; ``added``: what is only there."""

    CARRIED = "carried"
    CHANGED = "changed"
    GONE = "gone"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Revision:
    """The fate of a statement: its id in the `earlier` and in the `later` version of a page.

    One of them is None of what is gone or added. `similarity` (0 to 1) is that of the words.
    """

    fate: Fate
    earlier: str | None
    later: str | None
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


def utterance_id(statements: Iterable[str]) -> str:
    """Return the id of an utterance: from the ids of the statements that tell it, in any order."""
    return content_id("utterance", *sorted(statements))
