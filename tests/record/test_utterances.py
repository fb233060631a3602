"""Which statements tell one act of speech, on records of invented reports."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.document.copies import SIGNATURE_VERSION, find_copies, signature
from onrecord.errors import NotInRecord, OnrecordError
from onrecord.model import CopyKind, Factuality, Fate, Reading, Standing, Telling
from onrecord.record import Record, open_record, regrouping
from onrecord.record.views import StatementView
from tests.record.conftest import Fresh
from tests.record.invented import by_name, judgement, only, seen
from tests.record.telling import VERSION, by_place, by_words, group, told, work_out
from tests.record.test_layers import reread

ME = "A. Reader"
PAGE = "https://quay.example/toll"


@pytest.fixture
def quay(record: Record) -> Record:
    """A remark that two outlets tell, one of which a third copies, and one told once."""
    for reading in (
        told("first", ("Oda Vell", "tolls must go"), ("Tam Roke", "ferries wait")),
        told("second", ("Oda Vell", "tolls will go"), date="2031-05-07", outlet="The Pier"),
        told(
            "third",
            ("Tam Roke", "ferries wait"),
            ("Oda Vell", "tolls must go"),
            date="2031-05-08",
            outlet="The Bay",
            end="The end of first.",
        ),
    ):
        record.add(reading)
    work_out(record)
    return record


def of(record: Record, path: str, who: str = "Oda Vell") -> StatementView:
    return next(
        s
        for s in record.statements()
        if s.path == f"{path}.txt" and s.speaker and s.speaker.name == who
    )


def groups(record: Record) -> set[frozenset[str]]:
    """Return which reports tell what Oda Vell said together."""
    found: dict[str, set[str]] = {}
    for view in record.statements():
        if view.speaker and view.speaker.name == "Oda Vell" and view.utterance:
            found.setdefault(view.utterance.id, set()).add(view.path.removesuffix(".txt"))
    return {frozenset(paths) for paths in found.values()}


def test_a_statement_knows_how_often_its_utterance_is_told(quay: Record) -> None:
    told_by = of(quay, "second").utterance
    assert told_by is not None
    assert (told_by.statements, told_by.copies) == (2, 1)
    assert told_by.outlets == ("The Quay", "The Pier", "The Bay")
    assert told_by.first == of(quay, "first").id
    alone = [v.utterance for v in quay.statements() if v.quote == "ferries wait"]
    assert {(u.statements, u.copies) for u in alone if u} == {(1, 1)}


def test_a_card_shows_who_tells_it_and_copies_apart(quay: Record) -> None:
    card = quay.card(of(quay, "third").id)
    assert [(v.statement.path, v.similarity, v.rule) for v in card.variants] == [
        ("first.txt", None, ""),
        ("second.txt", 0.9, "first word"),
    ]
    assert [v.statement.path for v in card.copies] == ["third.txt"]
    assert card.statement.copy_of == of(quay, "first").document_id
    assert of(quay, "first").copy_of is None


def test_counts_say_what_is_told_twice_and_copied(quay: Record) -> None:
    summary = quay.summary()
    assert (summary.statements, summary.utterances, summary.copied) == (5, 2, 2)
    assert summary.copies == {CopyKind.NEAR: 1}
    (vell,) = quay.actors("Vell")
    assert (vell.statements, vell.made, vell.utterances) == (3, 3, 1)


def test_what_is_not_told_as_said_is_counted_apart(record: Record) -> None:
    reading = told("first", ("Oda Vell", "tolls must go"), ("Oda Vell", "ferries wait"))
    said, planned = reading.statements
    planned = replace(planned, factuality=Factuality.ANNOUNCED)
    record.add(replace(reading, statements=(said, planned)))
    work_out(record)
    (vell,) = record.actors()
    assert vell.factualities == {Factuality.MADE: 1, Factuality.ANNOUNCED: 1}
    assert (vell.statements, vell.made, vell.utterances) == (2, 1, 1)
    summary = record.summary()
    assert (summary.made, summary.first_hand, summary.second_hand) == (1, 1, 0)


def test_a_record_says_whether_utterances_stand_for_all_of_it(quay: Record) -> None:
    assert quay.grouped
    quay.add(told("fourth", ("Oda Vell", "tolls go")))
    assert not quay.grouped
    quay.resolve(by_name)
    assert not quay.grouped
    assert [p.code for p in quay.check()] == ["utterances"]
    group(quay)
    assert quay.grouped
    assert quay.summary().grouped
    quay.merge("Oda Vell", "Tam Roke", author=ME)
    assert not quay.grouped
    group(quay)
    assert list(quay.check()) == []


def test_only_what_changed_is_compared_again(quay: Record) -> None:
    compared: list[str] = []

    def noted(tellings: tuple[Telling, ...]) -> object:
        compared.extend(each.words for each in tellings)
        return by_words(tellings)

    quay.group(noted, by_place)  # type: ignore[arg-type]
    assert compared == []
    quay.add(told("fourth", ("Tam Roke", "ferries sail")))
    quay.resolve(by_name)
    quay.group(noted, by_place)  # type: ignore[arg-type]
    assert sorted(compared) == ["ferries sail", "ferries wait", "ferries wait"]
    del compared[:]
    quay.group(noted, by_place, version="2")  # type: ignore[arg-type]
    assert len(compared) == 6


def test_bytes_met_elsewhere_are_compared_again_where_that_makes_them_another_page(
    quay: Record,
) -> None:
    first = told("first", ("Oda Vell", "tolls must go"), ("Tam Roke", "ferries wait"))
    quay.add(at(first, "last.txt", PAGE, 2))
    assert quay.grouped, "its first path is what it was"
    quay.place(at(first, "early.txt", PAGE, 2).capture)
    assert not quay.grouped
    assert [p.code for p in quay.check()] == ["utterances"]
    group(quay)
    assert quay.grouped
    quay.place(at(first, "early.txt", PAGE, 2).capture)
    assert quay.grouped, "nothing is new"


def test_copies_do_not_hang_on_when_the_bytes_were_met_elsewhere(fresh: Fresh) -> None:
    base = "and the ferries will sail again on every morning of the week because the council paid"
    long = f"{base} for the new engines and the crews of the harbour and the pier"
    first = told("one", ("Oda Vell", f"tolls must go {long}"))
    late = at(first, "b.txt", None, 2)
    early = at(first, "a.txt", PAGE, 3)
    other = at(told("two", ("Oda Vell", f"tolls stay {long} said no one")), "c.txt", PAGE, 2)

    def copies(*batches: Sequence[Reading]) -> tuple[Mapping[CopyKind, int], list[object]]:
        record = fresh()
        for batch in batches:
            for reading in batch:
                record.add(reading)
            if not record.resolved:
                record.resolve(by_name)
            if not record.grouped:
                record.find_copies(signature, find_copies, version=SIGNATURE_VERSION)
                record.group(by_words, by_place)
        summary = record.summary()
        assert summary.grouped
        return summary.copies, [record.card(view.id).versions for view in record.statements()]

    at_once = copies([late, early, other])
    assert CopyKind.VERSION in at_once[0]
    assert copies([late, other], [early]) == at_once
    assert copies([early], [other], [late]) == at_once

    no_page = at(first, "0.txt", None, 4)
    at_once = copies([late, early, other, no_page])
    assert CopyKind.VERSION not in at_once[0]
    assert copies([early, other], [no_page], [late]) == at_once


def test_a_record_says_whether_it_was_grouped_by_these_versions(quay: Record) -> None:
    assert quay.grouped_by(copies=VERSION, utterances="")
    assert not quay.grouped_by(copies=VERSION + 1, utterances="")
    assert not quay.grouped_by(copies=VERSION, utterances="2")
    quay.group(by_words, by_place, version="2")
    assert quay.grouped_by(copies=VERSION, utterances="2")
    quay.add(told("fourth", ("Oda Vell", "tolls go")))
    assert not quay.grouped_by(copies=VERSION, utterances="2")


def test_of_a_page_the_versions_are_followed(record: Record) -> None:
    url = "https://quay.example/toll"
    for name, day, words in (
        ("one", 1, ["tolls must go", "ferries wait"]),
        ("two", 2, ["tolls must go", "ferries sail"]),
        ("three", 3, ["tolls must go"]),
    ):
        reading = told(name, *(("Oda Vell", each) for each in words), date=f"2031-05-0{day}")
        at = reading.capture.captured_at.replace(day=day)
        record.add(
            replace(
                reading,
                capture=replace(reading.capture, url=url, captured_at=at),
                document=replace(reading.document, url=url),
            )
        )
    work_out(record)

    def fates(path: str, quote: str) -> list[tuple[str, bool, Fate, str | None]]:
        (view,) = (s for s in record.statements() if s.path == path and s.quote == quote)
        return [
            (v.document.path, v.earlier, v.fate, v.statement.quote if v.statement else None)
            for v in record.card(view.id).versions
        ]

    assert fates("one.txt", "tolls must go") == [
        ("two.txt", False, Fate.CARRIED, "tolls must go"),
        ("three.txt", False, Fate.CARRIED, "tolls must go"),
    ]
    assert fates("two.txt", "ferries sail") == [
        ("one.txt", True, Fate.CHANGED, "ferries wait"),
        ("three.txt", False, Fate.GONE, None),
    ]


# Judgements


def test_what_is_judged_the_same_is_told_together(quay: Record) -> None:
    quay.add(told("fourth", ("Oda Vell", "no more tolls"), date="2031-05-09", outlet="The Cape"))
    work_out(quay)
    one, other = of(quay, "second"), of(quay, "fourth")
    change = quay.same(one.id[:8], other.id, author=ME, reason="one briefing")
    assert (change.statements, change.tellings, change.done) == (4, 4, True)
    assert groups(quay) == {frozenset({"first", "second", "third", "fourth"})}
    last = quay.card(other.id).variants[-1]
    day = quay.history()[0].judgement.at.date()
    assert last.rule == f"judged the same by {ME} on {day}: one briefing"
    assert last.similarity == 1.0


def test_what_is_kept_apart_leaves_with_what_copies_it(quay: Record) -> None:
    quay.apart(of(quay, "first").id, of(quay, "second").id, author=ME)
    assert groups(quay) == {frozenset({"first", "third"}), frozenset({"second"})}
    quay.apart(of(quay, "third").id, of(quay, "first").id, author=ME)
    assert groups(quay) == {frozenset({each}) for each in ("first", "second", "third")}
    assert list(quay.check()) == []


def test_a_dry_run_tells_what_would_change(quay: Record) -> None:
    before = seen(quay)
    change = quay.apart(of(quay, "second").id, of(quay, "first").id, author=ME, dry_run=True)
    assert (change.statements, change.tellings, change.done) == (3, 1, False)
    assert seen(quay) == before


def test_what_is_so_already_is_no_judgement(quay: Record) -> None:
    before = seen(quay)
    assert quay.same(of(quay, "second").id, of(quay, "first").id, author=ME).judgement is None
    other = of(quay, "first", "Tam Roke").id
    change = quay.apart(of(quay, "second").id, other, author=ME)
    assert change.judgement is None
    assert change.compared is not None
    assert change.compared.one == "tolls will go"
    assert seen(quay) == before


def test_what_speaks_against_it_is_said(quay: Record) -> None:
    change = quay.same(
        of(quay, "first").id, of(quay, "first", "Tam Roke").id, author=ME, dry_run=True
    )
    assert change.notes == ("The speakers differ on record: Oda Vell and Tam Roke.",)


def test_one_statement_alone_is_neither(quay: Record) -> None:
    view = of(quay, "first")
    with pytest.raises(OnrecordError, match="name two"):
        quay.same(view.id, view.id, author=ME)
    with pytest.raises(NotInRecord, match="no such statement"):
        quay.apart(view.id, "ffffffff", author=ME)


def test_an_undo_brings_back_what_was_found(quay: Record) -> None:
    def without(record: Record) -> dict[str, object]:
        everything = seen(record)
        del everything["judgements"], everything["summary"]
        return everything

    before = without(quay)
    quay.apart(of(quay, "second").id, of(quay, "first").id, author=ME)
    quay.same(of(quay, "second").id, of(quay, "first", "Tam Roke").id, author=ME)
    for _ in range(2):
        change = quay.undo(author=ME)
        assert change.compared is not None
        assert change.statements
    assert without(quay) | {"cards": 0} == before | {"cards": 0}
    assert [view.standing for view in quay.history()] == [
        *(Standing.UNDONE,) * 2,
        *(Standing.STANDS,) * 2,
    ]


@pytest.mark.parametrize("subject", ["utterance", "statement"])
def test_a_judgement_may_come_after_what_undoes_it(quay: Record, subject: str) -> None:
    view = of(quay, "second")
    if subject == "utterance":
        quay.apart(view.id, of(quay, "first").id, author=ME)
    else:
        quay.judge(replace(judgement(view.id), author=ME))
    quay.undo(author=ME)
    made, undo = quay.history()
    assert made.standing is Standing.UNDONE
    with open_record(quay.path.with_name(f"{subject}.onrecord")) as other:
        for name, day, outlet in (("first", 6, "The Quay"), ("second", 7, "The Pier")):
            words = {"first": "tolls must go", "second": "tolls will go"}[name]
            other.add(told(name, ("Oda Vell", words), date=f"2031-05-0{day}", outlet=outlet))
        work_out(other)
        other.judge(undo.judgement)
        other.judge(made.judgement)
        assert [each.standing for each in other.history()] == [Standing.UNDONE, Standing.STANDS]
        assert groups(other) == {frozenset({"first", "second"})}


def test_the_later_of_two_judgements_holds_and_history_says_so(quay: Record) -> None:
    one, other = of(quay, "second"), of(quay, "first")
    apart = quay.apart(one.id, other.id, author=ME).judgement
    same = quay.same(one.id, other.id, author=ME).judgement
    assert apart
    assert same
    history = quay.history()
    assert [(view.standing, view.by) for view in history] == [
        (Standing.OVERRIDDEN, same.judgement.id),
        (Standing.STANDS, None),
    ]
    assert quay.history("Oda Vell") == history
    assert quay.history("Tam Roke") == []
    assert [view.judgement.id for view in quay.card(other.id).judgements] == [
        view.judgement.id for view in history
    ]
    assert quay.card(one.id).statement.reviewed is None


def test_judgements_hold_for_new_reports(quay: Record) -> None:
    quay.apart(of(quay, "second").id, of(quay, "first").id, author=ME)
    quay.add(told("fourth", ("Oda Vell", "tolls go"), date="2031-05-09"))
    work_out(quay)
    assert groups(quay) == {frozenset({"first", "third", "fourth"}), frozenset({"second"})}


def wider(reading: Reading) -> Reading:
    """Return what another extractor reads that takes the mark before the words for theirs."""
    anew = reread(reading, "invented 2")
    return replace(
        anew,
        statements=tuple(
            replace(s, content=(replace(s.content[0], start=s.content[0].start - 1),))
            for s in anew.statements
        ),
    )


@pytest.mark.parametrize("anew", [lambda reading: reread(reading, "invented 2"), wider])
def test_judgements_survive_another_extractor(record: Record, anew: object) -> None:
    readings = [
        told("first", ("Oda Vell", "tolls must go"), ("Oda Vell", "ferries wait")),
        told("second", ("Oda Vell", "tolls will go"), date="2031-05-07"),
    ]
    for reading in readings:
        record.add(reading)
    work_out(record)
    record.apart(of(record, "second").id, of(record, "first").id, author=ME)
    for reading in readings:
        record.add(anew(reading))  # type: ignore[operator]
    work_out(record)
    (view,) = record.history()
    assert view.standing is Standing.STANDS
    assert view.compared is not None
    assert view.compared.one_id == of(record, "second").id
    assert all(v.utterance and v.utterance.statements == 1 for v in record.statements())


def test_a_judgement_of_what_is_no_longer_found_is_kept_and_told_of(quay: Record) -> None:
    quay.apart(of(quay, "second").id, of(quay, "first").id, author=ME)
    reading = told("second", ("Oda Vell", "tolls will go"), date="2031-05-07", outlet="The Pier")
    quay.add(replace(only(reading, ()), extractor="invented 2"))
    work_out(quay)
    (view,) = quay.history()
    assert (view.orphaned, view.standing) == (True, Standing.ORPHANED)
    assert [(p.code, p.grave) for p in quay.check()] == [("orphaned", False)]


def test_a_judgement_that_fails_on_the_way_leaves_nothing(
    quay: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = seen(quay)

    def fails(*_: object) -> None:
        raise sqlite3.OperationalError("no more")

    with monkeypatch.context() as broken:
        broken.setattr(regrouping, "_tell", fails)
        with pytest.raises(OnrecordError):
            quay.apart(of(quay, "second").id, of(quay, "first").id, author=ME)
        quay.add(told("fourth", ("Oda Vell", "tolls go")))
        with pytest.raises(OnrecordError):
            work_out(quay)
    assert not quay.resolved
    work_out(quay)
    assert quay.grouped
    assert seen(quay) != before
    assert list(quay.check()) == []


# Whatever is added and judged, and in whatever order

PEOPLE = ("Oda Vell", "Tam Roke", "Iri Brand")
WORDS = ("tolls go", "tolls stay", "ferries wait", "ferries sail")


def invented(number: int) -> Reading:
    chance = random.Random(number)
    said = [(chance.choice(PEOPLE), chance.choice(WORDS)) for _ in range(3)]
    lead = (PEOPLE[number % 3], f"report {number}")
    end = f"The end of {chance.randrange(4)}."
    date = f"2031-05-{1 + number % 4:02}"
    return told(f"report {number}", lead, *said, date=date, outlet=f"O{number % 3}", end=end)


def elsewhere(reading: Reading, chance: random.Random) -> Reading:
    """Return a reading of the same bytes met at another path, of a page, on another day."""
    return at(
        reading,
        f"{chance.randrange(10**6):06}/{reading.capture.path}",
        chance.choice([None, PAGE, f"{PAGE}/two"]),
        chance.randrange(1, 28),
    )


def at(reading: Reading, path: str, url: str | None, day: int) -> Reading:
    """Return a reading of the same bytes met at a path, of a page, on a day of May 2031."""
    when = reading.capture.captured_at.replace(day=day)
    return replace(reading, capture=replace(reading.capture, path=path, url=url, captured_at=when))


def bring_up_to_date(record: Record) -> None:
    """Work out what the record says is to be worked out, as `onrecord add` does."""
    if not record.resolved:
        record.resolve(by_name)
    if not record.grouped:
        group(record)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32))
def test_neither_the_order_of_reports_nor_that_of_judgements_matters(
    fresh: Fresh, seed: int
) -> None:
    one, chance = fresh(), random.Random(seed)
    readings = [invented(number) for number in range(5)]
    readings += [elsewhere(chance.choice(readings), chance) for _ in range(4)]
    for reading in readings:
        one.add(reading)
    work_out(one)
    for _ in range(5):
        ids = sorted(view.id for view in one.statements())
        ask = chance.choice([one.same, one.apart])
        ask(*chance.sample(ids, 2), author=ME)
    if one.history() and chance.random() < 0.5:
        one.undo(author=ME)
    other = fresh()
    things: list[object] = [*readings, *(view.judgement for view in one.history())]
    chance.shuffle(things)
    for thing in things:
        if isinstance(thing, Reading):
            other.add(thing)
        else:
            other.judge(thing)  # type: ignore[arg-type]
        if chance.random() < 0.3:
            bring_up_to_date(other)
    bring_up_to_date(other)
    assert seen(other) == seen(one)
    assert [p for p in one.check() if p.grave] == []
