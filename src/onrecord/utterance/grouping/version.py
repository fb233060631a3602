"""What changes when statements are to be grouped anew, though none of them did."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

from onrecord.errors import WeightsError
from onrecord.utterance.grouping.likeness import WEIGHTS
from onrecord.utterance.grouping.meaning import CURE, MODEL, TABLE, VOCABULARY

RULES = 4
"""Goes up with every change to this package that may group the same statements otherwise."""


@cache
def version(folder: Path = MODEL) -> str:
    """Return a digest of the rules and of all that was learned, worked out once.

    Raises:
        WeightsError: if what was learned is missing; says what to do.
    """
    found = blake2b(str(RULES).encode(), digest_size=8)
    for name in (WEIGHTS, TABLE, VOCABULARY):
        try:
            found.update((folder / name).read_bytes())
        except OSError:
            raise WeightsError(
                f"no weights: {CURE}", str(folder / name), code="weights missing"
            ) from None
    return found.hexdigest()
