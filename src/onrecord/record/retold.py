"""When, where and through whom a statement is known, and how often it is told, as views."""

from __future__ import annotations

import json
import sqlite3

from onrecord.model import Aspect, Interval, Said, Span, TellerKind
from onrecord.record.views import CircumstanceView, Named, Quote, TellerView, UtteranceView

SAID_START, SAID_STOP, SAID_GRANULARITY, _SAID_TEXT, _SAID_RULE = (
    f"coalesce(s.said_{field}, y.{field})"
    for field in ("start", "stop", "granularity", "text", "rule")
)
SAID = ", ".join((SAID_START, SAID_STOP, SAID_GRANULARITY, _SAID_TEXT, _SAID_RULE))
"""When the statement ``s`` was made: by its report, or else by an event of a registry, ``y``."""

DATED = "LEFT JOIN dated y ON y.statement = s.key"

SECOND_HAND = """
(EXISTS (SELECT 1 FROM tellers z WHERE z.statement = s.key AND z.kind = 'speaker')
 OR NOT EXISTS (SELECT 1 FROM tellers z WHERE z.statement = s.key)
    AND EXISTS (SELECT 1 FROM statements z WHERE z.key = s.parent AND z.speaker IS NOT s.speaker))
"""
"""Whether another speaker than the one who made it tells the statement ``s``.

What was read before tellers were is judged by the statement around it.
"""

CIRCUMSTANCES = """
(SELECT json_group_array(json_array(position, aspect, kind, start, stop, quote, rule))
 FROM circumstances WHERE statement = s.key)
"""
# Mostly the outlet tells all by itself, and then its name says it.
OUTLET_ALONE = """
(SELECT z.name FROM tellers z WHERE z.statement = s.key AND z.position = 0 AND z.kind = 'outlet'
 AND NOT EXISTS (SELECT 1 FROM tellers WHERE statement = s.key AND position = 1))
"""
TELLERS = """
(SELECT json_group_array(json_array(z.position, z.kind, z.name, z.start, z.stop, z.quote,
                                    za.id, coalesce(za.name, ze.name), ze.named, zs.id))
 FROM tellers z LEFT JOIN entities ze ON ze.key = z.entity
 LEFT JOIN links zl ON zl.entity = z.entity LEFT JOIN actors za ON za.key = zl.actor
 LEFT JOIN statements zs ON zs.key = z.telling
 WHERE z.statement = s.key)
"""
SAID_AT = """
(SELECT json_array(start, stop) FROM spans WHERE statement = s.key AND role = 'said')
"""
_TOLD = """
SELECT t.copy, s.id, d.outlet, d.key FROM tellings t JOIN statements s ON s.key = t.statement
JOIN readings r ON r.key = s.reading AND r.shown = 1 JOIN documents d ON d.key = r.document
WHERE t.utterance = ? ORDER BY t.position
"""


def said_words(
    interval: Interval | None, words: str | None, found: str | None, at: str | None
) -> Said | None:
    """Return what a report tells of when; of what was read before, what the interval holds."""
    if words is None:
        return Said(None, interval.text, interval.rule, interval) if interval else None
    return Said(Span(*json.loads(at)) if at else None, words, found or "", interval)


def circumstances(listed: str) -> tuple[CircumstanceView, ...]:
    """Return the circumstances of a statement of what `CIRCUMSTANCES` selects."""
    if listed == "[]":
        return ()
    return tuple(
        CircumstanceView(Aspect(aspect), kind, Quote(start, stop, quote), rule)
        for _, aspect, kind, start, stop, quote, rule in sorted(json.loads(listed))
    )


def chain(outlet: str | None, listed: str | None) -> tuple[TellerView, ...]:
    """Return the chain of tellers of what `OUTLET_ALONE` selects, or else `TELLERS`."""
    if outlet is not None or not listed:
        alone = TellerView(TellerKind.OUTLET, outlet or "", None, None, None)
        return (alone,) if outlet is not None else ()
    return tuple(
        TellerView(
            kind=TellerKind(kind),
            name=name,
            words=None if start is None else Quote(start, stop, quote),
            who=Named(id, known, id is not None or bool(named)) if known else None,
            statement_id=statement,
        )
        for _, kind, name, start, stop, quote, id, known, named, statement in sorted(
            json.loads(listed), key=lambda teller: teller[0]
        )
    )


class Utterances:
    """The utterances of a record, each looked up once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[int, UtteranceView] = {}

    def told_by(
        self, statement: str, key: int | None, id: str | None, last: int | None, outlet: str | None
    ) -> UtteranceView | None:
        """Return the utterance that a statement tells, None where it is to be worked out.

        `key` and `id` are the utterance's, `last` the greatest position in it, `outlet` that of
        the statement, which alone says all where nobody else tells it.
        """
        if key is None or id is None:
            return None
        if not last:
            return UtteranceView(id, 1, 0, (outlet,) if outlet else (), statement)
        if key not in self._known:
            self._known[key] = self._read(key, id, statement)
        return self._known[key]

    def _read(self, key: int, id: str, asked: str) -> UtteranceView:
        rows = self._connection.execute(_TOLD, (key,)).fetchall()
        outlets = tuple(dict.fromkeys(outlet for _, _, outlet, _ in rows if outlet))
        copies = sum(copy for copy, *_ in rows)
        first = rows[0][1] if rows else asked
        reports = len({document for copy, _, _, document in rows if not copy})
        return UtteranceView(id, len(rows) - copies, copies, outlets, first, reports)
