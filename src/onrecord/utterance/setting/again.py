"""What is named again: "the letter" after "a letter to the council"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.model import Aspect, Span
from onrecord.utterance.setting.scene import Telling
from onrecord.utterance.setting.words import HEADS

_AGAIN = frozenset({"the", "that"})
_FIRST = frozenset({"a", "an"})
_Read = Mapping[Aspect, tuple[str, Span]]


def as_first_told(text: str, tellings: Sequence[Telling]) -> Iterator[Telling]:
    """Yield the tellings in order, a medium named again with the words that named it first.

    An occasion that is named again brings along the place that was told with it.
    """
    first: dict[tuple[Aspect, str, str], _Read] = {}
    for telling in sorted(tellings, key=lambda t: t.start):
        found = dict(telling.told.found)
        for aspect in (Aspect.OCCASION, Aspect.MEDIUM):
            kind, span = found.get(aspect, ("", None))
            words = span.of(text).lower().split() if span else [""]
            if words[0] in _FIRST:
                first |= {(aspect, kind, w): telling.told.found for w in words if w in HEADS}
            elif words[0] in _AGAIN and len(words) == 2:
                known = first.get((aspect, kind, words[1]), {})
                if aspect is Aspect.MEDIUM and aspect in known:
                    found[aspect] = known[aspect]
                elif Aspect.PLACE in known:
                    found.setdefault(Aspect.PLACE, known[Aspect.PLACE])
        yield replace(telling, told=telling.told._replace(found=found))
