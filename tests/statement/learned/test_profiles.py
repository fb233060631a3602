"""What holds of each set of weights in the package."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.model import Document, ExtractorName, Reading
from onrecord.pipeline import named_extractor, read
from onrecord.statement.learned import MODELS, LearnedExtractor
from tests.told import document

REPORT = (
    "The bridge at Tarn will stay shut until May, engineer Ada Brill said on Monday.\n\n"
    "“Nobody was hurt,” she added. Mayor Odo Senn denied that the square was full of carts."
)


@pytest.fixture(params=sorted(path.name for path in MODELS.iterdir()))
def profile(request: pytest.FixtureRequest) -> ExtractorName:
    return ExtractorName(request.param)


@pytest.fixture
def page() -> Document:
    return document("\n\n".join([REPORT] * 12))


def test_threads_change_nothing(profile: ExtractorName, page: Document) -> None:
    one, two = (LearnedExtractor(MODELS / profile, threads=n) for n in (1, 2))
    assert one.extract(page) == two.extract(page)
    assert one.extract(page).statements


def test_processes_change_nothing(profile: ExtractorName, tmp_path: Path) -> None:
    for number in range(12):
        words = REPORT.replace("Tarn", f"Tarn {number}")
        (tmp_path / f"{number:02}.txt").write_text(words, "utf-8")
    extractor = named_extractor(profile)
    one, two = (
        [
            (outcome.statements, outcome.extractor)
            for outcome in read([str(tmp_path)], extractor=extractor, jobs=jobs)
            if isinstance(outcome, Reading)
        ]
        for jobs in (1, 2)
    )
    assert one == two
    assert all(statements for statements, _ in one)
    assert len(one) == 12


def test_the_extractor_is_named_for_its_profile(profile: ExtractorName) -> None:
    assert named_extractor(profile).name == f"learned-{profile}"
    assert named_extractor(profile) is named_extractor(profile), "loaded once"
