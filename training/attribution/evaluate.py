"""A model under the protocols of `benchmarks`, on the pipeline's own path."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from benchmarks import ced_records, polnear_quotes, polnear_relations, polnear_spans
from benchmarks.options import Options
from benchmarks.report import Report
from benchmarks.systems import Article, Output, Predicted, System
from benchmarks.systems.onrecord_path import Onrecord

from onrecord.model import Span, Spans
from onrecord.statement import Extractor


class Alone:
    """A system that is given each paragraph as an article of its own."""

    def __init__(self, system: System) -> None:
        self.name = f"{system.name}, each segment alone"
        self._system = system

    def read(self, article: Article) -> Output:
        found: list[Predicted] = []
        at = 0
        for line in article.text.split("\n\n"):
            if any(map(str.isalnum, line)):
                here = self._system.read(dataclasses.replace(article, text=line)).statements
                found += (
                    dataclasses.replace(
                        one,
                        content=_moved(one.content, at),
                        cue=_moved(one.cue, at),
                        source=_moved(one.source, at),
                        parent=None if one.parent is None else one.parent + len(found),
                    )
                    for one in here
                )
            at += len(line) + 2
        return Output(article.text, tuple(found))


def _moved(spans: Spans, by: int) -> Spans:
    return tuple(Span(s.start + by, s.end + by) for s in spans)


def reports(extractor: Extractor, data: Path, *, limit: int | None = None) -> Iterator[Report]:
    """Yield protocols A (with the article around and alone), B, C and D on dev."""
    options = Options(data=data, split="dev", limit=limit)
    system = Onrecord(extractor)
    yield polnear_spans.measure(options, system)
    yield polnear_spans.measure(options, Alone(system))
    yield polnear_relations.measure(options, system)
    yield polnear_quotes.measure(options, system)
    yield ced_records.measure(options, system)
