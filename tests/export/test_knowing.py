"""Through whom something is known, and what is told of its speaking, in words."""

from __future__ import annotations

import pytest

from onrecord.export.knowing import (
    addressed,
    also_told,
    known_through,
    links,
    setting,
    when_words,
)
from onrecord.export.wording import short_role
from onrecord.model import Aspect, Said, Span, Status, TellerKind
from onrecord.record.views import (
    UNSURE,
    CircumstanceView,
    Named,
    Quote,
    RoleBasis,
    RoleView,
    TellerView,
)
from tests.export.views import date, one_remark, view

QUAY = TellerView(TellerKind.OUTLET, "The Quay", None, None, None)
MAST = TellerView(TellerKind.WIRE, "Mast", Quote(5, 9, "Mast"), None, None)
ROKE = TellerView(TellerKind.SPEAKER, "Roke", Quote(0, 2, "he"), Named("roke", "Tam Roke"), "outer")
AIDE = TellerView(TellerKind.SPEAKER, "", Quote(3, 10, "an aide"), None, None)


@pytest.mark.parametrize(
    ("chain", "words", "whole"),
    [
        ((QUAY,), "", "The Quay ← Oda Vell"),
        ((QUAY, MAST), "via Mast", "The Quay ← Mast ← Oda Vell"),
        ((QUAY, ROKE), "as told by Tam Roke", "The Quay ← Tam Roke ← Oda Vell"),
        (
            (QUAY, MAST, ROKE, AIDE),
            "as told by an aide by way of Tam Roke, via Mast",
            "The Quay ← Mast ← Tam Roke ← an aide ← Oda Vell",
        ),
        (
            (QUAY, ROKE, ROKE, AIDE),
            "as told by an aide by way of Tam Roke ← Tam Roke",
            "The Quay ← Tam Roke ← Tam Roke ← an aide ← Oda Vell",
        ),
    ],
)
def test_the_teller_next_to_the_speaker_comes_first_in_short(
    chain: tuple[TellerView, ...], words: str, whole: str
) -> None:
    assert known_through(view("a", chain=chain)) == words
    assert links(view("a", chain=chain)) == whole


def test_of_whom_it_is_not_sure_that_they_told_it_is_said() -> None:
    told = view("a", chain=(QUAY, ROKE), through="outer", via="Tam Roke", via_confidence=0.5)
    assert known_through(told) == "as told by Tam Roke (unsure who)"


def test_a_reading_of_before_has_the_statement_around_for_a_chain() -> None:
    told = view("a", through="outer", via="Tam Roke")
    assert known_through(told) == "as told by Tam Roke"
    assert links(told) == "The Quay ← Tam Roke ← Oda Vell"
    assert links(view("a", speaker=None)) == "The Quay ← an unknown speaker"


def at(aspect: Aspect, kind: str, words: str) -> CircumstanceView:
    return CircumstanceView(aspect, kind, Quote(0, len(words), words), "attribution")


def test_a_circumstance_is_named_where_its_words_do_not() -> None:
    told = view(
        "a",
        addressees=(Named(None, "this newspaper"),),
        circumstances=(
            at(Aspect.OCCASION, "press conference", "a press conference"),
            at(Aspect.PLACE, "", "Tarn"),
            at(Aspect.OCCASION, "meeting", "the first dinner"),
            at(Aspect.MEDIUM, "newspaper", "this newspaper"),
        ),
    )
    assert setting(told) == "a press conference, Tarn, the first dinner (meeting)"


def test_words_that_tell_two_things_are_shown_once() -> None:
    both = (
        at(Aspect.MEDIUM, "television", "a televised address"),
        at(Aspect.OCCASION, "speech", "a televised address"),
    )
    assert setting(view("a", circumstances=both)) == "a televised address (television, speech)"


def test_only_words_that_no_day_follows_from_are_shown_as_words() -> None:
    event = Said(Span(0, 14), "before the war", "event", None)
    friday = Said(Span(0, 9), "on Friday", "weekday", date("2031-05-02"))
    assert when_words(view("a", said_words=event)) == "“before the war”"
    assert when_words(view("a", said_words=friday)) == when_words(view("a")) == ""


@pytest.mark.parametrize(
    ("statements", "copies", "reports", "words"),
    [
        (1, 0, 1, ""),
        (2, 0, 2, "+1 report"),
        (3, 2, 3, "+2 reports, 2 copies"),
        (2, 0, 1, "(2 tellings)"),
        (5, 1, 2, "+1 report, 1 copy (5 tellings)"),
    ],
)
def test_who_else_tells_it(statements: int, copies: int, reports: int, words: str) -> None:
    assert also_told(view("a", utterance=one_remark(statements, copies, reports))) == words


def test_an_unsure_addressee_and_a_role_of_other_reports_are_marked() -> None:
    assert addressed(Named("x", "Tam Roke", confidence=UNSURE - 0.01)) == "Tam Roke (unsure who)"
    assert addressed(Named("x", "Tam Roke", confidence=UNSURE)) == "Tam Roke"
    assert addressed(Named("x", "Tam Roke")) == "Tam Roke"
    own = RoleView("mayor of Tarn", Status.FORMER, RoleBasis.REPORT)
    bridged = RoleView("mayor of Tarn", Status.HELD, RoleBasis.ATTESTED, reports=3)
    assert short_role(own) == "former mayor of Tarn"
    assert short_role(bridged) == "mayor of Tarn (in other reports)"
