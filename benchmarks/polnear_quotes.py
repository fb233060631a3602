"""Protocol C: quotes as the Gender Gap Tracker counts them, on PolNeAR."""

from __future__ import annotations

from collections import defaultdict

from benchmarks.metrics import (
    Score,
    Share,
    Tally,
    in_order,
    kind_of,
    quoted,
    same_source,
    score,
    share,
)
from benchmarks.options import Options
from benchmarks.polnear import Annotated, articles
from benchmarks.report import Report
from benchmarks.systems import Output, System, run, same_text
from onrecord.model import Kind

THRESHOLDS = (0.3, 0.8)
RULE = (
    "for each gold quote in order, the unused prediction with the largest shared part of the "
    "gold quote's characters; hit above 0.3 (0.8)"
)


def measure(options: Options, measured: System) -> Report:
    gold = list(articles(options.data, options.split))[: options.limit]
    done = run(measured, [a.article for a in gold])
    tallies: dict[str, list[Tally]] = defaultdict(list)
    speakers: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for annotated, output in zip(gold, done.outputs, strict=True):
        same_text(annotated.article, output)
        for above in THRESHOLDS:
            counted, speaker = compare(annotated, output, above)
            for name, tally in counted.items():
                tallies[name].append(tally)
            speakers[f"source overlaps, of hits > {above}"].append(speaker)
    rows: list[tuple[str, Score | Share | float | str]] = [
        *((name, score(counted)) for name, counted in tallies.items()),
        *((name, share(counted)) for name, counted in speakers.items()),
    ]
    return Report(
        protocol="C: quotes as the Gender Gap Tracker counts them",
        system=measured.name,
        data=f"PolNeAR {options.split}, raw text, first annotator",
        documents=len(gold),
        gold=sum(len(a.attributions) for a in gold),
        rule=RULE,
        rows=rows,
        speed=done.speed,
        notes=options.failures(done),
    )


def compare(
    annotated: Annotated, output: Output, above: float
) -> tuple[dict[str, Tally], tuple[float, float]]:
    """Return the tallies of one article, and (speakers right, hits).

    A speaker is right when the spans of the two sources overlap, or both are absent.
    """
    text = annotated.article.text
    inside = quoted(text)
    gold, predicted = annotated.attributions, output.outer
    matched = in_order([a.content for a in gold], [p.content for p in predicted], above)
    gold_kinds = [kind_of(text, inside, a.content) for a in gold]
    kinds = [kind_of(text, inside, p.content) for p in predicted]
    tallies = {
        f"quotes > {above}": Tally(len(matched), len(gold), len(matched), len(predicted)),
    }
    for kind in Kind:
        tallies[f"quotes > {above}, {kind}"] = Tally(
            sum(gold_kinds[g] == kind for g in matched),
            gold_kinds.count(kind),
            sum(kinds[p] == kind for p in matched.values()),
            kinds.count(kind),
        )
    right = sum(same_source(gold[g].source, predicted[p].source) for g, p in matched.items())
    return tallies, (right, len(matched))
