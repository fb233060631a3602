"""A small record made by hand: three reports about an invented country and an invented league.

It holds what the faces must be able to show: two spellings of one name, a statement told
by another speaker, direct, mixed and indirect words, dates known, relative and missing,
an unnamed source, an unknown speaker, and a headline that would like to be a script.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from onrecord import model
from onrecord.model import (
    Act,
    Actor,
    ActorKind,
    Block,
    BlockKind,
    Capture,
    Document,
    Drop,
    Entity,
    Form,
    Granularity,
    Interval,
    Kind,
    Link,
    Mention,
    Part,
    Reading,
    Span,
    Spans,
    Statement,
    content_id,
    statement_id,
)

EXTRACTOR = "by-hand 1"


@dataclass(frozen=True)
class Said:
    """A statement to make: the words of its parts as they stand in the text."""

    content: str | tuple[str, ...]
    source: str = ""
    cue: str = ""
    speaker: str | None = None
    kind: Kind = Kind.DIRECT
    addressee: str = ""
    addressed: str | None = None
    inside: str | None = None
    when: Interval | None = None
    confidence: float = 0.9
    form: Form = Form.NAME
    sure: float = 0.95


def day(date: str, words: str, rule: str) -> Interval:
    return Interval(date, date, Granularity.DAY, words, rule)


def reading(
    path: str,
    text: str,
    statements: tuple[Said, ...],
    *,
    people: dict[str, tuple[str, ...]] | None = None,
    title: str | None = None,
    outlet: str | None = None,
    published: Interval | None = None,
    drops: tuple[str, ...] = (),
) -> Reading:
    """Return the reading of `text`, in which every named part is looked up."""
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    document_id = content_id(digest)
    blocks, at = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        kind = BlockKind.HEADLINE if number == 0 else BlockKind.PARAGRAPH
        blocks.append(Block(kind, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    names = people or {}
    entities = tuple(
        Entity(
            id=content_id(document_id, name),
            document_id=document_id,
            name=name,
            names=(name, *forms),
            roles=(),
            kind=ActorKind.PERSON if name[0].isupper() else ActorKind.UNKNOWN,
            named=name[0].isupper(),
        )
        for name, forms in names.items()
    )
    ids = {entity.name: entity.id for entity in entities}
    made: list[Statement] = []
    mentions: list[Mention] = []
    said: dict[str, model.Said] = {}
    by_words: dict[str, str] = {}
    for one in statements:
        content = _spans(text, *((one.content,) if isinstance(one.content, str) else one.content))
        around = text.rfind("\n\n", 0, content[0].start) + 1
        source = _near(text, one.source, content[0], around)
        cue = _near(text, one.cue, content[0], around)
        addressee = _near(text, one.addressee, content[0], around)
        identity = statement_id(document_id, EXTRACTOR, content, cue, source)
        by_words[content[0].of(text)] = identity
        made.append(
            Statement(
                id=identity,
                document_id=document_id,
                kind=one.kind,
                act=Act.SPEECH,
                content=content,
                cue=cue,
                source=source,
                addressee=addressee,
                parent=by_words[one.inside] if one.inside else None,
                confidence=one.confidence,
                rule="marked words beside a speech verb",
                extractor=EXTRACTOR,
            )
        )
        if one.when:
            said[identity] = model.Said(None, one.when.text, one.when.rule, one.when)
        for spans, name, part in (
            (source, one.speaker, Part.SOURCE),
            (addressee, one.addressed, Part.ADDRESSEE),
        ):
            mentions += [
                Mention(
                    document_id=document_id,
                    span=span,
                    form=one.form if part is Part.SOURCE else Form.NAME,
                    entity_id=ids[name] if name else None,
                    statement_id=identity,
                    part=part,
                    rule="the surname of a full name",
                    confidence=one.sure if part is Part.SOURCE else 0.95,
                )
                for span in spans
            ]
    return Reading(
        capture=Capture(
            digest=digest,
            data=data,
            media_type="text/plain",
            encoding="utf-8",
            encoding_rule="utf-8",
            path=path,
            url=None,
            captured_at=datetime(2031, 5, 6, 7, 8, tzinfo=UTC),
        ),
        document=Document(
            id=document_id,
            digest=digest,
            path=path,
            url=None,
            text=text,
            blocks=tuple(blocks),
            title=title,
            outlet=outlet,
            byline=None,
            language="en",
            published=published,
            dates=(published,) if published else (),
        ),
        statements=tuple(made),
        drops=tuple(Drop(_spans(text, words)[0], "advert") for words in drops),
        entities=entities,
        mentions=tuple(mentions),
        said=said,
        extractor=EXTRACTOR,
    )


def _spans(text: str, *words: str) -> Spans:
    starts = [text.index(each) for each in words]
    return tuple(Span(start, start + len(each)) for start, each in zip(starts, words, strict=True))


def _near(text: str, words: str, content: Span, around: int) -> Spans:
    if not words:
        return ()
    start = text.find(words, content.end)
    if start < 0 or "\n\n" in text[content.end : start]:
        start = text.index(words, around)
    return (Span(start, start + len(words)),)


def harbour() -> tuple[Reading, ...]:
    """Return the three reports, in the order in which they are read."""
    return (
        reading(
            "reports/harbour-first.txt",
            "Vell: “The harbour stays open”\n\n"
            "“The harbour stays open, whatever the League decides,” Prime Minister Oda Vell "
            "told reporters on Friday. Her deputy, Tam Roke, said the cabinet had not voted.\n\n"
            "“Consul Brandt told me: ‘You will not be let in,’” Vell said.",
            (
                Said(
                    "The harbour stays open, whatever the League decides,",
                    "Prime Minister Oda Vell",
                    "told",
                    "Oda Vell",
                    addressee="reporters",
                    addressed="reporters",
                    when=day("2031-05-02", "on Friday", "weekday before publication"),
                ),
                Said(
                    "the cabinet had not voted",
                    "Her deputy, Tam Roke",
                    "said",
                    "Tam Roke",
                    Kind.INDIRECT,
                    confidence=0.62,
                ),
                Said(
                    "Consul Brandt told me: ‘You will not be let in,’",
                    "Vell",
                    "said",
                    "Oda Vell",
                ),
                Said(
                    "You will not be let in,",
                    "Consul Brandt",
                    "told",
                    "Consul Brandt",
                    inside="Consul Brandt told me: ‘You will not be let in,’",
                ),
            ),
            people={
                "Oda Vell": ("Vell",),
                "Tam Roke": (),
                "Consul Brandt": (),
                "reporters": (),
            },
            title="Vell: “The harbour stays open”",
            outlet="The Quay",
            published=day("2031-05-03", "3 May 2031", "date line"),
        ),
        reading(
            "reports/harbour-second.txt",
            "<script>alert('League')</script>\n\n"
            "Oda Well said she would “join the League tomorrow” if the tolls were lifted.\n\n"
            "A senior official said nothing was agreed. There were shouts of “Never again!” "
            "outside.\n\nAdvertisement: buy a boat.",
            (
                Said(
                    ("she would “join the League tomorrow” if the tolls were lifted",),
                    "Oda Well",
                    "said",
                    "Oda Well",
                    Kind.MIXED,
                    when=Interval(
                        "2032-03-01",
                        "2032-03-31",
                        Granularity.MONTH,
                        "last month",
                        "month before publication",
                    ),
                ),
                Said(
                    "nothing was agreed",
                    "A senior official",
                    "said",
                    "a senior official",
                    Kind.INDIRECT,
                    form=Form.DESCRIPTION,
                    confidence=0.5,
                ),
                Said("Never again!", confidence=0.4),
            ),
            people={"Oda Well": (), "a senior official": ()},
            title="<script>alert('League')</script>",
            outlet="Daily Mast",
            published=day("2032-04-11", "2032-04-11", "JSON-LD datePublished"),
            drops=("Advertisement: buy a boat.",),
        ),
        reading(
            "reports/harbour-third.txt",
            "No date on this one\n\n“We were never asked,” Tam Roke said.",
            (Said("We were never asked,", "Tam Roke", "said", "Tam Roke"),),
            people={"Tam Roke": ()},
        ),
    )


def together() -> Reading:
    """Return a report of two who speak together, of one who tells of own words, and of nobody."""
    one = reading(
        "reports/locks.txt",
        "The locks\n\n“We are done,” both Reed and Fox said.\n\n"
        "Reed denied that Fox would resign. “I told her: ‘Stay,’” Reed said.\n\n"
        "“Wait,” an aide said. “Go,” an aide said. “Wait more,” an aide said. “Or not,” an aide"
        " said.",
        (
            Said("We are done,", "both Reed and Fox", "said", "Reed and Fox"),
            Said("that Fox would resign", "Reed", "denied", "Reed", kind=Kind.INDIRECT),
            Said("I told her: ‘Stay,’", "Reed", "said", "Reed"),
            Said("Stay", "I", "told", "Reed", inside="I told her: ‘Stay,’"),
            *(
                Said(words, "an aide", "said", "an aide")
                for words in ("Wait,", "Go,", "Wait more,", "Or not,")
            ),
        ),
        people={"Reed": (), "Fox": (), "Reed and Fox": (), "an aide": ()},
    )
    ids = {entity.name: entity.id for entity in one.entities}
    both = next(m for m in one.mentions if m.entity_id == ids["Reed and Fox"])
    start = both.span.start
    each = (
        replace(both, span=Span(start + 5, start + 9), entity_id=ids["Reed"]),
        replace(both, span=Span(start + 14, start + 17), entity_id=ids["Fox"], confidence=0.5),
    )
    entities = tuple(replace(e, named=e.name in ("Reed", "Fox")) for e in one.entities)
    return replace(one, entities=entities, mentions=(*one.mentions, *each))


def resolved_if_named(entities: Iterable[Entity]) -> tuple[tuple[Actor, ...], tuple[Link, ...]]:
    """Return actors as `resolved` does, and none for a source without a name."""
    return resolved(entity for entity in entities if entity.named)


SPELLINGS = {"Oda Well": "Oda Vell"}


def resolved(entities: Iterable[Entity]) -> tuple[tuple[Actor, ...], tuple[Link, ...]]:
    """Return one actor a name, two spellings being one; unnamed sources stay each their own."""
    names: dict[str, set[str]] = {}
    links = []
    kinds = {}
    for entity in entities:
        name = SPELLINGS.get(entity.name, entity.name)
        identity = content_id("actor", name if entity.named else entity.id)
        names.setdefault(identity, {name}).update(entity.names)
        kinds[identity] = (name, entity.kind)
        rule = "the same name" if name == entity.name else "a spelling of the same name"
        links.append(Link(entity.id, identity, 1.0, rule))
    actors = tuple(
        Actor(identity, *kinds[identity], tuple(sorted(names[identity])))
        for identity in sorted(names)
    )
    return actors, tuple(sorted(links, key=lambda link: link.entity_id))
