"""Statements that the layout of a report tells, rather than its grammar.

Block quotes closed by ``- Surname stated …``, ``Name: words`` lines, ``words – Name``
headlines, and paragraphs in the first person whose speaker the text around introduces.
"""

from __future__ import annotations

import re
from itertools import takewhile

from onrecord.document import is_label
from onrecord.model import READ_KINDS, Block, BlockKind, Document, Span
from onrecord.statement.cues import CUES, Frame, Inflection
from onrecord.statement.marks import Marks
from onrecord.statement.phrases import phrase_ending_at, phrase_starting_at, verb_group_start
from onrecord.statement.tokens import Sentence, tokens

_SIGNATURE = re.compile(r"(?:(?<=[.!?…\"”»’'>])|(?<=\s))\s*[-–—―‒]\s*(?=\S)")
_NAME = r"[^\W\d_][\w.’'-]*(?:\s+(?:[A-ZÀ-ÖØ-Þ][\w.’'-]*|de|van|von|der|al|bin|of)){0,4}"
# "Voss: ", "Ada Voss (Minister): ", and in Markdown "**Voss:** ".
_SPEAKER_LINE = re.compile(
    rf"[*_]{{0,2}}(?P<name>(?=[A-ZÀ-ÖØ-Þ]){_NAME})(?:\s+\([^()\n]{{2,40}}\))?"
    r"\s*[*_]{0,2}:[*_]{0,2}\s+(?=\S)"
)
_TRAILING_NAME = re.compile(rf"\s[-–—]\s+(?P<name>(?=[A-ZÀ-ÖØ-Þ]){_NAME})\s*$")
_FIRST_PERSON = frozenset(
    "i we me us my our mine ours myself ourselves i’m i'm we’re we're".split()
)


def signature(text: str, block: Block, marks: Marks) -> tuple[Span, Sentence] | None:
    """Split ``words. - Surname stated at a briefing.`` into its words and its signature.

    Returns the span of the words and the tokens of the signature, or None where the block
    carries none. The words must end a sentence or a quotation before the dash.
    """
    start, end = block.span.start, block.span.end
    below = text.rfind("\n\n", start, end) if block.kind is BlockKind.QUOTE else -1
    if below >= 0:
        # Several paragraphs are one block only where the last of them signs the others.
        return Span(start, below), tokens(text, _behind_dash(text, below), end, [])
    for dash in reversed(list(_SIGNATURE.finditer(text, max(start, end - 240), end))):
        words_end = dash.start()
        while words_end > start and (text[words_end - 1].isspace() or text[words_end - 1] == ">"):
            words_end -= 1
        if words_end - start < 12 or text[words_end - 1] not in ".!?…\"”»’',":
            continue
        if marks.around(Span(dash.start(), dash.end())):
            continue
        signed = tokens(text, dash.end(), end, [])
        if text[words_end - 1] == ",":
            # "It was safe, - Bo said." as Slavic agencies print direct speech.
            if signature_cue(signed) is not None:
                return Span(start, _before_space(text, words_end - 1)), signed
        elif _reads_as_signature(signed):
            return Span(start, words_end), signed
    return None


def _behind_dash(text: str, at: int) -> int:
    while text[at].isspace() or text[at] in "-–—―‒~":
        at += 1
    return at


def _before_space(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end


def _reads_as_signature(signed: Sentence) -> bool:
    words = [t for t in signed if t.text[0].isalnum()]
    if not 1 <= len(words) <= 24:
        return False
    if signature_cue(signed) is not None:
        return True
    name = list(takewhile(lambda t: t.text != ",", signed))  # "Anna Bo, mayor of Riga"
    return (
        len(words) <= 14
        and 1 <= len(name) <= 6
        and all(t.text[0].isupper() or t.low in ("of", "the", "de", "van", "von") for t in name)
    )


def signature_cue(signed: Sentence) -> int | None:
    """Return which token of a signature is the cue verb, if it has one."""
    for i, token in enumerate(signed[:14]):
        cues = CUES.get(token.low, ())
        finite = any(
            c.frame in (Frame.CLAUSE, Frame.HEARER)
            and c.inflection in (Inflection.PAST, Inflection.PRESENT)
            for c in cues
        )
        if finite and token.text.islower():
            return i
    return None


def signed_source(signed: Sentence) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Return the token ranges of source and cue in a signature, in either order."""
    cue = signature_cue(signed)
    if cue is None:
        end = len(signed)
        while end > 0 and not signed[end - 1].text[0].isalnum():
            end -= 1
        return (0, end), None
    group = verb_group_start(signed, cue)
    start = phrase_ending_at(signed, group)
    if start is not None:
        return (start, group), (group, cue + 1)
    end = phrase_starting_at(signed, cue + 1)
    return ((cue + 1, end) if end > cue + 1 else None), (group, cue + 1)


def speaker_line(document: Document, block: Block, *, transcript: bool) -> tuple[Span, Span] | None:
    """Split ``Name: words`` into name and words.

    Outside a transcript the report must know the name elsewhere.
    """
    match = _SPEAKER_LINE.match(document.text, block.span.start, block.span.end)
    if match is None or match.end() >= block.span.end or is_label(match["name"]):
        return None
    name = Span(match.start("name"), match.end("name"))
    if not transcript and not _is_known_name(document, block, name):
        return None
    return name, Span(match.end(), block.span.end)


def is_transcript(document: Document) -> bool:
    """Whether a report goes by turns: most of its blocks begin with ``Name:``."""
    turns = [
        not is_label(match["name"])
        for block in document.blocks
        if block.kind in READ_KINDS
        for match in [_SPEAKER_LINE.match(document.text, block.span.start, block.span.end)]
        if match is not None
    ]
    read = sum(block.kind in READ_KINDS for block in document.blocks)
    return sum(turns) >= 3 and sum(turns) * 2 > read


def trailing_name(document: Document, block: Block) -> tuple[Span, Span] | None:
    """Split the headline ``Words – Name`` into name and words."""
    if block.kind is not BlockKind.HEADLINE:
        return None
    match = _TRAILING_NAME.search(document.text, block.span.start, block.span.end)
    if match is None or match.start() - block.span.start < 8:
        return None
    name = Span(match.start("name"), match.end("name"))
    if not _is_known_name(document, block, name):
        return None
    return name, Span(block.span.start, match.start())


def _is_known_name(document: Document, block: Block, name: Span) -> bool:
    words = name.of(document.text)
    if is_label(words):
        return False
    # What a dateline names is a town or an agency, and what a link names is not of this report.
    last = re.compile(rf"\b{re.escape(words.split()[-1])}\b", re.IGNORECASE)
    return any(
        last.search(document.text, other.span.start, other.span.end)
        for other in document.blocks
        if other.kind in READ_KINDS and other is not block
    )


def is_verbatim(text: str, words: Span, marks: Marks) -> bool:
    """Whether the words behind ``Name:`` are the speaker's own: in marks, or said as I or we."""
    if any(q.start == words.start for q in marks.within(words)):
        return True
    return any(t.low in _FIRST_PERSON for t in tokens(text, words.start, words.end, []))


def is_first_person(text: str, block: Block, marks: Marks) -> bool:
    """Whether a paragraph without marks speaks as I or we, in its own voice."""
    span = block.span
    words = [t.low for t in tokens(text, span.start, span.end, marks.within(span))]
    said = sum(w in _FIRST_PERSON for w in words)
    return len(words) >= 12 and said >= 2 and said * 60 >= len(words)
