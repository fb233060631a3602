"""What a run did and what the record holds after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.cli.printed.commands import command
from onrecord.cli.reading import Tally
from onrecord.cli.terminal import clean
from onrecord.export.wording import count, span_of
from onrecord.model import Factuality
from onrecord.record.views import ActorRow, Summary

ENGLISH = "en"
"""The language whose cue verbs are known."""


def summary_table(summary: Summary, tally: Tally) -> RenderableType:
    """Return the run beside the record: documents, skips, statements, actors, dates."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(justify="right", style="bold", no_wrap=True)
    table.add_column(overflow="fold", ratio=1, style="dim")
    by = f" by the extractor {tally.extractor}" if tally.added else ""
    table.add_row("Read now", f"{tally.added:,}", f"of {count(tally.seen, 'input')}{by}")
    if tally.known:
        table.add_row("Duplicates", f"{tally.known:,}", "already in the record")
    if tally.skipped:
        table.add_row("Skipped", f"{tally.skipped.total():,}", _counts(tally.skipped.items()))
    table.add_row()
    table.add_row("Documents", f"{summary.documents:,}", _outlets(summary))
    if summary.documents:
        table.add_row("Languages", f"{len(summary.languages):,}", _languages(summary))
    if copied := sum(summary.copies.values()):
        table.add_row(
            "Copies", f"{copied:,}", f"of other reports: {_counts(summary.copies.items())}"
        )
    table.add_row("Statements", f"{summary.statements:,}", _counts(summary.kinds.items()))
    table.add_row("Remarks", f"{summary.utterances:,}", _tellings(summary))
    if unsaid := summary.statements - summary.made:
        table.add_row("Not said", f"{unsaid:,}", _counts(_unsaid(summary)))
    speakers = f"{summary.speakers:,} of them speak"
    table.add_row("Actors", f"{summary.actors:,}", speakers)
    undated = f"{count(summary.undated, 'statement')} undated" if summary.undated else ""
    table.add_row("Dates", "", ", ".join(filter(None, (_span(summary), undated))))
    if summary.drops:
        table.add_row(
            "Left out", f"{sum(summary.drops.values()):,}", _counts(summary.drops.items())
        )
    return table


def next_commands(actors: Sequence[ActorRow], record: Path) -> Text:
    """Return where the record is and what to ask it."""
    text = Text(clean(f"\nStored in {record}. Next:"))
    commands = [command("report", record, "-o", "page.html")]
    if actors:
        commands.insert(0, command("show", record, actors[0].name))
    for one in commands:
        text.append(clean(f"\n  {one}"), "bold")
    return text


def _tellings(summary: Summary) -> str:
    """Return how often remarks are told, and at what hand; copies tell nothing again."""
    parts = [
        f"told {summary.tellings:,} times",
        f"at first hand {summary.first_hand:,} · at second hand {summary.second_hand:,}",
        f"in copies {summary.copied:,} more" if summary.copied else "",
    ]
    return " · ".join(filter(None, parts))


def _unsaid(summary: Summary) -> list[tuple[str, int]]:
    """Return how many statements are announced, supposed or denied: none is a remark."""
    return [(f, n) for f, n in summary.factualities.items() if f is not Factuality.MADE]


def _span(summary: Summary) -> str:
    return span_of(summary.first, summary.last)


def _outlets(summary: Summary) -> str:
    unknown = summary.documents - sum(summary.outlets.values())
    parts = [_counts(summary.outlets.items()), f"outlet unknown {unknown:,}" if unknown else ""]
    return " · ".join(filter(None, parts))


def _languages(summary: Summary) -> str:
    """Return the languages of the documents, and of which ones not every statement is found."""
    others = {name: n for name, n in summary.languages.items() if name != ENGLISH}
    unknown = summary.documents - sum(summary.languages.values())
    english = summary.languages.get(ENGLISH, 0)
    parts = [f"{ENGLISH} {english:,}" if english else "", f"unknown {unknown:,}" if unknown else ""]
    read = " · ".join(filter(None, parts))
    if not others:
        return read
    partly = f"{_counts(others.items())} read for marks and layout only: cue verbs are English"
    return "; ".join(filter(None, (read, partly)))


def _counts(counts: Iterable[tuple[str, int]]) -> str:
    largest = sorted(counts, key=lambda item: (-item[1], item[0]))
    shown = [f"{clean(name)} {number:,}" for name, number in largest[:8]]
    if len(largest) > 8:
        shown.append(f"{len(largest) - 8:,} more")
    return " · ".join(shown)
