"""Attribution relations, and what finds them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from onrecord.errors import SpanError
from onrecord.model.text import Span, Spans, content_id


class Kind(StrEnum):
    """How the words of a statement are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Factuality(StrEnum):
    """Whether a report tells that words were said (after FactBank, Saurí and Pustejovsky 2009).

    ``made``: told as said. ``announced``: to be said ("plans to call"). ``supposed``: asked,
    conditional or possible ("if she says", "would say"). ``denied``: told as not said.
    """

    MADE = "made"
    ANNOUNCED = "announced"
    SUPPOSED = "supposed"
    DENIED = "denied"


class Act(StrEnum):
    """What the source did with the content."""

    SPEECH = "speech"
    WRITING = "writing"
    THOUGHT = "thought"
    INTENTION = "intention"


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution relation: a source, a cue and a content (PARC, PolNeAR).

    `parent` is the id of the statement whose content holds this one and whose speaker
    reports it. `rule` names what found the statement, `confidence` how sure it is (0 to 1).
    """

    id: str
    document_id: str
    kind: Kind
    act: Act
    content: Spans
    cue: Spans
    source: Spans
    addressee: Spans
    parent: str | None
    confidence: float
    rule: str
    extractor: str
    factuality: Factuality = Factuality.MADE

    def __post_init__(self) -> None:
        if not self.content:
            raise SpanError(f"a statement without content: {self.id!r}")


def statement_id(
    document_id: str, extractor: str, content: Spans, cue: Spans, source: Spans
) -> str:
    """Return the id of a statement: from its document, its spans and what extracted it."""
    spans = ("|".join(f"{s.start}-{s.end}" for s in role) for role in (content, cue, source))
    return content_id(document_id, extractor, *spans)


@dataclass(frozen=True, slots=True)
class Drop:
    """Something seen and not kept, and why."""

    span: Span
    reason: str


class Extraction(NamedTuple):
    """What an extractor found in one document, and what it looked at and left."""

    statements: tuple[Statement, ...]
    drops: tuple[Drop, ...]


class ExtractorName(StrEnum):
    """The extractors that come with the package, by the names a user gives them."""

    STRUCTURAL = "structural"
    FAST = "fast"
    ACCURATE = "accurate"


DEFAULT_EXTRACTOR = ExtractorName.ACCURATE
"""The extractor that reads where none is named."""
