"""The public extraction contract: what `onrecord extract` prints for one document.

One JSON object a line. The fields below are all there always, in this order; what is not
known is null. Offsets are half-open pairs of Unicode code points of ``document.text``.
The contract keeps working; should it have to change, it changes with a version and a note.
"""

from __future__ import annotations

import msgspec

from onrecord.model import (
    Aspect,
    Circumstance,
    Document,
    Entity,
    Granularity,
    Interval,
    Part,
    Reading,
    Said,
    Spans,
    Statement,
    Teller,
    TellerKind,
)

Offsets = list[tuple[int, int]]


class Period(msgspec.Struct):
    """A time, no more exactly than the text says: both ends inclusive, ISO 8601.

    `text` is the words or the field that it was read from.
    """

    start: str
    end: str
    granularity: Granularity
    text: str


class Words(msgspec.Struct):
    """Words of ``document.text`` and their offsets."""

    text: str
    span: tuple[int, int]


class Circumstanced(msgspec.Struct):
    """An occasion, a place or a medium: what it is, its words; `kind` is null of a place."""

    kind: str | None
    text: str
    span: tuple[int, int]


class Through(msgspec.Struct):
    """One through whom the statement is known: a ``wire`` or a ``speaker``.

    `name` is what the document calls them, null where it does not, and `text` and `span` are the
    words for them, null where none stand for them; `statement` is the id of the statement by which
    they tell it.
    """

    kind: str
    name: str | None
    text: str | None
    span: tuple[int, int] | None
    id: str | None
    statement: str | None


class Who(msgspec.Struct):
    """Somebody as this document knows them: `name` is the fullest form that it uses.

    `confidence` is how sure it is that the words mean them, from 0 to 1.
    """

    id: str
    name: str
    confidence: float


class ExtractedDocument(msgspec.Struct):
    """One report; `text` is what every offset refers to."""

    path: str
    title: str | None
    outlet: str | None
    language: str | None
    published: Period | None
    text: str


class ExtractedStatement(msgspec.Struct):
    """One attribution relation; `parent` is the id of the statement that reports it.

    `factuality` is whether the report tells it as said: made, announced, supposed or denied.
    `said_words` tell when it was said where `said` cannot: "on Friday", with no date to count from.
    `occasion`, `place` and `medium` are those of the speaking. `through` is the chain of those who
    pass it on, the outermost first, without the report's own outlet and the speaker: empty where
    the report heard it; with a ``speaker`` in it the statement is known at second hand.
    """

    id: str
    kind: str
    act: str
    content: Offsets
    cue: Offsets
    source: Offsets
    speaker: Who | None
    addressees: list[Who]
    said: Period | None
    parent: str | None
    confidence: float
    factuality: str
    said_words: Words | None
    occasion: Circumstanced | None
    place: Circumstanced | None
    medium: Circumstanced | None
    through: list[Through]


class Extract(msgspec.Struct):
    """One line of the output: a document and the statements found in it."""

    document: ExtractedDocument
    statements: list[ExtractedStatement]


def extract(reading: Reading) -> Extract:
    """Return what the contract says of `reading`, statements in the order of the text."""
    people = _people(reading)
    statements = sorted(reading.statements, key=lambda s: (s.content, s.id))
    return Extract(
        document=_document(reading.document),
        statements=[_statement(s, people, reading) for s in statements],
    )


def encode(extract: Extract) -> bytes:
    """Return `extract` as one line of UTF-8 JSON, without the line's end."""
    return msgspec.json.encode(extract)


def _document(document: Document) -> ExtractedDocument:
    return ExtractedDocument(
        path=document.path,
        title=document.title,
        outlet=document.outlet,
        language=document.language,
        published=_period(document.published),
        text=document.text,
    )


def _statement(
    statement: Statement, people: dict[tuple[str, Part], list[Who]], reading: Reading
) -> ExtractedStatement:
    said = reading.said.get(statement.id)
    text = reading.document.text
    told = {c.aspect: c for c in reversed(reading.circumstances) if c.statement_id == statement.id}
    return ExtractedStatement(
        id=statement.id,
        kind=statement.kind,
        act=statement.act,
        content=_offsets(statement.content),
        cue=_offsets(statement.cue),
        source=_offsets(statement.source),
        speaker=next(iter(people.get((statement.id, Part.SOURCE), [])), None),
        addressees=people.get((statement.id, Part.ADDRESSEE), []),
        said=_period(said.interval if said else None),
        parent=statement.parent,
        confidence=statement.confidence,
        factuality=statement.factuality,
        said_words=_words(said),
        occasion=_circumstance(told.get(Aspect.OCCASION), text),
        place=_circumstance(told.get(Aspect.PLACE), text),
        medium=_circumstance(told.get(Aspect.MEDIUM), text),
        through=[
            _through(each, text)
            for each in reading.chains.get(statement.id, ())
            if each.kind is not TellerKind.OUTLET
        ],
    )


def _people(reading: Reading) -> dict[tuple[str, Part], list[Who]]:
    """Return whom each statement's source and addressees mean, in the order of the text."""
    entities: dict[str, Entity] = {entity.id: entity for entity in reading.entities}
    people: dict[tuple[str, Part], list[Who]] = {}
    for mention in sorted(reading.mentions, key=lambda m: m.span):
        if mention.statement_id is None or mention.part is None or mention.entity_id is None:
            continue
        name = entities[mention.entity_id].name
        part = people.setdefault((mention.statement_id, mention.part), [])
        if mention.entity_id not in (who.id for who in part):
            part.append(Who(id=mention.entity_id, name=name, confidence=mention.confidence))
    return people


def _circumstance(told: Circumstance | None, text: str) -> Circumstanced | None:
    if told is None:
        return None
    return Circumstanced(told.kind or None, told.span.of(text), (told.span.start, told.span.end))


def _through(teller: Teller, text: str) -> Through:
    span = teller.span
    return Through(
        kind=teller.kind,
        name=teller.name or None,
        text=span.of(text) if span else None,
        span=(span.start, span.end) if span else None,
        id=teller.entity_id,
        statement=teller.statement_id,
    )


def _offsets(spans: Spans) -> Offsets:
    return [(span.start, span.end) for span in spans]


def _words(said: Said | None) -> Words | None:
    """Return the words for a time that they alone do not tell."""
    if said is None or said.interval is not None or said.span is None:
        return None
    return Words(said.text, (said.span.start, said.span.end))


def _period(interval: Interval | None) -> Period | None:
    if interval is None:
        return None
    return Period(interval.start, interval.end, interval.granularity, interval.text)
