"""Which bodies a noun may mean: "the group", "the union", "the harbour ministry"."""

from __future__ import annotations

from onrecord.actor.mention.drafts import Draft
from onrecord.actor.role.roles import Description
from onrecord.actor.words import DISTINCT
from onrecord.model import ActorKind

KINDRED = tuple(
    frozenset(nouns.split())
    for nouns in (
        "union association federation guild brotherhood",
        "company firm group corporation corp inc ltd plc llc business giant maker holdings "
        "industries systems technologies airlines airways partners energy bank",
        "agency administration bureau service department ministry office authority watchdog "
        "regulator commission board",
        "network channel broadcaster station tv television news radio broadcasting",
        "newspaper paper daily times post journal gazette herald tribune guardian telegraph "
        "mail observer chronicle independent magazine outlet website site",
        "charity foundation trust fund society",
        "party labour conservatives tories democrats republicans liberals greens",
        "court tribunal",
        "university college school",
        "group alliance coalition network movement campaign committee council institute "
        "center centre forum initiative project watch",
        "parliament congress senate house assembly chamber",
    )
)
"""Nouns for bodies that one and the same body may go by, or have in its name."""

_IDLE = frozenset("news online media own".split())
"""Modifiers that tell no body from another of its kind: "the news site"."""

_ANY = frozenset("group organisation organization body institution".split())
"""Nouns that any body may go by, whatever its name holds."""


def body_fits(wanted: Description, draft: Draft) -> float:
    """Return how well a noun fits a body, 0 not at all: by its name, by a noun kindred to it."""
    if draft.thing or draft.kind is ActorKind.PERSON or draft.plural or not draft.named:
        return 0.0
    words = {w.lower() for n in draft.names for w in n.split()}
    modifiers = wanted.modifiers - _IDLE
    if wanted.head in words:
        return 2.0 if modifiers <= words else 1.0 if not modifiers else 0.0
    if modifiers:
        return 0.0
    if any(wanted.head in kin and words & kin for kin in KINDRED):
        return 1.5
    if wanted.head in DISTINCT:
        return 0.0
    if wanted.head not in _ANY and any(words & kin for kin in KINDRED):
        return 0.0
    if draft.kind is ActorKind.COUNTRY:
        return 1.0 if wanted.head in ("country", "nation", "state") else 0.0
    return 1.0 if draft.kind is ActorKind.ORGANISATION else 0.4
