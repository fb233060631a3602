"""Statements: attribution relations of source, cue and content, found in documents."""

from typing import Protocol

from onrecord.errors import WeightsError
from onrecord.model import Document, Extraction
from onrecord.statement.structural import StructuralExtractor


class Extractor(Protocol):
    """Whatever finds statements. `name` and `version` key its rows in the record."""

    name: str
    version: str

    def extract(self, document: Document) -> Extraction:
        """Return the statements of a document and what was looked at and left."""
        ...


def fast_extractor() -> Extractor:
    """Return the learned extractor with the weights that come with the package.

    Raises:
        WeightsError: without the packages of the extra [learned], or where its weights are
            missing or damaged; says what to do.
    """
    try:
        from onrecord.statement.learned.extractor import FAST, LearnedExtractor
    except ModuleNotFoundError as missing:
        raise WeightsError(
            f"the fast extractor needs {missing.name}: install onrecord with the extra [learned]",
            code="packages missing",
        ) from missing
    return LearnedExtractor(FAST)


__all__ = ["Extractor", "StructuralExtractor", "fast_extractor"]
