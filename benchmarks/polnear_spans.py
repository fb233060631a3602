"""Protocol A: PolNeAR's spans, as CofeNet cuts and counts them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from benchmarks.metrics import (
    Labelled,
    Score,
    Share,
    Tally,
    decode,
    encode,
    jaccard,
    score,
    share,
    with_marks,
)
from benchmarks.options import Options
from benchmarks.polnear import Segment, Segmented, segmented
from benchmarks.report import Report
from benchmarks.systems import Output, System, run, same_text
from onrecord.model import Span

TYPES = ("source", "cue", "content")
RULE = (
    "per segment, same type, start and end; begin: same start; jaccard: best intersection over "
    "hull per gold span, 0 for each idle prediction. Context: the whole article"
)


def measure(options: Options, measured: System) -> Report:
    articles = list(segmented(options.data, options.split))[: options.limit]
    done = run(measured, [a.article for a in articles])
    exact: dict[str, dict[str, Tally]] = {t: defaultdict(Tally) for t in TYPES}
    begin: dict[str, dict[str, Tally]] = {t: defaultdict(Tally) for t in TYPES}
    hull: dict[str, dict[str, tuple[float, float]]] = {t: defaultdict(_nothing) for t in TYPES}
    for article, output in zip(articles, done.outputs, strict=True):
        predicted = predictions(article, same_text(article.article, output))
        for segment, spans in zip(article.segments, predicted, strict=True):
            for t in TYPES:
                gold, found = of_type(decode(segment.labels), t), of_type(spans, t)
                name = article.name
                exact[t][name] = _plus(exact[t][name], set(gold), set(found))
                begin[t][name] = _plus(
                    begin[t][name], {start for start, _ in gold}, {start for start, _ in found}
                )
                value, items = jaccard(gold, found)
                hull[t][name] = (hull[t][name][0] + value, hull[t][name][1] + items)
    segments = [segment for article in articles for segment in article.segments]
    names = {article.name for article in articles}
    rows: list[tuple[str, Score | Share | float | str]] = [
        *((f"exact {t}", score(list(exact[t].values()))) for t in TYPES),
        *((f"begin {t}", score(list(begin[t].values()))) for t in TYPES),
        *((f"jaccard {t}", share(list(hull[t].values()))) for t in TYPES),
    ]
    return Report(
        protocol="A: PolNeAR spans",
        system=measured.name,
        data=f"PolNeAR {options.split}, {len(segments)} CofeNet segments",
        documents=len(names),
        gold=sum(len(decode(segment.labels)) for segment in segments),
        rule=RULE,
        rows=rows,
        speed=done.speed,
        notes=[
            f"{len(articles)} readings of {len(names)} articles: some have several annotators",
            *options.failures(done),
        ],
    )


def _nothing() -> tuple[float, float]:
    return 0.0, 0.0


def _plus(tally: Tally, gold: set[Any], found: set[Any]) -> Tally:
    hits = len(gold & found)
    return Tally(
        tally.found + hits,
        tally.gold + len(gold),
        tally.right + hits,
        tally.predicted + len(found),
    )


def of_type(spans: Sequence[Labelled], type_: str) -> list[tuple[int, int]]:
    return [(start, end) for name, start, end in spans if name == type_]


def predictions(article: Segmented, output: Output) -> list[list[Labelled]]:
    """Return the spans (type, start, end in tokens) that a system predicts in each segment.

    PolNeAR gives a token one label and knows no nesting: nested statements are left out,
    and a source or cue inside a content is cut out of it.
    """
    text = article.article.text
    outer = output.outer
    painted: list[tuple[str, Span]] = [
        *(("content", span) for s in outer for span in with_marks(text, s.content)),
        *(("source", span) for s in outer for span in s.source),
        *(("cue", span) for s in outer for span in s.cue),
    ]
    return [decode(labels(segment, painted)) for segment in article.segments]


def labels(segment: Segment, painted: Sequence[tuple[str, Span]]) -> list[str]:
    """Return the labels of a segment's tokens: each goes to the last span that touches it."""
    whole = Span(segment.tokens[0].start, segment.tokens[-1].end)
    spans = []
    for type_, span in painted:
        if not span.overlaps(whole):
            continue
        touched = [i for i, token in enumerate(segment.tokens) if token.overlaps(span)]
        if touched:
            spans.append((type_, touched[0], touched[-1] + 1))
    return encode(len(segment.tokens), spans)
