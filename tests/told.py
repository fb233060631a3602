"""Reports told in a few lines: a text, and its statements named by their words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.actor import resolve_document
from onrecord.model import (
    Act,
    Block,
    BlockKind,
    Document,
    Entity,
    Granularity,
    Interval,
    Kind,
    Mention,
    Part,
    Span,
    Statement,
    content_id,
    statement_id,
)
from onrecord.utterance import said_when


class Say(NamedTuple):
    """A statement by its words; source, cue and addressee are those nearest to the content.

    `parent` is the place of the reporting statement in the list.
    """

    source: str
    cue: str
    content: str
    addressee: str = ""
    parent: int | None = None
    kind: Kind = Kind.INDIRECT


def document(text: str, *, published: str | None = None, title: str | None = None) -> Document:
    """Return a report whose blocks are the lines of `text`; "# " starts a headline."""
    blocks = []
    for line in re.finditer(r"[^\n]+", text):
        kind = BlockKind.HEADLINE if line.group().startswith("# ") else BlockKind.PARAGRAPH
        blocks.append(Block(kind, Span(*line.span())))
    day = Interval(published, published, Granularity.DAY, published, "given") if published else None
    return Document(
        id=content_id(text), digest="d", path="report.txt", url=None, text=text,
        blocks=tuple(blocks), title=title, outlet=None, byline=None, language="en",
        published=day, dates=(day,) if day else (),
    )  # fmt: skip


def _nearest(text: str, words: str, to: int) -> tuple[Span, ...]:
    if not words:
        return ()
    places = [m.start() for m in re.finditer(re.escape(words), text)]
    start = min(places, key=lambda p: min(abs(p - to), abs(p + len(words) - to)))
    return (Span(start, start + len(words)),)


def statements(report: Document, says: list[Say]) -> list[Statement]:
    made: list[Statement] = []
    for say in says:
        start = report.text.index(say.content)
        content = (Span(start, start + len(say.content)),)
        cue = _nearest(report.text, say.cue, start)
        at = cue[0].start if cue else start
        source = _nearest(report.text, say.source, at)
        made.append(
            Statement(
                id=statement_id(report.id, "test", content, cue, source),
                document_id=report.id,
                kind=say.kind,
                act=Act.SPEECH,
                content=content,
                cue=cue,
                source=source,
                addressee=_nearest(report.text, say.addressee, at),
                parent=None if say.parent is None else made[say.parent].id,
                confidence=1.0,
                rule="test",
                extractor="test",
            )
        )
    return made


@dataclass(frozen=True)
class Told:
    """A report with its people: ask who spoke, to whom, and when."""

    report: Document
    statements: list[Statement]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]

    def mention(self, number: int, part: Part = Part.SOURCE) -> Mention:
        wanted = self.statements[number].id
        return next(m for m in self.mentions if m.statement_id == wanted and m.part is part)

    def _named(self, number: int, part: Part) -> str | None:
        mention = self.mention(number, part)
        names = {e.id: e.name for e in self.entities}
        return names[mention.entity_id] if mention.entity_id else None

    @property
    def speakers(self) -> list[str | None]:
        return [self._named(n, Part.SOURCE) for n in range(len(self.statements))]

    def addressee(self, number: int) -> str | None:
        return self._named(number, Part.ADDRESSEE)

    def entity(self, name: str) -> Entity:
        return next(e for e in self.entities if e.name == name)

    @property
    def names(self) -> set[str]:
        return {e.name for e in self.entities if e.named}

    @property
    def said(self) -> list[tuple[str, str, str] | None]:
        when = said_when(self.report, self.statements)
        found = (when[s.id].interval if s.id in when else None for s in self.statements)
        return [(i.start, i.end, i.rule) if i else None for i in found]


def tell(text: str, *says: Say, published: str | None = None, title: str | None = None) -> Told:
    """Read a report with its statements."""
    report = document(text, published=published, title=title)
    made = statements(report, list(says))
    entities, mentions = resolve_document(report, made)
    return Told(report, made, entities, mentions)
