"""The five reports that the product was asked for: everything in them is to work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.actor import resolve_actors
from onrecord.model import (
    Act,
    BlockKind,
    Factuality,
    Kind,
    OccasionKind,
    Part,
    Reading,
    Span,
    Statement,
)
from onrecord.pipeline import read
from onrecord.record import Record, open_record
from onrecord.statement.marks import Marks
from tests.shared import SEEDS, needs_shared

pytestmark = needs_shared

PRESIDENT = "Volodymyr Zelenskyy"


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return [r for r in read([str(SEEDS)], jobs=1) if isinstance(r, Reading)]


@pytest.fixture(scope="module")
def record(readings: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    path: Path = tmp_path_factory.mktemp("seeds") / "seeds.record"
    with open_record(path) as record:
        for reading in readings:
            record.add(reading)
        record.resolve(resolve_actors)
        yield record


def speaker(reading: Reading, statement: Statement) -> str | None:
    names = {e.id: e.name for e in reading.entities}
    for mention in reading.mentions:
        if mention.statement_id == statement.id and mention.part is Part.SOURCE:
            return names.get(mention.entity_id or "")
    return None


def is_president(name: str | None) -> bool:
    return name is not None and name.split()[-1] in ("Zelenskyy", "Zelensky")


def test_both_spellings_are_one_actor_over_all_five(record: Record) -> None:
    actor = record.actor(PRESIDENT)
    assert record.actor("Zelensky").id == actor.id
    assert len({s.document_id for s in record.timeline(actor.id)}) == 5


def test_every_passage_in_marks_is_found_with_its_speaker(readings: list[Reading]) -> None:
    for reading in readings:
        text = reading.document.text
        marks = Marks(text, reading.document.blocks)
        for block in reading.document.blocks:
            if block.kind is not BlockKind.PARAGRAPH:
                continue
            for quote in marks.within(block.span):
                words = Span(quote.inner_start, quote.inner_end)
                if len(words.of(text).split()) < 5:
                    continue
                holders = [
                    s
                    for s in reading.statements
                    if any(c.start <= words.start and words.end - 2 <= c.end for c in s.content)
                ]
                assert holders, words.of(text)[:40]
                assert any(is_president(speaker(reading, s)) for s in holders)


def test_the_block_quotes_without_marks_are_his(readings: list[Reading]) -> None:
    quotes = [
        (reading, s)
        for reading in readings
        for s in reading.statements
        if s.rule in ("signature", "first person")
    ]
    assert len(quotes) == 3
    assert all(s.kind is Kind.DIRECT and is_president(speaker(r, s)) for r, s in quotes)


@pytest.mark.parametrize("words", ["the head of state", "the president", "he", "him", "i"])
def test_whatever_he_is_called_by_is_he(readings: list[Reading], words: str) -> None:
    called = [
        (reading, s)
        for reading in readings
        for s in reading.statements
        if s.source and s.source[0].of(reading.document.text).lower() == words
    ]
    assert called
    assert all(is_president(speaker(reading, s)) for reading, s in called)


def test_the_refusal_was_given_to_him(readings: list[Reading]) -> None:
    reading = readings[0]
    names = {e.id: e.name for e in reading.entities}
    spoken_to = [
        (m.span.of(reading.document.text), names.get(m.entity_id or ""))
        for m in reading.mentions
        if m.part is Part.ADDRESSEE
    ]
    assert [words for words, name in spoken_to if is_president(name)] == ["me"]


def test_the_refusal_is_known_second_hand(readings: list[Reading]) -> None:
    reading = readings[0]
    told = [
        s
        for s in reading.statements
        if s.parent is not None and (speaker(reading, s) or "").endswith("Biden")
    ]
    assert [s.cue[0].of(reading.document.text) for s in told] == ["told"]
    parent = next(s for s in reading.statements if s.id == told[0].parent)
    assert is_president(speaker(reading, parent))


def test_a_repeated_paragraph_is_read_once(readings: list[Reading]) -> None:
    for reading in readings:
        text = reading.document.text
        told = [tuple(span.of(text) for span in (*s.content, *s.cue)) for s in reading.statements]
        assert len(told) == len(set(told))


def test_nothing_comes_from_adverts_and_links(readings: list[Reading]) -> None:
    unread = (BlockKind.ADVERT, BlockKind.LINK, BlockKind.REPEAT, BlockKind.DATELINE)
    for reading in readings:
        spans = [b.span for b in reading.document.blocks if b.kind in unread]
        for statement in reading.statements:
            assert not any(c.overlaps(s) for c in statement.content for s in spans)


def test_two_dates_of_publication_are_known_and_three_are_not(readings: list[Reading]) -> None:
    dates = [r.document.published.start if r.document.published else None for r in readings]
    assert dates == [None, None, "2024-10-22T20:01", None, "2023-06-02"]


def test_what_was_said_is_dated_by_the_words_beside_it(readings: list[Reading]) -> None:
    june = readings[4]
    said = [june.said.get(s.id) for s in june.statements]
    days = [one.interval.start for one in said if one and one.interval]
    assert set(days) == {"2023-06-01", "2023-06-02"}
    assert days.count("2023-06-01") == 1
    of_summit = next(
        one for one in said if one and one.interval and one.interval.start < "2023-06-02"
    )
    assert of_summit.text == "On Thursday"
    briefing = next(
        s for s in june.statements if "reasonable" in s.content[0].of(june.document.text)
    )
    assert june.said[briefing.id].rule == "scene"


def test_an_undated_report_dates_nothing_and_no_meeting_dates_words(
    readings: list[Reading],
) -> None:
    for undated in (readings[0], readings[1], readings[3]):
        assert not any(one.interval for one in undated.said.values())


def test_the_others_speak_for_themselves(record: Record) -> None:
    president = record.actor(PRESIDENT).id
    others = [record.actor(name).id for name in ("Stoltenberg", "Rutte", "Bloomberg", "Biden")]
    assert len({president, *others}) == 5
    assert all(record.timeline(actor) for actor in others)


@pytest.mark.parametrize("name", ["Karis", "Merz", "Macron", "Trump", "Putin"])
def test_who_is_only_mentioned_is_an_actor_that_did_not_speak(record: Record, name: str) -> None:
    actor = record.actor(name)
    assert actor.id != record.actor(PRESIDENT).id
    assert record.timeline(actor.id) == []


def test_the_timeline_runs_in_order_of_time(record: Record) -> None:
    views = record.timeline(record.actor(PRESIDENT).id)
    dated = [(v.said or v.published) for v in views]
    starts = [interval.start[:10] for interval in dated if interval is not None]
    assert starts == sorted(starts)
    assert None not in dated[: len(starts)]
    assert starts[0] == "2023-06-01"


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (0, OccasionKind.PRESS_CONFERENCE, "a press conference"),
        (1, OccasionKind.MEETING, "a meeting with German chancellor candidate Friedrich Merz"),
        (3, OccasionKind.MEETING, "the meeting with heads of Chernihiv region’s territorial"),
        (4, OccasionKind.BRIEFING, "a briefing"),
        (4, OccasionKind.SUMMIT, "a summit"),
    ],
)
def test_the_occasions_are_known(
    readings: list[Reading], number: int, kind: OccasionKind, words: str
) -> None:
    reading = readings[number]
    told = {s.id: speaker(reading, s) for s in reading.statements}
    held = [
        told[c.statement_id]
        for c in reading.circumstances
        if c.kind == kind and c.span.of(reading.document.text).startswith(words)
    ]
    assert held
    assert all(map(is_president, held))


@pytest.mark.parametrize("hearer", ["journalists", "Macron", "Trump"])
def test_to_whom_he_spoke_is_known(readings: list[Reading], hearer: str) -> None:
    reading = readings[1]
    names = {e.id: e.name for e in reading.entities}
    spoken_to = [
        names.get(m.entity_id or "", "") for m in reading.mentions if m.part is Part.ADDRESSEE
    ]
    assert any(name.endswith(hearer) for name in spoken_to)


def test_the_plan_to_call_is_an_announcement(readings: list[Reading]) -> None:
    reading = readings[1]
    text = reading.document.text
    told = {
        s.content[0].of(text)[:15]: s.factuality
        for s in reading.statements
        if s.act is Act.INTENTION and is_president(speaker(reading, s))
    }
    assert told["to call US Pres"] is Factuality.ANNOUNCED
    assert told["to contact Joe "] is Factuality.ANNOUNCED
