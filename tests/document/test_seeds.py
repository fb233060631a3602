"""The five reports that the design begins with."""

from pathlib import Path

import pytest

from onrecord.capture import read_captures
from onrecord.document import read_document
from onrecord.model import Capture, Document
from tests.document.made import blocks, kinds

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not beside the checkout"),
]


@pytest.fixture(scope="module")
def seeds() -> list[Document]:
    captures = [c for c in read_captures([str(SEEDS)]) if isinstance(c, Capture)]
    return [read_document(capture) for capture in captures]


def test_all_five_are_read_unchanged(seeds: list[Document]) -> None:
    files = sorted(SEEDS.glob("*.txt"))
    assert [d.text.encode() for d in seeds] == [file.read_bytes() for file in files]
    assert {d.language for d in seeds} == {"en"}


def test_two_have_a_date(seeds: list[Document]) -> None:
    said = [d.published and (d.published.start, d.published.granularity) for d in seeds]
    assert said == [None, None, ("2024-10-22T20:01", "minute"), None, ("2023-06-02", "day")]


def test_three_name_their_outlet(seeds: list[Document]) -> None:
    assert [d.outlet for d in seeds] == ["UNN", "UNN", None, "Ukrinform", None]


def test_three_have_a_headline(seeds: list[Document]) -> None:
    assert [d.title is not None for d in seeds] == [False, True, True, True, False]


def test_kinds_of_blocks(seeds: list[Document]) -> None:
    paragraph = "paragraph"
    assert kinds(seeds[0]) == [paragraph] * 6
    assert kinds(seeds[1]) == [
        *("headline", "dateline", "standfirst"),
        *[paragraph] * 6,
        *("heading", paragraph, paragraph),
    ]
    assert kinds(seeds[2]) == [
        *("dateline", "headline", "advert", "repeat"),
        *(paragraph, paragraph, "repeat"),
        *[paragraph] * 4,
        *["advert"] * 5,
    ]
    assert kinds(seeds[3]) == [
        *("headline", *[paragraph] * 5, "link", *[paragraph] * 3, "link", paragraph, paragraph),
    ]
    assert kinds(seeds[4]) == [
        *("dateline", paragraph, paragraph, "advert", "advert"),
        *[paragraph] * 8,
        *["link"] * 4,
    ]


def test_repeats_point_at_what_they_repeat(seeds: list[Document]) -> None:
    assert [block.repeats for block in seeds[2].blocks if block.repeats is not None] == [1, 5]


def test_a_sentence_begins_after_the_date_that_is_glued_to_it(seeds: list[Document]) -> None:
    first, second = blocks(seeds[4])[:2]
    assert first == ("dateline", "date 2023-06-02")
    assert second[1].startswith("President")
