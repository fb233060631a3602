"""Through whom a statement is known and what is told of its speaking, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.export.wording import UNSURE_WHO, count, crop, place, teller
from onrecord.model import Factuality, TellerKind
from onrecord.record.views import CircumstanceView, Named, StatementView, TellerView

ARROW = " ← "
LONGEST_NAME, LONGEST_WORDS = 60, 60

UNSAID = {
    Factuality.ANNOUNCED: "announced, not yet said",
    Factuality.SUPPOSED: "supposed, not told as said",
    Factuality.DENIED: "denied: told as not said",
}
"""What is said of a statement that no report tells as made."""


def known_through(statement: StatementView) -> str:
    """Return through whom a statement is known, "" where its report heard it.

    ``as told by Brandt by way of Vell, via the Tarn Wire``: the teller next to the speaker
    first, outlets that the report credits behind.
    """
    speakers = _speakers(statement)
    told = f"as told by {speakers[-1]}" if speakers else ""
    if len(speakers) > 1:
        told += f" by way of {ARROW.join(reversed(speakers[:-1]))}"
    wires = [teller_name(each) for each in statement.chain if each.kind is TellerKind.WIRE]
    via = f"via {', '.join(wires)}" if wires else ""
    return ", ".join(filter(None, (told, via)))


class Step(NamedTuple):
    """One link of a chain by name, and the id of the statement by which they tell it."""

    name: str
    statement: str | None


def steps(statement: StatementView) -> tuple[Step, ...]:
    """Return the chain from the outlet to the one who is said to have spoken."""
    speaker = statement.speaker.name if statement.speaker else "an unknown speaker"
    between = [
        Step(teller_name(each), each.statement_id)
        for each in statement.chain
        if each.kind is not TellerKind.OUTLET
    ]
    if not statement.chain and statement.through:
        between = [Step(teller(statement), statement.through)]
    own = Step(crop(speaker, LONGEST_NAME), None)
    return (Step(place(statement), None), *between, own)


def links(statement: StatementView) -> str:
    """Return that chain in a line: ``KPA ← Tarn Wire ← a diplomat ← Garrick Thole``."""
    return ARROW.join(step.name for step in steps(statement))


def teller_name(told: TellerView) -> str:
    """Return who tells, as the record calls them, else as the report does."""
    words = told.words.text if told.words else ""
    return crop((told.who.name if told.who else told.name or words) or "unknown", LONGEST_NAME)


def setting(statement: StatementView) -> str:
    """Return on which occasion, where and through what: in the report's words, in one line."""
    return ", ".join(_circumstances(statement))


def circumstance(told: CircumstanceView) -> str:
    """Return the words for a circumstance and, where they say it otherwise, what it is."""
    return _of_kind(told.words.text, [told.kind])


def when_words(statement: StatementView) -> str:
    """Return the report's words for when, where no day follows from them: “before the war”."""
    told = statement.said_words
    return f"“{crop(told.text, LONGEST_WORDS)}”" if told and told.text and not told.interval else ""


def also_told(statement: StatementView) -> str:
    """Return how often the same is told elsewhere: ``+2 reports, 1 copy``; "" for nowhere.

    Where a report tells it more than once, how many tellings there are in all is said too.
    """
    told = statement.utterance
    if told is None:
        return ""
    more = [
        count(told.reports - 1, "report") if told.reports > 1 else "",
        count(told.copies, "copy", "copies") if told.copies else "",
    ]
    others = ", ".join(filter(None, more))
    often = f"({told.statements:,} tellings)" if told.statements > told.reports else ""
    return " ".join(filter(None, (f"+{others}" if others else "", often)))


def addressed(who: Named) -> str:
    """Return to whom something was said, and whether that is not sure."""
    return crop(who.name, LONGEST_NAME * 2) + (f" ({UNSURE_WHO})" if who.unsure else "")


def _speakers(statement: StatementView) -> list[str]:
    """Return the speakers who pass a statement on, the outermost first."""
    told = [each for each in statement.chain if each.kind is TellerKind.SPEAKER]
    if not statement.chain and statement.through:
        return [teller(statement)]
    return [
        teller(statement) if each.statement_id == statement.through and statement.via else name
        for each in told
        for name in [teller_name(each)]
    ]


def _circumstances(statement: StatementView) -> Iterator[str]:
    """Yield what is told of the speaking; words that tell two things of it once."""
    kinds: dict[str, list[str]] = {}
    addressees = {who.name for who in statement.addressees}
    for each in statement.circumstances:
        if each.words.text not in addressees:
            kinds.setdefault(each.words.text, []).append(each.kind)
    for words, named in kinds.items():
        yield _of_kind(words, named)


def _of_kind(words: str, kinds: list[str]) -> str:
    said = " ".join(words.casefold().split())
    other = [kind for kind in kinds if kind and kind not in said]
    return crop(words, LONGEST_WORDS) + (f" ({', '.join(other)})" if other else "")
