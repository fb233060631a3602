"""Where the extractor itself is not sure of a statement, whatever shows it says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from onrecord.record import open_record
from onrecord.record.views import UNSURE
from onrecord.report import page
from tests.cli.conftest import Run
from tests.readings import Said, reading, resolved

SURE, DOUBTFUL = "The locks are open,", "The tolls rise,"
REPORT = reading(
    "locks.txt",
    f"Locks\n\n“{SURE}” Bel Kess said.\n\n“{DOUBTFUL}” Iri Brand said.",
    (Said(SURE, "Bel Kess", "said", "Bel Kess"), Said(DOUBTFUL, "Iri Brand", "said", "Iri Brand")),
    people={"Bel Kess": (), "Iri Brand": ()},
)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "locks.record"
    sure, doubtful = REPORT.statements
    statements = (replace(sure, confidence=UNSURE), replace(doubtful, confidence=UNSURE - 0.01))
    with open_record(path, create=True) as record:
        record.add(replace(REPORT, statements=statements))
        record.resolve(resolved)
    return path


@pytest.mark.parametrize(("name", "marked"), [("Bel Kess", False), ("Iri Brand", True)])
def test_a_timeline_marks_what_is_perhaps_misread(
    run: Run, record: Path, name: str, marked: bool
) -> None:
    assert ("perhaps misread" in run("show", name, "--record", str(record)).out) is marked


@pytest.mark.parametrize(("word", "marked"), [("locks", False), ("tolls", True)])
def test_a_hit_marks_what_is_perhaps_misread(
    run: Run, record: Path, word: str, marked: bool
) -> None:
    assert ("perhaps misread" in run("find", word, "--record", str(record)).out) is marked


def test_a_page_marks_what_is_perhaps_misread(record: Path) -> None:
    with open_record(record) as opened:
        words = html.fromstring("".join(page(opened))).text_content()
    assert words.count("Perhaps misread") == 1
