"""A reading as rows of tables. Pure: the keys are given, nothing is read or written."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.model import (
    Actor,
    ActorKind,
    Called,
    Capture,
    Document,
    Mention,
    Part,
    Reading,
    Span,
    Spans,
    Statement,
    Tenure,
    content_id,
)
from onrecord.record.fields import (
    Keys,
    Row,
    among,
    fields,
    held,
    interval_fields,
    keys_of,
    refused,
    within,
)
from onrecord.record.telling_rows import told_fields
from onrecord.record.words import (
    countable,
    exact_bytes,
    folded,
    joined,
    last_name,
    storable,
    stretches,
)


def capture_row(capture: Capture) -> Row:
    return {
        "digest": capture.digest,
        "data": zlib.compress(capture.data, 3),
        "size": len(capture.data),
        "media_type": storable(capture.media_type),
        "encoding": storable(capture.encoding),
        "encoding_rule": storable(capture.encoding_rule),
    }


def place_row(capture: Capture) -> Row:
    return {
        "digest": capture.digest,
        "path": storable(capture.path),
        "url": _optional(capture.url),
        "captured_at": capture.captured_at.isoformat(),
    }


def document_row(document: Document, version: str, key: int) -> Row:
    return {
        "key": key,
        "id": document.id,
        "version": version,
        "digest": document.digest,
        "characters": len(document.text),
        "text": countable(document.text),
        "exact": exact_bytes(document.text),
        "url": _optional(document.url),
        "title": _optional(document.title),
        "outlet": _optional(document.outlet),
        "byline": _optional(document.byline),
        "language": _optional(document.language),
        **interval_fields("published", document.published),
    }


def document_version(document: Document) -> str:
    """Return what changes when the same bytes are read into another text, date or block."""
    parts = (
        document.text,
        [(block.kind, _ends(block.span), block.repeats) for block in document.blocks],
        [document.url, document.title, document.outlet, document.byline, document.language],
        [fields(date) for date in (document.published, *document.dates) if date],
        document.published is None,
    )
    return content_id(json.dumps(parts))


def stretch_rows(document: Document, key: int) -> list[Row]:
    return [
        {"document": key, "position": position, "text": stretch}
        for position, stretch in enumerate(stretches(countable(document.text)))
    ]


def block_rows(document: Document, key: int) -> list[Row]:
    return [
        {
            "document": key,
            "position": position,
            "kind": block.kind,
            **within(block.span, document),
            "repeats": block.repeats,
        }
        for position, block in enumerate(document.blocks)
    ]


def date_rows(document: Document, key: int) -> list[Row]:
    return [
        {"document": key, "position": position, **fields(date)}
        for position, date in enumerate(document.dates)
    ]


def drop_rows(reading: Reading, keys: Keys) -> list[Row]:
    return [
        {
            "reading": keys.reading,
            "position": position,
            **within(drop.span, reading.document),
            "reason": storable(drop.reason),
        }
        for position, drop in enumerate(reading.drops)
    ]


def entity_rows(reading: Reading, keys: Keys) -> list[Row]:
    return [
        {
            "key": key,
            "reading": keys.reading,
            "id": entity.id,
            "name": storable(entity.name),
            "names": _list(entity.names),
            "roles": _list(entity.roles),
            "kind": entity.kind,
            "named": int(entity.named),
            "gender": entity.gender,
        }
        for key, entity in enumerate(reading.entities, keys.entity)
    ]


def statement_rows(reading: Reading, keys: Keys) -> list[Row]:
    """Return the rows of the statements, one that reports before those it reports.

    Raises:
        RecordError: if a parent or a speaker is none of the reading.
    """
    text = countable(reading.document.text)
    ids = keys_of(reading.statements, keys.statement)
    entities = keys_of(reading.entities, keys.entity)
    speakers = _speakers(reading.mentions)
    depths = _depths(reading.statements)
    rows = [
        {
            "key": key,
            "reading": keys.reading,
            "id": statement.id,
            "anchor": anchor(reading.document, statement),
            "kind": statement.kind,
            "act": statement.act,
            "start": statement.content[0].start,
            "quote": joined(text, statement.content),
            "cue": joined(text, statement.cue),
            "source": joined(text, statement.source),
            "parent": among(ids, statement.parent),
            "speaker": among(entities, speakers.get(statement.id)),
            **told_fields(reading, statement),
            "confidence": float(statement.confidence),
            "rule": storable(statement.rule),
        }
        for key, statement in enumerate(reading.statements, keys.statement)
    ]
    return sorted(rows, key=lambda row: depths[row["id"]])


def span_rows(reading: Reading, keys: Keys) -> list[Row]:
    return [
        {
            "statement": key,
            "role": role,
            "position": position,
            **within(span, reading.document),
            "quote": held(span, reading.document),
        }
        for key, statement in enumerate(reading.statements, keys.statement)
        for role, spans in roles(statement)
        for position, span in enumerate(spans)
    ]


def mention_rows(reading: Reading, keys: Keys) -> list[Row]:
    statements = keys_of(reading.statements, keys.statement)
    entities = keys_of(reading.entities, keys.entity)
    return [
        {
            "key": None,  # Nothing points at a mention; SQLite counts them.
            "reading": keys.reading,
            **within(mention.span, reading.document),
            "quote": held(mention.span, reading.document),
            "form": mention.form,
            "entity": among(entities, mention.entity_id),
            "statement": among(statements, mention.statement_id),
            "part": mention.part,
            "rule": storable(mention.rule),
            "confidence": float(mention.confidence),
        }
        for mention in reading.mentions
    ]


def actor_rows(actors: Iterable[Actor], first: int) -> tuple[list[Row], list[Row]]:
    """Return the rows of actors and those of their names: position 0 is the name itself."""
    rows: list[Row] = []
    names: list[Row] = []
    for key, actor in enumerate(sorted(actors, key=lambda actor: actor.id), first):
        rows.append({"key": key, "id": actor.id, "name": storable(actor.name), "kind": actor.kind})
        has_last_name = actor.kind in (ActorKind.PERSON, ActorKind.UNKNOWN)
        names += [
            {
                "actor": key,
                "position": position,
                "alias": storable(alias),
                "folded": folded(storable(alias)),
                "last": last_name(storable(alias)) if has_last_name else "",
            }
            for position, alias in enumerate((actor.name, *actor.aliases))
        ]
    return rows, names


def called_rows(called: Iterable[Called], entities: Mapping[str, int]) -> Iterator[Row]:
    """Yield the rows of the titles that reports give to entities, by the keys of these."""
    given: Counter[str] = Counter()
    for each in called:
        if each.entity_id in entities:
            yield {
                "entity": entities[each.entity_id],
                "position": given[each.entity_id],
                "title": storable(each.title),
                "status": each.status,
                "office": storable(each.office),
            }
            given[each.entity_id] += 1


def tenure_rows(tenures: Mapping[str, Sequence[Tenure]]) -> Iterator[Row]:
    """Yield the rows of the terms that registries give, by the ids of their actors."""
    for actor, terms in tenures.items():
        for position, term in enumerate(terms):
            yield {
                "actor": storable(actor),
                "position": position,
                "title": storable(term.title),
                "start": term.start,
                "stop": term.end,
                "registry": storable(term.registry or ""),
                "as_of": term.as_of,
                "office": storable(term.office),
            }


def anchor(document: Document, statement: Statement) -> str:
    """Return what a judgement holds on to: the spans and their words, whoever extracted them."""
    text = document.text
    parts = (
        f"{role}|{span.start}-{span.end}|{span.of(text)}"
        for role, spans in roles(statement)
        if role != "addressee"
        for span in spans
    )
    return content_id(document.id, *parts)


def roles(statement: Statement) -> tuple[tuple[str, Spans], ...]:
    """Return the spans of a statement by the name of their role."""
    return (
        ("content", statement.content),
        ("cue", statement.cue),
        ("source", statement.source),
        ("addressee", statement.addressee),
    )


def check_bytes(capture: Capture, document: Document) -> None:
    """Refuse a capture that is not what its digest says, or not its document's.

    Raises:
        RecordError
    """
    if hashlib.sha256(capture.data).hexdigest() != capture.digest:
        raise refused("bytes that are not those of their digest", capture.path)
    if document.digest != capture.digest:
        raise refused("a document of other bytes than its capture", document.id)


def _depths(statements: Iterable[Statement]) -> dict[str, int]:
    """Return how many statements report each statement, one inside another."""
    parents = {statement.id: statement.parent for statement in statements}
    depths = {}
    for id in parents:
        depth, at = 0, parents[id]
        while at is not None:
            depth, at = depth + 1, parents.get(at)
            if depth > len(parents):
                raise refused("a statement that reports itself", id)
        depths[id] = depth
    return depths


def _speakers(mentions: Iterable[Mention]) -> dict[str, str]:
    """Return the entity that speaks in each statement: the first that its source stands for."""
    speakers: dict[str, str] = {}
    for mention in sorted(mentions, key=lambda mention: mention.span):
        if mention.part is Part.SOURCE and mention.statement_id and mention.entity_id:
            speakers.setdefault(mention.statement_id, mention.entity_id)
    return speakers


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _list(words: Iterable[str]) -> str:
    return json.dumps([storable(word) for word in words], ensure_ascii=False)


def _optional(text: str | None) -> str | None:
    return None if text is None else storable(text)
