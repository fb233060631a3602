"""Which words lead from speaking to an occasion, to a medium or to a place."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.model import Aspect
from onrecord.utterance.setting import words as w

_PLACED = frozenset("in on at from aboard outside inside near within".split())
_POSTED = frozenset("on via in through".split())
_SPOKEN = frozenset("on to with by in over via".split()) | w.TOLD
_SENT = frozenset("in by via through with issued published posted".split())
_PAGES = frozenset("page account profile feed site website webpage homepage portal".split())
_OF_NOBODY = frozenset("parliament court prison stage".split())
"""Venues that need no article: "in parliament"."""


class Noun(NamedTuple):
    """The noun of a phrase: whether it stands without article or owner, in a name, for a venue."""

    text: str
    bare: bool
    named: bool
    venue: bool

    @property
    def low(self) -> str:
        return self.text.lower()


def _to_place(link: str, noun: Noun) -> bool:
    if not noun.venue and link in ("on", "at"):
        return noun.named and not noun.bare  # "at the Granite House", but "at Google"
    return link in _PLACED and (noun.named or not noun.bare or noun.low in _OF_NOBODY)


def _to_occasion(link: str, noun: Noun) -> bool:
    low = noun.low
    if low in w.BY_ONLY:
        return link in ("by", "over", "on")
    if low in w.BODIES:
        return link in ("at", "during")
    at = link in w.AT - {"by", "from", "near", "via"} or link in w.AFTER
    told = link in w.TOLD or link == "to"
    if noun.bare and not noun.named and low not in w.BARE:
        return at and low.endswith("s")
    return at or told


def _to_medium(link: str, noun: Noun) -> bool:
    low = noun.low
    if noun.text in w.NETWORKS:
        return link in (("on", "via") if noun.text == "X" else _POSTED)
    if low in w.SPOKEN_TO:
        return link in _SPOKEN
    if low in _PAGES or low in ("media", "network", "app"):
        return link in _POSTED
    if low == "pages":
        return link in ("in", "on")
    return link in _SENT and (not noun.bare or link in ("by", "via"))


LEADS_TO = {Aspect.OCCASION: _to_occasion, Aspect.PLACE: _to_place, Aspect.MEDIUM: _to_medium}
"""Whether a word leads to a noun so that the phrase tells of the speaking."""
