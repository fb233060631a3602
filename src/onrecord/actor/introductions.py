"""Who speaks where the words themselves name nobody: the paragraph tells, or the one before."""

from __future__ import annotations

from onrecord.actor.confidence import sure
from onrecord.actor.drafts import Draft
from onrecord.actor.references import References
from onrecord.actor.scene import Found, Scene
from onrecord.actor.words import SPEECH
from onrecord.model import Form, Span, Statement

_NOBODY = Found(Form.DESCRIPTION, None, "no source", 0.0)


def introduced(scene: Scene, references: References, statement: Statement) -> Found:
    """Find the speaker of a quote that names none in the words right before it."""
    page = scene.page
    if not page.sentences:
        return _NOBODY
    block = page.sentences[page.sentence_at(statement.content[0].start)].block
    here = scene.last_speaker_in(block, statement)
    if here is not None:
        confidence = min(sure("same paragraph"), here[1])
        return Found(Form.DESCRIPTION, here[0], "same paragraph", confidence)
    previous = page.blocks.get(block - 1)
    if previous is None or not _opens_block(scene, statement, block):
        return _NOBODY
    subject = _announcer(scene, references, previous[1])
    before = scene.last_speaker_in(block - 1, statement)
    if subject is not None and (before is None or before[0] is not subject):
        return Found(Form.DESCRIPTION, subject, "introduced", sure("introduced"))
    if before is not None:
        return Found(Form.DESCRIPTION, before[0], "continued", min(sure("continued"), before[1]))
    return _NOBODY


def _opens_block(scene: Scene, statement: Statement, block: int) -> bool:
    """Whether the quote opens its paragraph."""
    first = scene.page.sentences[scene.page.blocks[block][0]]
    return statement.content[0].start - first.start <= 3


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
