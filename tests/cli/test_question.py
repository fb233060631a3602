"""What `actors`, `show`, `find` and `why` say to a person and to a program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("record")


def test_actors_lists_who_is_on_record_most_statements_first(run: Run) -> None:
    assert run("actors").out == snapshot("""\
Actor                  Remarks  tellings  2nd hand  not said  Months
Oda Vell                     3         3         ·         ·  2031-05 – 2032-03
  also Oda Well, Vell
Tam Roke                     2         2         ·         ·  2031-05
a senior official            1         1         ·         ·  2032-04
Consul Brandt                1         1         1         ·  2031-05
1 actor without a statement: --all lists them.
""")


def test_actors_lists_who_says_nothing_only_when_asked(run: Run) -> None:
    assert "reporters" not in run("actors", "--json").out
    assert "reporters" in run("actors", "--json", "--all").out
    everybody = run("actors", "--all").out
    assert everybody.splitlines()[-1].split() == "reporters 0 · · ·".split()
    assert run("actors", "reporters").out == (
        "Nobody of that name said anything.\n1 actor without a statement: --all lists them.\n"
    )


@pytest.mark.parametrize("width", [60, 30, 24])
def test_in_a_narrow_terminal_numbers_go_and_names_stay_whole(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = run("actors").out
    assert all(len(line) <= width for line in out.splitlines())
    assert {"Oda", "Vell", "Consul", "Brandt", "official"} <= set(out.split())
    assert "indirect" not in out
    assert ("2nd hand" in out, "Months" in out) == (width > 30, width > 30)


def test_actors_finds_a_part_of_a_spelling(run: Run) -> None:
    assert [row["name"] for row in json.loads(run("actors", "Well", "--json").out)] == ["Oda Vell"]


def test_actors_says_how_many_it_leaves_out(run: Run) -> None:
    assert run("actors", "--limit", "2").out.splitlines()[-2] == snapshot(
        "2 more actors: --limit 4 shows all."
    )


def test_show_tells_what_was_said_in_order_of_time(run: Run) -> None:
    assert run("show", "Vell").out == snapshot("""\
Oda Vell  also Oda Well, Vell
3 remarks, 2031-05-02 to 2032-03. Machine-read: no person has checked it.

2031-05-02  “The harbour stays open, whatever the League decides,”
            The Quay · direct · to reporters · 047bf950
2031-05-03  “Consul Brandt told me: ‘You will not be let in,’”
reported    The Quay · direct · 8d0c4f7d
2032-03     said she would “join the League tomorrow” if the tolls were lifted
            Daily Mast · mixed · b3e60e72

The evidence for each: onrecord why 047bf950
""")


def test_show_names_the_record_in_the_command_that_it_prints(run: Run, record: Path) -> None:
    elsewhere = record.rename(record.with_name("the harbour.record"))
    shown = run("show", "Vell", "--record", elsewhere.name).out
    assert "onrecord why --record 'the harbour.record' 047bf950\n" in shown


def test_show_keeps_the_undated_apart(run: Run) -> None:
    assert run("show", "Tam Roke").out == snapshot("""\
Tam Roke
2 remarks, 2031-05-03, 1 undated. Machine-read: no person has checked it.

2031-05-03  said the cabinet had not voted
reported    The Quay · indirect · 48643339

Undated
unknown  “We were never asked,”
         harbour-third.txt · direct · 4c2a1987

The evidence for each: onrecord why 48643339
""")


@pytest.mark.parametrize("spelling", ["Oda Well", "oda vell", "Vell"])
def test_show_knows_every_spelling(run: Run, spelling: str) -> None:
    shown = json.loads(run("show", spelling, "--json").out)
    assert shown["actor"]["name"] == "Oda Vell"
    assert len(shown["statements"]) == 3


def test_show_can_be_narrowed_by_words_and_by_time(run: Run) -> None:
    about = run("show", "Vell", "--about", "League").out
    assert "harbour stays open" in about
    assert "Consul" not in about
    later = run("show", "Vell", "--from", "2032", "--to", "2032-03").out
    assert "join the League" in later
    assert "harbour" not in later
    assert "No remark fits" in run("show", "Vell", "--from", "2040").out
    assert "join the League" in run("show", "Vell", "--from", "2032-03", "--to", "2032").out
    reversed_range = run("show", "Vell", "--from", "2033", "--to", "2032").err
    assert "--from 2033 is after --to 2032: the range is reversed" in reversed_range


def test_show_counts_apart_what_has_no_date_to_be_chosen_by(run: Run) -> None:
    assert run("show", "Tam Roke", "--from", "2031", "--to", "2031-05").out == snapshot("""\
Tam Roke
1 remark that fits, 2031-05-03, 1 undated that may fit. Machine-read: no person
has checked it.

2031-05-03  said the cabinet had not voted
reported    The Quay · indirect · 48643339

Undated, perhaps of another time
unknown  “We were never asked,”
         harbour-third.txt · direct · 4c2a1987

The evidence for each: onrecord why 48643339
""")
    assert run("show", "Tam Roke", "--from", "2040").out.splitlines()[1] == snapshot(
        "0 remarks that fit, 1 undated that may fit. Machine-read: no person has checked"
    )
    by_words = run("show", "Tam Roke", "--about", "asked").out.splitlines()[1]
    assert by_words == snapshot(
        "1 remark that fits, 1 undated. Machine-read: no person has checked it."
    )


def test_find_shows_the_statements_with_the_words(run: Run) -> None:
    assert run("find", "league").out == snapshot("""\
2 statements for 'league'

Oda Vell  2031-05-02 · The Quay · direct · 047bf950
  “The harbour stays open, whatever the League decides,”

Oda Vell  2032-03 · Daily Mast · mixed · b3e60e72
  said she would “join the League tomorrow” if the tolls were lifted
""")


def test_find_shows_which_words_of_the_speaker_matched(run: Run) -> None:
    assert run("find", "minister harbour").out == snapshot("""\
1 statement for 'minister harbour'

Oda Vell  2031-05-02 · The Quay · direct · 047bf950
  found in the speaker’s name: Prime Minister Oda Vell
  “The harbour stays open, whatever the League decides,”
""")


def test_find_shows_reports_without_such_a_statement(run: Run) -> None:
    assert run("find", "shouts").out == snapshot("""\
1 passage of a report for 'shouts'

<script>alert('League')</script>  published: 2032-04-11 · Daily Mast
  the tolls were lifted.  A senior official said nothing was agreed. There were
  shouts of “Never again!” outside.  Advertisement: buy a boat.
""")


def test_find_says_when_there_is_more(run: Run) -> None:
    assert "and more" in run("find", "league", "--limit", "1").out
    assert len(json.loads(run("find", "league", "--limit", "1", "--json").out)) == 1
    assert "and more" not in run("find", "league", "--limit", "2").out


def test_why_shows_the_evidence_of_a_statement_told_by_another(run: Run) -> None:
    assert run("why", "bc66").out == snapshot("""\
Consul Brandt  in the speaker's own words  bc66cdc04bddb5f6

  Her deputy, Tam Roke, said the cabinet had not voted.

  “Consul Brandt told me: ‘⟦You will not be let in,⟧’” Vell said.

Speaker        “Consul Brandt” (name) → Consul Brandt, person
               rule: the surname of a full name (0.95); across reports: the same
               name (1.00)
Known through  Oda Vell
               statement 8d0c4f7d85844fd8: “Consul Brandt told me: ‘You will not
               be let in,’”
Said to        unknown
Said           unknown
Occasion       unknown
Published      2031-05-03 (day)
               from “3 May 2031”; rule: date line
Outlet         The Quay
Headline       Vell: “The harbour stays open”
Byline         unknown
Source         reports/harbour-first.txt
Place in it    words 217–240, cue 207–211, source 193–206
               code points of the text fc6a628106d3e0e7
SHA-256        45a3688dd37f2bdfca0c10ad353298d16eac0c36fb02abf161a60dda1c6ca44b
               of the 269 bytes read on 2031-05-06 07:08 UTC, text/plain in
               utf-8, encoding known by: utf-8
Found by       rule: marked words beside a speech verb
               by-hand 1, confidence 0.90
Review         no person has checked this
""")


def test_why_says_unknown_where_the_text_is_silent(run: Run) -> None:
    assert run("why", "37a8").out == snapshot("""\
Speaker unknown  in the speaker's own words  37a853843da38db8

  A senior official said nothing was agreed. There were shouts of “⟦Never
  again!⟧” outside.

Speaker      unknown
             the text names nobody
Said to      unknown
Said         unknown
Occasion     unknown
Published    2032-04-11 (day)
             from “2032-04-11”; rule: JSON-LD datePublished; later than the day
             of reading
Outlet       Daily Mast
Headline     <script>alert('League')</script>
Byline       unknown
Source       reports/harbour-second.txt
Place in it  words 177–189
             code points of the text 6fe66e2bebff0d11
SHA-256      649af1774526da83c738cbf225d4c01f46e036a0a22c9a04388684c240c30f01
             of the 235 bytes read on 2031-05-06 07:08 UTC, text/plain in utf-8,
             encoding known by: utf-8
Found by     rule: marked words beside a speech verb
             by-hand 1, confidence 0.40
Review       no person has checked this
""")


@pytest.mark.parametrize(
    "command",
    [("actors",), ("show", "Vell"), ("find", "league"), ("why", "bc66"), ("check",)],
)
def test_json_is_all_that_json_prints(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command, "--json")
    assert result.code == 0
    json.loads(result.out)


def test_the_record_can_be_named_by_option_and_by_the_environment(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = record.rename(record.with_name("other.record"))
    assert run("actors").code == 2
    assert run("actors", "--record", str(other)).code == 0
    monkeypatch.setenv("ONRECORD", str(other))
    assert run("actors").code == 0


@pytest.mark.parametrize(
    "command",
    [
        ("show", "Nobody"),
        ("why", "ffff"),
        ("find", "!!!"),
        ("find", '"harbour'),
        ("show", "Vell", "--from", "yesterday"),
        ("show", "Vell", "--from", "2032", "--to", "2031-05"),
        ("show", "Vell", "--from", "2024-02-31"),
        ("show",),
        ("nonsense",),
        ("actors", "--record", "not/there"),
        ("export", "xls"),
    ],
)
def test_what_cannot_be_done_ends_with_2_and_an_error(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command)
    assert result.code == 2
    assert result.out == ""
    assert result.err
    assert "Traceback" not in result.err


def test_an_error_is_one_line(run: Run) -> None:
    assert run("show", "Oda Wel").err == snapshot(
        "onrecord: Oda Wel: no actor of this name; the nearest are Oda Vell\n"
    )
    assert run("why", "ffff").err == snapshot(
        "onrecord: ffff: no such statement; onrecord find and show print their ids\n"
    )
    assert run("actors", "--record", "not-there").err == snapshot(
        "onrecord: not-there: no record here; make one with: onrecord add PATH\n"
    )
