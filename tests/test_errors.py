"""An error is one line that a person can read, and travels between processes unchanged."""

from __future__ import annotations

import json
import pickle

import pytest

from onrecord.errors import CaptureError, NotInRecord, OnrecordError


def caused(error: OnrecordError, cause: Exception) -> OnrecordError:
    try:
        raise error from cause
    except OnrecordError as raised:
        return raised


def broken_json() -> Exception:
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads('{\n"a": 1,}')
    return caught.value


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (CaptureError("is empty", "a.txt"), "a.txt: is empty"),
        (NotInRecord("leads nowhere", "one", "two"), "one, two: leads nowhere"),
        (OnrecordError("nothing to say"), "nothing to say"),
        (
            caused(CaptureError("cannot be read", "a.txt"), OSError(13, "Permission denied", "a")),
            "a.txt: cannot be read: Permission denied",
        ),
        (
            caused(CaptureError("broken JSON", "a.json"), broken_json()),
            "a.json: broken JSON: line 2, column 8",
        ),
        (caused(CaptureError("broken gzip", "a.gz"), EOFError("ended")), "a.gz: broken gzip"),
    ],
)
def test_what_it_is_about_comes_first_and_no_class_is_named(
    error: OnrecordError, line: str
) -> None:
    assert str(error) == line
    assert str(pickle.loads(pickle.dumps(error))) == line


def test_a_log_has_the_classes() -> None:
    error = caused(CaptureError("broken gzip", "a.gz"), EOFError("ended"))
    assert repr(error) == "CaptureError(broken gzip: 'a.gz': EOFError: ended)"
