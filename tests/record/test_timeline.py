"""A timeline runs in the order in which things were said, and keeps the undated apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.model import Granularity, Interval
from onrecord.record import Record
from tests.record.conftest import Fresh
from tests.record.invented import by_name, day, report, spoken_for

VELL = "Oda Vell"
MONTH = Interval("2031-02-01", "2031-02-28", Granularity.MONTH, "in February", "a month")


@pytest.fixture
def told(fresh: Fresh) -> Record:
    record = fresh()
    for name, words, published, said in (
        ("a", "undated words on the ferry", None, None),
        ("b", "second, on the toll", day("2031-03-05"), None),
        ("c", "first, on the ferry", day("2032-01-01"), day("2030-12-31")),
        ("d", "third, on the ferry", day("2031-12-31"), None),
        ("e", "between, on nothing", day("2031-04-01"), MONTH),
    ):
        record.add(report([(VELL, words)], name=name, published=published, said=said))
    record.resolve(by_name)
    return record


def words(record: Record, **options: str) -> list[str]:
    found = record.timeline(record.actor(VELL).id, **options)
    return [each.quote.split()[0].rstrip(",") for each in found]


def test_the_dated_run_in_order_of_time_and_the_undated_come_last(told: Record) -> None:
    assert words(told) == ["first", "between", "second", "third", "undated"]
    assert told.timeline(told.actor(VELL).id)[-1].when is None


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2031", "2031", ["between", "second", "third"]),
        ("2031-03", "2031-03", ["second"]),
        ("2031-02-28", "2031-03-05", ["between", "second"]),
        ("2031-03-06", "2031-12-30", []),
        ("2030-12-31", "2030-12-31", ["first"]),
    ],
)
def test_bounds_are_inclusive_and_as_coarse_as_they_are_given(
    told: Record, since: str, until: str, expected: list[str]
) -> None:
    # Nobody knows that the undated fall outside, so they pass.
    assert words(told, since=since, until=until) == [*expected, "undated"]


def test_one_bound_is_enough(told: Record) -> None:
    assert words(told, since="2031-12") == ["third", "undated"]
    assert words(told, until="2030") == ["first", "undated"]


def test_about_keeps_statements_with_these_words(told: Record) -> None:
    assert words(told, about="ferry") == ["first", "third", "undated"]
    assert words(told, about="ferry OR toll", since="2031") == ["second", "third", "undated"]
    assert words(told, about="vell") == []


def test_what_is_known_through_another_says_through_whom(record: Record) -> None:
    reading = report(
        [(VELL, "Tam Roke told me it is lost, and I agree")], inside=[("Tam Roke", "it is lost")]
    )
    record.add(reading)
    record.resolve(by_name)
    (inner,) = record.timeline(record.actor("Tam Roke").id)
    (outer,) = record.timeline(record.actor(VELL).id)
    assert (inner.parent, inner.via) == (outer.id, VELL)
    assert (outer.parent, outer.via) == (None, None)


def test_an_actor_who_is_not_there_has_no_timeline(told: Record) -> None:
    assert told.timeline("0" * 16) == []


def test_the_summary_counts(told: Record) -> None:
    summary = told.summary()
    assert (summary.first, summary.last, summary.undated) == ("2030-12-31", "2031-12-31", 1)
    assert (summary.documents, summary.statements, summary.actors) == (5, 5, 1)
    assert summary.outlets == {"The Quay": 5}
    assert summary.drops == {"advert": 5}
    assert summary.resolved


def test_a_year_is_not_its_first_day(record: Record) -> None:
    year = Interval("2031-01-01", "2031-12-31", Granularity.YEAR, "in 2031", "a year")
    month = Interval("2032-03-01", "2032-03-31", Granularity.MONTH, "in March", "a month")
    for name, when in (("one", year), ("two", month), ("three", day("2031-07-01"))):
        record.add(report([(VELL, name)], name=name, said=when))
    record.resolve(by_name)
    summary, (row,) = record.summary(), record.actors()
    assert (summary.first, summary.last) == (row.first, row.last) == ("2031", "2032-03")


def test_what_another_says_for_an_actor_is_as_sure_as_that_it_is_for_them(record: Record) -> None:
    record.add(spoken_for())
    record.resolve(by_name)
    for name, sure in (("Oda Vell", 0.95), ("Tam Roke", 0.5), ("Bel Kess", 0.8)):
        (told,) = record.timeline(record.actor(name).id)
        assert (told.speaker and told.speaker.name, told.speaker_confidence) == ("Oda Vell", sure)


def test_words_of_an_unnamed_spokesman_are_no_surer_than_that_he_speaks_for_them(
    record: Record,
) -> None:
    made = spoken_for()
    speaker, *others = made.entities
    unnamed = replace(speaker, name="a spokesman", names=(), named=False)
    record.add(replace(made, entities=(unnamed, *others)))
    record.resolve(lambda entities: by_name(each for each in entities if each.named))
    (told,) = record.statements()
    assert [who.name for who in told.speakers] == ["Tam Roke", "Bel Kess"]
    assert told.speaker_confidence == 0.5
