"""Statements as they are shown: in words that read alone, of all who answer for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.model import Kind
from onrecord.record import Record
from onrecord.record.views import StatementView
from tests.readings import resolved_if_named, together


@pytest.fixture
def said(record: Record) -> dict[str, StatementView]:
    record.add(together())
    record.resolve(resolved_if_named)
    return {statement.quote: statement for statement in record.statements()}


def test_a_denial_comes_with_its_verb(said: dict[str, StatementView]) -> None:
    assert said["that Fox would resign"].told == "denied that Fox would resign"


@pytest.mark.parametrize(
    ("kind", "cue", "after_it", "quote", "told"),
    [
        (Kind.INDIRECT, "refused", True, "the levy", "refused the levy"),
        (Kind.INDIRECT, "denied", True, "Fox had lied", "denied Fox had lied"),
        (Kind.INDIRECT, "said", False, "The locks close", "The locks close"),
        (Kind.INDIRECT, "according to", True, "the levy is off", "the levy is off"),
        (Kind.INDIRECT, ":", True, "the levy is off", "the levy is off"),
        (Kind.DIRECT, "rejected", True, "“blackmail”", "rejected “blackmail”"),
        (Kind.DIRECT, "said", True, "“We close.”", "“We close.”"),
        (Kind.DIRECT, "said", True, "We close.", "“We close.”"),
        (Kind.DIRECT, "said", False, "we close,", "“we close,”"),
        (Kind.MIXED, "denied", True, "being “a spy”", "denied being “a spy”"),
    ],
)
def test_words_that_follow_their_verb_keep_it(
    said: dict[str, StatementView], kind: Kind, cue: str, after_it: bool, quote: str, told: str
) -> None:
    one = said["that Fox would resign"]
    begins = one.start - 10 if after_it else one.start + 99
    view = replace(one, kind=kind, cue=cue, cue_start=begins, quote=quote)
    assert view.told == told


def test_two_who_speak_together_both_answer(said: dict[str, StatementView]) -> None:
    both = said["We are done,"]
    assert both.speaker
    assert both.speaker.name == "Reed and Fox"
    assert [who.name for who in both.speakers] == ["Reed", "Fox"]


def test_a_source_without_a_name_answers_where_nobody_has_one(
    said: dict[str, StatementView],
) -> None:
    assert [who.name for who in said["Go,"].speakers] == ["an aide"]


def test_own_words_told_by_oneself_are_known_through_nobody(
    said: dict[str, StatementView],
) -> None:
    inner = said["Stay"]
    assert inner.parent == said["I told her: ‘Stay,’"].id
    assert (inner.through, inner.via, inner.via_confidence) == (None, None, None)
