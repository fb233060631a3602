"""The words of a statement so that they read alone."""

from __future__ import annotations

import re

from onrecord.model import Kind

_OPENING = "“„«‟‘‚‹\"'"
_DENIAL = re.compile(r"\b(?:not|never|denie[sd]|deny|refuse[sd]?)\b|n[’']t\b", re.I)


def around(kind: Kind, quote: str, cue: str, *, follows: bool) -> tuple[str, str]:
    """Return what stands before and after `quote`, so that it reads alone.

    A cue that denies comes along whatever the quote: before it, or after where it stands so.

    Own words stand within marks. What hangs on its cue comes with it, "denied that …",
    "refused “the levy”": without it a denial would read as an assertion. `follows` says
    whether the quote stands after its cue.
    """
    words, cue = quote.lstrip(), " ".join(cue.split())
    marked = kind is not Kind.DIRECT or words.startswith(tuple(_OPENING))
    before, after = ("", "") if marked else ("“", "”")
    if kind is Kind.DIRECT:
        hangs = follows and words.lstrip(_OPENING)[:1].islower()
    else:
        hangs = follows or words[:1].islower() or words.startswith(tuple(_OPENING))
    if _DENIAL.search(cue) and not hangs:
        return (f"{cue} {before}", after) if follows else (before, f"{after} – {cue}")
    if hangs and cue[:1].isalpha() and not cue.lower().startswith("according"):
        before = f"{cue} {before}"
    return before, after
