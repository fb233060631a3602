"""The measures, and how sure they are.

Counts are kept per document, so that the 95 % interval of every figure comes from
resampling documents: `DRAWS` draws with replacement, always from the same seed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Kind, Span, Spans

DRAWS = 1_000
SEED = 20_260_101

OPENING = ("“", "«", "„", "‟", "``")
CLOSING = ("”", "»")
STRAIGHT = ('"', "''")
"""Marks that open and close alike; doubled apostrophes do so where text is typed in ASCII."""
MARKS = (*OPENING, *CLOSING, *STRAIGHT)

Floats = NDArray[np.float64]


class Unavailable(Exception):
    """Something a benchmark needs is not installed or not there; says what to do."""


# Figures ------------------------------------------------------------------------------


class Tally(NamedTuple):
    """What was found in one document: gold items (and those found), predictions (and those right).

    The two hits differ where items are counted by a property that gold and prediction
    need not share.
    """

    found: float = 0
    gold: float = 0
    right: float = 0
    predicted: float = 0


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 in percent, with the 95 % interval of F1."""

    gold: int
    predicted: int
    precision: float
    recall: float
    f1: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Share:
    """A mean in percent over `of` things, with its 95 % interval."""

    of: int
    value: float
    low: float
    high: float


def score(documents: Sequence[Tally]) -> Score:
    """Return micro precision, recall and F1 over documents."""
    counts = np.asarray([tuple(d) for d in documents], dtype=np.float64).reshape(-1, 4)
    found, gold, right, predicted = counts.sum(axis=0)
    low, high = interval(counts, _f1)
    return Score(
        gold=int(gold),
        predicted=int(predicted),
        precision=100 * float(_divide(right, predicted)),
        recall=100 * float(_divide(found, gold)),
        f1=100 * float(_f1(counts.sum(axis=0, keepdims=True))[0]),
        low=low,
        high=high,
    )


def share(documents: Sequence[tuple[float, float]]) -> Share:
    """Return the share that (part, whole), summed over documents, comes to."""
    counts = np.asarray(documents, dtype=np.float64).reshape(-1, 2)
    part, whole = counts.sum(axis=0)
    low, high = interval(counts, lambda sums: _divide(sums[:, 0], sums[:, 1]))
    return Share(of=int(whole), value=100 * float(_divide(part, whole)), low=low, high=high)


def _f1(sums: Floats) -> Floats:
    recall = _divide(sums[:, 0], sums[:, 1])
    precision = _divide(sums[:, 2], sums[:, 3])
    return _divide(2 * precision * recall, precision + recall)


def _divide(part: Any, whole: Any) -> Floats:
    """Divide, taking nothing of nothing as zero."""
    part, whole = np.asarray(part, dtype=np.float64), np.asarray(whole, dtype=np.float64)
    quotient: Floats = np.divide(part, whole, out=np.zeros_like(part), where=whole != 0)
    return quotient


def interval(counts: Floats, figure: Callable[[Floats], Floats]) -> tuple[float, float]:
    """Return the 95 % interval, in percent, of a figure (0 to 1) of counts summed over documents.

    `counts` has a row a document; `figure` takes a row of sums a draw.
    """
    if not len(counts):
        return 0.0, 0.0
    weights = np.random.default_rng(SEED).multinomial(
        len(counts), np.full(len(counts), 1 / len(counts)), size=DRAWS
    )
    low, high = np.percentile(figure(weights @ counts), [2.5, 97.5])
    return 100 * float(low), 100 * float(high)


# Tokens and characters ----------------------------------------------------------------


def words(text: str) -> list[str]:
    """Return the lower-cased words of a text."""
    return re.findall(r"\w+", text.lower())


class Tokens:
    """The words and signs of a text, by number, so that spans compare free of white space.

    With `marks` false double quotation marks are no tokens: contents that are drawn with
    them and without compare alike.
    """

    def __init__(self, text: str, *, marks: bool = True) -> None:
        self._tokens = [
            match.span()
            for match in re.finditer(r"\w+|''|``|[^\w\s]", text)
            if marks or match.group() not in MARKS
        ]

    def of(self, spans: Spans) -> frozenset[int]:
        """Return the numbers of the tokens that any of the spans touches."""
        return frozenset(
            i
            for span in spans
            for i, (start, end) in enumerate(self._tokens)
            if start < span.end and span.start < end
        )


def set_f1(gold: frozenset[int], predicted: frozenset[int]) -> float:
    """Return F1 (0 to 1) of two sets of tokens of one text."""
    shared = len(gold & predicted)
    return 2 * shared / (len(gold) + len(predicted)) if shared else 0.0


def bag_f1(gold: Sequence[str], predicted: Sequence[str]) -> float:
    """Return F1 (0 to 1) of two lists of words, in any order."""
    shared = sum((Counter(gold) & Counter(predicted)).values())
    return 2 * shared / (len(gold) + len(predicted)) if shared else 0.0


def characters(spans: Spans) -> frozenset[int]:
    return frozenset(i for span in spans for i in range(span.start, span.end))


def same_source(gold: Spans, predicted: Spans) -> bool:
    """Say whether two sources overlap, or both are absent."""
    if not gold or not predicted:
        return not gold and not predicted
    return any(g.overlaps(p) for g in gold for p in predicted)


def said(text: str, spans: Spans) -> str:
    """Return the words of possibly several spans, in order."""
    return " ".join(span.of(text) for span in spans)


_MARK = re.compile("|".join(MARKS))
_OPENED = re.compile(rf"(?:(?:{'|'.join(OPENING)}) ?|{'|'.join(STRAIGHT)})$")
_CLOSED = re.compile(rf" ?(?:{'|'.join(CLOSING)})|{'|'.join(STRAIGHT)}")


def with_marks(text: str, spans: Spans) -> Spans:
    """Widen spans over the quotation marks that adjoin them, as PolNeAR's contents are drawn.

    A mark that shows which way it faces may stand a space away, as it does between tokens.
    """
    widened = []
    for span in spans:
        opened = _OPENED.search(text, max(0, span.start - 3), span.start)
        closed = _CLOSED.match(text, span.end)
        widened.append(
            Span(opened.start() if opened else span.start, closed.end() if closed else span.end)
        )
    return tuple(widened)


def quoted(text: str) -> tuple[bool, ...]:
    """Say of every character whether it stands in double quotation marks.

    A mark left open ends with its paragraph; a straight mark opens and closes by turns.
    """
    inside: list[bool] = []
    for line in text.splitlines(keepends=True):
        open_, at = False, 0
        for match in _MARK.finditer(line):
            mark = match.group()
            opens = mark in OPENING or (mark in STRAIGHT and not open_)
            closes = mark in CLOSING or (mark in STRAIGHT and open_)
            inside += [open_] * (match.start() - at)
            inside += [open_ or opens] * len(mark)
            open_, at = (open_ or opens) and not closes, match.end()
        inside += [open_] * (len(line) - at)
    return tuple(inside)


def kind_of(text: str, inside: Sequence[bool], spans: Spans) -> Kind:
    """Return the kind a content has by its marks: all, none or some of its words in them."""
    marked = {inside[i] for span in spans for i in range(span.start, span.end) if text[i].isalnum()}
    if marked == {True}:
        return Kind.DIRECT
    return Kind.MIXED if True in marked else Kind.INDIRECT


# Protocol A: labels -------------------------------------------------------------------

Labelled = tuple[str, int, int]


def decode(labels: Sequence[str]) -> list[Labelled]:
    """Read BIO labels as spans (type, start, end) the way CofeNet does.

    B-x closes what is open and opens x; I-x continues only an open x, otherwise it closes
    what is open and opens nothing; O closes.
    """
    spans: list[Labelled] = []
    type_, start = "", 0
    for i, label in enumerate([*labels, "O"]):
        prefix, _, name = label.partition("-")
        if prefix == "I" and name == type_:
            continue
        if type_:
            spans.append((type_, start, i))
        type_, start = (name, i) if prefix == "B" else ("", i)
    return spans


def encode(length: int, spans: Iterable[Labelled]) -> list[str]:
    """Return BIO labels; a token that several spans claim is the last one's."""
    owner: list[int | None] = [None] * length
    types = []
    for number, (type_, start, end) in enumerate(spans):
        types.append(type_)
        owner[start:end] = [number] * (end - start)
    labels = ["O" if n is None else f"B-{types[n]}" for n in owner]
    for i, (before, here) in enumerate(pairwise(owner), start=1):
        if here is not None and here == before:
            labels[i] = f"I-{types[here]}"
    return labels


def jaccard(
    gold: Sequence[tuple[int, int]], predicted: Sequence[tuple[int, int]]
) -> tuple[float, int]:
    """Return the sum of overlaps and how many they are.

    One item for each gold span (its best intersection over hull) and a zero for each
    predicted span that touches no gold span.
    """
    best = [max((_overlap(g, p) for p in predicted), default=0.0) for g in gold]
    idle = [p for p in predicted if not any(_overlap(g, p) for g in gold)]
    return sum(best), len(best) + len(idle)


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, shared) / (max(a[1], b[1]) - min(a[0], b[0]))


# Matching -----------------------------------------------------------------------------


def in_order(gold: Sequence[Spans], predicted: Sequence[Spans], above: float) -> dict[int, int]:
    """Match as the Gender Gap Tracker does, and return gold number → prediction number.

    Each gold quote in turn takes the unused prediction that holds most of its characters,
    when that is more than `above` of them.
    """
    chars = [characters(p) for p in predicted]
    free = list(range(len(predicted)))
    matched: dict[int, int] = {}
    for number, spans in enumerate(gold):
        whole = characters(spans)
        shares = [(len(whole & chars[p]) / len(whole), -p) for p in free]
        best, p = max(shares, default=(0.0, 0))
        if best > above:
            matched[number] = -p
            free.remove(-p)
    return matched


def assign(similarity: Sequence[Sequence[float]]) -> list[tuple[int, int, float]]:
    """Return (row, column, similarity) of the one-to-one assignment with the largest sum.

    Pairs of similarity zero are left out.

    Raises:
        Unavailable: without SciPy.
    """
    try:
        from scipy.optimize import linear_sum_assignment
    except ImportError as error:
        raise Unavailable(
            "this benchmark needs scipy: install onrecord with the extra [bench]"
        ) from error
    if not similarity or not similarity[0]:
        return []
    matrix = np.asarray(similarity, dtype=np.float64)
    rows, columns = linear_sum_assignment(matrix, maximize=True)
    return [
        (int(r), int(c), float(matrix[r, c]))
        for r, c in zip(rows, columns, strict=True)
        if matrix[r, c] > 0
    ]


def best_first(similarity: Sequence[Sequence[float]], at_least: float) -> dict[int, int]:
    """Match one to one, the most similar pair first, and return row → column."""
    pairs = sorted(
        (
            (value, -r, -c)
            for r, row in enumerate(similarity)
            for c, value in enumerate(row)
            if value >= at_least
        ),
        reverse=True,
    )
    matched: dict[int, int] = {}
    for _, r, c in pairs:
        if -r not in matched and -c not in matched.values():
            matched[-r] = -c
    return matched


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa (at most 1) of two annotators' labels for the same items.

    1.0 where both only ever use one and the same label.
    """
    if not pairs:
        return 0.0
    n = len(pairs)
    observed = sum(a == b for a, b in pairs) / n
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[label] * second[label] for label in first) / n**2
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)
