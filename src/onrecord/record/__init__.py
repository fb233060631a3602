"""The store: one SQLite file of text, machine output and judgements, kept apart.

Faces open it with `open_record` and read the values of `onrecord.record.views`.
"""

from onrecord.record.record import Record, open_record

__all__ = ["Record", "open_record"]
