"""Decide, in one report, whom every source and addressee means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.actor.mention.along import Along
from onrecord.actor.mention.confidence import UNSURE
from onrecord.actor.mention.drafts import Draft
from onrecord.actor.mention.introductions import introduced, is_taken_up, signed
from onrecord.actor.mention.overview import look_over, name_readings
from onrecord.actor.mention.page import read_page
from onrecord.actor.mention.references import References
from onrecord.actor.mention.salience import NAMED, QUOTED, SPOKE
from onrecord.actor.mention.scene import Found, Scene
from onrecord.actor.words import FIRST
from onrecord.model import (
    ActorKind,
    Document,
    Entity,
    Form,
    Kind,
    Mention,
    Part,
    Span,
    Statement,
    content_id,
)

_FOREIGN = 0.5
"""The most that is claimed for who is meant where pronouns, titles and cues are not English."""

_QUOTED_BY = re.compile(r"\b(?:quoted|cited)\s+by\s+\Z")


def resolve_document(
    document: Document, statements: Sequence[Statement]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Return the entities of one report and every stretch of text that stands for one.

    Sources and addressees of `statements` are resolved to the people, bodies and countries
    that the report names; people it names and who do not speak are entities as well. A
    mention that nothing in the report answers to has no entity. The result does not depend
    on the order of `statements`.
    """
    entities, mentions = _Resolver(_scene(document, statements)).result()
    if document.language in (None, "en"):
        return entities, mentions
    return entities, tuple(replace(m, confidence=min(m.confidence, _FOREIGN)) for m in mentions)


def resolved_scene(document: Document, statements: Sequence[Statement]) -> Scene:
    """Return a report as its reader knows it who has understood all sources and addressees."""
    scene = _scene(document, statements)
    _Resolver(scene).result()
    return scene


def _scene(document: Document, statements: Sequence[Statement]) -> Scene:
    page = read_page(document)
    return Scene(document, page, statements, name_readings(document, page, statements))


class _Resolver:
    """Goes through the statements of a report and notes whom their parts stand for."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.references = References(scene)
        self.mentions: list[tuple[Mention, Draft | None]] = []
        self.kept: set[Draft] = set()
        self.taken_for: dict[Draft, str] = {}

    def result(self) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
        look_over(self.scene)
        along = Along(self.scene, self.references)
        later = []
        for statement in self._outer_first():
            if self._says_who(statement):
                along.read_to(statement.source[0].start)
                self._source(statement)
            else:
                later.append(statement)
        for statement in sorted(later, key=lambda s: (s.content, s.id)):
            self._speaker(statement)
        for statement in self.scene.statements:
            for span in self.scene.stretches(statement.addressee):
                self._addressee(statement, span)
        return self._finish()

    def _outer_first(self) -> list[Statement]:
        """Return the statements in order, each behind those that report it in a quotation.

        In “He told me so,” said Berg, "he" is never Berg, who is named behind it.
        """
        ordered: dict[str, Statement] = {}
        for statement in self.scene.statements:
            around = [statement]
            while (parent := self.scene.parent_of(around[-1])) is not None:
                if parent.id in ordered or parent in around or parent.kind is Kind.INDIRECT:
                    break
                around.append(parent)
            ordered |= {one.id: one for one in reversed(around)}
        return list(ordered.values())

    # Sources ----------------------------------------------------------------------------

    def _says_who(self, statement: Statement) -> bool:
        """Whether the source tells by itself who speaks: not "I", nor one far from its words."""
        return (
            bool(statement.source)
            and not self._is_first_person(statement.source[0])
            and not is_taken_up(self.scene, statement)
        )

    def _source(self, statement: Statement) -> None:
        span = self.scene.stretches(statement.source)[0]
        found = self.references.source(span, statement)
        draft = found.draft
        if draft is not None and self.scene.another_between(draft, span, statement.content[0]):
            found = found._replace(confidence=min(found.confidence, UNSURE))
        if _QUOTED_BY.search(self.scene.document.text, max(span.start - 20, 0), span.start):
            # The words are hers who "was quoted by the Herald as saying" them.
            found = found._replace(confidence=min(found.confidence, UNSURE))
        if draft is not None and draft.kind is ActorKind.UNKNOWN and self._is_outlet(statement):
            draft.kind = ActorKind.ORGANISATION
        if draft is not None and draft.named and any(c.isdigit() for c in draft.name):
            draft.thing = False  # Care4Calais speaks, unlike the A20
        self._record(statement, span, Part.SOURCE, found)

    def _is_outlet(self, statement: Statement) -> bool:
        """Whether the source does what papers and agencies do: it reports."""
        cue = [w for span in statement.cue for w in self.scene.words(span)]
        return bool(cue) and set(cue) <= {"reports", "reported", "reporting"}

    def _speaker(self, statement: Statement) -> tuple[Draft | None, float]:
        """Return who makes `statement`, resolving it first where that is still to do."""
        speakers = self.scene.speakers
        if statement.id in speakers:
            return speakers[statement.id]
        speakers[statement.id] = (None, 0.0)  # a circle of parents ends here
        if is_taken_up(self.scene, statement):
            found = introduced(self.scene, self.references, statement)
            if found.draft is None:
                self._source(statement)
            else:
                self._record(statement, statement.content[0], Part.SOURCE, found)
        elif statement.source:
            draft, confidence = self._reporter(statement)
            if draft is None and statement.parent is None:
                found = signed(self.scene, statement)
                if found.draft is None:
                    found = introduced(self.scene, self.references, statement)
                draft, confidence = found.draft, found.confidence
            found = Found(Form.PRONOUN, draft, "first person", confidence)
            self._record(statement, statement.source[0], Part.SOURCE, found)
        elif statement.parent is None and not _is_impersonal(statement):
            found = introduced(self.scene, self.references, statement)
            if found.draft is not None:
                # The words that name the speaker stand elsewhere: the content is the place.
                self._record(statement, statement.content[0], Part.SOURCE, found)
        return speakers[statement.id]

    def _reporter(self, statement: Statement) -> tuple[Draft | None, float]:
        """Return who says "I" at the source or addressee of a nested statement."""
        parent = self.scene.parent_of(statement) or self.scene.around(statement)
        if parent is None or parent is statement:
            return None, 0.0
        draft, confidence = self._speaker(parent)
        return draft, round(confidence * 0.95, 2)

    # Addressees -------------------------------------------------------------------------

    def _addressee(self, statement: Statement, span: Span) -> None:
        if self._is_first_person(span):
            draft, confidence = self._reporter(statement)
            found = Found(Form.PRONOUN, draft, "first person", confidence)
        else:
            found = self.references.resolve(span, statement)
        self._record(statement, span, Part.ADDRESSEE, found)

    def _is_first_person(self, span: Span) -> bool:
        words = self.scene.words(span)
        return len(words) == 1 and words[0] in FIRST

    # Results ----------------------------------------------------------------------------

    def _record(self, statement: Statement, span: Span, part: Part, found: Found) -> None:
        form, draft, rule, confidence, others = found
        if part is Part.SOURCE:
            if draft is not None and self._is_of_other_gender(draft, statement):
                confidence = min(confidence, UNSURE)
            self.scene.speakers[statement.id] = (draft, confidence)
            if statement in self.scene.turns:
                self.scene.turns.taken(statement, draft)
        if draft is not None:
            self.kept.add(draft)
            weight = SPOKE if part is Part.SOURCE else NAMED
            if self.scene.quotes.holds(span.start):
                weight = QUOTED
            self.scene.memory.see(draft, span.start, weight)
        sure = round(confidence if draft else 0.0, 2)
        document = self.scene.document.id
        mention = Mention(document, span, form, None, statement.id, part, rule, sure)
        self.mentions.append((mention, draft))
        if part is Part.SOURCE and draft is not None and draft.principal is not None:
            body, share = draft.principal
            others = (*others, Found(form, body, "speaks for", min(share, confidence)))
        for other in others:
            if other.draft is not None:
                self.kept.add(other.draft)
                also = replace(mention, form=other.form, rule=other.rule)
                also = replace(also, confidence=round(other.confidence, 2))
                self.mentions.append((also, other.draft))

    def _is_of_other_gender(self, draft: Draft, statement: Statement) -> bool:
        """Whether the source is "he" where its speaker is known, or was taken before, for "she"."""
        words = self.scene.words(statement.source[0]) if statement.source else []
        gender = {"he": "m", "she": "f"}.get(" ".join(words))
        if gender is None:
            return False
        known = draft.gender or self.taken_for.setdefault(draft, gender)
        return known != gender

    def _finish(self) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
        document = self.scene.document.id
        kept = [d for d in self.scene.drafts if d in self.kept or _is_somebody(d)]
        ordered = sorted(kept, key=lambda d: (d.start, d.name))
        entities = {d: _entity(d, self.scene.document) for d in ordered}
        mentions = [
            replace(mention, entity_id=entities[draft].id) if draft else mention
            for mention, draft in self.mentions
        ]
        mentions += [
            Mention(
                document, Span(r.name.start, r.name.end), Form.NAME,
                entities[r.draft].id, None, None, r.rule, r.confidence,
            )
            for r in self.scene.readings
            if r.draft in entities and r.name.start >= 0 and id(r) not in self.references.heads
        ]  # fmt: skip
        mentions.sort(key=lambda m: (m.span, m.part or "", m.statement_id or ""))
        return tuple(entities.values()), tuple(mentions)


def _is_somebody(draft: Draft) -> bool:
    """Whether an entity is kept though it says nothing: a person, or what acts like one."""
    if not draft.named or draft.thing:
        return False
    if draft.kind is ActorKind.PERSON:
        return True
    return draft.kind is ActorKind.UNKNOWN and draft.agent and not draft.placed


def _entity(draft: Draft, document: Document) -> Entity:
    kind = draft.kind
    if draft.human and (draft.gender or draft.roles):
        kind = ActorKind.PERSON
    return Entity(
        id=content_id(document.id, "entity", str(draft.start), draft.name),
        document_id=document.id,
        name=draft.name,
        names=tuple(dict.fromkeys(draft.names)),
        roles=tuple(dict.fromkeys(draft.roles)),
        kind=kind,
        named=draft.named,
        gender=draft.sure_gender,
        published=document.published.day if document.published else "",
    )


def _is_impersonal(statement: Statement) -> bool:
    """Whether this is told of nobody, as in "it was reported that …", rather than of somebody near.

    A quotation has a speaker even where its sentence names none.
    """
    return bool(statement.cue) and statement.kind is not Kind.DIRECT
