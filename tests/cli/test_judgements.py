"""What `merge`, `split`, `rename`, `alias`, `same`, `apart`, `undo` and `history` say and do."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from onrecord.actor import resolve_actors
from onrecord.model import ActorKind
from onrecord.pipeline import work_out_copies, work_out_utterances
from onrecord.record import open_record
from tests.cli.conftest import Result, Run
from tests.record.invented import by_name, report

pytestmark = pytest.mark.usefixtures("record")

BY = ("--by", "Iri Brand")


def told(result: Result) -> str:
    """Return what was printed with the ids of judgements and the times left out."""
    assert result.code == 0, result.err
    bare = re.sub(r"(undo (?:--record \S+ )?|· |by\s+|undid )[0-9a-f]{8}\b", r"\1ID", result.out)
    return re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d(?=  )", "TIME", bare)


def last(run: Run) -> str:
    return str(json.loads(run("history", "--json").out)[-1]["judgement"]["id"])


def test_merge_tells_what_changed_and_how_to_take_it_back(run: Run) -> None:
    assert told(run("merge", "Tam Roke", "Consul Brandt", *BY)) == snapshot("""\
“Consul Brandt” is now Tam Roke: 1 statement in 1 report has another speaker, 3
statements in all.
Take that back: onrecord undo ID
""")
    assert run("show", "Brandt").out.splitlines()[0] == snapshot("Tam Roke  also Consul Brandt")


def test_a_dry_run_writes_nothing(run: Run) -> None:
    before = run("actors", "--json", "--all").out
    assert told(run("merge", "Tam Roke", "Vell", "--dry-run", *BY)) == snapshot("""\
“Oda Vell” would be Tam Roke: 3 statements in 2 reports would have another
speaker, 5 statements in all.
Nothing was written.
""")
    assert run("actors", "--json", "--all").out == before
    assert run("history").out == "No person has judged anything here.\n"


def test_what_is_so_already_is_said_and_not_written(run: Run) -> None:
    assert told(run("rename", "Vell", "Oda Vell")) == snapshot("""\
Oda Vell: that is so already.
Nothing was written.
""")
    assert run("history").out == "No person has judged anything here.\n"


def test_split_takes_out_what_a_report_tells(run: Run) -> None:
    split = run("split", "Vell", "--report", "harbour-second.txt", "--name", "Oda Vell jr", *BY)
    assert told(split) == snapshot("""\
Oda Vell jr is now apart from Oda Vell: 1 statement in 1 report has another
speaker.
Take that back: onrecord undo ID
""")
    assert run("show", "Oda Vell jr").out.splitlines()[1] == snapshot(
        "1 remark, 2032-03. Machine-read: no person has checked it."
    )


def test_rename_alias_and_undo_say_what_they_did(run: Run) -> None:
    assert told(run("rename", "Vell", "Prime Minister Vell", *BY)) == snapshot("""\
“Oda Vell” is now called Prime Minister Vell: 3 statements.
Take that back: onrecord undo ID
""")
    assert told(run("alias", "Tam Roke", "the deputy", *BY)) == snapshot("""\
“the deputy” is now Tam Roke: no statement has another speaker.
Take that back: onrecord undo ID
""")
    assert told(run("undo", *BY)) == snapshot("""\
Undone: “the deputy” is Tam Roke; no statement has another speaker.
Take that back: onrecord undo ID
""")
    assert told(run("undo", *BY)) == snapshot("""\
Undone: “Oda Vell” is called Prime Minister Vell; no statement has another
speaker.
Take that back: onrecord undo ID
""")
    assert run("undo", *BY).err.startswith(
        "onrecord: no judgement by Iri Brand that could be undone"
    )


def test_history_is_the_newest_first_and_says_what_holds(run: Run) -> None:
    run("rename", "Vell", "The Minister", *BY, "--reason", "as her office asks to be called")
    run("rename", "Vell", "O. Vell", "--by", "Sefa")
    run("merge", "Tam Roke", "Consul Brandt", *BY)
    run("undo", *BY, "--reason", "a slip")
    run("split", "Vell", "--spelling", "Oda Well", "--report", "harbour-second.txt", *BY)
    assert told(run("history")) == snapshot("""\
5 judgements, 1 undone, 1 overridden

TIME  “Oda Well” in harbour-second.txt is not O. Vell
                  Iri Brand · ID
TIME  undid ID
                  Iri Brand: a slip · ID
TIME  “Consul Brandt” is Tam Roke
                  Iri Brand · undone by ID · ID
TIME  “The Minister” is called O. Vell
                  Sefa · ID
TIME  “Oda Vell” is called The Minister
                  Iri Brand: as her office asks to be called · overridden by
                  ID · ID
""")
    assert "Consul" not in run("history", "Vell").out
    assert told(run("history", "--limit", "1")).splitlines()[-1] == snapshot(
        "4 more: --limit 5 shows all."
    )


@pytest.mark.parametrize("width", [60, 30])
def test_in_a_narrow_terminal_nothing_is_cut(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = run("merge", "Tam Roke", "Consul Brandt", *BY, "--reason", "a word " * 20).out
    out += run("history").out + run("actors", "--sort", "unsure").out
    assert all(len(line) <= width for line in out.splitlines())
    assert f"onrecord undo {last(run)[:8]}" in " ".join(out.split())


def test_why_tells_who_merged_and_for_what_reason(run: Run) -> None:
    run("merge", "Tam Roke", "Consul Brandt", *BY, "--reason", "one voice")
    assert "merged by Iri Brand on" in " ".join(run("why", "bc66").out.split())
    assert "one voice" in run("why", "bc66").out


def test_tables_and_the_page_tell_what_was_judged(run: Run) -> None:
    run("rename", "Vell", "The Minister", *BY)
    assert "The Minister" in run("export", "csv").out
    assert "The Minister" in run("report", "-o", "-").out
    assert "The Minister" in run("find", "league").out


def test_the_author_is_who_is_named_else_the_user(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_AUTHOR", "Bel Kess")
    run("rename", "Vell", "One")
    run("rename", "Vell", "Two", *BY)
    monkeypatch.delenv("ONRECORD_AUTHOR")
    monkeypatch.setenv("LOGNAME", "tam")
    run("rename", "Vell", "Three")
    history = json.loads(run("history", "--json").out)
    assert [each["judgement"]["author"] for each in history] == ["Bel Kess", "Iri Brand", "tam"]


def test_the_way_back_names_the_record_where_that_is_needed(run: Run, record: Path) -> None:
    other = record.rename(record.with_name("other.record"))
    out = run("rename", "Vell", "One", "--record", str(other), *BY).out
    assert f"onrecord undo --record {other} " in out.replace("\n", " ")


@pytest.mark.parametrize(
    "command",
    [
        ("merge", "Tam Roke", "Consul Brandt"),
        ("split", "Vell", "--report", "harbour-second.txt"),
        ("rename", "Vell", "The Minister"),
        ("alias", "Vell", "The Minister"),
        ("history",),
    ],
)
def test_json_is_all_that_json_prints(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command, "--json")
    assert result.code == 0
    json.loads(result.out)


@pytest.mark.parametrize(
    "command",
    [
        ("merge", "Tam Roke", "Nobody"),
        ("merge", "Tam Roke"),
        ("split", "Vell"),
        ("split", "Vell", "--spelling", "Nobody"),
        ("split", "Vell", "--report", "ninth.txt"),
        ("rename", "Vell", ""),
        ("rename", "Vell", "X", "--by", ""),
        ("undo",),
        ("undo", "ffff"),
        ("history", "Nobody"),
    ],
)
def test_what_cannot_be_judged_ends_with_2_and_an_error(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command)
    assert result.code == 2
    assert result.out == ""
    assert len(result.err.splitlines()) == 1 or "Usage" in result.err
    assert "Traceback" not in result.err


def test_actors_are_sorted_as_asked(run: Run) -> None:
    def names(order: str) -> list[str]:
        rows = json.loads(run("actors", "--sort", order, "--json").out)
        return [row["name"] for row in rows]

    assert names("statements")[0] == "Oda Vell"
    assert names("name") == sorted(names("name"), key=str.casefold)
    assert names("first")[-1] == "a senior official"
    assert names("last")[0] == "a senior official"
    assert "unsure" in run("actors", "--sort", "unsure").out.splitlines()[0]


def test_namesakes_show_the_ids_to_ask_for_them_by(run: Run) -> None:
    run("rename", "Tam Roke", "Oda Vell", *BY)
    rows = run("actors").out.splitlines()
    ids = [row.split()[2] for row in rows if row.startswith("Oda Vell ")]
    assert len(ids) == 2
    assert run("merge", *ids, *BY).code == 0
    assert sum(row.startswith("Oda Vell ") for row in run("actors").out.splitlines()) == 1


def test_actors_suggests_who_may_be_one_and_how_to_say_so(run: Run, record: Path) -> None:
    with open_record(record) as opened:
        told = [("Sam Fenn", "we wait"), ("Sam Fenn", "we go"), ("Samantha Fenn", "we stay")]
        opened.add(report(told))
        opened.resolve(resolve_actors)
    assert run("actors", "--suggestions").out == snapshot("""\
1 pair that may be one actor

0.55  Sam Fenn (2) · Samantha Fenn (1)
      Sam may be short for Samantha; same office (minister)
      onrecord merge ca7f90c5 e799abca
""")
    assert run("actors", "nobody", "--suggestions").out == "No two actors look like one.\n"
    (pair,) = json.loads(run("actors", "fenn", "--suggestions", "--json").out)
    assert run("merge", pair["one"]["id"], pair["other"]["id"], *BY).code == 0
    assert run("actors", "--suggestions").out == "No two actors look like one.\n"
    assert run("split", "Sam Fenn", "--spelling", "Samantha Fenn", *BY).code == 0
    assert run("actors", "--suggestions").out == "No two actors look like one.\n"


def test_a_source_without_a_name_says_so_and_is_found_by_what_it_said(
    run: Run, record: Path
) -> None:
    reading = report([("an aide", "the boats are late"), ("Sefa Lindqvist", "they are not")])
    aide = replace(reading.entities[0], named=False)
    with open_record(record) as opened:
        opened.add(replace(reading, entities=(aide, *reading.entities[1:])))
        opened.resolve(lambda entities: by_name(e for e in entities if e.named))
    assert "an aide (unnamed)" in run("find", "boats").out
    assert "an aide (unnamed)" in run("report", "-o", "-").out
    error = run("show", "An Aide").err
    assert re.sub("[0-9a-f]{8}", "ID", error).removeprefix("onrecord: ") == snapshot(
        "An Aide: no name, but a source in 1 report; onrecord why shows what it said: ID\n"
    )
    assert "the boats are late" in run("why", error.split()[-1]).out
    assert run("rename", error.split()[-1], "Bel Kess", *BY).code == 0
    assert "Bel Kess" in run("find", "boats").out
    assert "unnamed" not in run("find", "boats").out


def test_a_statement_names_only_a_source_without_a_name(run: Run) -> None:
    (statement,) = json.loads(run("show", "Consul Brandt", "--json").out)["statements"]
    for command in (("merge", "Tam Roke"), ("rename",), ("alias",)):
        result = run(*command, statement["id"], *(() if command[1:] else ("X",)), *BY)
        assert (result.code, result.out) == (2, "")
        assert result.err == (
            f"onrecord: {statement['id']}: is a statement by Consul Brandt; name Consul Brandt"
            " to mean all that they said; one statement alone cannot be moved\n"
        )


def test_two_spellings_of_one_person_in_a_report_are_not_parted(run: Run, record: Path) -> None:
    with open_record(record) as opened:
        reading = report([("Sam Fenn", "we wait")], name="fenn")
        fenn = replace(reading.entities[0], names=("Sam Fenn", "Fenn"))
        opened.add(replace(reading, entities=(fenn,)))
        opened.add(report([("Sam Fenn", "we go")], name="other"))
        opened.resolve(by_name)
        (path,) = (d.path for d in opened.documents() if d.id == reading.document.id)
    name = Path(path).name
    for more in ((), ("--report", name)):
        result = run("split", "Sam Fenn", "--spelling", "Fenn", *more, *BY)
        assert (result.code, result.out) == (2, "")
        assert result.err == (
            f"onrecord: Sam Fenn: in {name}, Fenn and Sam Fenn are one person;"
            f" split --report {name} takes the whole report\n"
        )
    assert run("split", "Sam Fenn", "--report", name, *BY).code == 0


@pytest.mark.parametrize("dry", [("--dry-run",), ()])
def test_what_a_judgement_does_beyond_its_words_is_said(run: Run, dry: tuple[str, ...]) -> None:
    def note(*command: str) -> str:
        result = run(*command, *dry, *BY)
        assert result.code == 0
        if not dry:
            run("undo", *BY)
        return re.sub(r"[(][0-9a-f]{8}[)]", "(ID)", result.err)

    first = json.loads(run("show", "Vell", "--json").out)["statements"]
    of_second = next(s["id"] for s in first if s["path"].endswith("second.txt"))
    assert note("alias", "Tam Roke", "Oda Vell") == (
        "onrecord: another actor is called so: Oda Vell (ID) and 3 statements move\n"
    )
    assert note("rename", "Tam Roke", "Oda Vell") == (
        "onrecord: another actor is called so: Oda Vell (ID) and 3 statements stay apart,"
        " and two go by one name\n"
    )
    assert note("split", "Vell", "--report", of_second).replace(of_second, "ID") == (
        "onrecord: ID is one statement; all that harbour-second.txt tells of Oda Vell"
        " is split off\n"
    )
    assert note("alias", "Tam Roke", "the deputy") == ""
    assert note("merge", "Tam Roke", "Vell") == ""


def test_a_person_is_made_one_with_a_country_in_plain_sight(run: Run, record: Path) -> None:
    with open_record(record) as opened:
        reading = report([("Sam Fenn", "we wait"), ("Pelland", "we go")])
        kinds = (ActorKind.PERSON, ActorKind.COUNTRY)
        told = [replace(e, kind=k) for e, k in zip(reading.entities, kinds, strict=True)]
        opened.add(replace(reading, entities=tuple(told)))
        opened.resolve(resolve_actors)
    result = run("merge", "Sam Fenn", "Pelland", *BY)
    assert result.code == 0
    assert re.sub(r"[(][0-9a-f]{8}[)]", "(ID)", result.err) == (
        "onrecord: Sam Fenn is a person and Pelland is a country;"
        " Pelland (ID) and 1 statement move\n"
    )


def test_the_guide_names_no_statement_by_an_id_that_moves() -> None:
    guide = Path(__file__).parents[2] / "docs" / "guide.md"
    examples = re.findall(r"onrecord (\w+)[^`\n]* ([0-9a-f]{8})\b", guide.read_text("utf-8"))
    assert {command for command, _ in examples} <= {"undo"}


def statement(run: Run, words: str) -> str:
    """Return the id of the statement whose quote begins so."""
    rows = map(json.loads, run("export", "jsonl").out.splitlines())
    return str(next(row["id"] for row in rows if row["quote"].startswith(words)))


def test_same_and_apart_say_what_tells_one_remark(run: Run) -> None:
    one, other = statement(run, "The harbour"), statement(run, "We were never")
    same = run("same", one[:8], other, *BY, "--reason", "one pier")
    assert told(same) == snapshot("""\
“The harbour stays open, whatever the League decides,” and “We were never
asked,” now tell one remark: 2 statements.
Take that back: onrecord undo ID
""")
    assert same.err == snapshot("onrecord: The speakers differ on record: Oda Vell and Tam Roke.\n")
    assert told(run("same", one, other, *BY)) == snapshot("""\
That is so already.
Nothing was written.
""")
    assert told(run("apart", other, one, "--dry-run", *BY)) == snapshot("""\
“We were never asked,” would tell another remark than “The harbour stays open,
whatever the League decides,”.
Nothing was written.
""")
    assert told(run("apart", other, one, *BY)) == snapshot("""\
“We were never asked,” now tells another remark than “The harbour stays open,
whatever the League decides,”.
Take that back: onrecord undo ID
""")
    assert told(run("history")) == snapshot("""\
2 judgements, 1 overridden

TIME  “We were never asked,” tells another remark than “The harbour
                  stays open, whatever the League decides,”
                  Iri Brand · ID
TIME  “The harbour stays open, whatever the League decides,” and “We
                  were never asked,” tell one remark
                  Iri Brand: one pier · overridden by ID · ID
""")
    assert told(run("undo", *BY)) == snapshot("""\
Undone: “We were never asked,” tells another remark than “The harbour stays
open, whatever the League decides,”; 2 statements tell another remark than
before.
Take that back: onrecord undo ID
""")
    card = json.loads(run("why", one, "--json").out)
    assert [each["statement"]["quote"] for each in card["variants"]] == [
        "The harbour stays open, whatever the League decides,",
        "We were never asked,",
    ]


def test_merging_two_speakers_brings_what_they_repeat_together(run: Run) -> None:
    with open_record("onrecord.record") as opened:
        for name in ("Oda Vell", "Odda Vell"):
            opened.add(report([(name, "the toll goes")], name=name))
        opened.resolve(by_name)
        work_out_copies(opened)
        work_out_utterances(opened)
        assert {s.utterance.statements for s in opened.statements() if s.utterance} == {1}
    run("merge", "Oda Vell", "Odda Vell", *BY)
    with open_record("onrecord.record") as opened:
        assert opened.grouped
        assert 2 in {s.utterance.statements for s in opened.statements() if s.utterance}


def test_one_statement_is_no_pair(run: Run) -> None:
    one = statement(run, "The harbour")
    assert run("same", one, one, *BY).err == f"onrecord: {one}: is one statement; name two\n"
    assert run("apart", one, "Oda Vell", *BY).err == snapshot(
        "onrecord: Oda Vell: no such statement; onrecord find and show print their ids\n"
    )
