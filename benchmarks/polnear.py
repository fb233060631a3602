"""PolNeAR: political news with source, cue and content of every attribution.

Two forms: brat standoff beside raw text, and the segments of tokens and BIO labels that
CofeNet cuts from it.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from benchmarks.metrics import Unavailable
from benchmarks.systems import Article
from onrecord.model import Span, Spans


@dataclass(frozen=True, slots=True)
class Attribution:
    """A gold relation. `source` is empty where nobody is named, `cue` where there is none."""

    content: Spans
    cue: Spans
    source: Spans


@dataclass(frozen=True, slots=True)
class Annotated:
    article: Article
    attributions: tuple[Attribution, ...]


def articles(data: Path, split: str) -> Iterator[Annotated]:
    """Yield the articles of a split in the order of their names.

    An annotation file is named after its text and an annotator: ``NAME_HASH.ann`` belongs
    to ``NAME.txt``. Where several annotators read an article, the first in sorted order
    counts.
    """
    folder = data / "polnear" / split
    if not folder.is_dir():
        raise Unavailable(f"no PolNeAR at {folder}: name its folder with --data")
    facts = _facts(data / "polnear" / "metadata.tsv")
    annotations = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations[path.stem.rpartition("_")[0]].append(path)
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        fact = facts.get(path.stem, {})
        article = Article(
            id=path.stem,
            text=text,
            title=fact.get("title"),
            date=fact.get("publication_date"),
            outlet=fact.get("publisher"),
        )
        lines = annotations[path.stem][0].read_bytes().decode("utf-8").split("\n")
        yield Annotated(article, standoff(lines))


def _facts(path: Path) -> dict[str, dict[str, str]]:
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["filename"]: row for row in rows}


def standoff(lines: Sequence[str]) -> tuple[Attribution, ...]:
    """Read the attributions of a brat file in the order of their contents.

    A line ``T3<TAB>Content 115 290;300 310<TAB>words`` is a span of two pieces; a line
    ``E1<TAB>Attribution:T4 Content:T3 Cue:T2`` binds spans. A role given twice
    (``Source2:T9``) adds its pieces. Attributions without content are left out.
    """
    spans: dict[str, Spans] = {}
    bound: list[dict[str, Spans]] = []
    for line in lines:
        id_, _, rest = line.partition("\t")
        if rest and id_.startswith("T"):  # the words of a span may break its line
            spans[id_] = _pieces(rest.partition("\t")[0].partition(" ")[2])
    for line in lines:
        id_, _, rest = line.partition("\t")
        if not (rest and id_.startswith("E")):
            continue
        roles: dict[str, Spans] = defaultdict(tuple)
        for argument in rest.split():
            role, _, target = argument.partition(":")
            name = role.rstrip("0123456789")
            roles[name] = tuple(sorted((*roles[name], *spans[target])))
        bound.append(roles)
    found = [
        Attribution(roles["Content"], roles.get("Cue", ()), roles.get("Source", ()))
        for roles in bound
        if roles.get("Content")
    ]
    return tuple(sorted(found, key=lambda a: (a.content, a.cue)))


def _pieces(offsets: str) -> Spans:
    pairs = (piece.split() for piece in offsets.split(";"))
    return tuple(sorted(Span(int(start), int(end)) for start, end in pairs))


# CofeNet's segments -------------------------------------------------------------------

# What the Penn Treebank writes for signs, undone. `` and '' say which way a mark faces.
ESCAPES = {
    "``": "“",
    "''": "”",
    "`": "‘",
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
}


@dataclass(frozen=True, slots=True)
class Segment:
    """A passage as CofeNet cuts it: tokens, where each stands in the article, gold labels."""

    tokens: Spans
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Segmented:
    """An article put together again from its segments; `name` is the same for all annotators."""

    name: str
    article: Article
    segments: tuple[Segment, ...]


def segmented(data: Path, split: str) -> Iterator[Segmented]:
    """Yield the articles of CofeNet's file, one for each annotator's reading of it.

    A segment's text is its tokens joined by single spaces, escapes undone; segments stand
    a blank line apart.
    """
    path = data / "polnear" / f"cofenet_{split}.jsonl"
    if not path.exists():
        raise Unavailable(f"no CofeNet segments at {path}: name their folder with --data")
    with path.open(encoding="utf-8") as file:
        rows = (json.loads(line) for line in file)
        for id_, group in groupby(rows, key=lambda row: str(row["id"])):
            yield join(id_, [(row["tokens"], row["labels"]) for row in group])


def join(id_: str, passages: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Segmented:
    """Put the segments of one article together and note where every token stands."""
    parts: list[str] = []
    segments = []
    at = 0
    for tokens, labels in passages:
        spans = []
        for token in (ESCAPES.get(t, t) for t in tokens):
            spans.append(Span(at, at + len(token)))
            parts += [token, " "]
            at += len(token) + 1
        parts[-1] = "\n\n"
        at += 1
        segments.append(Segment(tuple(spans), tuple(labels)))
    article = Article(id=id_, text="".join(parts))
    return Segmented(id_.rpartition("_")[0], article, tuple(segments))
