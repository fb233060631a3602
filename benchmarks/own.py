"""The gold that stands beside the demo corpus: its statements, put in their places.

A span is told by its words, so that it holds for whatever text a page is rendered to:
``{"text": words, "in": passage, "nth": n}`` are the words inside the n-th telling of a
passage (the first unless told; without a passage, the n-th telling of the words).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.metrics import Unavailable
from onrecord.model import Kind, Span, Spans

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A statement as an annotator sees it.

    Pieces that the text does not hold are left out of the spans. `speaker` is None where no
    one is named. `said` is the first and last day or minute; `parent` a statement's id.
    """

    id: str
    kind: Kind
    content: Spans
    cue: Spans
    source: Spans
    speaker: str | None
    addressees: tuple[str, ...]
    said: tuple[str, str] | None
    parent: str | None
    second_hand: bool


def annotated(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the annotation files of a folder by the path of the report they are about.

    Raises:
        Unavailable: when there are none.
    """
    files = (json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json")))
    found = {str(file["path"]): file for file in files if "path" in file}
    if not found:
        raise Unavailable(f"no annotations in {folder}")
    return found


def statements(annotation: Mapping[str, Any], text: str) -> tuple[GoldStatement, ...]:
    """Return the statements of an annotation file with their places in the report's text."""
    return tuple(_statement(row, text) for row in annotation["statements"])


def _statement(row: Mapping[str, Any], text: str) -> GoldStatement:
    said = row.get("said")
    return GoldStatement(
        id=row["id"],
        kind=Kind(row["kind"]),
        content=places(row["content"], text),
        cue=places(row["cue"], text),
        source=places(row["source"], text),
        speaker=row["speaker"],
        addressees=tuple(row["addressees"]),
        said=(said["start"], said["end"]) if said else None,
        parent=row["parent"],
        second_hand=bool(row.get("second_hand")),
    )


def places(pieces: Sequence[Mapping[str, Any]], text: str) -> Spans:
    """Return the spans of the pieces that the text holds."""
    return tuple(span for piece in pieces if (span := place(piece, text)) is not None)


def place(piece: Mapping[str, Any], text: str) -> Span | None:
    """Return where a piece stands, None where the text does not hold it."""
    passage = piece.get("in", piece["text"])
    told = list(_pattern(passage).finditer(text))
    nth = int(piece.get("nth", 1))
    if len(told) < nth:
        return None
    around = told[nth - 1]
    words = _pattern(piece["text"]).search(text, around.start(), around.end())
    return Span(words.start(), words.end()) if words else None


def _pattern(words: str) -> re.Pattern[str]:
    """Match whole words, whatever the white space between them."""
    inner = r"\s+".join(map(re.escape, words.split()))
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return re.compile(before + inner + after)
