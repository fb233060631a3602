"""Everything that can go wrong, as one tree.

    OnrecordError
    ├── InputError            one input cannot be read; counted, never stops a run
    │   ├── CaptureError      its bytes
    │   └── DocumentError     its text
    ├── SpanError             a span that is none, or that does not hold the words it should
    ├── WeightsError          a learned extractor cannot run: no packages, no weights, or broken
    ├── RecordError           the file of the record
    │   ├── RecordMissing
    │   ├── RecordNewer       made by a newer version
    │   ├── RecordReadOnly
    │   ├── RecordFull        no space left
    │   ├── RecordBusy        another process holds it
    │   └── RecordDamaged     not a record, or a broken one
    └── LookupFailed          the record has no such thing, or several
        ├── NotInRecord
        └── Ambiguous

An error renders as one line in plain words, what it is about first: ``report.txt: is
empty``. It says what to do where something can be done, and carries a `code` that is stable
and the `ids` it is about. For a log, `repr` has the same and the names of classes.
"""

from __future__ import annotations


class OnrecordError(Exception):
    """The root of the tree. `code` is stable across versions, `ids` name what it is about."""

    code = "error"

    def __init__(self, message: str, *ids: str, code: str | None = None) -> None:
        super().__init__(message, *ids)
        self.message = message
        self.ids = ids
        if code is not None:
            self.code = code

    def __str__(self) -> str:
        parts = (", ".join(self.ids), self.message, _in_words(self.__cause__))
        return ": ".join(part for part in parts if part)

    def __repr__(self) -> str:
        parts = [self.message, *(repr(i) for i in self.ids)]
        if self.__cause__ is not None:
            parts += [type(self.__cause__).__name__, str(self.__cause__)]
        return f"{type(self).__name__}({': '.join(part for part in parts if part)})"

    def __reduce__(self) -> tuple[object, ...]:
        # Errors travel between worker processes, and read the same wherever they come from.
        arguments = (type(self), self.message, self.ids, self.code)
        return _rebuild, arguments, {"__cause__": self.__cause__}


def _rebuild(
    kind: type[OnrecordError], message: str, ids: tuple[str, ...], code: str
) -> OnrecordError:
    return kind(message, *ids, code=code)


def _in_words(cause: BaseException | None) -> str:
    """Return what a reader can make use of: the system's own words, or a place in the text."""
    if isinstance(cause, OSError):
        return cause.strerror or ""
    line, column = getattr(cause, "lineno", None), getattr(cause, "colno", None)
    return f"line {line}, column {column}" if line and column else ""


class InputError(OnrecordError):
    """One input cannot be read. `code` is the reason it is counted under."""

    code = "unreadable"


class CaptureError(InputError):
    """The bytes of an input cannot be had."""


class DocumentError(InputError):
    """The bytes are there and no report can be made of them."""

    code = "no text"


class SpanError(OnrecordError):
    code = "span"


class WeightsError(OnrecordError):
    """A learned extractor lacks its packages, or its weights are missing or damaged."""

    code = "weights"


class RecordError(OnrecordError):
    code = "record"


class RecordMissing(RecordError):
    code = "record missing"


class RecordNewer(RecordError):
    code = "record newer"


class RecordReadOnly(RecordError):
    code = "record read-only"


class RecordFull(RecordError):
    code = "disk full"


class RecordBusy(RecordError):
    code = "record busy"


class RecordDamaged(RecordError):
    code = "record damaged"


class LookupFailed(OnrecordError):
    code = "lookup"


class NotInRecord(LookupFailed):
    code = "not in record"


class Ambiguous(LookupFailed):
    code = "ambiguous"
