"""Who speaks and who is spoken to, of what is selected of mentions."""

from __future__ import annotations

import json
from collections.abc import Sequence

from onrecord.record.views import Named


def answering(speaker: Named | None, mentioned: str) -> tuple[Named, ...]:
    """Return who answers for the words, the speaker first; sources without a name give way."""
    in_order = sorted(json.loads(mentioned), key=lambda mention: mention[:3])
    others = (somebody(*who) for _, _, _, *who, _ in in_order)
    everyone = tuple(dict.fromkeys(who for who in (speaker, *others) if who))
    return tuple(who for who in everyone if who.named) or everyone


def in_place_of(speaker: Named | None, speakers: Sequence[Named], mentioned: str) -> float | None:
    """Return how sure it is that the words are theirs who stand for a speaker without a name."""
    if speaker is None or speaker in speakers:
        return None
    sure = [sure for *_, id, _, _, sure in json.loads(mentioned) if id != speaker.id]
    return least_sure(*sure)


def least_sure(*steps: float | None) -> float | None:
    """Return the confidence of the least sure step, None where no step was taken."""
    return min((step for step in steps if step is not None), default=None)


def everybody(pairs: str) -> tuple[Named, ...]:
    """Return all of whom a list of names is selected, each once."""
    if pairs == "[]":
        return ()
    found = (somebody(*who) for who in json.loads(pairs))
    return tuple(dict.fromkeys(who for who in found if who))


def somebody(
    id: str | None, name: str | None, named: int, sure: float | None = None
) -> Named | None:
    """Return somebody by name; whom a judgement made an actor of is as good as named."""
    return Named(id, name, id is not None or bool(named), sure) if name else None
