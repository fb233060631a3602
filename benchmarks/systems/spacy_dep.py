"""A plain baseline of our own on spaCy's dependencies, without coreference.

Three rules, each a few lines: a clause that a speech verb takes, words in quotation marks
with the nearest speech verb, "according to".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.metrics import kind_of, quoted
from benchmarks.systems import Article, Output, Predicted
from benchmarks.systems.spacy_model import MODEL, load, paragraphs
from onrecord.model import Span, Spans

_LEMMAS = """
accuse acknowledge add admit advise agree allege announce answer argue ask assert assure
believe blame boast call caution charge claim comment complain concede conclude confirm
contend criticize declare demand deny describe disclose dismiss emphasize estimate explain
express forecast hint indicate inform insist joke lament maintain mention note observe
pledge point predict proclaim promise propose quip read recall recommend remark remind
repeat reply report respond reveal say state stress suggest suspect swear tell testify
think threaten tweet urge vow warn wonder write
"""
SPEECH_VERBS = frozenset(_LEMMAS.split())
MIN_QUOTED_WORDS = 3
SUBJECTS = ("nsubj", "nsubjpass")
CLAUSES = ("ccomp", "parataxis")
NAMED = ("PERSON", "ORG", "GPE", "NORP")


class SpacyDep:
    def __init__(self) -> None:
        self._nlp = load()
        self.name = f"spacy-dep ({MODEL} {self._nlp.meta['version']})"

    def read(self, article: Article) -> Output:
        inside = quoted(article.text)
        found: list[Predicted] = []
        for at, paragraph in paragraphs(article.text):
            doc = self._nlp(paragraph)
            marked = inside[at : at + len(paragraph)]
            passages = _runs([t for t in doc if marked[t.idx]])
            relations = [
                (_whole(content, passages, {*cue, *source}), cue, source)
                for content, cue, source in (*_clauses(doc), *_according(doc))
            ]
            taken = {t.i for content, _, _ in relations for t in content}
            relations += _quotations(doc, marked, passages, taken)
            for content, cue, source in relations:
                spans = _spans(at, content)
                found.append(
                    Predicted(
                        content=spans,
                        cue=_spans(at, cue),
                        source=_spans(at, source),
                        kind=kind_of(article.text, inside, spans),
                        speaker=_name(source),
                    )
                )
        return Output(article.text, tuple(found))


Relation = tuple[list[Any], list[Any], list[Any]]


def _speech_verbs(doc: Any) -> list[Any]:
    return [t for t in doc if t.lemma_.lower() in SPEECH_VERBS and t.pos_ in ("VERB", "AUX")]


def _subject(verb: Any) -> list[Any]:
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return list(child.subtree)
    return []


def _clauses(doc: Any) -> Iterator[Relation]:
    for verb in _speech_verbs(doc):
        subject = _subject(verb)
        if not subject:
            continue
        taken = {t.i for t in subject} | {verb.i}
        for clause in (c for c in verb.children if c.dep_ in CLAUSES):
            content = _trimmed([t for t in clause.subtree if t.i not in taken])
            if len(content) > 1:
                yield content, [verb], subject


def _according(doc: Any) -> Iterator[Relation]:
    for token in doc:
        if token.lower_ != "according":
            continue
        to = next((c for c in token.children if c.lower_ == "to"), None)
        source = [t for c in to.children if c.dep_ == "pobj" for t in c.subtree] if to else []
        taken = {t.i for t in source} | {token.i, to.i if to else -1}
        content = _trimmed([t for t in token.sent if t.i not in taken])
        if source and content:
            yield content, [token, to], source


def _whole(content: list[Any], passages: list[list[Any]], others: set[Any]) -> list[Any]:
    """Take the passages in quotation marks whole that a clause takes most of."""
    held = {t.i: t for t in content}
    for passage in passages:
        if 2 * sum(t.i in held for t in passage) > len(passage):
            held |= {t.i: t for t in passage if t not in others}
    return [held[i] for i in sorted(held)]


def _quotations(
    doc: Any, marked: Sequence[bool], passages: list[list[Any]], taken: set[int]
) -> Iterator[Relation]:
    verbs = [v for v in _speech_verbs(doc) if not marked[v.idx]]
    for run in passages:
        if sum(t.is_alpha for t in run) < MIN_QUOTED_WORDS or any(t.i in taken for t in run):
            continue
        verb = min(
            verbs, key=lambda v: min(abs(v.i - run[0].i), abs(v.i - run[-1].i)), default=None
        )
        yield run, [verb] if verb else [], _subject(verb) if verb else []


def _runs(tokens: Sequence[Any]) -> list[list[Any]]:
    runs: list[list[Any]] = []
    for token in tokens:
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def _trimmed(tokens: list[Any]) -> list[Any]:
    while tokens and tokens[-1].text in ",.;:":
        tokens = tokens[:-1]
    while tokens and tokens[0].text in ",.;:":
        tokens = tokens[1:]
    return tokens


def _spans(at: int, tokens: Sequence[Any]) -> Spans:
    return tuple(
        Span(at + run[0].idx, at + run[-1].idx + len(run[-1].text)) for run in _runs(tokens)
    )


def _name(source: Sequence[Any]) -> str | None:
    """Return the first name in the source, or else its words."""
    named = _runs([t for t in source if t.ent_type_ in NAMED and t.lower_ not in ("the", "'s")])
    words = named[0] if named else source
    return " ".join(t.text for t in words) or None
