"""Which codec turns the bytes of an input into text, and how that is known.

The rules, in the order they are tried:

``bom``
    the bytes begin with a byte order mark;
``declared``
    a page names its codec, the bytes obey it, and they are not UTF-8 by mistake;
``utf-8``
    the bytes are UTF-8, as ASCII is;
``mixed``
    almost all of the bytes are UTF-8, a few are Windows-1252;
``detected``
    charset-normalizer finds a codec that gives sensible text.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from onrecord.errors import CaptureError

# The longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARATION = re.compile(
    rb"""<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
# What the Web Encoding Standard reads under these names.
_WEB_NAMES = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
_FORMATS = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"{\\rtf", b"\x7fELF")
# Codecs of Python's that no page is written in, and that would change plain ASCII.
_NOT_OF_PAGES = {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}
_CONTROLS = bytes(set(range(32)) - {*b"\t\n\v\f\r\x1b"})
_SAMPLE = 65_536
_MOST_CHAOS = 0.2
_STRAYS_ALLOWED = 0.1


class Encoding(NamedTuple):
    """The name of a codec and the rule that chose it."""

    name: str
    rule: str


def find_encoding(data: bytes, path: str, *, markup: bool = False) -> Encoding:
    """Return the encoding of `data`; `markup` says that it may declare one.

    Raises:
        CaptureError: ``binary``, ``NUL bytes`` or ``wrong encoding``, about `path`.
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked is not None:
        if not _decodes(data, marked):
            raise CaptureError(
                f"begins with a {marked} mark and goes on in another encoding",
                path,
                code="wrong encoding",
            )
        return Encoding(marked, "bom")
    if b"\0" in data:
        return _wide_encoding(data, path)
    if data.startswith(_FORMATS):
        raise CaptureError("is not text", path, code="binary")
    is_utf8 = _decodes(data, "utf-8")
    declared = _declared(data) if markup else None
    if declared is not None and _obeys(data, declared, is_utf8=is_utf8):
        return Encoding(declared, "declared")
    if is_utf8:
        _refuse_controls(data, path)
        return Encoding("utf-8", "utf-8")
    _refuse_controls(data, path)
    if _is_mostly_utf8(data):
        return Encoding("utf-8", "mixed")
    return _detected(data, path)


def decode(data: bytes, encoding: str, rule: str) -> str:
    """Return the text of a capture, byte order mark dropped and nothing else changed.

    Under the rule ``mixed`` a byte that is not UTF-8 is read as Windows-1252.

    Raises:
        UnicodeDecodeError: if `encoding` is not one that `find_encoding` gave for `data`.
    """
    text = data.decode(encoding, _STRAYS if rule == "mixed" else "strict")
    return text.removeprefix("\ufeff")


def _read_strays(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    strays = error.object[error.start : error.end]
    return strays.decode("cp1252", "replace"), error.end


_STRAYS = "onrecord-cp1252"
codecs.register_error(_STRAYS, _read_strays)


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeError:
        return False
    return True


def _declared(data: bytes) -> str | None:
    match = _DECLARATION.search(data, 0, _DECLARED_WITHIN)
    if match is None:
        return None
    name = _codec_name((match[1] or match[2]).decode("ascii", "replace"))
    return None if name is None else _WEB_NAMES.get(name, name)


def _codec_name(label: str) -> str | None:
    try:
        codec = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    name = codec.name.replace("_", "-")
    # "rot13" and "zlib" are codecs too, and not of text.
    is_text = getattr(codec, "_is_text_encoding", True) and name not in _NOT_OF_PAGES
    return codec.name if is_text else None


def _obeys(data: bytes, declared: str, *, is_utf8: bool) -> bool:
    """Whether to believe a declaration: the bytes decode, and not merely because any would."""
    if is_utf8 and not data.isascii():
        return declared == "utf-8"
    # A declaration in single bytes cannot be of an encoding in twos or fours.
    if declared.startswith(("utf-16", "utf-32")):
        return False
    return _decodes(data, declared)


def _wide_encoding(data: bytes, path: str) -> Encoding:
    """Find UTF-16 without its mark, by where the NUL bytes of its plain letters stand."""
    sample = data[:_SAMPLE]
    for name, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if zeros.count(0) > 0.4 * len(zeros) and len(data) % 2 == 0 and _decodes(data, name):
            text = sample[: len(sample) & ~1].decode(name, "replace")
            if "\0" not in text and _is_mostly_words(text):
                return Encoding(name, "detected")
    printable = len(sample.translate(None, _CONTROLS)) / len(sample)
    if _decodes(data, "utf-8") and printable > 0.9:
        raise CaptureError("has NUL bytes in it", path, code="NUL bytes")
    raise CaptureError("is not text", path, code="binary")


def _is_mostly_words(text: str) -> bool:
    words = sum(char.isalnum() or char.isspace() for char in text)
    return words > 0.6 * len(text)


def _refuse_controls(data: bytes, path: str) -> None:
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > 0.05 * len(sample):
        raise CaptureError("is not text", path, code="binary")


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether the bytes over 127 are UTF-8 sequences but for a few."""
    beyond = sum(map(data[:_SAMPLE].count, range(128, 256)))
    strays = data[:_SAMPLE].decode("utf-8", "replace").count("\ufffd")
    # Read as UTF-8, bytes in a single-byte encoding are nearly all strays.
    return strays <= max(1, _STRAYS_ALLOWED * beyond) and beyond - strays >= 2


def _detected(data: bytes, path: str) -> Encoding:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or best.chaos > _MOST_CHAOS or not _decodes(data, best.encoding):
        raise CaptureError("is in no known encoding", path, code="wrong encoding")
    # Codecs that give the very same text go by the name that is most in use.
    name = "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding
    return Encoding(codecs.lookup(name).name if _decodes(data, name) else best.encoding, "detected")
