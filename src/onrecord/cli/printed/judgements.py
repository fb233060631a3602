"""What a judgement changed, and what was judged before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC
from pathlib import Path, PurePath

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.cli.printed.commands import command
from onrecord.cli.printed.pairs import Pairs
from onrecord.cli.printed.timeline import SHORT_ID
from onrecord.cli.terminal import clean
from onrecord.export.wording import count, crop
from onrecord.model import Standing, Verdict
from onrecord.record.views import Change, Compared, Decided, JudgementView

LONGEST_NAME = 80
MOST_REPORTS = 3
_BECAME = {
    Standing.UNDONE: "undone",
    Standing.OVERRIDDEN: "overridden",
    Standing.ORPHANED: "orphaned: nobody on record is meant any more",
}


def outcome(change: Change, record: Path) -> Text:
    """Return what a judgement changed or would change, and how to take it back."""
    text = Text(clean(_changed(change)))
    if change.judgement is None or not change.done:
        return text.append("\nNothing was written.", "dim")
    undo = change.judgement.judgement.id[:SHORT_ID]
    return text.append("\nTake that back: ", "dim").append(
        clean(command("undo", record, undo)), "bold"
    )


def history_list(judgements: Sequence[JudgementView], *, limit: int) -> RenderableType:
    """Return at most `limit` judgements, the newest first, and what became of each."""
    if not judgements:
        return Text("No person has judged anything here.", style="dim")
    shown = list(reversed(judgements))[:limit]
    became = Counter(view.standing for view in judgements)
    parts = [count(len(judgements), "judgement")]
    parts += [f"{became[each]:,} {each}" for each in _BECAME if became[each]]
    rows = Pairs((_time(view), _told(view)) for view in shown)
    lines: list[RenderableType] = [Text(", ".join(parts), style="bold"), Text(), rows]
    if len(judgements) > limit:
        more = f"{len(judgements) - limit:,} more: --limit {len(judgements)} shows all."
        lines.append(Text(more, style="dim"))
    return Group(*lines)


def _time(view: JudgementView) -> Text:
    """Return when it was judged, in UTC as the page has its times."""
    return Text(f"{view.judgement.at.astimezone(UTC):%Y-%m-%d %H:%M}", "cyan")


def _changed(change: Change) -> str:
    actor = crop(change.actor.name, LONGEST_NAME) if change.actor else "an actor"
    other = crop(change.other.name, LONGEST_NAME) if change.other else "another"
    verdict = change.judgement.judgement.verdict if change.judgement else None
    decided = change.judgement.decided if change.judgement else None
    given = crop(decided.name or "", LONGEST_NAME) if decided else ""
    if change.compared:
        return _remark(change, verdict)
    now = "is now" if change.done else "would be"
    moved = _moved(change)
    match verdict:
        case None if change.undone:
            return "That is undone already."
        case None:
            return f"{actor}: that is so already."
        case Verdict.MERGE:
            total = count(change.total, "statement")
            return f"“{other}” {now} {actor}: {moved}, {total} in all."
        case Verdict.SPLIT:
            return f"{other} {now} apart from {actor}: {moved}."
        case Verdict.RENAME:
            before = crop(decided.actor, LONGEST_NAME) if decided else "The actor"
            return f"“{before}” {now} called {given}: {count(change.total, 'statement')}."
        case Verdict.ALIAS:
            return f"“{given}” {now} {actor}: {moved}."
        case _:
            undone = _sentence(change.undone) if change.undone else ""
            return f"{'Undone' if change.done else 'To be undone'}: {undone}; {moved}."


def _remark(change: Change, verdict: Verdict | None) -> str:
    """Return what a judgement changed of two statements."""
    told = change.compared or Compared("", "", None, None)
    now = "now " if change.done else "would "
    tell = "tell" if change.done else "would tell"
    moved = f"{count(change.statements, 'statement')} {tell} another remark than before"
    match verdict:
        case None:
            return "That is undone already." if change.undone else "That is so already."
        case Verdict.UNDO:
            undone = _sentence(change.undone) if change.undone else ""
            return f"{'Undone' if change.done else 'To be undone'}: {undone}; {moved}."
        case Verdict.MERGE:
            tellings = count(change.tellings, "statement")
            return f"{_words(told.one)} and {_words(told.other)} {now}tell one remark: {tellings}."
        case _:
            does = "tells" if change.done else "tell"
            return f"{_words(told.one)} {now}{does} another remark than {_words(told.other)}."


def _words(quote: str) -> str:
    return f"“{crop(quote, LONGEST_NAME)}”"


def _moved(change: Change) -> str:
    """Return how many statements have another speaker by it, or would have."""
    verb = ("has" if change.statements <= 1 else "have") if change.done else "would have"
    if not change.statements:
        return f"no statement {verb} another speaker"
    statements, reports = count(change.statements, "statement"), count(change.reports, "report")
    return f"{statements} in {reports} {verb} another speaker"


def _told(view: JudgementView) -> Text:
    judgement = view.judgement
    told = Text(clean(_sentence(view)), "dim" if view.standing is not Standing.STANDS else "")
    said = f"{judgement.author}: {judgement.reason}" if judgement.reason else judgement.author
    facts = [crop(said, 300), *_became(view)]
    told.append("\n" + clean(" · ".join(facts)) + " · ", "dim")
    return told.append(judgement.id[:SHORT_ID], "dim bold")


def _became(view: JudgementView) -> Iterator[str]:
    if view.standing in _BECAME:
        by = f" by {view.by[:SHORT_ID]}" if view.by else ""
        yield f"{_BECAME[view.standing]}{by}"


def _sentence(view: JudgementView) -> str:
    """Return what a judgement says, in the names of its time."""
    judgement, decided = view.judgement, view.decided
    if judgement.verdict is Verdict.UNDO:
        return f"undid {judgement.subject_id[:SHORT_ID]}"
    if told := view.compared:
        one, other = _words(told.one), _words(told.other)
        if judgement.verdict is Verdict.MERGE:
            return f"{one} and {other} tell one remark"
        return f"{one} tells another remark than {other}"
    if decided is None:
        return f"{judgement.verdict} of the {judgement.subject} {judgement.subject_id[:SHORT_ID]}"
    actor = crop(decided.actor, LONGEST_NAME)
    given = crop(decided.name or "", LONGEST_NAME)
    match judgement.verdict:
        case Verdict.MERGE:
            return f"“{crop(decided.other or '', LONGEST_NAME)}” is {actor}"
        case Verdict.RENAME:
            return f"“{actor}” is called {given}"
        case Verdict.ALIAS:
            return f"“{given}” is {actor}"
        case _:
            called = f" and is called {given}" if given else ""
            return f"{_part(decided)} is not {actor}{called}"


def _part(decided: Decided) -> str:
    """Return what a split takes out, as the subject of a sentence."""
    spelled = " or ".join(f"“{spelling}”" for spelling in decided.spellings)
    names = [PurePath(report).name for report in decided.reports[:MOST_REPORTS]]
    if len(decided.reports) > MOST_REPORTS:
        names.append(count(len(decided.reports) - MOST_REPORTS, "more report"))
    return " in ".join(part for part in (spelled or "who is told of", ", ".join(names)) if part)
