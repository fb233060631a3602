"""Statements as they are grouped: those of the gold, and those that the product finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from benchmarks.own import GoldStatement
from onrecord.model import (
    Act,
    Actor,
    BlockKind,
    Document,
    Granularity,
    Interval,
    Part,
    Reading,
    Spans,
    Statement,
    Telling,
)

JOIN = " … "
BEHIND = "speaks for"
"""The rule of a mention of whom a speaker speaks for."""
_Nested = TypeVar("_Nested", GoldStatement, Statement)


def of_gold(
    annotation: Mapping[str, Any],
    statements: Sequence[GoldStatement],
    document: Document,
    copy_of: str,
) -> Iterator[Telling]:
    """Yield the statements of an annotation file that have words in the text.

    Speakers and dates are those of the gold; a statement's id is its path, a ``#`` and its own.
    """
    path = str(annotation["path"])
    rows = {row["id"]: row for row in annotation["statements"]}
    by_id = {one.id: one for one in statements}
    for one in statements:
        if not one.content:
            continue
        within = list(_within(one, by_id))
        block, headline = _block(document, one.content)
        yield Telling(
            statement_id=f"{path}#{one.id}",
            document_id=path,
            copy_of=copy_of,
            actors=_actors(one),
            words=words(document.text, one.content),
            kind=one.kind,
            act=Act(rows[one.id]["act"]),
            factuality=one.factuality,
            said=_interval(rows[one.id].get("said")),
            published=_interval(annotation.get("published")),
            place=one.content[0].start,
            block=block,
            headline=headline,
            within=tuple(f"{path}#{outer.id}" for outer in within),
            told_by=_actors(within[0]) if within else frozenset(),
            told_in=words(document.text, within[0].content) if within else "",
        )


def of_reading(
    reading: Reading, actors: Mapping[str, Actor], copy_of: str | None = None
) -> Iterator[Telling]:
    """Yield the statements of a reading; `actors` has the actor of each entity."""
    document = reading.document
    by_id = {one.id: one for one in reading.statements}
    answering = _answering(reading, actors)
    for one in reading.statements:
        within = list(_within(one, by_id))
        block, headline = _block(document, one.content)
        said = reading.said.get(one.id)
        yield Telling(
            statement_id=one.id,
            document_id=document.id,
            copy_of=copy_of or document.id,
            actors=frozenset(answering[one.id]),
            words=words(document.text, one.content),
            kind=one.kind,
            act=one.act,
            factuality=one.factuality,
            said=said.interval if said else None,
            published=document.published,
            place=one.content[0].start,
            block=block,
            headline=headline,
            within=tuple(outer.id for outer in within),
            told_by=frozenset(answering[within[0].id]) if within else frozenset(),
            told_in=words(document.text, within[0].content) if within else "",
        )


def _answering(reading: Reading, actors: Mapping[str, Actor]) -> dict[str, set[str]]:
    """Return the ids of those who answer for each statement, as a record has them.

    Whom somebody speaks for counts only where nobody else does.
    """
    own: dict[str, set[str]] = {one.id: set() for one in reading.statements}
    behind: dict[str, set[str]] = {one.id: set() for one in reading.statements}
    for mention in reading.mentions:
        actor = actors.get(mention.entity_id or "")
        if mention.part is Part.SOURCE and mention.statement_id and actor:
            of = behind if mention.rule == BEHIND else own
            of[mention.statement_id].add(actor.id)
    return {one: own[one] or behind[one] for one in own}


def words(text: str, spans: Spans) -> str:
    """Return the words of some spans, as `Telling.words` has them."""
    return JOIN.join(span.of(text) for span in spans)


def _within(one: _Nested, by_id: Mapping[str, _Nested]) -> Iterator[_Nested]:
    """Yield the statements that one is told in, the innermost first."""
    outer = by_id.get(one.parent or "")
    while outer is not None:
        yield outer
        outer = by_id.get(outer.parent or "")


def _actors(one: GoldStatement) -> frozenset[str]:
    return frozenset() if one.speaker is None else frozenset({one.speaker})


def _interval(told: Mapping[str, str] | None) -> Interval | None:
    if not told:
        return None
    return Interval(told["start"], told["end"], Granularity(told["granularity"]), told["text"], "")


def _block(document: Document, content: Spans) -> tuple[int, bool]:
    """Return the number of the block that words begin in, and whether it is a headline's."""
    start = content[0].start
    for number, block in enumerate(document.blocks):
        if block.span.start <= start < block.span.end:
            return number, block.kind in (BlockKind.HEADLINE, BlockKind.STANDFIRST)
    return -1, False
