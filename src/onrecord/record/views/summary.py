"""The record in numbers, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.model import CopyKind, Factuality, Kind


@dataclass(frozen=True, slots=True)
class Summary:
    """The record in numbers.

    `first` and `last` are when the earliest and latest dated statement begins (said, else
    published), in ISO 8601 as exact as it is known: ``2021`` for a year. `undated` counts
    the statements that have neither. `actors` and `speakers` count all actors and those
    who say something. `outlets` maps an outlet to its documents, `languages` a language;
    both leave out those of which it is unknown. `drops` counts what extraction looked at
    and left, `skipped` the inputs that could not be read, both by reason.

    `factualities` maps whether statements are told as said to how many are: an announcement is
    no statement made. Of those told as said, `utterances` counts the acts of speech that they
    tell, `copied` those that a copy of a report repeats, and `second_hand` those of the others
    that are known through another speaker. `copies` maps a kind of copy to its documents.
    `grouped` is whether utterances stand for all that was added.
    """

    documents: int
    captures: int
    statements: int
    kinds: Mapping[Kind, int]
    actors: int
    speakers: int
    first: str | None
    last: str | None
    undated: int
    outlets: Mapping[str, int]
    languages: Mapping[str, int]
    drops: Mapping[str, int]
    skipped: Mapping[str, int]
    judgements: int
    extractor: str | None
    resolved: bool
    utterances: int = 0
    second_hand: int = 0
    copied: int = 0
    factualities: Mapping[Factuality, int] = field(default_factory=dict)
    copies: Mapping[CopyKind, int] = field(default_factory=dict)
    grouped: bool = True

    @property
    def made(self) -> int:
        """How many statements are told as said."""
        return self.factualities.get(Factuality.MADE, 0)

    @property
    def tellings(self) -> int:
        """How many statements are told as said; those that a copy repeats are not told again."""
        return self.made - self.copied

    @property
    def first_hand(self) -> int:
        """How many tellings are not known through another speaker."""
        return self.tellings - self.second_hand


@dataclass(frozen=True, slots=True)
class Problem:
    """Something `check` found. With `grave` false it is worth knowing and nothing is broken."""

    code: str
    message: str
    ids: tuple[str, ...]
    grave: bool = True

    def __str__(self) -> str:
        return f"{', '.join(self.ids)}: {self.message}"
