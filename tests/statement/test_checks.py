"""What is dropped whichever reader found it, and the reason that is counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.model import Act, Document, Kind, Span, Statement, statement_id
from onrecord.statement import StructuralExtractor
from onrecord.statement.checks import NAMES_NOBODY, NO_WORDS, OWN_NAME, TITLE, sound
from tests.statement.reports import report


def statement(document: Document, content: str, cue: str = "", source: str = "") -> Statement:
    def spans(words: str) -> tuple[Span, ...]:
        start = document.text.index(words)
        return (Span(start, start + len(words)),) if words else ()

    parts = spans(content), spans(cue), spans(source)
    return Statement(
        id=statement_id("d", "x/1", *parts),
        document_id="d",
        kind=Kind.INDIRECT,
        act=Act.SPEECH,
        content=parts[0],
        cue=parts[1],
        source=parts[2],
        addressee=(),
        parent=None,
        confidence=0.5,
        rule="learned",
        extractor="x/1",
    )


def reasons(document: Document, *found: Statement) -> list[str]:
    kept, drops = sound(document, found)
    assert len(kept) + len(drops) == len(found)
    return [drop.reason for drop in drops]


@pytest.mark.parametrize("source", ["today", "In the", "so far", "Not yet"])
def test_a_source_without_a_noun_or_a_pronoun_names_nobody(source: str) -> None:
    document = report(f"{source} said that the ice had come.")
    assert reasons(document, statement(document, "the ice had come", "said", source)) == [
        NAMES_NOBODY
    ]


@pytest.mark.parametrize(
    "source", ["she", "who", "which", "The family", "One of them", "At least two crews", "those"]
)
def test_whoever_a_noun_or_a_pronoun_stands_for_may_speak(source: str) -> None:
    document = report(f"{source} said that the ice had come.")
    assert reasons(document, statement(document, "the ice had come", "said", source)) == []


def test_a_source_in_another_language_is_not_judged_by_english_words() -> None:
    document = replace(report("In said that the ice had come."), language="de")
    assert reasons(document, statement(document, "the ice had come", "said", "In")) == []


@pytest.mark.parametrize("cue", ["", ":"])
def test_a_label_of_answers_may_look_like_an_article(cue: str) -> None:
    document = report("A: The ice had come.")
    assert reasons(document, statement(document, "The ice had come.", cue, "A")) == []


def test_figures_beside_a_name_are_no_words_of_hers() -> None:
    document = report("Voss: 1,204")
    assert reasons(document, statement(document, "1,204", source="Voss")) == [NO_WORDS]


def test_figures_that_somebody_said_are_words() -> None:
    document = report("“12,” Voss said.")
    assert reasons(document, statement(document, "12,", "said", "Voss")) == []


TITLED = "“We have no ice,” Anna Bo said.\n\n{}\n\nThe winter was warm and wet."


@pytest.mark.parametrize("title", ["'Summer in the Harbour.'", "“The Ice Isn't Coming.”"])
def test_a_title_in_marks_between_paragraphs_is_dropped_for_what_it_is(title: str) -> None:
    extraction = StructuralExtractor().extract(report(TITLED.format(title)))
    assert [s.source for s in extraction.statements] == [extraction.statements[0].source]
    assert [drop.reason for drop in extraction.drops] == [TITLE]


@pytest.mark.parametrize(
    "words", ["“We have none of it left.”", "“No ice at all.”", "“Anna Bo has a plan.”"]
)
def test_a_quotation_between_paragraphs_is_no_title(words: str) -> None:
    extraction = StructuralExtractor().extract(report(TITLED.format(words)))
    assert len(extraction.statements) == 2
    assert extraction.drops == ()


def test_a_title_within_a_paragraph_is_none_of_a_page() -> None:
    document = report("He hummed it. “Summer in the Harbour.”")
    assert reasons(document, statement(document, "Summer in the Harbour.")) == []


def test_an_outlet_that_names_itself_attributes_nothing() -> None:
    document = report("The ice had come, Una reports.", outlet="UNA")
    extraction = StructuralExtractor().extract(document)
    assert extraction.statements == ()
    assert [drop.reason for drop in extraction.drops] == [OWN_NAME]
