"""Passages behind a colon in languages whose verbs are not known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.statement import StructuralExtractor
from tests.statement.reports import report, told


def found(language: str | None, *lines: str) -> list[tuple[str, str, str]]:
    """Return source, cue and content of what is found in a report of some lines."""
    document = replace(report("\n".join(lines)), language=language)
    return [(t.source, t.cue, t.content) for t in told(document)]


@pytest.mark.parametrize(
    ("language", "before", "source", "cue"),
    [
        ("de", "Minister Müller sagte:", "Minister Müller", "sagte"),
        ("de", "Minister Müller sagte am Montag:", "Minister Müller", "sagte"),
        ("de", "Der Abgeordnete Karl Bode erklärte:", "Der Abgeordnete Karl Bode", "erklärte"),
        ("de", "Die neue Ministerin Eva Lind sagte:", "Die neue Ministerin Eva Lind", "sagte"),
        ("de", "Ein Sprecher des Hafens sagte dazu:", "Ein Sprecher des Hafens", "sagte"),
        ("de", "Angela von der Heide betonte in Kiel:", "Angela von der Heide", "betonte"),
        (
            "de",
            "Karl Bode, Abgeordneter aus Kiel, sagte:",
            "Karl Bode, Abgeordneter aus Kiel",
            "sagte",
        ),
        ("de", "Am Montag sagte Minister Müller:", "Minister Müller", "sagte"),
        ("de", "Dazu sagte Müller:", "Müller", "sagte"),
        ("fr", "La ministre Claire Dumas a déclaré :", "La ministre Claire Dumas", "a déclaré"),
        ("fr", "Dumas affirme à Brest:", "Dumas", "affirme à"),
        ("fr", "Le ministre de l’Intérieur a répondu :", "Le ministre de l’Intérieur", "a répondu"),
        ("fr", "Le maire, Jean Morel, a dit :", "", ""),
        ("ru", "Министр Анна Волкова заявила:", "Министр Анна Волкова", "заявила"),
        ("ru", "Волкова ответила журналистам:", "Волкова", "ответила журналистам"),
        ("uk", "Мер Іван Бойко відповів журналістам:", "Мер Іван Бойко", "відповів журналістам"),
        ("uk", "Прем’єр-міністр Бойко додав:", "Прем’єр-міністр Бойко", "додав"),
        ("es", "La ministra Clara Ruiz dijo el lunes:", "La ministra Clara Ruiz", "dijo el lunes"),
    ],
)
def test_the_source_before_a_colon_is_the_name_and_the_small_words_behind_it_are_the_cue(
    language: str, before: str, source: str, cue: str
) -> None:
    text = f"{before} «Adeo portus aperitur et nemo negat.»"
    others = "Und die da, am Kai: la mer, le port. Dumas, Müller, Müller, Волкова, Волкова."
    expected = [(source, cue, "Adeo portus aperitur et nemo negat.")] if source else []
    assert found(language, text, others) == expected


def test_words_behind_a_colon_are_not_those_of_whoever_spoke_before() -> None:
    lines = (
        "Minister Müller sagte: „Wir warten nicht, und wir zahlen nicht.“",
        "wie dann zu hören war: „Niemand hat uns danach gefragt.“",
    )
    assert [source for source, _, _ in found("de", *lines)] == ["Minister Müller"]


def test_a_passage_of_its_own_goes_to_the_name_before_it_alone() -> None:
    lines = ("Minister Müller sagte: „Wir warten nicht.“", "„Und wir zahlen nicht mehr.“")
    assert found("de", *lines)[1] == ("Minister Müller", "", "Und wir zahlen nicht mehr.")


def test_a_quotation_that_a_name_parts_is_both_times_the_name_s() -> None:
    line = "„Wir warten nicht“, sagte Müller: „Und wir zahlen auch nicht.“"
    assert found("de", line) == [
        ("Müller", "sagte", "Wir warten nicht | Und wir zahlen auch nicht.")
    ]


@pytest.mark.parametrize("language", [None, "en"])
def test_in_english_the_verb_tells_the_source(language: str | None) -> None:
    line = "The union officials were glad: “We wait for the harbour.”"
    assert found(language, line) == [("The union officials", ":", "We wait for the harbour.")]


def test_every_rule_of_another_language_stays_in_the_text() -> None:
    document = replace(report("A: «b» c: «D E F g.» : «h i j k.» ,: «L.»"), language="fr")
    for statement in StructuralExtractor().extract(document).statements:
        assert all(s.end <= len(document.text) for s in (*statement.source, *statement.cue))
