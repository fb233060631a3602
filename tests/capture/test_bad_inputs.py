"""Every bad input becomes one error with its reason, and the run goes on."""

import gzip
import io
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.capture import read_captures
from onrecord.errors import CaptureError
from onrecord.model import Capture

MIB = 1024 * 1024


def errors(*paths: Path | str, limit: int = 20 * MIB) -> list[CaptureError]:
    found = read_captures([str(path) for path in paths], limit=limit)
    return [c for c in found if isinstance(c, CaptureError)]


def the_error(path: Path | str, *, limit: int = 20 * MIB) -> CaptureError:
    [error] = read_captures([str(path)], limit=limit)
    assert isinstance(error, CaptureError)
    assert error.ids[0].startswith(str(path))
    assert "\n" not in str(error)
    return error


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\r\n", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.json", b"[ ]", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
        ("a.txt", b"%PDF-1.7\n1 0 obj\n", "binary"),
        ("a.txt", bytes(range(1, 32)) * 9, "binary"),
        ("a.jsonl", b"\x00\x01\n\x00\x02\n", "binary"),
        ("a.jsonl", '{"text": "a"}\n{"text": "b"}\n'.encode("utf-16"), "binary"),
        ("a.txt", b"The harbour\x00 is open, she said.", "NUL bytes"),
        ("a.txt.gz", b"not gzip at all", "broken gzip"),
        ("a.txt.gz", gzip.compress(b"A long enough report." * 99)[:-30], "broken gzip"),
        ("a.txt.gz", gzip.compress(b"abc")[:-8] + b"\0" * 8, "broken gzip"),
        ("a.txt.gz", gzip.compress(b""), "empty"),
        ("a.json", b'[{"text": "a"}, {"text": ', "broken json"),
        ("a.json", b"[" * 100_000, "broken json"),
        ("a.txt", b"\xff\xfe" + b"odd", "wrong encoding"),
        ("a.csv", b"a,b", "unsupported kind"),
        ("a.csv.gz", b"a,b", "unsupported kind"),
    ],
)
def test_a_bad_file_is_refused_for_its_reason(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    assert errors(file)[-1].code == code


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b"%PDF-1.7\n1 0 obj\n", "is not text"),
        ("a.txt.gz", b"not gzip at all", "is broken gzip"),
        ("a.txt.gz", gzip.compress(b"A long enough report." * 99)[:-30], "is broken gzip"),
        ("a.txt.gz", gzip.compress(bytes(50)), "unpacks to more than 30 bytes, "),
        ("a.json", b'[{"text": "a"}, {"text": ', "is broken JSON in item 2: line 1, column 26"),
        ("a.txt", b"x" * 48, "has 48 bytes, and one document may have 30 bytes"),
        ("a.jsonl", b"x" * 48, "has 48 bytes, and one document may have 30 bytes"),
        ("a.csv", b"a,b", "is not one of txt, md, html, htm, json, jsonl, each also with .gz"),
    ],
)
def test_an_error_says_what_the_input_is_in_plain_words(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    error = errors(file, limit=30)[-1]
    assert str(error).startswith(f"{error.ids[0]}: {message}")
    assert "Error" not in str(error)


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    assert the_error(tmp_path / "nowhere.txt").code == "missing"
    assert the_error(tmp_path / "nowhere" / "a.txt").code == "missing"
    assert errors("a\0b.txt")[0].code == "missing"


def test_a_link_to_nothing_says_that_it_is_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    error = the_error(tmp_path / "a.txt")
    assert error.code == "missing"
    assert "link" in error.message


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert [e.code for e in errors(tmp_path)] == ["link loop", "link loop"]


def test_a_folder_that_holds_a_link_to_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "report.txt").write_text("The harbour is open.")
    (tmp_path / "inner" / "up").symlink_to(tmp_path)
    found = list(read_captures([str(tmp_path)]))
    assert [type(c) for c in found] == [Capture, CaptureError]
    assert [e.code for e in errors(tmp_path)] == ["link loop"]


def test_folders_that_link_to_each_other_are_each_read_once(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text("The harbour is open.")
        for other in "abc":
            (tmp_path / name / f"to-{other}").symlink_to(tmp_path / other)
    found = list(read_captures([str(tmp_path)]))
    assert sum(isinstance(c, Capture) for c in found) == 3


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert the_error(tmp_path).code == "empty"


def test_files_of_other_kinds_in_a_folder_are_counted(tmp_path: Path) -> None:
    (tmp_path / "photo.jpeg").write_bytes(b"\xff\xd8")
    (tmp_path / "report.txt").write_text("The harbour is open.")
    os.mkfifo(tmp_path / "queue.txt")
    assert [e.code for e in errors(tmp_path)] == ["unsupported kind", "unsupported kind"]


def test_a_device_is_not_a_report() -> None:
    assert the_error(os.devnull).code == "unsupported kind"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text("secret")

    # Permissions do not bind the superuser, whom tests often run as.
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    error = the_error(file)
    assert error.code == "unreadable"
    assert "Permission denied" in str(error)


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.txt.gz", "a"])
def test_a_disk_that_fails_in_the_middle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    class Failing(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, _: object) -> int:
            raise OSError(5, "Input/output error")

    (tmp_path / name).write_text("secret")
    monkeypatch.setattr("builtins.open", lambda *_, **__: io.BufferedReader(Failing()))
    error = the_error(tmp_path / name)
    assert error.code == "unreadable"
    assert "Input/output error" in str(error)


def test_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert the_error("-").code == "missing"


def test_a_file_over_the_limit_is_refused_with_its_size_and_not_read(tmp_path: Path) -> None:
    file = tmp_path / "big.txt"
    with file.open("wb") as stream:
        stream.truncate(200 * MIB)
    tracemalloc.start()
    error = the_error(file)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert error.code == "too large"
    assert "200 MiB" in error.message
    assert "20 MiB" in error.message
    assert peak < MIB


def test_a_gzip_bomb_is_refused_within_the_limit(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(64 * MIB))
    for name in ("bomb.txt.gz", "bomb.jsonl.gz"):
        (tmp_path / name).write_bytes(bomb)
        tracemalloc.start()
        error = the_error(tmp_path / name, limit=MIB)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert error.code == "too large"
        assert peak < 16 * MIB


def test_json_lines_over_the_limit_are_streamed_and_only_a_long_line_is_refused(
    tmp_path: Path,
) -> None:
    file = tmp_path / "reports.jsonl"
    with file.open("wb") as stream:
        for _ in range(300):
            stream.write(b'{"text": "' + b"x" * 10_000 + b'"}\n')
        stream.write(b'{"text": "' + b"x" * 3 * MIB + b'"}\n{"text": "last"}\n')
    tracemalloc.start()
    results = [
        "ok" if isinstance(c, Capture) else c.code for c in read_captures([str(file)], limit=MIB)
    ]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert results == ["ok"] * 300 + ["too large", "ok"]
    assert peak < 4 * MIB
    assert "3.0 MiB" in errors(file, limit=MIB)[0].message


def test_a_bomb_of_blank_lines_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.capture.unpack._MOST_BLANK_LINES", 1000)
    bomb = gzip.compress(b'{"text": "a"}\n' + b" \n" * 1100 + b'{"text": "b"}', 1)
    (tmp_path / "bomb.jsonl.gz").write_bytes(bomb)
    first, second = read_captures([str(tmp_path)])
    assert isinstance(first, Capture)
    assert isinstance(second, CaptureError)
    assert second.code == "too large"


def test_one_bad_input_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "1.txt.gz").write_bytes(b"broken")
    (tmp_path / "2.txt").write_bytes(b"")
    (tmp_path / "3.txt").write_text("The harbour is open.")
    found = list(read_captures([str(tmp_path / "0"), str(tmp_path)]))
    assert [type(c) for c in found] == [CaptureError, CaptureError, CaptureError, Capture]


@settings(max_examples=150, deadline=None)
@given(
    data=st.binary(max_size=300) | st.text(max_size=100).map(lambda text: text.encode("utf-16")),
    name=st.sampled_from(["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.txt.gz", "a"]),
)
def test_no_bytes_raise(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    file = tmp_path_factory.mktemp("any") / name
    file.write_bytes(data)
    for found in read_captures([str(file)]):
        assert isinstance(found, Capture | CaptureError)


def test_reading_plain_text_imports_no_slow_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The harbour is open.")
    code = (
        "import sys; from onrecord.capture import read_captures\n"
        "[capture] = read_captures([sys.argv[1]]); assert capture.data\n"
        "print({'charset_normalizer', 'lxml', 'trafilatura', 'numpy'} & sys.modules.keys())"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
