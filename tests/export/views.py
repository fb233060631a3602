"""Statements as faces see them, made by hand."""

from __future__ import annotations

from typing import Any

from onrecord.model import Act, Granularity, Interval, Kind
from onrecord.record.views import Named, StatementView, UtteranceView


def date(day: str) -> Interval:
    return Interval(day, day, Granularity.DAY, day, "given")


def view(id: str, **fields: Any) -> StatementView:
    """Return a statement of Oda Vell's that the Quay tells, but for `fields`."""
    told: dict[str, Any] = {
        "id": id,
        "document_id": f"d-{id}",
        "kind": Kind.DIRECT,
        "act": Act.SPEECH,
        "quote": "tolls must go",
        "start": 0,
        "cue": "said",
        "source": "Oda Vell",
        "speaker": Named("vell", "Oda Vell"),
        "speaker_confidence": 0.9,
        "addressees": (),
        "said": None,
        "published": date("2031-05-06"),
        "title": None,
        "outlet": "The Quay",
        "path": "quay.txt",
        "url": None,
        "parent": None,
        "via": None,
        "via_confidence": None,
        "confidence": 0.9,
        "rule": "",
        "extractor": "",
        "reviewed": None,
        "role": None,
    }
    return StatementView(**{**told, **fields})


def one_remark(statements: int = 2, copies: int = 0, reports: int = 2) -> UtteranceView:
    return UtteranceView("u", statements, copies, ("The Quay", "The Pier"), "a", reports)
