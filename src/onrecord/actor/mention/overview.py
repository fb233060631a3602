"""Look a report over: who is named in it, and what else it shows of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.actor.mention.drafts import Draft, Reading, gather
from onrecord.actor.mention.names import Name, read_names
from onrecord.actor.mention.page import Page, read_page
from onrecord.actor.mention.publisher import is_outlet
from onrecord.actor.mention.salience import NAMED, QUOTED, SUBJECT
from onrecord.actor.mention.scene import Scene
from onrecord.actor.words import FEMALE, MALE, NATIONAL_ENDINGS
from onrecord.model import ActorKind, Block, BlockKind, Document, Span, Statement

_GROUP_AFTER = re.compile(r"\s+(?:news\s+)?(?:agency|newspaper|website|broadcaster|magazine)\b")
_DATELINE_END = re.compile(r"\)\s*[—–-]")
_ACRONYM = re.compile(r"((?:[^\W\d_][\w'’-]*\s+){2,8})\((?P<short>[A-Z][A-Z.]{1,7})\)")


def name_readings(document: Document, page: Page, statements: Sequence[Statement]) -> list[Reading]:
    """Return what every name of a report and of its title was taken for, in order."""
    spans = [span for s in statements for span in (*s.source, *s.addressee)]
    names = (*_title_names(document), *read_names(page, spans))
    return gather(names, _defined(document.text))


def look_over(scene: Scene) -> None:
    """Remember every name where it stands; tell countries and genders by the words around."""
    _see_names(scene)
    _see_countries(scene)
    _see_outlets(scene)
    _vote(scene)


def _see_names(scene: Scene) -> None:
    beside = (-1, False)
    for reading in scene.readings:
        name = reading.name
        joined = scene.document.text[max(beside[0], 0) : max(name.title_start, 0)]
        subject = name.subject or name.agent or (beside[1] and joined.strip() in ("and", "&"))
        beside = (name.end, subject)
        weight = SUBJECT if subject else NAMED
        if name.start < 0:
            weight = NAMED
        elif scene.quotes.holds(name.start):
            weight = QUOTED
        scene.memory.see(reading.draft, max(name.start, -1), weight)


def _see_countries(scene: Scene) -> None:
    """Know a country outside our table by its adjective: Norland where Norlandic stands."""
    words = scene.page.inner_capitals | {s.words[0].text for s in scene.page.sentences}
    for draft in scene.drafts:
        name = draft.name
        if draft.kind is ActorKind.UNKNOWN and draft.named and len(name) > 4:
            stem = name.rstrip("aeiouy")
            adjectives = {stem + ending for ending in NATIONAL_ENDINGS} - {name}
            if not adjectives.isdisjoint(words):
                draft.kind = ActorKind.COUNTRY


def _see_outlets(scene: Scene) -> None:
    """Know what published the report, or is called an agency or a paper, for a body."""
    text, outlet = scene.document.text, scene.document.outlet
    for reading in scene.readings:
        name, draft = reading.name, reading.draft
        published = outlet and is_outlet(scene, reading)
        if outlet and published and draft.kind is not ActorKind.PERSON:
            draft.names += [outlet] if outlet not in draft.names else []
        if draft.kind is not ActorKind.UNKNOWN or draft.thing:
            continue
        around = text[max(name.start - 1, 0) : name.start], text[name.end : name.end + 20]
        called = name.start >= 0 and (
            _GROUP_AFTER.match(around[1]) or (around[0] == "(" and _DATELINE_END.match(around[1]))
        )
        if called or published:
            draft.kind = ActorKind.ORGANISATION


def _vote(scene: Scene) -> None:
    """Let pronouns vote on the gender of a person who is alone in a sentence."""
    named: dict[int, list[Reading]] = {}
    for reading in scene.readings:
        if reading.draft.human and reading.name.start >= 0:
            named.setdefault(reading.name.sentence, []).append(reading)
    alone = {i: rs[0] for i, rs in named.items() if len({r.draft for r in rs}) == 1}
    for index, reading in alone.items():
        for word in scene.page.sentences[index].words:
            if word.start > reading.name.start and word.lower in MALE | FEMALE:
                reading.draft.votes["m" if word.lower in MALE else "f"] += 1
    seen: set[Draft] = set()
    for index in sorted(named):
        seen.update(r.draft for r in named[index])
        if index in alone and index + 1 not in named:
            draft, gender = alone[index].draft, _goes_on(scene, index)
            known = draft.gender or draft.kind is not ActorKind.PERSON
            if not known and not any(d.gender == gender for d in seen):
                draft.votes[gender] += 1


def _goes_on(scene: Scene, index: int) -> str:
    """Return the gender of the "he" or "she" that the sentence after this one opens with."""
    for sentence in scene.page.sentences[index + 1 : index + 2]:
        first = sentence.words[0]
        same = sentence.block == scene.page.sentences[index].block
        if same and not scene.quotes.holds(first.start):
            return {"he": "m", "she": "f"}.get(first.lower, "")
    return ""


def _title_names(document: Document) -> Iterator[Name]:
    """Yield the names of a title that stands outside the text, placed before its start."""
    title = document.title
    if not title or title in document.text:
        return
    length = len(title)
    headline = Block(BlockKind.HEADLINE, Span(0, length))
    outside = replace(document, text=title, title=None, blocks=(headline,))
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
