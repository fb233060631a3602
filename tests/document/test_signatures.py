"""Signatures of block quotes join what they sign; lists with dashes stay lists."""

import pytest

from onrecord.statement import StructuralExtractor
from tests.document.made import blocks, kinds, markdown, page, text

NEWS = "The harbour of Port Ansel will open in spring, Minister Ada Voss said."
QUOTE = "We have waited for nine years. I can promise you that the mole was safe."
NEXT = "Parliament votes on the plan in April, and the opposition is against it."


@pytest.mark.parametrize("dash", ["- ", "– ", "— ", "—"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "signed",
    [
        "Brek said.",
        "said Oda Brek, head of the union.",
        "Brek told reporters in Port Ansel on Friday.",
        "Oda Brek, who leads the union, added.",
        "the minister noted",
        "Oda Brek",
        "Oda van der Brek, head of the fishermen’s union",
    ],
)
def test_a_signature_is_one_block_with_the_words_above_it(dash: str, gap: str, signed: str) -> None:
    words = f"{QUOTE}{gap}{dash}{signed}"
    assert blocks(text(f"{NEWS}\n\n{words}\n\n{NEXT}")) == [
        ("paragraph", NEWS),
        ("paragraph", words),
        ("paragraph", NEXT),
    ]


@pytest.mark.parametrize("signed", ["- Brek", "— Oda Brek", "- Brek said."])
@pytest.mark.parametrize("quote", ["“The mole was safe.”", "„The mole was safe“"])
def test_a_short_name_signs_what_stands_in_marks(quote: str, signed: str) -> None:
    assert blocks(text(f"{NEWS}\n\n{quote}\n{signed}"))[1:] == [("paragraph", f"{quote}\n{signed}")]


def test_a_signature_under_a_quote_of_mail_or_a_page() -> None:
    assert blocks(text(f"{NEWS}\n\n> {QUOTE}\n- Brek said."))[1] == (
        "quote",
        f"{QUOTE}\n- Brek said.",
    )
    document = page(
        f"<article><p>{NEWS} {NEXT}</p><blockquote><p>{QUOTE}</p></blockquote><p>— Oda Brek</p>"
        f"<p>{NEXT} {NEXT}</p></article>"
    )
    assert blocks(document)[1] == ("quote", f"{QUOTE}\n\n— Oda Brek")


def test_each_quote_has_its_own_signature() -> None:
    one, two = f"{QUOTE}\n- Brek said.", "Nobody has asked us. Not once.\n- Ilm Tarn added."
    found = blocks(text(f"{NEWS}\n{one}\n{two}\n{NEXT}"))
    assert found[1:3] == [("paragraph", one), ("paragraph", two)]


def test_a_quote_that_has_a_dash_itself_is_signed_all_the_same() -> None:
    words = "- The mole was safe.\n- Brek said."
    assert blocks(text(f"{NEWS}\n\n{words}\n\n{NEXT}"))[1] == ("paragraph", words)


@pytest.mark.parametrize(
    "items",
    [
        ["The mole", "The cranes", "The road"],
        ["Ada Voss", "Oda Brek"],
        ["Ada Voss said.", "Oda Brek said."],
        ["Voss said that the mole is safe.", "Brek said that it is not."],
        ["the mole;", "the cranes."],
        ["The mole was safe.", "The cranes were new.", "Brek said."],
    ],
)
@pytest.mark.parametrize("above", [NEWS, QUOTE, "They named these.", "“Look at them.”"])
def test_a_list_stays_a_list(above: str, items: list[str]) -> None:
    found = blocks(text(f"{above}\n" + "\n".join(f"- {item}" for item in items)))
    assert found == [("paragraph", above), *(("list", item) for item in items)]


@pytest.mark.parametrize(
    "line",
    [
        "— Yes, said Voss.",
        "- The mole will be repaired, said Voss.",
        "— We will open it, Voss said.",
        "- Voss said that the mole is safe.",
        "- Voss said: never.",
        "- “Never,” Voss said.",
        "- The mole",
        "— It is late.",
    ],
)
def test_words_behind_a_dash_are_no_signature(line: str) -> None:
    assert line in [words for _, words in blocks(text(f"{QUOTE}\n\n{line}\n\n{NEXT}"))]


@pytest.mark.parametrize("line", ["— Ilm Tarn", "- Ilm Tarn, Ansel Courier", "- Tarn wrote."])
def test_a_sentence_with_a_speaker_of_its_own_is_not_signed(line: str) -> None:
    assert kinds(text(f"{NEXT}\n\n{NEWS}\n\n{line}")) == ["paragraph"] * 3


def test_the_reporters_name_under_the_last_words_of_a_report_signs_no_quote() -> None:
    assert kinds(text(f"{NEWS}\n\n{NEXT}\n\n— Ilm Tarn")) == ["paragraph"] * 3


@pytest.mark.parametrize(
    "signed",
    [
        "<footer>Ada Voss, mayor</footer>",
        "<footer>— <cite>Ada Voss</cite>, mayor</footer>",
        "<cite>Ada Voss</cite>",
        "<cite><a href='/voss'>Ada Voss</a></cite>",
        "<p><cite>Ada Voss</cite></p>",
        "<p>— <cite>Ada Voss</cite></p>",
    ],
)
def test_what_a_page_names_in_a_block_quote_signs_all_of_it(signed: str) -> None:
    document = page(
        f"<article><p>{NEWS} {NEXT}</p><blockquote><p>{QUOTE}</p><p>It is safe.</p>{signed}"
        f"</blockquote><p>{NEXT} {NEWS}</p></article>"
    )
    kind, words = blocks(document)[1]
    assert (kind, words.partition("Ada")[0].rstrip("— \n")) == ("quote", f"{QUOTE}\n\nIt is safe.")
    assert "Ada Voss" in words
    assert kinds(document) == ["paragraph", "quote", "paragraph"]
    found = StructuralExtractor().extract(document).statements
    (statement,) = [s for s in found if s.rule == "signature"]
    assert statement.content[0].of(document.text) == f"{QUOTE}\n\nIt is safe."
    assert statement.source[0].of(document.text).startswith("Ada Voss")


@pytest.mark.parametrize(
    "quote",
    [
        "<figure><blockquote><p>{}</p></blockquote><figcaption>Ada Voss</figcaption></figure>",
        "<blockquote><p>{}</p></blockquote><cite>Ada Voss</cite>",
        "<blockquote><p>{}</p></blockquote><p><cite>Ada Voss</cite></p>",
    ],
)
def test_what_names_a_speaker_under_a_block_quote_signs_it(quote: str) -> None:
    document = page(
        f"<article><p>{NEWS} {NEXT}</p>{quote.format(QUOTE)}<p>{NEXT} {NEWS}</p></article>"
    )
    assert blocks(document)[1][0] == "quote"
    assert blocks(document)[1][1].startswith(f"{QUOTE}\n\nAda Voss")


def test_a_book_named_in_a_block_quote_is_part_of_it() -> None:
    document = page(
        f"<article><p>{NEWS} {NEXT}</p><blockquote><p>As <cite>The Quay</cite> wrote, {QUOTE}</p>"
        f"</blockquote><p>{NEXT} {NEWS}</p></article>"
    )
    assert blocks(document)[1] == ("quote", f"As The Quay wrote, {QUOTE}")


def test_a_caption_of_a_picture_and_the_foot_of_a_page_sign_nothing() -> None:
    document = page(
        f"<article><p>{NEWS} {NEXT}</p><blockquote><p>{QUOTE}</p></blockquote>"
        "<figure><img src='a.png'><figcaption>Ada Voss at the quay</figcaption></figure>"
        f"<p>{NEXT} {NEWS}</p></article><footer>Imprint</footer>"
    )
    assert ("quote", QUOTE) in blocks(document)


@pytest.mark.parametrize(
    "signed", ["> — Oda Brek", ">\n> — Oda Brek, head of the union", "\n— Oda Brek"]
)
def test_all_paragraphs_of_a_marked_quotation_are_his_who_signs_it(signed: str) -> None:
    words = f"> {QUOTE}\n>\n> It is safe.\n{signed}"
    document = markdown(f"{NEWS}\n\n{words}\n\n{NEXT}")
    assert blocks(document)[1] == ("quote", words[2:])
    (statement,) = [
        s for s in StructuralExtractor().extract(document).statements if s.rule == "signature"
    ]
    assert [part.of(document.text) for part in statement.content] == [QUOTE, "It is safe."]


@pytest.mark.parametrize(
    "signed", ["Minister of Ports, Waters and Ice, Oda Brek", "Oda Brek, Minister of Ports"]
)
def test_a_role_may_stand_on_either_side_of_the_name_that_signs(signed: str) -> None:
    words = f"“{QUOTE}”\n– {signed}"
    following = f"“{NEXT}”\n– Ilm Tarn, mayor"
    found = blocks(text(f"{NEWS}\n\n{words}\n\n{following}"))
    assert found[1:] == [("paragraph", words), ("paragraph", following)]
