"""The facts of an evidence card: what is known of one statement, and how it is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from onrecord.export.knowing import (
    UNSAID,
    circumstance,
    links,
    teller_name,
    when_words,
)
from onrecord.export.wording import UNSURE_WHO, crop, quoted, role, role_known, speaker, when
from onrecord.model import Aspect, Interval, Standing, TellerKind
from onrecord.record.views import (
    Card,
    CircumstanceView,
    DocumentView,
    Resolution,
    StatementView,
    TellerView,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of an evidence card: what is known, and how. `known` is false for "unknown"."""

    name: str
    value: str
    how: str = ""
    known: bool = True


def facts(card: Card) -> tuple[Fact, ...]:
    """Return all that is known about a statement, in the order a reader asks for it."""
    statement, document = card.statement, card.document
    return (
        _speaker(card),
        *_role(card),
        *_answering(card),
        *_unsaid(card),
        *_known_through(card),
        *_parts(card),
        *_addressees(card),
        _said(statement),
        *_setting(statement),
        _published(document),
        _fact("Outlet", document.outlet),
        *_outlets(card),
        _fact("Headline", document.title),
        _fact("Byline", document.byline),
        Fact("Source", document.url or document.path, _elsewhere(card)),
        Fact("Place in it", _places(card), f"code points of the text {document.id}"),
        Fact(
            "SHA-256",
            document.digest,
            f"of the {document.size:,} bytes read on {document.captured_at:%Y-%m-%d %H:%M} UTC, "
            f"{document.media_type} in {document.encoding}, encoding known by: "
            f"{document.encoding_rule}",
        ),
        Fact(
            "Found by",
            f"rule: {statement.rule}",
            f"{statement.extractor}, confidence {statement.confidence:.2f}",
        ),
        _review(card),
    )


def _fact(name: str, value: str | None) -> Fact:
    return Fact(name, crop(value, 300) if value else "unknown", known=bool(value))


def _time(name: str, interval: Interval | None) -> Fact:
    if interval is None:
        return Fact(name, "unknown", known=False)
    how = (
        f"from “{crop(interval.text, 120)}”; rule: {interval.rule}"
        if interval.text
        else f"rule: {interval.rule}"
    )
    return Fact(name, f"{when(interval)} ({interval.granularity})", how)


def _published(document: DocumentView) -> Fact:
    """Return the date that a report gives itself, and whether that was still to come when read."""
    fact, published = _time("Published", document.published), document.published
    read = document.captured_at.date() + timedelta(days=1)  # it is tomorrow somewhere already
    if published is None or published.start[:10] <= read.isoformat():
        return fact
    return replace(fact, how=f"{fact.how}; later than the day of reading")


def _speaker(card: Card) -> Fact:
    if card.speaker is None:
        words = " … ".join(quote.text for quote in card.source)
        if not words:
            return Fact("Speaker", "unknown", "the text names nobody", known=False)
        return Fact("Speaker", f"“{crop(words, 200)}” → unknown", known=False)
    return Fact("Speaker", *_resolved(card.speaker))


def _role(card: Card) -> tuple[Fact, ...]:
    """Return what the speaker was when speaking; nothing where nobody tells."""
    known = card.statement.role
    return (Fact("Speaking as", crop(role(known), 200), role_known(known)),) if known else ()


def _answering(card: Card) -> tuple[Fact, ...]:
    """Return who answers for the words beside the speaker: the rule tells how."""
    return tuple(Fact("Also the words of", *_resolved(other)) for other in card.answering)


def _resolved(resolution: Resolution) -> tuple[str, str]:
    """Return whom words stand for, as named and as resolved, and the rules that say so."""
    words = f"“{crop(resolution.words.text, 200)}” ({resolution.form})"
    how = [f"rule: {resolution.rule} ({resolution.confidence:.2f})"]
    if resolution.entity is None:
        return f"{words} → unknown", how[0]
    steps = [words, resolution.entity]
    if resolution.actor:
        if resolution.actor.name != resolution.entity:
            steps.append(resolution.actor.name)
        steps[-1] += f", {resolution.actor_kind}" if resolution.actor_kind else ""
        if resolution.link_rule:
            score = "" if resolution.score is None else f" ({resolution.score:.2f})"
            how.append(f"across reports: {resolution.link_rule}{score}")
    if resolution.roles:
        how.append(f"called {', '.join(resolution.roles)}")
    who = " → ".join(steps)
    return f"{who} ({UNSURE_WHO})" if resolution.unsure else who, "; ".join(how)


def _unsaid(card: Card) -> tuple[Fact, ...]:
    """Return that the report does not tell this as said, where it does not."""
    if card.statement.made:
        return ()
    return (Fact("Told as", UNSAID[card.statement.factuality]),)


def _known_through(card: Card) -> tuple[Fact, ...]:
    """Return the chain from the outlet to the speaker, then each teller with their words."""
    statement = card.statement
    if not statement.chain:  # Read before chains were: the statements around tell it.
        return ()
    hand = "at second hand" if statement.second_hand else "at first hand"
    tellings = {each.id: each for each in card.chain}
    between = (each for each in statement.chain if each.kind is not TellerKind.OUTLET)
    whole = Fact("Known through", links(statement), hand)
    return (whole, *(_teller(each, tellings.get(each.statement_id or "")) for each in between))


def _teller(told: TellerView, by: StatementView | None) -> Fact:
    words = f"“{crop(told.words.text, 200)}” → " if told.words else ""
    how = f"statement {by.id}: {quoted(by, 160)}" if by else ""
    name = "Credited" if told.kind is TellerKind.WIRE else "Told by"
    return Fact(name, f"{words}{teller_name(told)}", how)


def _parts(card: Card) -> tuple[Fact, ...]:
    """Return the statements that report this one and are no links of its chain."""
    ids = [each.id for each in card.chain]
    first = card.statement.through
    own = ids.index(first) if first in ids else len(ids)
    told = {each.statement_id for each in card.statement.chain}
    return tuple(
        Fact(
            "Part of" if number < own or card.statement.chain else "Known through",
            speaker(each),
            f"statement {each.id}: {quoted(each, 160)}",
        )
        for number, each in enumerate(card.chain)
        if each.id not in told
    )


def _said(statement: StatementView) -> Fact:
    """Return when it was said; where no day follows from the report's words, those."""
    words = statement.said_words
    if statement.said is None and words and words.text:
        how = f"rule: {words.rule}; no day follows from these words"
        return Fact("Said", when_words(statement), how)
    return _time("Said", statement.said)


def _setting(statement: StatementView) -> tuple[Fact, ...]:
    """Return on which occasion, where and through what it was said, as far as that is told."""
    told = [
        Fact(each.aspect.capitalize(), circumstance(each), _found(each))
        for aspect in Aspect
        for each in statement.circumstances
        if each.aspect is aspect
    ]
    return tuple(told) or (Fact("Occasion", "unknown", known=False),)


def _found(told: CircumstanceView) -> str:
    beside = "carried over from a statement beside" if told.rule == "scene" else told.rule
    return f"code points {told.words.start}–{told.words.end}; rule: {beside}"


def _outlets(card: Card) -> tuple[Fact, ...]:
    """Return all that print the same, the earliest first, and of which report this is a copy."""
    told, copied = card.statement.utterance, card.statement.copy_of
    found = []
    if told and len(told.outlets) > 1:
        found.append(Fact("All outlets", ", ".join(told.outlets), "the earliest first"))
    if copied:
        found.append(Fact("Copy of", f"report {copied}"))
    return tuple(found)


def _addressees(card: Card) -> tuple[Fact, ...]:
    if not card.addressees:
        return (Fact("Said to", "unknown", known=False),)
    return tuple(Fact("Said to", *_resolved(addressee)) for addressee in card.addressees)


def _elsewhere(card: Card) -> str:
    places = [path for path in card.document.paths if path != card.document.path]
    return f"the same bytes also at {', '.join(places)}" if places else ""


def _places(card: Card) -> str:
    parts = [("words", card.content), ("cue", card.cue), ("source", card.source)]
    return ", ".join(
        f"{name} {'+'.join(f'{quote.start}–{quote.end}' for quote in quotes)}"
        for name, quotes in parts
        if quotes
    )


def _review(card: Card) -> Fact:
    standing = [v.judgement for v in card.judgements if v.standing is not Standing.UNDONE]
    if not standing:
        return Fact("Review", "no person has checked this", known=False)
    last = standing[-1]
    return Fact("Review", f"{last.verdict} by {last.author}, {last.at:%Y-%m-%d}", last.reason)
