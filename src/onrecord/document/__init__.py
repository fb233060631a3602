"""Reports from captures: verbatim text, what each part of it is, and what is known of it.

Which reports repeat others is `onrecord.document.copies`, apart: it loads numpy.
"""

from onrecord.document.dates import MONTHS
from onrecord.document.reading import read_document
from onrecord.document.turns import is_label

__all__ = [
    "MONTHS",
    "is_label",
    "read_document",
]
