"""PolNeAR as the network sees it: words, their tags, and which runs of words belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from benchmarks.polnear import Attribution, articles
from tokenizers import Tokenizer

from onrecord.model import Span
from onrecord.statement.learned.decoding import ROLES, Run, begin_tag
from onrecord.statement.learned.reading import Floats
from onrecord.statement.learned.words import Ints, Words, read_words

NOBODY = -1
"""The target of a cue without a source."""


@dataclass(frozen=True, slots=True)
class Text:
    """An annotated text, before it is cut into words."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text in words. `links` pairs numbers of `runs`: who asks, who is meant (or `NOBODY`).

    `taught` has a teacher's scores, words × tags.
    """

    name: str
    words: Words
    tags: Ints
    runs: list[Run]
    links: list[tuple[int, int]] = field(default_factory=list)
    taught: Floats | None = None


def polnear(data: Path, split: str) -> Iterator[Text]:
    """Yield the articles of a split, each as its first annotator read it."""
    for one in articles(data, split):
        yield Text(one.article.id, one.article.text, one.attributions)


def paragraphs(text: str) -> list[Span]:
    """Return the lines of a text that hold anything."""
    return [Span(*m.span()) for m in re.finditer(r"\S(?:[^\n]*\S)?", text)]


def label(tokenizer: Tokenizer, text: Text) -> Labelled:
    """Cut a text into words and give each at most one role.

    As PolNeAR gives a token one label, a cue is cut out of the content it stands in, and a
    source too. A span that crosses paragraphs is one run in each.
    """
    words = read_words(tokenizer, text.text, paragraphs(text.text))
    spans: dict[tuple[str, Span], set[int]] = {}
    for number, one in enumerate(text.attributions):
        for role in ROLES:
            for span in getattr(one, role):
                spans.setdefault((role, span), set()).add(number)
    painted = sorted(spans.items(), key=lambda item: _ORDER[item[0][0]])
    owners = np.full(len(words), -1, dtype=np.int64)
    for owner, ((_, span), _) in enumerate(painted):
        first = int(np.searchsorted(words.ends, span.start, "right"))
        owners[first : int(np.searchsorted(words.starts, span.end))] = owner
    opens = (np.diff(owners, prepend=-2) != 0) | (np.diff(words.passages, prepend=-1) != 0)
    starts = np.flatnonzero(opens)
    tags = np.zeros(len(words), dtype=np.int64)
    runs: list[Run] = []
    relations: list[set[int]] = []
    for start, end in zip(starts, np.append(starts[1:], len(words)), strict=True):
        if owners[start] >= 0:
            (role, _), numbers = painted[owners[start]]
            tags[start:end] = begin_tag(role) + 1
            tags[start] -= 1
            runs.append(Run(role, int(start), int(end)))
            relations.append(numbers)
    return Labelled(text.name, words, tags, runs, list(_links(text.attributions, runs, relations)))


_ORDER = {"content": 0, "source": 1, "cue": 2}


def _links(
    attributions: Sequence[Attribution], runs: Sequence[Run], relations: Sequence[set[int]]
) -> Iterator[tuple[int, int]]:
    """Pair each content with its cue and each cue with its source, the first of several."""
    having: dict[tuple[str, int], int] = {}
    for i, (run, numbers) in enumerate(zip(runs, relations, strict=True)):
        for number in numbers:
            having.setdefault((run.role, number), i)
    for i, (run, numbers) in enumerate(zip(runs, relations, strict=True)):
        asked = {"content": "cue", "cue": "source"}.get(run.role)
        if asked is None:
            continue
        number = min(numbers)
        if (asked, number) in having:
            yield i, having[asked, number]
        elif asked == "source" and not attributions[number].source:
            yield i, NOBODY


def label_all(tokenizer: Tokenizer, texts: Iterable[Text]) -> list[Labelled]:
    return [label(tokenizer, text) for text in texts]
