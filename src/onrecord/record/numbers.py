"""The record in numbers."""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

from onrecord.model import CopyKind, Factuality, Kind
from onrecord.record.retold import DATED, SECOND_HAND
from onrecord.record.statements import BEGINS
from onrecord.record.views import Summary

_DATED = f"""
SELECT min(at), max(at), count(*) - count(at) FROM (
    SELECT {BEGINS} AS at FROM statements s {DATED}
    JOIN readings r ON r.key = s.reading AND r.shown = 1
    JOIN documents d ON d.key = r.document)
"""
_KINDS = """
SELECT s.kind, count(*) FROM statements s JOIN readings r ON r.key = s.reading
WHERE r.shown = 1 GROUP BY s.kind
"""
_DOCUMENTS_BY = """
SELECT d.{0}, count(*) FROM documents d JOIN readings r ON r.document = d.key
WHERE r.shown = 1 AND d.{0} IS NOT NULL GROUP BY d.{0} ORDER BY count(*) DESC, d.{0}
"""
_DROPS = """
SELECT reason, count(*) FROM drops JOIN readings r ON r.key = drops.reading
WHERE r.shown = 1 GROUP BY reason ORDER BY count(*) DESC, reason
"""
_SPEAKERS = """
SELECT count(DISTINCT l.actor) FROM mentions m JOIN links l ON l.entity = m.entity
JOIN readings r ON r.key = m.reading WHERE m.part = 'source' AND r.shown = 1
"""
_ACTS = f"""
SELECT s.factuality, count(*), sum({SECOND_HAND} AND coalesce(t.copy, 0) = 0),
       count(DISTINCT coalesce(t.utterance, -s.key)), sum(coalesce(t.copy, 0))
FROM statements s JOIN readings r ON r.key = s.reading AND r.shown = 1
LEFT JOIN tellings t ON t.statement = s.key GROUP BY s.factuality
"""
_COPIES = "SELECT kind, count(*) FROM copies GROUP BY kind"


def summarise(connection: sqlite3.Connection) -> Summary:
    def one(query: str) -> Any:
        return connection.execute(query).fetchone()[0]

    kinds = dict(connection.execute(_KINDS).fetchall())
    acts = {name: counts for name, *counts in connection.execute(_ACTS)}
    _, second_hand, utterances, copied = acts.get(Factuality.MADE, (0, 0, 0, 0))
    copies = dict(connection.execute(_COPIES).fetchall())
    first, last, undated = connection.execute(_DATED).fetchone()
    return Summary(
        documents=one("SELECT count(*) FROM readings WHERE shown = 1"),
        captures=one("SELECT count(*) FROM captures"),
        statements=sum(kinds.values()),
        kinds={kind: kinds.get(kind.value, 0) for kind in Kind},
        actors=one("SELECT count(*) FROM actors"),
        speakers=one(_SPEAKERS),
        first=first,
        last=last,
        undated=undated,
        outlets=dict(connection.execute(_DOCUMENTS_BY.format("outlet")).fetchall()),
        languages=dict(connection.execute(_DOCUMENTS_BY.format("language")).fetchall()),
        drops=dict(connection.execute(_DROPS).fetchall()),
        skipped=dict(
            connection.execute("SELECT code, count(*) FROM skips GROUP BY code ORDER BY code")
        ),
        judgements=one("SELECT count(*) FROM judgements"),
        extractor=one("SELECT (SELECT name FROM extractors ORDER BY key DESC LIMIT 1)"),
        resolved=is_resolved(connection),
        utterances=utterances,
        second_hand=second_hand,
        copied=copied,
        factualities={each: acts[each][0] for each in Factuality if each in acts},
        copies={each: copies[each] for each in CopyKind if each in copies},
        grouped=is_grouped(connection),
    )


def latest_reading(connection: sqlite3.Connection) -> int:
    """Return the key of the last reading that was added, 0 where there is none."""
    (key,) = connection.execute("SELECT coalesce(max(key), 0) FROM readings").fetchone()
    return int(key)


def is_resolved(connection: sqlite3.Connection) -> bool:
    query = "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'actors of'"
    row = connection.execute(query).fetchone()
    return latest_reading(connection) == (row[0] if row else 0)


def is_grouped(
    connection: sqlite3.Connection, *, copies: int | None = None, utterances: str | None = None
) -> bool:
    """Return whether copies and utterances stand for all readings, and for the actors as now.

    Also, where they are given, whether those were found by these versions of what finds them.
    """
    now = state(connection)
    wanted = {"copies of": now.reports, "utterances of": str(now)}
    if copies is not None:
        wanted["copies by"] = str(copies)
    if utterances is not None:
        wanted["utterances by"] = utterances
    known = dict(connection.execute("SELECT name, value FROM meta").fetchall())
    # Of an empty record there is nothing to work out.
    return not now.latest or wanted.items() <= known.items()


def was_grouped(connection: sqlite3.Connection) -> bool:
    """Return whether utterances were ever worked out: in a record of before they were not."""
    query = "SELECT 1 FROM meta WHERE name = 'utterances of'"
    return connection.execute(query).fetchone() is not None


class State(NamedTuple):
    """What utterances hang on.

    It is the last reading, how often statements changed hands, and how often reports that were
    read took another URL and time of capture, since their bytes were met at another place.
    """

    latest: int
    moves: int
    places: int

    def __str__(self) -> str:
        return f"{self.latest} {self.moves} {self.places}"

    @property
    def reports(self) -> str:
        """What of it copies hang on."""
        return f"{self.latest} {self.places}"


def state(connection: sqlite3.Connection) -> State:
    query = "SELECT name, CAST(value AS INTEGER) FROM meta WHERE name IN ('moves', 'places')"
    counts = dict(connection.execute(query).fetchall())
    return State(latest_reading(connection), counts.get("moves", 0), counts.get("places", 0))
