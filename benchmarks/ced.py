"""CED-1K: news articles with every claim's resolved agent, kind and words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.metrics import Unavailable
from benchmarks.systems import Article
from onrecord.model import Kind

KINDS = {"direct": Kind.DIRECT, "partially direct": Kind.MIXED, "indirect": Kind.INDIRECT}


@dataclass(frozen=True, slots=True)
class Claim:
    """A gold claim. `source_text` is the passage the annotator took it from."""

    agent: str
    kind: Kind
    utterance: str
    source_text: str


@dataclass(frozen=True, slots=True)
class Claimed:
    article: Article
    topic: str
    claims: tuple[Claim, ...]


def articles(data: Path, split: str) -> Iterator[Claimed]:
    """Yield the articles of a split; the topic is what follows the number in an article's id."""
    path = data / "ced1k" / f"{split}.jsonl"
    if not path.exists():
        raise Unavailable(f"no CED-1K at {path}: name its folder with --data")
    with path.open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            claims = tuple(
                Claim(c["agent"], KINDS[c["type"]], c["utterance"], c["source_text"])
                for c in row["claims"]
            )
            article = Article(
                id=row["article_id"],
                text=row["body"],
                title=row["title"],
                date=row["date"],
                outlet=row["outlet"],
            )
            yield Claimed(article, row["article_id"].partition("_")[2], claims)
