"""Which reports repeat others: word for word, nearly so, in part, or as versions of one page.

`signature` says in a few bytes what a report says; `find_copies` compares reports by these
alone, so that a new report is compared with a hundred thousand old ones without reading them.
"""

from onrecord.document.copies.finding import find_copies
from onrecord.document.copies.signature import SIGNATURE_VERSION, signature

__all__ = ["SIGNATURE_VERSION", "find_copies", "signature"]
