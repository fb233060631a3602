"""Who asks in an interview: the outlet's own reporter, through whom nothing is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from onrecord.model import Document, Statement

_FEWEST = 2
"""Questions that make somebody the one who asks."""
_UNTOLD = frozenset({"asked", "heard", "hears"})
"""Cues with whose source, or without one, somebody listens: "Asked about", "the court heard"."""


def askers(document: Document, said: Iterable[tuple[Statement, str | None]]) -> frozenset[str]:
    """Return who asks where a report is laid out as questions and answers.

    They are those whose turns begin a paragraph and are questions, half of them at least.

    Args:
        document: the report.
        said: its statements, each with the id of the entity that makes it, None where unknown.
    """
    begins = {block.span.start for block in document.blocks}
    turns: dict[str, list[bool]] = defaultdict(list)
    for one, speaker in said:
        if speaker is None or not one.source or one.source[0].start not in begins:
            continue
        if document.text[one.source[0].end :][:1] == ":":
            end = one.content[-1].end
            turns[speaker].append("?" in document.text[end - 1 : end + 1])
    asking = {s for s, asked in turns.items() if sum(asked) * 2 >= len(asked) and any(asked)}
    answering = turns.keys() - asking
    return frozenset(s for s in asking if answering and sum(turns[s]) >= _FEWEST)


def asked_by_nobody(document: Document, one: Statement) -> bool:
    """Whether a statement is a question that nobody is named for, or what somebody heard."""
    if not one.cue:
        return False
    verb = one.cue[-1].of(document.text).split()[-1].lower()
    return verb in _UNTOLD and (verb != "asked" or not one.source)
