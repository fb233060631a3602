"""A name finds the one actor it means, or says why it cannot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from onrecord.errors import Ambiguous, NotInRecord
from onrecord.model import Actor, ActorKind, Entity, Link
from onrecord.record import Record
from tests.record.conftest import Fresh
from tests.record.invented import report

ACTORS = (
    Actor("aaaa111122223333", "Oda Thål", ActorKind.PERSON, ("Oda Thål", "Oda Taal")),
    Actor("aaaa999922223333", "Bel Thål", ActorKind.PERSON, ("Bel Thål",)),
    Actor("bbbb111122223333", "Tam Roke", ActorKind.PERSON, ("Tam Roke", "T. Roke")),
    Actor("cccc111122223333", "Toll League", ActorKind.ORGANISATION, ("Toll League",)),
    Actor("dddd111122223333", "Roke", ActorKind.UNKNOWN, ("Roke",)),
    Actor("eeee111122223333", "Ana Kell", ActorKind.PERSON, ("Ana Kell",)),
    Actor("eeee999922223333", "Tom Kell", ActorKind.PERSON, ("Tom Kell",)),
)


def given(entities: Iterable[Entity]) -> tuple[tuple[Actor, ...], tuple[Link, ...]]:
    ids = {actor.name: actor.id for actor in ACTORS}
    return ACTORS, tuple(Link(e.id, ids[e.name], 0.9, "given") for e in entities)


@pytest.fixture
def peopled(fresh: Fresh) -> Record:
    record = fresh()
    told = report([("Oda Thål", "no"), ("Oda Thål", "never"), ("Tam Roke", "yes")])
    bel = replace(told.entities[0], id="e" * 16, name="Bel Thål", roles=("the League President",))
    record.add(replace(told, entities=(*told.entities, bel)))
    record.resolve(given)
    return record


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Oda Thål", "Oda Thål"),
        ("oda thal", "Oda Thål"),
        ("  ODA   TAAL ", "Oda Thål"),
        ("taal", "Oda Thål"),
        ("t. roke", "Tam Roke"),
        ("Thål, Oda", "Oda Thål"),
        ("roke, tam", "Tam Roke"),
        ("President Thål", "Bel Thål"),
        ("the League president Thal", "Bel Thål"),
        ("President Bel Thål", "Bel Thål"),
        ("Mr. Taal", "Oda Thål"),
        ("dddd1111", "Roke"),
        ("aaaa1111", "Oda Thål"),
        ("cccc111122223333", "Toll League"),
        ("toll league", "Toll League"),
    ],
)
def test_an_actor_is_found_by(peopled: Record, asked: str, name: str) -> None:
    assert peopled.actor(asked).name == name


def test_an_actor_comes_with_its_aliases(peopled: Record) -> None:
    assert peopled.actor("taal") == ACTORS[0]


@pytest.mark.parametrize("asked", ["thal", "aaaa", "Mrs Thål"])
def test_several_are_listed(peopled: Record, asked: str) -> None:
    with pytest.raises(Ambiguous, match=r"Oda Thål \(aaaa1111.*Bel Thål \(aaaa9999"):
        peopled.actor(asked)


def test_who_goes_by_the_surname_alone_is_one_of_those_who_bear_it(peopled: Record) -> None:
    with pytest.raises(Ambiguous, match=r"Tam Roke \(.*, Roke \("):
        peopled.actor("Roke")


def test_a_title_that_nobody_of_the_name_has_finds_nobody(peopled: Record) -> None:
    with pytest.raises(NotInRecord, match="nearest are"):
        peopled.actor("President Roke")


def test_none_names_the_nearest(peopled: Record) -> None:
    with pytest.raises(NotInRecord, match="nearest are Oda Thål"):
        peopled.actor("Oda Tholl")


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("Rook", ["Roke", "Tam Roke"]),
        ("Ana Rok", ["Roke", "Tam Roke"]),
        ("Tomm", ["Tom Kell"]),
    ],
)
def test_only_what_is_near_is_suggested(peopled: Record, asked: str, near: list[str]) -> None:
    with pytest.raises(NotInRecord) as caught:
        peopled.actor(asked)
    assert caught.value.message == f"no actor of this name; the nearest are {', '.join(near)}"


@pytest.mark.parametrize(
    "asked", ["Nobody", "Mark Osgood", "", "league", "aaa", "\x00", "\ud800", "%", "Zzyzx Qqqq"]
)
def test_none_at_all(peopled: Record, asked: str) -> None:
    with pytest.raises(NotInRecord):
        peopled.actor(asked)


def test_an_empty_record_says_where_to_look(record: Record) -> None:
    with pytest.raises(NotInRecord, match="onrecord actors"):
        record.actor("Oda")


def test_actors_are_listed_with_what_they_said(peopled: Record) -> None:
    rows = peopled.actors()
    assert [(row.name, row.statements) for row in rows[:2]] == [("Oda Thål", 2), ("Tam Roke", 1)]
    assert len(rows) == len(ACTORS)
    assert rows[0].aliases == ("Oda Thål", "Oda Taal")
    assert [row.name for row in peopled.actors("taal")] == ["Oda Thål"]
