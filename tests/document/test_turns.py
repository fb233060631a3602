"""Transcripts: a block for each turn."""

import pytest

from onrecord.document.turns import is_label, is_turn
from tests.document.made import blocks, kinds, markdown, text

NEWS = "The harbour of Port Ansel will open in spring, Minister Ada Voss said."


@pytest.mark.parametrize("read", [text, markdown])
@pytest.mark.parametrize(
    "lines",
    [
        ["MR. STONE: We wait.", "Dr. Mia Holt: Until when?", "THE CHAIR: Order.", "MR. STONE: No"],
        ["Q: Will it open?", "A: Yes, in spring.", "Q: When?", "A: In May"],
        ["QUESTION: Will it open", "ANSWER: it will", "QUESTION: When", "ANSWER: in May"],
        ["Ada Voss (Minister): Yes.", "Oda van der Brek: No.", "Ada Voss: yes."],
        ["**Q:** Will it open?", "**A:** Yes."],
        ["**VOSS**: We will open it.", "**BREK**: When?"],
    ],
)
@pytest.mark.parametrize("above", ["", f"{NEWS}\n\n", "Hearing on the harbour\n\n"])
def test_each_turn_is_a_block(read: object, lines: list[str], above: str) -> None:
    assert callable(read)
    found = blocks(read(above + "\n".join(lines)))
    assert [block for block in found if block[1] in lines] == [("paragraph", w) for w in lines]
    assert len(found) == len(lines) + bool(above)


def test_a_turn_that_is_wrapped_is_one_block() -> None:
    turns = [
        "MR. STONE: The harbour of the bay will be open\nfor all of us in spring and nobody will\n"
        "pay a fee for it.",
        "THE CHAIR: The gentleman has said that it will\nbe open.",
        "MR. STONE: That is so.",
    ]
    assert blocks(text("\n".join(turns))) == [("paragraph", turn) for turn in turns]


def test_a_name_and_a_colon_by_chance_part_no_wrapped_paragraph() -> None:
    wrapped = "The harbour of Port Ansel will open in\nspring. That is the promise of Minister\n"
    wrapped += "Voss: nobody shall pay for it, and all of\nthem will be allowed to use it."
    assert blocks(text(wrapped)) == [("paragraph", wrapped)]


def test_a_headline_that_names_a_speaker_stays_one() -> None:
    headline = "Voss: The harbour will open in spring"
    found = blocks(text(f"{headline}\n{headline}\n\n{NEWS}"))
    assert [kind for kind, _ in found] == ["headline", "repeat", "paragraph"]


def test_labels_beside_a_report_are_no_turns() -> None:
    document = text(f"Harbour opens\n\nPhoto: Ilm Tarn\n\nSource: UNA\n\n5 March 2024\n\n{NEWS}")
    assert kinds(document) == ["headline", "heading", "heading", "dateline", "paragraph"]
    assert document.published is not None


@pytest.mark.parametrize(
    "label",
    [
        *[
            "Interview",
            "INTERVIEW",
            "Analysis",
            "Video",
            "Live",
            "Live updates",
            "Opinion",
            "The Latest",
        ],
        *["Intervista", "Kommentar", "Інтерв’ю", "Photo", "Why it matters", "So", "Voss Is In"],
    ],
)
def test_a_genre_is_no_name(label: str) -> None:
    assert is_label(label)
    assert not is_turn(f"{label}: We wait.", 0, 99)


@pytest.mark.parametrize(
    "label",
    [
        "Q",
        "A",
        "Voss",
        "VOSS",
        "Theresa May",
        "Anh Do",
        "The Chair",
        "WHO",
        "First Minister",
        "Poll",
    ],
)
def test_what_may_speak_is_no_genre(label: str) -> None:
    assert not is_label(label)
