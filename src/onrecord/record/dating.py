"""Date statements by the events of registries in use: "at the Tarn summit" has a date there."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from onrecord.model import Event, Interval
from onrecord.record.words import storable

When = Callable[[str, Sequence[Event], str | None], Interval | None]
"""When words were said that name one of some events, in a report published by a day, or None.

The words of an occasion are asked for a second time with what stands in front of them.
"""

# The words for when come before those for the occasion.
_UNDATED = """
SELECT s.key, substr(d.published_stop, 1, 10), s.said_words,
       (SELECT json_group_array(json_array(quote, start)) FROM circumstances
        WHERE statement = s.key AND aspect = 'occasion')
FROM statements s JOIN readings r ON r.key = s.reading AND r.shown = 1
JOIN documents d ON d.key = r.document
WHERE s.factuality = 'made' AND s.said_start IS NULL AND (
    s.said_words IS NOT NULL
    OR EXISTS (SELECT 1 FROM circumstances WHERE statement = s.key AND aspect = 'occasion'))
"""

# What may tell whether an occasion is that of the speaking: "after", "a year on from".
_LEAD = """
SELECT substr(d.text, max(1, :start - 119), min(:start, 120))
FROM statements s JOIN readings r ON r.key = s.reading JOIN documents d ON d.key = r.document
WHERE s.key = :key
"""


def date_by_events(connection: sqlite3.Connection, when: When, events: Sequence[Event]) -> None:
    """Put the dates that `events` give in the place of those that there were.

    A date that the report itself gives is never replaced, and none is later than the report.
    """
    found = list(_dates(connection, when, events)) if events else []
    connection.execute("DELETE FROM dated")
    connection.executemany("INSERT INTO dated VALUES (?, ?, ?, ?, ?, ?)", found)


def _dates(
    connection: sqlite3.Connection, when: When, events: Sequence[Event]
) -> Iterator[tuple[int, str, str, str, str, str]]:
    for key, published, words, occasions in connection.execute(_UNDATED).fetchall():
        dates = [when(words, events, published)] if words else []
        for quote, start in json.loads(occasions):
            if date := when(quote, events, published):
                (lead,) = connection.execute(_LEAD, {"key": key, "start": start}).fetchone()
                led = when(lead + quote, events, published)
                dates += [replace(led, text=quote)] if led and led.rule == date.rule else []
        date = next((d for d in dates if d and not (published and d.start > published)), None)
        if date:
            text, rule = storable(date.text), storable(date.rule)
            yield key, date.start, date.end, date.granularity, text, rule
