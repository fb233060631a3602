"""Columns that several tables share, and the keys under which the parts of a reading go. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from onrecord.errors import RecordError, SpanError
from onrecord.model import Document, Entity, Interval, Span, Statement
from onrecord.record.words import countable, storable

Row = dict[str, Any]


class Keys(NamedTuple):
    """The keys under which the parts of a reading are stored: the first free of each table."""

    reading: int
    entity: int
    statement: int


def keys_of(things: Iterable[Statement | Entity], first: int) -> dict[str, int]:
    """Return the keys under which things are stored, by their ids."""
    return {thing.id: key for key, thing in enumerate(things, first)}


def among(keys: Mapping[str, int], id: str | None) -> int | None:
    """Return the key of a thing of the reading, None for None.

    Raises:
        RecordError: if the reading does not hold it.
    """
    if id is None:
        return None
    if id not in keys:
        raise refused("a reading points at what it does not hold", id)
    return keys[id]


def within(span: Span, document: Document) -> Row:
    """Return where a span stands.

    Raises:
        SpanError: if that is beyond the end of its text.
    """
    if span.end > len(document.text):
        raise SpanError(f"a span {span.start}-{span.end} beyond the end of its text", document.id)
    return {"start": span.start, "stop": span.end}


def held(span: Span, document: Document) -> str:
    """Return the words of a span as the file keeps them."""
    return countable(span.of(document.text))


def interval_fields(prefix: str, interval: Interval | None) -> Row:
    """Return the five columns of an interval, NULLs where there is none."""
    names = ("start", "stop", "granularity", "text", "rule")
    found = fields(interval) if interval else dict.fromkeys(names)
    return {f"{prefix}_{name}": found[name] for name in names}


def fields(interval: Interval) -> Row:
    """Return the five columns of an interval without their prefix."""
    return {
        "start": interval.start,
        "stop": interval.end,
        "granularity": interval.granularity,
        "text": storable(interval.text),
        "rule": storable(interval.rule),
    }


def refused(message: str, id: str) -> RecordError:
    """Return the error of a row that cannot be."""
    return RecordError(message, id, code="refused")
