"""What holds of every report taken through all stages, whatever is in it (design, invariants)."""

from __future__ import annotations

import hashlib
import random
import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.model import Capture, ExtractorName, Granularity, Kind, Reading
from onrecord.pipeline import named_extractor, read_capture
from onrecord.statement import Extractor, StructuralExtractor
from onrecord.statement.learned import MODELS

REPORT = [
    "Harbour opens in spring",
    "Voss: The harbour will open in spring",
    "20:01 22.10.2024",
    "PORT ANSEL, June 2, 2023 (UNA) — The harbour is open.",
    "By Ilm Tarn",
    "Read also: Voss names conditions",
    "AD",
    "“We have waited long enough,” Minister Ada Voss said on Friday.",
    "He told reporters: „She said to me: ‚not while I am here‘ and left.“",
    "President Ilan Drev said that Ms Voss had told him yesterday it was over.",
    "We are not ready, and I said so. - Drev stated in May.",
    "According to two officials, «nothing is agreed».",
    "“The first of two paragraphs stays open.",
    "“The second closes,” the minister added last week.",
    "She believes the Harbour Relief Society (HRS) 😀 wants “more”.",
    "\u00a0\u2003\u202e",
]
LINES = st.sampled_from(REPORT)
REPORTS = st.lists(LINES | st.text(max_size=25), max_size=12).map("\n\n".join)
MEDIA = st.sampled_from(["text/plain", "text/markdown", "text/html"])
MOMENT = datetime(2030, 1, 1, tzinfo=UTC)
RULES = StructuralExtractor()
thorough = settings(max_examples=150, deadline=None)
brief = settings(max_examples=20, deadline=None)


def captured(text: str, media_type: str) -> Capture:
    data = text.encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(data).hexdigest()
    return Capture(digest, data, media_type, "utf-8", "utf-8", "a", None, MOMENT)


def read(text: str, media_type: str, extractor: Extractor = RULES) -> Reading | None:
    outcome = read_capture(captured(text.replace("\0", ""), media_type), extractor)
    return outcome if isinstance(outcome, Reading) else None


def plain(words: str) -> str:
    return " ".join(words.split())


@thorough
@given(REPORTS, MEDIA)
def test_every_span_lies_in_its_text_and_every_part_in_its_reading(report: str, media: str) -> None:
    assert_whole(read(report, media), report, media)


@pytest.mark.parametrize("profile", sorted(path.name for path in MODELS.iterdir()))
@brief
@given(REPORTS, MEDIA)
def test_the_same_holds_of_what_a_learned_extractor_finds(
    profile: str, report: str, media: str
) -> None:
    extractor = named_extractor(ExtractorName(profile))
    assert_whole(read(report, media, extractor), report, media)


def assert_whole(reading: Reading | None, report: str, media: str) -> None:
    if reading is None:
        return
    text = reading.document.text
    if media == "text/plain":
        assert text == report.replace("\0", "").removeprefix("\ufeff")
    statements = {s.id for s in reading.statements}
    entities = {e.id for e in reading.entities}
    assert len(statements) == len(reading.statements)
    assert len(entities) == len(reading.entities)
    for statement in reading.statements:
        for spans in (statement.content, statement.cue, statement.source, statement.addressee):
            assert all(span.end <= len(text) for span in spans)
            assert all(one.end <= two.start for one, two in pairwise(spans))
        assert statement.parent is None or statement.parent in statements - {statement.id}
        assert statement.extractor == reading.extractor
    for mention in reading.mentions:
        assert mention.span.end <= len(text)
        assert mention.entity_id is None or mention.entity_id in entities
        assert mention.statement_id is None or mention.statement_id in statements
    assert all(drop.span.end <= len(text) and drop.reason for drop in reading.drops)
    assert reading.said.keys() <= statements


@thorough
@given(REPORTS)
def test_names_and_times_are_words_of_the_report(report: str) -> None:
    reading = read(report, "text/plain")
    if reading is None:
        return
    document = reading.document
    told = plain(document.text)
    letters = re.sub(r"[\W_]+", "", told)
    for entity in reading.entities:
        for name in entity.names:
            assert re.sub(r"[\W_]+", "", name) in letters
    for words, rule in (
        *((said.text, said.rule) for said in reading.said.values()),
        *((date.text, date.rule) for date in document.dates),
    ):
        assert plain(words) in told
        assert rule
    for field in (document.title, document.outlet, document.byline):
        assert field is None or all(word in told for word in re.findall(r"\w+", field))


@thorough
@given(st.binary(max_size=120), MEDIA | st.just("application/json"))
def test_no_bytes_stop_a_run(data: bytes, media: str) -> None:
    for encoding in ("utf-8", "cp1252", "latin-1"):
        capture = replace(captured("", media), data=data, digest=hashlib.sha256(data).hexdigest())
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        outcome = read_capture(replace(capture, encoding=encoding), RULES)
        assert isinstance(outcome, Reading | InputError)
        assert isinstance(outcome, Reading) or outcome.code


@thorough
@given(st.lists(st.tuples(REPORTS, MEDIA), max_size=4), st.randoms(use_true_random=False))
def test_a_report_is_read_the_same_whatever_was_read_before_it(
    reports: list[tuple[str, str]], shuffler: random.Random
) -> None:
    alone = {report: read(*report) for report in reports}
    shuffled = reports * 2
    shuffler.shuffle(shuffled)
    for report in shuffled:
        assert read(*report) == alone[report]


def test_these_reports_have_something_to_hold() -> None:
    reading = read("\n\n".join(REPORT), "text/plain")
    assert reading is not None
    assert {s.kind for s in reading.statements} == set(Kind)
    assert any(s.parent for s in reading.statements)
    assert {d.interval.granularity for d in reading.said.values() if d.interval} >= {
        Granularity.DAY,
        Granularity.WEEK,
    }
    assert reading.document.published is not None
    assert {"Ada Voss", "Ilan Drev"} <= {e.name for e in reading.entities}


LONG = 50_000
"""Code points of a sentence that no full stop ends."""
IN_TIME = 25.0
"""Seconds for all stages; it takes 1 to 6, and minutes where time grows with the square."""


@pytest.mark.parametrize(
    "phrase",
    [
        "Ada Roe told the Bote on Friday that tolls must go and ",
        "Ada Roe said Bo Lind told her Cy Moss said ",
        "according to the Bote, citing Reuters, ",
        "in an interview with the Bote on Friday, ",
        "he said “we go” and ",
        "on Friday, 2 March 2021, at 10:00 GMT ",
        "two days after the vote, Bo said it was lost, ",
        "laut Ada Roe zufolge teilte er ",
    ],
)
def test_one_long_sentence_is_read_in_time(phrase: str) -> None:
    began = perf_counter()
    assert read((phrase * (LONG // len(phrase) + 1))[:LONG], "text/plain") is not None
    assert perf_counter() - began < IN_TIME
