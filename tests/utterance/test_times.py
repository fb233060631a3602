"""Words for times against a day of publication: Thursday, 14 March 2024."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.utterance.times import find_times

PUBLISHED = date(2024, 3, 14)


def read(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str] | None]:
    found = (e.resolve(published) for e in find_times(text))
    return [(i.start, i.end) if i else None for i in found]


def day(text: str) -> tuple[str, str]:
    return text, text


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("on Wednesday", day("2024-03-13")),
        ("on Friday", day("2024-03-08")),
        ("on Thursday", day("2024-03-14")),
        ("last Thursday", day("2024-03-07")),
        ("Friday's remarks", day("2024-03-08")),
        ("yesterday", day("2024-03-13")),
        ("last night", day("2024-03-13")),
        ("today", day("2024-03-14")),
        ("this morning", day("2024-03-14")),
        ("two days ago", day("2024-03-12")),
        ("earlier this week", ("2024-03-11", "2024-03-14")),
        ("last week", ("2024-03-04", "2024-03-10")),
        ("three weeks ago", ("2024-02-19", "2024-02-25")),
        ("last month", ("2024-02-01", "2024-02-29")),
        ("this month", ("2024-03-01", "2024-03-14")),
        ("two months ago", ("2024-01-01", "2024-01-31")),
        ("last year", ("2023-01-01", "2023-12-31")),
        ("a year ago", ("2023-01-01", "2023-12-31")),
        ("in February", ("2024-02-01", "2024-02-29")),
        ("in March", ("2024-03-01", "2024-03-14")),
        ("in April", ("2023-04-01", "2023-04-30")),
        ("last April", ("2023-04-01", "2023-04-30")),
        ("in April last year", ("2023-04-01", "2023-04-30")),
        ("in February 2022", ("2022-02-01", "2022-02-28")),
        ("in 2022", ("2022-01-01", "2022-12-31")),
        ("on March 27", day("2023-03-27")),
        ("on March 14", day("2024-03-14")),
        ("on 2 March", day("2024-03-02")),
        ("on June 2, 2023", day("2023-06-02")),
        ("on 2nd of June 2023", day("2023-06-02")),
        ("on Sept. 5", day("2023-09-05")),
        ("on 2023-06-02", day("2023-06-02")),
        ("on February 29", day("2024-02-29")),
    ],
)
def test_times_are_counted_from_publication(words: str, bounds: tuple[str, str]) -> None:
    assert read(words) == [bounds]


@pytest.mark.parametrize(
    ("words", "published", "bounds"),
    [
        ("yesterday", date(2024, 1, 1), day("2023-12-31")),
        ("yesterday", date(2024, 3, 1), day("2024-02-29")),
        ("yesterday", date(2023, 3, 1), day("2023-02-28")),
        ("on Sunday", date(2024, 1, 1), day("2023-12-31")),
        ("last week", date(2024, 1, 1), ("2023-12-25", "2023-12-31")),
        ("last month", date(2024, 1, 1), ("2023-12-01", "2023-12-31")),
        ("on December 31", date(2024, 1, 1), day("2023-12-31")),
        ("on February 29", date(2023, 3, 1), day("2020-02-29")),
        ("on February 29", date(2101, 3, 1), day("2096-02-29")),
        ("in December", date(2024, 1, 1), ("2023-12-01", "2023-12-31")),
        ("two months ago", date(2024, 1, 31), ("2023-11-01", "2023-11-30")),
    ],
)
def test_ends_of_years_and_leap_days(words: str, published: date, bounds: tuple[str, str]) -> None:
    assert read(words, published) == [bounds]


@pytest.mark.parametrize(
    "words", ["on February 30", "on February 29, 2023", "on June 31, 2023", "on 2023-13-01"]
)
def test_days_that_never_were_are_none(words: str) -> None:
    assert read(words)[:1] == [None]


@pytest.mark.parametrize("words", ["on Friday", "yesterday", "on March 27", "in May", "last year"])
def test_relative_words_without_a_day_of_publication_are_none(words: str) -> None:
    assert read(words, None) == [None]


def test_whole_dates_need_no_day_of_publication() -> None:
    assert read("on June 2, 2023", None) == [day("2023-06-02")]


@pytest.mark.parametrize(
    "words",
    [
        "we may act and march on",
        "the Sunday Herald",
        "Question Hour On Sunday",
        "Black Friday sales",
        "a 24-hour week",
        "sat on the board",
        "Friday-night football",
    ],
)
def test_words_that_only_look_like_times_are_none(words: str) -> None:
    assert read(words) == []


@given(st.text(alphabet=" ,.0123456789-FfridayMondthWeJunlsgo", max_size=60), st.dates())
def test_nothing_lies_after_publication_but_what_is_written_out(text: str, published: date) -> None:
    for expression in find_times(text):
        assert " ".join(text[expression.start : expression.end].split()) == expression.text
        if expression.relative and published.year > 20:
            interval = expression.resolve(published)
            assert interval is None or interval.start <= published.isoformat()
