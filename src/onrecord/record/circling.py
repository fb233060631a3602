"""See which circles are to be compared anew, and store what was found in them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from onrecord.model import Revision, Telling, Utterance
from onrecord.record.gathering import (
    Known,
    Statements,
    circles,
    digest,
    pages,
    read_statements,
    tellings,
)
from onrecord.record.regrouping import compare_anew, put_back, set_utterances

Sides = tuple[tuple[Telling, ...], tuple[Telling, ...]]
"""The statements of two versions of a page."""


class Work(NamedTuple):
    """What is to be compared anew.

    `digests` are those of all circles that changed, by name, and `gone` the circles that are no
    more. `told` are the statements of changed circles; `pages` those of pairs of versions.
    """

    digests: Mapping[str, str]
    gone: frozenset[str]
    told: tuple[Telling, ...]
    pages: Mapping[str, Sides]


class Found(NamedTuple):
    """What was found in them; revisions by the name of their pair of versions."""

    utterances: tuple[Utterance, ...]
    revisions: Mapping[str, tuple[Revision, ...]]


def pending(connection: sqlite3.Connection, version: str) -> Work:
    """Return what is to be compared anew; all of it where `version` is another than before."""
    statements = read_statements(connection)
    told, paged = circles(statements), pages(connection, statements)
    digests = {name: digest(statements, members, version) for name, members in told.items()}
    for name, page in paged.items():
        sides = (digest(statements, side, version) for side in page)
        digests[name] = " ".join(sides)
    known = dict(connection.execute("SELECT name, digest FROM circles").fetchall())
    changed = {name: each for name, each in digests.items() if known.get(name) != each}
    anew = [one for name in changed if name in told for one in told[name]]
    return Work(
        digests=changed,
        gone=frozenset(known.keys() - digests.keys()),
        told=tuple(tellings(connection, statements, anew)),
        pages={
            name: (_side(connection, statements, one), _side(connection, statements, other))
            for name, (one, other) in paged.items()
            if name in changed
        },
    )


def _side(
    connection: sqlite3.Connection, statements: Statements, side: Iterable[Known]
) -> tuple[Telling, ...]:
    return tuple(tellings(connection, statements, side))


def store(connection: sqlite3.Connection, work: Work, found: Found) -> None:
    """Put what was found in the place of what there was, and lay judgements over it anew."""
    put_back(connection)
    touched = json.dumps(sorted(work.digests.keys() | work.gone))
    which = "(SELECT key FROM circles WHERE name IN (SELECT value FROM json_each(?)))"
    own = f"(SELECT key FROM utterances WHERE circle IN {which})"
    connection.execute(f"DELETE FROM tellings WHERE utterance IN {own}", (touched,))
    connection.execute(f"DELETE FROM utterances WHERE circle IN {which}", (touched,))
    connection.execute(f"DELETE FROM revisions WHERE circle IN {which}", (touched,))
    connection.executemany("DELETE FROM circles WHERE name = ?", ((name,) for name in work.gone))
    connection.executemany(
        "INSERT INTO circles (name, digest) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET digest = excluded.digest",
        sorted(work.digests.items()),
    )
    keys: dict[str, int] = dict(connection.execute("SELECT name, key FROM circles").fetchall())
    circle = {each.statement_id: keys[each.key] for each in work.told}
    set_utterances(connection, ((circle[u.statements[0]], u) for u in found.utterances))
    for name, revisions in found.revisions.items():
        _set_revisions(connection, keys[name], revisions)
    compare_anew(connection)


def _set_revisions(
    connection: sqlite3.Connection, circle: int, revisions: Iterable[Revision]
) -> None:
    key = "(SELECT key FROM statements WHERE id = ?)"
    connection.executemany(
        f"INSERT INTO revisions VALUES (?, ?, ?, {key}, {key}, ?)",
        (
            (circle, position, each.fate, each.earlier, each.later, each.similarity)
            for position, each in enumerate(revisions)
        ),
    )
