"""Passages that a colon hands over, where the words before it are in a language without cues.

Cue verbs are known in English only; in other languages capitals tell who speaks. What stands
before the colon begins with a name (``Minister Müller sagte am Montag: „…“``), leads to one
(``La ministre Claire Dumas a déclaré : « … »``) or, turned round, ends with one (``Am Montag
sagte Müller: „…“``). The small words behind a name hold the verb.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.model import Act, Block, Document, Span
from onrecord.statement.findings import Cover, Finding, inner
from onrecord.statement.marks import Marks
from onrecord.statement.phrases import is_punctuation
from onrecord.statement.sources import Range
from onrecord.statement.tokens import Sentence, Token, sentences, tokens

_WORD = re.compile(r"[^\W\d_]+")
_PARTICLES = frozenset(
    "de del dem den der des di da do dos du della la le al bin van von vom zu zur ter".split()
)
_LONGEST_ARTICLE = 3


def words_seen(document: Document) -> Counter[str] | None:
    """Return how often a report holds each word as it is written, None where it is in English."""
    english = document.language in (None, "en")
    return None if english else Counter(_WORD.findall(document.text))


def handed_over(
    text: str, block: Block, index: int, marks: Marks, here: Sequence[Finding], seen: Counter[str]
) -> list[Finding]:
    """Return what was found in a block, in order of cues, its colons read without a language.

    What another rule than the colon's found is kept, with its contents. `seen` counts the words
    of the report.
    """
    others = [one for one in here if one.rule != "colon"]
    claimed = Cover(content for one in others for content in one.content)
    found = [
        one
        for one in _behind_colons(text, block, index, marks, seen)
        if not claimed.overlaps(one.content[0])
    ]
    return sorted((*others, *found), key=lambda one: one.cue[:1])


def _behind_colons(
    text: str, block: Block, index: int, marks: Marks, seen: Counter[str]
) -> Iterator[Finding]:
    at = block.span.start
    for quote in marks.within(block.span):
        start, at = at, quote.end
        before = text[start : quote.start].rstrip()
        if not before.endswith(":"):
            continue
        colon = start + len(before) - 1
        sentence = sentences(text, tokens(text, start, colon, []))[-1:]
        told = _source_and_cue(sentence[0], seen) if sentence else None
        if told is not None:
            source, cue = (_spans(sentence[0], part) for part in told)
            said = cue or [Span(colon, colon + 1)]
            yield Finding("colon", Act.SPEECH, [inner(quote)], said, source, index)


def _source_and_cue(words: Sentence, seen: Counter[str]) -> tuple[Range, Range] | None:
    """Return the name that leads or ends the words before a colon, and the small words with it."""
    first = next((k for k, word in enumerate(words) if not is_punctuation(word)), len(words))
    names = _names(words)
    if not names:
        return None
    lead, last = names[0], names[-1]
    ends = last[1] == len(words)
    if lead[0] > first:  # "…“, sagte Müller:"
        turned = lead == last and ends and _are_small(words[first : last[0]])
        return (last, (first, last[0])) if turned else None
    only_opens = _only_opens(words[first], lead, seen)
    alone = lead[1] - first == 1
    turned = ends and last[0] - lead[1] == 1 and words[lead[1]].text.islower()
    if turned and (only_opens or (alone and seen[words[first].text] == 1)):
        return last, (lead[1], last[0])
    if only_opens and alone:
        if len(names) == 1 or not _are_small(words[lead[1] : names[1][0]]):
            return None
        lead = (first, names[1][1])
    end = _over_aside(words, lead[1])
    start = end + 1 if end > lead[1] else end
    return (first, end), (start, _over_small(words, start))


def _names(words: Sentence) -> list[Range]:
    """Return the runs of capitalised words, particles between them taken in."""
    runs: list[Range] = []
    at = 0
    while at < len(words):
        start = at
        while at < len(words) and _is_capital(words[at]):
            at += 1
            after = at
            while after < len(words) and words[after].low in _PARTICLES:
                after += 1
            if after < len(words) and _is_capital(words[after]):
                at = after
        if at > start:
            runs.append((start, at))
        at += at == start
    return runs


def _is_capital(word: Token) -> bool:
    """Whether a word is written as a name: ``Dumas``, ``l’Intérieur``."""
    return any(map(str.isupper, word.text))


def _only_opens(word: Token, lead: Range, seen: Counter[str]) -> bool:
    """Whether the first word is capitalised for its place: the text has it in small letters too.

    So is a short one that stands by itself and is nowhere else: an article.
    """
    if seen[word.low]:
        return True
    short = len(word.text) <= _LONGEST_ARTICLE and seen[word.text] == 1
    return short and lead[1] - lead[0] == 1


def _are_small(words: Sentence) -> bool:
    return all(word.text.islower() for word in words)


def _over_small(words: Sentence, at: int) -> int:
    while at < len(words) and words[at].text.islower():
        at += 1
    return at


def _over_aside(words: Sentence, end: int) -> int:
    """Take in ``, Jean Morel,`` behind ``Le maire de Brest``."""
    if end >= len(words) or words[end].text != ",":
        return end
    closing = next((k for k in range(end + 1, len(words)) if words[k].text == ","), None)
    return end if closing is None else closing


def _spans(words: Sentence, part: Range) -> list[Span]:
    return [Span(words[part[0]].start, words[part[1] - 1].end)] if part[0] < part[1] else []
