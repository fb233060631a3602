"""Where the marks of the timeline stand."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Act, Granularity, Interval, Kind
from onrecord.record.views import StatementView
from onrecord.report.chart import APART, MOST_TICKS, ROW, TALLEST, chart

PLAIN = StatementView(
    id="0",
    document_id="d",
    kind=Kind.DIRECT,
    act=Act.SPEECH,
    quote="words",
    start=0,
    cue="",
    source="",
    speaker=None,
    speaker_confidence=None,
    addressees=(),
    said=None,
    published=None,
    title=None,
    outlet=None,
    path="p",
    url=None,
    parent=None,
    via=None,
    via_confidence=None,
    confidence=1.0,
    rule="r",
    extractor="e",
    reviewed=None,
    role=None,
)


def said(*dates: str | None) -> list[StatementView]:
    return [
        replace(
            PLAIN,
            id=f"{number:04}",
            said=Interval(date, date, Granularity.DAY, "", "") if date else None,
        )
        for number, date in enumerate(dates)
    ]


days = st.dates().map(lambda day: day.isoformat())


@given(st.lists(st.lists(days | st.none(), max_size=40), max_size=5))
def test_every_statement_is_drawn_once_or_counted(lanes: list[list[str | None]]) -> None:
    drawn = chart([(str(number), said(*dates)) for number, dates in enumerate(lanes)])
    everything = [*drawn.lanes, *([drawn.undated] if drawn.undated else [])]
    marks = sum(len(lane.marks) for lane in everything)
    assert marks + drawn.left_out == sum(map(len, lanes))


@given(st.lists(days | st.none(), max_size=60))
def test_marks_keep_apart_and_inside_their_lane(dates: list[str | None]) -> None:
    drawn = chart([("one", said(*dates))])
    for lane in [*drawn.lanes, *([drawn.undated] if drawn.undated else [])]:
        rows: dict[int, list[float]] = {}
        for mark in lane.marks:
            assert 0 <= mark.left <= mark.x <= mark.right <= 100
            assert lane.top < mark.y < lane.top + lane.height <= drawn.height
            rows.setdefault(mark.y, []).append(mark.x)
        for places in rows.values():
            gaps = [right - left for left, right in pairwise(places)]
            assert all(gap >= APART - 0.02 for gap in gaps)


@given(st.lists(days, min_size=2, max_size=20))
def test_later_is_further_right(dates: list[str]) -> None:
    lane = chart([("one", said(*dates))]).lanes[0]
    marks = [(mark.x, mark.statement.said) for mark in lane.marks]
    for x, when in marks:
        for other, then in marks:
            assert when is not None
            assert then is not None
            assert x <= other or when.start >= then.start


@given(st.lists(days, min_size=1, max_size=20))
def test_the_axis_has_a_few_dates_in_order(dates: list[str]) -> None:
    ticks = chart([("one", said(*dates))]).ticks
    assert 1 <= len(ticks) <= MOST_TICKS
    assert [tick.x for tick in ticks] == sorted({tick.x for tick in ticks})


def test_the_axis_counts_in_years_months_or_days() -> None:
    def labels(*dates: str) -> list[str]:
        return [tick.label for tick in chart([("one", said(*dates))]).ticks]

    assert labels("2030-06-01", "2033-06-01") == ["2031", "2032", "2033"]
    assert labels("2031-01-15", "2031-04-15") == ["Feb 2031", "Mar 2031", "Apr 2031"]
    assert labels("2031-02-02", "2031-02-04") == ["2 Feb 2031", "3 Feb 2031", "4 Feb 2031"]
    assert labels("2031-02-02") == ["2031-02-02"]


def test_an_inexact_date_is_a_range() -> None:
    month = Interval("2031-03-01", "2031-03-31", Granularity.MONTH, "in March", "")
    statements = [*said("2031-01-01", "2031-12-31"), replace(PLAIN, id="m", said=month)]
    inexact = next(m for m in chart([("one", statements)]).lanes[0].marks if m.statement.id == "m")
    assert inexact.left < inexact.x < inexact.right


def test_a_crowd_is_cut_and_counted() -> None:
    lane = chart([("one", said(*["2031-01-01"] * 50))]).lanes[0]
    assert len(lane.marks) == TALLEST
    assert lane.left_out == 50 - TALLEST
    assert max(mark.y for mark in lane.marks) - min(mark.y for mark in lane.marks) < TALLEST * ROW


def test_undated_statements_have_a_lane_of_their_own() -> None:
    drawn = chart([("one", said(None, "2031-01-01")), ("two", said(None))])
    assert [lane.name for lane in drawn.lanes] == ["one"]
    assert drawn.undated is not None
    assert len(drawn.undated.marks) == 2
    assert drawn.undated.top > drawn.axis


def test_without_a_date_there_is_no_axis() -> None:
    drawn = chart([("one", said(None))])
    assert not drawn.lanes
    assert not drawn.ticks
    assert chart([]).height == 0
