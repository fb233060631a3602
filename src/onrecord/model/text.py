"""Places in a text and in time, and the report that has them: capture, block, document."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from onrecord.errors import SpanError


def content_id(*parts: str) -> str:
    """Return the id of a thing that is wholly known by `parts`: 16 hexadecimal digits.

    Two machines that read the same thing give it the same id.
    """
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, never empty.

    Raises:
        SpanError: if not ``0 <= start < end``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"not a span: {self.start}-{self.end}")

    def of(self, text: str) -> str:
        """Return the words the span stands for."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]


class Granularity(StrEnum):
    """How exactly a time is known, from finest to coarsest."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Interval:
    """When something happened, no more exactly than the text says.

    `start` and `end` are ISO 8601, both inclusive, and compare as strings: dates
    (``2024-02-01`` to ``2024-02-29`` for a month), or local date and time to the minute,
    with the offset from UTC where it is known. `text` holds the words or the field the
    time came from and `rule` the name of the rule that read them.
    """

    start: str
    end: str
    granularity: Granularity
    text: str
    rule: str

    @property
    def day(self) -> str:
        """The first day, or as much of it as is known: 2024, 2024-02, 2024-02-01."""
        return self.start[: {Granularity.YEAR: 4, Granularity.MONTH: 7}.get(self.granularity, 10)]

    def __post_init__(self) -> None:
        if not self.start <= self.end:
            raise ValueError(f"an interval that ends before it starts: {self.start} to {self.end}")


@dataclass(frozen=True, slots=True)
class Capture:
    """One input as it came: its bytes, untouched, and where they are from.

    `data` is what the digest is of: the content of a file after gzip is undone, one line
    of a JSON Lines file. `encoding` is the codec that decodes it and `encoding_rule` how
    it was found (``bom``, ``declared``, ``utf-8``, ``mixed``, ``detected``); see
    `onrecord.capture.decode`.
    """

    digest: str
    data: bytes
    media_type: str
    encoding: str
    encoding_rule: str
    path: str
    url: str | None
    captured_at: datetime


class BlockKind(StrEnum):
    """What a stretch of a report is there for."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST = "list"
    LINK = "link"
    ADVERT = "advert"
    REPEAT = "repeat"


READ_KINDS = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.STANDFIRST,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTE,
        BlockKind.LIST,
    }
)
"""The kinds of block that statements are read from."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of `Document.text` and what it is.

    `repeats` is the index of the earlier block whose words a repeat says again.
    """

    kind: BlockKind
    span: Span
    repeats: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report: its verbatim text, what each part of it is, and what is known of it.

    `title` may stand outside `text` (a field of a JSON document). `dates` holds every
    candidate for the day of publication, the chosen one first when there is one;
    `published.rule` says why it was chosen.
    """

    id: str
    digest: str
    path: str
    url: str | None
    text: str
    blocks: tuple[Block, ...]
    title: str | None
    outlet: str | None
    byline: str | None
    language: str | None
    published: Interval | None
    dates: tuple[Interval, ...]
