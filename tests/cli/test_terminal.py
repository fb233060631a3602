"""What reaches a terminal, and what a command costs before it starts."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.terminal import clean
from tests.cli.conftest import QUICK

COMMAND = (sys.executable, "-m", "onrecord.cli")


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    cleaned = clean(text)
    assert not any(ord(c) < 32 and c != "\n" for c in cleaned)
    assert not set(cleaned) & set("\x7f\x80\x9b\x9f\u202d\u202e\u2066\u2067\u2068\u2069\u2028")


@pytest.mark.parametrize("text", ["plain", "two\nlines", "“Café” – 50 €", "مفتوح", "👩‍🚀", "日本"])
def test_text_of_any_language_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


def test_codes_are_shown_instead_of_obeyed() -> None:
    assert clean("\x1b[31mred\x1b[0m") == "\\x1b[31mred\\x1b[0m"
    assert clean("abc\u202edef") == "abc\\u202edef"


def on_a_terminal(*arguments: str, cwd: Path, **environment: str) -> str:
    """Run a command on a terminal of its own and return what it wrote there."""
    outer, inner = pty.openpty()
    known = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "ONRECORD")}
    settings = {**known, "TERM": "xterm-256color", "COLUMNS": "100", **environment}
    with subprocess.Popen(
        [*COMMAND, *arguments], cwd=cwd, stdout=inner, stderr=inner, env=settings
    ) as running:
        os.close(inner)
        written = b""
        try:
            while chunk := os.read(outer, 65536):
                written += chunk
        except OSError:  # how Linux says that nobody writes to the terminal any more
            pass
        running.wait()
    os.close(outer)
    return written.decode()


def test_a_terminal_gets_colour_unless_it_asks_for_none(record: Path) -> None:
    colour = "\x1b[36m"
    assert colour in on_a_terminal("show", "Vell", cwd=record.parent)
    plain = on_a_terminal("show", "Vell", cwd=record.parent, NO_COLOR="1")
    assert "harbour stays open" in plain
    assert colour not in plain


def test_a_terminal_sees_which_words_were_found(record: Path) -> None:
    assert "\x1b[1;4mharbour" in on_a_terminal("find", "harbour", cwd=record.parent)
    assert "\x1b[1;4mMinister" in on_a_terminal("find", "minister", cwd=record.parent)
    assert "\x1b[1;4mscript" in on_a_terminal("find", "script shouts", cwd=record.parent)


def test_adding_shows_its_progress_on_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“The tolls will rise,” Mayor Oda Vell said.")
    written = on_a_terminal("add", *QUICK, "a.txt", cwd=tmp_path)
    assert "Reading" in written
    assert "1 document" in written


MODELS = {"numpy", "onnxruntime", "tokenizers"}
HEAVY = {"sqlalchemy", "alembic", "trafilatura", "lxml", "jinja2", *MODELS}


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (("--help",), HEAVY | {"rich", "msgspec"}),
        (("show", "Vell"), HEAVY),
        (("find", "league"), HEAVY),
        (("why", "bc66"), HEAVY),
        (("show", "Vell", "--json"), HEAVY | {"rich"}),
        (("why", "bc66", "--json"), HEAVY | {"rich"}),
        (("actors",), MODELS),
        (("check",), MODELS),
        (("export", "csv"), MODELS),
        (("report",), MODELS),
        (("add", "--help"), MODELS),
    ],
)
def test_a_quick_command_loads_nothing_heavy(
    record: Path, arguments: tuple[str, ...], unwanted: set[str]
) -> None:
    program = (
        "import sys\nfrom onrecord.cli import main\n"
        f"sys.argv = ['onrecord', *{arguments!r}]\n"
        "try: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=record.parent, capture_output=True, check=True
    )
    assert not unwanted & set(done.stderr.decode().split())


@pytest.mark.parametrize(
    "command", ["export jsonl", "extract -x structural reports", "show Vell --json"]
)
def test_a_closed_pipe_is_no_traceback_and_no_failure(record: Path, command: str) -> None:
    folder = record.parent / "reports"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(f"Tolls of {number}\n\nThey rose. " * 200)
    whole = " ".join([*COMMAND, command])
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {whole} | (exec 0<&-; sleep 0.1)"],
        cwd=record.parent,
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
