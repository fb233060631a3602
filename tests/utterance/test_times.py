"""Words for times against a day of publication: Thursday, 14 March 2024."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Granularity, Interval
from onrecord.utterance.times import Base, find_times

PUBLISHED = date(2024, 3, 14)


def resolved(text: str, told: date | None = PUBLISHED) -> list[Interval | None]:
    return [e.resolve((told, told) if told else None) for e in find_times(text)]


def read(text: str, told: date | None = PUBLISHED) -> list[tuple[str, str] | None]:
    return [(i.start, i.end) if i else None for i in resolved(text, told)]


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
        ("earlier this week", ("2024-03-11", "2024-03-17")),
        ("last week", ("2024-03-04", "2024-03-10")),
        ("three weeks ago", ("2024-02-19", "2024-02-25")),
        ("last month", ("2024-02-01", "2024-02-29")),
        ("this month", ("2024-03-01", "2024-03-31")),
        ("two months ago", ("2024-01-01", "2024-01-31")),
        ("last year", ("2023-01-01", "2023-12-31")),
        ("a year ago", ("2023-01-01", "2023-12-31")),
        ("in February", ("2024-02-01", "2024-02-29")),
        ("in March", ("2024-03-01", "2024-03-31")),
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
        ("late on Wednesday evening", day("2024-03-13")),
        ("on the morning of June 2, 2023", day("2023-06-02")),
        ("on Friday last week", day("2024-03-08")),
        ("this Wednesday", day("2024-03-13")),
        ("the day before yesterday", day("2024-03-12")),
        ("overnight", ("2024-03-13", "2024-03-14")),
        ("at the weekend", ("2024-03-09", "2024-03-10")),
        ("two and a half years ago", ("2021-01-01", "2021-12-31")),
        ("late last month", ("2024-02-01", "2024-02-29")),
        ("early March", ("2024-03-01", "2024-03-31")),
        ("as late as June last year", ("2023-06-01", "2023-06-30")),
        ("on March 27 last year", day("2023-03-27")),
        ("on the 27th.", day("2024-02-27")),
        ("on New Year's Eve", day("2023-12-31")),
        ("on New Year’s Day", day("2024-01-01")),
        ("on the 31st.", day("2024-01-31")),
        ("on Wednesday, March 13", day("2024-03-13")),
        ("from March 11 to 13", ("2024-03-11", "2024-03-13")),
        ("on 27–28 March 2021", ("2021-03-27", "2021-03-28")),
        ("last autumn", ("2023-09-01", "2023-11-30")),
        ("last winter", ("2023-12-01", "2024-02-29")),
        ("the autumn two years ago", ("2022-09-01", "2022-11-30")),
        ("in the summer of 1914", ("1914-06-01", "1914-08-31")),
        ("in 1848", ("1848-01-01", "1848-12-31")),
        ("in the 1960s", ("1960-01-01", "1969-12-31")),
        ("in the 19th century", ("1801-01-01", "1900-12-31")),
        ("on 14 July 1789", day("1789-07-14")),
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
        ("last month", date(2024, 3, 31), ("2024-02-01", "2024-02-29")),
        ("three months ago", date(2024, 5, 31), ("2024-02-01", "2024-02-29")),
        ("overnight", date(2024, 1, 1), ("2023-12-31", "2024-01-01")),
        ("on the 31st.", date(2024, 5, 1), day("2024-03-31")),
        ("on the 29th.", date(2023, 3, 1), day("2023-01-29")),
        ("last winter", date(2023, 3, 1), ("2022-12-01", "2023-02-28")),
        ("two days ago", date(2024, 3, 1), day("2024-02-28")),
        ("on Friday last week", date(2024, 1, 1), day("2023-12-29")),
    ],
)
def test_ends_of_years_and_leap_days(words: str, published: date, bounds: tuple[str, str]) -> None:
    assert read(words, published) == [bounds]


@pytest.mark.parametrize(
    "words",
    [
        "on February 30",
        "on February 29, 2023",
        "on June 31, 2023",
        "on 2023-13-01",
        "on 31.04.2023",
        "on February 28–30",
        "on Monday, June 2, 2023",
        "on the 30th of last month",
    ],
)
def test_days_that_never_were_are_none(words: str) -> None:
    assert read(words)[:1] == [None]


@pytest.mark.parametrize(
    "words", ["on Friday", "yesterday", "on March 27", "in May", "last year", "last spring"]
)
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


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("last September", date(2024, 10, 5)),
        ("last summer", date(2024, 10, 5)),
        ("in the winter of 2022", PUBLISHED),
        ("this Friday", PUBLISHED),
        ("more than two years ago", PUBLISHED),
        ("a few days ago", PUBLISHED),
        ("years ago", PUBLISHED),
        ("even before the full-scale war", PUBLISHED),
        ("on the eve", PUBLISHED),
    ],
)
def test_what_can_be_read_in_two_ways_or_counted_by_nobody_is_words(words: str, told: date) -> None:
    (expression,) = find_times(f"Drev said {words} it would rain.")
    assert expression.text == words
    assert expression.resolve((told, told)) is None


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("the day before", day("2024-03-13")),
        ("the previous day", day("2024-03-13")),
        ("a day earlier", day("2024-03-13")),
        ("two days later", day("2024-03-16")),
        ("the following day", day("2024-03-15")),
        ("two days after the vote", day("2024-03-16")),
        ("on the eve of the summit", day("2024-03-13")),
        ("that evening", day("2024-03-14")),
        ("within the hour", day("2024-03-14")),
        ("the previous Friday", day("2024-03-08")),
        ("the following Monday", day("2024-03-18")),
        ("on June 3 that year", day("2024-06-03")),
        ("in June that year", ("2024-06-01", "2024-06-30")),
        ("the previous year", ("2023-01-01", "2023-12-31")),
        ("a month earlier", ("2024-02-01", "2024-02-29")),
    ],
)
def test_some_count_from_the_day_named_before(words: str, bounds: tuple[str, str]) -> None:
    (expression,) = find_times(words + ", said Drev.")
    assert expression.base is Base.NAMED
    assert read(words + ", said Drev.") == [bounds]


def test_weekdays_say_whether_they_are_today_or_a_week_ago() -> None:
    (today,) = find_times("on Thursday")
    (found, before) = (today.resolve((PUBLISHED, PUBLISHED), before=b) for b in (False, True))
    assert found
    assert before
    assert (found.start, found.rule) == ("2024-03-14", "weekday: today")
    assert (before.start, before.rule) == ("2024-03-07", "weekday: a week ago")


@pytest.mark.parametrize(
    ("words", "told", "start"),
    [
        ("last year", (date(2024, 1, 1), date(2024, 12, 31)), "2023-01-01"),
        ("last month", (date(2024, 3, 1), date(2024, 3, 31)), "2024-02-01"),
        ("in February", (date(2024, 3, 1), date(2024, 3, 31)), "2024-02-01"),
        ("in February", (date(2024, 1, 1), date(2024, 12, 31)), None),
        ("yesterday", (date(2024, 3, 1), date(2024, 3, 31)), None),
        ("on Friday", (date(2024, 3, 11), date(2024, 3, 17)), None),
        ("on March 27", (date(2024, 4, 1), date(2024, 4, 30)), "2024-03-27"),
    ],
)
def test_of_a_month_or_a_year_only_what_all_its_days_agree_on_is_known(
    words: str, told: tuple[date, date], start: str | None
) -> None:
    (expression,) = find_times(words)
    found = expression.resolve(told)
    assert (found.start if found else None) == start


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("at 14:30 GMT on Tuesday", "2024-03-12T14:30+00:00"),
        ("on Tuesday at 14:30 CET", "2024-03-12T14:30+01:00"),
        ("on Tuesday at 9 p.m. Kyiv time", "2024-03-12T21:00+02:00"),
        ("on July 3, 2023, at 9 p.m. Kyiv time", "2023-07-03T21:00+03:00"),
        ("on Tuesday at 9:05 a.m. New York time", "2024-03-12T09:05-04:00"),
        ("on Tuesday, at 10:15 (GMT+3)", "2024-03-12T10:15+03:00"),
        ("on Tuesday at 12 a.m.", "2024-03-12T00:00"),
        ("on Tuesday at 12 p.m.", "2024-03-12T12:00"),
        ("at noon on Tuesday", "2024-03-12T12:00"),
        ("on Tuesday at 9 p.m. local time", "2024-03-12T21:00"),
        ("on Tuesday at 9 p.m. IST", "2024-03-12T21:00"),
        ("on Tuesday at 9 p.m. Atlantis time", "2024-03-12T21:00"),
        ("on 10 March 2024 at 2:30 a.m. New York time", "2024-03-10T02:30"),
        ("on 3 November 2024 at 1:30 a.m. New York time", "2024-11-03T01:30"),
        ("on 3 August 1914 at 15:00 Paris time", "1914-08-03T15:00+00:00"),
    ],
)
def test_an_hour_beside_a_day_is_the_minute_with_the_offset_where_one_is_sure(
    words: str, moment: str
) -> None:
    (found,) = resolved(words)
    assert found
    assert (found.start, found.end, found.text) == (moment, moment, words)
    assert found.granularity is Granularity.MINUTE


@pytest.mark.parametrize(
    "words", ["around 9 p.m. on Tuesday", "on Tuesday at 25:00", "at midnight on Tuesday"]
)
def test_of_an_hour_that_nobody_knows_the_day_is_left(words: str) -> None:
    (found,) = resolved(words)
    assert found
    assert (found.start, found.granularity) == ("2024-03-12", Granularity.DAY)


def test_an_hour_alone_is_of_the_day_named_before() -> None:
    (hour,) = find_times("At 9 p.m. Drev said that it would rain.")
    assert hour.base is Base.NAMED
    assert hour.resolve(None) is None


WORDS = st.lists(
    st.sampled_from(
        "on the last this previous Friday Mon day before after yesterday week month year ago two "
        "31 30 29 February March late early in at 9 p.m. 25:00 Kyiv time 2023 0001 9999 1st of "
        ", . - weekend overnight that same winter summer and a half years century 1900s".split()
    ),
    max_size=12,
).map(" ".join)


@given(WORDS, st.dates())
def test_nothing_lies_after_the_day_told_but_what_is_written_out(text: str, told: date) -> None:
    for expression in find_times(text):
        assert " ".join(text[expression.start : expression.end].split()) == expression.text
        interval = expression.resolve((told, told))
        if interval and expression.base is Base.REPORT:
            assert interval.start[:10] <= told.isoformat()


@given(WORDS, st.dates(), st.integers(0, 40), st.integers(0, 40))
def test_what_a_longer_time_tells_each_of_its_days_tells(
    text: str, first: date, length: int, step: int
) -> None:
    last = min(first.toordinal() + length, date.max.toordinal())
    inner = min(first.toordinal() + step, last)
    for expression in find_times(text):
        known = expression.resolve((first, date.fromordinal(last)))
        if known is not None and expression.base is not Base.NOTHING:
            day_ = date.fromordinal(inner)
            found = expression.resolve((day_, day_))
            assert found is not None
            assert (found.start, found.end) == (known.start, known.end)


@given(st.text(alphabet=" ,.0123456789-:FfridayMondthWeJunlsgop", max_size=60), st.dates())
def test_no_text_breaks_it(text: str, told: date) -> None:
    assert [e.start for e in find_times(text)] == sorted(e.start for e in find_times(text))
    assert len(resolved(text, told)) == len(list(find_times(text)))


@pytest.mark.parametrize(
    "words",
    [
        "1,200 days ago",
        "1.5 years ago",
        "twenty two days ago",
        "twenty-two days ago",
        "a hundred and two days ago",
        "two or three days ago",
        "two to three weeks ago",
    ],
)
def test_the_end_of_a_number_is_no_number(words: str) -> None:
    assert not any(resolved(f"She said so {words}."))
