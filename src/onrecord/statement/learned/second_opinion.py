"""Two readings of one report made one: what the model finds and what structure shows.

The model decides what is an attribution in running text. Structure decides what the texts
the model learned from hardly show: whose words a block quote without marks is, a speaker's
line, a signature, who is spoken to, and what is reported inside a statement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.document import is_label
from onrecord.model import Act, Kind, Span, Spans, Statement
from onrecord.statement.cues import CUES, Inflection
from onrecord.statement.findings import REPORTED_BY_NOBODY, Cover
from onrecord.statement.phrases import PRESENT_VERBS

LEARNED = "learned"
"""The rule that the model's statements name."""
LAYOUT = frozenset({"first person", "signature", "speaker line", "trailing name"})
"""The structural rules that read the layout of a page."""
NEXT_TO_THE_CUE = frozenset({"subject", "object", "appositive"})
"""The rules whose source stands with the cue in one clause.

Where the model names somebody else, on PolNeAR's dev part, they are right in 20 of 26 cases
and the model in 3; of the other rules the model is right in 26 of 36 and they in 8.
"""
SAID_OUTRIGHT = frozenset(
    {"subject", "appositive", "inverted", "passive", "as saying", "according to", "to come"}
)
"""The rules that are believed inside what the model finds, though they found a statement apart."""
ALIKE = 0.8
"""Shared part of two contents, of all they cover, from which on they are the same."""
MUCH = 0.3
"""The part of a passage that others say, from which on it is no block quote."""
ABOUT = 0.5
"""The same for two statements of which one has no cue to be known by."""
CELL = 1_000
"""Characters of a stretch in which neighbours are looked for."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """A statement and what each of the two readers has of it, None where it has nothing.

    `inside` says that it is kept for standing in another statement.
    """

    statement: Statement
    learned: Statement | None
    structural: Statement | None
    inside: bool = False

    @property
    def same_source(self) -> bool:
        """Whether both readers name one, and the same."""
        return (
            self.learned is not None
            and self.structural is not None
            and _shared(self.learned.source, self.structural.source) > 0
        )


def together(
    text: str, learned: Sequence[Statement], structural: Sequence[Statement]
) -> list[Opinion]:
    """Return what both readers come to; ids are still those of the readers.

    Args:
        text: of the document, for the words of the sources.
        learned: the model's statements, none inside another.
        structural: those of `StructuralExtractor`, with their parents.
    """
    cited = {s.cue: s.parent for s in structural if s.rule == "citing"}
    citing = {s.id: s for s in structural}
    learned = [_unlabelled(text, _told_not_cited(one, cited, citing)) for one in learned]
    outer = [s for s in structural if s.parent is None]
    inner = [s for s in structural if s.parent is not None]
    model = Places(learned)
    laid_out = [s for s in outer if s.rule in LAYOUT and not _read_otherwise(text, s, model)]
    kept = [Opinion(s, None, s) for s in laid_out]
    areas, layout = Cover(c for s in laid_out for c in s.content), Places(laid_out)
    shown = {s.id for s in laid_out}
    rules = Places(s for s in outer if s.id not in shown)
    seconds: set[str] = set()
    for one in learned:
        if any(areas.overlaps(c) for c in one.content):
            if _reports(text, one) and any(_holds(s, one) for s in layout.near(one)):
                inner.append(one)
            continue
        second = _same(one, [s for s in rules.near(one) if s.id not in seconds])
        if second is not None:
            seconds.add(second.id)
        elif not one.cue and one.kind is Kind.INDIRECT:
            continue  # nothing here says that it is said, and nobody seconds it
        kept.append(Opinion(_completed(one, second), one, second))
    taken = Cover(span for o in kept for span in (*o.statement.content, *o.statement.cue))
    places = Places(o.statement for o in kept)
    known = shown | seconds | {s.id for s in outer if s.rule in LAYOUT}
    orphans = [s for s in inner if s.kind is Kind.DIRECT and s.parent not in shown | seconds]
    for rule in (*outer, *(s for s in orphans if s.rule != LEARNED)):
        if rule.id in known:
            continue
        free = not any(taken.overlaps(span) for span in (*rule.content, *rule.cue))
        alone = rule.kind is not Kind.INDIRECT or rule.rule == "german"  # no model reads German
        if (free and alone) or _introduces(rule, places):
            kept.append(Opinion(rule, None, rule))
    used = {o.structural.id for o in kept if o.structural is not None}
    # What structure has for a statement of its own may stand inside what the model finds.
    spare = [s for s in outer if s.id not in used and _tells_surely(text, s)]
    return [*kept, *_inside([*inner, *spare], [o.statement for o in kept])]


class Places:
    """Statements by where they stand, so that neighbours are found without asking all."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._cells: dict[int, dict[str, Statement]] = defaultdict(dict)
        for one in statements:
            for cell in _cells(one):
                self._cells[cell][one.id] = one

    def near(self, statement: Statement) -> list[Statement]:
        """Return the statements that may share characters with this one, in order."""
        found: dict[str, Statement] = {}
        for cell in _cells(statement):
            found |= self._cells.get(cell, {})
        return list(found.values())


def _cells(statement: Statement) -> set[int]:
    spans = (*statement.content, *statement.cue)
    return {c for s in spans for c in range(s.start // CELL, s.end // CELL + 1)}


def _unlabelled(text: str, one: Statement) -> Statement:
    """Return a statement without the source and the colon of ``Interview: “…”``: a genre."""
    if not one.source or not is_label(one.source[0].of(text)):
        return one
    colon = text[one.source[0].end :].lstrip()[:1] == ":"
    return replace(one, source=(), cue=()) if colon else one


def _told_not_cited(
    one: Statement, cited: Mapping[Spans, str | None], structural: Mapping[str, Statement]
) -> Statement:
    """Return what a report tells where the model takes its citing somebody for its telling."""
    telling = structural.get(cited.get(one.cue) or "")
    if telling is None or not _shared(one.source, telling.source):
        return one
    return replace(one, cue=telling.cue, content=telling.content)


def _same(one: Statement, others: Sequence[Statement]) -> Statement | None:
    """Return the other reader's statement of the same attribution: that with the same cue."""
    alike = [
        (_alike(one.content, other.content), -i)
        for i, other in enumerate(others)
        if (
            _shared(one.cue, other.cue) > 0
            if one.cue and other.cue
            else _alike(one.content, other.content) > ABOUT
        )
    ]
    return others[-max(alike)[1]] if alike else None


def _completed(one: Statement, second: Statement | None) -> Statement:
    """Give the model's statement the addressee, and the source it misses or takes from afar.

    What the layout shows to be verbatim is so without marks.
    """
    if second is None:
        return one
    if second.addressee and not _shared(second.addressee, one.content):
        one = replace(one, addressee=second.addressee)
    if second.rule in LAYOUT:
        one = replace(one, kind=second.kind)
    wanting = not one.source or second.rule in NEXT_TO_THE_CUE
    if wanting and second.source and not _shared(second.source, (*one.content, *one.source)):
        one = replace(one, source=second.source)
    return one


def _read_otherwise(text: str, laid_out: Statement, model: Places) -> bool:
    """Whether the model reads a passage better than layout does.

    A signed passage it never does. It does when it has the passage as one statement of
    somebody; without a cue that only goes on from elsewhere, and layout knows better. What
    looks like somebody's words for being in the first person is the author's own where much
    of it is what others say.
    """
    if laid_out.rule == "signature":
        return False
    near = [one for one in model.near(laid_out) if one.cue and _names_another(text, one)]
    told = sum(_length(one.content) for one in near if _holds(laid_out, one))
    return any(_alike(one.content, laid_out.content) >= ALIKE for one in near) or (
        laid_out.rule == "first person" and told > MUCH * _length(laid_out.content)
    )


def _introduces(rule: Statement, kept: Places) -> bool:
    """Whether this is another's report of a statement that is kept: "According to X, Y said …"."""
    if not rule.cue or not rule.source:
        return False
    near = kept.near(rule)
    return any(_holds(rule, one) for one in near) and not any(
        _shared(rule.cue, (*one.cue, *one.content)) for one in near
    )


def _inside(inner: Sequence[Statement], kept: Sequence[Statement]) -> list[Opinion]:
    """Return what is reported inside the statements that are kept, each once, the first found."""
    places, found = Places(kept), list[Statement]()
    cues: set[int] = set()
    for one in inner:
        near = places.near(one)
        letters = {i for cue in one.cue for i in range(cue.start, cue.end)}
        rivals = [s for s in near if s.cue or not s.source or _shared(s.source, one.source)]
        if _same(one, rivals) is not None or letters & cues:
            continue
        told = _cited(one, near) if one.rule == "citing" else _told_in(one, near)
        if told is not None:
            found.append(told)
            cues |= letters
    return [
        Opinion(s, s, None, inside=True) if s.rule == LEARNED else Opinion(s, None, s, inside=True)
        for s in found
    ]


def _cited(one: Statement, near: Sequence[Statement]) -> Statement | None:
    """Return whom another cites with the content that the other has."""
    begins = one.content[0].start
    citing = [s for s in near if _alike(s.content, one.content) >= ALIKE]
    citing += [s for s in near if s.content[0].start == begins]
    return next((replace(one, content=s.content) for s in citing), None)


def _told_in(one: Statement, near: Sequence[Statement]) -> Statement | None:
    """Return a statement as far as the content of another that holds its cue goes."""
    others = [s for s in near if not _shared(s.source, one.source)]
    told = (*one.content, *one.cue)
    if any(all(any(c.covers(part) for c in s.content) for part in told) for s in others):
        return one
    contents = [c for s in others for c in s.content]
    beginning = _hull((*one.cue, *one.source, Span(one.content[0].start, one.content[0].start + 1)))
    for content in sorted(contents, key=lambda c: c.end, reverse=True):
        if one.cue and content.covers(beginning) and content != beginning:
            parts = (
                Span(c.start, min(c.end, content.end)) for c in one.content if c.start < content.end
            )
            return replace(one, content=tuple(parts))
    return None


def _hull(spans: Sequence[Span]) -> Span:
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _reports(text: str, one: Statement) -> bool:
    """Whether this tells what somebody else said, or gives words in marks."""
    return bool(one.source) and (one.kind is Kind.DIRECT or _names_another(text, one))


def _tells_surely(text: str, one: Statement) -> bool:
    """Whether structure has somebody's speech beside its source, in a word that is no noun."""
    said = one.rule in SAID_OUTRIGHT and one.act is Act.SPEECH and bool(one.cue)
    if not said or not _names_another(text, one):
        return False
    verb = one.cue[-1].of(text).split()[-1].lower()
    past = any(cue.inflection is Inflection.PAST for cue in CUES.get(verb, ()))
    return past or verb in PRESENT_VERBS or one.rule not in NEXT_TO_THE_CUE


def _names_another(text: str, one: Statement) -> bool:
    return bool(one.source) and one.source[0].of(text).lower() not in REPORTED_BY_NOBODY


def _holds(outer: Statement, one: Statement) -> bool:
    """Whether all of a statement stands in one content of another."""
    parts = (*one.content, *one.cue, *one.source)
    return any(all(c.covers(part) for part in parts) for c in outer.content)


def _shared(first: Iterable[Span], second: Sequence[Span]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in first for b in second)


def _length(spans: Iterable[Span]) -> int:
    return sum(s.end - s.start for s in spans)


def _alike(first: Sequence[Span], second: Sequence[Span]) -> float:
    """Return the shared part of two contents, of all they cover (Jaccard), by characters."""
    shared = _shared(first, second)
    return shared / (_length(first) + _length(second) - shared) if shared else 0.0
