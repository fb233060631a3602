"""What `registry add`, `registry list` and `registry remove` say, and what they change."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from onrecord.pipeline import work_out_actors
from onrecord.record import open_record
from tests.cli.conftest import Result, Run
from tests.readings import harbour

BY = ("--by", "Iri Brand")
PEOPLE = """\
as_of = 2033-01-01

[[actor]]
name = "Odette Vell"
id = "vell"
aliases = ["Oda Vell"]

[[actor.roles]]
title = "Prime Minister"
country = "Pelland"
from = 2030-05-01
"""


@pytest.fixture(autouse=True)
def worked_out(tmp_path: Path) -> Path:
    """Make a record of the harbour whose actors were found by name, and a registry beside it."""
    with open_record(tmp_path / "onrecord.record") as opened:
        for reading in harbour():
            opened.add(reading)
        work_out_actors(opened)
    (tmp_path / "people.toml").write_text(PEOPLE, encoding="utf-8")
    return tmp_path


def told(result: Result, code: int = 0) -> str:
    """Return what was printed with the day left out."""
    assert result.code == code, result.err
    return re.sub(r"\d{4}-\d\d-\d\d by", "DAY by", result.out)


def test_add_tells_which_lists_are_in_use(run: Run) -> None:
    assert told(run("registry", "add", "people.toml", *BY)) == snapshot("""\
people.toml  1 actor, 1 in the reports · known up to 2033-01-01 · added
             DAY by Iri Brand
""")
    assert run("show", "vell").out.splitlines()[0] == snapshot(
        "Odette Vell  also Oda Vell, Oda Well, Vell"
    )


def test_the_role_at_the_time_is_shown_and_how_it_is_known(run: Run) -> None:
    run("registry", "add", "people.toml", *BY)
    shown = json.loads(run("show", "vell", "--json").out)["statements"][0]
    assert shown["role"] == snapshot(
        {
            "title": "Prime Minister, Pelland",
            "status": "held",
            "basis": "registry",
            "start": "2030-05-01",
            "end": None,
            "registry": "people.toml",
            "as_of": "2033-01-01",
            "reports": 0,
        }
    )
    card = run("why", shown["id"]).out
    assert card[card.index("Speaking as") : card.index("Said to")] == snapshot("""\
Speaking as  Prime Minister, Pelland
             registry people.toml: since 2030-05-01, known up to 2033-01-01
""")
    assert "as Prime Minister, Pelland · " in run("show", "vell").out
    first = json.loads(run("export", "jsonl").out.splitlines()[0])
    assert (first["speaker_role"], first["speaker_role_known"]) == snapshot(
        (
            "Prime Minister, Pelland",
            "registry people.toml: since 2030-05-01, known up to 2033-01-01",
        )
    )


def test_remove_gives_back_what_was_before(run: Run) -> None:
    before = run("actors", "--json", "--all").out, run("export", "csv").out
    run("registry", "add", "people.toml", *BY)
    assert run("actors", "--json", "--all").out != before[0]
    assert told(run("registry", "remove", "people.toml", *BY)) == snapshot(
        "No registry is in use: onrecord registry add FILE\n"
    )
    assert (run("actors", "--json", "--all").out, run("export", "csv").out) == before


def test_a_bad_entry_is_left_out_and_said(run: Run, worked_out: Path) -> None:
    bad = PEOPLE + '\n[[actor]]\nname = "Tam Roke"\nborn = 1999\n'
    (worked_out / "people.toml").write_text(bad, encoding="utf-8")
    result = run("registry", "add", "people.toml", *BY)
    assert told(result, code=1) == snapshot("""\
people.toml  1 actor, 1 in the reports · known up to 2033-01-01 · added
             DAY by Iri Brand
""")
    why, left_out = result.err.splitlines()
    where = "onrecord: people.toml, line 13: "
    assert why.startswith(where + "“Tam Roke”: an actor has no “born”; it has name, id, kind")
    assert left_out == "onrecord: 1 entry left out; mend the file and add it again"


def test_of_several_lists_the_good_ones_are_added_and_it_is_said(
    run: Run, worked_out: Path
) -> None:
    (worked_out / "broken.toml").write_text("name = ", encoding="utf-8")
    result = run("registry", "add", "broken.toml", "people.toml", *BY)
    assert result.code == 1
    assert result.out.startswith("people.toml  1 actor, 1 in the reports")
    why, rest = result.err.splitlines()
    assert why.startswith("onrecord: broken.toml: is no TOML")
    assert rest == ("onrecord: 1 list not added, the others are; mend the file and add it again")


def test_of_a_list_without_a_good_entry_each_is_said_on_a_line(run: Run, worked_out: Path) -> None:
    bad = '[[actor]]\nkind = "person"\n[[actor]]\nname = "Tam Roke"\nborn = 1999\n'
    (worked_out / "bad.toml").write_text(bad, encoding="utf-8")
    result = run("registry", "add", "bad.toml", *BY)
    assert (result.code, result.out) == (2, "")
    first, second, last = result.err.splitlines()
    assert first == "onrecord: bad.toml, line 1: no name; every actor needs one"
    assert second.startswith("onrecord: bad.toml, line 3: “Tam Roke”: an actor has no “born”")
    assert last == "onrecord: bad.toml: names no actor that can be used; mend its entries"
    assert json.loads(run("registry", "list", "--json").out) == []


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("Ada One",), "2 actors, 1 in the reports, not Ada One"),
        (("C", "A", "B", "D", "E"), "6 actors, 1 in the reports, not C, A, B, 2 more"),
    ],
)
def test_whom_no_report_names_is_told_by_name(
    run: Run, worked_out: Path, names: tuple[str, ...], told: str
) -> None:
    more = "".join(f'[[actor]]\nname = "{name}"\n' for name in names)
    (worked_out / "people.toml").write_text(PEOPLE + more, encoding="utf-8")
    run("registry", "add", "people.toml", *BY)
    listed = " ".join(run("registry", "list").out.split())
    assert f"{told} · known up to" in listed


def test_the_starter_is_there_when_asked_for(run: Run) -> None:
    assert "starter" in told(run("registry", "add", "--starter", *BY))
    assert [each["name"] for each in json.loads(run("registry", "list", "--json").out)] == [
        "starter"
    ]


def test_suggest_tells_who_may_be_meant_and_why_it_is_not_sure(run: Run, worked_out: Path) -> None:
    twice = "".join(f'[[actor]]\nname = "Tam Roke"\nid = "{id}"\n' for id in ("one", "two"))
    (worked_out / "twice.toml").write_text(twice, encoding="utf-8")
    assert run("registry", "suggest").out == snapshot(
        "Nobody looks like one who is listed and is not taken for them.\n"
    )
    run("registry", "add", "twice.toml", *BY)
    assert told(run("registry", "suggest")) == snapshot("""\
0.40  Tam Roke  perhaps Tam Roke
      name; several are listed with it · one
0.40  Tam Roke  perhaps Tam Roke
      name; several are listed with it · two
""")
    assert len(json.loads(run("registry", "suggest", "--json").out)) == 2


def test_what_cannot_be_done_is_one_line_with_a_cure(run: Run, worked_out: Path) -> None:
    (worked_out / "other").mkdir()
    (worked_out / "other" / "people.toml").write_text(PEOPLE, encoding="utf-8")
    for arguments in (
        ("add", "people.txt"),
        ("add", "none.toml"),
        ("add", "people.toml", "other/people.toml"),
        ("remove", "people.toml"),
    ):
        result = run("registry", *arguments)
        assert (result.code, result.out) == (2, "")
        assert result.err.count("\n") == 1
    assert run("registry", "remove", "people.toml").err == snapshot(
        "onrecord: people.toml: no registry of this name; none is in use\n"
    )
    assert run("registry", "add", "people.toml", "other/people.toml").err == snapshot(
        "onrecord: people.toml: is the name of two of these files; "
        "add them one by one, each with --name\n"
    )
    assert run("registry", "add").code == 2
    assert run("registry", "add", "people.toml", "--starter", "--name", "both").code == 2
    assert run("registry", "list").out == snapshot(
        "No registry is in use: onrecord registry add FILE\n"
    )


def test_a_list_may_be_called_otherwise(run: Run) -> None:
    run("registry", "add", "people.toml", "--name", "cabinet", *BY)
    assert told(run("registry", "list")).split()[0] == "cabinet"
