"""Where a record is: how SQLite is told, and whether it may be written there."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def uri(path: Path, mode: str) -> str:
    """Return the address by which SQLite opens `path`."""
    return f"file:{quote(os.fsencode(path.absolute()))}?{mode}"


def writable(path: Path) -> bool:
    """Whether the file and its folder, where SQLite keeps its log, can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
