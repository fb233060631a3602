"""The language a report is written in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from onrecord.errors import DocumentError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Enough to be sure of; more costs time and changes nothing.
_SAMPLE = 400
_FEWEST_LETTERS = 20
_LEAST_SURE = 0.5

# Words that no other language has, and that a tenth of any English text is made of.
_ENGLISH = frozenset("the of and that with from by have which would".split())
_ENGLISH_SHARE = 0.08
_ENGLISH_DIFFERENT = 3
_WORD = re.compile(r"\w+")


def language_of(text: str, *, path: str = "") -> str | None:
    """Return the ISO 639-1 code of the language, None where there is too little to tell.

    English is known by its commonest words, because the model for all other languages
    takes a second to load. `path` is only for the error. Source: py3langid, a fork of
    langid.py (Lui and Baldwin 2012).

    Raises:
        DocumentError: when there is no room for the model, which is unpacked to a file for
            a moment. Unknown would be wrong: with room the same text has a language.
    """
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return None
    if _is_english(sample):
        return "en"
    try:
        identifier = _identifier()
    except OSError as error:
        raise DocumentError(
            "needs room in the temporary folder to tell the language; make room and add it again",
            path,
            code="no room",
        ) from error
    code, sure = identifier.classify(sample)
    return str(code) if sure >= _LEAST_SURE else None


def _is_english(sample: str) -> bool:
    words = _WORD.findall(sample.lower())
    telling = [word for word in words if word in _ENGLISH]
    return len(telling) >= _ENGLISH_SHARE * len(words) and len(set(telling)) >= _ENGLISH_DIFFERENT


@cache
def _identifier() -> LanguageIdentifier:
    # Slow to import and to load: once a process, and only where it is needed.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
