"""The evidence card."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import ActorKind, BlockKind, Fate, Form, Spans
from onrecord.record.views.judgements import JudgementView
from onrecord.record.views.reports import DocumentView
from onrecord.record.views.statement import StatementView
from onrecord.record.views.words import UNSURE, Named, Quote


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
class Variant:
    """A statement that tells the same act of speech.

    `similarity` (0 to 1) and `rule` say how surely and why it tells the same as those before
    it; None and "" of the first. A judgement that brought it here is its rule. `differing` are
    the stretches of its quote, in code points of that, whose words the first variant does not
    have in that place; of the first variant, those that no other has.
    """

    statement: StatementView
    similarity: float | None
    rule: str
    differing: Spans = ()


@dataclass(frozen=True, slots=True)
class Version:
    """Another version of the page that a statement stands on, before its own or after.

    `fate` is what became of the statement from the earlier of two versions to the later:
    ``carried`` or ``changed``, and then `statement` is what it is there; ``gone`` where a later
    version has it no more, and ``added`` where an earlier one has it not yet.
    """

    document: DocumentView
    earlier: bool
    fate: Fate
    statement: StatementView | None


@dataclass(frozen=True, slots=True)
class Card:
    """The evidence card: all there is to put one statement before an editor or a court.

    `context` is a stretch of the document that holds the spans of the statement and at
    least a sentence on each side, as far as the text goes; `block` is the kind of block the
    content begins in. `answering` are those who answer for the words beside the `speaker`: each
    of two who speak together, whom a spokesman speaks for. `chain` runs from the statement that
    reports this one outwards; through whom the words are known is `statement.chain`.

    `variants` are the statements that tell the same act of speech, this one among them, the
    earliest report's first; those of reports that copy another one of them stand apart in
    `copies`: a copy adds an outlet, not a statement. Both are empty where nobody else tells it.
    `versions` are the other versions of the page as far as the statement is followed through
    them, in the order of time.
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
    variants: tuple[Variant, ...] = ()
    copies: tuple[Variant, ...] = ()
    versions: tuple[Version, ...] = ()
