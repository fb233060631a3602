"""Readings of invented reports, and of texts that no report would have, for the record's tests."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import strategies as st

from onrecord.model import (
    Act,
    Actor,
    ActorKind,
    Aspect,
    Block,
    BlockKind,
    Capture,
    Circumstance,
    Document,
    Drop,
    Entity,
    Factuality,
    Form,
    Granularity,
    Interval,
    Judgement,
    Kind,
    Link,
    Mention,
    Part,
    Reading,
    Said,
    Span,
    Statement,
    Teller,
    TellerKind,
    Verdict,
    content_id,
    statement_id,
)
from onrecord.record import Record

EXTRACTOR = "invented 1"
PEOPLE = ("Oda Vell", "Tam Roke", "Iri Brand", "Bel Kess", "Nuno Thål", "Sefa Lindqvist")
WORDS = "ferry toll league harbour council winter treaty vote river market open closed".split()


def day(date: str, words: str = "on the day") -> Interval:
    return Interval(date, date, Granularity.DAY, words, "a date in the text")


def in_words(when: Interval) -> Said:
    """Return what a report tells of a time in words that it does not hold."""
    return Said(None, when.text, when.rule, when)


def report(
    paragraphs: Sequence[tuple[str, str] | str],
    *,
    name: str = "report",
    extractor: str = EXTRACTOR,
    published: Interval | None = None,
    said: Interval | None = None,
    inside: Sequence[tuple[str, str]] = (),
    addressee: str | None = None,
    outlet: str | None = "The Quay",
    path: str | None = None,
) -> Reading:
    """Return the reading of a report made of paragraphs: words, or (speaker, their words).

    `inside` lists (speaker, words) found within the words of the first speaker; `addressee`
    is whom the first speaker told.
    """
    text, blocks = "", []
    made: list[tuple[str, Span, Span, Span]] = []
    for paragraph in paragraphs:
        start = len(text)
        if isinstance(paragraph, str):
            text += paragraph
        else:
            speaker, words = paragraph
            cue = f"told {addressee}" if addressee and not made else "said"
            text += f"“{words},” {speaker} {cue}."
            content = Span(start + 1, start + 1 + len(words))
            source = Span(content.end + 3, content.end + 3 + len(speaker))
            made.append((speaker, content, Span(source.end + 1, source.end + 5), source))
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, len(text))))
        text += "\n\n"
    for speaker, words in inside:
        at = text.index(words)
        named = _span(text.index(speaker), speaker)
        made.append((speaker, _span(at, words), Span(at, at + 1), named))

    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    document_id = content_id(digest)
    names = dict.fromkeys([speaker for speaker, *_ in made] + ([addressee] if addressee else []))
    entities = tuple(_entity(document_id, each) for each in names)
    statements: list[Statement] = []
    mentions: list[Mention] = []
    for number, (speaker, content, verb, source) in enumerate(made):
        id = statement_id(document_id, extractor, (content,), (verb,), (source,))
        nested = number >= len(made) - len(inside)
        told = number == 0 and addressee
        target = _span(text.index(addressee), addressee) if addressee and told else None
        statements.append(
            Statement(
                id=id,
                document_id=document_id,
                kind=Kind.INDIRECT if nested else Kind.DIRECT,
                act=Act.SPEECH,
                content=(content,),
                cue=(verb,),
                source=(source,),
                addressee=(target,) if target else (),
                parent=statements[0].id if nested else None,
                confidence=0.9,
                rule="marks beside a verb",
                extractor=extractor,
            )
        )
        mentions.append(_mention(document_id, source, speaker, id, Part.SOURCE))
        if target and addressee:
            mentions.append(_mention(document_id, target, addressee, id, Part.ADDRESSEE))
    return Reading(
        capture=_capture(data, path or f"{name}.txt"),
        document=Document(
            id=document_id,
            digest=digest,
            path=path or f"{name}.txt",
            url=None,
            text=text,
            blocks=tuple(blocks),
            title=name.capitalize(),
            outlet=outlet,
            byline=None,
            language="en",
            published=published,
            dates=(published,) if published else (),
        ),
        statements=tuple(statements),
        drops=(Drop(Span(0, 3), "advert"),),
        entities=entities,
        mentions=tuple(mentions),
        said={statements[0].id: in_words(said)} if said and statements else {},
        extractor=extractor,
    )


def with_chain(reading: Reading) -> Reading:
    """Return a reading in which each statement is known from the outlet and whoever reports it."""
    outlet = Teller(TellerKind.OUTLET, reading.document.outlet or "", None, None, None)
    by_id = {each.id: each for each in reading.statements}
    speakers = {m.statement_id: m for m in reading.mentions if m.part is Part.SOURCE}

    def chain(id: str) -> tuple[Teller, ...]:
        parent = by_id[id].parent
        if parent is None:
            return (outlet,)
        told = speakers.get(parent)
        span, entity = (told.span, told.entity_id) if told else (None, None)
        name = told.span.of(reading.document.text) if told else ""
        return (*chain(parent), Teller(TellerKind.SPEAKER, name, span, entity, parent))

    return replace(reading, chains={id: chain(id) for id in by_id})


def only(reading: Reading, kept: Sequence[Statement]) -> Reading:
    """Return a reading that found no more than some of its statements."""
    ids = {each.id for each in kept}
    return replace(
        reading,
        statements=tuple(kept),
        mentions=tuple(m for m in reading.mentions if m.statement_id in ids),
        said={id: said for id, said in reading.said.items() if id in ids},
        circumstances=tuple(c for c in reading.circumstances if c.statement_id in ids),
        chains={id: chain for id, chain in reading.chains.items() if id in ids},
    )


def at_a_briefing(reading: Reading) -> Reading:
    """Return a reading that tells of its first statement that its cue was a briefing."""
    first = reading.statements[0]
    span = first.cue[0] if first.cue else first.content[0]
    occasion = Circumstance(first.id, Aspect.OCCASION, "briefing", span, "drawn")
    return replace(reading, circumstances=(occasion,))


def numbered(number: int, *, extractor: str = EXTRACTOR, statements: int = 4) -> Reading:
    """Return the reading of invented report number so much, always the same."""
    chance = random.Random(number)
    paragraphs: list[tuple[str, str] | str] = [f"Report {number}"]
    for _ in range(statements):
        words = " ".join(chance.choices(WORDS, k=12))
        paragraphs.append((chance.choice(PEOPLE), words))
        paragraphs.append(" ".join(chance.choices(WORDS, k=30)) + ".")
    date = day(f"20{30 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}")
    made = report(
        paragraphs,
        name=f"report {number:05}",
        extractor=extractor,
        published=date if number % 3 else None,
        outlet=f"Outlet {number % 4}",
    )
    return at_a_briefing(with_chain(made))


def spoken_for() -> Reading:
    """Return a report in which Oda Vell speaks for Tam Roke, which is not sure, and Bel Kess."""
    made = report([("Oda Vell", "no toll")], name="spoken for")
    (mention,), document_id = made.mentions, made.document.id
    others = [_entity(document_id, name) for name in ("Tam Roke", "Bel Kess")]
    mentions = [
        replace(mention, entity_id=other.id, rule="speaks for", confidence=sure)
        for other, sure in zip(others, (0.5, 0.8), strict=True)
    ]
    return replace(made, entities=(*made.entities, *others), mentions=(mention, *mentions))


def by_name(entities: Iterable[Entity]) -> tuple[tuple[Actor, ...], tuple[Link, ...]]:
    """Resolve entities to actors: one a name."""
    forms: dict[str, set[str]] = {}
    links = []
    for entity in entities:
        forms.setdefault(entity.name, set()).update(entity.names)
        links.append(Link(entity.id, content_id("actor", entity.name), 1.0, "the same name"))
    actors = (
        Actor(content_id("actor", name), name, ActorKind.PERSON, tuple(sorted(aliases)))
        for name, aliases in forms.items()
    )
    return tuple(actors), tuple(links)


def judgement(statement: str, *, id: str = "j1", subject: str = "statement") -> Judgement:
    return Judgement(
        id=id,
        subject=subject,
        subject_id=statement,
        verdict=Verdict.ACCEPT,
        value="",
        author="A. Reader",
        reason="heard the recording",
        at=datetime(2033, 1, 2, 3, 4, tzinfo=UTC),
    )


def seen(record: Record) -> dict[str, object]:
    """Return all that a record shows, to compare two records by."""
    statements = list(record.statements())
    return {
        "statements": statements,
        "documents": list(record.documents()),
        "texts": {view.document_id: record.text(view.document_id) for view in statements},
        "cards": [record.card(view.id) for view in statements],
        "actors": record.actors(),
        "timelines": [record.timeline(actor.id) for actor in record.actors()],
        "finds": [record.find(word, limit=3) for word in WORDS],
        "judgements": record.judgements(),
        "summary": record.summary(),
        "problems": list(record.check()),
    }


@st.composite
def readings(draw: st.DrawFn, *, extractor: str = EXTRACTOR) -> Reading:
    """Draw a reading of any text at all, with spans anywhere in it."""
    text = draw(st.text(st.characters(exclude_categories=()), min_size=1, max_size=60))
    data = text.encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(data).hexdigest()
    document_id = content_id(digest)
    span = st.integers(0, len(text) - 1).flatmap(
        lambda start: st.integers(start + 1, len(text)).map(lambda end: Span(start, end))
    )
    some = st.lists(span, max_size=2).map(tuple)
    names = draw(st.lists(st.sampled_from(PEOPLE), unique=True, max_size=3))
    entities = tuple(_entity(document_id, each) for each in names)
    statements: dict[str, Statement] = {}
    mentions: list[Mention] = []
    for _ in range(draw(st.integers(0, 4))):
        content = draw(st.lists(span, min_size=1, max_size=2).map(tuple))
        cue, source = draw(some), draw(some)
        id = statement_id(document_id, extractor, content, cue, source)
        if id in statements:
            continue
        statements[id] = Statement(
            id=id,
            document_id=document_id,
            kind=draw(st.sampled_from(Kind)),
            act=draw(st.sampled_from(Act)),
            content=content,
            cue=cue,
            source=source,
            addressee=draw(some),
            parent=draw(st.sampled_from([None, *statements])),
            confidence=draw(st.floats(0, 1)),
            rule=draw(st.text(max_size=5)),
            extractor=extractor,
            factuality=draw(st.sampled_from(Factuality)),
        )
        mentions += [
            Mention(
                document_id=document_id,
                span=each,
                form=draw(st.sampled_from(Form)),
                entity_id=draw(st.sampled_from([None, *(e.id for e in entities)])),
                statement_id=id,
                part=draw(st.sampled_from(Part)),
                rule="drawn",
                confidence=1.0,
            )
            for each in source
        ]
    # A statement may be listed before the one that reports it.
    order = draw(st.permutations(list(statements.values())))
    circumstances = tuple(
        Circumstance(id, draw(st.sampled_from(Aspect)), draw(st.text(max_size=5)), each, "drawn")
        for id in statements
        for each in draw(some)
    )
    saids = st.builds(
        Said,
        st.none() | span,
        st.text(max_size=5),
        st.just("drawn"),
        st.sampled_from([None, day("2030-12-31")]),
    )
    date = draw(st.sampled_from([None, day("2031-05-06"), day("2032-01-01")]))
    reading = Reading(
        capture=_capture(data, f"{digest[:8]}.txt"),
        document=Document(
            id=document_id,
            digest=digest,
            path=f"{digest[:8]}.txt",
            url=draw(st.none() | st.text(max_size=5)),
            text=text,
            blocks=tuple(Block(draw(st.sampled_from(BlockKind)), s) for s in draw(some)),
            title=draw(st.none() | st.text(max_size=5)),
            outlet=draw(st.sampled_from([None, "The Quay"])),
            byline=None,
            language=None,
            published=date,
            dates=(date,) if date else (),
        ),
        statements=tuple(order),
        drops=tuple(Drop(s, "drawn") for s in draw(some)),
        entities=entities,
        mentions=tuple(mentions),
        said={id: draw(saids) for id in statements if draw(st.booleans())},
        extractor=extractor,
        circumstances=circumstances,
    )
    return with_chain(reading)


def root() -> Path:
    return Path(__file__).parents[2]


def _span(start: int, words: str) -> Span:
    return Span(start, start + len(words))


def _capture(data: bytes, path: str) -> Capture:
    return Capture(
        digest=hashlib.sha256(data).hexdigest(),
        data=data,
        media_type="text/plain",
        encoding="utf-8",
        encoding_rule="utf-8",
        path=path,
        url=None,
        captured_at=datetime(2031, 5, 6, 7, 8, tzinfo=UTC),
    )


def _entity(document_id: str, name: str) -> Entity:
    return Entity(
        id=content_id(document_id, name),
        document_id=document_id,
        name=name,
        names=(name, name.split()[-1]),
        roles=("minister",),
        kind=ActorKind.PERSON,
        named=True,
    )


def _mention(document_id: str, span: Span, name: str, statement: str, part: Part) -> Mention:
    return Mention(
        document_id=document_id,
        span=span,
        form=Form.NAME,
        entity_id=content_id(document_id, name),
        statement_id=statement,
        part=part,
        rule="the full name",
        confidence=0.95,
    )
