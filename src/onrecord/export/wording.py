"""How the record's values are put into words: the same in a terminal and on a page."""

from __future__ import annotations

from pathlib import PurePath

from onrecord.model import Granularity, Interval, Kind, Status
from onrecord.record.views import (
    UNSURE,
    Hit,
    Named,
    RoleBasis,
    RoleView,
    StatementView,
)

KINDS = {
    Kind.DIRECT: "in the speaker's own words",
    Kind.INDIRECT: "paraphrase, in the reporter's words",
    Kind.MIXED: "paraphrase with the speaker's own words in it",
}

UNSURE_WHO = "unsure who"
UNNAMED = "unnamed"
DOUBTFUL = "perhaps misread"
"""Said of a statement that the extractor itself is not sure of."""

LONGEST_ROLE = 60

_LENGTH = {Granularity.YEAR: 4, Granularity.MONTH: 7}


def when(interval: Interval | None) -> str:
    """Return a time in ISO 8601, as exact as it is known: ``2024-10``, ``2024-10-22 20:01``."""
    if interval is None:
        return "unknown"
    if interval.granularity is Granularity.MINUTE:
        start, end = (side[:16].replace("T", " ") for side in (interval.start, interval.end))
    else:
        length = _LENGTH.get(interval.granularity, 10)
        start, end = interval.start[:length], interval.end[:length]
    return start if start == end else f"{start} to {end}"


def beginning(interval: Interval) -> str:
    """Return the day that a time begins on, or the month or year if no more is known."""
    return interval.start[: _LENGTH.get(interval.granularity, 10)]


def span_of(first: str | None, last: str | None) -> str:
    """Return the days from `first` to `last`, each as exact as it is known."""
    if first is None or last is None:
        return "no dates known"
    return first[:10] if first[:10] == last[:10] else f"{first[:10]} to {last[:10]}"


def months(first: str | None, last: str | None) -> str:
    """Return the months from `first` to `last`, "" where they are unknown."""
    if first is None or last is None:
        return ""
    return first[:7] if first[:7] == last[:7] else f"{first[:7]} – {last[:7]}"


def count(number: int, one: str, many: str | None = None) -> str:
    """Return ``1 report``, ``1,204 reports``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def crop(text: str, limit: int) -> str:
    """Return `text` on one line, at most `limit` characters, cut between words where it can be."""
    line = " ".join(text[: limit * 2].split())
    if len(line) <= limit and len(text) <= limit * 2:
        return line
    cut = line[: limit - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[limit // 2 :] else cut).rstrip() + "…"


def quoted(statement: StatementView, limit: int) -> str:
    """Return the words of a statement, so that they read alone (see `StatementView.around`)."""
    before, after = statement.around
    return f"{before}{crop(statement.quote, limit)}{after}"


def place(told: StatementView | Hit) -> str:
    """Return where something is told: the outlet, or the name of the file."""
    return crop(told.outlet or PurePath(told.path).name, 60)


def named(who: Named | None) -> str:
    """Return who somebody is, and whether the words are no name and so mean no known actor."""
    return _noted(who)


def speaker(statement: StatementView) -> str:
    """Return who made a statement, and whether that is not sure.

    Of two who speak together, whom the words name only as both, the names are told.
    """
    who = statement.speaker
    if who and not who.named and any(other.named for other in statement.speakers):
        who = Named(None, " and ".join(other.name for other in statement.speakers))
    return _noted(who, *([UNSURE_WHO] if statement.unsure else []))


def _noted(who: Named | None, *notes: str) -> str:
    notes = notes if who is None or who.named else (UNNAMED, *notes)
    name = who.name if who else "Speaker unknown"
    return f"{name} ({', '.join(notes)})" if notes else name


def role(known: RoleView) -> str:
    """Return what a speaker was, in words: ``former mayor of Tarn``."""
    leads = {Status.FORMER: "former ", Status.ACTING: "acting "}
    return leads.get(known.status, "") + known.title


def short_role(known: RoleView) -> str:
    """Return what a speaker was, and whether it is other reports that call them so."""
    bridged = " (in other reports)" if known.basis is RoleBasis.ATTESTED else ""
    return crop(role(known), LONGEST_ROLE) + bridged


def role_known(known: RoleView) -> str:
    """Return through what it is known what a speaker was."""
    if known.basis is RoleBasis.REPORT:
        then = " of that time" if known.status is Status.THEN else ""
        return f"as this report calls the speaker{then}"
    if known.basis is RoleBasis.ATTESTED:
        return f"so called in {count(known.reports, 'report')}, {span_of(known.start, known.end)}"
    as_of = f", known up to {known.as_of}" if known.as_of and not known.end else ""
    term = f"{known.start} to {known.end}" if known.end else f"since {known.start}"
    return f"registry {known.registry}: {term}{as_of}"


def teller(statement: StatementView) -> str:
    """Return who tells of a statement that is known through another, and whether that is sure."""
    sure = statement.via_confidence is None or statement.via_confidence >= UNSURE
    return (statement.via or "an unknown speaker") + ("" if sure else f" ({UNSURE_WHO})")
