"""Pairs of actors that may be one, and the command that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.cli.printed.commands import command
from onrecord.cli.printed.pairs import Pairs
from onrecord.cli.printed.timeline import SHORT_ID
from onrecord.cli.terminal import clean
from onrecord.export.wording import count, crop
from onrecord.record.views import ActorRow, Suggested

LONGEST_NAME = 60
_HEXADECIMAL = re.compile(r"[0-9a-f]{16}")


def suggestion_list(suggested: Sequence[Suggested], record: Path, *, limit: int) -> RenderableType:
    """Return at most `limit` pairs: how likely each is, why, and how to merge it."""
    if not suggested:
        return Text("No two actors look like one.", style="dim")
    heading = f"{count(len(suggested), 'pair')} that may be one actor"
    rows = Pairs(
        (Text(f"{each.score:.2f}", "cyan"), _pair(each, record)) for each in suggested[:limit]
    )
    lines: list[RenderableType] = [Text(heading, style="bold"), Text(), rows]
    if len(suggested) > limit:
        more = f"{len(suggested) - limit:,} more: --limit {len(suggested)} shows all."
        lines.append(Text(more, style="dim"))
    return Group(*lines)


def _pair(suggested: Suggested, record: Path) -> Text:
    told = Text().append_text(_named(suggested.one)).append(" · ", "dim")
    told.append_text(_named(suggested.other))
    told.append("\n" + clean("; ".join(suggested.reasons)), "dim")
    ids = (_short(row.id) for row in (suggested.one, suggested.other))
    return told.append(clean("\n" + command("merge", record, *ids)), "dim")


def _named(row: ActorRow) -> Text:
    name = Text(clean(crop(row.name, LONGEST_NAME)), "bold")
    return name.append(f" ({row.statements:,})", "not bold dim")


def _short(id: str) -> str:
    """Return as much of an id as finds its actor; that of a registry is no digest."""
    return id[:SHORT_ID] if _HEXADECIMAL.fullmatch(id) else id
