"""German sentences: who said what, by order and verbs of speech."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.statement import StructuralExtractor
from tests.statement.reports import report


def found(text: str) -> list[tuple[str, str, str, str]]:
    """Return source, cue, addressee and content of every statement of a German text."""
    document = replace(report(text), language="de")
    return [
        tuple(  # type: ignore[misc]
            " | ".join(span.of(text) for span in spans)
            for spans in (one.source, one.cue, one.addressee, one.content)
        )
        for one in StructuralExtractor().extract(document).statements
    ]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Ministerin Ada Brill sagte am Montag, dass der Steg gesperrt sei.",
            ("Ministerin Ada Brill", "sagte", "", "dass der Steg gesperrt sei"),
        ),
        (
            "Am Montag sagte Brill, der Steg sei gesperrt.",
            ("Brill", "sagte", "", "der Steg sei gesperrt"),
        ),
        (
            "Der Steg sei gesperrt, erklärte die Ministerin.",
            ("die Ministerin", "erklärte", "", "Der Steg sei gesperrt"),
        ),
        ("„Der Steg ist gesperrt“, sagte Brill.", ("Brill", "sagte", "", "Der Steg ist gesperrt")),
        (
            "Im Rathaus sagte Brill: „Der Steg ist gesperrt.“",
            ("Brill", "sagte", "", "Der Steg ist gesperrt."),
        ),
        (
            "Brill hat am Montag angekündigt, den Steg zu sperren.",
            ("Brill", "hat am Montag angekündigt", "", "den Steg zu sperren"),
        ),
        (
            "Laut Brill ist der Steg seit Tagen gesperrt.",
            ("Brill", "Laut", "", "ist der Steg seit Tagen gesperrt"),
        ),
        (
            "Nach Angaben der Polizei ist der Steg gesperrt.",
            ("der Polizei", "Nach Angaben", "", "ist der Steg gesperrt"),
        ),
        (
            "Der Steg ist gesperrt, wie die Polizei mitteilte.",
            ("die Polizei", "mitteilte", "", "Der Steg ist gesperrt"),
        ),
        ("„Der Steg ist gesperrt“, so Brill.", ("Brill", "so", "", "Der Steg ist gesperrt")),
        (
            "Brill sagte dem Nooker Boten, dass der Steg gesperrt sei.",
            ("Brill", "sagte", "dem Nooker Boten", "dass der Steg gesperrt sei"),
        ),
        (
            "Brill sagte gegenüber der Presse, dass der Steg gesperrt sei.",
            ("Brill", "sagte", "der Presse", "dass der Steg gesperrt sei"),
        ),
    ],
)
def test_a_german_sentence_tells_who_said_what(
    text: str, statement: tuple[str, str, str, str]
) -> None:
    assert found(text) == [statement]


def test_a_day_with_its_stop_ends_no_sentence() -> None:
    text = "Brill sagte am 14. Juli, dass der Steg gesperrt sei."
    assert found(text) == [("Brill", "sagte", "", "dass der Steg gesperrt sei")]


def test_what_somebody_gives_is_said_only_with_its_other_part() -> None:
    assert found("Brill gab dem Boten, der müde war, einen Apfel.") == []


def test_what_is_said_inside_has_its_speaker_too() -> None:
    text = "Reeve sagte: „Brill sagte, der Steg sei gesperrt.“"
    assert ("Brill", "sagte", "", "der Steg sei gesperrt") in found(text)


@given(
    st.lists(
        st.sampled_from("Brill sagte am , dass der Steg „ “ zufolge so wie 14 . Juli hat :".split())
    )
)
def test_whatever_the_words_every_span_holds(words: list[str]) -> None:
    text = " ".join(words) or "leer"
    for parts in found(text):
        assert all(part == part.strip() for part in parts[3].split(" | "))
