"""The gold of the invented reports holds together, and holds what makes reports hard."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from onrecord.model import Act, Granularity, Interval, Kind, Span
from tests.examples.annotations import (
    EXAMPLES,
    RETOLD,
    Annotated,
    AnnotatedReport,
    actors,
    actors_of,
    annotated,
    documents,
    gold_files,
    locate,
)

OPENING, CLOSING = "“„‚‘«\"'", "”“‘’»\"'"
QUOTED = re.compile(r"“[^”“]+[”“]|„[^“]+“|«[^»]+»|(?<!\w)‘[^‘]+?’(?!\w)|‚[^‘]+‘|\"[^\"]+\"")
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
FOLDERS = (EXAMPLES, RETOLD)
FILES = [file for folder in FOLDERS for file in gold_files(folder)]
LISTS = sorted(set(map(actors_of, FILES)))
each_report = pytest.mark.parametrize("report", FILES, ids=lambda f: f.stem, indirect=True)
each_list = pytest.mark.parametrize("names", LISTS, ids=lambda f: f.stem)
each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)


@pytest.fixture
def report(request: pytest.FixtureRequest) -> AnnotatedReport:
    return annotated(request.param)


def all_reports(folder: Path) -> list[AnnotatedReport]:
    return [annotated(file) for file in gold_files(folder)]


def all_statements(folder: Path) -> list[Annotated]:
    return [statement for report in all_reports(folder) for statement in report.statements]


def words(report: AnnotatedReport, span: Span) -> str:
    return span.of(report.document.text)


@each_folder
def test_every_report_of_the_corpus_is_annotated(folder: Path) -> None:
    assert {json.loads(f.read_text("utf-8"))["path"] for f in gold_files(folder)} == set(
        documents(folder)
    )


def test_a_piece_in_two_places_is_refused() -> None:
    with pytest.raises(AssertionError):
        locate({"text": "no"}, "no and no")
    assert locate({"text": "no", "in": "and no"}, "no and no") == Span(7, 9)
    assert locate({"text": "no", "in": "say no", "nth": 2}, "say no, say no") == Span(12, 14)


def test_words_that_are_not_there_are_refused() -> None:
    with pytest.raises(AssertionError):
        locate({"text": "yes"}, "yesterday")


@each_report
def test_spans_of_one_part_stand_in_order_and_apart(report: AnnotatedReport) -> None:
    for statement in report.statements:
        for part in (statement.content, statement.cue, statement.source, statement.addressee):
            assert all(a.end <= b.start for a, b in pairwise(part)), statement.id


@each_report
def test_source_and_cue_stand_outside_the_content(report: AnnotatedReport) -> None:
    for statement in report.statements:
        outside = (*statement.source, *statement.cue, *statement.addressee)
        assert not any(c.overlaps(o) for c in statement.content for o in outside), statement.id


@each_report
def test_a_parent_holds_its_child_and_is_no_descendant(report: AnnotatedReport) -> None:
    by_id = {statement.id: statement for statement in report.statements}
    assert len(by_id) == len(report.statements)
    for statement in report.statements:
        if statement.parent is not None:
            parent = by_id[statement.parent]
            for span in statement.content:
                assert any(outer.covers(span) for outer in parent.content), statement.id
            above = parent
            while above.parent is not None:
                above = by_id[above.parent]
                assert above.id != statement.id


@each_report
def test_second_hand_is_what_somebody_else_tells(report: AnnotatedReport) -> None:
    speakers = {statement.id: statement.speaker for statement in report.statements}
    for statement in report.statements:
        teller = speakers[statement.parent] if statement.parent else None
        by_itself = statement.speaker is not None and statement.speaker == teller
        told = statement.parent is not None and not by_itself
        assert statement.second_hand == told, statement.id


@each_report
def test_direct_content_is_quoted_and_indirect_content_is_not(report: AnnotatedReport) -> None:
    by_id = {statement.id: statement for statement in report.statements}
    text = report.document.text
    for statement in report.statements:
        if statement.kind is Kind.DIRECT:
            assert all(_is_given_as_said(s, statement, by_id, text) for s in statement.content), (
                statement.id
            )
        else:
            inside = any(QUOTED.search(words(report, span)) for span in statement.content)
            assert inside == (statement.kind is Kind.MIXED), statement.id


def _is_given_as_said(
    span: Span, statement: Annotated, by_id: dict[str, Annotated], text: str
) -> bool:
    before, after = text[: span.start], text[span.end :]
    line_starts = before == "" or before.endswith("\n")
    in_marks = before[-1:] in OPENING and (after[:1] in CLOSING or after.startswith("\n"))
    block = line_starts and bool(re.match(r"\n| [-–—] |$", after))
    parent = by_id[statement.parent] if statement.parent else None
    spoken = parent is not None and parent.kind is Kind.DIRECT
    return in_marks or block or (before.endswith(": ") and (statement.parent is None or spoken))


@each_report
def test_speakers_and_addressees_are_known_actors(report: AnnotatedReport) -> None:
    known = report.actors
    for statement in report.statements:
        for name in (statement.speaker, *statement.addressees):
            assert name is None or name in known, statement.id
        assert statement.addressee or not statement.addressees, statement.id


@each_report
def test_a_source_that_ends_in_a_name_is_that_person(report: AnnotatedReport) -> None:
    people = {name: entry for name, entry in report.actors.items() if entry["kind"] == "person"}
    for statement in report.statements:
        source = " ".join(words(report, span) for span in statement.source)
        named = {n for n, e in people.items() if any(map(source.endswith, e["spellings"]))}
        assert not named or statement.speaker in named, statement.id


@each_report
def test_dates_are_real_and_as_wide_as_they_say(report: AnnotatedReport) -> None:
    said = [statement.said for statement in report.statements]
    for when in filter(None, [report.published, *said]):
        _check(when)


def _check(when: Interval) -> None:
    if when.granularity is Granularity.MINUTE:
        assert datetime.fromisoformat(when.start) == datetime.fromisoformat(when.end)
        return
    days = (date.fromisoformat(when.end) - date.fromisoformat(when.start)).days + 1
    least, most = {"day": (1, 1), "week": (7, 7), "month": (28, 92), "year": (365, 366)}[
        when.granularity
    ]
    assert least <= days <= most, when


@each_report
def test_a_said_date_fits_its_words(report: AnnotatedReport) -> None:
    for statement in report.statements:
        if statement.said is None:
            continue
        assert statement.said.text in report.document.text, statement.id
        if named := re.search(r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", statement.said.text):
            day = date.fromisoformat(statement.said.start[:10])
            assert day.strftime("%A") == named[0], statement.id


@each_report
def test_thoughts_and_intentions_have_no_date_of_saying(report: AnnotatedReport) -> None:
    for statement in report.statements:
        assert statement.act in (Act.SPEECH, Act.WRITING) or statement.said is None


@each_report
def test_a_relative_date_needs_a_day_of_publication(report: AnnotatedReport) -> None:
    if report.published is None and not YEAR.search(report.document.text):
        assert all(statement.said is None for statement in report.statements)


@each_folder
def test_an_utterance_has_one_speaker(folder: Path) -> None:
    told: dict[str, list[Annotated]] = defaultdict(list)
    for statement in all_statements(folder):
        told[statement.utterance].append(statement)
    shared = {label: group for label, group in told.items() if len(group) > 1}
    assert shared
    for label, group in shared.items():
        assert len({statement.speaker for statement in group}) == 1, label


@each_list
def test_namesakes_name_each_other(names: Path) -> None:
    known = actors(names)
    for name, entry in known.items():
        for other in entry["not_to_confuse_with"]:
            assert name in known[other]["not_to_confuse_with"]
            assert set(entry["spellings"]) & set(known[other]["spellings"])


@each_list
def test_a_spelling_belongs_to_one_actor_or_to_namesakes(names: Path) -> None:
    known = actors(names)
    owners: dict[str, list[str]] = defaultdict(list)
    for name, entry in known.items():
        for spelling in entry["spellings"]:
            owners[spelling].append(name)
    for sharing in owners.values():
        assert all(n == m or m in known[n]["not_to_confuse_with"] for n in sharing for m in sharing)


def test_the_corpus_has_what_makes_reports_hard() -> None:
    statements = all_statements(EXAMPLES)
    kinds = Counter(statement.kind for statement in statements)
    depth: Counter[int] = Counter()
    for report in all_reports(EXAMPLES):
        by_id = {statement.id: statement for statement in report.statements}
        for statement in report.statements:
            levels = 0
            while statement.parent is not None:
                statement = by_id[statement.parent]
                levels += 1
            depth[levels] += 1
    assert min(kinds.values()) >= 50
    assert depth[1] >= 30
    assert depth[2] >= 4
    assert sum(statement.second_hand for statement in statements) >= 35
    assert len({s.speaker for s in statements if s.speaker}) >= 12
    assert sum(statement.speaker is None for statement in statements) >= 15
    assert sum(report.published is None for report in all_reports(EXAMPLES)) >= 4
    assert any(not s.source and s.kind is Kind.DIRECT for s in statements)


def test_gold_files_name_their_report() -> None:
    for file in FILES:
        path = json.loads(file.read_text("utf-8"))["path"]
        stem = re.sub(r"\.(txt|html|json)$|\.jsonl(?=:)", "", path)
        assert file.stem == re.sub(r"[/:]", "-", stem)
