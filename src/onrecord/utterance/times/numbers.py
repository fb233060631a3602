"""Numbers as words: "three days ago", "on the third of March"."""

from __future__ import annotations

NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}


_TO_TWENTY = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_OVER_TWENTY = [f"twenty-{word}" for word in _TO_TWENTY[:9]]
ORDINALS = {
    word: number
    for number, word in enumerate((*_TO_TWENTY, *_OVER_TWENTY, "thirtieth", "thirty-first"), 1)
}
