"""Store which statements tell one act of speech, and lay judgements over that.

As with actors: what was found is set aside before a judgement changes it. To judge again is to
put all of it back and to lay every judgement that stands over it anew, touching only the
utterances that judgements mean.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from onrecord.model import Standing, Utterance, utterance_id
from onrecord.record.comparing import (
    Decided,
    Facts,
    Groups,
    Held,
    Member,
    copies,
    nearest,
    with_comparisons,
)
from onrecord.record.comparisons import SUBJECT, MeantStatement, compared
from onrecord.record.judged import taken_back
from onrecord.record.reviews import judgement_of
from onrecord.record.words import storable

_FACTS = """
SELECT s.key, s.id, s.quote, s.start, d.id, coalesce(o.origin, d.id), d.published_start
FROM json_each(?) c JOIN statements s ON s.key = c.value
JOIN readings r ON r.key = s.reading JOIN documents d ON d.key = r.document
LEFT JOIN origins o ON o.document = d.id
"""
_JUDGEMENTS = """
SELECT id, subject, subject_id, verdict, value, author, reason, at FROM judgements
WHERE subject IN (?, 'judgement') ORDER BY at, id
"""
_BY_ANCHOR = """
SELECT s.key FROM statements s JOIN readings r ON r.key = s.reading AND r.shown = 1
WHERE s.anchor = ? ORDER BY s.id LIMIT 1
"""
_THERE = """
SELECT s.key, s.start, (SELECT max(stop) FROM spans WHERE statement = s.key AND role = 'content'),
       s.quote
FROM documents d JOIN readings r ON r.document = d.key AND r.shown = 1
JOIN statements s ON s.reading = r.key WHERE d.id = ?
"""
_GROUPS = """
SELECT u.id, t.statement, t.similarity, t.rule FROM json_each(?) c
JOIN tellings own ON own.statement = c.value JOIN utterances u ON u.key = own.utterance
JOIN tellings t ON t.utterance = u.key ORDER BY u.id, t.position
"""


class Stored(NamedTuple):
    """An utterance to store: its id, its circle, None where people made it, and its members."""

    id: str
    circle: int | None
    members: tuple[Member, ...]


def set_utterances(connection: sqlite3.Connection, found: Iterable[tuple[int, Utterance]]) -> None:
    """Store utterances as they were found, each with its circle."""
    utterances = list(found)
    keys = _keys(connection, (id for _, each in utterances for id in each.statements))
    facts = _facts(connection, keys.values())
    _insert(connection, (_stored(circle, each, keys) for circle, each in utterances), facts)


def _stored(circle: int, utterance: Utterance, keys: Mapping[str, int]) -> Stored:
    told = zip(
        utterance.statements,
        (None, *utterance.similarity),
        ("", *utterance.rule),
        strict=True,
    )
    members = tuple(Member(keys[id], similarity, rule) for id, similarity, rule in told)
    return Stored(utterance.id, circle, members)


def put_back(connection: sqlite3.Connection) -> None:
    """Put what was found in the place of what judgements made of it."""
    aside = connection.execute("SELECT utterance, found FROM utterances_aside").fetchall()
    _remove(connection, (id for id, _ in aside))
    told = [(id, json.loads(found)) for id, found in aside if found is not None]
    before = [Stored(id, e["circle"], tuple(Member(*m) for m in e["members"])) for id, e in told]
    _insert(
        connection, before, _facts(connection, (m.statement for s in before for m in s.members))
    )
    connection.execute("DELETE FROM utterances_aside")


def compare_anew(connection: sqlite3.Connection) -> frozenset[int]:
    """Lay all judgements over the utterances as they were found; return the statements they moved.

    These tell another utterance than before the call. What became of the judgements is stored.
    """
    before = _judged(connection)
    put_back(connection)
    everything = list(_decided(connection))
    gone = taken_back([each.judgement for each in everything])
    decided = [each for each in everything if each.comparison and each.judgement.id not in gone]
    keys = {key for each in decided for key in (each.one, each.other) if key is not None}
    found = _groups(connection, keys)
    facts = _facts(connection, keys.union(*map(_statements, found.values())))
    groups = Groups(found.values(), facts)
    held = with_comparisons(groups, decided)
    _store(connection, found, groups.all(), facts)
    _tell(connection, held, everything)
    machine = {m.statement: id for id, group in found.items() for m in group}
    was, now = machine | before, machine | _judged(connection)
    return frozenset(key for key in was.keys() | now.keys() if was.get(key) != now.get(key))


def _judged(connection: sqlite3.Connection) -> dict[int, str]:
    """Return the utterances that judgements made, by the statements that tell them."""
    query = """
        SELECT t.statement, u.id FROM utterances_aside a
        JOIN utterances u ON u.id = a.utterance JOIN tellings t ON t.utterance = u.key
    """
    return dict(connection.execute(query).fetchall())


def _store(
    connection: sqlite3.Connection,
    found: dict[str, tuple[Member, ...]],
    now: Iterable[tuple[Member, ...]],
    facts: dict[int, Facts],
) -> None:
    """Store the groups that judgements changed, and set aside what was there."""
    there = {_statements(group) for group in found.values()}
    known = frozenset[int]().union(*there)
    # What nobody has compared with anything yet is left to be found alone.
    anew = [
        g for g in now if _statements(g) not in there and (len(g) > 1 or _statements(g) <= known)
    ]
    left = frozenset[int]().union(*map(_statements, anew))
    changed = [id for id, group in found.items() if left & _statements(group)]
    query = "SELECT circle FROM utterances WHERE id = ?"
    for id in changed:
        (circle,) = connection.execute(query, (id,)).fetchone()
        told = json.dumps({"circle": circle, "members": found[id]}, ensure_ascii=False)
        connection.execute("INSERT INTO utterances_aside VALUES (?, ?)", (id, told))
    _remove(connection, changed)
    ids = _ids(connection, left)
    made = [Stored(utterance_id(ids[m.statement] for m in g), None, g) for g in anew]
    _insert(connection, made, facts)
    connection.executemany(
        "INSERT INTO utterances_aside VALUES (?, NULL)", ((each.id,) for each in made)
    )


def _statements(group: Iterable[Member]) -> frozenset[int]:
    return frozenset(member.statement for member in group)


def _insert(
    connection: sqlite3.Connection, stored: Iterable[Stored], facts: Mapping[int, Facts]
) -> None:
    query = "SELECT coalesce(max(key), 0) + 1 FROM utterances"
    (free,) = connection.execute(query).fetchone()
    numbered = list(enumerate(stored, free))
    connection.executemany(
        "INSERT INTO utterances VALUES (?, ?, ?)",
        ((key, each.id, each.circle) for key, each in numbered),
    )
    connection.executemany(
        "INSERT INTO tellings VALUES (?, ?, ?, ?, ?, ?)",
        (
            (m.statement, key, position, copy, m.similarity, storable(m.rule))
            for key, each in numbered
            for position, (m, copy) in enumerate(
                zip(each.members, copies(each.members, facts), strict=True)
            )
        ),
    )


def _remove(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    query = "SELECT key FROM utterances WHERE id = ?"
    for id in ids:
        connection.execute(f"DELETE FROM tellings WHERE utterance IN ({query})", (id,))
        connection.execute("DELETE FROM utterances WHERE id = ?", (id,))


def _decided(connection: sqlite3.Connection) -> Iterator[Decided]:
    """Yield the judgements of utterances, with whom they mean now, and what takes any back."""
    rows = connection.execute(_JUDGEMENTS, (SUBJECT,)).fetchall()
    for judgement in map(judgement_of, rows):
        told = compared(judgement.subject, judgement.verdict, judgement.value)
        one, other = (
            (meant_now(connection, m) for m in (told.one, told.other)) if told else (None,) * 2
        )
        yield Decided(judgement, told, one, other)


def meant_now(connection: sqlite3.Connection, meant: MeantStatement) -> int | None:
    """Return the key of the statement that is shown and that a judgement means."""
    row = connection.execute(_BY_ANCHOR, (meant.anchor,)).fetchone()
    if row is not None:
        return int(row[0])
    return nearest(meant, connection.execute(_THERE, (meant.document,)))


def _groups(
    connection: sqlite3.Connection, statements: Iterable[int]
) -> dict[str, tuple[Member, ...]]:
    found: dict[str, dict[Member, None]] = defaultdict(dict)
    for id, *member in connection.execute(_GROUPS, (json.dumps(sorted(statements)),)):
        found[id][Member(*member)] = None
    return {id: tuple(members) for id, members in found.items()}


def _facts(connection: sqlite3.Connection, statements: Iterable[int]) -> dict[int, Facts]:
    rows = connection.execute(_FACTS, (json.dumps(sorted(statements)),))
    return {
        key: Facts(
            place=(published is None, published or "", document != origin, document, start, id),
            document=document,
            origin=origin,
            words=" ".join(quote.split()),
        )
        for key, id, quote, start, document, origin, published in rows
    }


def _ids(connection: sqlite3.Connection, statements: Iterable[int]) -> dict[int, str]:
    query = "SELECT key, id FROM statements WHERE key IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(query, (json.dumps(sorted(statements)),)).fetchall())


def _keys(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, int]:
    query = "SELECT s.id, s.key FROM json_each(?) c JOIN statements s ON s.id = c.value"
    return dict(connection.execute(query, (json.dumps(sorted(ids)),)).fetchall())


def _tell(
    connection: sqlite3.Connection, held: Iterable[Held], everything: Iterable[Decided]
) -> None:
    """Store what became of each judgement, where that is more than that it stands."""
    own = "SELECT id FROM judgements WHERE subject = ?"
    connection.execute(
        f"DELETE FROM fates WHERE judgement IN ({own}) AND standing != ?",
        (SUBJECT, Standing.UNDONE),
    )
    connection.executemany(
        "INSERT INTO fates VALUES (?, ?, ?)",
        (
            (each.decided.judgement.id, each.standing, each.by)
            for each in held
            if each.standing is not Standing.STANDS
        ),
    )
    connection.execute("DELETE FROM compared")
    query = "INSERT INTO compared SELECT ?, ?, id FROM statements WHERE key = ?"
    for each in everything:
        for part, key in (("one", each.one), ("other", each.other)):
            connection.execute(query, (each.judgement.id, part, key))
