"""What `extract` promises, field by field."""

from __future__ import annotations

import json
from dataclasses import replace

import msgspec
import pytest

from onrecord.export.contract import Extract, encode, extract
from onrecord.model import Act, Granularity, Kind, Said, Span
from tests.readings import harbour
from tests.record.invented import at_a_briefing, report, with_chain

FIRST, SECOND, THIRD = (json.loads(encode(extract(reading))) for reading in harbour())


def test_a_line_has_the_promised_fields_in_order() -> None:
    assert list(FIRST) == ["document", "statements"]
    assert list(FIRST["document"]) == ["path", "title", "outlet", "language", "published", "text"]
    assert list(FIRST["statements"][0]) == [
        "id",
        "kind",
        "act",
        "content",
        "cue",
        "source",
        "speaker",
        "addressees",
        "said",
        "parent",
        "confidence",
        "factuality",
        "said_words",
        "occasion",
        "place",
        "medium",
        "through",
    ]


def test_the_document_is_told_as_it_is() -> None:
    document = harbour()[0].document
    assert FIRST["document"] == {
        "path": "reports/harbour-first.txt",
        "title": "Vell: “The harbour stays open”",
        "outlet": "The Quay",
        "language": "en",
        "published": {
            "start": "2031-05-03",
            "end": "2031-05-03",
            "granularity": "day",
            "text": "3 May 2031",
        },
        "text": document.text,
    }


def test_what_is_not_known_is_null() -> None:
    assert THIRD["document"]["title"] is None
    assert THIRD["document"]["outlet"] is None
    assert THIRD["document"]["published"] is None
    assert THIRD["statements"][0]["said"] is None
    unknown = SECOND["statements"][-1]
    assert unknown["speaker"] is None
    assert unknown["addressees"] == []
    assert unknown["cue"] == []
    assert unknown["source"] == []


def test_offsets_are_code_points_of_the_text() -> None:
    statement = FIRST["statements"][0]
    text = FIRST["document"]["text"]
    assert [text[s:e] for s, e in statement["content"]] == [
        "The harbour stays open, whatever the League decides,"
    ]
    assert [text[s:e] for s, e in statement["cue"]] == ["told"]
    assert [text[s:e] for s, e in statement["source"]] == ["Prime Minister Oda Vell"]


def test_the_speaker_is_whom_the_source_means_and_not_its_words() -> None:
    by_surname = FIRST["statements"][2]
    assert by_surname["speaker"] == FIRST["statements"][0]["speaker"]
    assert by_surname["speaker"]["name"] == "Oda Vell"
    assert by_surname["speaker"]["confidence"] == 0.95
    assert list(by_surname["speaker"]) == ["id", "name", "confidence"]
    assert [who["name"] for who in FIRST["statements"][0]["addressees"]] == ["reporters"]


def test_a_nested_statement_names_the_statement_that_reports_it() -> None:
    reporting, nested = FIRST["statements"][2:4]
    assert nested["parent"] == reporting["id"]
    assert reporting["parent"] is None
    assert nested["speaker"]["name"] == "Consul Brandt"


def test_what_is_told_of_the_speaking_has_its_kind_and_its_words() -> None:
    reading = at_a_briefing(report([("Oda Vell", "the ferry waits")]))
    (told,) = json.loads(encode(extract(reading)))["statements"]
    start, end = told["occasion"]["span"]
    assert told["occasion"] == {
        "kind": "briefing",
        "text": reading.document.text[start:end],
        "span": [start, end],
    }
    assert (told["place"], told["medium"]) == (None, None)


def test_the_chain_runs_inwards_without_the_outlet_and_the_speaker() -> None:
    reading = with_chain(
        report([("Oda Vell", "Tam Roke said no")], inside=[("Tam Roke", "said no")])
    )
    outer, inner = json.loads(encode(extract(reading)))["statements"]
    assert outer["through"] == []
    (teller,) = inner["through"]
    start, end = teller["span"]
    assert reading.document.text[start:end] == teller["text"] == teller["name"] == "Oda Vell"
    assert (teller["kind"], teller["statement"]) == ("speaker", outer["id"])
    assert teller["id"] == outer["speaker"]["id"]


def test_statements_stand_in_the_order_of_the_text() -> None:
    starts = [statement["content"][0] for statement in FIRST["statements"]]
    assert starts == sorted(starts)


def test_a_time_is_an_interval_with_its_words() -> None:
    assert SECOND["statements"][0]["said"] == {
        "start": "2032-03-01",
        "end": "2032-03-31",
        "granularity": "month",
        "text": "last month",
    }


def test_words_that_tell_no_time_stand_apart_from_times() -> None:
    one = harbour()[0]
    first, second, *_ = sorted(one.statements, key=lambda s: s.content)
    start = one.document.text.index("on Friday")
    words = Said(Span(start, start + 9), "on Friday", "weekday", None)
    line = json.loads(
        encode(extract(replace(one, said={first.id: words, second.id: one.said[first.id]})))
    )
    assert [(s["said"] is None, s["said_words"]) for s in line["statements"][:2]] == [
        (True, {"text": "on Friday", "span": [start, start + 9]}),
        (False, None),
    ]


@pytest.mark.parametrize("line", [FIRST, SECOND, THIRD])
def test_only_the_named_values_appear(line: dict[str, object]) -> None:
    read = msgspec.convert(line, Extract, strict=False)
    for statement in read.statements:
        assert statement.kind in set(Kind)
        assert statement.act in set(Act)
        assert 0 <= statement.confidence <= 1
        assert statement.said is None or statement.said.granularity in set(Granularity)


def test_a_line_is_one_line_of_utf_8_whatever_the_text_holds() -> None:
    line = encode(extract(harbour()[1]))
    assert b"\n" not in line
    assert "“Never again!”" in line.decode("utf-8")
