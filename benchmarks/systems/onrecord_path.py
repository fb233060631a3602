"""onrecord's own path from an article to its statements, in memory."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime

from benchmarks.metrics import Unavailable
from benchmarks.systems import Article, Output, Predicted, PredictedTeller
from onrecord.model import (
    Actor,
    Aspect,
    Capture,
    Entity,
    Part,
    Reading,
    Span,
    Teller,
    TellerKind,
)
from onrecord.pipeline import extractor_tag, read_capture
from onrecord.statement import Extractor


class Onrecord:
    """The whole path. An article with a title goes in as a JSON document, else as text."""

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor
        self.name = f"onrecord {extractor_tag(self._extractor)}"

    def read(self, article: Article) -> Output:
        reading = read_capture(capture(article), self._extractor)
        if not isinstance(reading, Reading):
            raise Unavailable(f"cannot be read: {reading}")
        return output(reading)


def capture(article: Article) -> Capture:
    """Return the capture that a file with this article would give."""
    if article.title is None:
        data, media_type = article.text.encode(), "text/plain"
    else:
        fields = {
            "title": article.title,
            "outlet": article.outlet,
            "published": article.date,
            "text": article.text,
        }
        data, media_type = json.dumps(fields, ensure_ascii=False).encode(), "application/json"
    return Capture(
        digest=hashlib.sha256(data).hexdigest(),
        data=data,
        media_type=media_type,
        encoding="utf-8",
        encoding_rule="utf-8",
        path=article.id,
        url=None,
        captured_at=datetime.now(UTC),
    )


def output(reading: Reading, actors: Mapping[str, Actor] | None = None) -> Output:
    """Put a reading in the form that is scored.

    `actors` maps the id of an entity to the actor it is over all documents; then speakers
    have that actor's name and spellings, otherwise those of their own document.
    """
    entities = {entity.id: entity for entity in reading.entities}
    number = {statement.id: n for n, statement in enumerate(reading.statements)}
    people: dict[tuple[str, Part], list[Entity]] = defaultdict(list)
    for mention in sorted(reading.mentions, key=lambda m: m.span):
        if mention.statement_id and mention.part and mention.entity_id:
            people[mention.statement_id, mention.part].append(entities[mention.entity_id])

    def names(entity: Entity) -> tuple[str, tuple[str, ...]]:
        actor = actors.get(entity.id) if actors else None
        return (actor.name, actor.aliases) if actor else (entity.name, entity.names)

    def teller(one: Teller) -> PredictedTeller:
        known = entities.get(one.entity_id or "")
        if known is None:
            return PredictedTeller(one.kind, (one.name,), bool(one.name))
        return PredictedTeller(one.kind, (one.name, *_all(names(known))), known.named)

    circumstances: dict[str, list[tuple[Aspect, str, Span]]] = defaultdict(list)
    for it in reading.circumstances:
        circumstances[it.statement_id].append((it.aspect, it.kind, it.span))
    found = []
    for statement in reading.statements:
        answering = people[statement.id, Part.SOURCE]
        speaker = next(iter(answering), None)
        name, aliases = names(speaker) if speaker else (None, ())
        said = reading.said.get(statement.id)
        when = said.interval if said else None
        found.append(
            Predicted(
                content=statement.content,
                cue=statement.cue,
                source=statement.source,
                kind=statement.kind,
                speaker=name,
                aliases=aliases,
                named=speaker is not None and speaker.named,
                others=tuple(_all(names(e)) for e in answering[1:]),
                addressees=tuple(
                    _all(names(e)) for e in people[statement.id, Part.ADDRESSEE] if e.named
                ),
                said=(when.start, when.end) if when else None,
                parent=number[statement.parent] if statement.parent is not None else None,
                act=statement.act,
                confidence=statement.confidence,
                addressee=statement.addressee,
                factuality=statement.factuality,
                circumstances=tuple(circumstances[statement.id]),
                through=tuple(
                    teller(one)
                    for one in reading.chains.get(statement.id, ())
                    if one.kind is not TellerKind.OUTLET
                ),
            )
        )
    return Output(reading.document.text, tuple(found))


def _all(names: tuple[str, tuple[str, ...]]) -> tuple[str, ...]:
    return (names[0], *names[1])
