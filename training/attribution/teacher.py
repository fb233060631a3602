"""A larger model teaches a smaller one (Hinton et al. 2015): how it scores each word's tags.

It also reads news that nobody annotated; what it finds there is learned as if people had.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from benchmarks.polnear import Attribution

from onrecord.model import Span, Spans
from onrecord.statement.learned.decoding import best_tags, runs
from onrecord.statement.learned.linking import link
from onrecord.statement.learned.reading import Floats, states
from onrecord.statement.learned.weights import Model
from onrecord.statement.learned.words import Words, read_words
from training.attribution.data import Labelled, Text, paragraphs

FORMS = ("content", "cue", "source")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text and how the teacher scores its words: words × tags, in half precision."""

    text: Text
    scores: Floats


def fnc1(data: Path) -> Iterator[tuple[str, str]]:
    """Yield the names and texts of FNC-1's articles (news of 2014 and 2015, no annotation)."""
    with (data / "fnc1" / "bodies.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield f"fnc1/{row['Body ID']}", row["articleBody"]


def lesson(teacher: Model, text: Text, *, annotate: bool = False) -> Lesson:
    """Read a text with the teacher; with `annotate` its findings are the annotations."""
    words = read_words(teacher.tokenizer, text.text, paragraphs(text.text))
    if not len(words):
        return Lesson(text, np.zeros((0, 0), dtype=np.float16))
    scores, vectors = states(words, teacher.network, teacher.settings)
    if annotate:
        text = replace(text, attributions=tuple(_found(teacher, words, scores, vectors)))
    return Lesson(text, scores.astype(np.float16))


def _found(teacher: Model, words: Words, scores: Floats, vectors: Floats) -> Iterator[Attribution]:
    settings = teacher.settings
    tags = best_tags(scores, words.passages, settings.steps, settings.starts)
    found = runs(tags, words.passages)

    def spans(numbers: Sequence[int]) -> Spans:
        return tuple(words.span(found[n].start, found[n].end) for n in numbers)

    for one in link(found, vectors, settings.links):
        cue = [] if one.cue is None else [one.cue]
        source = [] if one.source is None else [one.source]
        yield Attribution(spans(one.contents), spans(cue), spans(source))


def taught(labelled: Labelled, lessons: dict[str, Lesson]) -> Labelled:
    """Put the teacher's scores beside the labels, where the text still has the same words.

    A changed copy with other names or marks keeps them; one that lost marks does not.
    """
    known = lessons.get(labelled.name)
    if known is None or len(known.scores) != len(labelled.words):
        return labelled
    return replace(labelled, taught=known.scores)


def save(lessons: Sequence[Lesson], path: Path) -> None:
    """Write lessons, so that training that was interrupted need not ask again."""
    told = [
        [one.text.name, one.text.text, [_as_lists(a) for a in one.text.attributions]]
        for one in lessons
    ]
    with path.open("wb") as file:
        np.savez(file, np.asarray(json.dumps(told)), *(one.scores for one in lessons))


def load_lessons(path: Path) -> list[Lesson]:
    with np.load(path) as kept:
        told = json.loads(str(kept["arr_0"]))
        return [
            Lesson(Text(name, text, tuple(map(_from_lists, attributions))), kept[f"arr_{i}"])
            for i, (name, text, attributions) in enumerate(told, 1)
        ]


def _as_lists(one: Attribution) -> list[list[tuple[int, int]]]:
    return [[(s.start, s.end) for s in getattr(one, form)] for form in FORMS]


def _from_lists(lists: list[list[tuple[int, int]]]) -> Attribution:
    return Attribution(*(tuple(Span(a, b) for a, b in spans) for spans in lists))
