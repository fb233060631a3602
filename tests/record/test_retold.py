"""When, where and through whom a statement is known is shown as it was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from onrecord.errors import RecordError
from onrecord.model import (
    Aspect,
    Circumstance,
    Event,
    Factuality,
    Granularity,
    Interval,
    Reading,
    Registry,
    Said,
    Span,
    Teller,
    TellerKind,
)
from onrecord.record import Record
from onrecord.record.views import StatementView
from onrecord.record.words import countable, storable
from onrecord.utterance import at_event
from tests.record.conftest import Fresh
from tests.record.invented import by_name, day, readings, report, with_chain


def nested() -> Reading:
    """Return a report in which Oda Vell tells what Tam Roke said."""
    return with_chain(
        report(
            [("Oda Vell", "Tam Roke told me no")],
            inside=[("Tam Roke", "no")],
            published=day("2031-05-06"),
        )
    )


def views(record: Record, *added: Reading) -> dict[str, StatementView]:
    for each in added:
        record.add(each)
    record.resolve(by_name)
    return {view.quote: view for view in record.statements()}


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=readings())
def test_nothing_that_was_read_is_lost(fresh: Fresh, drawn: Reading) -> None:
    record, text = fresh(), countable(drawn.document.text)
    record.add(drawn)
    factual = {each.id: each.factuality for each in drawn.statements}
    for view in record.statements():
        said = drawn.said.get(view.id)
        shown = view.said_words
        assert (said is None) == (shown is None)
        if said and shown:
            assert (shown.span, shown.interval) == (said.span, said.interval)
            assert (shown.text, shown.rule) == (storable(said.text), storable(said.rule))
        own = [c for c in drawn.circumstances if c.statement_id == view.id]
        assert sorted(
            (c.aspect, c.kind, c.words.start, c.words.end) for c in view.circumstances
        ) == (sorted((c.aspect, storable(c.kind), c.span.start, c.span.end) for c in own))
        assert all(c.words.text == text[c.words.start : c.words.end] for c in view.circumstances)
        assert [(t.kind, t.statement_id) for t in view.chain] == [
            (t.kind, t.statement_id) for t in drawn.chains[view.id]
        ]
        assert view.factuality is factual[view.id]
    assert [problem for problem in record.check() if problem.grave] == []


def test_who_tells_is_shown_by_the_name_on_record(record: Record) -> None:
    inner = views(record, nested())["no"]
    outlet, teller = inner.chain
    assert (outlet.kind, outlet.name, outlet.words, outlet.who) == (
        TellerKind.OUTLET,
        "The Quay",
        None,
        None,
    )
    assert teller.who == record.card(inner.parent or "").statement.speaker
    assert teller.statement_id == inner.parent
    record.rename("Oda Vell", "Minister Vell", author="me")
    renamed = next(v for v in record.statements() if v.quote == "no").chain[1]
    assert (renamed.name, renamed.who and renamed.who.name) == ("Oda Vell", "Minister Vell")


def test_second_hand_is_what_another_speaker_tells(record: Record) -> None:
    reading = nested()
    outer, inner = reading.statements
    wire = Teller(TellerKind.WIRE, "Bay Wire", Span(0, 3), None, None)
    shown = views(record, replace(reading, chains={**reading.chains, outer.id: (wire,)}))
    assert {quote: view.second_hand for quote, view in shown.items()} == {
        "Tam Roke told me no": False,
        "no": True,
    }
    summary = record.summary()
    assert (summary.first_hand, summary.second_hand) == (1, 1)
    assert {row.name: row.second_hand for row in record.actors()} == {"Oda Vell": 0, "Tam Roke": 1}
    assert inner.parent == outer.id


def test_of_a_reading_without_chains_what_stands_around_tells(record: Record) -> None:
    shown = views(record, replace(nested(), chains={}))
    assert {quote: view.second_hand for quote, view in shown.items()} == {
        "Tam Roke told me no": False,
        "no": True,
    }
    assert shown["no"].chain == ()


def test_words_of_which_no_day_is_known_are_kept(record: Record) -> None:
    reading = report([("Oda Vell", "tolls must go")])
    (statement,) = reading.statements
    words = Said(Span(0, 4), "“tol", "event", None)
    (view,) = views(record, replace(reading, said={statement.id: words})).values()
    assert view.said is None
    assert view.said_words == words
    assert view.made


def test_an_announcement_says_so(record: Record) -> None:
    reading = report([("Oda Vell", "tolls must go")])
    (statement,) = reading.statements
    planned = replace(statement, factuality=Factuality.ANNOUNCED)
    (view,) = views(record, replace(reading, statements=(planned,))).values()
    assert (view.factuality, view.made) == (Factuality.ANNOUNCED, False)


@pytest.mark.parametrize("what", ["circumstance", "chain", "teller"])
def test_what_points_at_nothing_is_refused(record: Record, what: str) -> None:
    reading = report([("Oda Vell", "tolls must go")])
    (statement,) = reading.statements
    lost = {
        "circumstance": {
            "circumstances": (Circumstance("gone", Aspect.PLACE, "", Span(0, 1), "drawn"),)
        },
        "chain": {"chains": {"gone": ()}},
        "teller": {
            "chains": {
                statement.id: (Teller(TellerKind.SPEAKER, "", None, "gone", None),),
            }
        },
    }[what]
    with pytest.raises(RecordError):
        record.add(replace(reading, **lost))  # type: ignore[arg-type]
    assert list(record.statements()) == []


def fair(name: str, start: str, end: str) -> Registry:
    event = Event(name, ("the fair",), start, end)
    return Registry(f"list of {name}", "fairs", None, (), (event,))


def at_the_fair(words: str, events: Sequence[Event], _: str | None) -> Interval | None:
    """Say when the first event was, where words name it."""
    for event in events:
        if event.aliases[0] in words:
            return Interval(event.start, event.end, Granularity.DAY, words, f"event: {event.name}")
    return None


def test_an_event_of_a_registry_dates_what_was_said_at_it(record: Record) -> None:
    reading = report(
        [("Oda Vell", "tolls must go"), ("Tam Roke", "ferries wait"), "They met at the fair."],
        published=day("2031-05-09"),
    )
    one, other = reading.statements
    at = reading.document.text.index("the fair")
    occasion = Circumstance(other.id, Aspect.OCCASION, "event", Span(at, at + 8), "drawn")
    words = Said(None, "at the fair", "event", None)
    views(record, replace(reading, said={one.id: words}, circumstances=(occasion,)))

    def dates() -> list[str | None]:
        record.resolve(by_name)
        record.date_by_events(at_the_fair)
        shown = sorted(record.statements(), key=lambda view: view.start)
        return [view.said.start if view.said else None for view in shown]

    assert dates() == [None, None]
    record.registries.add(fair("Tarn", "2031-05-02", "2031-05-03"), author="me")
    assert dates() == ["2031-05-02", "2031-05-02"]
    assert record.registries.events() == (Event("Tarn", ("the fair",), "2031-05-02", "2031-05-03"),)
    assert len(record.timeline(record.actor("Oda Vell").id, until="2031-05-04")) == 1
    assert record.summary().first == "2031-05-02"
    record.registries.add(fair("Olm", "2031-05-12", "2031-05-13"), author="me")
    # The report cannot tell of a fair that was still to come.
    assert dates() == [None, None]
    record.registries.remove("fairs", author="me")
    assert dates() == [None, None]


def test_a_date_that_the_report_gives_is_not_replaced(record: Record) -> None:
    reading = report([("Oda Vell", "tolls must go")])
    (statement,) = reading.statements
    said = Said(None, "at the fair", "weekday", day("2031-05-06"))
    views(record, replace(reading, said={statement.id: said}))
    record.registries.add(fair("Tarn", "2031-05-02", "2031-05-03"), author="me")
    record.date_by_events(at_the_fair)
    assert [view.said for view in record.statements()] == [day("2031-05-06")]


@pytest.mark.parametrize(("lead", "known"), [("at", True), ("long after", False)])
def test_what_leads_to_an_occasion_is_read_with_it(record: Record, lead: str, known: bool) -> None:
    reading = report([("Oda Vell", "tolls must go"), f"They spoke {lead} the Tarn fair."])
    (statement,) = reading.statements
    at = reading.document.text.index("the Tarn")
    occasion = Circumstance(statement.id, Aspect.OCCASION, "event", Span(at, at + 13), "drawn")
    views(record, replace(reading, circumstances=(occasion,)))
    record.registries.add(fair("Tarn fair", "2019-05-02", "2019-05-03"), author="me")
    record.date_by_events(at_event)
    (view,) = record.statements()
    assert (view.said and (view.said.start, view.said.text)) == (
        ("2019-05-02", "the Tarn fair") if known else None
    )
