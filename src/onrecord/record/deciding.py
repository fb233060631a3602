"""Put what a person decides into a judgement, and tell what it changes.

Everything here runs inside the transaction that writes: who is meant is looked up, judged and
counted in the record as it is at one moment.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from onrecord.errors import NotInRecord, OnrecordError
from onrecord.model import Entity, Judgement, Standing, Verdict, content_id
from onrecord.record import cautions
from onrecord.record.comparisons import compared
from onrecord.record.decisions import (
    Decision,
    Meant,
    decoded,
    encoded,
    is_split_off,
    meant,
    meant_unnamed,
)
from onrecord.record.documents import document_called
from onrecord.record.following import split_id
from onrecord.record.people import entities_of, find_actor, speaker_of
from onrecord.record.reviews import compared_now, judgement_called, last_standing
from onrecord.record.views import Change, Named
from onrecord.record.words import folded, storable


class Wanted(NamedTuple):
    """A judgement without its author: what it is about, whether all is so already, and cautions."""

    subject: str
    subject_id: str
    verdict: Verdict
    value: str
    already: bool = False
    notes: tuple[str, ...] = ()


Ask = Callable[[sqlite3.Connection], Wanted]


def merge(connection: sqlite3.Connection, actor: str, other: str) -> Wanted:
    one, two = whom(connection, actor), whom(connection, other)
    notes = cautions.of_merge(connection, one.id, two.id)
    return _wanted(Decision(Verdict.MERGE, one, two), notes, already=one.id == two.id)


def split(
    connection: sqlite3.Connection,
    actor: str,
    reports: Iterable[str],
    spellings: Iterable[str],
    name: str | None,
) -> Wanted:
    found = find_actor(connection, actor)
    entities = list(entities_of(connection, found.id))
    decision = Decision(
        verdict=Verdict.SPLIT,
        actor=meant(found, entities),
        name=_name(name) if name is not None else None,
        reports=tuple(sorted({document_called(connection, each) for each in reports})),
        spellings=tuple(sorted({_name(each) for each in spellings})),
    )
    out = [entity for entity in entities if is_split_off(entity, decision)]
    if not out:
        _refuse_within(connection, entities, decision, actor)
        told = ", ".join(sorted({entity.name for entity in entities}))
        raise NotInRecord(f"nothing to split off; where reports name {found.name}: {told}", actor)
    if len(out) == len(entities):
        cure = "onrecord rename gives another name"
        raise NotInRecord(f"that is all there is of {found.name}; {cure}", actor)
    return _wanted(decision, cautions.of_split(connection, found.name, reports, spellings))


def rename(connection: sqlite3.Connection, actor: str, name: str) -> Wanted:
    who = whom(connection, actor)
    decision = Decision(Verdict.RENAME, who, name=_name(name))
    notes = cautions.of_rename(connection, who.id, decision.name or "")
    return _wanted(decision, notes, already=who.unnamed is None and who.name == decision.name)


def alias(connection: sqlite3.Connection, actor: str, spelling: str) -> Wanted:
    who = whom(connection, actor)
    decision = Decision(Verdict.ALIAS, who, name=_name(spelling))
    notes = cautions.of_alias(connection, who.id, decision.name or "")
    return _wanted(decision, notes, already=not _adds(connection, who, decision.name or ""))


def undo(connection: sqlite3.Connection, judgement: str | None, author: str) -> Wanted:
    view = (
        last_standing(connection, author)
        if judgement is None
        else judgement_called(connection, judgement)
    )
    done = view.standing is Standing.UNDONE
    return Wanted("judgement", view.judgement.id, Verdict.UNDO, "", already=done)


def whom(connection: sqlite3.Connection, asked: str) -> Meant:
    """Return whom a person means: an actor, or the unnamed source of the statement with this id.

    Raises:
        NotInRecord: also if the statement with this id is of one who has a name.
        Ambiguous
    """
    try:
        actor = find_actor(connection, asked)
    except NotInRecord:
        speaker = speaker_of(connection, asked)
        if speaker is None:
            raise
        entity, known = speaker
        if entity.named:
            name = known.name if known else entity.name
            cure = f"name {name} to mean all that they said; one statement alone cannot be moved"
            raise NotInRecord(f"is a statement by {name}; {cure}", asked) from None
        if known is None:
            return meant_unnamed(entity)
        actor = known
    return meant(actor, entities_of(connection, actor.id))


def made(connection: sqlite3.Connection, wanted: Wanted, *, author: str, reason: str) -> Judgement:
    """Return the judgement that is `wanted`, later than all that are there."""
    if not author.strip():
        raise OnrecordError("a judgement has an author; name one with --by", code="author")
    at = datetime.now(UTC)
    (last,) = connection.execute("SELECT max(at) FROM judgements").fetchone()
    if last is not None:
        at = max(at, datetime.fromisoformat(last) + timedelta(microseconds=1))
    author, reason = " ".join(author.split()), " ".join(reason.split())
    parts = (*wanted[:4], author, reason, at.isoformat())
    return Judgement(content_id("judgement", *parts), *wanted[:4], author, reason, at)


class Moved(NamedTuple):
    """What a judgement moved: keys of entities, and of statements to other utterances."""

    entities: frozenset[int] = frozenset()
    statements: frozenset[int] = frozenset()


def changed(
    connection: sqlite3.Connection, judgement: str | None, wanted: Wanted, moved: Moved
) -> Change:
    """Return what there is to tell of a judgement, and of what it `moved`."""
    view = judgement_called(connection, judgement) if judgement else None
    undoes = wanted.verdict is Verdict.UNDO
    undone = judgement_called(connection, wanted.subject_id) if undoes else None
    comparison = compared(wanted.subject, wanted.verdict, wanted.value)
    told = undone.compared if undone else None
    if comparison:
        told = view.compared if view else compared_now(connection, "", comparison)
    by = _reports_of(connection, moved.statements) if told else _told_by(connection, moved.entities)
    actor, other = _who(connection, judgement, wanted)
    return Change(
        judgement=view,
        actor=actor,
        other=other,
        statements=by[0],
        reports=by[1],
        total=cautions.statements_of(connection, actor.id) if actor and actor.id else 0,
        done=True,
        undone=undone,
        notes=wanted.notes,
        compared=told,
        tellings=_tellings(connection, (told.one_id if told else None) or wanted.subject_id),
    )


def _wanted(decision: Decision, notes: Iterable[str] = (), *, already: bool = False) -> Wanted:
    told = () if already else tuple(notes)
    return Wanted("actor", decision.actor.id, decision.verdict, encoded(decision), already, told)


def _name(name: str) -> str:
    if not folded(name):
        raise OnrecordError("a name holds a letter; give one", code="name")
    return " ".join(storable(name).split())


def _refuse_within(
    connection: sqlite3.Connection, entities: Iterable[Entity], decision: Decision, asked: str
) -> None:
    """Refuse to part the spellings of one person of one report.

    Raises:
        NotInRecord: naming the report, and how to take it whole.
    """
    spellings = {folded(spelling) for spelling in decision.spellings}
    for entity in entities:
        within = [name for name in entity.names if folded(storable(name)) in spellings]
        if within and (not decision.reports or entity.document_id in decision.reports):
            report = cautions.report_name(connection, entity.document_id)
            one = f"in {report}, {within[0]} and {entity.name} are one person"
            raise NotInRecord(f"{one}; split --report {report} takes the whole report", asked)


def _adds(connection: sqlite3.Connection, who: Meant, spelling: str) -> bool:
    """Whether `spelling` is new to an actor, or others go by it too."""
    query = "SELECT DISTINCT a.id FROM aliases JOIN actors a ON a.key = actor WHERE folded = ?"
    bearers = {id for (id,) in connection.execute(query, (folded(spelling),))}
    return bearers != {who.id}


def _told_by(connection: sqlite3.Connection, entities: Iterable[int]) -> tuple[int, int]:
    query = """
        SELECT count(DISTINCT m.statement), count(DISTINCT m.reading) FROM json_each(?) c
        JOIN mentions m ON m.entity = c.value WHERE m.part = 'source' AND m.statement IS NOT NULL
    """
    statements, reports = connection.execute(query, (json.dumps(sorted(entities)),)).fetchone()
    return statements, reports


def _reports_of(connection: sqlite3.Connection, statements: Iterable[int]) -> tuple[int, int]:
    query = """
        SELECT count(*), count(DISTINCT s.reading) FROM json_each(?) c
        JOIN statements s ON s.key = c.value
    """
    told, reports = connection.execute(query, (json.dumps(sorted(statements)),)).fetchone()
    return told, reports


def _tellings(connection: sqlite3.Connection, statement_id: str) -> int:
    """Return how many statements tell what a statement does."""
    query = """
        SELECT count(*) FROM statements s JOIN tellings own ON own.statement = s.key
        JOIN tellings t ON t.utterance = own.utterance WHERE s.id = ?
    """
    return int(connection.execute(query, (statement_id,)).fetchone()[0])


def _who(
    connection: sqlite3.Connection, judgement: str | None, wanted: Wanted
) -> tuple[Named | None, Named | None]:
    """Return who a judgement is about, as they are called now, and who else."""
    decision = decoded(wanted.verdict, wanted.value)
    if decision is None:
        return None, None
    query = "SELECT id, actor FROM meant WHERE judgement = ?"
    now: Mapping[str, str] = dict(connection.execute(query, (judgement or "",)).fetchall())
    actor = _named(connection, now.get(decision.actor.id, decision.actor.id))
    if decision.other:
        return actor, Named(decision.other.id, decision.other.name)
    if decision.verdict is Verdict.SPLIT and judgement:
        return actor, _named(connection, split_id(judgement))
    return actor, None


def _named(connection: sqlite3.Connection, id: str) -> Named | None:
    row = connection.execute("SELECT id, name FROM actors WHERE id = ?", (id,)).fetchone()
    return Named(*row) if row else None
