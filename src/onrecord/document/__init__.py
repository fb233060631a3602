"""Reports from captures: verbatim text, what each part of it is, and what is known of it."""

from onrecord.document.copies import SIGNATURE_VERSION, find_copies, signature
from onrecord.document.dates import MONTHS
from onrecord.document.reading import read_document
from onrecord.document.turns import is_label

__all__ = [
    "MONTHS",
    "SIGNATURE_VERSION",
    "find_copies",
    "is_label",
    "read_document",
    "signature",
]
