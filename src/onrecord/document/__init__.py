"""Reports from captures: verbatim text, what each part of it is, and what is known of it."""

from onrecord.document.dates import MONTHS
from onrecord.document.reading import read_document

__all__ = ["MONTHS", "read_document"]
