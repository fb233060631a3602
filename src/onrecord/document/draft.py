"""What the readers of text, pages and JSON hand on: a text and the passages it falls into."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.model import BlockKind, Interval


class Passage(NamedTuple):
    """A stretch of text between breaks, not empty and without white space at its ends.

    `kind` is what the layout says it is, if it says. `gap` tells that a blank line stands
    before it, and not a mere line break.
    """

    start: int
    end: int
    kind: BlockKind | None = None
    gap: bool = True


class Draft(NamedTuple):
    """A text and what its surroundings say of it: the fields of a page or a JSON document."""

    text: str
    passages: list[Passage]
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None
    url: str | None = None
    dates: tuple[Interval, ...] = ()


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without white space at its ends; empty if there is nothing else."""
    part = text[start:end]
    body = part.strip()
    start += len(part) - len(part.lstrip())
    return start, start + len(body)
