"""What the source did, told by the words of the cue."""

from __future__ import annotations

import re

from onrecord.model import Act
from onrecord.statement.cues import CUES

_NOUNS = {
    Act.WRITING: """
        tweet tweets email emails e-mail letter op-ed column memo report reports book blog post
        posts editorial essay article study survey poll polls wrote writing written posted posting
        retweeted published poll's brief filing filings documents document
    """,
    Act.THOUGHT: """
        belief beliefs hopes fear fears view views opinion opinions concern concerns concerned
        doubts suspicion convinced confident sure aware sees saw seen seems seemed appears appeared
        expected expectation impression certain worried afraid disagree agrees thinking believed
        optimistic skeptical surprised sense see seem appear consider considered considers
    """,
    Act.INTENTION: """
        plan plans planned planning intention intentions intends wants wanted want aims goal goals
        effort efforts trying willing ready prepared determined seeking decided decision
    """,
}
_BY_NOUN = {word: act for act, words in _NOUNS.items() for word in words.split()}
_WORD = re.compile(r"[\w’'-]+")
_FORESEEN = re.compile(
    r"\b(?:is|are|was|were|be|been)\s+(?:\w+ly\s+)?(?:expected|likely|due|set|scheduled)\s+"
    r"to\s+(?:\w+ly\s+)?(?P<verb>\w+)",
    re.I,
)
"""What others expect of the source: "is expected to say"."""


def act_of(cue: str) -> Act:
    """Return the act a cue tells of, speech where its words do not say.

    The first verb of the lexicon decides ("plans to announce" is a plan), unless a noun
    says what was written ("said in a tweet").
    """
    foreseen = _FORESEEN.search(cue)
    words = [word.lower() for word in _WORD.findall(foreseen["verb"] if foreseen else cue)]
    named = [_BY_NOUN[word] for word in words if word in _BY_NOUN]
    if Act.WRITING in named:
        return Act.WRITING
    for word in words:
        if word in CUES:
            return CUES[word][0].act
        if word in _BY_NOUN:
            return _BY_NOUN[word]
    return Act.SPEECH
