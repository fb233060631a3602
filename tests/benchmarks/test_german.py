"""Nested pairs of German gold, and what counts as found of them."""

from __future__ import annotations

from benchmarks.german import Quotation, Quoted, compare, nested
from benchmarks.systems import Article
from benchmarks.systems.onrecord_path import capture

from onrecord.model import Reading, Span, Spans
from onrecord.pipeline import read_capture
from onrecord.statement import StructuralExtractor

TEXT = "Der Steg sei alt, teilte Reeve mit. Reeve sagte: „Brill sagte, der Steg sei gesperrt.“"


def quotation(content: str, source: str, cue: str = "sagte") -> Quotation:
    def spans(words: str) -> Spans:
        start = TEXT.rindex(words)
        return (Span(start, start + len(words)),)

    return Quotation(spans(content), spans(source), spans(cue), (), spoken=True)


OUTER = quotation("Brill sagte, der Steg sei gesperrt.", "Reeve")
INNER = quotation("der Steg sei gesperrt", "Brill")


def test_a_pair_has_two_speakers_of_whom_none_says_i() -> None:
    assert nested([OUTER, INNER], TEXT) == [(0, 1)]
    assert nested([OUTER, quotation("der Steg sei gesperrt", "Reeve")], TEXT) == []


def test_two_with_one_content_are_one_pair() -> None:
    assert len(nested([INNER, quotation("der Steg sei gesperrt", "Reeve")], TEXT)) == 1


def test_a_pair_is_found_with_both_its_sources() -> None:
    reading = read_capture(capture(Article("a", TEXT)), StructuralExtractor())
    assert isinstance(reading, Reading)
    assert reading.document.language == "de"
    tallies, _ = compare(Quoted(Article("a", TEXT), (OUTER, INNER)), reading)
    assert tallies["nested pairs of two speakers"][:3] == (1, 1, 1)
    assert tallies["messages"][:2] == (2, 2)
