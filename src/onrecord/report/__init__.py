"""The report: a record as one HTML page that needs no network, no script and no other file."""

from onrecord.report.page import page

__all__ = ["page"]
