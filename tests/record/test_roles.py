"""What a speaker was at the time of speaking: who is asked first, and when nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from onrecord.actor import titles_given
from onrecord.model import (
    Called,
    Entity,
    Granularity,
    Interval,
    Reading,
    Status,
    Tenure,
    content_id,
)
from onrecord.record import Record
from onrecord.record.views import RoleBasis, RoleView
from tests.record.invented import by_name, day, report

VELL = content_id("actor", "Oda Vell")


def told(
    *roles: str, published: str | None = None, said: str | None = None, words: str = "we will see"
) -> Reading:
    """Return a report in which Oda Vell, given these roles, says something."""
    words = f"{words} on {published}, {said}"
    made = report(
        [("Oda Vell", words)],
        published=day(published) if published else None,
        said=day(said) if said else None,
    )
    entities = tuple(replace(entity, roles=roles) for entity in made.entities)
    return replace(made, entities=entities)


def titles(entities: Iterable[Entity]) -> Iterable[Called]:
    return titles_given(entities)


def roles(record: Record, *readings: Reading, terms: tuple[Tenure, ...] = ()) -> list[object]:
    """Return the role of each report's statement, in the order of the reports."""
    for reading in readings:
        record.add(reading)
    record.resolve(by_name, titles=titles, tenures={VELL: terms})
    of = {view.id: view.role for view in record.statements()}
    return [of[reading.statements[0].id] for reading in readings]


def term(title: str, start: str | None, end: str | None, as_of: str | None = None) -> Tenure:
    return Tenure(title, Status.HELD, start, end, registry="people.toml", as_of=as_of)


def basis(role: object) -> RoleBasis | None:
    return role.basis if isinstance(role, RoleView) else None


def test_a_term_of_a_registry_that_covers_the_time_comes_first(record: Record) -> None:
    (role,) = roles(
        record,
        told("minister", published="2031-05-06"),
        terms=(term("Chancellor, Pelland", "2030-01-01", "2032-01-01"),),
    )
    assert role == RoleView(
        "Chancellor, Pelland",
        Status.HELD,
        RoleBasis.REGISTRY,
        "2030-01-01",
        "2032-01-01",
        registry="people.toml",
    )


def test_the_time_of_speaking_is_when_it_was_said(record: Record) -> None:
    terms = (term("Mayor", "2020", "2024-12-31"), term("Chancellor", "2025-01-01", None))
    early, late = roles(
        record,
        told(published="2031-05-06", said="2022-01-01"),
        told(published="2031-05-06"),
        terms=terms,
    )
    assert isinstance(early, RoleView)
    assert isinstance(late, RoleView)
    assert (early.title, late.title) == ("Mayor", "Chancellor")


def test_a_term_that_may_not_cover_the_time_is_not_taken(record: Record) -> None:
    readings = [told(published=on) for on in ("2024-06-01", "2025-06-01", "2026-06-01")]
    found = roles(record, *readings, terms=(term("Mayor", "2024", "2026"),))
    # In which month of 2024 it began, and of 2026 it ended, the registry does not say.
    assert [basis(role) for role in found] == [None, RoleBasis.REGISTRY, None]


def test_a_term_that_is_not_over_reaches_to_the_day_that_is_known(record: Record) -> None:
    readings = [told(published=on) for on in ("2025-01-01", "2025-02-01")]
    found = roles(record, *readings, terms=(term("Mayor", "2020-01-01", None, "2025-01-15"),))
    assert [basis(role) for role in found] == [RoleBasis.REGISTRY, None]


def test_a_report_tells_of_its_own_speaker(record: Record) -> None:
    readings = [
        told("Pelland’s Chancellor", published="2031-05-06"),
        told("former mayor", published="2031-05-07"),
        told("chancellor candidate", words="one"),
        told("mother of two", words="two"),
    ]
    assert roles(record, *readings) == [
        RoleView("Pelland’s Chancellor", Status.HELD, RoleBasis.REPORT),
        RoleView("mayor", Status.FORMER, RoleBasis.REPORT),
        RoleView("chancellor candidate", Status.CANDIDATE, RoleBasis.REPORT),
        None,
    ]


def test_then_counts_before_now_and_former_before_a_title_of_courtesy(record: Record) -> None:
    then, courtesy = roles(
        record,
        told("President", "former US President", "then-US President", words="one"),
        told("President", "former US President", words="two"),
    )
    assert then == RoleView("US President", Status.THEN, RoleBasis.REPORT)
    assert courtesy == RoleView("US President", Status.FORMER, RoleBasis.REPORT)


def test_others_tell_where_the_report_does_not(record: Record) -> None:
    found = roles(
        record,
        told("Chancellor", published="2031-03-01"),
        told("Chancellor", published="2031-09-01"),
        told(published="2031-06-01"),
        told(published="2031-11-01"),
        told(published="2033-01-01"),
        told(),
    )
    attested = RoleView(
        "Chancellor", Status.HELD, RoleBasis.ATTESTED, "2031-03-01", "2031-09-01", reports=2
    )
    assert found[2:] == [attested, attested, None, None]


@pytest.mark.parametrize(
    ("office", "start", "end", "carried"),
    [
        ("minister|pelland", "2030-01-01", "2031-04-30", False),
        ("minister|", "2030-01-01", "2031-04", False),
        ("minister|pelland", None, "2031-04-30", False),
        ("minister|pelland", "2031-08-01", None, False),
        ("minister|pelland", "2030-01-01", "2031", True),
        ("minister|other", "2030-01-01", "2031-04-30", True),
        ("mayor|pelland", "2030-01-01", "2031-04-30", True),
        ("", "2030-01-01", "2031-04-30", True),
    ],
)
def test_a_title_is_not_carried_beyond_the_terms_that_a_registry_gives_of_its_office(
    record: Record, office: str, start: str | None, end: str | None, *, carried: bool
) -> None:
    terms = (replace(term("Minister", start, end), office=office),)
    readings = [
        told("minister of Pelland", published="2031-03-01"),
        told(published="2031-05-20"),
        told("minister of Pelland", published="2031-06-03"),
    ]
    _, between, late = roles(record, *readings, terms=terms)
    assert basis(between) is (RoleBasis.ATTESTED if carried else None)
    assert basis(late) is RoleBasis.REPORT


def test_of_two_terms_of_one_office_either_may_cover_the_time(record: Record) -> None:
    first, second = ("2029-01-01", "2030-01-01"), ("2031-02", "2031-06")
    terms = tuple(replace(term("Minister", *each), office="minister|") for each in (first, second))
    _, role = roles(
        record,
        told("minister", published="2031-06-02"),
        told(published="2031-06-20"),
        terms=terms,
    )
    assert basis(role) is RoleBasis.ATTESTED


def test_a_candidate_is_one_and_a_title_that_is_odd_is_not_taken(record: Record) -> None:
    candidate = [
        told("presidential candidate", published=f"2031-03-{n:02}") for n in range(1, 23, 2)
    ]
    odd = told("President", published="2031-03-20")
    *_, role = roles(record, *candidate, odd, told(published="2031-03-21"))
    assert isinstance(role, RoleView)
    assert (role.title, role.status) == ("presidential candidate", Status.CANDIDATE)


def test_a_report_from_long_after_is_asked_last(record: Record) -> None:
    late, _ = roles(
        record,
        told("former mayor", published="2033-01-01", said="2031-06-01"),
        told("mayor", published="2031-06-05"),
    )
    assert late == RoleView(
        "mayor", Status.HELD, RoleBasis.ATTESTED, "2031-06-05", "2031-06-05", reports=1
    )
    (alone,) = roles(record, told("former mayor", published="2043-01-01", said="2041-06-01"))
    assert alone == RoleView("mayor", Status.FORMER, RoleBasis.REPORT)


def test_a_report_known_to_the_year_attests_no_day(record: Record) -> None:
    year = Interval("2031-01-01", "2031-12-31", Granularity.YEAR, "2031", "year")
    coarse = told("mayor", words="coarse")
    coarse = replace(coarse, document=replace(coarse.document, published=year, dates=(year,)))
    _, other = roles(record, coarse, told(published="2031-01-02"))
    assert other is None


def test_the_card_has_the_role_too(record: Record) -> None:
    roles(record, told("Chancellor", published="2031-05-06"))
    (view,) = record.statements()
    assert record.card(view.id).statement.role == view.role is not None
    assert record.timeline(VELL)[0].role == view.role


def test_nobody_knows_without_titles(record: Record) -> None:
    record.add(told("Chancellor", published="2031-05-06"))
    assert [view.role for view in record.statements()] == [None]
    record.resolve(by_name)
    assert [view.role for view in record.statements()] == [None]
