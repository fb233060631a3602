"""All that was read in one document."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.model.actor import Entity, Mention
from onrecord.model.statement import Drop, Statement
from onrecord.model.text import Capture, Document
from onrecord.model.utterance import Circumstance, Said, Teller


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document, and by which version of an extractor.

    `extractor` is the `Statement.extractor` of its statements, said here because a document
    may hold none. `said` maps the id of a statement to what the report tells of when it was
    made, `chains` to everybody through whom it is known, from the outlet inwards.
    """

    capture: Capture
    document: Document
    statements: tuple[Statement, ...]
    drops: tuple[Drop, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    said: dict[str, Said]
    extractor: str
    circumstances: tuple[Circumstance, ...] = ()
    chains: dict[str, tuple[Teller, ...]] = field(default_factory=dict)
