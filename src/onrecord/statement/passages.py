"""Quoted passages that no cue claims: what continues a statement, what floats, what is left."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from onrecord.model import READ_KINDS, Act, Block, Drop, Span, Statement
from onrecord.statement.findings import Cover, Finding, inner
from onrecord.statement.marks import Quote

_SHORTEST_FLOATING = 4  # words: what is shorter is a term or a title
_LONGEST_TAIL = 120
_NEAR = 2  # blocks back to the last speaker
_NOT_QUOTING = frozenset({"object", "intention"})


def join_following(text: str, found: Sequence[Finding], quotes: Sequence[Quote]) -> None:
    """Let ``"…," X said. "…"`` go on: the passage right behind joins the statement.

    Changes the content of the findings of one block, which come in order of their cues.
    """
    outer = [q for q in quotes if q.depth == 0]
    starts = [q.start for q in outer]
    quoted = Cover(inner(q) for q in outer)
    for i, one in enumerate(found):
        if one.signed or not one.cue or not any(quoted.covers(c) for c in one.content):
            continue
        limit = found[i + 1].cue[0].start if i + 1 < len(found) and found[i + 1].cue else None
        reach = max(s.end for s in (*one.content, *one.cue, *one.source))
        for quote in outer[bisect_left(starts, reach) :]:
            past = limit is not None and quote.end > limit
            if past or not _is_tail(text[reach : quote.start]):
                break
            one.content.append(inner(quote))
            reach = quote.end


def _is_tail(between: str) -> bool:
    """Whether the words between end the sentence of a cue and begin no other."""
    words = between.strip().rstrip(".:,;")
    return len(words) < _LONGEST_TAIL and not any(mark in words for mark in ".!?\n")


def floating(
    text: str,
    block: Block,
    index: int,
    quotes: Sequence[Quote],
    here: Sequence[Finding],
    before: Sequence[Finding],
    *,
    carried_on: bool,
) -> list[Finding]:
    """Give a passage that no cue claims to the speaker before it.

    Only a passage that stands as a sentence of its own, and only where somebody was quoted
    in this block or shortly before. A passage that carries on the one left open in the block
    before joins its statement instead.
    """
    claimed = Cover(c for one in here for c in one.content)
    recent = [
        one
        for one in before[-12:]
        if one.source and index - one.block <= _NEAR and one.rule not in _NOT_QUOTING
    ]
    out: list[Finding] = []
    for quote in quotes:
        words = inner(quote)
        if quote.depth or claimed.overlaps(words) or not _stands_alone(text, block, quote):
            continue
        if carried_on and quote.start == block.span.start and recent:
            recent[-1].content.append(words)
            continue
        if len(words.of(text).split()) < _SHORTEST_FLOATING:
            continue
        speakers = [f for f in here if f.cue and f.source and f.cue[0].start < quote.start]
        speakers = [f for f in speakers if f.rule not in _NOT_QUOTING] or recent
        if speakers:
            source = list(speakers[-1].source)
            out.append(Finding("floating", Act.SPEECH, [words], [], source, index))
    return out


def _stands_alone(text: str, block: Block, quote: Quote) -> bool:
    left = text[block.span.start : quote.start].rstrip()[-1:]
    right = text[quote.end : block.span.end].lstrip()[:1]
    ends = not quote.closed or text[quote.inner_end - 1] in ".!?…,"
    return (
        ends
        and (not left or left in ".!?:…\"”»'’")
        and (not right or right.isupper() or right in "\"“«„'‘")
    )


def unclaimed(
    blocks: Sequence[Block], quotes: Sequence[Sequence[Quote]], statements: Iterable[Statement]
) -> tuple[Drop, ...]:
    """Return the passages in marks that belong to no statement: titles, terms, scare quotes."""
    claimed = Cover(c for s in statements for c in s.content)
    return tuple(
        Drop(Span(q.start, q.end), "quoted words without a speaker")
        for block, here in zip(blocks, quotes, strict=True)
        if block.kind in READ_KINDS
        for q in here
        if q.depth == 0 and not claimed.overlaps(Span(q.start, q.end))
    )
