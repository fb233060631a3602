"""Words that name an event, and a user's list that tells when it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Aspect, Circumstance, Event, Granularity, Span
from onrecord.utterance import said_when
from onrecord.utterance.times.numbers import NUMBERS, count_of
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
        ("a day after the Tarn summit", "2023-06-04", "2023-06-04"),
        ("the day after the Tarn summit", "2023-06-04", "2023-06-04"),
        ("20 days before the Tarn summit", "2023-05-12", "2023-05-12"),
        ("on the day of the war", "2022-02-24", "2022-02-24"),
        ("on the sidelines of the Tarn summit", "2023-06-01", "2023-06-03"),
        ("from a podium at the Tarn summit", "2023-06-01", "2023-06-03"),
        ("a speech to the Tarn summit", "2023-06-01", "2023-06-03"),
        ("at their Tarn summit", "2023-06-01", "2023-06-03"),
        ("at the Tarn summit in 2023", "2023-06-01", "2023-06-03"),
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


@pytest.mark.parametrize("way", ["before", "after"])
@pytest.mark.parametrize(
    "count",
    [
        "several",
        "a few",
        "many",
        "hundred",
        "a hundred and one",
        "twenty",
        "one",
        "²",
        "1,200",
        "ſix",
    ],
)
def test_days_that_nobody_can_count_are_no_date(count: str, way: str) -> None:
    assert at_event(f"{count} days {way} the Tarn summit", EVENTS) is None
    assert at_event(f"in the days {way} the Tarn summit", EVENTS) is None


@given(st.from_regex(r"\w{1,12}", fullmatch=True), st.sampled_from(["before", "after"]))
def test_only_counts_that_are_known_are_counted(count: str, way: str) -> None:
    known = count.lower() in {*NUMBERS, "a", "an"} or (count.isdecimal() and len(count) < 4)
    assert (count_of(count) is not None) == known
    if not known and count.lower() != "the":
        assert at_event(f"{count} days {way} the Tarn summit", EVENTS) is None
        assert at_event(f"{count} day {way} the Tarn summit", EVENTS) is None


@pytest.mark.parametrize(
    "words",
    [
        "planning the Tarn summit",
        "planning talks at the Tarn summit",
        "in preparation for the Tarn summit",
        "on the way to the Tarn summit",
        "returning from the Tarn summit",
        "a preparatory meeting for the Tarn summit",
        "a year on from the Tarn summit",
        "a year on from the talks at the Tarn summit",
        "the Tarn summit anniversary",
        "at the Tarn summit anniversary",
        "at the Tarn summit's anniversary",
        "on the eve of the Tarn summit anniversary",
        "since the signing at the Tarn summit",
        "at last year's Tarn summit",
        "at the Tarn summit in 2019",
        "at the 2019 Tarn summit",
    ],
)
def test_what_only_has_to_do_with_an_event_has_not_its_date(words: str) -> None:
    assert at_event(words, EVENTS) is None


@pytest.mark.parametrize(
    ("lead", "start"),
    [
        ("at", "2023-06-01"),
        ("in a rush, during", "2023-06-01"),
        ("on the second day of", "2023-06-02"),
        ("after", None),
        ("on the way to", None),
        ("a year on from the talks at", None),
    ],
)
def test_what_leads_to_an_occasion_tells_whether_it_is_that_of_speaking(
    lead: str, start: str | None
) -> None:
    text = f"Drev said {lead} the Tarn summit it would rain."
    report = document(text, published="2023-07-14")
    made = statements(report, [Say("Drev", "said", "it would rain")])
    at = text.index("the Tarn")
    there = [Circumstance(made[0].id, Aspect.OCCASION, "summit", Span(at, at + 15), "at")]
    found = dated_by_events(report, made, {}, there, EVENTS).get(made[0].id)
    when = found.interval if found else None
    assert (when and (when.start, when.text)) == (start and (start, "the Tarn summit"))


def test_no_pattern_is_made_for_an_event_that_words_do_not_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[object] = []

    def escape(name: str) -> str:
        made.append(name)
        return name

    monkeypatch.setattr("onrecord.utterance.when.events.re.escape", escape)
    many = [Event(f"Olm fair {n}", (f"fair {n}",), "2023", "2023") for n in range(50)]
    assert at_event("AT THE TARN SUMMIT", [*many, SUMMIT])
    assert made == ["Tarn summit"]


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
