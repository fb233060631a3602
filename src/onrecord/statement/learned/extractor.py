"""The learned extractor: a small encoder finds the spans and links them, marks tell the kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from onrecord.model import (
    READ_KINDS,
    Act,
    Document,
    Extraction,
    Span,
    Statement,
    statement_id,
)
from onrecord.statement.findings import kind_of
from onrecord.statement.learned.acts import act_of
from onrecord.statement.learned.confidence import confidence, features
from onrecord.statement.learned.linking import Relation
from onrecord.statement.learned.reading import Read, read
from onrecord.statement.learned.weights import Model, load_model
from onrecord.statement.learned.words import Words, read_words
from onrecord.statement.marks import Marks
from onrecord.statement.nesting import with_parents
from onrecord.statement.passages import unclaimed
from onrecord.statement.structural import StructuralExtractor

RULE = "learned"


class LearnedExtractor:
    """Finds statements with a trained model; the same results whatever the number of threads.

    Its version is that of the stages around it, which `StructuralExtractor` keeps, and that of
    the weights.
    """

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        """Load the weights of a folder.

        Raises:
            WeightsError: if they are missing or damaged.
        """
        self._model: Model = load_model(folder, threads=threads)
        self.name = f"learned-{folder.name}"
        self.version = f"{StructuralExtractor.version}.{self._model.version}"
        self._folder, self._threads = folder, threads

    def __reduce__(self) -> tuple[Callable[..., LearnedExtractor], tuple[Path, int]]:
        # A network cannot travel between processes; where it is to be loaded can.
        return _loaded, (self._folder, self._threads)

    def extract(self, document: Document) -> Extraction:
        """Return the statements of a document and the quoted passages left without a speaker."""
        passages = [b.span for b in document.blocks if b.kind in READ_KINDS]
        marks = Marks(document.text, document.blocks)
        words = read_words(self._model.tokenizer, document.text, passages)
        done = read(words, self._model.network, self._model.settings)
        statements = with_parents(
            self._statement(document, words, done, relation, marks) for relation in done.relations
        )
        ordered = tuple(sorted(statements, key=lambda s: (s.content[0], s.cue[:1])))
        return Extraction(ordered, unclaimed(document.blocks, marks, ordered))

    def _statement(
        self, document: Document, words: Words, done: Read, relation: Relation, marks: Marks
    ) -> Statement:
        def spans(numbers: Sequence[int]) -> tuple[Span, ...]:
            return tuple(words.span(done.runs[n].start, done.runs[n].end) for n in numbers)

        content = tuple(_without_marks(s, marks) for s in spans(relation.contents))
        cue = spans([] if relation.cue is None else [relation.cue])
        source = spans([] if relation.source is None else [relation.source])
        extractor = f"{self.name}/{self.version}"
        return Statement(
            id=statement_id(document.id, extractor, content, cue, source),
            document_id=document.id,
            kind=kind_of(content, marks, 0),
            act=act_of(cue[0].of(document.text)) if cue else Act.SPEECH,
            content=content,
            cue=cue,
            source=source,
            addressee=(),
            parent=None,
            confidence=confidence(shares(done, relation), self._model.confidence),
            rule=RULE,
            extractor=extractor,
        )


@cache
def _loaded(folder: Path, threads: int) -> LearnedExtractor:
    """Load once in each process, however often an extractor arrives there."""
    return LearnedExtractor(folder, threads=threads)


def shares(done: Read, relation: Relation) -> tuple[float, ...]:
    """Return what the confidence of a relation is made of."""
    return features(
        min(done.sure[n] for n in relation.contents),
        None if relation.cue is None else done.sure[relation.cue],
        None if relation.source is None else done.sure[relation.source],
        relation.content_sure,
        relation.source_sure,
    )


def _without_marks(span: Span, marks: Marks) -> Span:
    """Return a content without the marks of the passage it lies in."""
    quote = marks.around(span)
    if quote is None:
        return span
    start, end = max(span.start, quote.inner_start), min(span.end, quote.inner_end)
    return Span(start, end) if start < end else span
