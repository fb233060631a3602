"""Whom words mean: a name, a pronoun, an office or a description, read where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.actor.behind import author, government, is_spokesman, principal
from onrecord.actor.confidence import UNSURE, sure
from onrecord.actor.drafts import Draft, Reading
from onrecord.actor.page import Word
from onrecord.actor.phrase import Phrase, read_phrase
from onrecord.actor.roles import Description, describe, fits
from onrecord.actor.scene import Found, Scene
from onrecord.actor.trades import of_other_trade
from onrecord.actor.turns import PARTY
from onrecord.actor.words import (
    CROWDS,
    DEFINITE,
    DISTINCT,
    FIRST,
    HUMANS,
    INDEFINITE,
    KINDRED_BODIES,
    MALE,
    NEUTER,
    ORGANISATION,
    PLURAL,
    POSSESSIVE,
    PRONOUNS,
    QUANTIFIERS,
    SECOND,
    WORKS,
)
from onrecord.model import ActorKind, Form, Span, Statement

_NEW, _SAME = sure("unnamed"), sure("the same unnamed")
_ONLY_DESCRIBED = sure("only described")

_APART = 0.2
"""Of people whom a description fits, one must lead by so much to be meant."""

_LOOSE = 0.75
"""A role that fits no better than this is a guess."""

_PERHAPS_A_PERSON = 0.75
"""The most that is claimed for "she" being somebody who is not known for a person."""

_SPOKEN_TO = 0.4
"""The most that is claimed for "she" being somebody to whom the speaker speaks."""

_NOBODY_KNOWN = frozenset("person individual source insider".split())
"""Heads of which no one can tell who of the people in a report is meant."""

_COMPLEMENTING = frozenset("of in from on for at".split())

_REACH = 12
"""So many words before "who" are read for whom it goes on about."""

_NEAR = 1500
"""How far back, in code points, "a diplomat" introduces "the diplomat"."""

_INDEFINITE = r"(?<!\bis )(?<!\bwas )(?<!\bas )(?<!, )\b(?:an?|one|another)\s+(?:[\w-]+\s+){0,2}?"

_BREAK = re.compile(r"\s[\s>]*")
"""White space, and the sign of a quoted line in it."""

_ASIDE = re.compile(
    r",?\s+(?:who|which|whose|whom|that)\b|,\s+(?:the|an?)\s"
    r"|\s+(?:aboard|near|inside|outside|living|working|wearing|speaking|based|here|there)\b"
)
"""Where what names an unnamed speaker ends, and what is told of them besides begins."""

_IDLE_OF_BODIES = frozenset("news online media own".split())

_ANY_BODY = frozenset("group organisation organization body institution".split())

_PAIRS = frozenset("couple pair duo trio two three".split())

_LATER = 400
"""Of so many entities a role may be one's that the text names only later."""

_FOR_WHOM = re.compile(r"\b(?:for|of)\s+(?:the|an?|his|her|their|its)\b|['’]s\s")
"""That a spokesman speaks for somebody who is not named, "a spokesman for the group"."""

_PARTISANS = HUMANS | ORGANISATION

_HIGH = frozenset(
    "president minister premier chancellor king queen pope prince princess secretary mayor "
    "governor ambassador emperor emir sultan".split()
) | {"head of state"}


class References:
    """Resolves the words of sources and addressees in one scene.

    `heads` holds the names that were taken for the head of a source or an addressee, by the
    identity of their readings.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.heads: set[int] = set()
        self._unnamed_at: dict[tuple[int, str], Draft] = {}
        self._labels: dict[tuple[str, ...], Found] = {}

    def source(self, span: Span, statement: Statement) -> Found:
        """Return whom the source of a statement means; a label of turns is always the same one."""
        if statement not in self.scene.turns:
            found = self.resolve(span, statement)
            if found.draft is not None and found.form is not Form.PRONOUN:
                self._note_principal(span, found.draft)
            return found
        label = tuple(self.scene.words(span))
        if label in self._labels:
            return self._labels[label]
        found = self.resolve(span, statement)
        if found.form is Form.DESCRIPTION or found.draft is None:
            who = self._new(span, ActorKind.PERSON)
            who.kind = ActorKind.PERSON
            found = Found(Form.DESCRIPTION, who, "label", sure("label"))
        if found.form is not Form.NAME:
            self._labels[label] = found
        return found

    def resolve(self, span: Span, statement: Statement) -> Found:
        """Return whom the words at `span`, of a part of `statement`, stand for."""
        words = self.scene.words(span)
        if len(words) == 1 and words[0] in PRONOUNS:
            return self.pronoun(words[0], span, statement)
        if words in (["who"], ["whom"]):
            return self._who(span, statement)
        near = self.scene.named_between(span.start - 120, span.end)
        phrase = read_phrase(self.scene.document.text, span, near)
        if words[:1] and words[0] in QUANTIFIERS and _is_crowd_of(phrase, span):
            crowd = self._new(span, ActorKind.GROUP, plural=True)
            return Found(Form.DESCRIPTION, crowd, "unnamed", _NEW)
        if len(phrase.heads) == 1:
            return self._named(phrase.heads[0], sure_of_head=phrase.sure)
        if len(phrase.heads) > 1:
            several = self._new(span, ActorKind.GROUP, plural=True)
            each = tuple(
                self._named(head)._replace(rule="joint") for head in dict.fromkeys(phrase.heads)
            )
            return Found(Form.NAME, several, "joint", sure("joint"), each)
        if phrase.description is None:
            return Found(Form.DESCRIPTION, None, "no head", 0.0)
        return self._described(phrase.description, span, statement)

    def _named(self, reading: Reading, *, sure_of_head: bool = True) -> Found:
        """Return whom a name stands for: a capital for the government that sits there."""
        self.heads.add(id(reading))
        confidence = reading.confidence if sure_of_head else min(reading.confidence, UNSURE)
        country = government(reading.draft, self.scene.drafts)
        if country is not None:
            return Found(Form.NAME, country, "its government", sure("its government"))
        return Found(Form.NAME, reading.draft, reading.rule, confidence)

    def _note_principal(self, span: Span, draft: Draft) -> None:
        """Note the body that a spokesman speaks for; of people spokesmen tell, no more."""
        text = self.scene.document.text
        if draft.principal is not None or not is_spokesman(span.of(text)):
            return
        body: Draft | None
        named = principal(text, span, self.scene.named_between(span.start, span.end))
        if named is not None:
            body, confidence = named.draft, min(named.confidence, sure("speaks for"))
        elif draft.named or _FOR_WHOM.search(span.of(text)):
            return
        else:
            body, lead = self.scene.memory.choose(span.start, _as_principal)
            confidence = min(UNSURE, sure("speaks for", lead))
        if body is not None and body is not draft and not body.thing and body.personal < 0.5:
            draft.principal = (body, confidence)

    def pronoun(self, word: str, span: Span, statement: Statement | None) -> Found:
        """Return whom the pronoun `word` at `span` stands for."""
        if word in SECOND or word in FIRST:
            person = "second person" if word in SECOND else "first person"
            return Found(Form.PRONOUN, None, person, 0.0)
        barred = self.scene.quoting(span, statement)
        if word in NEUTER or word in PLURAL:

            def weigh(draft: Draft) -> float:
                if draft is barred or draft.thing:
                    return 0.0
                if draft.kind is ActorKind.PERSON:
                    return 0.0
                body = draft.kind in (ActorKind.ORGANISATION, ActorKind.GROUP)
                if word in PLURAL:
                    return 1.0 if draft.plural else 0.5 if body else 0.0
                return 0.0 if draft.plural else 1.0 if body else 0.6

            rule = "it" if word in NEUTER else "they"
        else:
            gender = "m" if word in MALE else "f"

            def weigh(draft: Draft) -> float:
                if draft is barred or not draft.human or draft.gender not in ("", gender):
                    return 0.0
                known = 1.0 if draft.gender else 0.75
                return known * draft.personal * self.scene.turns.share(draft, span.start)

            rule = "he" if gender == "m" else "she"
        draft, lead = self.scene.memory.choose(span.start, weigh)
        if draft is None:
            return Found(Form.PRONOUN, None, f"{rule}: nobody fits", 0.0)
        confidence = sure(rule, lead)
        if draft.human and draft.personal < 1.0:
            confidence = min(confidence, UNSURE if draft.personal < 0.5 else _PERHAPS_A_PERSON)
        if self.scene.turns.share(draft, span.start) <= PARTY:
            confidence = min(confidence, _SPOKEN_TO)
        return Found(Form.PRONOUN, draft, rule, confidence)

    def _who(self, span: Span, statement: Statement) -> Found:
        """Return whom "who" goes on about: the head of the noun phrase before it."""
        page = self.scene.page
        words = page.sentences[page.sentence_at(span.start)].words
        before = [w for w in words if w.end <= span.start][-_REACH:]
        near = self.scene.named_between(before[0].start, span.start) if before else ()
        last = next((r for r in reversed(near) if before and r.name.end == before[-1].end), None)
        if last is not None and (
            last.draft.kind is ActorKind.PERSON or not _tells_more(before, last)
        ):
            draft = last.draft if last.draft.human else None
            rule = "who" if draft else "who: nobody before"
            return Found(Form.PRONOUN, draft, rule, sure("who"))
        if last is not None:
            before = [w for w in before if w.end <= last.name.title_start]
            while before and before[-1].lower in _COMPLEMENTING | {"the"}:
                before.pop()
        text = self.scene.document.text
        starts = [w.start for w in before if w.lower in DEFINITE | INDEFINITE | POSSESSIVE]
        wanted = describe(text[starts[-1] : before[-1].end]) if starts else None
        for reading in near:
            if (
                starts
                and text[reading.name.end : starts[-1]].strip() == ","
                and reading.draft.human
            ):
                return Found(Form.PRONOUN, reading.draft, "who", sure("who"))
        if wanted is None or wanted.crowd or not wanted.human:
            return Found(Form.PRONOUN, None, "who: nobody before", 0.0)
        found = self._described(wanted, Span(starts[-1], before[-1].end), statement)
        return found._replace(
            form=Form.PRONOUN, rule="who", confidence=min(found.confidence, sure("who"))
        )

    # Descriptions -----------------------------------------------------------------------

    def _described(self, wanted: Description, span: Span, statement: Statement) -> Found:
        near = self.scene.named_between(span.start, span.end)
        by = author(self.scene.document.text, span, wanted.head, near)
        if by is not None and not by.draft.thing:
            return Found(Form.DESCRIPTION, by.draft, "work of", sure("work of"))
        if wanted.head in WORKS and wanted.article in POSSESSIVE:
            return self._own_work(wanted, span, statement)
        if wanted.head in _PAIRS and wanted.definite:
            couple = self._new(span, ActorKind.GROUP, plural=True)
            return Found(Form.DESCRIPTION, couple, "only described", _ONLY_DESCRIBED)
        if wanted.crowd:
            if wanted.definite and not wanted.plural:
                known = self._unnamed_before(wanted, span)
                if known is not None:
                    return Found(Form.DESCRIPTION, known, "the same unnamed", _SAME)
            return Found(Form.DESCRIPTION, self._unnamed(wanted, span), "unnamed", _NEW)
        if wanted.human or wanted.head == "head of state":
            return self._role(wanted, span, statement)
        if wanted.group:
            return self._body(wanted, span)
        if wanted.definite:
            return self._only_described(wanted, span)
        return Found(Form.DESCRIPTION, self._unnamed(wanted, span), "unnamed", _NEW)

    def _only_described(self, wanted: Description, span: Span) -> Found:
        """Take a definite description that fits nobody for somebody the report leaves unnamed."""
        known = self._unnamed_before(wanted, span)
        draft = known or self._unnamed(wanted, span)
        return Found(Form.DESCRIPTION, draft, "only described", _ONLY_DESCRIBED)

    def _own_work(self, wanted: Description, span: Span, statement: Statement) -> Found:
        """Resolve "its figures", "her letter" to whose they are."""
        owner = Span(span.start, span.start + len(wanted.article))
        found = self.pronoun(wanted.article, owner, statement)
        if found.draft is None:
            return Found(Form.DESCRIPTION, self._unnamed(wanted, span), "unnamed", _NEW)
        return Found(Form.DESCRIPTION, found.draft, "work of", min(found.confidence, UNSURE))

    def _role(self, wanted: Description, span: Span, statement: Statement) -> Found:
        memory = self.scene.memory
        owners = self._owners(span)
        barred = {self.scene.quoting(span, statement), *owners}

        def fit(draft: Draft) -> float:
            if draft in barred or not draft.human or _other_gender(draft, wanted.gender):
                return 0.0
            return fits(wanted, draft.roles)

        draft, lead = memory.choose(span.start, fit, later=self.scene.drafts[:_LATER])
        if draft is not None:
            confidence = sure("role", lead) if fit(draft) > _LOOSE else UNSURE
            return Found(Form.ROLE, draft, "role", confidence)
        if owners or wanted.head in _NOBODY_KNOWN or self._was_introduced(wanted, span):
            known = self._unnamed_before(wanted, span)
            if known is not None:
                return Found(Form.DESCRIPTION, known, "the same unnamed", _SAME)
            return Found(Form.DESCRIPTION, self._unnamed(wanted, span), "unnamed", _NEW)
        partisan = all(w.lower() in _PARTISANS for w in wanted.proper)
        if wanted.head in _HIGH or not partisan:
            return Found(Form.ROLE, None, "role: nobody holds it", 0.0)

        def present(draft: Draft) -> float:
            if draft in barred or not draft.human or _other_gender(draft, wanted.gender):
                return 0.0
            if draft.personal < 0.5 or memory.salience(draft, span.start) < 0.8:
                return 0.0
            if of_other_trade(wanted, draft):
                return 0.0
            return draft.personal * (0.6 if draft.roles else 1.0)

        draft, lead = memory.choose(span.start, present)
        if draft is None:
            return self._only_described(wanted, span)
        if lead < _APART:
            return Found(Form.DESCRIPTION, None, "description: several fit", 0.0)
        return Found(Form.DESCRIPTION, draft, "description", sure("description", lead))

    def _owners(self, span: Span) -> set[Draft]:
        """Return the people whose aide or brother the words at `span` mean: never themselves."""
        named = self.scene.named_between(span.start, span.end)
        return {r.draft for r in named if r.name.possessive and r.draft.human}

    def _was_introduced(self, wanted: Description, span: Span) -> bool:
        """Whether the report spoke of "a diplomat" before it speaks of "the diplomat"."""
        before = self.scene.document.text[max(span.start - _NEAR, 0) : span.start]
        head = re.escape(wanted.head)
        return re.search(rf"{_INDEFINITE}{head}\b(?!\s*[’'])", before, re.IGNORECASE) is not None

    def _body(self, wanted: Description, span: Span) -> Found:
        """Resolve "the group" to a body known by then, "the harbour ministry" to itself."""

        def weigh(draft: Draft) -> float:
            if draft.thing or draft.kind is ActorKind.PERSON or draft.plural or not draft.named:
                return 0.0
            words = {w.lower() for n in draft.names for w in n.split()}
            modifiers = wanted.modifiers - _IDLE_OF_BODIES
            if wanted.head in words:
                return 2.0 if modifiers <= words else 1.0 if not modifiers else 0.0
            if modifiers:
                return 0.0
            if any(wanted.head in kin and words & kin for kin in KINDRED_BODIES):
                return 1.5
            if wanted.head in DISTINCT:
                return 0.0
            if wanted.head not in _ANY_BODY and any(words & kin for kin in KINDRED_BODIES):
                return 0.0
            if draft.kind is ActorKind.COUNTRY:
                return 1.0 if wanted.head in ("country", "nation", "state") else 0.0
            return 1.0 if draft.kind is ActorKind.ORGANISATION else 0.4

        draft, lead = self.scene.memory.choose(span.start, weigh)
        if draft is not None and wanted.definite:
            return Found(Form.DESCRIPTION, draft, "body", sure("body", lead))
        if wanted.modifiers or not wanted.definite:
            unnamed = self._unnamed(wanted, span)
            return Found(Form.DESCRIPTION, unnamed, "unnamed body", sure("unnamed body"))
        return self._only_described(wanted, span)

    # Unnamed speakers -------------------------------------------------------------------

    def _unnamed(self, wanted: Description, span: Span) -> Draft:
        if wanted.group and not wanted.plural:
            return self._new(span, ActorKind.ORGANISATION)
        if wanted.plural:
            return self._new(span, ActorKind.GROUP, plural=True)
        if not wanted.human and wanted.head not in CROWDS:
            return self._new(span, ActorKind.UNKNOWN)
        draft = self._new(span, ActorKind.PERSON)
        if wanted.gender:
            draft.votes[wanted.gender] += 4
        draft.roles.append(wanted.text)
        return draft

    def _unnamed_before(self, wanted: Description, span: Span) -> Draft | None:
        def weigh(draft: Draft) -> float:
            same = not draft.named and any(wanted.head in r.lower() for r in draft.roles)
            return 1.0 if same else 0.0

        return self.scene.memory.choose(span.start, weigh)[0]

    def _new(self, span: Span, kind: ActorKind, *, plural: bool = False) -> Draft:
        said = _BREAK.sub(" ", span.of(self.scene.document.text)).strip(" ,;:")
        at = span.start, said
        if at in self._unnamed_at:  # the source of several statements
            return self._unnamed_at[at]
        aside = None if plural else _ASIDE.search(said, 3)
        draft = Draft(
            [said[: aside.start()] if aside else said],
            kind=kind,
            named=False,
            start=span.start,
            plural=plural,
        )
        self.scene.drafts.append(draft)
        self._unnamed_at[at] = draft
        return draft


def _is_crowd_of(phrase: Phrase, span: Span) -> bool:
    """Whether a name in the plural stands behind a quantifier: "many Democrats"."""
    return len(phrase.heads) == 1 and (
        phrase.heads[0].name.start > span.start and phrase.heads[0].name.text.endswith("s")
    )


def _tells_more(before: Sequence[Word], last: Reading) -> bool:
    """Whether a name only tells more of the noun before it: "Democrats on Capitol Hill"."""
    ahead = [w.lower for w in before if w.end <= last.name.title_start and w.lower != "the"]
    return bool(ahead) and ahead[-1] in _COMPLEMENTING


def _as_principal(draft: Draft) -> float:
    """Say how likely a body has spokesmen that are called no more than that."""
    if draft.thing or not draft.named or draft.plural:
        return 0.0
    return 1.0 if draft.kind is ActorKind.ORGANISATION else 0.0


def _other_gender(draft: Draft, gender: str) -> bool:
    return bool(gender and draft.gender and draft.gender != gender)
