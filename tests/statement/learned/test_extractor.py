"""The weights that come with the package, and what is said where they cannot be used."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.document import read_document
from onrecord.model import Capture, Document, ExtractorName, Kind, Reading
from onrecord.pipeline import named_extractor, read
from onrecord.statement import StructuralExtractor
from onrecord.statement.checks import OWN_NAME
from onrecord.statement.learned import MODELS, LearnedExtractor
from onrecord.statement.learned.extractor import UNSECONDED

REPORT = (
    "The bridge at Tarn will stay shut until May, engineer Ada Brill said on Monday.\n\n"
    "“Nobody was hurt,” she added.\n\n"
    "It rained all day, and the square was full of carts."
)


@pytest.fixture(scope="module")
def fast() -> LearnedExtractor:
    return LearnedExtractor(MODELS / "fast")


def document(text: str) -> Document:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    return read_document(
        Capture("0" * 64, text.encode(), "text/plain", "utf-8", "utf-8", "a.txt", None, moment)
    )


def test_statements_are_found_with_their_words_source_and_kind(fast: LearnedExtractor) -> None:
    page = document(REPORT)
    first, second = fast.extract(page).statements
    assert first.content[0].of(page.text) == "The bridge at Tarn will stay shut until May"
    assert first.source[0].of(page.text) == "engineer Ada Brill"
    assert first.kind is Kind.INDIRECT
    assert second.content[0].of(page.text) == "Nobody was hurt,"
    assert second.source[0].of(page.text) == "she"
    assert second.kind is Kind.DIRECT
    assert all(0 < s.confidence < 1 for s in (first, second))


def test_the_version_tells_the_stages_around_it_and_the_weights(fast: LearnedExtractor) -> None:
    stages, weights = fast.version.split(".")
    assert stages == StructuralExtractor.version
    assert len(weights) == 8
    assert fast.name == "learned-fast"


def test_the_signs_of_a_block_quote_are_in_no_statement(fast: LearnedExtractor) -> None:
    page = document(
        "Mayor Odo Senn said on Monday:\n\n"
        "> The bridge was built by our fathers,\n> and the engineer told me that it\n"
        "> will stand for a century.\n\nHe then went home."
    )
    found = [span for s in fast.extract(page).statements for span in (*s.content, *s.source)]
    assert any("fathers" in span.of(page.text) for span in found)
    assert not any(">" in span.of(page.text) for span in found)


def test_a_quotation_inside_a_statement_is_as_sure_as_its_rule(fast: LearnedExtractor) -> None:
    page = document(
        "“The engineer told me: ‘It will stand for a century.’ I believe her,” Mayor Odo Senn "
        "said on Monday."
    )
    inner = [s for s in fast.extract(page).statements if s.parent is not None]
    alone = {s.content: s for s in StructuralExtractor().extract(page).statements}
    assert [s.confidence for s in inner] == [alone[inner[0].content].confidence]


def test_a_paraphrase_inside_a_statement_by_a_source_without_a_name_is_not_sure(
    fast: LearnedExtractor,
) -> None:
    page = document(
        "“In the spring several builders told the Tarn Gazette that it will not stand. Ada "
        "Brook warned that it is old,” Mayor Odo Senn said on Monday."
    )
    inner = [s for s in fast.extract(page).statements if s.parent is not None]
    sure = {s.source[0].of(page.text): s.confidence for s in inner}
    assert sure["several builders"] == UNSECONDED
    assert sure["Ada Brook"] > UNSECONDED


def test_an_outlet_that_names_itself_says_nothing(fast: LearnedExtractor, tmp_path: Path) -> None:
    text = "The bridge is safe, the Tarn Gazette reports.\n\nIt rained in Tarn all day."
    report = {"text": text, "outlet": "the Tarn Gazette", "title": "A bridge"}
    (tmp_path / "a.json").write_text(json.dumps(report), encoding="utf-8")
    (reading,) = read([str(tmp_path)], extractor=fast)
    assert isinstance(reading, Reading)
    assert not reading.statements
    assert [drop.reason for drop in reading.drops] == [OWN_NAME]


def test_what_was_read_before_changes_nothing(fast: LearnedExtractor) -> None:
    page = document(REPORT)
    before = fast.extract(page)
    fast.extract(document("Mayor Odo Senn denied it.\n\n" + REPORT))
    assert fast.extract(page) == before


@pytest.mark.parametrize("text", ["…", "Она сказала: «Мост цел».", "橋は安全だ", "a" * 3_000])
def test_other_scripts_and_nothing_come_through(fast: LearnedExtractor, text: str) -> None:
    page = document("Tarn. " + text)
    for statement in fast.extract(page).statements:
        assert all(s.of(page.text) for s in statement.content)


def test_in_another_language_structure_reads_alone(fast: LearnedExtractor) -> None:
    page = document(
        "Am Montag sprach die Ministerin Edda Lorne im Rathaus von Tarn über die Brücke.\n\n"
        "Die Ministerin Edda Lorne sagte: „Wir haben elf Jahre lang gewartet.“\n\n"
        "Der Bürgermeister sagte, dass die Stadt niemanden gefragt habe und alles bezahlen müsse."
    )
    assert page.language == "de"
    structural = StructuralExtractor().extract(page).statements
    found = fast.extract(page).statements
    assert [s.content for s in found] == [s.content for s in structural]
    assert all(s.confidence <= 0.5 for s in found)


def test_it_travels_between_processes(fast: LearnedExtractor) -> None:
    page = document(REPORT)
    there = pickle.loads(pickle.dumps(fast))
    assert there.extract(page) == fast.extract(page)
    assert pickle.loads(pickle.dumps(fast)) is there, "loaded once in a process"


def test_the_pipeline_reads_with_it_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    extractor = named_extractor(ExtractorName.FAST)
    (reading,) = read([str(tmp_path)], extractor=extractor)
    assert isinstance(reading, Reading)
    assert reading.extractor == f"learned-fast/{extractor.version}"
    speakers = {m.entity_id for m in reading.mentions if m.statement_id}
    assert len(speakers) == 1, "she is Ada Brill"


@pytest.mark.parametrize("package", ["numpy", "onnxruntime", "tokenizers"])
def test_without_its_packages_one_line_names_the_cure(package: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    program = (
        f"import sys\nsys.modules[{package!r}] = None\n"
        f"sys.argv = ['onrecord', 'extract', '--extractor', 'fast', {str(tmp_path)!r}]\n"
        "from onrecord.cli import main\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert package in line
    assert line.endswith("reinstall onrecord")
