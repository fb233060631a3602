"""Statements are handed to be compared with all that decides whether they tell the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Block, BlockKind, Copy, CopyKind, Reading, Telling
from onrecord.record import Record
from onrecord.record.copying import origins
from onrecord.record.gathering import (
    circles,
    digest,
    page_documents,
    page_name,
    read_statements,
    tellings,
)
from tests.record.conftest import Fresh
from tests.record.invented import by_name, day, readings, report, spoken_for
from tests.record.telling import group, told


def gathered(record: Record) -> dict[str, Telling]:
    with closing(sqlite3.connect(record.path)) as connection:
        statements = read_statements(connection)
        found = tellings(connection, statements, statements.known.values())
        return {each.statement_id: each for each in found}


def only(record: Record, words: str) -> Telling:
    (found,) = (each for each in gathered(record).values() if each.words == words)
    return found


def test_a_statement_told_in_another_says_who_tells_it(record: Record) -> None:
    inside = [("Tam Roke", "no")]
    record.add(
        report([("Oda Vell", "Tam Roke told me no")], inside=inside, published=day("2031-05-06"))
    )
    record.resolve(by_name)
    outer, inner = only(record, "Tam Roke told me no"), only(record, "no")
    assert inner.within == (outer.statement_id,)
    assert inner.told_in == outer.words
    assert inner.told_by == outer.actors == {record.actor("Oda Vell").id}
    assert inner.actors == {record.actor("Tam Roke").id}
    assert (outer.within, outer.told_by, outer.told_in) == ((), frozenset(), "")
    assert inner.published == day("2031-05-06")


def test_a_statement_says_in_which_block_it_begins(record: Record) -> None:
    reading = report(["A first line.", ("Oda Vell", "tolls must go")])
    first, second = reading.document.blocks
    headline = Block(BlockKind.HEADLINE, second.span)
    record.add(replace(reading, document=replace(reading.document, blocks=(first, headline))))
    record.resolve(by_name)
    found = only(record, "tolls must go")
    assert (found.block, found.headline) == (1, True)
    assert found.place == reading.statements[0].content[0].start


def test_who_is_spoken_for_counts_where_the_speaker_has_no_name(record: Record) -> None:
    named = spoken_for()
    behind = named.mentions[1:]
    record.add(replace(named, mentions=behind))
    record.resolve(by_name)
    assert only(record, "no toll").actors == {
        record.actor("Tam Roke").id,
        record.actor("Bel Kess").id,
    }


def test_who_is_spoken_for_does_not_count_beside_the_speaker(record: Record) -> None:
    record.add(spoken_for())
    record.resolve(by_name)
    assert only(record, "no toll").actors == {record.actor("Oda Vell").id}


def test_a_copy_names_the_report_that_it_goes_back_to(record: Record) -> None:
    for name, date in (("one", "2031-05-01"), ("two", "2031-05-02"), ("three", "2031-05-03")):
        record.add(told(name, ("Oda Vell", f"tolls {name}"), date=date, end="The end."))
    record.resolve(by_name)
    group(record)
    first = only(record, "tolls one").document_id
    assert {each.copy_of for each in gathered(record).values()} == {first}


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=readings())
def test_every_statement_is_in_the_circle_of_its_key(fresh: Fresh, drawn: Reading) -> None:
    record = fresh()
    record.add(drawn)
    record.resolve(by_name)
    keys = {id: telling.key for id, telling in gathered(record).items()}
    with closing(sqlite3.connect(record.path)) as connection:
        found = circles(read_statements(connection))
    assert {one.id: name for name, members in found.items() for one in members} == keys
    assert keys.keys() == {each.id for each in drawn.statements}


def test_a_circle_has_the_same_digest_in_whatever_order_reports_were_added(fresh: Fresh) -> None:
    reports = [told(name, ("Oda Vell", f"tolls {name}")) for name in ("one", "two", "three")]

    def digests(order: Iterable[Reading]) -> dict[str, str]:
        record = fresh()
        for each in order:
            record.add(each)
        record.resolve(by_name)
        with closing(sqlite3.connect(record.path)) as connection:
            statements = read_statements(connection)
        found = circles(statements).items()
        return {name: digest(statements, members, "") for name, members in found}

    assert digests(reports) == digests(reversed(reports))


@given(st.text("0123456789abcdef", min_size=1), st.text("0123456789abcdef", min_size=1))
def test_the_name_of_a_pair_of_versions_tells_their_documents(one: str, other: str) -> None:
    assert page_documents(page_name(one, other)) == (one, other)


def copy(document: str, of: str, kind: CopyKind = CopyKind.NEAR) -> Copy:
    return Copy(document, of, kind, 0.9)


@pytest.mark.parametrize(
    ("copies", "expected"),
    [
        ([], {}),
        ([copy("b", "a"), copy("c", "b", CopyKind.PART)], {"b": "a", "c": "a"}),
        ([copy("b", "c", CopyKind.VERSION), copy("b", "a")], {"b": "a"}),
        ([copy("a", "b"), copy("b", "a", CopyKind.VERSION)], {"b": "a"}),
        ([copy("a", "b"), copy("b", "c"), copy("c", "b", CopyKind.VERSION)], {"a": "b", "c": "b"}),
    ],
)
def test_a_copy_of_a_copy_goes_back_to_the_first(
    copies: list[Copy], expected: dict[str, str]
) -> None:
    assert origins(copies) == expected


@given(
    st.lists(
        st.builds(
            copy, st.sampled_from("abcde"), st.sampled_from("abcde"), st.sampled_from(CopyKind)
        )
    )
)
def test_whatever_copies_what_one_report_goes_back_to_goes_back_to_itself(
    copies: Iterable[Copy],
) -> None:
    found = origins(copies)
    assert all(of not in found for of in found.values())
