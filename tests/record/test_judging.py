"""Merging, splitting, naming and taking back, on records of invented reports."""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import Ambiguous, LookupFailed, NotInRecord, OnrecordError
from onrecord.model import Actor, Entity, Form, Link, Reading, Standing, content_id
from onrecord.record import Record, judging, open_record
from onrecord.record.judged import with_judgements
from onrecord.record.people import shown_entities
from onrecord.record.views import ActorOrder
from tests.record.conftest import Fresh
from tests.record.invented import PEOPLE, by_name, numbered, only, report, seen

ME = "A. Reader"


def judged(record: Record) -> dict[str, object]:
    """Return what a record shows without the judgements themselves."""
    everything = seen(record)
    del everything["judgements"], everything["summary"]
    return everything


def another(entities: Iterable[Entity]) -> tuple[tuple[Actor, ...], tuple[Link, ...]]:
    """Resolve as `by_name` does, and give everybody another id."""
    actors, links = by_name(entities)
    return (
        tuple(replace(actor, id=content_id("anew", actor.id)) for actor in actors),
        tuple(replace(link, actor_id=content_id("anew", link.actor_id)) for link in links),
    )


def reread(reading: Reading) -> Reading:
    """Return the same report as another extractor reads it: other statements, other entities."""
    ids = {entity.id: content_id("anew", entity.id) for entity in reading.entities}
    statements = {each.id: content_id("anew", each.id) for each in reading.statements}
    return replace(
        reading,
        extractor="invented 2",
        entities=tuple(replace(e, id=ids[e.id]) for e in reading.entities),
        statements=tuple(
            replace(s, id=statements[s.id], extractor="invented 2") for s in reading.statements
        ),
        mentions=tuple(
            replace(
                m, entity_id=ids[m.entity_id or ""], statement_id=statements[m.statement_id or ""]
            )
            for m in reading.mentions
        ),
        said={},
        circumstances=(),
        chains={},
    )


@pytest.fixture
def quay(record: Record) -> Record:
    """A record in which Oda Vell is told of as two, and Tam Roke speaks too."""
    record.add(report([("Oda Vell", "the toll goes"), ("Tam Roke", "it stays")], name="first"))
    record.add(report([("Oda Well", "never a toll"), ("Tam Roke", "ever")], name="second"))
    record.add(report([("Oda Vell", "no toll at all")], name="third"))
    record.resolve(by_name)
    return record


def quotes(record: Record, actor: str) -> set[str]:
    return {statement.quote for statement in record.timeline(record.actor(actor).id)}


def test_what_the_merged_one_said_is_the_others(quay: Record) -> None:
    kept, gone = quay.actor("Oda Vell"), quay.actor("Oda Well")
    change = quay.merge("Oda Vell", "Oda Well", author=ME, reason="one minister, two spellings")
    assert (change.statements, change.reports, change.total, change.done) == (1, 1, 3, True)
    assert change.actor is not None
    assert change.actor.id == kept.id
    assert quotes(quay, "Oda Well") == {"the toll goes", "never a toll", "no toll at all"}
    assert quay.actor(gone.id) == quay.actor(gone.id[:8]) == quay.actor(kept.id)
    (statement,) = (s for s in quay.statements() if s.quote == "never a toll")
    assert statement.speaker is not None
    assert statement.speaker.name == "Oda Vell"
    speaker = quay.card(statement.id).speaker
    assert speaker is not None
    day = quay.history()[0].judgement.at.date()
    assert speaker.link_rule == f"merged by {ME} on {day}: one minister, two spellings"


def test_a_dry_run_tells_the_change_and_makes_none(quay: Record) -> None:
    before = seen(quay)
    change = quay.merge("Oda Vell", "Oda Well", author=ME, dry_run=True)
    assert (change.statements, change.total, change.done) == (1, 3, False)
    assert seen(quay) == before
    assert quay.merge("Oda Vell", "Oda Well", author=ME).statements == 1


def test_what_is_so_already_is_no_judgement(quay: Record) -> None:
    quay.merge("Oda Vell", "Oda Well", author=ME)
    quay.rename("Tam Roke", "T. Roke", author=ME)
    quay.alias("T. Roke", "Roke of the League", author=ME)
    before = seen(quay)
    assert quay.merge("Oda Vell", "Oda Well", author=ME).judgement is None
    assert quay.rename("Tam Roke", "T. Roke", author=ME).judgement is None
    assert quay.alias("T. Roke", "roke of the league", author=ME).judgement is None
    assert seen(quay) == before


def test_a_split_makes_an_actor_of_what_a_report_tells(quay: Record) -> None:
    change = quay.split("Tam Roke", reports=["second.txt"], name="Young Roke", author=ME)
    assert change.statements == 1
    assert quotes(quay, "Young Roke") == {"ever"}
    (elder,) = (actor for actor in quay.actors("Tam Roke") if actor.name == "Tam Roke")
    assert {s.quote for s in quay.timeline(elder.id)} == {"it stays"}
    with pytest.raises(Ambiguous):
        quay.actor("Roke")


@pytest.mark.parametrize("way", ["path", "id", "statement"])
def test_a_report_is_named_by(quay: Record, way: str) -> None:
    (statement,) = (s for s in quay.statements() if s.quote == "ever")
    named = {"path": statement.path, "id": statement.document_id[:8], "statement": statement.id[:8]}
    assert quay.split("Tam Roke", reports=[named[way]], author=ME).statements == 1


def test_a_new_name_and_the_old_ones_find_an_actor(quay: Record) -> None:
    quay.rename("Tam Roke", "Sir Tam", author=ME)
    assert quay.actor("Sir Tam") == quay.actor("Tam Roke")
    assert quay.actor("tam roke").name == "Sir Tam"


def test_a_spelling_that_is_given_takes_all_who_are_called_so(quay: Record) -> None:
    assert quay.alias("Oda Vell", "Oda Well", author=ME).statements == 1
    assert len(quotes(quay, "Oda Vell")) == 3
    quay.add(report([("Oda Well", "not this year")], name="fourth"))
    quay.resolve(by_name)
    assert len(quotes(quay, "Oda Vell")) == 4


def test_new_reports_follow_the_judgements(quay: Record) -> None:
    quay.merge("Oda Vell", "Oda Well", author=ME)
    quay.split("Tam Roke", reports=["second.txt"], name="Young Roke", author=ME)
    quay.add(report([("Oda Well", "not this year"), ("Tam Roke", "next year")], name="fourth"))
    quay.resolve(by_name)
    assert len(quotes(quay, "Oda Vell")) == 4
    (elder,) = (actor for actor in quay.actors() if actor.name == "Tam Roke")
    assert {s.quote for s in quay.timeline(elder.id)} == {"it stays", "next year"}


def unnamed(reading: Reading, name: str) -> Reading:
    """Return a reading in which whoever is called `name` has none."""
    return replace(
        reading,
        entities=tuple(replace(e, named=e.name != name) for e in reading.entities),
        mentions=tuple(replace(m, form=Form.DESCRIPTION) for m in reading.mentions),
    )


def test_a_source_without_a_name_may_be_somebody_by_judgement_alone(record: Record) -> None:
    for number in range(2):
        told = [("an aide", f"number {number}"), ("Oda Vell", f"yes {number}")]
        record.add(unnamed(report(told, name=f"report {number}"), "an aide"))
    record.resolve(lambda entities: by_name(e for e in entities if e.named))
    (first, second) = (s for s in record.statements() if "number" in s.quote)
    assert first.speaker is not None
    assert (first.speaker.id, first.speaker.named) == (None, False)
    with pytest.raises(NotInRecord, match="2 reports"):
        record.actor("an aide")
    before = judged(record)
    change = record.merge("Oda Vell", first.id[:8], author=ME)
    assert change.statements == 1
    assert len(quotes(record, "Oda Vell")) == 3
    assert record.rename(second.id, "Bel Kess", author=ME).total == 1
    assert quotes(record, "Bel Kess") == {"number 1"}
    for _ in range(2):
        record.undo(author=ME)
    assert judged(record) == before


def test_history_tells_what_holds_and_what_does_not(quay: Record) -> None:
    one = quay.rename("Oda Vell", "Minister Vell", author=ME).judgement
    two = quay.rename("Oda Vell", "Oda V.", author=ME).judgement
    three = quay.merge("Tam Roke", "Oda Well", author=ME).judgement
    undone = quay.undo(author=ME, reason="a slip").judgement
    history = quay.history()
    ids = [view.judgement.id for view in history]
    assert ids == [view.judgement.id for view in (one, two, three, undone) if view]
    assert [(view.standing, view.by) for view in history] == [
        (Standing.OVERRIDDEN, ids[1]),
        (Standing.STANDS, None),
        (Standing.UNDONE, ids[3]),
        (Standing.STANDS, None),
    ]
    assert [view.judgement.id for view in quay.history("Oda V.")] == ids[:2]
    assert [view.judgement.id for view in quay.history("Roke")] == ids[2:]
    assert history[2].decided is not None
    assert (history[2].decided.actor, history[2].decided.other) == ("Tam Roke", "Oda Well")


def test_undo_takes_ones_own_last_or_the_one_that_is_named(quay: Record) -> None:
    mine = quay.rename("Tam Roke", "Mine", author=ME).judgement
    other = quay.rename("Oda Vell", "Theirs", author="B. Reader").judgement
    assert mine
    assert other
    undone = quay.undo(author=ME).undone
    assert undone
    assert undone.judgement == mine.judgement
    assert (undone.standing, undone.by) == (Standing.UNDONE, _last(quay))
    with pytest.raises(NotInRecord, match="onrecord history"):
        quay.undo(author=ME)
    assert quay.undo(other.judgement.id[:6], author=ME).judgement
    again = quay.undo(other.judgement.id[:6], author=ME)
    assert (again.judgement, again.undone is not None) == (None, True)
    with pytest.raises(NotInRecord, match="no such judgement"):
        quay.undo("ffff", author=ME)


def _last(record: Record) -> str:
    return record.history()[-1].judgement.id


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda r: r.merge("Oda Vell", "Nobody", author=ME), "no actor of this name"),
        (lambda r: r.split("Tam Roke", spellings=["Nobody"], author=ME), "nothing to split off"),
        (lambda r: r.split("Tam Roke", spellings=["tam roke"], author=ME), "all there is"),
        (lambda r: r.split("Tam Roke", reports=["ninth.txt"], author=ME), "no such report"),
        (lambda r: r.rename("Tam Roke", " ", author=ME), "a name holds a letter"),
        (lambda r: r.rename("Tam Roke", "Roke", author=" "), "--by"),
    ],
)
def test_what_cannot_be_judged_is_refused_in_a_line(
    quay: Record, ask: object, message: str
) -> None:
    before = seen(quay)
    with pytest.raises(OnrecordError, match=message):
        ask(quay)  # type: ignore[operator]
    assert seen(quay) == before


# Whatever is judged, and in whatever order


def commands(record: Record, chance: random.Random, number: int) -> Iterator[str]:
    """Judge so many things by chance, as people would ask for them."""
    for _ in range(number):
        actors = [row.id for row in record.actors()]
        one, two = chance.choice(actors), chance.choice(actors)
        kind = chance.choice(["merge", "split", "rename", "alias", "undo"])
        try:
            match kind:
                case "merge":
                    record.merge(one, two, author=ME)
                case "split":
                    document = chance.choice([d.id for d in record.documents()])
                    record.split(one, reports=[document], author=ME)
                case "rename":
                    record.rename(one, chance.choice(["Somebody", *PEOPLE]), author=ME)
                case "alias":
                    record.alias(one, chance.choice(["Somebody", *PEOPLE]), author=ME)
                case _:
                    record.undo(author=ME)
        except LookupFailed:
            continue
        yield kind


def laid_over_everything(record: Record) -> tuple[object, object]:
    """Return the actors and links that judgements give when laid over all there is."""
    with closing(sqlite3.connect(record.path)) as connection:
        entities = list(shown_entities(connection))
    found = with_judgements(*by_name(entities), entities, (v.judgement for v in record.history()))
    return (
        sorted((a.id, a.name, a.aliases) for a in found.actors),
        sorted((link.entity_id, link.actor_id, link.score, link.rule) for link in found.links),
    )


def stored(record: Record) -> tuple[object, object]:
    with closing(sqlite3.connect(record.path)) as connection:
        links = connection.execute(
            "SELECT e.id, a.id, l.score, l.rule FROM links l JOIN actors a ON a.key = l.actor"
            " JOIN entities e ON e.key = l.entity"
        ).fetchall()
    return sorted((row.id, row.name, row.aliases) for row in record.actors()), sorted(links)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32))
def test_whatever_is_judged_and_undone_leaves_the_record_as_it_was(fresh: Fresh, seed: int) -> None:
    record, chance = fresh(), random.Random(seed)
    for number in range(4):
        record.add(numbered(number))
    record.resolve(by_name)
    before = judged(record)
    for _ in commands(record, chance, 6):
        assert stored(record) == laid_over_everything(record)
    assert [p for p in record.check() if p.grave] == []
    after = judged(record)
    record.resolve(by_name)
    assert judged(record) == after
    for view in record.history():
        if view.decided:
            record.undo(view.judgement.id, author=ME)
    assert judged(record) == before


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32))
def test_neither_the_order_of_reports_nor_that_of_judgements_matters(
    fresh: Fresh, seed: int
) -> None:
    one, chance = fresh(), random.Random(seed)
    for number in range(5):
        one.add(numbered(number))
    one.resolve(by_name)
    list(commands(one, chance, 6))
    other = fresh()
    things: list[object] = [numbered(n) for n in range(5)]
    things += [view.judgement for view in one.history()]
    chance.shuffle(things)
    for thing in things:
        if isinstance(thing, Reading):
            other.add(thing)
        else:
            other.judge(thing)  # type: ignore[arg-type]
        if chance.random() < 0.2:
            other.resolve(by_name)
    other.resolve(by_name)
    assert seen(other) == seen(one)


def test_another_extractor_and_other_ids_leave_who_is_who(record: Record) -> None:
    readings = [numbered(number) for number in range(6)]
    for reading in readings:
        record.add(reading)
    record.resolve(by_name)
    record.merge(PEOPLE[0], PEOPLE[1], author=ME)
    record.rename(PEOPLE[0], "The Minister", author=ME)
    told = {
        name: [r for r in readings if any(e.name == name for e in r.entities)] for name in PEOPLE
    }
    often = max(PEOPLE[2:], key=lambda name: len(told[name]))
    record.split(often, reports=[told[often][0].document.id], name="Another", author=ME)
    old = record.actor(PEOPLE[0]).id

    def people() -> dict[str, int]:
        return {row.name: row.statements for row in record.actors()}

    before = people()
    for reading in readings:
        record.add(reread(reading))
    record.resolve(another)
    assert people() == before
    assert record.actor(old).name == "The Minister"
    assert {view.standing for view in record.history()} == {Standing.STANDS}
    assert [p.code for p in record.check()] == []


def test_a_judgement_that_finds_nobody_is_kept_and_told_of(record: Record) -> None:
    reading = report([("Oda Vell", "the toll goes"), ("Tam Roke", "it stays")])
    record.add(reading)
    record.resolve(by_name)
    record.rename("Tam Roke", "Sir Tam", author=ME)
    none = replace(only(reading, ()), entities=(), extractor="invented 2")
    record.add(none)
    record.resolve(by_name)
    (view,) = record.history()
    assert view.orphaned
    assert view.standing is Standing.ORPHANED
    assert [(p.code, p.grave) for p in record.check()] == [("orphaned", False)]
    record.undo(author=ME)
    assert [p.code for p in record.check()] == []


def test_a_judgement_that_fails_on_the_way_leaves_nothing(
    quay: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = seen(quay)

    def fails(*_: object) -> None:
        raise sqlite3.OperationalError("no more")

    with monkeypatch.context() as broken:
        broken.setattr(judging, "_tell", fails)
        with pytest.raises(OnrecordError):
            quay.merge("Oda Vell", "Oda Well", author=ME)
    assert seen(quay) == before
    assert quay.merge("Oda Vell", "Oda Well", author=ME).statements == 1


def _merge(path: str, one: str, others: Sequence[str]) -> None:
    with open_record(path) as record:
        for other in others:
            record.merge(one, other, author=f"of {one}")


def test_who_reads_while_others_judge_sees_one_or_the_other(fresh: Fresh) -> None:
    record = fresh()
    for number in range(12):
        record.add(numbered(number))
    record.resolve(by_name)
    total = sum(row.statements for row in record.actors())
    context = multiprocessing.get_context("spawn")
    judges = [
        context.Process(target=_merge, args=(str(record.path), one, others))
        for one, others in ((PEOPLE[0], PEOPLE[1:3]), (PEOPLE[3], PEOPLE[4:]))
    ]
    for judge in judges:
        judge.start()
    while any(judge.is_alive() for judge in judges):
        assert sum(row.statements for row in record.actors()) == total
        assert record.actor(PEOPLE[2])
    assert [judge.exitcode for judge in judges] == [0, 0]
    assert len(record.actors()) == 2
    assert len(record.history()) == 4


def test_actors_are_listed_as_asked(quay: Record) -> None:
    def names(order: ActorOrder) -> list[str]:
        return [row.name for row in quay.actors(order=order)]

    assert names(ActorOrder.STATEMENTS) == ["Oda Vell", "Tam Roke", "Oda Well"]
    assert names(ActorOrder.NAME) == ["Oda Vell", "Oda Well", "Tam Roke"]
    assert sorted(names(ActorOrder.UNSURE)) == sorted(names(ActorOrder.NAME))
