"""The structural extractor: layout, quotation marks and cue verbs, no learned weights.

It reads a report block by block. Each block gives its attributions (layout first, then
clauses), passages that no cue claims go to the speaker before them, and what is quoted is
read again for what it reports in its turn.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import (
    READ_KINDS,
    Act,
    BlockKind,
    Document,
    Drop,
    Extraction,
    Span,
)
from onrecord.statement import layout
from onrecord.statement.addressees import with_addressees
from onrecord.statement.checks import sound
from onrecord.statement.clauses import Clause, clauses
from onrecord.statement.colons import handed_over, words_seen
from onrecord.statement.factuality import with_factuality
from onrecord.statement.findings import Finding, distinct, inner
from onrecord.statement.german import german_clauses, joined_dates
from onrecord.statement.inside import FIRST_PERSON, is_report, stretches_inside, without_echoes
from onrecord.statement.marks import Marks, carried_on
from onrecord.statement.nesting import with_parents
from onrecord.statement.passages import floating, join_following, unclaimed
from onrecord.statement.signs import without_signs
from onrecord.statement.sources import Range
from onrecord.statement.tokens import Sentence, sentences, tokens

CONFIDENCE = {
    "subject": 0.91,
    "object": 0.87,
    "inverted": 0.89,
    "appositive": 0.94,
    "floating": 0.66,
    "participle": 0.85,
    "according to": 0.89,
    "intention": 0.78,
    "coordinate": 0.85,
    "speaker line": 0.79,
    "relative": 0.83,
    "colon": 0.9,
    # Too rare in PolNeAR to measure there: set by hand, on the careful side.
    "passive": 0.85,
    "citing": 0.85,
    "as saying": 0.85,
    "told": 0.7,
    "noun": 0.6,
    "signature": 0.85,
    "trailing name": 0.75,
    "first person": 0.7,
    "this": 0.6,
    "to come": 0.7,
    "german": 0.5,
}
"""How often each rule finds an attribution, on PolNeAR's training part: ``benchmarks rules``."""


class StructuralExtractor:
    """Finds statements by structure alone: deterministic, linear in the length of the text."""

    name = "structural"
    version = "2"

    def extract(self, document: Document) -> Extraction:
        """Return the statements of a document and the quoted passages left without a speaker."""
        text, blocks = document.text, document.blocks
        marks = Marks(text, blocks)
        continued = carried_on(blocks, marks)
        transcript = layout.is_transcript(document)
        author_speaks = transcript or _author_speaks(document, marks)
        seen = words_seen(document)
        found: list[Finding] = []
        drops: list[Drop] = []
        for index, block in enumerate(blocks):
            if block.kind not in READ_KINDS:
                continue
            here = [] if author_speaks else _read_unsigned(document, index, marks, found)
            here = here or _read_block(document, index, marks, transcript=transcript)
            here, faults = sound(document, here)
            drops += faults
            if seen is not None:
                here = handed_over(text, block, index, marks, here, seen)
            join_following(text, block, here, marks)
            left, faults = sound(
                document,
                floating(
                    text, block, index, marks, here, found,
                    carried_on=index in continued, after_colon=seen is None,
                ),
            )  # fmt: skip
            drops += faults
            found += [*here, *left]
        inside, faults = sound(document, _inside(document, marks, found))
        drops += faults
        found += inside
        extractor = f"{self.name}/{self.version}"
        made = (
            one.statement(document, extractor, CONFIDENCE[one.rule], marks)
            for one in distinct(without_echoes(text, found))
        )
        statements = with_parents(text, made)
        told = with_addressees(document, with_factuality(document, statements))
        statements = without_signs(document, tuple(told))
        return Extraction(statements, (*unclaimed(blocks, marks, statements, drops), *drops))


def _read_block(document: Document, index: int, marks: Marks, *, transcript: bool) -> list[Finding]:
    """Read a block by its layout, else clause by clause."""
    text, block = document.text, document.blocks[index]
    split = layout.speaker_line(document, block, transcript=transcript)
    rule = "speaker line"
    if split is None:
        split, rule = layout.trailing_name(document, block), "trailing name"
    if split is not None:
        name, words = split
        verbatim = transcript or layout.is_verbatim(text, words, marks)
        content = [_without_marks(words, marks)]
        return [Finding(rule, Act.SPEECH, content, [], [name], index, signed=verbatim)]
    signed = layout.signature(text, block, marks)
    if signed is not None:
        words, closing = signed
        source, cue = layout.signed_source(closing)
        content = [_without_marks(words, marks)]
        return [
            Finding(
                "signature",
                Act.SPEECH,
                content,
                _spans(closing, cue),
                _spans(closing, source),
                index,
                signed=True,
            )
        ]
    return _read_stretch(document, block.span, marks, index, depth=0)


def _read_stretch(
    document: Document, span: Span, marks: Marks, index: int, *, depth: int
) -> list[Finding]:
    """Read a stretch clause by clause; the passages in marks at `depth` are taken whole."""
    found: list[Finding] = []
    before: Sentence | None = None
    text, german = document.text, document.language == "de"
    stream = tokens(text, span.start, span.end, marks.within(span, depth))
    parts = sentences(text, stream)
    for sentence in joined_dates(parts) if german else parts:
        for clause in german_clauses(sentence) if german else clauses(sentence):
            content = _content(clause, sentence, before)
            if content:
                found.append(
                    Finding(
                        clause.rule,
                        clause.act,
                        content,
                        _spans(sentence, clause.cue),
                        _spans(sentence, clause.source),
                        index,
                        _spans(sentence, clause.addressee),
                        depth,
                    )
                )
        before = sentence
    return found


def _content(clause: Clause, sentence: Sentence, before: Sentence | None) -> list[Span]:
    content = [s for r in clause.content for s in _content_spans(sentence, r)]
    if content or before is None:
        return content
    # "…?" Bo asked. / She told reporters this: the words are those of the sentence before.
    if before[-1].quote is not None or clause.anaphoric:
        return _content_spans(before, (0, len(before)))
    return []


def _content_spans(sentence: Sentence, words: Range) -> list[Span]:
    """Turn a range of tokens into spans; passages without words around them lose their marks."""
    start, end = words
    while start < end and sentence[start].quote is None and sentence[start].text in ",:;–—-":
        start += 1
    while end > start and sentence[end - 1].quote is None and sentence[end - 1].text in ",:;–—-.":
        end -= 1
    kept = sentence[start:end]
    bare = kept[1:] if kept and kept[0].low == "that" else kept
    quoted = [t.quote for t in bare if t.quote is not None]
    if quoted and all(t.quote is not None or t.text in ".,;!?" for t in bare):
        return [inner(quote) for quote in quoted]
    return [Span(kept[0].start, kept[-1].end)] if kept else []


def _spans(sentence: Sentence, words: Range | None) -> list[Span]:
    if words is None or words[1] <= words[0]:
        return []
    return [Span(sentence[words[0]].start, sentence[words[1] - 1].end)]


def _without_marks(words: Span, marks: Marks) -> Span:
    for quote in marks.within(words)[:1]:
        if quote.start == words.start and words.end - quote.end <= 1:
            return inner(quote)
    return words


def _author_speaks(document: Document, marks: Marks) -> bool:
    """Whether the author says I: then a paragraph in the first person is no block quote."""
    paragraphs = [
        layout.is_first_person(document.text, block, marks)
        for block in document.blocks
        if block.kind in READ_KINDS
    ]
    return sum(paragraphs) * 3 > len(paragraphs)


def _read_unsigned(
    document: Document, index: int, marks: Marks, found: Sequence[Finding]
) -> list[Finding]:
    """Read a block quote, or a paragraph in the first person, as its introducer's words."""
    text, block = document.text, document.blocks[index]
    if block.kind is BlockKind.QUOTE:
        own_cues = _read_stretch(document, block.span, marks, index, depth=0)
        if any(f.source[0].of(text).lower() not in FIRST_PERSON for f in own_cues):
            return []
    elif block.kind is not BlockKind.PARAGRAPH or not layout.is_first_person(text, block, marks):
        return []
    if layout.signature(text, block, marks) is not None:
        return []
    speakers = [f for f in found[-12:] if f.source and index - f.block <= 1]
    if not speakers:
        return []
    content = [_without_marks(block.span, marks)]
    source = list(speakers[-1].source)
    return [Finding("first person", Act.SPEECH, content, [], source, index, signed=True)]


def _inside(document: Document, marks: Marks, found: Sequence[Finding]) -> list[Finding]:
    """Read what is quoted for what it reports in its turn."""
    return [
        told
        for stretch, depth, block in stretches_inside(found, marks)
        for told in _read_stretch(document, stretch, marks, block, depth=depth)
        if is_report(document.text, told)
    ]
