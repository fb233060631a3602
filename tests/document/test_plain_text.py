"""The blocks of plain text and Markdown."""

import textwrap

import pytest

from onrecord.model import BlockKind
from tests.document.made import blocks, kinds, markdown, text

FIRST = "The harbour of Port Ansel will open in spring, Minister Ada Voss said."
SECOND = "Parliament votes on the plan in April, and the opposition is against it."
THIRD = "The fishermen of the bay have waited for nine years, their union says."


def test_the_text_is_the_decoded_content_unchanged() -> None:
    content = "\r\n  A headline stands here\r\n\r\n\tOne.\u00a0Two. \r\n\f\r\n"
    assert text(content).text == content


def test_paragraphs_set_apart_by_blank_lines() -> None:
    assert blocks(text(f"{FIRST}\n\n{SECOND}\n \n\n{THIRD}\n")) == [
        ("paragraph", FIRST),
        ("paragraph", SECOND),
        ("paragraph", THIRD),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_paragraphs_set_apart_by_line_breaks(newline: str) -> None:
    long = [f"{sentence} {sentence}" for sentence in (FIRST, SECOND, THIRD)]
    assert blocks(text(newline.join(long))) == [("paragraph", words) for words in long]


@pytest.mark.parametrize("width", [40, 60, 72, 100])
def test_wrapped_lines_are_one_paragraph(width: int) -> None:
    paragraphs = [f"Yes. {FIRST} {SECOND}", f"No. {THIRD} {FIRST} {SECOND}", f"So {SECOND}"]
    wrapped = [textwrap.fill(words, width) for words in paragraphs]
    assert blocks(text("\n\n".join(wrapped))) == [("paragraph", words) for words in wrapped]


def test_wrapped_paragraphs_without_blank_lines_part_at_short_lines() -> None:
    paragraphs = [f"{FIRST} {SECOND} Yes.", f"{THIRD} {FIRST} No.", f"{SECOND} {FIRST} So."]
    wrapped = [textwrap.fill(words, 65) for words in paragraphs]
    assert blocks(text("\n".join(wrapped))) == [("paragraph", words) for words in wrapped]


def test_a_line_that_goes_on_in_lower_case_belongs_to_the_one_above() -> None:
    broken = "The harbour of Port Ansel will open\nin spring, Minister Ada Voss said."
    assert blocks(text(f"{broken}\n\n{SECOND} {SECOND} {SECOND}")) == [
        ("paragraph", broken),
        ("paragraph", f"{SECOND} {SECOND} {SECOND}"),
    ]


def test_the_headline_and_its_repeat() -> None:
    headline = "Voss: The harbour will open in spring"
    document = text(f"{headline}\n\n3 min read\n{headline}\n\n{FIRST}")
    assert kinds(document) == ["headline", "advert", "repeat", "paragraph"]
    assert document.blocks[2].repeats == 0
    assert document.title == headline


def test_a_report_that_begins_with_a_sentence_has_no_headline() -> None:
    document = text(f"{FIRST}\n\n{SECOND}")
    assert kinds(document) == ["paragraph", "paragraph"]
    assert document.title is None


def test_a_single_line_is_a_paragraph() -> None:
    assert kinds(text("Voss: The harbour will open in spring")) == ["paragraph"]


def test_a_paragraph_between_headline_and_blank_line_is_the_standfirst() -> None:
    document = text(
        f"Harbour to open in spring\nPort Ansel • UNA\n{FIRST}\n\n{SECOND}\n{THIRD}\n{FIRST} Yes."
    )
    assert kinds(document)[:4] == ["headline", "dateline", "standfirst", "paragraph"]


def test_a_second_line_under_the_headline_is_the_standfirst() -> None:
    document = text(f"Harbour to open in spring\n\nThe union has waited nine years\n\n{FIRST}")
    assert kinds(document) == ["headline", "standfirst", "paragraph"]


def test_a_short_line_over_a_paragraph_is_a_heading() -> None:
    assert kinds(text(f"{FIRST}\n\nAddition\n\n{SECOND}\nWhat comes next\n{THIRD}")) == [
        "paragraph",
        "heading",
        "paragraph",
        "heading",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "line", ["He said:", "“Ready”", "Did Voss agree?", "Voss: Never", "and so on"]
)
def test_a_short_line_that_may_be_speech_is_no_heading(line: str) -> None:
    assert blocks(text(f"{FIRST}\n\n{line}\n\n{SECOND}"))[1] == ("paragraph", line)


def test_a_paragraph_said_again_is_a_repeat_of_the_first() -> None:
    document = text(f"{FIRST}\n\n{SECOND}\n\n{FIRST}\n\n{FIRST.replace(' ', '  ')}")
    assert kinds(document) == ["paragraph", "paragraph", "repeat", "repeat"]
    assert [block.repeats for block in document.blocks] == [None, None, 0, 0]


def test_a_short_answer_given_twice_is_no_repeat() -> None:
    assert (
        kinds(text(f"{FIRST}\n\n“No,” she said.\n\n{SECOND}\n\n“No,” she said."))
        == ["paragraph"] * 4
    )


def test_a_list_has_a_block_for_each_item_without_its_bullet() -> None:
    document = text(f"{FIRST}\n\n- the mole;\n- the cranes;\n- the road.\n\n{SECOND}")
    assert blocks(document)[1:4] == [
        ("list", "the mole;"),
        ("list", "the cranes;"),
        ("list", "the road."),
    ]


@pytest.mark.parametrize("line", ["- Voss said after the meeting.", "— Yes, said Voss."])
def test_a_single_dash_opens_no_list(line: str) -> None:
    assert blocks(text(f"{FIRST}\n\n{line}\n\n{SECOND}"))[1] == ("paragraph", line)


def test_first_person_without_marks_stays_a_paragraph() -> None:
    assert kinds(text(f"{FIRST}\n\nI promise you that we will open it. - added Voss.")) == [
        "paragraph",
        "paragraph",
    ]


def test_lines_marked_as_quoted_are_one_quote() -> None:
    document = markdown(f"{FIRST}\n\n> We have waited\n> long enough.\n\n{SECOND}")
    assert blocks(document)[1] == ("quote", "We have waited\n> long enough.")


def test_headings_of_markdown() -> None:
    document = markdown(f"# Harbour opens\n\n{FIRST}\n\n## What comes next.\n\n* * *\n\n{SECOND}")
    assert blocks(document) == [
        ("headline", "Harbour opens"),
        ("paragraph", FIRST),
        ("heading", "What comes next."),
        ("paragraph", SECOND),
    ]


def test_link_labels_take_the_bare_headlines_below_them_until_a_sentence() -> None:
    document = text(
        f"{FIRST}\n\nRead more:\n\nUnion asks for money\n\nIs the ‘wait’ over?\n\n{SECOND}\n\n"
        "Read also: Voss names three conditions\n\n" + THIRD
    )
    assert kinds(document) == [
        "paragraph",
        "link",
        "link",
        "link",
        "paragraph",
        "link",
        "paragraph",
    ]


def test_a_byline_is_a_block_and_a_field() -> None:
    document = text(f"Harbour to open in spring\n\nBy Ilm Tarn and Oda Brek\n\n{FIRST}")
    assert kinds(document) == ["headline", "byline", "paragraph"]
    assert document.byline == "Ilm Tarn and Oda Brek"


def test_credits_at_the_end_are_no_words_of_the_report() -> None:
    document = text(f"{FIRST}\n\n(Reporting by Ilm Tarn; Editing by Oda Brek)")
    assert kinds(document) == ["paragraph", "byline"]


@pytest.mark.parametrize(
    ("prefix", "outlet"),
    [
        ("PORT ANSEL, March 5 (Unanews) - ", "Unanews"),
        ("PORT ANSEL (UNA) — ", "UNA"),
        ("Port Ansel. March 5. (UNA) -- ", "UNA"),
        ("(UNA) - ", "UNA"),
        ("PORT ANSEL — ", None),
        ("ANSEL/CORVANE. ", None),
    ],
)
@pytest.mark.parametrize("headline", ["", "Rates\n\n", "Harbour to open in spring\n"])
def test_a_dateline_before_the_first_sentence_is_a_block_of_its_own(
    headline: str, prefix: str, outlet: str | None
) -> None:
    document = text(f"{headline}{prefix}{FIRST}\n\n{SECOND}")
    shown = [block for block in blocks(document) if block[0] != "headline"]
    assert shown[:2] == [("dateline", prefix.rstrip()), ("paragraph", FIRST)]
    assert document.outlet == outlet
    assert document.published is None


@pytest.mark.parametrize(
    "prefix",
    [
        "ANSEL, May 3 (Unanews) - ",
        "ANSEL (Unanews) – ",
        "Port Ansel, May 3 (una) - ",
        "PORT ANSEL — ",
        "ANSEL, March 4 — ",
        "ANSEL, March 4, 2024 - ",
        "ANSEL (UNA) — March 4. ",
        "ANSEL, 4 March, UNA: ",
        "ANSEL, Corvane -- ",
        "(Unanews) - ",
    ],
)
def test_a_dateline_before_a_paragraph_further_down_is_a_block_too(prefix: str) -> None:
    found = blocks(text(f"{SECOND}\n\n{prefix}{FIRST}\n\n{THIRD}"))
    assert found[1:3] == [("dateline", prefix.rstrip()), ("paragraph", FIRST)]


@pytest.mark.parametrize(
    "start",
    [
        "Sen. Ada Voss (R-Ansel) — ",
        "Ada Voss (Minister): ",
        "MINISTERS WHO WOULD NOT SIGN IT — ",
        "VOSS, 62: ",
        "UNA, 75 years on: ",
    ],
)
def test_a_name_or_a_heading_before_a_paragraph_is_no_dateline(start: str) -> None:
    assert blocks(text(f"{SECOND}\n\n{start}{FIRST}"))[1] == ("paragraph", start + FIRST)


def test_a_name_before_several_paragraphs_is_a_speaker_and_no_dateline() -> None:
    lines = ["VOSS — We wait.", "BREK — Until when?", "VOSS — Until May.", "BREK — I see."]
    assert blocks(text("\n\n".join(lines))) == [("paragraph", line) for line in lines]


def test_a_word_above_the_headline_is_the_name_of_a_section() -> None:
    document = text(f"Politics\n\nHarbour to open in spring\n\n{FIRST}")
    assert kinds(document) == ["heading", "headline", "paragraph"]
    assert document.title == "Harbour to open in spring"


def test_capitals_and_a_dash_in_the_middle_are_no_dateline() -> None:
    sentence = "UNA - the oldest agency of the land - will close, its owners said."
    assert kinds(text(f"{sentence}\n\n{SECOND}")) == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("The harbour will open, UNA reports.", "UNA"),
        ("The harbour will open, reports Ansel Courier.", "Ansel Courier"),
        ("The harbour will open, reports UNA with reference to the ministry.", "UNA"),
        ("Courier, citing sources, reported that the harbour will open.", None),
        ("He told a friend, she reports.", None),
    ],
)
def test_the_outlet_in_the_reports_own_words(sentence: str, outlet: str | None) -> None:
    assert text(f"{sentence}\n\n{SECOND}").outlet == outlet


def test_a_line_of_place_and_outlet_names_the_outlet() -> None:
    document = text(f"Harbour to open in spring\nPort Ansel • UNA • 5 March 2024, 20:01\n{FIRST}")
    assert document.outlet == "UNA"
    assert document.published is not None
    assert document.published.start == "2024-03-05T20:01"


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (FIRST + SECOND + " That is the plan of the ministry.", "en"),
        ("Der Hafen wird im Frühling geöffnet, sagte die Ministerin am Dienstag.", "de"),
        ("Порт відкриють навесні, заявила міністерка після засідання уряду.", "uk"),
        ("Le port ouvrira au printemps, a déclaré la ministre aux journalistes.", "fr"),
        ("De haven gaat in het voorjaar open, zei de minister van verkeer dinsdag.", "nl"),
        ("12 13 14", None),
        ("No.", None),
    ],
)
def test_the_language(words: str, language: str | None) -> None:
    assert text(words).language == language


def test_short_sentences_of_one_length_each_on_its_line_are_not_wrapped_text() -> None:
    assert (
        kinds(text("The harbour is open.\nThe cranes are new.\nThe mole will hold.\n"))
        == ["paragraph"] * 3
    )


def test_one_line_of_a_megabyte_and_a_hundred_thousand_lines() -> None:
    line = "The harbour will open in spring, she said. " * 25_000
    assert kinds(text(line)) == ["paragraph"]
    many = text("".join(f"The harbour number {n} will open, she said.\n" for n in range(100_000)))
    assert len(many.blocks) == 100_000
    assert {block.kind for block in many.blocks} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize("sign", ["> ", ">", ">   ", "> \t", "> >  "])
def test_a_marked_quote_begins_with_its_words(sign: str) -> None:
    assert blocks(text(f"{FIRST}\n\n{sign}{SECOND}\n\n{THIRD}")) == [
        ("paragraph", FIRST),
        ("quote", SECOND),
        ("paragraph", THIRD),
    ]
