"""Pronouns of which it is known whom they mean, with all whom they might.

Two corpora tell: OntoGUM's chains, where one mention of a chain is a name; and PolNeAR's training
part wherever a report's only woman, or only man, is "she" or "he". There the gender gives the
answer, so it is hidden from the scorer, which must find her by everything else.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log, log1p
from pathlib import Path

import numpy as np
from benchmarks import ontogum, polnear
from benchmarks.ontogum import Coreferent
from benchmarks.references import statements_of
from benchmarks.systems import Article
from benchmarks.systems.onrecord_path import capture
from numpy.typing import NDArray

from onrecord.actor.mention.drafts import Draft
from onrecord.actor.mention.resolve import resolved_scene
from onrecord.actor.mention.salience import CALLED, NAMED, SPOKE, SUBJECT
from onrecord.actor.mention.scene import Scene
from onrecord.actor.words import FEMALE, MALE
from onrecord.document import read_document
from onrecord.model import ActorKind, Form, Span
from onrecord.statement import StructuralExtractor

Features = NDArray[np.float64]

FEATURES = (
    "salience by the rules, as its logarithm",
    "sentences back, as a logarithm",
    "in another paragraph",
    "last a subject or a speaker",
    "last a pronoun",
    "last of all",
    "last but one",
    "first named in this sentence",
    "first named in the one before",
    "the same, and the pronoun is no subject",
    "times seen, as a logarithm",
    "named at the beginning",
    "known for a person",
    "spoke last",
    "has a name",
)
RULES = 0
"""The feature that the rules go by alone."""
_BACK = 12


@dataclass(frozen=True, slots=True)
class Example:
    """A pronoun: a row of `FEATURES` for each who may be meant, and which of them are."""

    document: str
    features: Features
    right: tuple[int, ...]


def from_ontogum(data: Path, genres: Sequence[str], limit: int | None = None) -> Iterator[Example]:
    """Yield the pronouns for people whose chain has a name that was read as somebody's."""
    for known in list(ontogum.documents(data, "train", genres=genres))[:limit]:
        document = read_document(capture(Article(id=known.id, text=known.text)))
        statements, _ = StructuralExtractor().extract(document)
        scene = resolved_scene(document, statements)
        for span, meant in _answers(known, scene):
            word = span.of(known.text).lower()
            gender = "m" if word in MALE else "f"
            drafts = [d for d in _present(scene, span) if d.gender in ("", gender)]
            yield from _example(known.id, scene, span, drafts, [d in meant for d in drafts])


def _answers(known: Coreferent, scene: Scene) -> Iterator[tuple[Span, set[Draft]]]:
    for chain in known.chains:
        names = [m.span for m in chain.mentions if m.form is Form.NAME]
        meant = {
            reading.draft
            for span in names
            for reading in scene.named_between(span.start, span.end)[:1]
            if reading.name.end <= span.end
        }
        for mention in chain.mentions:
            if mention.span.of(known.text).lower() in MALE | FEMALE:
                yield mention.span, meant


def from_polnear(data: Path, limit: int | None = None) -> Iterator[Example]:
    """Yield the pronouns of whose gender exactly one candidate is, all others of the other."""
    for annotated in list(polnear.articles(data, "train"))[:limit]:
        document = read_document(capture(annotated.article))
        scene = resolved_scene(document, statements_of(annotated, document))
        for sentence in scene.page.sentences:
            for word in sentence.words:
                if word.lower not in MALE | FEMALE or scene.quotes.holds(word.start):
                    continue
                span = Span(word.start, word.end)
                drafts = _present(scene, span)
                gender = "m" if word.lower in MALE else "f"
                meant = [d.gender == gender for d in drafts]
                hidden = any(not d.gender and d.personal > 0.5 for d in drafts)
                if sum(meant) == 1 and not hidden:
                    yield from _example(annotated.article.id, scene, span, drafts, meant)


def _present(scene: Scene, span: Span) -> list[Draft]:
    return [d for d in scene.memory.recent(span.start) if _weight(scene, d, span) > 0]


def _weight(scene: Scene, draft: Draft, span: Span) -> float:
    return draft.personal * scene.turns.share(draft, span.start)


def _example(
    document: str, scene: Scene, span: Span, drafts: Sequence[Draft], meant: Sequence[bool]
) -> Iterator[Example]:
    right = tuple(i for i, one in enumerate(meant) if one)
    if right and len(drafts) > 1:
        yield Example(document, features(scene, span, drafts), right)


def features(scene: Scene, span: Span, drafts: Sequence[Draft]) -> Features:
    """Return a row of `FEATURES` for each of `drafts`, seen from the pronoun at `span`."""
    at, page, memory = span.start, scene.page, scene.memory
    here = page.sentence_at(at)
    seen = [bisect_left(d.sightings, (at,)) for d in drafts]
    latest = [d.sightings[max(n - _BACK, 0) : n] for d, n in zip(drafts, seen, strict=True)]
    order = sorted(range(len(drafts)), key=lambda i: -latest[i][-1][0])

    def first_in(sentence: int) -> int:
        named = [
            (offset, i)
            for i, sightings in enumerate(latest)
            for offset, place, weight in sightings
            if place == sentence and weight >= NAMED
        ]
        return min(named)[1] if named else -1

    spoke = [(o, i) for i, seen_ in enumerate(latest) for o, _, w in seen_ if w == SPOKE]
    speaker = max(spoke)[1] if spoke else -1
    now, before = first_in(here), first_in(here - 1)
    subject = span.of(scene.document.text).lower() in ("he", "she")
    rows = []
    for i, draft in enumerate(drafts):
        _, sentence, weight = latest[i][-1]
        score = _weight(scene, draft, span) * max(memory.salience(draft, at), 0.05)
        rows.append(
            (
                log(max(score, 1e-4)),
                log1p(here - sentence),
                page.sentences[sentence].block != page.sentences[here].block,
                weight >= SUBJECT,
                weight == CALLED,
                order[0] == i,
                len(order) > 1 and order[1] == i,
                now == i,
                before == i,
                now == i and not subject,
                log1p(seen[i]),
                draft.sightings[0][1] <= 2,
                draft.kind is ActorKind.PERSON,
                speaker == i,
                draft.named,
            )
        )
    return np.asarray(rows, dtype=np.float64)
