"""Where it is not sure who speaks, whatever names the speaker says so."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from onrecord.model import Actor, Entity, Form, Link
from onrecord.record import Record, open_record
from onrecord.record.views import UNSURE, StatementView
from onrecord.report import page
from tests.cli.conftest import Run
from tests.readings import Said, reading, resolved
from tests.record.invented import by_name, spoken_for

SURE, UNSURE_WORDS, INNER = "The locks are open,", "Kade said to me: ‘Wait,’", "Wait,"
TEXT = (
    f"Locks\n\n“{SURE}” Bel Kess said. Tam Roke came later.\n\n“{UNSURE_WORDS}” he said.\n\n"
    "“The tolls rise,” Iri Brand said."
)
REPORT = reading(
    "locks.txt",
    TEXT,
    (
        Said(SURE, "Bel Kess", "said", "Bel Kess"),
        Said(UNSURE_WORDS, "he", "said", "Bel Kess", form=Form.PRONOUN, sure=UNSURE - 0.01),
        Said(INNER, "Kade", "said", "Kade", inside=UNSURE_WORDS, sure=UNSURE),
        Said("The tolls rise,", "Iri Brand", "said", "Iri Brand"),
    ),
    people={"Bel Kess": (), "Kade": (), "Iri Brand": ()},
)


def one_of_several(
    entities: Iterable[Entity],
) -> tuple[tuple[Actor, ...], tuple[Link, ...]]:
    """Resolve as always, and be unsure which Brand that is."""
    actors, links = resolved(entities)
    (brand,) = (actor.id for actor in actors if actor.name == "Iri Brand")
    return actors, tuple(replace(x, score=0.4) if x.actor_id == brand else x for x in links)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "onrecord.record"
    with open_record(path) as opened:
        opened.add(REPORT)
        opened.resolve(one_of_several)
    return path


def statement(record: Record, words: str) -> StatementView:
    (found,) = (s for s in record.statements() if s.quote == words)
    return found


def test_the_less_sure_of_two_steps_counts(record: Path) -> None:
    with open_record(record) as opened:
        said = {s.quote: s for s in opened.statements()}
    assert [(s.speaker_confidence, s.unsure) for s in said.values()] == [
        (0.95, False),
        (UNSURE - 0.01, True),
        (UNSURE, False),
        (0.4, True),
    ]
    assert said[INNER].via_confidence == UNSURE - 0.01


@pytest.mark.usefixtures("record")
def test_show_find_and_why_say_it(run: Run) -> None:
    shown = run("show", "Bel Kess").out
    assert "2 remarks, 2 undated, 1 unsure who." in shown
    (line,) = (line for line in shown.splitlines() if "unsure who ·" in line)
    assert line.split() == [*"unsure who · locks.txt · direct ·".split(), line.split()[-1]]
    assert "as told by Bel Kess (unsure who)" in run("show", "Kade").out
    found = run("find", "Wait").out
    assert "as told by Bel Kess (unsure who)" in found
    assert found.count("Bel Kess (unsure who)") == 2
    assert "unsure" not in run("find", "locks").out
    card = run("why", line.split()[-1]).out
    assert card.startswith("Bel Kess (unsure who)  in the speaker's own words")
    assert "Speaker      “he” (pronoun) → Bel Kess, person (unsure who)" in card


def test_the_page_says_it(record: Path) -> None:
    with open_record(record) as opened:
        tree = html.fromstring(page(opened))
        unsure, sure = statement(opened, UNSURE_WORDS), statement(opened, SURE)
    marked = [card.get("id") for card in tree.find_class("card") if card.find_class("unsure")]
    assert len(marked) == 2
    assert f"s-{unsure.id}" in marked
    rows = {row.xpath(".//a/@href")[0]: row.text_content() for row in tree.xpath("//tbody/tr")}
    assert "Bel Kess (unsure who)" in rows[f"#s-{unsure.id}"]
    assert "unsure" not in rows[f"#s-{sure.id}"]
    titles = [title.text for title in tree.xpath("//a/title")]
    assert sum("(unsure who)" in (title or "") for title in titles) == 2


@pytest.mark.usefixtures("record")
def test_programs_are_told_how_sure(run: Run) -> None:
    table = list(csv.DictReader(io.StringIO(run("export", "csv").out, newline="")))
    lines = [json.loads(line) for line in run("export", "jsonl").out.splitlines()]
    assert [float(row["speaker_confidence"]) for row in table] == [0.95, 0.59, 0.6, 0.4]
    assert [line["speaker_confidence"] for line in lines] == [0.95, 0.59, 0.6, 0.4]
    rows = {row["name"]: row for row in json.loads(run("actors", "--json").out)}
    assert {name: row["unsure"] for name, row in rows.items()} == {
        "Bel Kess": 1,
        "Kade": 0,
        "Iri Brand": 1,
    }
    shown = json.loads(run("show", "Kade", "--json").out)
    assert shown["statements"][0]["speaker_confidence"] == 0.6


def test_a_list_says_who_spoke_where_another_speaks_for_the_actor(run: Run, tmp_path: Path) -> None:
    with open_record(tmp_path / "onrecord.record") as opened:
        opened.add(spoken_for())
        opened.resolve(by_name)
    for name, unsure in (("Tam Roke", True), ("Bel Kess", False)):
        out = run("show", name).out
        assert "said by Oda Vell" in out
        assert ("unsure who" in out) is unsure
    assert "said by" not in run("show", "Oda Vell").out
