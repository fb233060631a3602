"""A statement in its context: what is marked as whose words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.export.passage import Role, Run, runs, shortened
from onrecord.record import Record, open_record
from onrecord.record.views import Card
from tests.readings import harbour


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "a.record") as opened:
        for reading in harbour():
            opened.add(reading)
        yield opened


def card_of(record: Record, words: str) -> Card:
    (found,) = (s for s in record.statements() if words in s.quote and not s.parent)
    return record.card(found.id)


def test_runs_are_the_context_unchanged(record: Record) -> None:
    for statement in record.statements():
        card = record.card(statement.id)
        assert "".join(run.text for run in runs(card)) == card.context.text


def test_own_words_are_told_from_paraphrase(record: Record) -> None:
    (told, direct, rest) = (
        run for run in runs(card_of(record, "join the League")) if run.role in ("told", "direct")
    )
    assert (told.role, told.text) == (Role.TOLD, "she would ")
    assert (direct.role, direct.text) == (Role.DIRECT, "“join the League tomorrow”")
    assert (rest.role, rest.text) == (Role.TOLD, " if the tolls were lifted")


def test_source_and_cue_are_marked(record: Record) -> None:
    parts = {run.role: run.text for run in runs(card_of(record, "never asked"))}
    assert parts[Role.SOURCE] == "Tam Roke"
    assert parts[Role.CUE] == "said"
    assert parts[Role.DIRECT] == "We were never asked,"


def test_a_cut_is_said_and_counted() -> None:
    before, words, after = shortened(
        (
            Run("x" * 50, Role.PLAIN),
            Run("a" * 60 + "z" * 60, Role.DIRECT),
            Run("y" * 50, Role.PLAIN),
        ),
        around=10,
        within=100,
    )
    assert before.text == "… " + "x" * 10
    assert words.text == "a" * 50 + " [… 20 characters …] " + "z" * 50
    assert after.text == "y" * 10 + " …"


def test_what_is_short_stays() -> None:
    passage = (Run("before ", Role.PLAIN), Run("words", Role.TOLD))
    assert shortened(passage, around=10, within=10) == passage
