"""Whom words mean: a name, a pronoun, an office or a description, read where they stand."""

from __future__ import annotations

import re

from onrecord.actor.mention.behind import author, government, means_town, note_principal
from onrecord.actor.mention.body_nouns import body_fits
from onrecord.actor.mention.confidence import UNSURE, sure
from onrecord.actor.mention.drafts import Draft, Reading
from onrecord.actor.mention.interview import ANSWERS, interviewee
from onrecord.actor.mention.joint import Together, is_either, joined
from onrecord.actor.mention.phrase import is_crowd_of, read_phrase
from onrecord.actor.mention.publisher import itself
from onrecord.actor.mention.relative import antecedent
from onrecord.actor.mention.scene import Found, Scene
from onrecord.actor.mention.trades import of_other_trade
from onrecord.actor.mention.turns import PARTY
from onrecord.actor.mention.unnamed import Unnamed, is_nobody
from onrecord.actor.role.roles import PARTISANS, Description, describe, fits, is_bygone
from onrecord.actor.words import (
    FIRST,
    MALE,
    NEUTER,
    PLURAL,
    POSSESSIVE,
    PRONOUNS,
    QUANTIFIERS,
    SECOND,
    WORKS,
)
from onrecord.model import ActorKind, Form, Span, Statement

_NOBODY = Found(Form.PRONOUN, None, "who: nobody before", 0.0)
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

_NEAR = 1500
"""How far back, in code points, "a diplomat" introduces "the diplomat"."""

_INDEFINITE = r"(?<!\bis )(?<!\bwas )(?<!\bas )(?<!, )\b(?:an?|one|another)\s+(?:[\w-]+\s+){0,2}?"

_PAIRS = frozenset("couple pair duo trio two three".split())

_LATER = 400
"""Of so many entities a role may be one's that the text names only later."""

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
        self.unnamed = Unnamed(scene)
        self.together = Together(scene, self.unnamed)
        self._labels: dict[tuple[str, ...], Found] = {}

    def source(self, span: Span, statement: Statement) -> Found:
        """Return whom the source of a statement means; a label of turns is always the same one."""
        if statement not in self.scene.turns:
            found = self.resolve(span, statement)
            if found.draft is not None and found.form is not Form.PRONOUN:
                note_principal(self.scene, span, found.draft)
            return found
        label = tuple(self.scene.words(span))
        if label in self._labels:
            return self._labels[label]
        found = self.resolve(span, statement)
        asked = interviewee(self.scene) if set(label) <= ANSWERS else None
        if asked is not None:
            found = Found(Form.DESCRIPTION, asked, "interviewee", sure("interviewee"))
        elif found.form is Form.DESCRIPTION or found.draft is None:
            who = self.unnamed.new(span, ActorKind.PERSON)
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
        if (outlet := itself(self.scene, span)) is not None:
            return outlet
        if is_nobody(words):
            return Found(Form.PRONOUN, None, "nobody", 0.0)
        near = self.scene.named_between(span.start - 120, span.end)
        either = is_either(self.scene.document.text, span, near)
        if parts := joined(self.scene.document.text, span, near):
            each = [self.resolve(part, statement) for part in parts]
            return self.together.speak(each, span, either=either)
        phrase = read_phrase(self.scene.document.text, span, near)
        if words[:1] and words[0] in QUANTIFIERS and is_crowd_of(phrase, span):
            crowd = self.unnamed.crowd(span)
            return Found(Form.DESCRIPTION, crowd, "unnamed", _NEW)
        if len(phrase.heads) == 1:
            return self._named(phrase.heads[0], sure_of_head=phrase.sure and not either)
        if phrase.description is None:
            return Found(Form.DESCRIPTION, None, "no head", 0.0)
        return self._described(phrase.description, span, statement)

    def _named(self, reading: Reading, *, sure_of_head: bool = True) -> Found:
        """Return whom a name stands for: a capital for the government that sits there."""
        self.heads.add(id(reading))
        confidence = reading.confidence if sure_of_head else min(reading.confidence, UNSURE)
        country = government(reading.draft, self.scene.drafts)
        if country is not None:
            town = means_town(self.scene.document.text, reading.name)
            least = UNSURE if town or not sure_of_head else 1.0
            return Found(Form.NAME, country, "its government", min(sure("its government"), least))
        return Found(Form.NAME, reading.draft, reading.rule, confidence)

    def pronoun(self, word: str, span: Span, statement: Statement | None) -> Found:
        """Return whom the pronoun `word` at `span` stands for."""
        if word in SECOND or word in FIRST:
            person = "second person" if word in SECOND else "first person"
            return Found(Form.PRONOUN, None, person, 0.0)
        barred = self.scene.barred(span, statement)
        if word in NEUTER or word in PLURAL:

            def weigh(draft: Draft) -> float:
                if draft in barred or draft.thing:
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
                if draft in barred or not draft.human or draft.gender not in ("", gender):
                    return 0.0
                known = 1.0 if draft.gender else 0.75
                return known * draft.personal * self.scene.turns.share(draft, span.start)

            rule = "he" if gender == "m" else "she"
        draft, lead = self.scene.memory.choose(span.start, weigh)
        told = statement is not None and span in statement.addressee
        if draft is None or (told and rule in ("he", "she") and draft.personal < 0.5):
            return Found(Form.PRONOUN, None, f"{rule}: nobody fits", 0.0)
        confidence = sure(rule, lead)
        if draft.human and draft.personal < 1.0:
            confidence = min(confidence, UNSURE if draft.personal < 0.5 else _PERHAPS_A_PERSON)
        if self.scene.turns.share(draft, span.start) <= PARTY:
            confidence = min(confidence, _SPOKEN_TO)
        each = self.together.of(draft, rule, confidence) if word in PLURAL else ()
        return Found(Form.PRONOUN, draft, rule, confidence, each)

    def _who(self, span: Span, statement: Statement) -> Found:
        """Return whom "who" goes on about, by name or by a description of its own."""
        meant = antecedent(self.scene, span)
        if isinstance(meant, Span):
            wanted = describe(meant.of(self.scene.document.text))
            found = self._described(wanted, meant, statement) if wanted else _NOBODY
            confidence = min(found.confidence, sure("who"))
            return found._replace(form=Form.PRONOUN, rule="who", confidence=confidence)
        rule = "who" if meant else "who: nobody before"
        return Found(Form.PRONOUN, meant, rule, sure("who"))

    # Descriptions -----------------------------------------------------------------------

    def _described(self, wanted: Description, span: Span, statement: Statement) -> Found:
        near = self.scene.named_between(span.start, span.end)
        by = author(self.scene.document.text, span, wanted.head, near)
        if by is not None and not by.draft.thing:
            return Found(Form.DESCRIPTION, by.draft, "work of", sure("work of"))
        if wanted.head in WORKS and wanted.article in POSSESSIVE:
            return self._own_work(wanted, span, statement)
        if members := self.together.counted(wanted, span):
            return self.together.speak(members, span)._replace(form=Form.DESCRIPTION)
        if wanted.head in _PAIRS and wanted.definite:
            couple = self.unnamed.crowd(span)
            return Found(Form.DESCRIPTION, couple, "only described", _ONLY_DESCRIBED)
        if wanted.crowd:
            if wanted.definite and not wanted.plural:
                known = self.unnamed.before(wanted, span)
                if known is not None:
                    return Found(Form.DESCRIPTION, known, "the same unnamed", _SAME)
            return Found(Form.DESCRIPTION, self.unnamed.described(wanted, span), "unnamed", _NEW)
        if wanted.human or wanted.head == "head of state":
            return self._role(wanted, span, statement)
        if wanted.group:
            return self._body(wanted, span)
        if wanted.definite:
            return self._only_described(wanted, span)
        return Found(Form.DESCRIPTION, self.unnamed.described(wanted, span), "unnamed", _NEW)

    def _only_described(self, wanted: Description, span: Span) -> Found:
        """Take a definite description that fits nobody for somebody the report leaves unnamed."""
        known = self.unnamed.before(wanted, span)
        draft = known or self.unnamed.described(wanted, span)
        return Found(Form.DESCRIPTION, draft, "only described", _ONLY_DESCRIBED)

    def _own_work(self, wanted: Description, span: Span, statement: Statement) -> Found:
        """Resolve "its figures", "her letter" to whose they are."""
        owner = Span(span.start, span.start + len(wanted.article))
        found = self.pronoun(wanted.article, owner, statement)
        if found.draft is None:
            return Found(Form.DESCRIPTION, self.unnamed.described(wanted, span), "unnamed", _NEW)
        return Found(Form.DESCRIPTION, found.draft, "work of", min(found.confidence, UNSURE))

    def _role(self, wanted: Description, span: Span, statement: Statement) -> Found:
        memory = self.scene.memory
        owners = self._owners(span)
        barred = self.scene.barred(span, statement) | owners

        def fit(draft: Draft) -> float:
            if draft in barred or not draft.human or _other_gender(draft, wanted.gender):
                return 0.0
            return fits(wanted, draft.roles)

        draft, lead = memory.choose(span.start, fit, later=self.scene.drafts[:_LATER])
        if draft is not None:
            clear = fit(draft) > _LOOSE and not is_bygone(wanted, draft.roles)
            confidence = sure("role", lead) if clear else UNSURE
            return Found(Form.ROLE, draft, "role", confidence)
        if owners or wanted.head in _NOBODY_KNOWN or self._was_introduced(wanted, span):
            known = self.unnamed.before(wanted, span)
            if known is not None:
                return Found(Form.DESCRIPTION, known, "the same unnamed", _SAME)
            return Found(Form.DESCRIPTION, self.unnamed.described(wanted, span), "unnamed", _NEW)
        partisan = all(w.lower() in PARTISANS for w in wanted.proper)
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

        draft, lead = self.scene.memory.choose(span.start, lambda draft: body_fits(wanted, draft))
        if draft is not None and wanted.definite:
            return Found(Form.DESCRIPTION, draft, "body", sure("body", lead))
        if wanted.modifiers or not wanted.definite:
            unnamed = self.unnamed.described(wanted, span)
            return Found(Form.DESCRIPTION, unnamed, "unnamed body", sure("unnamed body"))
        return self._only_described(wanted, span)


def _other_gender(draft: Draft, gender: str) -> bool:
    return bool(gender and draft.gender and draft.gender != gender)
