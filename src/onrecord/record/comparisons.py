"""What a judgement of utterances says: that two statements tell one act of speech, or do not.

It is anchored in the statements as they were read: their spans and words, whoever extracted
them. Where a better extractor draws another line around the same words, the statement of the
report that has most of them is meant.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from onrecord.model import Verdict

SUBJECT = "utterance"
"""What a judgement of utterances has for its subject; the id of it is the first statement's."""

OF_UTTERANCES = (Verdict.MERGE, Verdict.SPLIT)
"""The verdicts on whether two statements tell one act of speech."""


@dataclass(frozen=True, slots=True)
class MeantStatement:
    """A statement as a judgement knew it: `start` and `stop` are the ends of its content."""

    id: str
    document: str
    anchor: str
    start: int
    stop: int
    words: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """``merge``: `one` and `other` tell one act of speech. ``split``: `one` tells another."""

    verdict: Verdict
    one: MeantStatement
    other: MeantStatement


def encoded(comparison: Comparison) -> str:
    """Return the JSON of a comparison: the `value` of its judgement."""
    told = {"one": asdict(comparison.one), "other": asdict(comparison.other)}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def compared(subject: str, verdict: Verdict, value: str) -> Comparison | None:
    """Return what a judgement of utterances says, None for one of anything else."""
    if subject != SUBJECT or verdict not in OF_UTTERANCES:
        return None
    try:
        told = json.loads(value)
        return Comparison(verdict, _decoded(told["one"]), _decoded(told["other"]))
    except (ValueError, KeyError, TypeError):
        return None


def _decoded(told: Mapping[str, Any]) -> MeantStatement:
    return MeantStatement(
        id=str(told["id"]),
        document=str(told["document"]),
        anchor=str(told["anchor"]),
        start=int(told["start"]),
        stop=int(told["stop"]),
        words=str(told["words"]),
    )
