"""The outlet of a report, where the report speaks of it: "this newspaper", "the Bote"."""

from __future__ import annotations

import re

from onrecord.actor.mention.confidence import sure
from onrecord.actor.mention.drafts import Draft, Reading
from onrecord.actor.mention.scene import Found, Scene
from onrecord.actor.name.spelling import organisation_key
from onrecord.model import ActorKind, Form, Span

_ITSELF = re.compile(
    r"(?:this|our) (?:newspaper|paper|magazine|agency|station|channel|broadcaster|publication|"
    r"website|journal|weekly|daily)",
    re.IGNORECASE,
)


def itself(scene: Scene, span: Span) -> Found | None:
    """Return the outlet of the report where the words at `span` are "this newspaper"."""
    outlet = scene.document.outlet
    if not outlet or not _ITSELF.fullmatch(span.of(scene.document.text)):
        return None
    key = organisation_key(outlet)
    known = (draft for draft in scene.drafts if key in map(organisation_key, draft.names))
    draft = next(known, None)
    if draft is None:
        draft = Draft([outlet], kind=ActorKind.ORGANISATION, start=span.start)
        scene.drafts.append(draft)
    return Found(Form.DESCRIPTION, draft, "the outlet itself", sure("the outlet itself"))


def is_outlet(scene: Scene, reading: Reading) -> bool:
    """Whether a name is the outlet's: in full, or as its last word behind "the"."""
    outlet, name = scene.document.outlet or "", reading.name
    if organisation_key(name.text) == organisation_key(outlet):
        return bool(outlet)
    before = scene.document.text[max(name.start - 4, 0) : max(name.start, 0)]
    return before.lower() == "the " and outlet.split()[1:] == name.text.split()
