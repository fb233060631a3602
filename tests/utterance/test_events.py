"""Words that name an event, and a user's list that tells when it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Aspect, Circumstance, Event, Granularity, Span
from onrecord.utterance import said_when
from onrecord.utterance.when import at_event, dated_by_events
from tests.told import Say, document, statements

SUMMIT = Event("Tarn summit", ("Tarn meeting",), "2023-06-01", "2023-06-03")
LATER = Event("Tarn summit", (), "2025-06-05", "2025-06-06")
WAR = Event("the war", ("full-scale war",), "2022-02-24", "2022-02-24")
SIEGE = Event("siege", (), "2022-03", "2022-04")
EVENTS = (SUMMIT, WAR, SIEGE)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("at the Tarn summit", "2023-06-01", "2023-06-03"),
        ("the TARN SUMMIT", "2023-06-01", "2023-06-03"),
        ("during the Tarn meeting", "2023-06-01", "2023-06-03"),
        ("on the eve of the Tarn summit", "2023-05-31", "2023-05-31"),
        ("the day before the Tarn summit", "2023-05-31", "2023-05-31"),
        ("two days after the Tarn summit", "2023-06-05", "2023-06-05"),
        ("on the second day of the Tarn summit", "2023-06-02", "2023-06-02"),
        ("on the last day of the Tarn summit", "2023-06-03", "2023-06-03"),
        ("during the siege", "2022-03-01", "2022-04-30"),
    ],
)
def test_an_event_of_the_users_list_has_its_days(words: str, start: str, end: str) -> None:
    found = at_event(words, EVENTS)
    assert found
    assert (found.start, found.end, found.text) == (start, end, words)
    assert found.rule.startswith("event: ")


@pytest.mark.parametrize(
    "words",
    [
        "before the war",
        "even before the full-scale war",
        "long after the Tarn summit",
        "since the siege",
        "on the fifth day of the Tarn summit",
        "two days after the siege",
        "at the Tarnish summit",
        "at a summit",
        "",
    ],
)
def test_before_or_after_an_event_is_no_date(words: str) -> None:
    assert at_event(words, EVENTS) is None


@pytest.mark.parametrize(
    ("until", "year"), [("2024-01-01", "2023"), ("2025-06-06", "2025"), ("2022-01-01", None)]
)
def test_of_two_of_one_name_the_last_that_had_begun_is_meant(until: str, year: str | None) -> None:
    found = at_event("at the Tarn summit", (SUMMIT, LATER), until)
    assert (found.start[:4] if found else None) == year


def test_and_none_in_a_report_without_a_date() -> None:
    assert at_event("at the Tarn summit", (SUMMIT, LATER)) is None


def test_an_occasion_dates_what_has_no_date_of_its_own() -> None:
    text = "Drev said at the Tarn summit it would rain. Holm said on Monday it would snow."
    report = document(text, published="2023-07-14")
    made = statements(
        report, [Say("Drev", "said", "it would rain"), Say("Holm", "said", "it would snow")]
    )
    said = said_when(report, made)
    start = text.index("the Tarn")
    there = [
        Circumstance(s.id, Aspect.OCCASION, "summit", Span(start, start + 15), "at") for s in made
    ]
    found = dated_by_events(report, made, said, there, EVENTS)
    first, second = (found[s.id] for s in made)
    assert first.interval
    assert (first.interval.start, first.rule) == ("2023-06-01", "event: Tarn summit")
    assert first.interval.granularity is Granularity.DAY
    assert second == said[made[1].id]
    assert dated_by_events(report, made, said, there, ()) == said


@given(st.text(alphabet="the Tarn summit dayofeve two after before war", max_size=60))
def test_no_words_break_it(words: str) -> None:
    found = at_event(words, EVENTS)
    assert found is None or found.start <= found.end
    assert found == at_event(words, EVENTS[::-1])
