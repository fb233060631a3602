"""The verbs that attribute, what they govern, and what their source did.

The list was drawn up from the cues of PolNeAR's training part (Newell et al. 2018): verbs
that are cues there in at least a third of their uses, ordered by what follows them. The
forms are made by rule, the irregular ones listed.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from onrecord.model import Act


class Frame(Enum):
    """What a verb takes besides its source."""

    CLAUSE = "clause"  # say (that) the tax will rise
    HEARER = "hearer"  # tell reporters (that) the tax will rise
    OBJECT = "object"  # criticise the tax
    ACTION = "action"  # plan to raise the tax


class Inflection(Enum):
    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    PERFECT = "perfect"
    """A form that stands behind "have" and is not that of the past."""


class Cue(NamedTuple):
    frame: Frame
    act: Act
    inflection: Inflection
    lemma: str


_SPEECH_CLAUSE = """
say add note state claim argue declare announce report acknowledge admit insist stress emphasize
emphasise assert maintain contend concede conclude confirm explain suggest indicate reveal disclose
warn predict promise pledge vow observe remark recall repeat reiterate reply respond answer comment
continue joke quip boast complain lament allege caution underline underscore mention agree testify
swear estimate counter retort shout yell exclaim whisper mutter affirm specify clarify summarize
summarise assess deny propose recommend demand request hint imply assume reason rule signal point
stipulate theorize opine interject plead proclaim profess reassert volunteer elaborate recount
confide mutter murmur
"""
_WRITING_CLAUSE = "write tweet post email blog retweet"
_SHOWING_CLAUSE = "show find learn"
_THOUGHT_CLAUSE = """
think believe feel know hope fear expect doubt suspect realise realize understand consider worry
wonder
"""
_SPEECH_HEARER = "tell inform assure remind notify ask urge advise brief implore beg"
_SPEECH_OBJECT = """
criticize criticise praise accuse call describe endorse reject dismiss denounce condemn blast slam
mock defend question cite announce welcome thank blame attack express voice oppose support back
decry applaud ridicule laud hail tout characterize characterise label brand dub challenge
reassure echo refute rebuke chide lambaste deride commend quote congratulate favour favor
"""
_INTENTION_ACTION = "plan intend want seek aim refuse decline hope propose"
_SPEECH_ACTION = "offer vow pledge promise threaten"

_IRREGULAR = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "writing"),
    "think": ("thinks", "thought", "thinking"),
    "feel": ("feels", "felt", "feeling"),
    "know": ("knows", "knew", "knowing"),
    "find": ("finds", "found", "finding"),
    "swear": ("swears", "swore", "swearing"),
    "seek": ("seeks", "sought", "seeking"),
    "understand": ("understands", "understood", "understanding"),
    "begin": ("begins", "began", "beginning"),
    "beg": ("begs", "begged", "begging"),
    "quip": ("quips", "quipped", "quipping"),
    "admit": ("admits", "admitted", "admitting"),
    "rule": ("rules", "ruled", "ruling"),
    "plan": ("plans", "planned", "planning"),
    "slam": ("slams", "slammed", "slamming"),
    "dub": ("dubs", "dubbed", "dubbing"),
    "retweet": ("retweets", "retweeted", "retweeting"),
}


_PERFECTS = {"write": "written", "know": "known", "swear": "sworn"}


def _forms(lemma: str) -> tuple[str, str, str]:
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith(("s", "sh", "ch", "x")):
        return lemma + "es", lemma + "ed", lemma + "ing"
    return lemma + "s", lemma + "ed", lemma + "ing"


def _lexicon() -> dict[str, tuple[Cue, ...]]:
    lists = (
        (_SPEECH_CLAUSE, Frame.CLAUSE, Act.SPEECH),
        (_WRITING_CLAUSE, Frame.CLAUSE, Act.WRITING),
        (_SHOWING_CLAUSE, Frame.CLAUSE, Act.WRITING),
        (_THOUGHT_CLAUSE, Frame.CLAUSE, Act.THOUGHT),
        (_SPEECH_HEARER, Frame.HEARER, Act.SPEECH),
        (_SPEECH_OBJECT, Frame.OBJECT, Act.SPEECH),
        (_INTENTION_ACTION, Frame.ACTION, Act.INTENTION),
        (_SPEECH_ACTION, Frame.ACTION, Act.SPEECH),
    )
    cues: dict[str, tuple[Cue, ...]] = {}
    for words, frame, act in lists:
        for lemma in words.split():
            present, past, participle = _forms(lemma)
            for form, inflection in (
                (lemma, Inflection.BASE),
                (present, Inflection.PRESENT),
                (past, Inflection.PAST),
                (participle, Inflection.PARTICIPLE),
            ):
                cues[form] = (*cues.get(form, ()), Cue(frame, act, inflection, lemma))
            if lemma in _PERFECTS:
                form = _PERFECTS[lemma]
                cues[form] = (*cues.get(form, ()), Cue(frame, act, Inflection.PERFECT, lemma))
    return cues


CUES = _lexicon()
"""Every form of every cue verb, with what it may govern, the commonest reading first."""
