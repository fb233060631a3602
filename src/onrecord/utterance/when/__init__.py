"""When each statement of a report was made, as far as the report tells."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Circumstance, Document, Mention, Said, Statement
from onrecord.utterance.when.attribution import Attribution
from onrecord.utterance.when.echoes import echoes
from onrecord.utterance.when.events import at_event, dated_by_events
from onrecord.utterance.when.interviews import turns
from onrecord.utterance.when.occasions import Occasions
from onrecord.utterance.when.quoted import retold
from onrecord.utterance.when.references import References
from onrecord.utterance.when.scene import Scenes, as_scene
from onrecord.utterance.when.settings import People
from onrecord.utterance.when.sheet import Sheet

__all__ = ["at_event", "dated_by_events", "said_when"]


def said_when(
    document: Document,
    statements: Sequence[Statement],
    *,
    mentions: Sequence[Mention] = (),
    circumstances: Sequence[Circumstance] = (),
) -> dict[str, Said]:
    """Return what a report tells of when each of `statements` was made.

    Only words of the attribution count: the sentence of the cue without any content. Weekdays,
    days without a year and words like "yesterday" count from the dateline, else from
    `document.published`, and inside somebody's words from the day on which they were spoken;
    where that is unknown they are kept as words, without an interval. A day carries to the
    other statements of the same speaker, rule ``scene``, as long as nothing tells of another
    occasion; `mentions`, where given, tell who the same speaker is, else the words of the
    source do, and `circumstances` which statements were made on one occasion. Thoughts, plans,
    and what was not said have no time; nor does what would lie after the day of publication.
    What is told inside a statement has only a time of its own.
    """
    sheet = Sheet(document, statements)
    references = References(document, sheet)
    attribution = Attribution(sheet, references)
    told: dict[str, Said] = {}
    for depth in range(1 + max(sheet.depths.values(), default=0)):
        for statement in sheet.statements:
            if sheet.depths[statement.id] == depth:
                said = attribution.said(statement, told)
                if said is not None:
                    told[statement.id] = said
        if depth == 0:
            told |= {id: as_scene(it) for id, it in turns(sheet, references, told).items()}
            told |= Scenes(sheet, references, mentions, Occasions(circumstances), told).carried()
        else:
            found = retold(sheet, references, told, depth)
            told |= {id: as_scene(said) for id, said in found.items()}
    told |= {
        id: as_scene(said) for id, said in echoes(sheet, People(sheet, mentions), told).items()
    }
    return {s.id: told[s.id] for s in sheet.statements if s.id in told}
