from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from onrecord import pipeline
from onrecord.errors import InputError
from onrecord.model import Capture, Document, Extraction, Reading
from onrecord.pipeline import Outcome, extractor_tag, read
from onrecord.statement import StructuralExtractor

RULES = StructuralExtractor()
"""For what is true whichever extractor reads: this one is there at once."""

REPORT = (
    "Anna Bo, head of the union, said on Friday the harbour {} would open.\n\n“We wait,” she said."
)


def write_reports(folder: Path, number: int) -> None:
    for i in range(number):
        (folder / f"{i:03}.txt").write_text(REPORT.format(i), encoding="utf-8")


def timeless(outcome: Outcome) -> object:
    """Return an outcome without the moment of capture, which no two runs share."""
    if isinstance(outcome, Reading):
        capture = replace(outcome.capture, captured_at=datetime(2000, 1, 1, tzinfo=UTC))
        return replace(outcome, capture=capture)
    return str(outcome)


def test_readings_come_in_the_order_of_the_inputs_whatever_the_number_of_processes(
    tmp_path: Path,
) -> None:
    write_reports(tmp_path, 150)
    (tmp_path / "077.txt").write_bytes(b"\x00\x01\x02binary\x00")
    alone = [timeless(o) for o in read([str(tmp_path)], extractor=RULES, jobs=1)]
    together = [timeless(o) for o in read([str(tmp_path)], extractor=RULES, jobs=2)]
    assert alone == together
    assert len(alone) == 150


def test_a_bad_input_gives_its_error_in_its_place(tmp_path: Path) -> None:
    write_reports(tmp_path, 3)
    (tmp_path / "001.txt").write_bytes(b"")
    first, second, third = read([str(tmp_path)], extractor=RULES)
    assert isinstance(first, Reading)
    assert isinstance(second, InputError)
    assert isinstance(third, Reading)


def test_what_is_known_comes_back_unread(tmp_path: Path) -> None:
    write_reports(tmp_path, 2)
    (known, _) = read([str(tmp_path)], extractor=RULES)
    assert isinstance(known, Reading)
    asked: list[tuple[str, str]] = []

    def is_known(digest: str, extractor: str) -> bool:
        asked.append((digest, extractor))
        return digest == known.capture.digest

    again, new = read([str(tmp_path)], extractor=RULES, known=is_known)
    assert isinstance(again, Capture)
    assert isinstance(new, Reading)
    assert {extractor for _, extractor in asked} == {extractor_tag(RULES)}


def test_every_reading_is_whole(tmp_path: Path) -> None:
    write_reports(tmp_path, 1)
    (reading,) = read([str(tmp_path)], extractor=RULES)
    assert isinstance(reading, Reading)
    assert [s.kind for s in reading.statements] == ["indirect", "direct"]
    entities = {m.statement_id: m.entity_id for m in reading.mentions if m.statement_id}
    assert len({entities[s.id] for s in reading.statements}) == 1


class Stumbling:
    """An extractor with a bug that shows in some reports."""

    name = "stumbling"
    version = "1"

    def extract(self, document: Document) -> Extraction:
        if "harbour 1 " in document.text:
            raise ZeroDivisionError
        return Extraction((), ())


def test_where_none_is_named_the_default_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_reports(tmp_path, 1)
    monkeypatch.setattr(pipeline, "default_extractor", Stumbling)
    (reading,) = read([str(tmp_path)])
    assert isinstance(reading, Reading)
    assert reading.extractor == "stumbling/1"


def test_an_extractor_of_ones_own_is_used_and_named(tmp_path: Path) -> None:
    write_reports(tmp_path, 1)
    (reading,) = read([str(tmp_path)], extractor=Stumbling())
    assert isinstance(reading, Reading)
    assert reading.extractor == "stumbling/1"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bug_costs_its_report_and_not_the_run(tmp_path: Path, jobs: int) -> None:
    write_reports(tmp_path, 100)
    outcomes = list(read([str(tmp_path)], extractor=Stumbling(), jobs=jobs))
    assert [i for i, o in enumerate(outcomes) if isinstance(o, InputError)] == [1]
    assert isinstance(outcomes[1], InputError)
    assert outcomes[1].code == "bug"


def test_what_is_read_changes_only_with_the_version_of_the_extractor() -> None:
    """Raise `StructuralExtractor.version` (once a release) and both values together."""
    corpus = Path(__file__).resolve().parents[1] / "examples" / "corpus"
    digest = hashlib.sha256()
    for outcome in read([str(corpus)], extractor=RULES, jobs=1):
        assert isinstance(outcome, Reading)
        read_out = (
            outcome.document.blocks,
            outcome.document.published,
            outcome.statements,
            outcome.entities,
            outcome.mentions,
            sorted(outcome.said.items()),
        )
        digest.update(repr(read_out).encode())
    assert (StructuralExtractor.version, digest.hexdigest()[:16]) == snapshot(
        ("2", "8d89cda508bd8a47")
    )
