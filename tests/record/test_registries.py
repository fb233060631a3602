"""A record's registries: used, replaced, removed, and never lost."""

from __future__ import annotations

import random
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.actor import registry_suggestions
from onrecord.errors import NotInRecord
from onrecord.model import ActorKind, Registered, Registry, Role, RoleKind, content_id
from onrecord.pipeline import work_out_actors
from onrecord.record import Record
from tests.record.conftest import Fresh
from tests.record.invented import PEOPLE, numbered, seen

AT = datetime(2033, 1, 2, 3, 4, tzinfo=UTC)
PERSON = ActorKind.PERSON


def listed(name: str, *aliases: str, title: str = "Chancellor", list: str = "a") -> Registered:
    role = Role(RoleKind.OFFICE, title, "", "Pelland", "2030", "2034-06", list, None)
    return Registered(f"id-{name}", name, PERSON, aliases, (("wikidata", "Q1"),), (role,))


def registry(name: str, *actors: Registered) -> Registry:
    return Registry(content_id(name, repr(actors)), name, "2033-01-01", actors)


ODA = registry("a", listed("Oda Vell", "О. Велл"))
TAM = registry("b", Registered("tam", "Tamsin Roke", PERSON, ("Tam Roke",), (), ()))


def filled(record: Record) -> Record:
    for number in range(6):
        record.add(numbered(number))
    work_out_actors(record)
    return record


def use(record: Record, *registries: Registry) -> None:
    for each in registries:
        record.registries.add(each, author="A. Reader", at=AT)
    work_out_actors(record)


def test_whom_a_registry_lists_is_called_as_it_says(record: Record) -> None:
    filled(record)
    before = record.actor("Tam Roke")
    use(record, TAM)
    actor = record.actor("Tam Roke")
    assert (actor.id, actor.name) == ("tam", "Tamsin Roke")
    assert record.timeline("tam")
    assert before.id != "tam"
    card = record.card(record.timeline("tam")[0].id)
    assert card.speaker is not None
    assert card.speaker.link_rule == "full name; registry: alias “Tam Roke”"


def test_the_terms_of_a_registry_are_roles_at_the_time(record: Record) -> None:
    use(filled(record), ODA)
    known = {
        view.when.start[:4]: view.role and (view.role.title, view.role.registry)
        for view in record.timeline("id-Oda Vell")
        if view.when
    }
    # Of 2030 the registry does not say from which day on.
    assert known.pop("2030", None) == ("minister", None)
    assert set(known.values()) == {("Chancellor, Pelland", "a")}


def test_who_may_be_listed_is_suggested(record: Record) -> None:
    two = registry("c", listed("Oda Vell"), *(replace(TAM.actors[0], id=id) for id in ("x", "y")))
    use(filled(record), two)
    found = record.registries.suggestions(registry_suggestions)
    assert {(each.actor.name, each.registered.id) for each in found} == {
        ("Tam Roke", "x"),
        ("Tam Roke", "y"),
    }
    assert {each.reasons[-1] for each in found} == {"several are listed with it"}


def test_the_terms_go_with_one_who_is_merged(record: Record) -> None:
    use(filled(record), ODA)
    record.merge("Iri Brand", "Oda Vell", author="A. Reader")
    brand = record.actor("Iri Brand")
    registries = {view.role and view.role.registry for view in record.timeline(brand.id)}
    assert "a" in registries
    assert [view.recognised for view in record.registries] == [1]
    work_out_actors(record)
    again = record.timeline(record.actor("Iri Brand").id)
    assert {view.role and view.role.registry for view in again} == registries


def test_registries_are_listed_with_whom_they_tell_of(record: Record) -> None:
    use(filled(record), registry("c", listed("Oda Vell"), listed("Nobody Here")), TAM)
    c, b = sorted(record.registries, key=lambda view: -view.actors)
    assert (c.name, c.actors, c.recognised, c.as_of) == ("c", 2, 1, "2033-01-01")
    assert (b.name, b.actors, b.recognised, b.author, b.at) == ("b", 1, 1, "A. Reader", AT)


def test_a_registry_takes_the_place_of_one_of_the_same_name(record: Record) -> None:
    assert record.registries.add(ODA, author="")
    changed = registry("a", listed("Oda Vell", title="Mayor"))
    assert record.registries.add(changed, author="")
    assert [view.id for view in record.registries] == [changed.id]
    assert [actor.roles[0].title for actor in record.registries.actors()] == ["Mayor"]


def test_the_same_again_changes_nothing(record: Record) -> None:
    assert record.registries.add(ODA, author="")
    revision = record.registries.revision
    assert not record.registries.add(ODA, author="")
    assert record.registries.revision == revision


def test_what_is_stored_comes_back_as_it_was(record: Record) -> None:
    use(record, ODA, TAM)
    assert record.registries.actors() == (*ODA.actors, *TAM.actors)


def test_only_a_registry_in_use_can_be_removed(record: Record) -> None:
    with pytest.raises(NotInRecord, match="x: no registry of this name; none is in use"):
        record.registries.remove("x", author="")
    record.registries.add(ODA, author="")
    with pytest.raises(NotInRecord, match="in use are a"):
        record.registries.remove("x", author="")


def test_until_actors_are_worked_out_anew_the_record_says_so(record: Record) -> None:
    filled(record)
    assert record.resolved
    record.registries.add(ODA, author="")
    assert not record.resolved
    work_out_actors(record)
    assert record.resolved
    record.registries.remove("a", author="")
    assert not record.resolved


def test_what_people_gave_is_never_changed(record: Record) -> None:
    use(record, ODA)
    record.registries.remove("a", author="")
    connection = sqlite3.connect(record.path)
    for table in ("registries", "registered", "registry_uses"):
        count = f"SELECT count(*) FROM {table}"
        before = connection.execute(count).fetchone()
        assert before[0]
        for change in (f"DELETE FROM {table}", f"UPDATE {table} SET rowid = 9"):
            with pytest.raises(sqlite3.Error):
                connection.execute(change)
        assert connection.execute(count).fetchone() == before
    connection.close()


names = st.sampled_from([*PEOPLE, "O. Vell", "Vell"])
registries = st.lists(
    st.builds(
        lambda name, listed: registry(name, *listed),
        st.sampled_from("abc"),
        st.lists(st.builds(listed, names, names), max_size=3, unique_by=lambda a: a.id),
    ),
    max_size=3,
    unique_by=lambda r: r.name,
)
few = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@few
@given(registries)
def test_without_its_registries_a_record_is_as_before(fresh: Fresh, given: list[Registry]) -> None:
    record = filled(fresh())
    before = seen(record)
    use(record, *given)
    for each in given:
        record.registries.remove(each.name, author="")
    work_out_actors(record)
    assert seen(record) == before


@few
@given(registries, st.randoms(use_true_random=False))
def test_the_order_of_registries_and_reports_does_not_matter(
    fresh: Fresh, given: list[Registry], chance: random.Random
) -> None:
    one, other = fresh(), fresh()
    use(filled(one), *given)
    for each in chance.sample(given, len(given)):
        other.registries.add(each, author="A. Reader", at=AT)
    for number in chance.sample(range(6), 6):
        other.add(numbered(number))
    work_out_actors(other)
    assert seen(one) == seen(other)


@few
@given(registries)
def test_a_registry_adds_nobody(fresh: Fresh, given: list[Registry]) -> None:
    record = filled(fresh())
    before = {row.name for row in record.actors()}
    use(record, *given)
    rows = record.actors()
    assert len(rows) <= len(before)
    assert all(row.statements for row in rows)
