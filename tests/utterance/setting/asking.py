"""Ask what a few lines tell of the speaking of their statements."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.model import Aspect
from onrecord.utterance.setting import circumstances
from tests.told import Say, tell


class Heard(NamedTuple):
    """A circumstance as words."""

    aspect: Aspect
    kind: str
    words: str
    rule: str


def told(text: str, *says: Say, number: int = 0) -> list[Heard]:
    """Return what is told of the statement with a number."""
    report = tell(text, *says, published="2024-03-15")
    wanted = report.statements[number].id
    found = circumstances(report.report, report.statements, report.mentions)
    return [
        Heard(c.aspect, c.kind, c.span.of(text), c.rule) for c in found if c.statement_id == wanted
    ]


def asked(text: str, *says: Say) -> list[list[tuple[str, str, str]]]:
    """Return aspect, kind and rule of all that is told of each statement; a place by its words."""
    return [
        [(h.aspect, h.kind or h.words, h.rule) for h in told(text, *says, number=n)]
        for n in range(len(says))
    ]
