"""Decide, in one report, whom every source and addressee means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.actor.drafts import Draft, Reading, gather
from onrecord.actor.names import Name, read_names
from onrecord.actor.page import Spread, read_page, words_of
from onrecord.actor.phrase import Phrase, read_phrase
from onrecord.actor.roles import Description, fits
from onrecord.actor.salience import NAMED, QUOTED, SPOKE, SUBJECT, Memory
from onrecord.actor.words import (
    CROWDS,
    DISTINCT,
    FEMALE,
    FIRST,
    MALE,
    NATIONAL_ENDINGS,
    NEUTER,
    PLURAL,
    PRONOUNS,
    SECOND,
    SPEECH,
)
from onrecord.model import (
    ActorKind,
    BlockKind,
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

_ACRONYM = re.compile(r"((?:[^\W\d_][\w'’-]*\s+){2,8})\((?P<short>[A-Z][A-Z.]{1,7})\)")


def resolve_document(
    document: Document, statements: Sequence[Statement]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Return the entities of one report and every stretch of text that stands for one.

    Sources and addressees of `statements` are resolved to the people, bodies and countries
    that the report names; people it names and who do not speak are entities as well. A
    mention that nothing in the report answers to has no entity. The result does not depend
    on the order of `statements`.
    """
    return _Resolver(document, statements).result()


class _Resolver:
    """The state of reading one report: drafts of entities and what referred to them."""

    def __init__(self, document: Document, statements: Sequence[Statement]) -> None:
        self.document = document
        self.page = read_page(document)
        self.statements = sorted(statements, key=lambda s: (_place(s), s.id))
        self.by_id = {s.id: s for s in self.statements}
        spans = [span for s in statements for span in (*s.source, *s.addressee)]
        names = (*_title_names(document), *read_names(self.page, spans))
        self.readings = gather(names, _defined(document.text))
        self.drafts: list[Draft] = list(dict.fromkeys(r.draft for r in self.readings))
        self.mentions: list[tuple[Mention, Draft | None]] = []
        self.speakers: dict[str, tuple[Draft | None, float]] = {}
        self.heads: set[int] = set()
        self.kept: set[Draft] = set()
        self.unnamed: dict[Span, Draft] = {}
        self.memory = Memory(self.page)
        quoted = (c for s in statements if s.kind is not Kind.INDIRECT for c in s.content)
        self.quotes = Spread(self.page, quoted)
        self.contents = Spread(self.page, (c for s in statements for c in s.content))
        self.holder: dict[Span, Statement] = {}
        for statement in reversed(self.statements):
            self.holder.update(dict.fromkeys(statement.content, statement))
        self.in_block: dict[int, list[Statement]] = {}
        for statement in self.statements:
            self.in_block.setdefault(self._block(_place(statement)), []).append(statement)
        self.starts = [r.name.start for r in self.readings]
        self.by_end = {r.name.end: r for r in self.readings}

    def result(self) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
        self._see_names()
        self._see_countries()
        self._vote()
        later = []
        for statement in self.statements:
            if not statement.source or _first_person(self._words(statement.source[0])):
                later.append(statement)
            else:
                self._source(statement)
        for statement in later:
            self._speaker(statement)
        for statement in self.statements:
            for span in statement.addressee:
                self._addressee(statement, span)
        return self._finish()

    # Names ------------------------------------------------------------------------------

    def _see_names(self) -> None:
        for reading in self.readings:
            name = reading.name
            weight = SUBJECT if name.subject or name.agent else NAMED
            if name.start < 0:
                weight = NAMED
            elif self.quotes.holds(name.start):
                weight = QUOTED
            self.memory.see(reading.draft, max(name.start, -1), weight)

    def _block(self, offset: int) -> int:
        if not self.page.sentences:
            return 0
        return self.page.sentences[self.page.sentence_at(offset)].block

    def _near(self, start: int, end: int) -> list[Reading]:
        """Return the readings of the names that begin between two offsets."""
        return self.readings[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _see_countries(self) -> None:
        """Know a country outside our table by its adjective: Norland where Norlandic stands."""
        words = self.page.inner_capitals | {s.words[0].text for s in self.page.sentences}
        for draft in self.drafts:
            name = draft.name
            if draft.kind is ActorKind.UNKNOWN and draft.named and len(name) > 4:
                stem = name.rstrip("aeiouy")
                adjectives = {stem + ending for ending in NATIONAL_ENDINGS} - {name}
                if not adjectives.isdisjoint(words):
                    draft.kind = ActorKind.COUNTRY

    def _vote(self) -> None:
        """Let pronouns vote on the gender of a person who is alone in a sentence."""
        people: dict[int, set[Draft]] = {}
        first: dict[int, int] = {}
        for r in self.readings:
            if r.draft.human and r.name.start >= 0:
                people.setdefault(r.name.sentence, set()).add(r.draft)
                first.setdefault(r.name.sentence, r.name.start)
        for index, drafts in people.items():
            if len(drafts) == 1:
                (draft,) = drafts
                for word in self.page.sentences[index].words:
                    if word.start > first[index] and word.lower in MALE | FEMALE:
                        draft.votes["m" if word.lower in MALE else "f"] += 1

    # Sources ----------------------------------------------------------------------------

    def _source(self, statement: Statement) -> None:
        span = statement.source[0]
        form, draft, rule, confidence = self._resolve(span, statement)
        if draft is not None and draft.kind is ActorKind.UNKNOWN and self._is_outlet(statement):
            draft.kind = ActorKind.ORGANISATION
        self._record(statement, span, Part.SOURCE, form, draft, rule, confidence)

    def _is_outlet(self, statement: Statement) -> bool:
        """Whether the source does what papers and agencies do: it reports."""
        cue = [w for span in statement.cue for w in self._words(span)]
        return bool(cue) and set(cue) <= {"reports", "reported", "reporting"}

    def _speaker(self, statement: Statement) -> tuple[Draft | None, float]:
        """Return who makes `statement`, resolving it first where that is still to do."""
        if statement.id in self.speakers:
            return self.speakers[statement.id]
        self.speakers[statement.id] = (None, 0.0)  # a circle of parents ends here
        if statement.source:
            draft, confidence = self._reporter(statement)
            if draft is None and statement.parent is None:
                draft, _, confidence = self._introduced(statement)
            span = statement.source[0]
            self._record(
                statement, span, Part.SOURCE, Form.PRONOUN, draft, "first person", confidence
            )
        elif statement.parent is None:
            draft, rule, confidence = self._introduced(statement)
            if draft is not None:
                # The words that name the speaker stand elsewhere: the content is the place.
                self._record(
                    statement, statement.content[0], Part.SOURCE, Form.DESCRIPTION,
                    draft, rule, confidence,
                )  # fmt: skip
        return self.speakers[statement.id]

    def _reporter(self, statement: Statement) -> tuple[Draft | None, float]:
        """Return who says "I" at the source or addressee of a nested statement."""
        parent = self.by_id.get(statement.parent or "") or self._around(statement)
        if parent is None or parent is statement:
            return None, 0.0
        draft, confidence = self._speaker(parent)
        return draft, round(confidence * 0.95, 2)

    def _around(self, statement: Statement) -> Statement | None:
        """Return the innermost other statement in whose content `statement` stands."""
        inner = statement.content[0]
        holders = [
            (c.end - c.start, self.holder[c].id)
            for c in self.contents.on(self.page.sentence_at(inner.start))
            if c.covers(inner) and c != inner and self.holder[c] is not statement
        ]
        return self.by_id[min(holders)[1]] if holders else None

    def _introduced(self, statement: Statement) -> tuple[Draft | None, str, float]:
        """Find the speaker of a quote that names none in the words right before it."""
        start = statement.content[0].start
        at = self.page.sentence_at(start)
        if not self.page.sentences:
            return None, "no source", 0.0
        block = self.page.sentences[at].block
        here = self._spoken_in(block, statement)
        if here is not None:
            return here[0], "same paragraph", min(0.6, here[1])
        previous = self.page.blocks.get(block - 1)
        if previous is None or not self._fills_block(statement, block):
            return None, "no source", 0.0
        subject = self._announcer(previous[1])
        before = self._spoken_in(block - 1, statement)
        if subject is not None and (before is None or before[0] is not subject):
            return subject, "introduced", 0.6
        if before is not None:
            return before[0], "continued", min(0.55, before[1])
        return None, "no source", 0.0

    def _fills_block(self, statement: Statement, block: int) -> bool:
        """Whether the quote opens its paragraph."""
        first = self.page.sentences[self.page.blocks[block][0]]
        return statement.content[0].start - first.start <= 3

    def _spoken_in(self, block: int, but: Statement) -> tuple[Draft, float] | None:
        """Return the last speaker of the paragraph `block` whose words no other holds."""
        for statement in reversed(self.in_block.get(block, ())):
            draft, confidence = self.speakers.get(statement.id, (None, 0.0))
            own = statement is not but and statement.parent is None
            if own and draft is not None and draft.human:
                return draft, confidence
        return None

    def _announcer(self, index: int) -> Draft | None:
        """Return who is said to speak in a sentence: "She told the assembly this:"."""
        sentence = self.page.sentences[index]
        for i, word in enumerate(sentence.words[:-1]):
            if sentence.words[i + 1].lower not in SPEECH:
                continue
            reading = self.by_end.get(word.end)
            if reading is not None:
                return reading.draft if reading.draft.human else None
            if word.lower in ("he", "she"):
                return self._pronoun(word.lower, Span(word.start, word.end), None)[0]
        return None

    # Addressees -------------------------------------------------------------------------

    def _addressee(self, statement: Statement, span: Span) -> None:
        words = self._words(span)
        if _first_person(words):
            draft, confidence = self._reporter(statement)
            found = (Form.PRONOUN, draft, "first person", confidence)
        else:
            found = self._resolve(span, statement)
        self._record(statement, span, Part.ADDRESSEE, *found)

    # Reference --------------------------------------------------------------------------

    def _resolve(self, span: Span, statement: Statement) -> tuple[Form, Draft | None, str, float]:
        words = self._words(span)
        if len(words) == 1 and words[0] in PRONOUNS:
            draft, rule, confidence = self._pronoun(words[0], span, statement)
            return Form.PRONOUN, draft, rule, confidence
        if words in (["who"], ["whom"]):
            draft = self._named_before(span)
            return Form.PRONOUN, draft, "who" if draft else "who: nobody before", 0.8
        phrase = read_phrase(self.document.text, span, self._near(span.start - 120, span.end))
        if len(phrase.heads) == 1:
            reading = phrase.heads[0]
            self.heads.add(id(reading))
            return Form.NAME, reading.draft, reading.rule, reading.confidence
        if len(phrase.heads) > 1:
            return Form.NAME, self._new(span, ActorKind.GROUP, plural=True), "joint", 0.8
        if phrase.description is None:
            return Form.DESCRIPTION, None, "no head", 0.0
        return self._described(phrase, span, statement)

    def _named_before(self, span: Span) -> Draft | None:
        """Return who is named last before a relative pronoun in its sentence."""
        sentence = self.page.sentences[self.page.sentence_at(span.start)]
        near = self._near(max(sentence.start, span.start - 400), span.start)
        named = [r.draft for r in near if r.name.end <= span.start and r.draft.human]
        return named[-1] if named else None

    def _pronoun(
        self, word: str, span: Span, statement: Statement | None
    ) -> tuple[Draft | None, str, float]:
        if word in SECOND or word in FIRST:
            return None, "second person" if word in SECOND else "first person", 0.0
        barred = self._quoting(span, statement)
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
                return known if draft.kind is ActorKind.PERSON else 0.5 * known

            rule = "he" if gender == "m" else "she"
        draft, confidence = self.memory.choose(span.start, weigh)
        return draft, rule if draft else f"{rule}: nobody fits", confidence

    def _quoting(self, span: Span, statement: Statement | None) -> Draft | None:
        """Return the speaker of the quotation around `span`: never "he" in his own words."""
        parent = self.by_id.get(statement.parent or "") if statement else None
        if parent is None or parent.kind is Kind.INDIRECT:
            return None
        if not any(c.covers(span) for c in parent.content):
            return None
        return self.speakers.get(parent.id, (None, 0.0))[0]

    def _described(
        self, phrase: Phrase, span: Span, statement: Statement
    ) -> tuple[Form, Draft | None, str, float]:
        wanted = phrase.description
        assert wanted is not None
        if wanted.crowd:
            if wanted.definite and not wanted.plural:
                known = self._unnamed_before(wanted, span)
                if known is not None:
                    return Form.DESCRIPTION, known, "the same unnamed", 0.6
            return Form.DESCRIPTION, self._unnamed(wanted, span), "unnamed", 0.8
        if wanted.human or wanted.head == "head of state":
            return self._role(wanted, span, statement)
        if wanted.group:
            return self._body(wanted, span)
        if wanted.definite:
            return Form.DESCRIPTION, None, "unknown description", 0.0
        return Form.DESCRIPTION, self._unnamed(wanted, span), "unnamed", 0.6

    def _role(
        self, wanted: Description, span: Span, statement: Statement
    ) -> tuple[Form, Draft | None, str, float]:
        barred = self._quoting(span, statement)

        def fit(draft: Draft) -> float:
            if draft is barred or not draft.human or _other_gender(draft, wanted.gender):
                return 0.0
            return fits(wanted, draft.roles)

        draft, confidence = self.memory.choose(span.start, fit, later=self.drafts[:_LATER])
        if draft is not None:
            return Form.ROLE, draft, "role", confidence
        if wanted.head in _HIGH or wanted.proper:
            return Form.ROLE, None, "role: nobody holds it", 0.0

        def present(draft: Draft) -> float:
            if draft is barred or not draft.human or _other_gender(draft, wanted.gender):
                return 0.0
            recent = self.memory.salience(draft, span.start) >= 0.8
            plain = 1.0 if draft.kind is ActorKind.PERSON else 0.5
            return plain * (0.6 if draft.roles else 1.0) if recent else 0.0

        draft, confidence = self.memory.choose(span.start, present)
        rule = "description" if draft else "description: nobody fits"
        return Form.DESCRIPTION, draft, rule, min(confidence, 0.6)

    def _body(self, wanted: Description, span: Span) -> tuple[Form, Draft | None, str, float]:
        """Resolve "the group" to a body known by then, "the harbour ministry" to itself."""

        def weigh(draft: Draft) -> float:
            if draft.thing or draft.kind is ActorKind.PERSON or draft.plural or not draft.named:
                return 0.0
            words = {w.lower() for n in draft.names for w in n.split()}
            if wanted.head in words:
                return 2.0 if wanted.modifiers <= words else 1.0 if not wanted.modifiers else 0.0
            if wanted.modifiers or wanted.head in DISTINCT:
                return 0.0
            if draft.kind is ActorKind.COUNTRY:
                return 1.0 if wanted.head in ("country", "nation", "state") else 0.0
            return 1.0 if draft.kind is ActorKind.ORGANISATION else 0.4

        draft, confidence = self.memory.choose(span.start, weigh)
        if draft is not None and wanted.definite:
            return Form.DESCRIPTION, draft, "body", min(confidence, 0.7)
        if wanted.modifiers or not wanted.definite:
            return Form.DESCRIPTION, self._unnamed(wanted, span), "unnamed body", 0.7
        return Form.DESCRIPTION, None, "body: none fits", 0.0

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

        return self.memory.choose(span.start, weigh)[0]

    def _new(self, span: Span, kind: ActorKind, *, plural: bool = False) -> Draft:
        if span in self.unnamed:  # the source of several statements
            return self.unnamed[span]
        said = " ".join(span.of(self.document.text).split()).strip(" ,;:")
        draft = Draft([said], kind=kind, named=False, start=span.start, plural=plural)
        self.drafts.append(draft)
        self.unnamed[span] = draft
        return draft

    # Results ----------------------------------------------------------------------------

    def _words(self, span: Span) -> list[str]:
        return [w.lower for w in words_of(self.document.text, span.start, span.end)]

    def _record(
        self,
        statement: Statement,
        span: Span,
        part: Part,
        form: Form,
        draft: Draft | None,
        rule: str,
        confidence: float,
    ) -> None:
        if part is Part.SOURCE:
            self.speakers[statement.id] = (draft, confidence)
        if draft is not None:
            self.kept.add(draft)
            weight = SPOKE if part is Part.SOURCE else NAMED
            if self.quotes.holds(span.start):
                weight = QUOTED
            self.memory.see(draft, span.start, weight)
        sure = round(confidence if draft else 0.0, 2)
        mention = Mention(self.document.id, span, form, None, statement.id, part, rule, sure)
        self.mentions.append((mention, draft))

    def _finish(self) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
        kept = [d for d in self.drafts if d in self.kept or _is_somebody(d)]
        entities = {d: self._entity(d) for d in sorted(kept, key=lambda d: (d.start, d.name))}
        mentions = [_with_entity(m, entities[d] if d else None) for m, d in self.mentions]
        mentions += [
            Mention(
                self.document.id, Span(r.name.start, r.name.end), Form.NAME,
                entities[r.draft].id, None, None, r.rule, r.confidence,
            )
            for r in self.readings
            if r.draft in entities and r.name.start >= 0 and id(r) not in self.heads
        ]  # fmt: skip
        mentions.sort(key=lambda m: (m.span, m.part or "", m.statement_id or ""))
        return tuple(entities.values()), tuple(mentions)

    def _entity(self, draft: Draft) -> Entity:
        kind = draft.kind
        if draft.human and (draft.gender or draft.roles):
            kind = ActorKind.PERSON
        return Entity(
            id=content_id(self.document.id, "entity", str(draft.start), draft.name),
            document_id=self.document.id,
            name=draft.name,
            names=tuple(dict.fromkeys(draft.names)),
            roles=tuple(dict.fromkeys(draft.roles)),
            kind=kind,
            named=draft.named,
        )


_LATER = 400
"""Of so many entities a role may be one's that the text names only later."""

_HIGH = frozenset(
    "president minister premier chancellor king queen pope prince princess secretary mayor "
    "governor ambassador emperor emir sultan".split()
) | {"head of state"}


def _place(statement: Statement) -> int:
    """Where a statement takes its turn: at its source, else at its content."""
    return statement.source[0].start if statement.source else statement.content[0].start


def _first_person(words: Sequence[str]) -> bool:
    return len(words) == 1 and words[0] in FIRST


def _other_gender(draft: Draft, gender: str) -> bool:
    return bool(gender and draft.gender and draft.gender != gender)


def _is_somebody(draft: Draft) -> bool:
    """Whether an entity is kept though it says nothing: a person, or what acts like one."""
    if not draft.named or draft.thing:
        return False
    if draft.kind is ActorKind.PERSON:
        return True
    return draft.kind is ActorKind.UNKNOWN and draft.agent and not draft.placed


def _with_entity(mention: Mention, entity: Entity | None) -> Mention:
    return Mention(
        mention.document_id, mention.span, mention.form, entity.id if entity else None,
        mention.statement_id, mention.part, mention.rule, mention.confidence,
    )  # fmt: skip


def _title_names(document: Document) -> Iterator[Name]:
    """Yield the names of a title that stands outside the text, placed before its start."""
    title = document.title
    if not title or title in document.text:
        return
    from dataclasses import replace

    from onrecord.model import Block

    length = len(title)
    outside = replace(
        document, text=title, title=None, blocks=(Block(BlockKind.HEADLINE, Span(0, length)),)
    )
    for name in read_names(read_page(outside)):
        if len(name.words) > 1 or name.roles:
            yield replace(
                name, start=name.start - length - 1, end=name.end - length - 1, title_start=-1
            )


def _defined(text: str) -> dict[str, str]:
    """Return the acronyms the report explains: "the Harbour Relief Society (HRS)"."""
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(text):
        short = match["short"].replace(".", "")
        words = match[1].split()
        for size in range(2, len(words) + 1):
            some = words[-size:]
            letters = "".join(w[0] for w in some if w[0].isupper())
            if letters.upper() == short.upper() and some[0][0].isupper():
                found[short.lower()] = " ".join(some)
    return found
