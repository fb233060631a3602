"""A statement in its context, cut into runs of words that play one part each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from onrecord.model import Kind, Span
from onrecord.record.views import Card, Quote

_MARKED = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"|‘[^‘’]*’(?!\w)")


class Role(StrEnum):
    """The part that words play in the context of a statement."""

    PLAIN = "plain"
    SOURCE = "source"
    CUE = "cue"
    TOLD = "told"
    """Content in the reporter's words."""
    DIRECT = "direct"
    """Content in the speaker's own words."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that all play one part."""

    text: str
    role: Role


def runs(card: Card) -> tuple[Run, ...]:
    """Cut the context of `card` into runs; together they are its text, unchanged."""
    text, shift = card.context.text, card.context.start
    roles = [Role.PLAIN] * len(text)

    def paint(role: Role, quotes: tuple[Quote, ...] | tuple[Span, ...]) -> None:
        for quote in quotes:
            start = max(quote.start - shift, 0)
            end = min(quote.end - shift, len(text))
            roles[start:end] = [role] * max(end - start, 0)

    direct = card.statement.kind is Kind.DIRECT
    paint(Role.DIRECT if direct else Role.TOLD, card.content)
    if card.statement.kind is Kind.MIXED:
        paint(Role.DIRECT, _own_words(card.content))
    paint(Role.SOURCE, card.source)
    paint(Role.CUE, card.cue)
    cuts = [i for i in range(len(text)) if i == 0 or roles[i] is not roles[i - 1]]
    ends = [*cuts[1:], len(text)]
    return tuple(Run(text[s:e], roles[s]) for s, e in zip(cuts, ends, strict=True))


def _own_words(content: tuple[Quote, ...]) -> tuple[Span, ...]:
    """Return the stretches of mixed content that stand within quotation marks."""
    return tuple(
        Span(quote.start + found.start(), quote.start + found.end())
        for quote in content
        for found in _MARKED.finditer(quote.text)
    )


def shortened(runs: tuple[Run, ...], around: int, within: int) -> tuple[Run, ...]:
    """Return `runs` with long ones cut and the cut said.

    Plain words keep `around` characters next to the statement, the statement `within`.
    """
    short = []
    for number, run in enumerate(runs):
        limit = around if run.role is Role.PLAIN else within
        if len(run.text) <= limit:
            short.append(run)
        elif run.role is Role.PLAIN and number == 0:
            short.append(Run("… " + run.text[-limit:], run.role))
        elif run.role is Role.PLAIN and number == len(runs) - 1:
            short.append(Run(run.text[:limit] + " …", run.role))
        else:
            left_out = f" [… {len(run.text) - limit:,} characters …] "
            half = limit // 2
            short.append(Run(run.text[:half] + left_out + run.text[-half:], run.role))
    return tuple(short)
