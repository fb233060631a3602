from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.model import Block, BlockKind, Span
from tests.document.made import text
from tests.statement.reports import Told, report, told


def test_a_block_quote_closed_by_its_signature_is_direct() -> None:
    text = (
        "The union met on Monday.\n"
        "We will not pay. I have said so every time. - Bo stated during a briefing."
    )
    assert told(text) == [
        Told("direct", "Bo", "stated", "We will not pay. I have said so every time.")
    ]


def test_a_signature_may_turn_its_words_round_or_give_the_name_alone() -> None:
    assert Told("direct", "Anna Bo", "said", "We will not pay for this.") in told(
        "We will not pay for this. — said Anna Bo."
    )
    assert Told("direct", "Anna Bo", "", "We will not pay for this.") in told(
        "“We will not pay for this.” — Anna Bo"
    )


def test_a_signature_may_stand_on_its_own_line_and_tell_a_role() -> None:
    text = "“We will not pay for this.”\n— Anna Bo, mayor of Riga"
    document = report(text)
    whole = Block(BlockKind.QUOTE, Span(0, len(text)))
    assert told(replace(document, blocks=(whole,))) == [
        Told("direct", "Anna Bo, mayor of Riga", "", "We will not pay for this.")
    ]


def test_a_dash_inside_a_sentence_signs_nothing() -> None:
    assert told("The tax - Bo had voted for it - was never raised.") == []


def test_a_headline_may_name_its_speaker_first_or_last() -> None:
    kinds = {0: BlockKind.HEADLINE}
    body = "\nAnna Bo spoke on Monday."
    assert told(report("Bo: Harbour to open in spring" + body, kinds=kinds))[0] == Told(
        "indirect", "Bo", "", "Harbour to open in spring"
    )
    assert told(report("Bo: We will open the harbour" + body, kinds=kinds))[0].kind == "direct"
    assert told(report("Harbour to open in spring – Bo" + body, kinds=kinds))[0] == Told(
        "indirect", "Bo", "", "Harbour to open in spring"
    )


def test_a_colon_behind_a_word_that_is_no_known_name_says_nothing() -> None:
    kinds = {0: BlockKind.HEADLINE}
    assert told(report("Update: Harbour to open\nThe town waits.", kinds=kinds)) == []


@pytest.mark.parametrize(
    "report",
    [
        "{}: Harbour to open\n\nANSEL ({}) — June 2, 2023. Ada Voss spoke in Port Ansel today.",
        "Harbour to open – {}\n\nANSEL, June 2 ({}) - Ada Voss spoke. She told {} no more.",
        "Harbour to open\n\nANSEL ({}) — June 2, 2023. “We wait for our harbour.”",
    ],
)
def test_the_agency_of_the_dateline_says_nothing(report: str) -> None:
    assert [t for t in told(text(report.replace("{}", "Unanews"))) if "Una" in t.source] == []


def test_a_paragraph_in_the_first_person_belongs_to_whom_the_text_introduces() -> None:
    text = (
        "Anna Bo told reporters that the talks had failed.\n"
        "I told both ministers: we are ready. We have crews and we have ships, and I believe "
        "that nobody can stop us now.\n"
        "The harbour has been closed since March.\n"
        "The town lies in the north.\n"
    )
    assert any(
        t.kind == "direct" and t.source == "Anna Bo" and t.content.startswith("I told both")
        for t in told(text)
    )


def test_an_author_who_says_i_is_not_quoted() -> None:
    text = "\n".join(
        [
            "Bo said the talks had failed.",
            "I have lived in this town for years and I know my neighbours, and we are tired.",
            "When I was a child, my father took me to the quay, and we watched our ships.",
        ]
    )
    assert [t.kind for t in told(text) if t.source == "Bo"] == ["indirect"]


def test_a_quotation_over_several_paragraphs_is_one_statement() -> None:
    text = (
        "Anna Bo said: “We will open the harbour.\n"
        "“We will not wait for the ministers.\n"
        "“And we will not pay.”"
    )
    (statement,) = told(text)
    assert statement.content == (
        "We will open the harbour. | We will not wait for the ministers. | And we will not pay."
    )


def test_a_passage_of_its_own_goes_to_the_speaker_before_it() -> None:
    text = "“We will open it,” Anna Bo said.\n“Nobody can stop us from doing so.”"
    assert ("Anna Bo", "Nobody can stop us from doing so.") in [
        (t.source, t.content) for t in told(text)
    ]


def test_only_blocks_that_report_are_read() -> None:
    text = "Read also: Bo says harbour is open\nAnna Bo said the harbour was closed."
    kinds = {0: BlockKind.LINK}
    assert [t.content for t in told(report(text, kinds=kinds))] == ["the harbour was closed"]
    repeated = report("Anna Bo said it was closed now.\n" * 2, kinds={1: BlockKind.REPEAT})
    assert len(told(repeated)) == 1


def test_an_outlet_that_names_itself_attributes_nothing() -> None:
    document = report("The harbour is closed, Coast Wire reports.", outlet="Coast Wire")
    assert told(document) == []


def test_direct_speech_without_marks_may_end_in_a_comma_and_a_dash() -> None:
    assert told("The bridge was safe. We tested it twice, - Bo said.") == [
        Told("direct", "Bo", "said", "The bridge was safe. We tested it twice")
    ]


@pytest.mark.parametrize("label", ["{}:", "**{}:**", "**{}**:", "{} (Norra):"])
def test_a_transcript_goes_by_turns(label: str) -> None:
    text = "Ann Cole: We will go.\nSEN. BO STONE: I will not.\nDr. Mia Holt: I agree."
    for name in ("Ann Cole", "SEN. BO STONE", "Dr. Mia Holt"):
        text = text.replace(f"{name}:", label.format(name))
    assert [(t.kind, t.source, t.content) for t in told(text)] == [
        ("direct", "Ann Cole", "We will go."),
        ("direct", "SEN. BO STONE", "I will not."),
        ("direct", "Dr. Mia Holt", "I agree."),
    ]


@pytest.mark.parametrize("genre", ["Interview", "Analysis", "Live updates", "The Latest"])
@pytest.mark.parametrize("words", ["The harbour opens", "“We will open it”"])
def test_a_genre_before_a_headline_speaks_no_word_of_it(genre: str, words: str) -> None:
    body = f"The {genre.lower()} was read. “We have waited,” Anna Bo said in an interview."
    document = report(f"{genre}: {words}\n\n{body}", kinds={0: BlockKind.HEADLINE})
    assert [t.source for t in told(document)] == ["Anna Bo"]
