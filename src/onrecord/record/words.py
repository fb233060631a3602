"""Words as the file keeps them.

SQLite holds text as UTF-8 and counts its code points up to the first NUL. A text with a
NUL or with half of a surrogate pair (broken JSON has such) is therefore kept twice: exact,
as bytes, and countable, with a U+FFFD in the place of each of these, so that every offset is
the same in both and the file itself can verify every span.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from onrecord.model import Span

STRETCH = 65536
"""How many code points of a long text the file looks up at once; no longer text is cut."""

JOINT = " … "
"""What stands between two stretches of one quote for the words between them."""

_SIGN = re.compile(r"\s*>[\s>]*")
_UNCOUNTED = re.compile("[\x00\ud800-\udfff]")


def countable(text: str) -> str:
    """Return `text`, as long as it was, with only code points that SQLite counts."""
    return _UNCOUNTED.sub("\ufffd", text)


def exact_bytes(text: str) -> bytes | None:
    """Return the bytes of a text that is not countable as it is, None for all others."""
    return text.encode("utf-8", "surrogatepass") if _UNCOUNTED.search(text) else None


def whole(text: str, exact: bytes | None) -> str:
    """Return a text as it was stored: the inverse of `countable` and `exact_bytes`."""
    return text if exact is None else exact.decode("utf-8", "surrogatepass")


def stretches(text: str) -> list[str]:
    """Return a text cut into stretches of `STRETCH`, nothing where it is no longer than one."""
    if len(text) <= STRETCH:
        return []
    return [text[start : start + STRETCH] for start in range(0, len(text), STRETCH)]


def joined(text: str, spans: Iterable[Span]) -> str:
    """Return the words of `spans` in one: with `JOINT` where words of the text are left out.

    Where nothing but the sign of a quoted line is, ``\\n> ``, a space stands for it.
    """
    words, end = "", 0
    for span in spans:
        if words:
            words += " " if _SIGN.fullmatch(text, end, span.start) else JOINT
        words += span.of(text)
        end = span.end
    return words


def storable(text: str) -> str:
    r"""Return a path, title or name with what cannot be stored written out, as ``\udce9``."""
    return text.replace("\x00", "\\x00").encode("utf-8", "backslashreplace").decode("utf-8")


def folded(name: str) -> str:
    """Return a name without case, diacritics and extra spaces, to find it by."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())


def last_name(name: str) -> str:
    """Return the last word of a name, folded."""
    return folded(name).rpartition(" ")[2]
