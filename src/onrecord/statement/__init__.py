"""Statements: attribution relations of source, cue and content, found in documents."""

from typing import Protocol

from onrecord.model import Document, Extraction
from onrecord.statement.structural import StructuralExtractor


class Extractor(Protocol):
    """Whatever finds statements. `name` and `version` key its rows in the record."""

    name: str
    version: str

    def extract(self, document: Document) -> Extraction:
        """Return the statements of a document and what was looked at and left."""
        ...


__all__ = ["Extractor", "StructuralExtractor"]
