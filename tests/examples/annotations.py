"""The gold of the invented reports, read strictly: a word out of place is an error."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.capture import read_captures
from onrecord.document import read_document
from onrecord.model import Act, Capture, Document, Granularity, Interval, Kind, Span, Spans

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
RETOLD = EXAMPLES / "retold"


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
    row: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class AnnotatedReport:
    """A report of the corpus as onrecord reads it, beside what the annotator says of it."""

    path: str
    document: Document
    actors: Mapping[str, Mapping[str, Any]] = field(repr=False)
    title: str | None
    outlet: str | None
    published: Interval | None
    statements: tuple[Annotated, ...]


def gold_files(folder: Path) -> list[Path]:
    """Return the gold files of a folder that holds `corpus/` and `gold/`, in order of name."""
    return sorted(f for f in (folder / "gold").glob("*.json") if not f.name.startswith("actors"))


@cache
def documents(folder: Path) -> dict[str, Document]:
    """Return every report of the folder's corpus by its path inside the corpus."""
    corpus = folder / "corpus"
    captures = [c for c in read_captures([str(corpus)]) if isinstance(c, Capture)]
    return {os.path.relpath(c.path, corpus): read_document(c) for c in captures}


@cache
def actors(file: Path) -> dict[str, dict[str, Any]]:
    """Return the actors of a corpus: canonical name to kind, spellings and namesakes."""
    read: dict[str, dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return read


def actors_of(gold: Path) -> Path:
    """Return the list of actors for a gold file: ``actors.json``, or its half's of `retold`."""
    folder = gold.parent.parent
    name = f"actors-{gold.name[0]}.json" if folder == RETOLD else "actors.json"
    return folder / "gold" / name


@cache
def annotated(gold: Path) -> AnnotatedReport:
    """Return the gold of a report.

    Raises:
        AssertionError: for words that are not in the report, or that may be several places.
    """
    raw = json.loads(gold.read_text("utf-8"))
    document = documents(gold.parent.parent)[raw["path"]]
    return AnnotatedReport(
        path=raw["path"],
        document=document,
        actors=actors(actors_of(gold)),
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
        row=row,
    )


def _find(words: str, text: str) -> list[Span]:
    # White space is as wide as a page makes it; a word is not found inside a longer one.
    inner = r"\s+".join(map(re.escape, words.split()))
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return [Span(*match.span()) for match in re.finditer(before + inner + after, text)]
