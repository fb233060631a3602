"""Commands that a reader may copy: they ask the record that was asked."""

from __future__ import annotations

import os
from pathlib import Path
from shlex import quote

from onrecord.cli.options import DEFAULT_RECORD


def command(words: str, record: Path, *arguments: str) -> str:
    """Return ``onrecord WORDS`` about a record, quoted for a shell.

    The record is named only where the command would not find it by itself.
    """
    found = os.environ.get("ONRECORD", str(DEFAULT_RECORD))
    option = () if str(record) == found else ("--record", quote(str(record)))
    return " ".join(("onrecord", words, *option, *map(quote, arguments)))
