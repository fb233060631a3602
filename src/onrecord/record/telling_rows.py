"""When, where and through whom statements are known, as rows of tables. Pure, as `rows` is."""

from __future__ import annotations

from collections import Counter

from onrecord.model import Reading, Said, Span, Statement
from onrecord.record.fields import Keys, Row, among, held, interval_fields, keys_of, refused, within
from onrecord.record.words import storable

SAID = "said"
"""The role of the span that tells when a statement was made."""


def told_fields(reading: Reading, statement: Statement) -> Row:
    """Return the columns of a statement that say when it was made and whether it was at all."""
    said = reading.said.get(statement.id)
    return {
        **interval_fields("said", said.interval if said else None),
        "said_words": storable(said.text) if said else None,
        "said_found": storable(said.rule) if said else None,
        "factuality": statement.factuality,
    }


def said_span_rows(reading: Reading, keys: Keys) -> list[Row]:
    """Return the spans of the words that tell when, for statements of which there are any."""
    statements = keys_of(reading.statements, keys.statement)
    return [
        {"statement": among(statements, id), "role": SAID, "position": 0, **_held(reading, span)}
        for id, span in _said_spans(reading.said)
    ]


def circumstance_rows(reading: Reading, keys: Keys) -> list[Row]:
    """Return the rows of circumstances, those of a statement in the order of the text.

    Raises:
        RecordError: if one is of a statement that the reading does not hold.
    """
    statements = keys_of(reading.statements, keys.statement)
    in_order = sorted(reading.circumstances, key=lambda c: (c.span, c.aspect, c.kind, c.rule))
    given: Counter[str] = Counter()
    rows = []
    for each in in_order:
        rows.append(
            {
                "statement": among(statements, each.statement_id),
                "position": given[each.statement_id],
                "aspect": each.aspect,
                "kind": storable(each.kind),
                **_held(reading, each.span),
                "rule": storable(each.rule),
            }
        )
        given[each.statement_id] += 1
    return rows


def teller_rows(reading: Reading, keys: Keys) -> list[Row]:
    """Return the rows of the chains, the outermost teller of each first.

    Raises:
        RecordError: if a chain or a teller points at what the reading does not hold.
    """
    statements = keys_of(reading.statements, keys.statement)
    entities = keys_of(reading.entities, keys.entity)
    if unknown := reading.chains.keys() - statements.keys():
        raise refused("a reading points at what it does not hold", min(unknown))
    nowhere: Row = {"start": None, "stop": None, "quote": None}
    return [
        {
            "statement": statements[id],
            "position": position,
            "kind": teller.kind,
            "name": storable(teller.name),
            **(_held(reading, teller.span) if teller.span else nowhere),
            "entity": among(entities, teller.entity_id),
            "telling": among(statements, teller.statement_id),
        }
        for id, chain in reading.chains.items()
        for position, teller in enumerate(chain)
    ]


def _said_spans(said: dict[str, Said]) -> list[tuple[str, Span]]:
    return [(id, each.span) for id, each in said.items() if each.span]


def _held(reading: Reading, span: Span) -> Row:
    return {**within(span, reading.document), "quote": held(span, reading.document)}
