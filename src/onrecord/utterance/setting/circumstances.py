"""On which occasion, where and through which medium each statement of a report was made."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.actor.mention.page import Page, Sentence, read_page
from onrecord.model import (
    Aspect,
    Circumstance,
    Document,
    Mention,
    OccasionKind,
    Span,
    Statement,
)
from onrecord.utterance.setting.again import as_first_told
from onrecord.utterance.setting.attribution import Attributions, Told, anchor_of
from onrecord.utterance.setting.scene import Telling, carried
from onrecord.utterance.setting.speakers import Speakers
from onrecord.utterance.setting.words import OWN_WORDS, SPEAKS

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_COME = re.compile(r"\b(?:came|come|were made|was made|were given|was given|took place)\b")
_LABELLED = "speaker line"
_HEAD = 12
"""Sentences at the head of a report in which an interview says that it is one."""
_INTERVIEW = re.compile(
    r"(?:\b[Aa]n? |\b[Tt]he |\b[Oo]ur |^)(?:[\w-]+ ){0,2}?(?:[Ii]nterview|[Cc]onversation)"
    r"(?P<what> (?:with|by|on) (?:[A-Z][\w’'-]*|[Tt]he|of|our)(?: (?:[A-Z][\w’'-]*|of|the))*)",
)
_SHARED = frozenset({OccasionKind.PRESS_CONFERENCE, OccasionKind.BRIEFING})
"""Occasions on which those who hold them together all speak."""


_DESCRIBED = re.compile(r"[Tt]he(?: [A-Za-z]+){1,4}")
_SUBJECT = 200
"""Code points before a verb in which its subject is looked for."""


def circumstances(
    document: Document,
    statements: Sequence[Statement],
    mentions: Sequence[Mention] = (),
) -> tuple[Circumstance, ...]:
    """Return the occasion, place and medium of each of `statements`, where the report tells them.

    Only words of the attribution count, of a nested statement those of the one around it, and
    sentences that say nothing but that somebody spoke. They hold for all that the same speaker
    says in the report, rule ``scene``, until another occasion, time or hearer is named; a nested
    statement has its own alone, and so has what is announced, supposed or denied. Thoughts and
    plans have none. `mentions`, where given, tell who the same speaker is, else the words of
    the source do. In order of the text, at most one of each aspect for a statement.
    """
    page = read_page(document)
    speakers = Speakers(document, statements, mentions)
    reader = Attributions(page, statements)
    tellings = [
        Telling(
            anchor_of(one).start,
            speakers.of(one),
            told,
            one,
            speakers.audience(one),
            _guests(told, speakers),
            _is_joint(document.text, told),
        )
        for one in statements
        for told in [reader.of(one)]
    ]
    tellings += _scenes(page, reader, speakers)
    tellings += _interviews(page, statements, speakers)
    tellings = list(as_first_told(document.text, tellings))
    return tuple(carried(list(_with_described(document.text, page, tellings))))


def _with_described(text: str, page: Page, tellings: Sequence[Telling]) -> Iterator[Telling]:
    """Take ``the Prime Minister`` nobody has named for whoever spoke just before.

    Only in the sentence behind: a description takes up who was named last.
    """
    before: tuple[int, str] | None = None
    for telling in sorted(tellings, key=lambda t: t.start):
        one, here = telling.statement, page.sentence_at(telling.start)
        who = telling.speaker
        if not who and one is not None and one.source and one.parent is None and before:
            described = _DESCRIBED.fullmatch(one.source[0].of(text)) is not None
            who = before[1] if described and 0 <= here - before[0] <= 1 else ""
        yield replace(telling, speaker=who)
        if who and (one is None or one.parent is None):
            before = here, who


def _guests(told: Told, speakers: Speakers) -> frozenset[str]:
    """Return who else is named with a press conference: it is theirs as well."""
    kind, span = told.found.get(Aspect.OCCASION, ("", None))
    if kind not in _SHARED or span is None or told.earlier:
        return frozenset()
    return speakers.all_named(span)


def _is_joint(text: str, told: Told) -> bool:
    """Whether a press conference is told as two people's: "a joint press conference"."""
    kind, span = told.found.get(Aspect.OCCASION, ("", None))
    return kind in _SHARED and span is not None and "joint" in span.of(text)


def _interviews(
    page: Page, statements: Sequence[Statement], speakers: Speakers
) -> Iterator[Telling]:
    """Read ``An interview with Olaf Drev``: a line over questions and answers tells of them all."""
    labelled = [s for s in statements if s.rule == _LABELLED or _is_label(s, page)]
    asked = Counter(speakers.of(s) for s in labelled if "?" in s.content[-1].of(page.text)[-2:])
    said = Counter(speakers.of(s) for s in labelled)
    answering = {who for who, count in said.items() if count > 1 and 2 * asked[who] < count}
    for sentence in page.sentences[:_HEAD]:
        title = _INTERVIEW.search(page.text, sentence.start, sentence.end)
        if title is None or speakers.has_cue(Span(sentence.start, sentence.end)):
            continue
        words = Span(title.start(), title.end("what"))
        told = Told({Aspect.OCCASION: (OccasionKind.INTERVIEW, words)}, frozenset(), earlier=False)
        for who in sorted(answering - {""}):
            yield Telling(words.start, who, told, None)
        return


def _is_label(one: Statement, page: Page) -> bool:
    return bool(one.cue) and one.cue[0].of(page.text) == ":"


def _scenes(page: Page, reader: Attributions, speakers: Speakers) -> Iterator[Telling]:
    """Yield the sentences that tell where somebody spoke and not what they said."""
    for sentence in page.sentences:
        if speakers.has_cue(Span(sentence.start, sentence.end)):
            continue
        bare = reader.bare(sentence)
        telling = _spoke(sentence, bare, reader, speakers) or _came(
            sentence, bare, reader, speakers
        )
        if telling is not None:
            yield telling


def _spoke(
    sentence: Sentence, bare: str, reader: Attributions, speakers: Speakers
) -> Telling | None:
    """Read ``Brill was speaking at a meeting of harbour masters.``"""
    for verb in _WORD.finditer(bare):
        if verb.group() not in SPEAKS:
            continue
        span = Span(sentence.start + verb.start(), sentence.start + verb.end())
        who = speakers.named(Span(max(sentence.start, span.start - _SUBJECT), span.start + 1))
        told = reader.around(sentence, span) if who else None
        if told is not None and told.found:
            return Telling(span.start, who, told, None, guests=_guests(told, speakers))
    return None


def _came(
    sentence: Sentence, bare: str, reader: Attributions, speakers: Speakers
) -> Telling | None:
    """Read ``The remarks came at a meeting of harbour masters.``"""
    came = _COME.search(bare)
    opening = (word.lower() for word in _WORD.findall(bare)[:4])
    if came is None or OWN_WORDS.isdisjoint(opening):
        return None
    span = Span(sentence.start + came.start(), sentence.start + came.end())
    who, told = speakers.before(sentence.start), reader.around(sentence, span)
    return Telling(span.start, who, told, None) if who and told.found else None
