"""Judgements laid over the actors that a machine worked out: whose every entity is then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Actor, ActorKind, Entity, Judgement, Link, Standing, Verdict, content_id
from onrecord.record.decisions import Decision, decoded, encoded, meant, meant_unnamed
from onrecord.record.following import split_id
from onrecord.record.judged import Judged, with_judgements
from tests.record.invented import by_name

NAMES = ("Oda Vell", "Tam Roke", "O. Vell", "Vell", "Iri Brand")
START = datetime(2033, 1, 2, tzinfo=UTC)


def entity(document: str, name: str, *, named: bool = True) -> Entity:
    id = content_id(document, name, str(named))
    return Entity(id, document, name, (name,), (), ActorKind.PERSON, named)


class World:
    """What a machine worked out of some reports, and what people judge of it."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = list(entities)
        self.actors, self.links = by_name(e for e in self.entities if e.named)
        self.judgements: list[Judgement] = []

    @property
    def judged(self) -> Judged:
        return with_judgements(self.actors, self.links, self.entities, self.judgements)

    def meant(self, id: str, judged: Judged) -> Decision:
        actor = next(a for a in judged.actors if a.id == id)
        own = {link.entity_id for link in judged.links if link.actor_id == id}
        anchor = meant(actor, [e for e in self.entities if e.id in own])
        return Decision(Verdict.RENAME, anchor, name=actor.name)

    def judge(self, decision: Decision, subject: str = "actor") -> str:
        return self._append(decision.verdict, encoded(decision), decision.actor.id, subject)

    def undo(self, id: str) -> str:
        return self._append(Verdict.UNDO, "", id, "judgement")

    def merge(self, one: str, other: str) -> str:
        judged = self.judged
        first, second = self.meant(one, judged), self.meant(other, judged)
        return self.judge(Decision(Verdict.MERGE, first.actor, second.actor))

    def split(self, one: str, *, reports: Sequence[str] = (), spellings: Sequence[str] = ()) -> str:
        actor = self.meant(one, self.judged).actor
        decision = Decision(
            Verdict.SPLIT, actor, reports=tuple(reports), spellings=tuple(spellings)
        )
        return self.judge(decision)

    def rename(self, one: str, name: str) -> str:
        return self.judge(replace(self.meant(one, self.judged), name=name))

    def alias(self, one: str, name: str) -> str:
        return self.judge(replace(self.meant(one, self.judged), name=name, verdict=Verdict.ALIAS))

    def _append(self, verdict: Verdict, value: str, subject_id: str, subject: str) -> str:
        number = len(self.judgements)
        id = f"j{number:03}"
        at = START + timedelta(minutes=number)
        self.judgements.append(
            Judgement(id, subject, subject_id, verdict, value, "A. Reader", "heard it", at)
        )
        return id

    def fate(self, id: str) -> tuple[Standing, str | None]:
        (fate,) = (f for f in self.judged.fates if f.judgement_id == id)
        return fate.standing, fate.by


def id_of(name: str) -> str:
    return content_id("actor", name)


def groups(judged: Judged) -> set[frozenset[str]]:
    """Return which entities are one actor, whatever its id."""
    of: dict[str, set[str]] = {}
    for link in judged.links:
        of.setdefault(link.actor_id, set()).add(link.entity_id)
    return {frozenset(members) for members in of.values()}


@st.composite
def worlds(draw: st.DrawFn, *, undos: bool = True) -> World:
    """Draw reports and what people judge of them, one judgement after the other."""
    places = st.tuples(st.sampled_from(["d1", "d2", "d3", "d4"]), st.sampled_from(NAMES))
    unnamed = [entity("d1", "a diplomat", named=False)] * draw(st.integers(0, 1))
    drawn = sorted(draw(st.sets(places, min_size=2, max_size=12)))
    world = World([entity(*place) for place in drawn] + unnamed)
    for _ in range(draw(st.integers(0, 7))):
        actors = st.sampled_from([actor.id for actor in world.judged.actors])
        kinds = ["merge", "split", "rename", "alias", "name"] + ["undo"] * undos
        match draw(st.sampled_from(kinds)):
            case "merge":
                world.merge(draw(actors), draw(actors))
            case "split":
                reports = draw(st.sets(st.sampled_from(["d1", "d2"]), max_size=1))
                spellings = {draw(st.sampled_from(NAMES)).casefold()} if not reports else set()
                world.split(draw(actors), reports=sorted(reports), spellings=sorted(spellings))
            case "rename":
                world.rename(draw(actors), draw(st.sampled_from([*NAMES, "Somebody"])))
            case "alias":
                world.alias(draw(actors), draw(st.sampled_from([*NAMES, "Somebody"])))
            case "name":
                for one in unnamed:
                    world.judge(Decision(Verdict.RENAME, meant_unnamed(one), name="Bel Kess"))
            case _:
                if world.judgements:
                    world.undo(draw(st.sampled_from(world.judgements)).id)
    return world


@settings(max_examples=80, deadline=None)
@given(worlds(), st.randoms())
def test_the_order_in_which_anything_is_given_is_nothing(world: World, chance: object) -> None:
    judged = world.judged
    for things in ("entities", "actors", "links", "judgements"):
        shuffled = list(getattr(world, things))
        chance.shuffle(shuffled)  # type: ignore[attr-defined]
        setattr(world, things, shuffled)
    assert world.judged == judged


@settings(max_examples=80, deadline=None)
@given(worlds())
def test_all_undone_is_as_if_nothing_was_judged(world: World) -> None:
    machine = with_judgements(world.actors, world.links, world.entities, ())
    for judgement in list(world.judgements):
        if judgement.verdict is not Verdict.UNDO and world.fate(judgement.id)[0] != "undone":
            world.undo(judgement.id)
    judged = world.judged
    assert (judged.actors, judged.links) == (machine.actors, machine.links)
    standing = {f.judgement_id: f.standing for f in judged.fates}
    assert {standing[j.id] for j in world.judgements if j.verdict is not Verdict.UNDO} <= {"undone"}


@settings(max_examples=80, deadline=None)
@given(worlds())
def test_every_named_entity_is_one_actor_that_there_is(world: World) -> None:
    judged = world.judged
    actors = {actor.id for actor in judged.actors}
    assert len(actors) == len(judged.actors)
    assert {link.actor_id for link in judged.links} == actors
    linked = [link.entity_id for link in judged.links]
    assert len(linked) == len(set(linked))
    assert {e.id for e in world.entities if e.named} <= set(linked)
    for fate in judged.fates:
        assert set(fate.means.values()) <= actors


@settings(max_examples=80, deadline=None)
@given(worlds(undos=False))
def test_judgements_outlive_the_ids_of_actors(world: World) -> None:
    before = groups(world.judged)
    names = {actor.name for actor in world.judged.actors}
    moved = {actor.id: content_id("another way", actor.id) for actor in world.actors}
    world.actors = tuple(replace(actor, id=moved[actor.id]) for actor in world.actors)
    world.links = tuple(replace(link, actor_id=moved[link.actor_id]) for link in world.links)
    assert groups(world.judged) == before
    assert {actor.name for actor in world.judged.actors} == names


@settings(max_examples=80, deadline=None)
@given(worlds())
def test_a_decision_is_read_as_it_was_written(world: World) -> None:
    for judgement in world.judgements:
        decision = decoded(judgement.verdict, judgement.value)
        if judgement.verdict is not Verdict.UNDO:
            assert decision is not None
            assert encoded(decision) == judgement.value


def simple() -> World:
    return World([entity(d, n) for d in ("d1", "d2", "d3") for n in ("Oda Vell", "Vell")])


def named(judged: Judged, name: str) -> Actor:
    (actor,) = (actor for actor in judged.actors if actor.name == name)
    return actor


def test_of_two_that_are_merged_the_first_keeps_id_and_name() -> None:
    world = simple()
    world.merge(id_of("Oda Vell"), id_of("Vell"))
    (actor,) = world.judged.actors
    assert (actor.id, actor.name, actor.aliases) == (
        id_of("Oda Vell"),
        "Oda Vell",
        ("Oda Vell", "Vell"),
    )
    (fate,) = world.judged.fates
    assert fate.means == dict.fromkeys((id_of("Oda Vell"), id_of("Vell")), actor.id)


def test_the_reason_of_a_link_that_a_person_made_names_the_person() -> None:
    world = simple()
    world.merge(id_of("Oda Vell"), id_of("Vell"))
    assert {(link.rule, link.score) for link in world.judged.links} == {
        ("the same name", 1.0),
        ("merged by A. Reader on 2033-01-02: heard it", 1.0),
    }


def test_what_a_person_saw_is_sure_and_what_came_later_as_sure_as_the_machine() -> None:
    world = simple()
    world.links = tuple(replace(link, score=0.4) for link in world.links)
    world.merge(id_of("Oda Vell"), id_of("Vell"))
    late = entity("d9", "Vell")
    world.entities.append(late)
    world.links = (*world.links, Link(late.id, id_of("Vell"), 0.4, "the same name"))
    scores = {link.entity_id: link.score for link in world.judged.links}
    assert scores[late.id] == 0.4
    assert scores[entity("d1", "Vell").id] == 1.0
    assert scores[entity("d1", "Oda Vell").id] == 0.4


def test_a_split_takes_out_what_reports_tell_and_what_is_spelled_so() -> None:
    world = simple()
    world.merge(id_of("Oda Vell"), id_of("Vell"))
    split = world.split(id_of("Oda Vell"), reports=["d1"], spellings=["vell"])
    judged = world.judged
    own = {link.entity_id for link in judged.links if link.actor_id == split_id(split)}
    assert own == {entity("d1", "Vell").id}
    assert named(judged, "Vell").aliases == ("Vell",)


def test_names_go_with_those_who_had_them() -> None:
    world = simple()
    world.merge(id_of("Oda Vell"), id_of("Vell"))
    world.split(id_of("Oda Vell"), spellings=["oda vell"])
    left, apart = sorted(world.judged.actors, key=lambda actor: actor.name != "Vell")
    assert (left.id, left.name, left.aliases) == (id_of("Oda Vell"), "Vell", ("Vell",))
    assert apart.name == "Oda Vell"


def test_a_spelling_brings_all_who_are_called_so_now_and_later() -> None:
    world = simple()
    world.alias(id_of("Oda Vell"), "VELL")
    assert [actor.id for actor in world.judged.actors] == [id_of("Oda Vell")]
    late = World([*world.entities, entity("d7", "Vell")])
    late.judgements = world.judgements
    assert len(late.judged.actors) == 1


def test_the_later_of_two_that_contradict_one_another_wins() -> None:
    world = simple()
    first = world.rename(id_of("Vell"), "One")
    second = world.rename(id_of("Vell"), "Two")
    assert named(world.judged, "Two").id == id_of("Vell")
    assert world.fate(first) == (Standing.OVERRIDDEN, second)
    merged = world.merge(id_of("Oda Vell"), id_of("Vell"))
    assert world.fate(second) == (Standing.OVERRIDDEN, merged)
    parted = world.split(id_of("Oda Vell"), spellings=["vell"])
    assert world.fate(merged) == (Standing.OVERRIDDEN, parted)
    again = world.merge(id_of("Oda Vell"), split_id(parted))
    assert world.fate(parted) == (Standing.OVERRIDDEN, again)
    assert world.fate(merged)[0] is Standing.STANDS
    assert world.fate(again)[0] is Standing.STANDS


def test_an_undo_may_be_undone() -> None:
    world = simple()
    merged = world.merge(id_of("Oda Vell"), id_of("Vell"))
    undone = world.undo(merged)
    assert world.fate(merged) == (Standing.UNDONE, undone)
    assert len(world.judged.actors) == 2
    again = world.undo(undone)
    assert world.fate(undone) == (Standing.UNDONE, again)
    assert world.fate(merged)[0] is Standing.STANDS
    assert len(world.judged.actors) == 1


def test_a_source_without_a_name_is_whom_a_judgement_says_and_nobody_else() -> None:
    diplomats = [entity(d, "a diplomat", named=False) for d in ("d1", "d2")]
    world = World([*diplomats, entity("d1", "Oda Vell")])
    (actor,) = world.judged.actors
    world.judge(
        Decision(Verdict.MERGE, meant(actor, world.entities[2:]), meant_unnamed(diplomats[0]))
    )
    judged = world.judged
    assert [actor.name for actor in judged.actors] == ["Oda Vell"]
    assert "a diplomat" not in judged.actors[0].aliases
    assert {link.entity_id for link in judged.links} == {diplomats[0].id, world.entities[2].id}


def test_without_the_reports_a_name_that_one_alone_bears_is_enough() -> None:
    world = simple()
    renamed = world.rename(id_of("Oda Vell"), "Minister Vell")
    elsewhere = World([entity("d8", "Oda Vell"), entity("d8", "Tam Roke")])
    elsewhere.actors = tuple(replace(a, id=content_id(a.id)) for a in elsewhere.actors)
    elsewhere.links = tuple(replace(x, actor_id=content_id(x.actor_id)) for x in elsewhere.links)
    elsewhere.judgements = world.judgements
    assert named(elsewhere.judged, "Minister Vell").id == content_id(id_of("Oda Vell"))
    assert elsewhere.fate(renamed)[0] is Standing.STANDS


def test_what_finds_nobody_any_more_is_orphaned_and_changes_nothing() -> None:
    world = simple()
    renamed = world.rename(id_of("Oda Vell"), "Minister Vell")
    elsewhere = World([entity("d8", "Tam Roke")])
    elsewhere.judgements = [*world.judgements]
    elsewhere.judgements.append(
        replace(world.judgements[0], id="j9", verdict=Verdict.MERGE, value="what an old one held")
    )
    assert elsewhere.judged.actors == elsewhere.actors
    assert elsewhere.fate(renamed)[0] is Standing.ORPHANED
    assert elsewhere.fate("j9")[0] is Standing.ORPHANED
