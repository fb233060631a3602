"""How often each rule of the structural extractor is right: where its confidences come from."""

from __future__ import annotations

from collections import defaultdict

from benchmarks.metrics import Score, Share, in_order, share
from benchmarks.options import Options
from benchmarks.polnear import articles
from benchmarks.report import Report
from benchmarks.systems.onrecord_path import capture
from onrecord.model import Reading
from onrecord.pipeline import extractor_tag, read_capture
from onrecord.statement import StructuralExtractor

RULE = "a statement is right when it is the best match of a gold content, above 0.3 (protocol C)"


def measure(options: Options) -> Report:
    """Return, for each rule, the share of its statements that hit a gold content."""
    extractor = StructuralExtractor()
    gold = list(articles(options.data, options.split))[: options.limit]
    hits: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for annotated in gold:
        reading = read_capture(capture(annotated.article), extractor)
        if not isinstance(reading, Reading):
            continue
        # PolNeAR annotates no statement inside another.
        outer = [s for s in reading.statements if s.parent is None]
        matched = in_order(
            [a.content for a in annotated.attributions], [s.content for s in outer], 0.3
        )
        right = set(matched.values())
        for rule in {s.rule for s in outer}:
            numbers = [n for n, s in enumerate(outer) if s.rule == rule]
            hits[rule].append((sum(n in right for n in numbers), len(numbers)))
    rows: list[tuple[str, Score | Share | float | str]] = [
        (rule, share(counts)) for rule, counts in sorted(hits.items(), key=_frequency, reverse=True)
    ]
    return Report(
        protocol="how often each rule is right",
        system=extractor_tag(extractor),
        data=f"PolNeAR {options.split}, raw text, first annotator",
        documents=len(gold),
        gold=sum(len(a.attributions) for a in gold),
        rule=RULE,
        rows=rows,
        speed=None,
        notes=(),
    )


def _frequency(rule: tuple[str, list[tuple[float, float]]]) -> float:
    return sum(of for _, of in rule[1])
