"""Statements: attribution relations of source, cue and content, found in documents."""

from typing import Protocol

from onrecord.errors import WeightsError
from onrecord.model import Document, Extraction, ExtractorName
from onrecord.statement.structural import StructuralExtractor


class Extractor(Protocol):
    """Whatever finds statements. `name` and `version` key its rows in the record."""

    name: str
    version: str

    def extract(self, document: Document) -> Extraction:
        """Return the statements of a document and what was looked at and left."""
        ...


def learned_extractor(profile: ExtractorName) -> Extractor:
    """Return the learned extractor with the weights of a profile, which come with the package.

    Raises:
        WeightsError: where the weights, or a package that reads them, are missing or damaged;
            says what to do.
    """
    try:
        from onrecord.statement.learned import MODELS, LearnedExtractor
    except ImportError as missing:
        raise WeightsError(
            f"the {profile} extractor cannot load {missing.name or 'what it needs'}: "
            "reinstall onrecord",
            code="packages missing",
        ) from missing
    return LearnedExtractor(MODELS / profile)


__all__ = ["Extractor", "StructuralExtractor", "learned_extractor"]
