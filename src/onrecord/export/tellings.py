"""The tellings of one remark side by side, the words that differ marked. Pure."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.export.knowing import UNSAID, known_through
from onrecord.export.wording import UNSURE_WHO, count, place, quoted, when
from onrecord.model import Fate
from onrecord.record.views import Card, StatementView, Variant, Version

LONGEST = 1_200
"""How many characters of a telling are shown beside others."""

MARKED = "Marked words are not in the first telling; in the first, those that no other has."

_TIMES = {1: "once", 2: "twice"}
_FATES = {
    Fate.CARRIED: "carried, in the same words",
    Fate.CHANGED: "changed",
    Fate.GONE: "gone",
    Fate.ADDED: "not there yet",
}


class Stretch(NamedTuple):
    """Words of a telling, and whether they differ from the first."""

    text: str
    differs: bool


def marked(variant: Variant) -> tuple[Stretch, ...]:
    """Cut a telling into what differs and what does not; together they read alone."""
    before, after = variant.statement.around
    quote = variant.statement.quote
    parts, at = [Stretch(before, False)], 0
    for span in variant.differing:
        end = min(span.end, LONGEST)
        if span.start >= end:
            break
        parts += [Stretch(quote[at : span.start], False), Stretch(quote[span.start : end], True)]
        at = end
    rest = quote[at:LONGEST] + ("…" if len(quote) > LONGEST else "")
    parts += [Stretch(rest, False), Stretch(after, False)]
    return tuple(Stretch(_line(part.text), part.differs) for part in parts if part.text)


def how_often(card: Card) -> str:
    """Return how often a remark is told: ``told 5 times in 4 reports, and in 2 copies``."""
    reports = len({each.statement.document_id for each in card.variants})
    times = _TIMES.get(len(card.variants)) or f"{len(card.variants):,} times"
    copies = count(len(card.copies), "copy", "copies")
    more = f", and in {copies}" if card.copies else ""
    return f"told {times} in {count(reports, 'report')}{more}"


def told_where(statement: StatementView) -> str:
    """Return where a telling stands, through whom it is known, and what is not sure of it."""
    facts = (
        place(statement),
        known_through(statement),
        statement.kind.value,
        "" if statement.made else UNSAID[statement.factuality],
        UNSURE_WHO if statement.unsure else "",
    )
    return " · ".join(filter(None, facts))


def because(variant: Variant) -> str:
    """Return why a telling is taken for one of the same remark; "first" of the first."""
    if not variant.rule:
        return "the first telling"
    sure = "" if variant.similarity is None else f" ({variant.similarity:.2f})"
    return f"{variant.rule}{sure}"


def became(version: Version) -> str:
    """Return what became of a statement in another version of its page, and its words there."""
    words = version.statement
    changed = f": {quoted(words, 300)}" if words and version.fate is Fate.CHANGED else ""
    return f"{_FATES[version.fate]}{changed}"


def read_on(version: Version) -> str:
    """Return when a version was read, and that it was published, where that is known."""
    document = version.document
    published = f", published {when(document.published)}" if document.published else ""
    return f"read {document.captured_at:%Y-%m-%d %H:%M} UTC{published}"


def _line(text: str) -> str:
    return text.replace("\n", " ")
