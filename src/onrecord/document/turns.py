"""Turns of a transcript: lines that begin with who speaks."""

from __future__ import annotations

import re

_WORD = r"[^\W\d_a-zà-ÿ][\w.’'-]*"
_SMALL = r"(?:(?:of|the|for|and|de|van|von|der|al|bin)\s+)?"
# Labels of what stands beside a report, which nobody says.
_LABELS = (
    r"(?!(?i:photos?|pictures?|images?|videos?|captions?|credits?|sources?|notes?|updated?|author"
    r"|editor|correction|topics?|tags?|category|keywords?|location|date|published)\b[^:]{0,20}:)"
)
_TURN = re.compile(
    # In Markdown the name may be set in bold.
    rf"[*_]{{0,2}}{_LABELS}{_WORD}(?:\s+{_SMALL}{_WORD}){{0,5}}(?:\s+\([^()\n]{{2,40}}\))?"
    r"(?::[*_]{0,2}|[*_]{1,2}:)[^\S\n]+(?=\S)"
)
_LONGEST_NAME = 90


def is_turn(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` begins as "MR. STONE: ", "Dr. Mia Holt: " or "Q: " do."""
    within = min(end, start + _LONGEST_NAME)
    return text.find(":", start, within) >= 0 and _TURN.match(text, start, within) is not None
