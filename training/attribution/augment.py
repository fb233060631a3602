"""Changed copies of annotated texts: other marks, other names, other layouts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from random import Random

from training.attribution.data import Text
from training.attribution.edits import MARK, edited
from training.attribution.layouts import apart, headed

STYLES = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("''", "''"), ("", ""))
STYLE_WEIGHTS = (30, 36, 8, 8, 4, 14)
RENAMED = 0.2
"""The share of texts whose people get other names."""
SMALL = 0.04
"""The share of texts without capitals."""
HEADED = 0.06
"""The share of texts that get a headline `Name: words`; a tenth of PolNeAR's have one."""
APART = 0.16
"""The share of texts whose long quotations may become block quotes without marks."""

_MARK = re.compile(MARK)
_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")


def with_marks(text: Text, opening: str, closing: str) -> Text:
    """Return the text with its double marks in another style, or without any."""
    return edited(
        text,
        (
            (m.start(), m.end(), opening if _opens(text.text, m) else closing)
            for m in _MARK.finditer(text.text)
        ),
    )


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark.group() in "“``":
        return True
    before = text[mark.start() - 1 : mark.start()]
    return mark.group() != "”" and (not before or before.isspace() or before in "([—–-‘'")


def names(texts: Iterable[Text], *, at_least: int = 2) -> list[str]:
    """Return the names that sources are called by: words that are never seen small."""
    called: Counter[str] = Counter()
    small: set[str] = set()
    for text in texts:
        small.update(re.findall(r"\b[a-z]{3,}\b", text.text))
        sources = {s for a in text.attributions for s in a.source}
        called.update(name for s in sources for name in _NAME.findall(s.of(text.text)))
    return sorted(n for n, c in called.items() if c >= at_least and n.lower() not in small)


def renamed(text: Text, pool: Sequence[str], random: Random) -> Text:
    """Return the text with each name of `pool` in it replaced by another, the same throughout."""
    known = set(pool)
    new: dict[str, str] = {}
    edits = []
    for match in _NAME.finditer(text.text):
        name = match.group()
        if name in known:
            new.setdefault(name, random.choice(pool))
            edits.append((match.start(), match.end(), new[name]))
    return edited(text, edits)


def small(text: Text) -> Text:
    """Return the text without capitals."""
    lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text.text)
    return Text(text.name, lower, text.attributions)


def varied(text: Text, pool: Sequence[str], random: Random) -> Text:
    """Return a changed copy of a text, as often as not with its own marks.

    Layouts come first, for they are told by the marks.
    """
    if random.random() < HEADED:
        text = headed(text, random)
    if random.random() < APART:
        text = apart(text, random)
    if random.random() < RENAMED and pool:
        text = renamed(text, pool, random)
    if random.random() < 0.5:
        opening, closing = random.choices(STYLES, STYLE_WEIGHTS)[0]
        text = with_marks(text, opening, closing)
    if random.random() < SMALL:
        text = small(text)
    return text
