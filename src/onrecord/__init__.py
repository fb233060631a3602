"""onrecord: from a pile of news reports to a checked record of who said what, and when.

The Python face is `open_record`; every command of the command line has its twin on the
`Record` it returns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.record import Record, open_record

__version__ = "0.1.0"
__all__ = ["Record", "__version__", "open_record"]


def __getattr__(name: str) -> object:
    # Loaded when asked for, so that `import onrecord` costs nothing.
    if name in ("Record", "open_record"):
        from onrecord import record

        return getattr(record, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
