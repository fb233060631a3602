"""What `-o` may write over, and what it never does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

WRITERS = [("report",), ("export", "csv"), ("export", "jsonl")]


@pytest.mark.parametrize("command", WRITERS)
@pytest.mark.parametrize("force", [(), ("--force",)])
@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
def test_the_record_is_never_written_over(
    run: Run, record: Path, command: tuple[str, ...], force: tuple[str, ...], ending: str
) -> None:
    before = record.read_bytes()
    result = run(*command, "-o", record.name + ending, *force)
    assert result.code == 2
    assert result.err == (
        f"onrecord: {record.name}{ending}: is the record itself; name another file with -o\n"
    )
    assert record.read_bytes() == before
    assert [path.name for path in record.parent.iterdir()] == [record.name]


def test_neither_is_it_under_another_name(run: Run, record: Path, tmp_path: Path) -> None:
    before = record.read_bytes()
    (tmp_path / "soft").symlink_to(record)
    (tmp_path / "hard").hardlink_to(record)
    for name in ("soft", "hard", "../" + tmp_path.name + "/onrecord.record"):
        assert run("export", "csv", "-o", name, "--force").code == 2
    assert run("report", "-r", "soft", "-o", record.name, "--force").code == 2
    assert record.read_bytes() == before


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("command", WRITERS)
def test_a_file_of_the_user_s_is_replaced_only_by_force(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    source = tmp_path / "agency.txt"
    source.write_text("“The tolls will rise,” Oda Vell said.", encoding="utf-8")
    before = source.read_bytes()
    refused = run(*command, "-o", "agency.txt")
    assert refused.code == 2
    assert refused.err.splitlines() == [
        "onrecord: agency.txt: is there and not of onrecord's making;"
        " name another file with -o, or replace it with --force"
    ]
    assert source.read_bytes() == before
    assert run(*command, "-o", "agency.txt", "--force").code == 0
    assert source.read_bytes() != before


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("first", WRITERS)
@pytest.mark.parametrize("then", WRITERS)
def test_what_onrecord_wrote_it_writes_anew(
    run: Run, tmp_path: Path, first: tuple[str, ...], then: tuple[str, ...]
) -> None:
    assert run(*first, "-o", "made").code == 0
    assert run(*then, "-o", "made").code == 0
    assert (tmp_path / "made").stat().st_size


@pytest.mark.usefixtures("record")
def test_an_empty_file_and_a_device_may_be_written_to(run: Run, tmp_path: Path) -> None:
    (tmp_path / "new.csv").touch()
    assert run("export", "csv", "-o", "new.csv").code == 0
    assert run("export", "csv", "-o", "/dev/null").code == 0
