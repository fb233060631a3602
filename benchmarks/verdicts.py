"""What a person decided about predictions, read from a file of ids, kinds and verdicts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from pathlib import Path

from benchmarks.answer_file import read_lines, write_lines
from benchmarks.metrics import Score, Share, Unavailable
from benchmarks.report import Grid, Report
from onrecord.model import Kind

HEADINGS = ("id", "kind", "verdict")
Z = 1.959964
_ID = re.compile(r"\S+:\d+-\d+(\+\d+-\d+)*")


class Verdict(StrEnum):
    """What the report says of a prediction; `benchmarks/README.md` tells each in full."""

    TRUE = "true"
    WRONG_NAME = "wrong name"
    WRONG_SPEAKER = "wrong speaker"
    WRONG_BOUNDARY = "wrong boundary"
    NOT_SAID = "not said"


ATTRIBUTED = frozenset({Verdict.TRUE, Verdict.WRONG_NAME})
"""These words are attributed to that source in the report, whoever it was taken for."""


@dataclass(frozen=True, slots=True)
class Row:
    """One prediction (article and offsets), and the verdict on it; None: not yet read."""

    id: str
    kind: Kind
    verdict: Verdict | None


def write(path: Path, rows: Iterable[Row]) -> None:
    """Write rows to be filled in.

    Raises:
        Unavailable: if there are verdicts in the file already.
    """
    if path.exists() and any(row.verdict for row in read(path)):
        raise Unavailable(f"{path} holds verdicts: move it, or name another file")
    write_lines(path, HEADINGS, ((row.id, row.kind, row.verdict or "") for row in rows))


def read(path: Path) -> list[Row]:
    """Read what `write` wrote and a person filled in.

    Raises:
        Unavailable: if there is no such file, or a line is none of the list.
    """
    return read_lines(path, HEADINGS, _row, what="verdicts")


def _row(line: dict[str, str]) -> Row:
    try:
        return Row(_id(line["id"]), Kind(line["kind"]), _verdict(line["verdict"]))
    except ValueError as error:
        raise ValueError(f"{error}; the verdicts are {', '.join(Verdict)}") from error


def _id(words: str) -> str:
    """Return an id as it is; the words of a text have no place in these files."""
    if not _ID.fullmatch(words):
        raise ValueError(f"{words!r} is not an article and offsets")
    return words


def _verdict(words: str) -> Verdict | None:
    return Verdict(words.strip()) if words.strip() else None


def measure(path: Path) -> Report:
    """Return the share of predictions that are true, by the verdicts of a file."""
    rows = read(path)
    decided = [(row.kind, row.verdict) for row in rows if row.verdict]
    figures: list[tuple[str, Score | Share | float | str]] = []
    for name, good in (("attributed", ATTRIBUTED), ("attributed, name right", {Verdict.TRUE})):
        for kind in (None, *Kind):
            verdicts = [v for k, v in decided if kind in (None, k)]
            figure = wilson(sum(v in good for v in verdicts), len(verdicts))
            figures.append((f"{name}, {kind}" if kind else name, figure))
    return Report(
        protocol="D: unmatched predictions, read by hand",
        system=path.stem,
        data=str(path),
        documents=len({row.id.partition(":")[0] for row in rows}),
        gold=len(decided),
        rule="attributed: true or wrong name; 95 % by Wilson's score interval",
        rows=figures,
        notes=[f"{len(rows) - len(decided)} not yet read"] if len(decided) < len(rows) else [],
        grids=[_counts(decided)],
    )


def _counts(decided: Sequence[tuple[Kind, Verdict]]) -> Grid:
    counts = Counter(decided)
    return Grid(
        "verdicts",
        ("verdict", *Kind, "all"),
        [
            (
                verdict,
                *(counts[kind, verdict] for kind in Kind),
                sum(v == verdict for _, v in decided),
            )
            for verdict in Verdict
        ],
    )


def wilson(part: int, whole: int) -> Share:
    """Return a share in percent with Wilson's 95 % interval, which holds for few things too."""
    if not whole:
        return Share(0, 0.0, 0.0, 100.0)
    share, spread = part / whole, Z**2 / whole
    middle = (share + spread / 2) / (1 + spread)
    half = sqrt(share * (1 - share) * spread + spread**2 / 4) / (1 + spread)
    return Share(whole, 100 * share, 100 * max(0.0, middle - half), 100 * min(1.0, middle + half))
