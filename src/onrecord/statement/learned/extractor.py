"""The learned extractor: an encoder finds the spans and links them, structure has its say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from onrecord.model import (
    READ_KINDS,
    Act,
    BlockKind,
    Document,
    Extraction,
    Kind,
    Span,
    Spans,
    Statement,
    statement_id,
)
from onrecord.statement.addressees import with_addressees
from onrecord.statement.checks import OWN_NAME, TITLE, names_somebody, sound
from onrecord.statement.factuality import with_factuality
from onrecord.statement.findings import Cover, kind_of
from onrecord.statement.learned.acts import act_of
from onrecord.statement.learned.confidence import Shares, confidence, features
from onrecord.statement.learned.linking import Relation
from onrecord.statement.learned.reading import Read, read
from onrecord.statement.learned.second_opinion import LEARNED, together
from onrecord.statement.learned.weights import Model, load_model
from onrecord.statement.learned.words import Words, read_words
from onrecord.statement.marks import Marks
from onrecord.statement.nesting import with_parents
from onrecord.statement.passages import unclaimed
from onrecord.statement.signs import without_signs
from onrecord.statement.structural import StructuralExtractor

LANGUAGE = "en"
"""The language of all that the models learned from."""
UNLEARNED = 0.5
"""The highest confidence in any other: nothing there was ever measured."""
UNSECONDED = 0.5
"""The highest confidence in a paraphrase inside a statement that structure alone finds and whose
source has no name: of 21 read on CED-1K's dev part about half were right, of 12 with a name all."""
Evidence = tuple[float, ...]
"""What a confidence is made of: one value for each of `FEATURES`."""


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
        self._structure = StructuralExtractor()
        self.name = f"learned-{folder.name}"
        self.version = f"{StructuralExtractor.version}.{self._model.version}"
        self._folder, self._threads = folder, threads

    def __reduce__(self) -> tuple[Callable[..., LearnedExtractor], tuple[Path, int]]:
        # A network cannot travel between processes; where it is to be loaded can.
        return _loaded, (self._folder, self._threads)

    def extract(self, document: Document) -> Extraction:
        """Return the statements of a document and the quoted passages left without a speaker."""
        marks = Marks(document.text, document.blocks)
        structural = self._structure.extract(document)
        most = 1.0 if _is_learned(document) else UNLEARNED
        read = [
            replace(one, confidence=min(most, self._confidence(document, one, found)))
            for one, found in self._weighed(document, marks, structural.statements)
        ]
        one_by_one, faults = sound(document, read)
        made = with_factuality(document, with_parents(document.text, one_by_one))
        kept = without_signs(document, tuple(with_addressees(document, made)))
        drops = {*faults, *(drop for drop in structural.drops if drop.reason in (OWN_NAME, TITLE))}
        ordered = tuple(sorted(drops, key=lambda drop: (drop.span, drop.reason)))
        return Extraction(kept, (*unclaimed(document.blocks, marks, kept, ordered), *ordered))

    def _confidence(self, document: Document, one: Statement, found: Evidence | None) -> float:
        if found is not None:
            return confidence(found, self._model.confidence)
        if one.kind is Kind.INDIRECT and not names_somebody(document, one):
            return min(one.confidence, UNSECONDED)
        return one.confidence

    def weighed(self, document: Document) -> list[tuple[Statement, Evidence | None]]:
        """Return the statements of a document, each with what its confidence is made of.

        What structure finds inside a statement has none: no corpus has such statements. It is
        as sure as its rule, or `UNSECONDED`.
        """
        marks = Marks(document.text, document.blocks)
        return self._weighed(document, marks, self._structure.extract(document).statements)

    def _weighed(
        self, document: Document, marks: Marks, structural: Sequence[Statement]
    ) -> list[tuple[Statement, Evidence | None]]:
        learned = self._learned(document, marks)
        shares = {one.id: parts for one, parts in learned}
        weighed = {}
        for opinion in together(document.text, [one for one, _ in learned], structural):
            rule, model = opinion.structural, opinion.learned
            found = features(
                None if model is None else shares[model.id],
                rule=None if rule is None else rule.confidence,
                same_source=opinion.same_source,
            )
            one = self._signed(opinion.statement)
            weighed[one.id] = (one, None if opinion.inside and model is None else found)
        return sorted(weighed.values(), key=lambda pair: _order(pair[0]))

    def _learned(self, document: Document, marks: Marks) -> list[tuple[Statement, Shares]]:
        """Return what the model alone finds: nothing in a language it has not learned."""
        if not _is_learned(document):
            return []
        passages = [b.span for b in document.blocks if b.kind in READ_KINDS]
        words = read_words(self._model.tokenizer, document.text, passages)
        done = read(words, self._model.network, self._model.settings)
        quotes = Cover(b.span for b in document.blocks if b.kind is BlockKind.QUOTE)
        found = [
            (
                self._statement(document, words, done, relation, marks, quotes),
                _shares(done, relation),
            )
            for relation in done.relations
        ]
        return sorted(found, key=lambda pair: _order(pair[0]))

    def _statement(
        self,
        document: Document,
        words: Words,
        done: Read,
        relation: Relation,
        marks: Marks,
        quotes: Cover,
    ) -> Statement:
        def spans(numbers: Sequence[int]) -> tuple[Span, ...]:
            return tuple(words.span(done.runs[n].start, done.runs[n].end) for n in numbers)

        content = tuple(_without_marks(s, marks) for s in spans(relation.contents))
        cue = spans([] if relation.cue is None else [relation.cue])
        return self._signed(
            Statement(
                id="",
                document_id=document.id,
                kind=_kind(content, cue, marks, quotes),
                act=act_of(cue[0].of(document.text)) if cue else Act.SPEECH,
                content=content,
                cue=cue,
                source=spans([] if relation.source is None else [relation.source]),
                addressee=(),
                parent=None,
                confidence=0.0,
                rule=LEARNED,
                extractor="",
            )
        )

    def _signed(self, one: Statement) -> Statement:
        """Return a statement as this extractor's own, without a parent."""
        extractor = f"{self.name}/{self.version}"
        id_ = statement_id(one.document_id, extractor, one.content, one.cue, one.source)
        return replace(one, id=id_, extractor=extractor, parent=None)


@cache
def _loaded(folder: Path, threads: int) -> LearnedExtractor:
    """Load once in each process, however often an extractor arrives there."""
    return LearnedExtractor(folder, threads=threads)


def _is_learned(document: Document) -> bool:
    return document.language in (None, LANGUAGE)


def _shares(done: Read, relation: Relation) -> Shares:
    return Shares(
        min(done.sure[n] for n in relation.contents),
        None if relation.cue is None else done.sure[relation.cue],
        None if relation.source is None else done.sure[relation.source],
        relation.content_sure,
        relation.source_sure,
    )


def _kind(content: Spans, cue: Spans, marks: Marks, quotes: Cover) -> Kind:
    """Tell the kind by the marks; a block quote that stands apart from its cue needs none."""
    if all(map(quotes.covers, content)) and not any(map(quotes.overlaps, cue)):
        return Kind.DIRECT
    return kind_of(content, marks, 0)


def _order(one: Statement) -> tuple[Span, Spans, Spans]:
    return one.content[0], one.cue[:1], one.source[:1]


def _without_marks(span: Span, marks: Marks) -> Span:
    """Return a content without the marks of the passage it lies in."""
    quote = marks.around(span)
    if quote is None:
        return span
    start, end = max(span.start, quote.inner_start), min(span.end, quote.inner_end)
    return Span(start, end) if start < end else span
