"""Who makes each statement, and whom the words of a report name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.actor.words import PRONOUNS
from onrecord.model import Document, Mention, Part, Span, Statement
from onrecord.utterance.setting.attribution import anchor_of

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_PRESS = frozenset("reporters journalists press media newsmen correspondents".split())


class Speakers:
    """The speakers of one report by what they are known by: an entity, or the word for them."""

    def __init__(
        self, document: Document, statements: Sequence[Statement], mentions: Sequence[Mention]
    ) -> None:
        self._text = document.text
        named = [m for m in mentions if m.entity_id]
        self._mentions = sorted(named, key=lambda m: (m.span, m.statement_id or "", m.rule))
        self._known: dict[str, str] = {}
        for mention in self._mentions:
            if mention.part is Part.SOURCE and mention.statement_id and mention.entity_id:
                # The first is who speaks; others speak with them, or are spoken for.
                self._known.setdefault(mention.statement_id, mention.entity_id)
        self._starts = [m.span.start for m in self._mentions]
        self._cues = {c.start: c for s in statements for c in s.cue}
        self._cue_starts = sorted(self._cues)
        self._statements = sorted(statements, key=lambda s: (anchor_of(s).start, s.id))
        self._by_words = {} if self._known else self._read_sources()
        self._top = [(anchor_of(s).start, self.of(s)) for s in self._statements if not s.parent]

    def of(self, one: Statement) -> str:
        """Return what the speaker of a statement is known by here, "" where it is nobody."""
        return self._known.get(one.id, "") if self._known else self._by_words.get(one.id, "")

    def audience(self, one: Statement) -> str:
        """Return to whom a statement was said in one word, "" for a pronoun or nobody told."""
        words = _WORD.findall(one.addressee[0].of(self._text).lower()) if one.addressee else []
        if not words or words[-1] in PRONOUNS:
            return ""
        return "press" if words[-1] in _PRESS else words[-1]

    def has_cue(self, span: Span) -> bool:
        """Whether a stretch holds the cue of a statement, or part of one."""
        at = bisect_left(self._cue_starts, span.end) - 1
        return at >= 0 and self._cues[self._cue_starts[at]].overlaps(span)

    def named(self, words: Span) -> str:
        """Return the first that `words` name, "" where they name nobody."""
        if self._mentions:
            at = bisect_left(self._starts, words.start)
            there = self._mentions[at : at + 1]
            return next((m.entity_id or "" for m in there if m.span.start < words.end), "")
        said = set(_WORD.findall(words.of(self._text)))
        return min((who for who in self._by_words.values() if who in said), default="")

    def all_named(self, words: Span) -> frozenset[str]:
        """Return all whom `words` name."""
        low, high = (bisect_left(self._starts, at) for at in (words.start, words.end))
        return frozenset(m.entity_id for m in self._mentions[low:high] if m.entity_id)

    def before(self, offset: int) -> str:
        """Return who spoke last before an offset, "" where nobody did."""
        at = bisect_left(self._top, (offset, ""))
        return self._top[at - 1][1] if at else ""

    def _read_sources(self) -> dict[str, str]:
        """Return the last word of each source; a pronoun stands for the one before."""
        last, found = "", dict[str, str]()
        for one in self._statements:
            words = _WORD.findall(one.source[0].of(self._text)) if one.source else []
            if words and words[-1].lower() not in PRONOUNS:
                last = words[-1]
            found[one.id] = last
        return found
