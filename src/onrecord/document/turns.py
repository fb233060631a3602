"""Turns of a transcript: lines that begin with who speaks."""

from __future__ import annotations

import re

_WORD = r"[^\W\d_a-zà-ÿ][\w.’'-]*"
_SMALL = r"(?:(?:of|the|for|and|de|van|von|der|al|bin)\s+)?"
_OF_PIECES = frozenset(
    """
    analysis analyse análisis аналіз аналитика bio breaking briefing column comment commentary
    commento entretien entrevista exclusive exclusif exclusiva exklusiv explained explainer
    editorial factbox fact-check feature gallery intervista interview interviews інтерв'ю интервью
    kommentar kolumne latest letter letters live livestream liveblog meinung newsletter obituary
    opinion opinions opinión думка мнение podcast porträt preview profile q&a quiz recap reportage
    review timeline transcript tribune video videos vídeo відео видео watch listen read
    """.split()
)
"""Words that open a label of what a piece is: ``Interview:``, ``Live updates:``."""
_BESIDE_PIECES = frozenset(
    """
    author authors caption captions category correction credit credits date editor editors image
    images keyword keywords location note notes photo photos picture pictures published related
    source sources subject tag tags topic topics update updated updates also by more ps re
    """.split()
)
"""Words that open a label of what stands beside a report, which nobody says."""
_JOINING = frozenset(
    "so but and or now yet because however why how what when where who finally meanwhile".split()
)
_IN_SENTENCES = frozenset(
    """
    is are was were has have had does did would could should might in on at with from into under
    over off out about against between after before
    """.split()
)
"""Words that no name has behind its first, so that a label with one of them is half a headline."""


def is_label(words: str) -> bool:
    """Whether what stands before a colon tells what comes behind it, and not who says it."""
    first, *rest = words.removeprefix("The ").split() or [""]
    opens = first.casefold().replace("’", "'")
    return (
        opens in _OF_PIECES | _BESIDE_PIECES
        or (opens in _JOINING and not first.isupper())  # the WHO is a body
        or not _IN_SENTENCES.isdisjoint(map(str.casefold, rest))
    )


_TURN = re.compile(
    # In Markdown the name may be set in bold.
    rf"[*_]{{0,2}}(?P<label>{_WORD}(?:\s+{_SMALL}{_WORD}){{0,5}})(?:\s+\([^()\n]{{2,40}}\))?"
    r"(?::[*_]{0,2}|[*_]{1,2}:)[^\S\n]+(?=\S)"
)
_LONGEST_NAME = 90


def is_turn(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` begins as "MR. STONE: ", "Dr. Mia Holt: " or "Q: " do."""
    within = min(end, start + _LONGEST_NAME)
    if text.find(":", start, within) < 0:
        return False
    turn = _TURN.match(text, start, within)
    return turn is not None and not is_label(turn["label"])
