"""How the commands speak: data on stdout, talk on stderr, colour only for a person.

Text from reports is hostile until cleaned: a report may hold the codes that move a
terminal's cursor or turn the direction of a line round.
"""

from __future__ import annotations

import sys
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

WIDEST = 100
"""Lines longer than this many columns are hard to read, however wide the terminal."""

_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_HARMLESS = {"\n", "\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}", "\N{SOFT HYPHEN}"}


def display(*parts: RenderableType) -> None:
    """Write `parts` to stdout: styled on a terminal, else plain lines without padding."""
    console = _console(stderr=False)
    if console.is_terminal:
        console.print(*parts, sep="\n")
        return
    with console.capture() as captured:
        console.print(*parts, sep="\n")
    lines = (line.rstrip() for line in captured.get().split("\n"))
    write("\n".join(lines).encode("utf-8", "backslashreplace"))


def talk() -> Console:
    """Return the console for stderr."""
    return _console(stderr=True)


def styled() -> bool:
    """Whether stdout shows styles: bold, underlined, reversed."""
    return _console(stderr=False).color_system is not None


def _console(*, stderr: bool) -> Console:
    # rich costs a fifth of a reading command's time, so only human output loads it.
    from rich.console import Console

    made = Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    made.width = min(made.width, WIDEST)
    return made


def write(data: bytes) -> None:
    """Write `data` to stdout as it is."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def write_json(value: object) -> None:
    """Write `value`, dataclasses and all, to stdout as indented JSON in UTF-8."""
    import msgspec

    write(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")


def say(message: str) -> None:
    """Write one line of talk to stderr."""
    print(f"onrecord: {clean(' '.join(message.split()))}", file=sys.stderr)  # noqa: T201


def clean(text: str) -> str:
    """Return `text` with every character that a terminal would obey made visible.

    Controls become their code (``\\x1b``); so do the marks that reorder a line.
    """
    if text.replace("\n", "").isprintable():
        return text
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character in _HARMLESS or unicodedata.category(character) not in _UNSEEN:
        return character
    if character == "\t":
        return " "
    return character.encode("unicode_escape").decode("ascii")
