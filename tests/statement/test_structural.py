from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Kind
from onrecord.statement import StructuralExtractor
from tests.statement.reports import report, told

WORDS = st.sampled_from(
    [
        *"Anna Bo she I we said told reporters that according to the plan harbour will not".split(),
        *"who and adding plans criticised ; : , . - — ? “ ” ‘ ’ \" ' « » “no,” (HU) Mr.".split(),
        *"U.S. 3.5 é 😀".split(),
        " ",
        "\n",
    ]
)


@given(st.lists(WORDS, max_size=60))
def test_spans_hold_whatever_the_text(words: list[str]) -> None:
    document = report(" ".join(words))
    extraction = StructuralExtractor().extract(document)
    ids = {s.id for s in extraction.statements}
    assert len(ids) == len(extraction.statements)
    for statement in extraction.statements:
        spans = (*statement.content, *statement.cue, *statement.source, *statement.addressee)
        words = [span.of(document.text) for span in spans]
        assert all(w == w.strip() != "" for w in words)
        assert all(span.end <= len(document.text) for span in spans)
        assert list(statement.content) == sorted(statement.content)
        assert 0 <= statement.confidence <= 1
        assert statement.parent is None or statement.parent in ids
    assert extraction == StructuralExtractor().extract(document)


def test_what_is_quoted_is_read_for_what_it_reports() -> None:
    statements = told("“President Lind told me that ‘you will not join.’ It hurt,” Anna Bo said.")
    assert [(t.source, t.content, t.parent) for t in statements] == [
        ("Anna Bo", "President Lind told me that ‘you will not join.’ It hurt,", None),
        ("President Lind", "you will not join.", "Anna Bo"),
    ]


def test_indirect_speech_nests_too() -> None:
    statements = told("Anna Bo said that President Lind had told her the door was shut.")
    assert ("President Lind", "Anna Bo") in [(t.source, t.parent) for t in statements]


def test_what_speakers_think_in_their_own_words_is_not_told_twice() -> None:
    statements = told("Anna Bo said that she believes the winter will be hard.")
    assert [t.source for t in statements] == ["Anna Bo"]


def test_what_others_think_is_told_through_the_speaker() -> None:
    statements = told("Anna Bo said that the union knows how hard the winter is.")
    assert ("the union", "Anna Bo") in [(t.source, t.parent) for t in statements]


def test_the_kind_inside_a_quotation_looks_at_the_marks_inside() -> None:
    statements = told("“Lind told me that the door was shut,” Anna Bo said.")
    assert [(t.source, t.kind) for t in statements] == [("Anna Bo", "direct"), ("Lind", "indirect")]


def test_quoted_words_without_a_speaker_are_counted() -> None:
    extraction = StructuralExtractor().extract(report("The “red pencil” lies in the museum."))
    assert extraction.statements == ()
    assert [d.reason for d in extraction.drops] == ["quoted words without a speaker"]


def test_direct_words_are_those_of_the_text() -> None:
    text = "“Не платимо,” сказала Bo. “We said “no” 😀 twice,” Anna Bo said."
    document = report(text)
    for statement in StructuralExtractor().extract(document).statements:
        if statement.kind is Kind.DIRECT:
            assert all(span.of(text) in text for span in statement.content)


def test_a_long_line_takes_time_in_proportion() -> None:
    sentence = "Anna Bo said “we will open it” and told reporters that the talks, he said, failed. "

    def seconds(times: int) -> float:
        document = report(sentence * times)
        before = time.process_time()
        StructuralExtractor().extract(document)
        return time.process_time() - before

    seconds(20)
    assert seconds(3200) < 24 * seconds(400) + 0.2  # eightfold; quadratic would be 64


def test_a_line_without_sentences_does_not_stall() -> None:
    document = report("said Bo told that and " * 40_000)
    before = time.process_time()
    StructuralExtractor().extract(document)
    assert time.process_time() - before < 30


def test_what_speakers_once_told_somebody_is_a_statement_of_its_own() -> None:
    text = "“I told Mayor Roe: the dam will hold. I tell you, I think it will,” said Ada Finch."
    nested = [t for t in told(text) if t.parent is not None]
    assert [(t.source, t.cue, t.parent) for t in nested] == [("I", "told", "Ada Finch")]
