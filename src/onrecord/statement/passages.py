"""Quoted passages that no cue claims: what continues a statement, what floats, what is left."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from onrecord.model import READ_KINDS, Act, Block, Drop, Span, Statement
from onrecord.statement.findings import Cover, Finding, inner
from onrecord.statement.marks import Marks, Quote

_SHORTEST_FLOATING = 4  # words: what is shorter is a term or a title
_LONGEST_TAIL = 120
_NEAR = 2  # blocks back to the last speaker
_NOT_QUOTING = frozenset({"object", "intention"})


def join_following(text: str, block: Block, found: Sequence[Finding], marks: Marks) -> None:
    """Let ``"…," X said. "…"`` go on: the passage right behind joins the statement.

    Changes the content of the findings of one block, which come in order of their cues.
    """
    for one, after in zip_longest(found, found[1:]):
        if one.signed or not one.cue or not any(marks.around(c) for c in one.content):
            continue
        limit = after.cue[0].start if after is not None and after.cue else block.span.end
        reach = max(s.end for s in (*one.content, *one.cue, *one.source))
        behind_cue = reach > max(c.end for c in one.content) + 1
        for quote in marks.within(Span(reach, limit)) if reach < limit else ():
            between = text[reach : quote.start]
            if not (_is_tail(between) if behind_cue else _is_gap(between)):
                break
            if after is not None and any(inner(quote).covers(c) for c in after.content):
                break  # "…," he added: the next cue's own
            one.content.append(inner(quote))
            reach, behind_cue = quote.end, False


def _is_gap(between: str) -> bool:
    """Whether nothing but marks and white space stands between two passages."""
    return not any(map(str.isalnum, between))


def _is_tail(between: str) -> bool:
    """Whether the words between end the sentence of a cue and begin no other."""
    words = between.strip().rstrip(".:,;")
    return len(words) < _LONGEST_TAIL and not any(mark in words for mark in ".!?\n")


def floating(
    text: str,
    block: Block,
    index: int,
    marks: Marks,
    here: Sequence[Finding],
    before: Sequence[Finding],
    *,
    carried_on: bool,
    after_colon: bool,
) -> list[Finding]:
    """Give a passage that no cue claims to the speaker before it.

    Only a passage that stands as a sentence of its own, and only where somebody was quoted
    in this block or shortly before; behind a colon only with `after_colon`, where the words
    before it could be read and name nobody else. A passage that carries on the one left open
    in the block before joins its statement instead.
    """
    claimed = Cover(c for one in here for c in one.content)
    recent = [
        one
        for one in before[-12:]
        if one.source and index - one.block <= _NEAR and one.rule not in _NOT_QUOTING
    ]
    speakers = [f for f in here if f.cue and f.source and f.rule not in _NOT_QUOTING]
    cues = [f.cue[0].start for f in speakers]
    out: list[Finding] = []
    for quote in marks.within(block.span):
        words = inner(quote)
        if claimed.overlaps(words) or not _stands_alone(text, block, quote):
            continue
        if not after_colon and text[block.span.start : quote.start].rstrip().endswith(":"):
            continue
        if carried_on and quote.start == block.span.start and recent:
            recent[-1].content.append(words)
            continue
        if len(words.of(text).split()) < _SHORTEST_FLOATING:
            continue
        nearest = speakers[: bisect_left(cues, quote.start)][-1:] or recent[-1:]
        out += [
            Finding("floating", Act.SPEECH, [words], [], list(one.source), index) for one in nearest
        ]
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
    blocks: Sequence[Block], marks: Marks, statements: Iterable[Statement], dropped: Iterable[Drop]
) -> tuple[Drop, ...]:
    """Return the passages in marks that belong to no statement: terms, scare quotes.

    Those that were `dropped` for another reason are not counted twice.
    """
    claimed = Cover((*(c for s in statements for c in s.content), *(d.span for d in dropped)))
    return tuple(
        Drop(Span(q.start, q.end), "quoted words without a speaker")
        for block in blocks
        if block.kind in READ_KINDS
        for q in marks.within(block.span)
        if not claimed.overlaps(Span(q.start, q.end))
    )
