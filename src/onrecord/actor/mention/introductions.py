"""Who speaks where the words themselves name nobody: the paragraph tells, or the one before."""

from __future__ import annotations

from onrecord.actor.mention.confidence import sure
from onrecord.actor.mention.drafts import Draft
from onrecord.actor.mention.references import References
from onrecord.actor.mention.scene import Found, Scene
from onrecord.actor.words import SPEECH
from onrecord.model import Form, Kind, Span, Statement

_NOBODY = Found(Form.DESCRIPTION, None, "no source", 0.0)

_AWAY = 2
"""A source that stands so many paragraphs off belongs to other words, if anybody is nearer."""

_BACK = 4
"""So many paragraphs back a quotation that goes on in its own may have begun."""


def is_taken_up(scene: Scene, statement: Statement) -> bool:
    """Whether a quotation goes on in a paragraph of its own, far from the source it was given.

    By the convention of print a quotation of several paragraphs opens each with a mark and
    closes only the last: its speaker is that of the paragraph before.
    """
    if statement.kind is not Kind.DIRECT or statement.parent is not None or not statement.source:
        return False
    words, source = statement.content[0], statement.source[0]
    away = scene.blocks_between(words, source)
    if away == 0 or not scene.page.sentences:
        return False
    return scene.is_carried_on(words) or (abs(away) >= _AWAY and scene.opens_block(words))


def introduced(scene: Scene, references: References, statement: Statement) -> Found:
    """Find the speaker of a quote that names none in the words right before it."""
    page = scene.page
    if not page.sentences:
        return _NOBODY
    words = statement.content[0]
    block = scene.block_of(words.start)
    here = scene.last_speaker_in(block, statement)
    if here is not None:
        return _as_sure(here, "same paragraph")
    if scene.is_carried_on(words):
        return _carried_on(scene, statement, block)
    previous = page.blocks.get(block - 1)
    if previous is None or not scene.opens_block(words):
        return _NOBODY
    before = scene.last_speaker_in(block - 1, statement)
    subject = _announcer(scene, references, previous[1])
    if subject is not None and (before is None or before[0] is not subject):
        return Found(Form.DESCRIPTION, subject, "introduced", sure("introduced"))
    if before is None and statement.source and scene.blocks_between(words, statement.source[0]) > 0:
        nearer = (scene.last_speaker_in(block - back, statement) for back in range(2, _BACK))
        before = next((speaker for speaker in nearer if speaker is not None), None)
    return _as_sure(before, "continued") if before is not None else _NOBODY


def signed(scene: Scene, statement: Statement) -> Found:
    """Find who signs a paragraph that says "I": "I shall not go Harbour minister Ann Berg"."""
    block = scene.block_of(statement.content[0].start)
    if block not in scene.page.blocks:
        return _NOBODY
    last = scene.page.sentences[scene.page.blocks[block][1]].words[-1]
    reading = scene.named_until(last.end)
    if reading is None or not reading.draft.human or reading.name.title_start == reading.name.start:
        return _NOBODY
    return Found(Form.PRONOUN, reading.draft, "signed", sure("signed"))


def _carried_on(scene: Scene, statement: Statement, block: int) -> Found:
    """Find who began the quotation that goes on here, over paragraphs that hold no other words."""
    for back in range(block - 1, max(block - 1 - _BACK, -1), -1):
        before = scene.last_speaker_in(back, statement)
        if before is not None:
            return _as_sure(before, "carried on")
        if not scene.is_carried_on_at(back):
            break
    return _NOBODY


def _as_sure(speaker: tuple[Draft, float], rule: str) -> Found:
    draft, confidence = speaker
    return Found(Form.DESCRIPTION, draft, rule, min(sure(rule), confidence))


def _announcer(scene: Scene, references: References, index: int) -> Draft | None:
    """Return who is said to speak in a sentence: "She told the assembly this:"."""
    sentence = scene.page.sentences[index]
    for i, word in enumerate(sentence.words[:-1]):
        if sentence.words[i + 1].lower not in SPEECH:
            continue
        reading = scene.named_until(word.end)
        if reading is not None:
            return reading.draft if reading.draft.human else None
        if word.lower in ("he", "she"):
            return references.pronoun(word.lower, Span(word.start, word.end), None).draft
    return None
