"""The references to be resolved: drawn from PolNeAR's gold sources, answered by hand.

A reference is a gold source that is a bare pronoun or a description. The list depends on the
gold alone, on no extractor, and holds no words of a text but the bare names of answers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from random import Random

from benchmarks.answer_file import read_lines, write_lines
from benchmarks.metrics import Unavailable
from benchmarks.polnear import Annotated
from benchmarks.polnear_relations import head
from onrecord.model import Span

HEADINGS = ("article", "span", "form", "answer", "mention", "name", "reason")
PER_ARTICLE = 5
SIZE = 200
SEED = 1


class Form(StrEnum):
    """How a source refers that is not a name."""

    HE = "he, she"
    THEY = "they"
    IT = "it"
    WHO = "who"
    FIRST = "I, we, you"
    OTHER = "other pronoun"
    DESCRIPTION = "description"


class Answer(StrEnum):
    """Whom a reference means: an entity with a name in the text, nobody named, or unclear."""

    NAMED = "named"
    NOBODY = "nobody"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Reference:
    """A source to be resolved, and the answer; None: not yet read.

    If somebody named is meant, `names` are the full names the text has for them, any of which
    will do, and `mention` is where it has the first of them.
    """

    article: str
    span: Span
    form: Form
    answer: Answer | None = None
    mention: Span | None = None
    names: tuple[str, ...] = ()
    reason: str = ""


PRONOUNS = {
    word: form
    for form, words in {
        Form.HE: "he him his she her hers",
        Form.THEY: "they them their theirs",
        Form.IT: "it its",
        Form.WHO: "who whom whose which that",
        Form.FIRST: "i me my mine we us our ours you your yours",
        Form.OTHER: "this these those one some many others all each both",
    }.items()
    for word in words.split()
}

_NO_NAMES = frozenset(
    "president senator governor congressman congresswoman secretary speaker mayor judge king queen "
    "prince pope minister chancellor ambassador general director chairman republican republicans "
    "democrat democrats democratic american americans".split()
)
"""Offices and parties, which have capitals and are no names."""


def form_of(text: str, source: Span) -> Form | None:
    """Return how a source refers, None if its words hold the name of whom it means.

    A description has no capital up to its head, save for a first word that the text has in small
    letters too and, behind it, offices, parties and possessors; and none right after a comma.
    """
    words = source.of(text).strip()
    if pronoun := PRONOUNS.get(words.lower()):
        return pronoun
    first, *others = _WORD.findall(text[source.start : head(text, (source,)).end]) or [""]
    capitals = [w for w in others if w[0].isupper() and not w.endswith(("'s", "’s", "s’"))]
    if first[:1].isupper() and not re.search(rf"\b{re.escape(first.lower())}\b", text):
        capitals.append(first)
    if any(w.lower() not in _NO_NAMES for w in capitals) or len(capitals) > len(others):
        return None
    return None if _APPOSED.search(words) else Form.DESCRIPTION


_WORD = re.compile(r"[^\W_][\w-]*(?:['’]s?)?")
_APPOSED = re.compile(r"[,(–—]\s*[A-Z]")


def draw(gold: Iterable[Annotated], size: int = SIZE, seed: int = SEED) -> list[Reference]:
    """Return so many references at random, at most `PER_ARTICLE` of an article, in its order.

    Where several attributions have one source it counts once. The same gold, in any order, and
    the same seed give the same list.
    """
    pool = sorted(
        {
            (annotated.article.id, source, form)
            for annotated in gold
            for attribution in annotated.attributions
            for source in attribution.source[:1]
            for form in (form_of(annotated.article.text, source),)
            if form is not None
        }
    )
    Random(seed).shuffle(pool)
    drawn: list[Reference] = []
    of: Counter[str] = Counter()
    for article, source, form in pool:
        if len(drawn) < size and of[article] < PER_ARTICLE:
            of[article] += 1
            drawn.append(Reference(article, source, form))
    return sorted(drawn, key=lambda r: (r.article, r.span))


# The file -----------------------------------------------------------------------------


def write(path: Path, references: Iterable[Reference]) -> None:
    """Write references, to be answered or answered.

    Raises:
        Unavailable: if there are answers in the file already.
    """
    if path.exists() and any(r.answer for r in read(path)):
        raise Unavailable(f"{path} holds answers: move it, or name another file")
    write_lines(path, HEADINGS, map(_line, references))


def read(path: Path) -> list[Reference]:
    """Read what `write` wrote and a person filled in.

    Raises:
        Unavailable: if there is no such file, or a line is none of the list.
    """
    return read_lines(path, HEADINGS, _reference, what="answers")


def _line(r: Reference) -> tuple[str, ...]:
    mention = _offsets(r.mention) if r.mention else ""
    names = _BETWEEN.join(r.names)
    return r.article, _offsets(r.span), r.form, r.answer or "", mention, names, r.reason


def _reference(line: dict[str, str]) -> Reference:
    answer = Answer(line["answer"]) if line["answer"] else None
    mention = _span(line["mention"]) if line["mention"] else None
    if (answer is Answer.NAMED) != (mention is not None) or bool(mention) != bool(line["name"]):
        raise ValueError("somebody named has a mention and a name, and nobody else has")
    names = tuple(line["name"].split(_BETWEEN)) if line["name"] else ()
    form = Form(line["form"])
    span = _span(line["span"])
    return Reference(line["article"], span, form, answer, mention, names, line["reason"])


def _span(words: str) -> Span:
    if not re.fullmatch(r"\d+-\d+", words):
        raise ValueError(f"{words!r} is not a pair of offsets")
    start, end = map(int, words.split("-"))
    return Span(start, end)


def _offsets(span: Span) -> str:
    return f"{span.start}-{span.end}"


_BETWEEN = " / "
