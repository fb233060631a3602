"""Generated reports and measured commands."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from benchmarks import generated, processes
from benchmarks.metrics import Unavailable

REPORT = "On 3 May 2031, {0}.\n\nWe hold, said Brill. Only Brill knows, and so Brill waits.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus" / "2031"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(REPORT.format("the dam held"), encoding="utf-8")
    (folder / "b.html").write_text(
        "<html><body><p>2031-05-03 said Brill</p></body></html>", encoding="utf-8"
    )
    return tmp_path / "corpus"


def test_reports_are_the_same_each_time_and_all_different(corpus: Path) -> None:
    first, second = (list(generated.reports(40, corpus)) for _ in range(2))
    assert first == second
    assert len({text for _, text in first}) == len({name for name, _ in first}) == 40


def test_casts_have_other_names_and_copies_other_days(corpus: Path) -> None:
    texts = [text for _, text in generated.reports(20, corpus)]
    assert "said Brill" in texts[0]
    assert "On 4 May 2031" in texts[0]
    assert "On 5 May 2030" in texts[2]
    assert "2030-05-05 said Brill" in texts[3]
    recast = texts[2 * generated.COPIES_A_CAST]
    assert "Brill" not in recast
    assert "We hold, said " in recast


def test_the_mark_of_a_report_stands_inside_the_page(corpus: Path) -> None:
    _, page = list(generated.reports(2, corpus))[1]
    assert page.index("Ref. 000001") < page.index("</body>")


def test_a_folder_is_written(corpus: Path, tmp_path: Path) -> None:
    generated.write(tmp_path / "made", 3, corpus)
    names = sorted(path.name for path in (tmp_path / "made").iterdir())
    assert names == ["000000-a.txt", "000001-b.html", "000002-a.txt"]


def test_no_corpus_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="no demo corpus"):
        list(generated.reports(1, tmp_path))


def test_a_command_is_measured_with_its_children() -> None:
    script = (
        "import subprocess, sys\n"
        "code = 'import time; held = bytearray(64 * 2**20); time.sleep(0.5); print(len(held))'\n"
        "subprocess.run([sys.executable, '-c', code], check=True)\n"
    )
    done = processes.ran([sys.executable, "-c", script])
    assert done.output == f"{64 * 2**20}\n"
    assert done.seconds > 0.5
    assert done.peak > 64
    assert 0 < done.processor_seconds < done.seconds


def test_a_latency_is_a_median_of_the_clock_and_of_the_processor() -> None:
    clock, processor = processes.latency(
        [sys.executable, "-c", "import time; time.sleep(0.1)"], times=3
    )
    assert clock > 0.1
    assert 0 < processor < clock


def test_a_command_that_fails_says_its_last_line() -> None:
    with pytest.raises(Unavailable, match="no dam"):
        processes.ran([sys.executable, "-c", "import sys; sys.exit('no dam')"])
