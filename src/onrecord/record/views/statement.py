"""One statement, as everything shows it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import (
    Act,
    Aspect,
    Factuality,
    Interval,
    Kind,
    Said,
    TellerKind,
    Verdict,
)
from onrecord.record.alone import around
from onrecord.record.views.roles import RoleView
from onrecord.record.views.words import UNSURE, Named, Quote


@dataclass(frozen=True, slots=True)
class CircumstanceView:
    """Something told of the speaking: on which occasion, where, or through which medium.

    `kind` is what it is in normal form ("press conference"), `words` the report's own; `rule`
    names what found it, ``scene`` where it is carried over from a statement beside.
    """

    aspect: Aspect
    kind: str
    words: Quote
    rule: str


@dataclass(frozen=True, slots=True)
class TellerView:
    """One link of the chain through which a statement is known.

    `name` is what the report calls the teller, "" for one that it does not name, and `words`
    the words for it, None for the outlet itself. `who` is that teller by the name on record,
    `statement_id` the statement by which they tell it; None where there is none.
    """

    kind: TellerKind
    name: str
    words: Quote | None
    who: Named | None
    statement_id: str | None


@dataclass(frozen=True, slots=True)
class UtteranceView:
    """The act of speech that a statement tells, and how often all reports tell it.

    `statements` counts the statements that tell it, those of copied reports left out, which
    `copies` counts; `reports` the reports that they stand in. `outlets` are all that print it, the
    earliest first; reports of which the outlet is unknown add none. `first` is the id of the
    statement that told it first.
    """

    id: str
    statements: int
    copies: int
    outlets: tuple[str, ...]
    first: str
    reports: int = 1


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

    `factuality` says whether the report tells this as said at all. `said_words` are its words
    for when, also where `said` is None, since no day can be told from them. `circumstances` are
    those of the speaking, in the order of the text. `chain` is through whom it is known, the
    outlet first; `second_hand` whether anybody stands between that and the speaker. `utterance`
    is the act of speech that it tells, None where that is still to be worked out; `copy_of`
    the id of the report that its own copies, None for one that copies none, and `copied` whether
    that report tells this too. `named_as` is a town named in place of the `speaker`, the government
    that sits there.
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
    factuality: Factuality = Factuality.MADE
    said_words: Said | None = None
    circumstances: tuple[CircumstanceView, ...] = ()
    chain: tuple[TellerView, ...] = ()
    second_hand: bool = False
    utterance: UtteranceView | None = None
    copy_of: str | None = None
    copied: bool = False
    named_as: str = ""

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
    def made(self) -> bool:
        """Whether it is told as said: not announced, supposed or denied."""
        return self.factuality is Factuality.MADE

    @property
    def unsure(self) -> bool:
        """Whether there is a speaker of whom it is not sure that it is this one."""
        return self.speaker_confidence is not None and self.speaker_confidence < UNSURE

    @property
    def doubtful(self) -> bool:
        """Whether it is not sure that this was said in these words by its source."""
        return self.reviewed is None and self.confidence < UNSURE
