"""The gold of `examples/retold` says when, where, by what and through whom, and says enough."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.model import (
    Act,
    Aspect,
    Factuality,
    Granularity,
    Kind,
    MediumKind,
    OccasionKind,
    TellerKind,
)
from tests.examples.annotations import (
    RETOLD,
    Annotated,
    AnnotatedReport,
    annotated,
    gold_files,
    locate,
)

FILES = gold_files(RETOLD)
SECOND = sorted((RETOLD / "second").glob("*.json"))
KINDS = {Aspect.OCCASION: OccasionKind, Aspect.MEDIUM: MediumKind}
MARKED = re.compile(r"“([^”]+)”|‘([^’]+)’|«([^»]+)»|„([^“]+)“|\"([^\"]+)\"")
each_report = pytest.mark.parametrize("report", FILES, ids=lambda f: f.stem, indirect=True)


@pytest.fixture
def report(request: pytest.FixtureRequest) -> AnnotatedReport:
    return annotated(request.param)


def factuality(statement: Annotated) -> Factuality:
    return Factuality(statement.row.get("factuality", Factuality.MADE))


def above(statement: Annotated, report: AnnotatedReport) -> Iterator[Annotated]:
    """Yield the statements that hold a statement, from the inmost outwards."""
    by_id = {one.id: one for one in report.statements}
    while statement.parent is not None:
        statement = by_id[statement.parent]
        yield statement


@each_report
def test_a_circumstance_has_a_kind_and_stands_in_the_report(report: AnnotatedReport) -> None:
    for statement in report.statements:
        for aspect in Aspect:
            if (told := statement.row.get(aspect)) is not None:
                locate(told["words"], report.document.text)
                assert set(told) <= {"kind", "words"}, statement.id
                if aspect in KINDS:
                    assert told["kind"] in list(KINDS[aspect]), statement.id


@each_report
def test_thoughts_and_intentions_have_no_circumstances(report: AnnotatedReport) -> None:
    for statement in report.statements:
        if statement.act in (Act.THOUGHT, Act.INTENTION) and (
            factuality(statement) is Factuality.MADE
        ):
            assert not set(Aspect) & set(statement.row), statement.id


@each_report
def test_what_was_not_said_has_no_day_of_saying(report: AnnotatedReport) -> None:
    for statement in report.statements:
        if factuality(statement) is not Factuality.MADE:
            assert statement.said is None, statement.id


@each_report
def test_words_that_give_no_day_are_kept_apart_from_days(report: AnnotatedReport) -> None:
    for statement in report.statements:
        if (words := statement.row.get("said_words")) is not None:
            assert statement.said is None, statement.id
            assert words["start"] is None, statement.id
            assert words["text"] in report.document.text, statement.id


@each_report
def test_an_hour_is_given_to_the_minute(report: AnnotatedReport) -> None:
    for statement in report.statements:
        if statement.said is not None and re.search(r"\d[:.]\d\d\b", statement.said.text):
            assert statement.said.granularity is Granularity.MINUTE, statement.id


@each_report
def test_the_chain_holds_who_reports_and_not_who_speaks(report: AnnotatedReport) -> None:
    for statement in report.statements:
        through: list[dict[str, Any]] = statement.row.get("through", [])
        names = [link["name"] for link in through]
        named = {name for name in names if name is not None}
        assert named <= set(report.actors) - {report.outlet}, statement.id
        assert not names or names[-1] is None or names[-1] != statement.speaker, statement.id
        others = {one.speaker for one in above(statement, report)} - {statement.speaker, None}
        assert others - {report.outlet} <= named, statement.id
        for link in through:
            assert link["kind"] in (TellerKind.WIRE, TellerKind.SPEAKER), statement.id
            if link["words"] is not None:
                locate(link["words"], report.document.text)


@each_report
def test_a_chain_names_each_teller_by_their_source(report: AnnotatedReport) -> None:
    for statement in report.statements:
        sources = [span for one in above(statement, report) for span in one.source]
        through: list[dict[str, Any]] = statement.row.get("through", [])
        for link in through:
            if link["kind"] == TellerKind.SPEAKER and link["words"] is not None:
                assert locate(link["words"], report.document.text) in sources, statement.id


@pytest.mark.parametrize("file", SECOND, ids=lambda f: f.stem)
def test_a_second_annotation_is_of_the_same_words(file: Path) -> None:
    assert annotated(file).path == annotated(RETOLD / "gold" / file.name).path


def test_the_gold_is_as_large_as_it_says() -> None:
    reports = [annotated(file) for file in FILES]
    statements = [one for report in reports for one in report.statements]
    chains = [len(one.row.get("through", [])) for one in statements]
    assert len(reports) >= 36
    assert sum(one.second_hand for one in statements) >= 120
    assert sum(length == 2 for length in chains) >= 20
    assert max(chains) >= 3
    assert sum(one.said is not None for one in statements) >= 200
    assert sum("said_words" in one.row for one in statements) >= 15
    assert len({factuality(one) for one in statements}) == len(Factuality)
    occasions = {one.row["occasion"]["kind"] for one in statements if "occasion" in one.row}
    media = {one.row["medium"]["kind"] for one in statements if "medium" in one.row}
    assert (occasions, media) == (set(OccasionKind), set(MediumKind))


def test_remarks_are_told_again_a_third_of_them_in_other_words() -> None:
    told: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for file in FILES:
        report = annotated(file)
        for one in report.statements:
            told[one.utterance][report.path].append(_quoted(one, report))
    again = [reports for reports in told.values() if len(reports) > 1]
    assert len(again) >= 120
    assert sum(map(_told_in_other_words, again)) * 3 >= len(again)


def _quoted(statement: Annotated, report: AnnotatedReport) -> str:
    """Return the words of a statement that the report gives as spoken."""
    texts = [span.of(report.document.text) for span in statement.content]
    if statement.kind is Kind.DIRECT:
        return " ".join(texts)
    return " ".join("".join(found) for text in texts for found in MARKED.findall(text))


def _told_in_other_words(reports: dict[str, list[str]]) -> bool:
    """Whether two reports quote it so that not seven in ten of the shorter's words recur."""
    quotes = [(path, set(re.findall(r"\w+", q.lower()))) for path in reports for q in reports[path]]
    return any(
        p != q and min(len(a), len(b)) >= 3 and len(a & b) < 0.7 * min(len(a), len(b))
        for p, a in quotes
        for q, b in quotes
    )
