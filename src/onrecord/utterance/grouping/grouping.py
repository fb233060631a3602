"""Group the statements that tell one act of speech."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from itertools import chain, islice

from onrecord.model import Kind, Telling, Utterance, utterance_id
from onrecord.utterance.grouping.blocks import Block
from onrecord.utterance.grouping.clusters import clusters
from onrecord.utterance.grouping.features import KnownWords, Told, features
from onrecord.utterance.grouping.folds import Fold, bound, folds
from onrecord.utterance.grouping.likeness import Likeness, load_likeness
from onrecord.utterance.grouping.meaning import load_meaning

_WITHIN_ONE = 0.75
"""How likely two statements of one report must be one: set by hand on the demo corpus."""
_DIGITS = 4
_AT_ONCE = 10_000
_Likely = dict[int, list[tuple[float, int]]]


class Sameness(StrEnum):
    """Why a statement is put with another: the values of `Utterance.rule`.

    ``copy``: the same words in a copy of the report. ``verbatim``: the same words. ``part``: words
    of one stand in the other. ``translation``: both quote, in other words. ``paraphrase``: one of
    them tells what the other says.
    """

    COPY = "copy"
    VERBATIM = "verbatim"
    PART = "part"
    TRANSLATION = "translation"
    PARAPHRASE = "paraphrase"


def group(tellings: Iterable[Telling]) -> tuple[Utterance, ...]:
    """Put every statement into the one utterance that it tells, alone or with others.

    Two statements are one act of speech only where the same actors answer for them and where the
    dates of speaking can be one: no likeness bridges that. What one report announces or denies
    may be what another tells as made. The rest is a logistic regression on what their
    words share (Sameness) and how they stand in reports, and a clustering in which all must fit.

    Returns:
        The utterances in the order of their ids, whatever the order of `tellings`; of each the
        members as they were published, those of unknown date last.

    Raises:
        WeightsError: if the model is missing or damaged; says what to do.
    """
    by_key: dict[str, list[Telling]] = defaultdict(list)
    for one in tellings:
        by_key[one.key].append(one)
    found = (utterance for key in sorted(by_key) for utterance in _grouped(by_key[key]))
    return tuple(sorted(found, key=lambda u: u.id))


def _grouped(tellings: Sequence[Telling]) -> Iterator[Utterance]:
    if len(tellings) == 1:
        yield _utterance([tellings[0]], {}, {})
        return
    block, learned = Block.of(tellings, load_meaning()), load_likeness()
    folded = folds(block, learned)
    firsts = [fold.members[0] for fold in folded]
    alike = _alike(Block([block.told[first] for first in firsts]), learned)
    bounds = [bound(block, fold) for fold in folded]
    likely = _links(folded, alike)
    for cluster in clusters(bounds, alike, at_least=learned.at_least):
        members = {member for number in cluster for member in folded[number].members}
        ordered = sorted(members, key=lambda m: _earliest(block.tellings[m]))
        best = {m: _best(likely[m], members) for m in ordered[1:]}
        yield _utterance(
            [block.tellings[m] for m in ordered],
            {block.tellings[m].statement_id: value for m, (value, _) in best.items()},
            {
                block.tellings[m].statement_id: _sameness(block.told[m], block.told[other])
                for m, (_, other) in best.items()
            },
        )


def _alike(block: Block, learned: Likeness) -> dict[tuple[int, int], float]:
    """Return how likely each pair of a block that is worth a look is one.

    A report hardly says a thing twice: two remarks of one report are one only if surely so.
    """
    found: dict[tuple[int, int], float] = {}
    known: KnownWords = {}
    waiting = block.pairs()
    while some := list(islice(waiting, _AT_ONCE)):
        rows = [features(block.told[p.one], block.told[p.other], p.gap, known) for p in some]
        likely = learned.of(rows).round(_DIGITS).tolist()
        for pair, value in zip(some, likely, strict=True):
            one, other = block.told[pair.one].telling, block.told[pair.other].telling
            if value >= _WITHIN_ONE or one.document_id != other.document_id:
                found[pair.one, pair.other] = value
    return found


def _links(folded: Sequence[Fold], alike: Mapping[tuple[int, int], float]) -> _Likely:
    """Return for each statement those it was compared with, and how likely the two are one."""
    likely: _Likely = defaultdict(list)
    pairs = ((folded[a].members[0], folded[b].members[0], v) for (a, b), v in alike.items())
    within = ((f.members[0], other, f.likely) for f in folded for other in f.members[1:])
    for one, other, value in chain(pairs, within):
        likely[one].append((value, other))
        likely[other].append((value, one))
    return likely


def _utterance(
    members: Sequence[Telling], likely: Mapping[str, float], why: Mapping[str, Sameness]
) -> Utterance:
    ids = tuple(one.statement_id for one in members)
    return Utterance(
        id=utterance_id(ids),
        statements=ids,
        similarity=tuple(likely[one] for one in ids[1:]),
        rule=tuple(why[one].value for one in ids[1:]),
    )


def _earliest(one: Telling) -> tuple[bool, str, bool, str, int, str]:
    return (
        one.published is None,
        one.published.start if one.published else "",
        one.copy_of != one.document_id,
        one.document_id,
        one.place,
        one.statement_id,
    )


def _best(compared: Iterable[tuple[float, int]], members: AbstractSet[int]) -> tuple[float, int]:
    """Return how surely one tells the same as the member it is most like, and which that is."""
    there = (link for link in compared if link[1] in members)
    return max(there, key=lambda link: (link[0], -link[1]))


def _sameness(a: Told, b: Told) -> Sameness:
    one, other = a.text.words.plain, b.text.words.plain
    if one == other:
        copied = a.telling.copy_of == b.telling.copy_of
        apart = a.telling.document_id != b.telling.document_id
        return Sameness.COPY if copied and apart else Sameness.VERBATIM
    shorter, longer = sorted((one, other), key=len)
    if _holds(longer, shorter) or any(
        _holds(y.words.plain, quoted)
        for x, y in ((a.text, b.text), (b.text, a.text))
        for quoted in x.words.quoted
    ):
        return Sameness.PART
    direct = a.telling.kind is b.telling.kind is Kind.DIRECT
    return Sameness.TRANSLATION if direct else Sameness.PARAPHRASE


def _holds(words: Sequence[str], part: Sequence[str]) -> bool:
    """Whether `part` stands in `words` word for word; a single word says too little."""
    return len(part) > 1 and f" {' '.join(part)} " in f" {' '.join(words)} "
