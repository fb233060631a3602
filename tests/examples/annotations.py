"""The gold of the demo corpus, read strictly: a word out of place is an error."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.capture import read_captures
from onrecord.document import read_document
from onrecord.model import Act, Capture, Document, Granularity, Interval, Kind, Span, Spans

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CORPUS, GOLD = EXAMPLES / "corpus", EXAMPLES / "gold"


@dataclass(frozen=True, slots=True)
class Annotated:
    """A statement of the gold, with its parts in their places in the report's text."""

    id: str
    kind: Kind
    act: Act
    content: Spans
    cue: Spans
    source: Spans
    addressee: Spans
    speaker: str | None
    addressees: tuple[str, ...]
    said: Interval | None
    parent: str | None
    utterance: str
    second_hand: bool


@dataclass(frozen=True, slots=True)
class AnnotatedReport:
    """A report of the corpus as onrecord reads it, beside what the annotator says of it."""

    path: str
    document: Document
    title: str | None
    outlet: str | None
    published: Interval | None
    statements: tuple[Annotated, ...]


def documents() -> dict[str, Document]:
    """Return every report of the corpus by its path inside the corpus."""
    captures = [c for c in read_captures([str(CORPUS)]) if isinstance(c, Capture)]
    return {os.path.relpath(c.path, CORPUS): read_document(c) for c in captures}


def actors() -> dict[str, dict[str, Any]]:
    """Return the actors of the corpus: canonical name to kind, spellings and namesakes."""
    read: dict[str, dict[str, Any]] = json.loads((GOLD / "actors.json").read_text("utf-8"))
    return read


def annotated_reports() -> Iterator[AnnotatedReport]:
    """Yield the gold of every report, in order of file name.

    Raises:
        AssertionError: for words that are not in the report, or that may be several places.
    """
    texts = documents()
    for file in sorted(GOLD.glob("*.json")):
        if file.name != "actors.json":
            raw = json.loads(file.read_text("utf-8"))
            document = texts[raw["path"]]
            yield AnnotatedReport(
                path=raw["path"],
                document=document,
                title=raw["title"],
                outlet=raw["outlet"],
                published=interval(raw["published"]),
                statements=tuple(_statement(row, document.text) for row in raw["statements"]),
            )


def interval(raw: Mapping[str, str] | None) -> Interval | None:
    if raw is None:
        return None
    granularity = Granularity(raw["granularity"])
    return Interval(raw["start"], raw["end"], granularity, raw["text"], "annotator")


def locate(piece: Mapping[str, Any], text: str) -> Span:
    """Return where an annotated piece stands in `text`.

    `piece` holds `text`, the words; where they stand more than once in the report, `in`, a
    passage that holds them once; where the passage is there again, `nth`, its number.
    """
    passages = _find(piece.get("in", piece["text"]), text)
    assert len(passages) == 1 or "nth" in piece, f"{len(passages)} places for {piece}"
    around = passages[piece.get("nth", 1) - 1]
    words = _find(piece["text"], around.of(text))
    assert len(words) == 1, f"{len(words)} places inside the passage for {piece}"
    return Span(around.start + words[0].start, around.start + words[0].end)


def _statement(row: Mapping[str, Any], text: str) -> Annotated:
    def spans(pieces: Sequence[Mapping[str, Any]]) -> Spans:
        return tuple(locate(piece, text) for piece in pieces)

    return Annotated(
        id=row["id"],
        kind=Kind(row["kind"]),
        act=Act(row["act"]),
        content=spans(row["content"]),
        cue=spans(row["cue"]),
        source=spans(row["source"]),
        addressee=spans(row["addressee"]),
        speaker=row["speaker"],
        addressees=tuple(row["addressees"]),
        said=interval(row["said"]),
        parent=row["parent"],
        utterance=row["utterance"],
        second_hand=row["second_hand"],
    )


def _find(words: str, text: str) -> list[Span]:
    # White space is as wide as a page makes it; a word is not found inside a longer one.
    inner = r"\s+".join(map(re.escape, words.split()))
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return [Span(*match.span()) for match in re.finditer(before + inner + after, text)]
