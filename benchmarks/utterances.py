"""One remark in many reports: how well statements are put into utterances, by B-cubed.

B-cubed (Bagga and Baldwin 1998) asks of every statement how many of those it was put together with
tell the same act of speech (precision), and how many of those that do it was put together with
(recall). *Gold statements* have the true words, speakers and dates: this is grouping alone.
*Matched statements* are those of the product that match gold ones, with its own speakers and
dates. *All statements* counts what was not found, and what is no statement, as wrong too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import own, own_gold, tellings
from benchmarks.actors_gold import Item, b_cubed
from benchmarks.metrics import Score, Share, Tally, Tokens, score
from benchmarks.options import Options
from benchmarks.report import Report
from benchmarks.systems import our_extractor
from benchmarks.systems.onrecord_path import output
from onrecord.model import Reading, Telling, Utterance
from onrecord.utterance.grouping import group

Rows = list[tuple[str, Score | Share | float | str]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A gold statement, the report it is of, and the label of the utterance that it tells."""

    telling: Telling
    path: str
    utterance: str


def measure(
    options: Options, names: Sequence[str], examples: Path, half: str = ""
) -> Iterator[Report]:
    """Yield a report for each of our own systems on a folder of reports and gold.

    `half` is how the paths begin of the reports that count; who speaks in them is worked out
    over all of the folder.
    """
    gold = own.annotated(examples / "gold")
    for name in names:
        readings = own_gold.corpus(examples / "corpus", our_extractor(name))
        read = [path for path in gold if path in readings and path.startswith(half)]
        paths = read[: options.limit]
        labelled = [one for path in paths for one in of_report(gold[path], readings[path])]
        rows: Rows = [("gold statements", score(b_cubed(_given(labelled))))]
        rows += _told_apart(labelled)
        rows += _found(paths, gold, readings, labelled)
        yield Report(
            protocol="F: one remark in many reports, B-cubed",
            system=name,
            data=f"{examples.name}/gold" + (f", reports in {half}" if half else ""),
            documents=len(paths),
            gold=len({one.utterance for one in labelled}),
            rule="Bagga and Baldwin (1998) over the statements of all reports together",
            rows=rows,
            notes=[
                f"not read: {path}"
                for path in gold
                if path not in readings and path.startswith(half)
            ],
        )


def of_report(annotation: Mapping[str, object], reading: Reading) -> list[Labelled]:
    """Return the gold statements of a report that its text holds, with their labels."""
    document = reading.document
    statements = own.statements(annotation, document.text)
    labels = {one.id: one.utterance for one in statements}
    path = str(annotation["path"])
    told = tellings.of_gold(annotation, statements, document, path)
    # Without a label a statement is an utterance of its own.
    return [
        Labelled(one, path, labels[one.statement_id.rpartition("#")[2]] or one.statement_id)
        for one in told
    ]


def _given(labelled: Sequence[Labelled]) -> list[Item]:
    of = utterance_of(group(one.telling for one in labelled))
    return [(one.path, one.utterance, of[one.telling.statement_id]) for one in labelled]


def utterance_of(utterances: Sequence[Utterance]) -> dict[str, str]:
    """Return the id of the utterance that each statement tells."""
    return {statement: one.id for one in utterances for statement in one.statements}


def _told_apart(labelled: Sequence[Labelled]) -> Rows:
    """Return the same figure with every statement alone: what grouping starts from."""
    alone = [(one.path, one.utterance, one.telling.statement_id) for one in labelled]
    return [("gold statements, none grouped", score(b_cubed(alone)))]


def _found(
    paths: Sequence[str],
    gold: Mapping[str, Mapping[str, object]],
    readings: Mapping[str, Reading],
    labelled: Sequence[Labelled],
) -> Rows:
    known = own_gold.actors_of(readings.values())
    told = [one for path in paths for one in tellings.of_reading(readings[path], known)]
    given = utterance_of(group(told))
    labels = {one.telling.statement_id: one.utterance for one in labelled}
    items: list[Item] = []
    spurious: list[Item] = []
    missed: list[Item] = []
    for path in paths:
        found = output(readings[path], known)
        statements = own.statements(gold[path], found.text)
        pairs = own_gold.match(Tokens(found.text, marks=False), statements, found.statements)
        matched = {p: g for g, p in pairs.items()}
        for number, statement in enumerate(readings[path].statements):
            if number in matched:
                label = labels[f"{path}#{statements[matched[number]].id}"]
                items.append((path, label, given[statement.id]))
            else:
                spurious.append((path, f"none {statement.id}", given[statement.id]))
        for number, one in enumerate(statements):
            name = f"{path}#{one.id}"
            if number not in pairs and name in labels:
                missed.append((path, labels[name], f"none {name}"))
    return [
        ("matched statements", score(b_cubed(items))),
        ("all statements", score(_with_the_rest(items, spurious, missed))),
    ]


def _with_the_rest(
    items: Sequence[Item], spurious: Sequence[Item], missed: Sequence[Item]
) -> list[Tally]:
    """Count what only one side has against that side alone (Pradhan et al. 2014)."""
    size = len(items)
    recall = _sums([*items, *missed], size, of=1)
    precision = _sums([*items, *spurious], size, of=2)
    reports = {path: None for path, _, _ in (*items, *missed, *spurious)}
    none = (0.0, 0)
    return [
        Tally(*recall.get(path, none), *precision.get(path, none))  # found, gold, right, predicted
        for path in reports
    ]


def _sums(items: Sequence[Item], both: int, *, of: int) -> dict[str, tuple[float, int]]:
    """Return for each report the sum over its first `both` items and the number of all."""
    whole: dict[object, int] = {}
    shared: dict[tuple[object, object], int] = {}
    for place, item in enumerate(items):
        whole[item[of]] = whole.get(item[of], 0) + 1
        if place < both:
            shared[item[1:]] = shared.get(item[1:], 0) + 1
    sums: dict[str, tuple[float, int]] = {}
    for place, item in enumerate(items):
        value, number = sums.get(item[0], (0.0, 0))
        right = shared[item[1:]] / whole[item[of]] if place < both else 0.0
        sums[item[0]] = (value + right, number + 1)
    return sums
