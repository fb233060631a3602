"""A record as one self-contained HTML page."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from itertools import islice

from jinja2 import Environment, PackageLoader, StrictUndefined

import onrecord
from onrecord.export import evidence, passage, wording
from onrecord.record import Record
from onrecord.record.views import Card, DocumentView, Named, StatementView
from onrecord.report.chart import Chart, chart

MOST_LANES = 6
OPEN_STATEMENTS = 25
"""How many statements are unfolded when the page opens."""

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
        starts = [c.statement.when.start for c in self.cards if c.statement.when]
        return wording.span_of(min(starts), max(starts)) if starts else "undated"


def page(record: Record, *, title: str | None = None, limit: int = 500) -> str:
    """Return the page of `record` with at most `limit` statements, most quoted speakers first."""
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


def _in_time(statement: StatementView) -> tuple[bool, str, str]:
    when = statement.when
    return (when is None, when.start if when else "", statement.id)


def _groups(record: Record, speakers: list[list[StatementView]], limit: int) -> Iterator[Group]:
    shown = 0
    for statements in speakers:
        cards = tuple(record.card(s.id) for s in islice(statements, limit - shown))
        if not cards:
            return
        yield Group(statements[0].speaker, cards, len(statements), shown < OPEN_STATEMENTS)
        shown += len(cards)


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
