"""Group the statements that tell one act of speech."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from onrecord.model import Kind, Telling, Utterance, utterance_id
from onrecord.utterance.grouping.blocks import Block
from onrecord.utterance.grouping.clusters import clusters
from onrecord.utterance.grouping.features import Told, features
from onrecord.utterance.grouping.likeness import load_likeness
from onrecord.utterance.grouping.meaning import load_meaning

_DIGITS = 4


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


def group_again(known: Iterable[Telling], new: Iterable[Telling]) -> tuple[Utterance, ...]:
    """Group new statements with those already known of the same keys (see `Telling.key`).

    What it returns takes the place of all utterances of these keys; together with those of other
    keys it is what `group` makes of all statements at once. `known` may hold more than is needed.
    """
    added = tuple(new)
    keys = {one.key for one in added}
    ids = {one.statement_id for one in added}
    return group([*added, *(k for k in known if k.key in keys and k.statement_id not in ids)])


def _grouped(tellings: Sequence[Telling]) -> Iterator[Utterance]:
    if len(tellings) == 1:
        yield _utterance([tellings[0]], {}, {})
        return
    block, learned = Block(tellings, load_meaning()), load_likeness()
    pairs = list(block.pairs())
    rows = [features(block.told[p.one], block.told[p.other], p.gap) for p in pairs]
    likely = learned.of(rows).round(_DIGITS).tolist()
    alike = {(p.one, p.other): value for p, value in zip(pairs, likely, strict=True)}
    for members in clusters(len(block.told), alike, block.conflict, at_least=learned.at_least):
        ordered = sorted(members, key=lambda m: _earliest(block.tellings[m]))
        best = {m: _best(m, ordered, alike) for m in ordered[1:]}
        yield _utterance(
            [block.tellings[m] for m in ordered],
            {block.tellings[m].statement_id: value for m, (value, _) in best.items()},
            {
                block.tellings[m].statement_id: _sameness(block.told[m], block.told[other])
                for m, (_, other) in best.items()
            },
        )


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


def _best(
    member: int, members: Sequence[int], alike: Mapping[tuple[int, int], float]
) -> tuple[float, int]:
    """Return how surely a member tells the same as the one it is most like, and which that is."""
    likely = (
        (alike.get((min(member, o), max(member, o)), -1.0), o) for o in members if o != member
    )
    return max(likely, key=lambda one: (one[0], -one[1]))


def _sameness(a: Told, b: Told) -> Sameness:
    one, other = a.words.plain, b.words.plain
    if one == other:
        copied = a.telling.copy_of == b.telling.copy_of
        apart = a.telling.document_id != b.telling.document_id
        return Sameness.COPY if copied and apart else Sameness.VERBATIM
    shorter, longer = sorted((one, other), key=len)
    if _holds(longer, shorter) or any(
        _holds(y.words.plain, quoted) for x, y in ((a, b), (b, a)) for quoted in x.words.quoted
    ):
        return Sameness.PART
    direct = a.telling.kind is b.telling.kind is Kind.DIRECT
    return Sameness.TRANSLATION if direct else Sameness.PARAPHRASE


def _holds(words: Sequence[str], part: Sequence[str]) -> bool:
    """Whether `part` stands in `words` word for word; a single word says too little."""
    return len(part) > 1 and f" {' '.join(part)} " in f" {' '.join(words)} "
