"""What `read_captures` makes of files, folders and standard input."""

import gzip
import hashlib
import io
import json
import os
import sys
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.capture import decode, read_captures
from onrecord.errors import CaptureError
from onrecord.model import Capture

REPORT = "The harbour will open in spring, Minister Ada Voss said.\n"


def captures(*paths: Path | str) -> list[Capture]:
    found = list(read_captures([str(path) for path in paths]))
    assert not [c for c in found if isinstance(c, CaptureError)]
    return [c for c in found if isinstance(c, Capture)]


def test_a_text_file_is_kept_byte_for_byte(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(b"one\r\ntwo\n")
    before = datetime.now(UTC)
    [capture] = captures(file)
    assert capture.data == b"one\r\ntwo\n"
    assert capture.digest == hashlib.sha256(capture.data).hexdigest()
    assert (capture.media_type, capture.encoding, capture.encoding_rule) == (
        "text/plain",
        "utf-8",
        "utf-8",
    )
    assert capture.path == str(file)
    assert capture.url is None
    assert before <= capture.captured_at <= datetime.now(UTC)


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", REPORT, "text/plain"),
        ("a.TXT", REPORT, "text/plain"),
        ("a.md", REPORT, "text/markdown"),
        ("a.html", f"<p>{REPORT}</p>", "text/html"),
        ("a.htm", f"<p>{REPORT}</p>", "text/html"),
        ("a.json", json.dumps({"text": REPORT}), "application/json"),
    ],
)
def test_the_ending_of_the_name_says_the_kind_and_gzip_changes_nothing_else(
    tmp_path: Path, name: str, content: str, media_type: str
) -> None:
    plain, packed = tmp_path / name, tmp_path / f"{name}.gz"
    plain.write_text(content)
    packed.write_bytes(gzip.compress(content.encode()))
    first, second = captures(plain)[0], captures(packed)[0]
    assert first.media_type == second.media_type == media_type
    assert first.data == second.data
    assert first.digest == second.digest


def test_a_folder_is_read_whole_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y/x.md", "c.html"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(REPORT)
    names = [os.path.relpath(c.path, tmp_path) for c in captures(tmp_path)]
    assert names == ["a/y/x.md", "a/z.txt", "b.txt", "c.html"]


def test_what_is_hidden_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "note.txt").write_text(REPORT)
    (tmp_path / ".draft.txt").write_text(REPORT)
    (tmp_path / "report.txt").write_text(REPORT)
    assert [Path(c.path).name for c in captures(tmp_path)] == ["report.txt"]


def test_each_line_of_json_lines_is_a_capture_with_its_number(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    file.write_bytes(b'{"text": "one"}\r\n\n{"text": "two"}')
    found = captures(file)
    assert [c.path for c in found] == [f"{file}:1", f"{file}:3"]
    assert [c.data for c in found] == [b'{"text": "one"}', b'{"text": "two"}']
    assert {c.media_type for c in found} == {"application/json"}


def test_packed_json_lines_are_read_like_plain_ones(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl.gz"
    file.write_bytes(gzip.compress(b'{"text": "one"}\n{"text": "two"}\n'))
    assert [c.path for c in captures(file)] == [f"{file}:1", f"{file}:2"]


def test_each_item_of_a_json_array_is_a_capture_as_it_is_written_there(tmp_path: Path) -> None:
    file = tmp_path / "reports.json"
    file.write_text('[ {"text":  "one, [two]"} ,\n{"text": "żółw"}]', encoding="utf-8")
    found = captures(file)
    assert [c.path for c in found] == [f"{file}:1", f"{file}:2"]
    assert found[0].data == b'{"text":  "one, [two]"}'
    assert found[1].data.decode() == '{"text": "żółw"}'


def test_a_file_without_an_ending_that_was_asked_for_has_its_kind_found_out(
    tmp_path: Path,
) -> None:
    file = tmp_path / "page"
    file.write_text("<!DOCTYPE html><title>x</title><p>y")
    assert captures(file)[0].media_type == "text/html"


def test_the_same_folder_gives_the_same_captures_whatever_order_it_was_filled_in(
    tmp_path: Path,
) -> None:
    names = [f"{n}.txt" for n in range(20)]
    for folder, order in (("one", names), ("two", names[::-1])):
        (tmp_path / folder).mkdir()
        for name in order:
            (tmp_path / folder / name).write_text(name)
    one, two = captures(tmp_path / "one"), captures(tmp_path / "two")
    assert [c.digest for c in one] == [c.digest for c in two]


Pipe = Callable[[bytes], list[Capture | CaptureError]]


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Pipe:
    def read(data: bytes) -> list[Capture | CaptureError]:
        stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(data)))
        monkeypatch.setattr(sys, "stdin", stream)
        return list(read_captures(["-"]))

    return read


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (REPORT.encode(), "text/plain"),
        (b"\xef\xbb\xbf<!doctype HTML>\n<p>x", "text/html"),
        (b'<?xml version="1.0"?>\n<!-- a -->\n<html lang="en"><p>x', "text/html"),
        (b"<p>A paragraph.</p>", "text/html"),
        (b"<3 from the harbour, she wrote.", "text/plain"),
        (b'{\n"text": "a"\n}\n', "application/json"),
        (b'{"text": "a"}\n', "application/json"),
        (b'[{"text": "a"}]', "application/json"),
        (b"[Updated] The harbour is open.", "text/plain"),
        (b"{sic} The harbour is open.", "text/plain"),
        (gzip.compress(REPORT.encode()), "text/plain"),
        ("żółw".encode("utf-16"), "text/plain"),
    ],
)
def test_standard_input_has_its_kind_found_out(pipe: Pipe, data: bytes, media_type: str) -> None:
    [capture] = pipe(data)
    assert isinstance(capture, Capture)
    assert capture.media_type == media_type
    assert capture.path.removesuffix(":1") == "-"


def test_blank_lines_before_anything_else_take_no_more_memory_than_they_are(
    pipe: Pipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_captures, "__kwdefaults__", {"limit": 100_000})
    tracemalloc.start()
    [error] = pipe(b"\n" * 1_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(error, CaptureError)
    assert error.code == "too large"
    assert peak < 5_000_000


def test_many_comments_before_no_markup_take_no_long_time(pipe: Pipe) -> None:
    [capture] = pipe(b"<!---->" * 5_000 + b"x")
    assert isinstance(capture, Capture)
    assert capture.media_type == "text/plain"


def test_json_lines_on_standard_input_are_told_from_one_document(pipe: Pipe) -> None:
    found = pipe(b'{"text": "a"}\n\n{"text": "b"}\n{"text": "c"}')
    assert [c.path for c in found if isinstance(c, Capture)] == ["-:1", "-:3", "-:4"]


def test_text_on_standard_input_is_not_changed_by_looking_ahead(pipe: Pipe) -> None:
    data = b"\n\n first\n\nsecond\r\n third"
    [capture] = pipe(data)
    assert isinstance(capture, Capture)
    assert capture.data == data


def test_empty_standard_input_says_so(pipe: Pipe) -> None:
    [error] = pipe(b"")
    assert isinstance(error, CaptureError)
    assert error.code == "empty"


def test_a_path_whose_bytes_are_no_utf8_can_still_be_printed_and_stored(tmp_path: Path) -> None:
    name = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    try:
        with open(name, "wb") as file:
            file.write(REPORT.encode())
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    [capture] = captures(tmp_path)
    assert capture.path == f"{tmp_path}/caf\\xe9.txt"
    assert decode(capture.data, capture.encoding, capture.encoding_rule) == REPORT
