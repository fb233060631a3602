"""The gold that stands beside the demo corpus: its statements, put in their places.

A span is told by its words, so that it holds for whatever text a page is rendered to:
``{"text": words, "in": passage, "nth": n}`` are the words inside the n-th telling of a
passage (the first unless told; without a passage, the n-th telling of the words).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.metrics import Unavailable
from onrecord.model import Aspect, Factuality, Kind, Span, Spans, TellerKind

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


@dataclass(frozen=True, slots=True)
class GoldCircumstance:
    """An occasion, place or medium; `kind` is "" for a place."""

    aspect: Aspect
    kind: str
    words: Spans


@dataclass(frozen=True, slots=True)
class GoldTeller:
    """Somebody between outlet and speaker; None for a name that is not given.

    `kind` is None where it follows from the reporting statements alone, which do not tell.
    """

    kind: TellerKind | None
    name: str | None


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A statement as an annotator sees it.

    Pieces that the text does not hold are left out of the spans. `speaker` is None where no
    one is named. `said` is the first and last day or minute; `parent` a statement's id.
    `through` is everybody between the outlet and the speaker, outermost first.
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
    utterance: str | None = None
    addressee: Spans = ()
    factuality: Factuality = Factuality.MADE
    circumstances: tuple[GoldCircumstance, ...] = ()
    through: tuple[GoldTeller, ...] = ()

    def having(self, aspect: Aspect) -> list[GoldCircumstance]:
        return [one for one in self.circumstances if one.aspect is aspect]


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


def spellings(folder: Path) -> dict[str, list[str]]:
    """Return all that reports call each actor of the gold, by the name that the gold uses."""
    files = (json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("actors*.json")))
    return {name: list(actor["spellings"]) for file in files for name, actor in file.items()}


def statements(annotation: Mapping[str, Any], text: str) -> tuple[GoldStatement, ...]:
    """Return the statements of an annotation file with their places in the report's text."""
    rows = {row["id"]: row for row in annotation["statements"]}
    return tuple(_statement(row, rows, text) for row in rows.values())


def _statement(
    row: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]], text: str
) -> GoldStatement:
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
        utterance=row.get("utterance"),
        addressee=places(row.get("addressee") or (), text),
        factuality=Factuality(row.get("factuality") or Factuality.MADE),
        circumstances=tuple(_circumstances(row, text)),
        through=_through(row, rows),
    )


def _circumstances(row: Mapping[str, Any], text: str) -> Iterator[GoldCircumstance]:
    for aspect in Aspect:
        told = row.get(aspect)
        if told:
            words = told["words"]
            pieces = [words] if isinstance(words, Mapping) else words
            yield GoldCircumstance(aspect, told.get("kind") or "", places(pieces, text))


def _through(
    row: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]
) -> tuple[GoldTeller, ...]:
    """Return the tellers that are named, else those whose statements report this one."""
    if "through" in row:
        return tuple(GoldTeller(TellerKind(t["kind"]), t["name"]) for t in row["through"] or ())
    tellers: list[GoldTeller] = []
    parent = rows.get(row["parent"] or "")
    while parent is not None:
        if parent["speaker"] is None or parent["speaker"] != row["speaker"]:
            tellers.insert(0, GoldTeller(None, parent["speaker"]))
        parent = rows.get(parent["parent"] or "")
    return tuple(tellers)


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
