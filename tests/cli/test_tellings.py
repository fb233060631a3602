"""One remark that several reports tell: a row in `show`, side by side in `why`, counted once."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from onrecord.model import (
    Aspect,
    Circumstance,
    Factuality,
    Reading,
    Said,
    Span,
    Teller,
    TellerKind,
)
from onrecord.record import open_record
from tests.cli.conftest import Run
from tests.record.invented import day, report, with_chain
from tests.record.telling import told, work_out


def at(reading: Reading, words: str) -> Span:
    start = reading.document.text.index(words)
    return Span(start, start + len(words))


def second_hand() -> Reading:
    """Return a report in which Roke, credited by a wire, tells what Vell said before the war."""
    made = report(
        [
            ("Tam Roke", "At the pier Oda Vell told us ‘tolls must go at once’"),
            "So the Mast says. It was before the war. The end of inner.",
        ],
        name="inner",
        published=day("2031-05-10"),
        outlet="The Bay",
        inside=[("Oda Vell", "tolls must go at once")],
        addressee="the harbour board",
    )
    made = with_chain(made)
    outer, inner = made.statements
    wire = Teller(TellerKind.WIRE, "Mast", at(made, "Mast"), None, None)
    first, *others = made.chains[inner.id]
    when = at(made, "before the war")
    mentions = tuple(
        replace(m, confidence=0.4) if m.span == at(made, "the harbour board") else m
        for m in made.mentions
    )
    place = Circumstance(inner.id, Aspect.PLACE, "", at(made, "the pier"), "attribution")
    return replace(
        made,
        statements=(outer, replace(inner, cue=(at(made, "told"),))),
        mentions=mentions,
        circumstances=(place,),
        said={inner.id: Said(when, "before the war", "event", None)},
        chains={**made.chains, inner.id: (first, wire, *others)},
    )


def version(words: str, hour: int) -> Reading:
    """Return what a page said when it was read at an hour."""
    made = told("page", ("Oda Vell", words), date=f"2031-05-0{hour}")
    url = "https://quay.example/page"
    captured = made.capture.captured_at.replace(hour=hour)
    return replace(
        made,
        capture=replace(made.capture, url=url, captured_at=captured, path=f"{hour}.html"),
        document=replace(made.document, url=url, path=f"{hour}.html"),
    )


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    """A remark that two tell, a third copies and a fourth has at second hand; and a plan."""
    first = told("first", ("Oda Vell", "tolls must go tonight"), ("Oda Vell", "ferries will wait"))
    said, planned = first.statements
    planned = replace(planned, factuality=Factuality.ANNOUNCED)
    path = tmp_path / "onrecord.record"
    with open_record(path) as record:
        for reading in (
            replace(first, statements=(said, planned)),
            told("second", ("Oda Vell", "tolls will go"), date="2031-05-07", outlet="The Pier"),
            told(
                "third",
                ("Oda Vell", "tolls must go tonight"),
                date="2031-05-08",
                outlet="The Mole",
                end="The end of first.",
            ),
            second_hand(),
        ):
            record.add(reading)
        work_out(record)
    return path


@pytest.mark.usefixtures("quay")
def test_show_has_a_row_a_remark_and_apart_what_was_not_said(run: Run) -> None:
    assert run("show", "Oda Vell").out == snapshot("""\
Oda Vell  also Vell
1 remark (3 tellings, 1 at second hand, 1 copied), 2031-05-06. Not said: 1
announced. Machine-read: no person has checked it.

2031-05-06  “tolls must go tonight”
reported    The Quay +2 reports, 1 copy · direct · 32ac1271

Announced, not yet said
2031-05-06  “ferries will wait”
reported    The Quay · direct · 39399a67

The evidence for each: onrecord why 32ac1271
""")


@pytest.mark.usefixtures("quay")
def test_a_narrower_question_shows_the_telling_that_fits(run: Run) -> None:
    assert run("show", "Oda Vell", "--about", "once").out == snapshot("""\
Oda Vell  also Vell
1 remark (1 at second hand) that fits, 2031-05-10. Machine-read: no person has
checked it.

2031-05-10  told tolls must go at once
reported    as told by Tam Roke, via Mast · said “before the war” · The Bay +2
            reports, 1 copy · indirect · the pier · 9ca037f1

The evidence for each: onrecord why 9ca037f1
""")


@pytest.mark.usefixtures("quay")
def test_why_shows_the_tellings_side_by_side(run: Run) -> None:
    id = json.loads(run("show", "Oda Vell", "--json").out)["statements"][0]["id"]
    card = run("why", id).out
    assert card.partition("\nTold")[2] == snapshot("""\
 3 times in 3 reports, and in 1 copy, the earliest first
Marked words are not in the first telling; in the first, those that no other
has.
2031-05-06  “tolls must go ⟦tonight⟧”
reported    this one · The Quay · direct · the first telling · 32ac1271
2031-05-07  “tolls ⟦will⟧ go”
reported    The Pier · direct · first word (0.90) · 5378ed38
2031-05-10  told tolls must go ⟦at once⟧
reported    The Bay · as told by Tam Roke, via Mast · indirect · first word
            (0.90) · 9ca037f1

Copies: they add an outlet and no telling
2031-05-08  “tolls must go tonight”
reported    The Mole · direct · first word (0.90) · 4aa54e11
""")


@pytest.mark.usefixtures("quay")
def test_why_shows_the_chain_and_the_words_for_when(run: Run) -> None:
    rows = json.loads(run("show", "Oda Vell", "--json").out)["statements"]
    inner = next(row["id"] for row in rows if row["second_hand"])
    card = run("why", inner).out
    assert card[card.index("Speaker") : card.index("Published")] == snapshot("""\
Speaker        “Oda Vell” (name) → Oda Vell, person
               rule: the full name (0.95); across reports: the same name (1.00);
               called minister
Known through  The Bay ← Mast ← Tam Roke ← Oda Vell
               at second hand
Credited       “Mast” → Mast
Told by        “Tam Roke” → Tam Roke
               statement f0fc96eca611e038: “At the pier Oda Vell told us ‘tolls
               must go at once’”
Said to        unknown
Said           “before the war”
               rule: event; no day follows from these words
Place          the pier
               code points 4–12; rule: attribution
""")


@pytest.mark.usefixtures("quay")
def test_whom_it_is_not_sure_that_they_were_told_is_marked(run: Run) -> None:
    assert "to the harbour board (unsure who)" in " ".join(run("show", "Tam Roke").out.split())


@pytest.mark.usefixtures("quay")
def test_find_says_through_whom_and_who_else(run: Run) -> None:
    assert run("find", '"at once"').out == snapshot("""\
2 statements for '"at once"'

Oda Vell  reported: 2031-05-10 · as told by Tam Roke, via Mast · The Bay +2
reports, 1 copy · indirect · 9ca037f1
  told tolls must go at once

Tam Roke  reported: 2031-05-10 · The Bay · direct · f0fc96ec
  “At the pier Oda Vell told us ‘tolls must go at once’”
""")


@pytest.mark.usefixtures("quay")
def test_actors_count_remarks_and_what_is_at_second_hand(run: Run) -> None:
    assert run("actors").out == snapshot("""\
Actor        Remarks  tellings  2nd hand  not said  Months
Oda Vell           1         3         1         1  2031-05
  also Vell
Tam Roke           1         1         ·         ·  2031-05
  also Roke
1 actor without a statement: --all lists them.
""")


@pytest.mark.usefixtures("quay")
def test_rows_of_one_remark_have_one_utterance(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export", "csv").out, newline="")))
    same = [row for row in rows if row["quote"].startswith("tolls")]
    assert len({row["utterance"] for row in same}) == 1
    assert {row["tellings"] for row in same} == {"3"}
    assert {row["copies"] for row in same} == {"1"}
    assert {row["outlets"] for row in same} == {"The Quay | The Pier | The Mole | The Bay"}
    assert [row["second_hand"] for row in same].count("yes") == 1
    inner = next(row for row in same if row["second_hand"] == "yes")
    assert inner["known_through"] == "The Bay ← Mast ← Tam Roke ← Oda Vell"
    assert (inner["said_words"], inner["said_start"]) == ("before the war", "")
    assert (inner["place"], inner["occasion"]) == ("the pier", "")
    assert [row["factuality"] for row in rows].count("announced") == 1
    outer = next(row for row in rows if row["speaker"] == "Tam Roke")
    assert outer["addressee_confidence"] == "0.40"


def test_why_follows_the_versions_of_a_page(run: Run, tmp_path: Path) -> None:
    with open_record(tmp_path / "onrecord.record") as record:
        record.add(version("tolls must go", 7))
        record.add(version("tolls may go", 9))
        work_out(record)
        first = next(s.id for s in record.statements() if s.quote == "tolls must go")
    card = run("why", first).out
    assert card[card.index("Other versions") :] == snapshot("""\
Other versions of the page
later  changed: “tolls may go”
       read 2031-05-06 09:08 UTC, published 2031-05-09 · 9.html · 67d02edb
""")


def test_a_town_that_stands_for_its_country_is_named(run: Run, tmp_path: Path) -> None:
    made = told("quay", ("Tarn", "tolls must go"))
    mentions = tuple(replace(m, rule="its government") for m in made.mentions)
    entities = tuple(replace(e, name="Kestria") for e in made.entities)
    with open_record(tmp_path / "onrecord.record") as record:
        record.add(replace(made, mentions=mentions, entities=entities))
        work_out(record)
        (view,) = record.statements()
        assert (view.speaker and view.speaker.name, view.named_as) == ("Kestria", "Tarn")
    assert "as Tarn · " in run("show", "Kestria").out
