"""Through whom a statement is known: outlet ← wire ← speaker ← inner speaker.

The chain runs from the outlet that printed the report inwards, without the statement's own
speaker. Who reports a statement stands in it (`Statement.parent`), and so does every other
outlet that the report credits. An outlet that credits itself is no link, and neither is a
speaker who tells what they said themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.model import Document, Entity, Mention, Part, Statement, Teller, TellerKind
from onrecord.utterance.askers import asked_by_nobody, askers
from onrecord.utterance.credits import Credit, credits_of
from onrecord.utterance.outlets import Outlets, alike, core, is_outlet_noun, words_at
from onrecord.utterance.writers import Writers

_SPEAKS_FOR = "speaks for"
"""The rule of a mention of the body that a spokesman speaks for."""
Chain = tuple[Teller, ...]


def chains(
    document: Document,
    statements: Sequence[Statement],
    entities: Sequence[Entity],
    mentions: Sequence[Mention],
) -> dict[str, Chain]:
    """Return, by the id of each statement, through whom it is known, the outlet first.

    The first teller is always the outlet that printed the report, with the name "" where that
    is unknown. Mentions are as `onrecord.actor.resolve_document` gives them; the order of the
    statements and entities does not matter.
    """
    return _Chains(document, statements, entities, mentions).all()


def second_hand(chain: Chain, speaker_id: str | None) -> bool:
    """Whether a statement is known through another speaker than the one who made it.

    Args:
        chain: what `chains` gives for the statement.
        speaker_id: the entity that made it; unknown (None) it is taken for another than any
            teller.
    """
    return any(
        teller.kind is TellerKind.SPEAKER
        and (speaker_id is None or teller.entity_id is None or teller.entity_id != speaker_id)
        for teller in chain
    )


class _Chains:
    def __init__(
        self,
        document: Document,
        statements: Sequence[Statement],
        entities: Sequence[Entity],
        mentions: Sequence[Mention],
    ) -> None:
        self._document = document
        self._by_id = {s.id: s for s in statements}
        self._entities = {e.id: e for e in entities}
        self._outlets = Outlets(document, entities, mentions)
        self._sources: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            if mention.part is Part.SOURCE and mention.statement_id is not None:
                self._sources[mention.statement_id].append(mention)
        self._credits = credits_of(document, statements, entities, mentions, self._outlets)
        self._through: dict[str, Chain] = {}
        said = [(s, self._speaker_id(s)) for s in statements]
        self._askers = askers(document, said)
        self._writers = Writers(document, said)

    def all(self) -> dict[str, Chain]:
        return {id_: self._chain(one) for id_, one in self._by_id.items()}

    def _chain(self, one: Statement) -> Chain:
        printed = Teller(TellerKind.OUTLET, self._document.outlet or "", None, None, None)
        links = [printed, *self._links(one)]
        own = self._speaker_id(one)
        kept: list[Teller] = []
        for link in links:
            if own is None or link.entity_id != own:
                _add(kept, link)
        return tuple(kept)

    def _links(self, one: Statement) -> Iterator[Teller]:
        """Yield all through whom a statement passed but the report's own outlet."""
        for outer in self._reporting(one):
            if outer.id not in self._through:
                self._through[outer.id] = tuple(self._through_one(outer))
            yield from self._through[outer.id]
        yield from map(_wire, self._credits[one.id])

    def _through_one(self, outer: Statement) -> Iterator[Teller]:
        """Yield who makes a statement that reports another, and the outlets credited with it."""
        teller = self._teller(outer)
        wire = teller is not None and teller.kind is TellerKind.WIRE
        credited = self._credits[outer.id]
        yield from (_wire(credit) for credit in credited if not (wire and credit.behind))
        if teller is not None:
            yield teller
        yield from (_wire(credit) for credit in credited if wire and credit.behind)

    def _reporting(self, one: Statement) -> list[Statement]:
        """Return the statements that report a statement, from outermost inwards."""
        found: list[Statement] = []
        seen = {one.id}
        parent = self._by_id.get(one.parent or "")
        while parent is not None and parent.id not in seen:
            found.append(parent)
            seen.add(parent.id)
            parent = self._by_id.get(parent.parent or "")
        return found[::-1]

    def _teller(self, reporting: Statement) -> Teller | None:
        """Return who makes a statement that reports another, None for the report's own outlet.

        Who asks in an interview asks for the outlet.
        """
        if asked_by_nobody(self._document, reporting):
            return None
        if self._speaker_id(reporting) in self._askers:
            return None
        entity = self._entities.get(self._speaker_id(reporting) or "")
        span = reporting.source[0] if reporting.source else None
        words = words_at(self._document, span) if span else ""
        if span is not None and not (entity and entity.named):
            writer = self._entities.get(self._writers.of(words, span.start) or "")
            outlet_before = self._outlets.before(span.start) if is_outlet_noun(words) else None
            entity = writer or outlet_before or entity
        if self._outlets.is_own(words, entity):
            return None
        outlet = self._outlets.is_outlet(words, entity)
        kind = TellerKind.WIRE if outlet else TellerKind.SPEAKER
        name = entity.name if entity and entity.named else self._name(reporting)
        if outlet and not name:
            name = core(words)
        return Teller(kind, name, span, entity.id if entity else None, reporting.id)

    def _name(self, one: Statement) -> str:
        """Return the name of who makes a statement, the names of several who speak as one."""
        who = [(self._entities[m.entity_id], m) for m in self._sources[one.id] if m.entity_id]
        if not who or who[0][0].named:
            return who[0][0].name if who else ""
        together = (entity.name for entity, m in who[1:] if entity.named and m.rule != _SPEAKS_FOR)
        return " and ".join(dict.fromkeys(together))

    def _speaker_id(self, one: Statement) -> str | None:
        return next((m.entity_id for m in self._sources[one.id] if m.entity_id), None)


def _wire(credit: Credit) -> Teller:
    return Teller(TellerKind.WIRE, credit.name, credit.span, credit.entity_id, None)


def _add(kept: list[Teller], link: Teller) -> None:
    """Add a link that is not there: no outlet stands twice, nobody next to themselves."""
    if link.kind is TellerKind.WIRE:
        if any(alike(link.name, other.name) for other in kept if other.kind is TellerKind.WIRE):
            return
    elif kept and link.entity_id is not None and kept[-1].entity_id == link.entity_id:
        kept.pop()  # "Bo said: “I told her that …”": the nearer telling of the two
    kept.append(link)
