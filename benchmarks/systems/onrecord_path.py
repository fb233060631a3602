"""onrecord's own path from an article to its statements, in memory."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime

from benchmarks.systems import Article, Output, Predicted
from onrecord.actor import resolve_document
from onrecord.document import read_document
from onrecord.model import (
    Capture,
    Document,
    Entity,
    Interval,
    Mention,
    Part,
    Statement,
)
from onrecord.statement import StructuralExtractor
from onrecord.utterance import said_when


class Onrecord:
    """The structural path. An article with a title goes in as a JSON document, else as text."""

    def __init__(self) -> None:
        self._extractor = StructuralExtractor()
        self.name = f"onrecord {self._extractor.name} {self._extractor.version}"

    def read(self, article: Article) -> Output:
        return self.read_document(read_document(capture(article)))

    def read_document(self, document: Document) -> Output:
        statements = self._extractor.extract(document).statements
        entities, mentions = resolve_document(document, statements)
        said = said_when(document, statements)
        return output(document, statements, entities, mentions, said)


def capture(article: Article) -> Capture:
    """Return the capture that a file with this article would give."""
    if article.title is None:
        data, media_type = article.text.encode(), "text/plain"
    else:
        fields = {
            "title": article.title,
            "text": article.text,
            "date": article.date,
            "outlet": article.outlet,
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
        captured_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def output(
    document: Document,
    statements: tuple[Statement, ...],
    entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...],
    said: dict[str, Interval],
) -> Output:
    """Put what the stages found in the form that is scored."""
    entity = {e.id: e for e in entities}
    number = {s.id: n for n, s in enumerate(statements)}

    def named(statement: Statement, part: Part) -> list[Entity]:
        return [
            entity[m.entity_id]
            for m in mentions
            if m.statement_id == statement.id and m.part is part and m.entity_id is not None
        ]

    found = []
    for statement in statements:
        speaker = next(iter(named(statement, Part.SOURCE)), None)
        when = said.get(statement.id)
        found.append(
            Predicted(
                content=statement.content,
                cue=statement.cue,
                source=statement.source,
                kind=statement.kind,
                speaker=speaker.name if speaker else None,
                aliases=speaker.names if speaker else (),
                addressees=tuple(e.name for e in named(statement, Part.ADDRESSEE)),
                said=(when.start, when.end) if when else None,
                parent=number[statement.parent] if statement.parent is not None else None,
            )
        )
    return Output(document.text, tuple(found))
