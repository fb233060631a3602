"""A record as one self-contained HTML page."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

import onrecord
from onrecord.export import evidence, passage, wording
from onrecord.model import Kind
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
class Group:
    """What one speaker said, in order of time; `statements` counts all, `cards` those shown."""

    speaker: Named | None
    cards: tuple[Card, ...]
    statements: int
    open: bool

    @property
    def name(self) -> str:
        return wording.named(self.speaker)

    @cached_property
    def days(self) -> str:
        starts = [wording.beginning(c.statement.when) for c in self.cards if c.statement.when]
        return wording.span_of(min(starts), max(starts)) if starts else "undated"


def page(record: Record, *, title: str | None = None, limit: int = 500) -> str:
    """Return the page of `record`, most quoted speakers first.

    Of more than `limit` statements each speaker has a few, the surest ones.
    """
    speakers = _by_speaker(record.statements())
    groups = tuple(_groups(record, speakers, limit))
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
            shown={card.statement.id for group in groups for card in group.cards},
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
        "role": wording.role,
        "speaker": wording.speaker,
        "teller": wording.teller,
        "place": wording.place,
        "facts": evidence.facts,
        "runs": lambda card: passage.shortened(passage.runs(card), AROUND, WITHIN),
    }
    environment.globals |= {
        "count": wording.count,
        "span_of": wording.span_of,
        "kinds": wording.KINDS,
        "LONGEST_QUOTE": LONGEST_QUOTE,
    }
    return environment


def _by_speaker(statements: Iterable[StatementView]) -> list[list[StatementView]]:
    """Return statements by speaker, most statements first, the unknown speaker's last."""
    groups: dict[str, list[StatementView]] = {}
    for statement in statements:
        # A named speaker without an actor stands under the name.
        who = statement.speaker
        groups.setdefault((who.id or who.name) if who else "", []).append(statement)
    for group in groups.values():
        group.sort(key=_in_time)
    return sorted(
        groups.values(), key=lambda group: (not group[0].speaker, -len(group), group[0].id)
    )


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


def _groups(record: Record, speakers: list[list[StatementView]], limit: int) -> Iterator[Group]:
    shown = 0
    shares = _shares([len(statements) for statements in speakers], limit)
    for statements, share in zip(speakers, shares, strict=True):
        if share:
            surest = sorted(statements, key=_sureness)[-share:]
            cards = tuple(record.card(s.id) for s in sorted(surest, key=_in_time))
            yield Group(statements[0].speaker, cards, len(statements), shown < OPEN_STATEMENTS)
            shown += share


def _shares(sizes: list[int], limit: int) -> list[int]:
    """Share `limit` places among groups of these sizes, `FEW` at a time, from the first on."""
    shares = [0] * len(sizes)
    left = min(limit, sum(sizes))
    while left:
        for number, size in enumerate(sizes):
            more = min(FEW, size - shares[number], left)
            shares[number] += more
            left -= more
    return shares


def _sources(record: Record, groups: tuple[Group, ...], limit: int) -> list[DocumentView]:
    """Return all reports, or, of more than `limit`, those that the statements shown are from."""
    documents = list(record.documents())
    if len(documents) <= limit:
        return documents
    told = {card.document.id for group in groups for card in group.cards}
    return [document for document in documents if document.id in told]


def _chart(groups: tuple[Group, ...]) -> Chart:
    """Return a lane each for the most quoted and one for all others."""
    lanes = [(group.name, [card.statement for card in group.cards]) for group in groups]
    main, others = lanes[:MOST_LANES], lanes[MOST_LANES:]
    if len(others) > 1:
        everything = [statement for _, statements in others for statement in statements]
        main.append(("All others", everything))
    else:
        main += others
    return chart(main)
