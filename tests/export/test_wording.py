"""Values in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.wording import count, crop, months, role, role_known, span_of, when
from onrecord.model import Granularity, Interval, Status
from onrecord.record.views import RoleBasis, RoleView


@pytest.mark.parametrize(
    ("start", "end", "granularity", "words"),
    [
        ("2031-05-02", "2031-05-02", "day", "2031-05-02"),
        ("2031-05-01", "2031-05-31", "month", "2031-05"),
        ("2031-03-01", "2031-05-31", "month", "2031-03 to 2031-05"),
        ("2031-01-01", "2031-12-31", "year", "2031"),
        ("2031-05-05", "2031-05-11", "week", "2031-05-05 to 2031-05-11"),
        ("2031-05-02T20:01+03:00", "2031-05-02T20:01+03:00", "minute", "2031-05-02 20:01"),
    ],
)
def test_a_time_is_as_exact_as_it_is_known(
    start: str, end: str, granularity: str, words: str
) -> None:
    assert when(Interval(start, end, Granularity(granularity), "", "")) == words


def test_no_time_is_unknown() -> None:
    assert when(None) == "unknown"
    assert span_of(None, None) == "no dates known"
    assert months(None, None) == ""


def test_spans_of_time_say_a_date_once() -> None:
    assert span_of("2031-05-02T10:00", "2031-05-02") == "2031-05-02"
    assert span_of("2031-05-02", "2032-01-01") == "2031-05-02 to 2032-01-01"
    assert months("2031-05-02", "2031-05-30") == "2031-05"
    assert span_of("2031", "2032-03") == "2031 to 2032-03"
    assert months("2031", "2032-03-05") == "2031 – 2032-03"


def test_counts_have_their_plural() -> None:
    assert count(1, "report") == "1 report"
    assert count(1204, "report") == "1,204 reports"
    assert count(2, "person", "people") == "2 people"


@given(st.text(), st.integers(2, 60))
def test_a_crop_is_one_line_of_at_most_the_limit(text: str, limit: int) -> None:
    cropped = crop(text, limit)
    assert len(cropped) <= limit
    assert len(cropped.splitlines()) <= 1
    if cropped != " ".join(text.split()):
        assert cropped.endswith("…")


def test_a_crop_falls_between_words() -> None:
    assert crop("the harbour stays open", 15) == "the harbour…"
    assert crop("x" * 1_000_000, 10) == "x" * 9 + "…"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("held", "mayor of Tarn"),
        ("then", "mayor of Tarn"),
        ("former", "former mayor of Tarn"),
        ("acting", "acting mayor of Tarn"),
    ],
)
def test_a_role_says_how_it_is_borne(status: str, words: str) -> None:
    assert role(RoleView("mayor of Tarn", Status(status), RoleBasis.REPORT)) == words


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (
            RoleView("m", Status.HELD, RoleBasis.REGISTRY, "2020", "2024-05", "a.toml", "2025"),
            "registry a.toml: 2020 to 2024-05",
        ),
        (
            RoleView("m", Status.HELD, RoleBasis.REGISTRY, "2020", None, "a.toml", "2025"),
            "registry a.toml: since 2020, known up to 2025",
        ),
        (RoleView("m", Status.HELD, RoleBasis.REPORT), "as this report calls the speaker"),
        (
            RoleView("m", Status.THEN, RoleBasis.REPORT),
            "as this report calls the speaker of that time",
        ),
        (
            RoleView("m", Status.HELD, RoleBasis.ATTESTED, "2020-01-02", "2020-03-04", reports=2),
            "so called in 2 reports, 2020-01-02 to 2020-03-04",
        ),
    ],
)
def test_a_role_says_through_what_it_is_known(known: RoleView, words: str) -> None:
    assert role_known(known) == words
