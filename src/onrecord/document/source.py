"""Which outlet a report says it is from, in its own words."""

from __future__ import annotations

import re

from onrecord.model import READ_KINDS, Block

# A report names its own outlet near its beginning, if at all.
_LOOKED_AT = 4
_NAME = r"([A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3})"
_VERB = r"(?:reports|informs|writes)"
_OWN_WORDS = re.compile(
    rf",\s+(?:{_NAME}\s+{_VERB}\.|{_VERB}\s+{_NAME}(?:\.|\s+with\s+reference\b))"
)


def outlet_named(text: str, blocks: tuple[Block, ...]) -> str | None:
    """Return the outlet of "…, UNA reports." or "…, reports UNA."; None where nothing says so."""
    read = [block.span.of(text) for block in blocks if block.kind in READ_KINDS][:_LOOKED_AT]
    for words in read:
        match = _OWN_WORDS.search(words)
        if match is not None:
            return (match[1] or match[2]).rstrip(".")
    return None
