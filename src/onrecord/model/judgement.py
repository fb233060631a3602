"""What humans decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    ALIAS = "alias"
    UNDO = "undo"


class Standing(StrEnum):
    """What became of a judgement."""

    STANDS = "stands"
    UNDONE = "undone"
    OVERRIDDEN = "overridden"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a human decided about a row; it never changes the row.

    `subject` is what the row is of (``statement``, ``actor``, ``utterance``, or ``judgement`` for
    an undo) and `subject_id` its id, of an utterance that of a statement that tells it. `value` is
    the JSON of a correction, "" where there is none; that of a judgement of actors says whom it
    means (see `onrecord.record.decisions`), that of one of utterances which two statements
    (`onrecord.record.comparisons`).
    """

    id: str
    subject: str
    subject_id: str
    verdict: Verdict
    value: str
    author: str
    reason: str
    at: datetime
