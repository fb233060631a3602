"""What people decided about which statements tell one act of speech, over what was found. Pure.

Judgements hold in the order of time. Two that are the same bring all that tells the one or the
other together. One that is kept apart from another leaves with what repeats it: the same words
in copies of its report. So the later of two judgements that contradict one another wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from onrecord.model import Judgement, Standing, Verdict
from onrecord.record.comparisons import Comparison, MeantStatement

Place = tuple[object, ...]
"""Where a statement stands among all that tell it: the earliest report's comes first."""


class Member(NamedTuple):
    """A statement that tells an utterance, how surely from 0 to 1, and why."""

    statement: int
    similarity: float | None
    rule: str


class Facts(NamedTuple):
    """What is known of a statement: its place, the report that its own copies, its words."""

    place: Place
    document: str
    origin: str
    words: str


class Decided(NamedTuple):
    """A judgement and what it says of which statements; None for one that is no longer there.

    One that undoes another compares nothing.
    """

    judgement: Judgement
    comparison: Comparison | None
    one: int | None
    other: int | None


@dataclass(frozen=True, slots=True)
class Held:
    """What became of a judgement, by which other, and the statements that it moved."""

    decided: Decided
    standing: Standing
    by: str | None = None
    moved: frozenset[int] = frozenset()


class Groups:
    """Statements in groups, as they change from one judgement to the next."""

    def __init__(self, groups: Iterable[Sequence[Member]], facts: Mapping[int, Facts]) -> None:
        self._groups = {number: list(group) for number, group in enumerate(groups)}
        self._of = {m.statement: number for number, g in self._groups.items() for m in g}
        self._facts = facts

    def all(self) -> list[tuple[Member, ...]]:
        """Return the groups, the earliest member of each first: the only one without a reason."""
        return [self._in_order(group) for group in self._groups.values() if group]

    def together(self, one: int, other: int) -> bool:
        return self._group(one) == self._group(other)

    def join(self, one: int, other: int, rule: str) -> frozenset[int]:
        """Bring the group of `other` to that of `one`; return the statements that moved."""
        to, gone = self._group(one), self._group(other)
        if to == gone:
            return frozenset()
        moved = [
            Member(m.statement, 1.0, rule) if m.statement == other or not m.rule else m
            for m in self._groups.pop(gone)
        ]
        # Who came first there may come second here, and then needs a reason to be here.
        self._groups[to] = [
            m if m.rule else Member(m.statement, 1.0, rule) for m in self._groups[to]
        ]
        self._groups[to] += moved
        self._of |= {m.statement: to for m in moved}
        return frozenset(m.statement for m in moved)

    def part(self, one: int, other: int, rule: str) -> frozenset[int]:
        """Take `one`, and what repeats it, out of the group of `other`; return what moved."""
        if not self.together(one, other):
            return frozenset()
        group = self._group(one)
        leaving = self._with_repeats(one)
        if leaving & self._with_repeats(other):
            leaving = frozenset({one})
        staying = [m for m in self._groups[group] if m.statement not in leaving]
        self._groups[group] = staying
        number = max(self._groups) + 1
        self._groups[number] = [Member(statement, 1.0, rule) for statement in sorted(leaving)]
        self._of |= dict.fromkeys(leaving, number)
        return leaving

    def _group(self, statement: int) -> int:
        if statement not in self._of:
            number = max(self._groups, default=0) + 1
            self._groups[number] = [Member(statement, None, "")]
            self._of[statement] = number
        return self._of[statement]

    def _with_repeats(self, one: int) -> frozenset[int]:
        """Return `one` and what of its group has the same words in copies of its report."""
        own, group = self._facts[one], (m.statement for m in self._groups[self._group(one)])
        known = ((other, self._facts[other]) for other in group)
        same = (k for k, other in known if (other.origin, other.words) == (own.origin, own.words))
        return frozenset({one, *same})

    def _in_order(self, group: Iterable[Member]) -> tuple[Member, ...]:
        first, *others = sorted(group, key=lambda m: self._facts[m.statement].place)
        return (Member(first.statement, None, ""), *others)


def with_comparisons(groups: Groups, decided: Iterable[Decided]) -> list[Held]:
    """Do in `groups` as each judgement says, in their order, and return what became of each."""
    done: list[Held] = []
    for each in decided:
        if each.one is None or each.other is None or each.one == each.other:
            done.append(Held(each, Standing.ORPHANED))
        elif each.judgement.verdict is Verdict.MERGE:
            moved = groups.join(each.one, each.other, _reason("judged the same", each.judgement))
            done.append(Held(each, Standing.STANDS, moved=moved | {each.one, each.other}))
        else:
            moved = groups.part(each.one, each.other, _reason("kept apart", each.judgement))
            done.append(Held(each, Standing.STANDS, moved=moved | {each.one, each.other}))
    return [_now(held, done[number + 1 :], groups) for number, held in enumerate(done)]


def copies(members: Sequence[Member], facts: Mapping[int, Facts]) -> list[bool]:
    """Return which members stand in a copy of a report that tells the same before it."""
    told: dict[str, str] = {}
    found = []
    for member in members:
        known = facts[member.statement]
        found.append(told.setdefault(known.origin, known.document) != known.document)
    return found


def nearest(meant: MeantStatement, there: Iterable[tuple[int, int, int, str]]) -> int | None:
    """Return which statement of its report is meant now, None where no words are the same.

    Args:
        meant: the statement as it was judged.
        there: key, start and stop of the content, and its words, of each statement of the report.
    """
    shared = {
        key: (min(stop, meant.stop) - max(start, meant.start), words == meant.words, -start, -key)
        for key, start, stop, words in there
        if words == meant.words or _mostly(start, stop, meant)
    }
    return max(shared, key=shared.__getitem__, default=None)


def _mostly(start: int, stop: int, meant: MeantStatement) -> bool:
    """Whether two stretches are more alike than not."""
    both = min(stop, meant.stop) - max(start, meant.start)
    return both > 0 and 2 * both >= max(stop, meant.stop) - min(start, meant.start)


def _now(held: Held, later: Sequence[Held], groups: Groups) -> Held:
    one, other = held.decided.one, held.decided.other
    if held.standing is Standing.ORPHANED or one is None or other is None:
        return held
    if groups.together(one, other) is (held.decided.judgement.verdict is Verdict.MERGE):
        return held
    touching = (x for x in reversed(later) if x.moved & {one, other})
    by = next(touching, None)
    return replace(held, standing=Standing.OVERRIDDEN, by=by.decided.judgement.id if by else None)


def _reason(did: str, judgement: Judgement) -> str:
    by = f"{did} by {judgement.author} on {judgement.at:%Y-%m-%d}"
    return f"{by}: {judgement.reason}" if judgement.reason else by
