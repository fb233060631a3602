"""Protocols E and H: German news by structure alone: messages, nested pairs, addressees."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.metrics import (
    Score,
    Share,
    Tally,
    Tokens,
    Unavailable,
    best_first,
    said,
    score,
    set_f1,
    share,
)
from benchmarks.options import Options
from benchmarks.report import Report
from benchmarks.systems import Article, our_extractor
from benchmarks.systems.onrecord_path import capture
from onrecord.model import Reading, Span, Spans, Statement
from onrecord.pipeline import extractor_tag, read_capture

AT_LEAST = 0.5
_ONESELF = ("ich", "wir")
RULE = (
    "one to one, best first, content-token F1 ≥ 0.5; source, cue, addressee: a shared token; "
    "nested: the inner content as above, both sources, of pairs with two speakers"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A gold quotation. `spoken` is false for thoughts and for what is told without its words."""

    content: Spans
    source: Spans
    cue: Spans
    addressee: Spans
    spoken: bool


@dataclass(frozen=True, slots=True)
class Quoted:
    article: Article
    quotations: tuple[Quotation, ...]


Pair = tuple[int, int]
"""The numbers of an outer and of an inner quotation."""


def articles(data: Path, split: str) -> Iterator[Quoted]:
    """Yield the articles of a split.

    Raises:
        Unavailable: when the data is not there.
    """
    path = data / "german_wikinews" / f"{split}.jsonl"
    if not path.exists():
        raise Unavailable(f"no German Wikinews at {path}: name its folder with --data")
    with path.open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            quotations = tuple(map(_quotation, row["annotations"]))
            yield Quoted(Article(id=row["id"], text=row["text"]), quotations)


def _quotation(row: Mapping[str, object]) -> Quotation:
    def spans(role: str) -> Spans:
        pairs = row[role]
        assert isinstance(pairs, list)
        return tuple(Span(*pair) for pair in pairs)

    return Quotation(
        content=spans("quote"),
        source=spans("speaker"),
        cue=spans("cue"),
        addressee=spans("addressee"),
        spoken=row["type"] != "Reported",
    )


def nested(quotations: Sequence[Quotation], text: str) -> list[Pair]:
    """Return the pairs of which the inner content lies in the outer one's, of two speakers.

    Who says "ich" or "wir" is the outer speaker. Of two with one content either may be the outer.
    """
    tokens = Tokens(text, marks=False)
    found = []
    for o, outer in enumerate(quotations):
        for i, inner in enumerate(quotations):
            held = all(any(c.covers(part) for c in outer.content) for part in inner.content)
            twice = i < o and outer.content == inner.content
            speakers = tokens.of(outer.source), tokens.of(inner.source)
            same = speakers[0] & speakers[1] or said(text, inner.source).lower() in _ONESELF
            if o != i and held and not twice and all(speakers) and not same:
                found.append((o, i))
    return found


def measure(options: Options, name: str) -> Report:
    """Return how well one of our extractors reads German."""
    extractor = our_extractor(name)
    gold = list(islice(articles(options.data, options.split), options.limit))
    tallies: dict[str, list[Tally]] = defaultdict(list)
    shares: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for quoted in gold:
        reading = read_capture(capture(quoted.article), extractor)
        if not isinstance(reading, Reading):
            raise Unavailable(f"cannot be read: {reading}")
        counted, parts = compare(quoted, reading)
        for figure, tally in counted.items():
            tallies[figure].append(tally)
        for figure, part in parts.items():
            shares[figure].append(part)
    rows: list[tuple[str, Score | Share | float | str]] = [
        *((figure, score(counted)) for figure, counted in tallies.items()),
        *((figure, share(parts)) for figure, parts in shares.items()),
    ]
    return Report(
        protocol="E, H: German Wikinews",
        system=f"onrecord {extractor_tag(extractor)}",
        data=f"German Wikinews {options.split}",
        documents=len(gold),
        gold=sum(len(quoted.quotations) for quoted in gold),
        rule=RULE,
        rows=rows,
    )


def compare(
    quoted: Quoted, reading: Reading
) -> tuple[dict[str, Tally], dict[str, tuple[float, float]]]:
    """Return what one article adds to the scores and to the shares."""
    tokens = Tokens(quoted.article.text, marks=False)
    gold, found = quoted.quotations, reading.statements
    matched = _matched(tokens, gold, found)
    pairs = [(gold[g], found[f]) for g, f in matched.items()]
    right = sum(bool(tokens.of(g.source) & tokens.of(f.source)) for g, f in pairs)
    told = sum(bool(tokens.of(g.addressee) & tokens.of(f.addressee)) for g, f in pairs)
    both = _nested_right(quoted, found, matched)
    tallies = {
        "messages": Tally(len(pairs), len(gold), len(pairs), len(found)),
        "messages with their source": Tally(right, len(gold), right, len(found)),
        "nested pairs of two speakers": Tally(
            both, len(nested(gold, quoted.article.text)), both, len(_told_inside(tokens, found))
        ),
        "addressees": Tally(
            told, sum(bool(g.addressee) for g in gold), told, sum(bool(f.addressee) for f in found)
        ),
    }
    spoken = [n for n, g in enumerate(gold) if g.spoken]
    named = [(g, f) for g, f in pairs if g.source]
    cued = [(g, f) for g, f in pairs if g.cue]
    return tallies, {
        "found, of those that are no mere report": (
            sum(n in matched for n in spoken),
            len(spoken),
        ),
        "source, of matched": (right, len(named)),
        "cue, of matched": (
            sum(bool(tokens.of(g.cue) & tokens.of(f.cue)) for g, f in cued),
            len(cued),
        ),
    }


def _matched(
    tokens: Tokens, gold: Sequence[Quotation], found: Sequence[Statement]
) -> dict[int, int]:
    first, second = ([tokens.of(one.content) for one in side] for side in (gold, found))
    return best_first([[set_f1(a, b) for b in second] for a in first], AT_LEAST)


def _told_inside(tokens: Tokens, found: Sequence[Statement]) -> list[Pair]:
    """Return the pairs of two speakers that are found, by their numbers."""
    number = {one.id: n for n, one in enumerate(found)}
    return [
        (number[one.parent], n)
        for n, one in enumerate(found)
        if one.parent is not None
        and one.source
        and found[number[one.parent]].source
        and not tokens.of(one.source) & tokens.of(found[number[one.parent]].source)
    ]


def _nested_right(quoted: Quoted, found: Sequence[Statement], matched: Mapping[int, int]) -> int:
    """Return how many nested pairs are found with both their sources."""
    tokens, gold = Tokens(quoted.article.text, marks=False), quoted.quotations

    def same(one: Quotation, other: Statement) -> bool:
        return bool(tokens.of(one.source) & tokens.of(other.source))

    inside = {inner: outer for outer, inner in _told_inside(tokens, found)}

    def is_right(outer: int, inner: int) -> bool:
        at = matched.get(inner, -1)
        return (
            at in inside and same(gold[inner], found[at]) and same(gold[outer], found[inside[at]])
        )

    return sum(
        is_right(outer, inner)
        or (gold[outer].content == gold[inner].content and is_right(inner, outer))
        for outer, inner in nested(gold, quoted.article.text)
    )
