"""`onrecord add` at the limits of the machine, as a user runs it."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from onrecord.record import open_record
from tests.cli.conftest import QUICK

REPORT = (
    "Anna Bo, the head of the union, said on Friday that the harbour would open in spring and "
    "that report {} was the last of the year.\n\n“We wait with the others,” she said.\n"
)
MIB = 2**20


def add(inputs: Path, record: Path, limit: Callable[[], None]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "onrecord.cli", "add", *QUICK, str(inputs)]
    where = ["--record", str(record), "--jobs", "1"]
    return subprocess.run(
        [*command, *where], capture_output=True, text=True, preexec_fn=limit, check=False
    )


def test_a_full_disk_is_one_clear_line_and_the_record_stays_whole(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(300):
        (reports / f"{number:03}.txt").write_text(REPORT.format(number), encoding="utf-8")

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, resource.RLIM_INFINITY))

    full = add(reports, tmp_path / "record", small_disk)
    assert full.returncode == 2
    assert "Traceback" not in full.stderr
    assert "make room" in full.stderr.splitlines()[-1]
    with open_record(tmp_path / "record", create=False) as record:
        kept = record.summary().documents
        assert 0 < kept < 300
        assert [problem for problem in record.check() if problem.grave] == []

    again = add(reports, tmp_path / "record", lambda: None)
    assert again.returncode == 0
    with open_record(tmp_path / "record", create=False) as record:
        assert record.summary().documents == 300


def test_a_full_temporary_folder_is_one_clear_line(tmp_path: Path) -> None:
    foreign = tmp_path / "de.txt"
    foreign.write_text("Die Hafenmeisterin sagte, die Brücke sei seit Montag gesperrt.\n", "utf-8")

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))

    refused = add(foreign, tmp_path / "record", small_disk)
    assert refused.returncode == 1
    assert f"{foreign}: needs room in the temporary folder" in refused.stderr


def test_a_file_of_200_mb_is_refused_with_its_size_in_little_memory(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        file.truncate(200 * MIB)
        file.write(b"Anna Bo said so.\n")

    def small_memory() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1024 * MIB, 1024 * MIB))

    refused = add(big, tmp_path / "record", small_memory)
    assert refused.returncode == 1
    assert "200 MiB" in refused.stderr
    assert "Traceback" not in refused.stderr
