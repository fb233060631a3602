"""Reports, and the places in them that a search found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from onrecord.model import Interval, Span
from onrecord.record.views.statement import StatementView


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One report, without its text (see `Record.text`).

    `paths` holds every place the same bytes were met, `path` is the first of them in
    alphabetical order. `captured_at` and `url` belong to that place. `size` counts bytes,
    `characters` code points.
    """

    id: str
    digest: str
    path: str
    paths: tuple[str, ...]
    url: str | None
    captured_at: datetime
    media_type: str
    encoding: str
    encoding_rule: str
    size: int
    characters: int
    title: str | None
    outlet: str | None
    byline: str | None
    language: str | None
    published: Interval | None
    dates: tuple[Interval, ...]
    statements: int
    extractor: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One place a search found.

    `text` is the quote of `statement`, or, with `statement` None, a passage of the document
    that begins at `start`. `highlights` are ranges of `text`, not of the document; where the
    words of the speaker or of the headline matched, `source_highlights` are ranges of
    `statement.source` and `title_highlights` of `title`.
    """

    id: str
    document_id: str
    text: str
    start: int
    highlights: tuple[Span, ...]
    source_highlights: tuple[Span, ...]
    title_highlights: tuple[Span, ...]
    title: str | None
    outlet: str | None
    path: str
    published: Interval | None
    statement: StatementView | None
