"""A record as one self-contained HTML page."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

import onrecord
from onrecord.export import evidence, knowing, passage, remarks, tellings, wording
from onrecord.model import Kind, Standing, Verdict
from onrecord.record import Record
from onrecord.record.views import Card, DocumentView, Named, StatementView
from onrecord.report.chart import Chart, chart

MOST_LANES = 6
OPEN_STATEMENTS = 25
"""How many statements are unfolded when the page opens."""

FEW = 5
"""How many statements each speaker has on the page before any has more."""

LONGEST_QUOTE, AROUND, WITHIN = 700, 400, 4000


@dataclass(frozen=True)
class Entry:
    """A remark: the card of its nearest telling, and those of its others that are on the page.

    `ids` are the statements of it whose anchors stand here, since no entry before has them.
    """

    card: Card
    others: Mapping[str, Card]
    ids: frozenset[str]

    @property
    def statement(self) -> StatementView:
        return self.card.statement


@dataclass(frozen=True)
class Group:
    """What one speaker answers for, in order of time, also together with others.

    `statements` are all, `entries` those shown, by remarks.
    """

    speaker: Named | None
    entries: tuple[Entry, ...]
    statements: tuple[StatementView, ...]
    open: bool

    @property
    def name(self) -> str:
        return wording.named(self.speaker)

    @cached_property
    def said(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.statement.made)

    @cached_property
    def unsaid(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if not entry.statement.made)

    @cached_property
    def shown(self) -> int:
        return sum(1 + len(entry.others) for entry in self.entries)

    @cached_property
    def counts(self) -> remarks.Counts:
        return remarks.counts(self.statements)

    @cached_property
    def apart(self) -> str:
        return remarks.unsaid(self.statements)

    @cached_property
    def days(self) -> str:
        times = [entry.statement.when for entry in self.said]
        starts = [wording.beginning(when) for when in times if when]
        return wording.span_of(min(starts), max(starts)) if starts else "undated"


def page(record: Record, *, title: str | None = None, limit: int = 500) -> str:
    """Return the page of `record`, most quoted speakers first.

    Of more than `limit` statements each speaker has a few, the surest ones.
    """
    speakers = _by_speaker(record.statements())
    groups = tuple(_groups(record, speakers, _chosen(speakers, limit)))
    style = (files("onrecord.report") / "templates" / "style.css").read_text("utf-8")
    return (
        _environment()
        .get_template("page.html")
        .render(
            title=title,
            version=onrecord.__version__,
            summary=record.summary(),
            groups=groups,
            speakers=len(speakers),
            judgements=_holding(record),
            shown={id for group in groups for entry in group.entries for id in entry.ids},
            chart=_chart(groups),
            documents=_sources(record, groups, limit),
            style=style,
            style_digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        )
    )


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("onrecord.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "when": wording.when,
        "crop": wording.crop,
        "quoted": wording.quoted,
        "speaker": wording.speaker,
        "named": wording.named,
        "steps": knowing.steps,
        "setting": knowing.setting,
        "when_words": knowing.when_words,
        "also_told": knowing.also_told,
        "short_role": wording.short_role,
        "addressed": knowing.addressed,
        "how_often": tellings.how_often,
        "marked": tellings.marked,
        "told_where": tellings.told_where,
        "because": tellings.because,
        "became": tellings.became,
        "read_on": tellings.read_on,
        "place": wording.place,
        "facts": evidence.facts,
        "runs": lambda card: passage.shortened(passage.runs(card), AROUND, WITHIN),
    }
    environment.globals |= {
        "count": wording.count,
        "span_of": wording.span_of,
        "kinds": wording.KINDS,
        "unsaid": knowing.UNSAID,
        "marked_words": tellings.MARKED,
        "LONGEST_QUOTE": LONGEST_QUOTE,
    }
    return environment


def _holding(record: Record) -> int:
    """Return how many judgements hold: none that was taken back, nor the taking back."""
    return sum(
        view.standing is Standing.STANDS
        and not view.orphaned
        and view.judgement.verdict is not Verdict.UNDO
        for view in record.judgements()
    )


Speaker = tuple[Named | None, list[StatementView]]


def _by_speaker(statements: Iterable[StatementView]) -> list[Speaker]:
    """Return who answers for statements, with those: most first, sources without a name last."""
    groups: dict[str, Speaker] = {}
    for statement in statements:
        for who in statement.speakers or (None,):
            # A named speaker without an actor stands under the name.
            key = (who.id or who.name) if who else ""
            groups.setdefault(key, (who, []))[1].append(statement)
    for _, group in groups.values():
        group.sort(key=_in_time)
    return sorted(groups.values(), key=_rank)


def _rank(speaker: Speaker) -> tuple[bool, bool, int, str, str]:
    who, statements = speaker
    name = who.name.casefold() if who else ""
    told = remarks.counts(statements).remarks
    return (not who, not (who and who.named), -told, name, statements[0].id)


def _in_time(statement: StatementView) -> tuple[bool, str, str, str, str, int, str]:
    """Return what puts statements in the order of a timeline: those of a day as they are told."""
    when = statement.when
    day = (when is None, when.start if when else "", when.end if when else "")
    return (*day, statement.path, statement.document_id, statement.start, statement.id)


def _sureness(statement: StatementView) -> tuple[bool, bool, float, str, str]:
    """Return what puts the surest statement last: who, own words, and then the most recent."""
    when = statement.when.start if statement.when else ""
    own = statement.kind is Kind.DIRECT
    return (not statement.unsure, own, statement.confidence, when, statement.id)


def _groups(record: Record, speakers: list[Speaker], chosen: set[str]) -> Iterator[Group]:
    card = cache(record.card)
    told: set[str] = set()
    for who, statements in speakers:
        theirs = tuple(_as_theirs(record, who, statements))
        entries = []
        for remark in remarks.remarks([s for s in theirs if s.id in chosen]):
            views = (remark.statement, *remark.others)
            cards = {view.id: replace(card(view.id), statement=view) for view in views}
            # Of one statement in two groups the first bears its id, which links lead to.
            ids = cards.keys() - told
            entries.append(Entry(cards.pop(remark.statement.id), cards, frozenset(ids)))
        if entries:
            yield Group(who, tuple(entries), theirs, len(told) < OPEN_STATEMENTS)
            told.update(id for entry in entries for id in entry.ids)


def _as_theirs(
    record: Record, who: Named | None, statements: list[StatementView]
) -> list[StatementView]:
    """Return statements with how sure it is that they are this speaker's, as `show` has it."""
    if not (who and who.id) or all(s.speaker and s.speaker.id == who.id for s in statements):
        return statements
    return record.timeline(who.id)


def _chosen(speakers: list[Speaker], limit: int) -> set[str]:
    """Return the ids of at most `limit` statements: of each speaker the surest.

    The places are shared `FEW` at a time, from the first speaker on.
    """
    left = [sorted(statements, key=_sureness) for _, statements in speakers]
    chosen: set[str] = set()
    while any(left) and len(chosen) < limit:
        for surest_last in left:
            for _ in range(min(FEW, len(surest_last))):
                if len(chosen) < limit:
                    chosen.add(surest_last.pop().id)
    return chosen


def _sources(record: Record, groups: tuple[Group, ...], limit: int) -> list[DocumentView]:
    """Return all reports, or, of more than `limit`, those that the statements shown are from."""
    documents = list(record.documents())
    if len(documents) <= limit:
        return documents
    told = {
        card.document.id
        for group in groups
        for entry in group.entries
        for card in (entry.card, *entry.others.values())
    }
    return [document for document in documents if document.id in told]


def _chart(groups: tuple[Group, ...]) -> Chart:
    """Return a lane each for the most quoted and one for all others; a mark is a remark."""
    lanes = [(group.name, [entry.statement for entry in group.said]) for group in groups]
    main, others = lanes[:MOST_LANES], lanes[MOST_LANES:]
    if len(others) > 1:
        everything = {s.id: s for _, statements in others for s in statements}
        main.append(("All others", list(everything.values())))
    else:
        main += others
    return chart(main)
