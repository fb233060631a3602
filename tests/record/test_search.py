"""Words find statements and documents, and no query can go wrong."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from onrecord.errors import LookupFailed
from onrecord.model import Span
from onrecord.record import Record
from onrecord.record.search import marked
from tests.record.conftest import Fresh
from tests.record.invented import by_name, report


@pytest.fixture
def searched(fresh: Fresh) -> Record:
    record = fresh()
    record.add(report([("Oda Vell", "the ferry stays ours"), "The harbour froze."], name="one"))
    record.add(report([("Tam Roke", "Thål sold the ferry, and the toll stays")], name="two"))
    record.add(report(["No one spoke of the river tolls that winter. " * 20], name="three"))
    record.resolve(by_name)
    return record


def found(record: Record, query: str) -> list[str]:
    return sorted(hit.text for hit in record.find(query))


ONE, TWO = "the ferry stays ours", "Thål sold the ferry, and the toll stays"


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("ferry", [TWO, ONE]),
        ("FERRY stays", [TWO, ONE]),
        ('"ferry stays"', [ONE]),
        ("thal", [TWO]),
        ("ferry NOT toll", [ONE]),
        ("ours OR sold", [TWO, ONE]),
        ("ferry AND (ours OR sold)", [TWO, ONE]),
        ("(ferry ours", [ONE]),
        ("ferry) ours", [ONE]),
        ("ou*", [ONE]),
        ('"ferry st"*', [ONE]),
        ("ferry, — ours!", [ONE]),
        ("Vell ferry", [ONE]),
        ("quote:ferry", []),
        ("fer", []),
    ],
)
def test_queries_find(searched: Record, query: str, texts: list[str]) -> None:
    assert found(searched, query) == texts


def test_a_document_is_found_where_no_statement_is(searched: Record) -> None:
    (hit,) = searched.find("froze")
    assert hit.statement is None
    assert hit.id == hit.document_id
    text = searched.text(hit.document_id)
    assert text[hit.start : hit.start + len(hit.text)] == hit.text
    assert [span.of(hit.text) for span in hit.highlights] == ["froze"]


def test_highlights_are_the_words_that_matched(searched: Record) -> None:
    for hit in searched.find("ferry OR tolls"):
        assert {span.of(hit.text) for span in hit.highlights} <= {"ferry", "tolls"}
        assert hit.highlights


def test_words_of_the_speaker_and_of_the_headline_are_shown_to_match(searched: Record) -> None:
    (hit,) = searched.find("vell ferry")
    assert hit.statement
    assert [span.of(hit.text) for span in hit.highlights] == ["ferry"]
    assert [span.of(hit.statement.source) for span in hit.source_highlights] == ["Vell"]
    (hit,) = searched.find("three")
    assert hit.title
    assert [span.of(hit.title) for span in hit.title_highlights] == ["Three"]
    assert (hit.highlights, hit.source_highlights) == ((), ())


def test_a_long_document_is_shown_around_its_first_match(searched: Record) -> None:
    (hit,) = searched.find("river tolls")
    assert len(hit.text) < 300
    text = searched.text(hit.document_id)
    assert text[hit.start :].startswith(hit.text)


def test_no_more_than_the_limit(searched: Record) -> None:
    assert len(searched.find("ferry OR river OR froze", limit=2)) == 2
    assert len(searched.find("ferry OR river", limit=3)) == 3


@pytest.mark.parametrize(
    "query",
    [
        "",
        "  ",
        '""',
        "—",
        "AND",
        "ferry AND",
        "NOT ferry",
        "(",
        "()",
        "a OR OR b",
        "*",
        '"ferry stays',
    ],
)
def test_a_query_that_means_nothing_says_so_in_one_line(searched: Record, query: str) -> None:
    with pytest.raises(LookupFailed) as caught:
        searched.find(query)
    assert "\n" not in str(caught.value)


def test_a_quotation_mark_left_open_is_named(searched: Record) -> None:
    with pytest.raises(LookupFailed, match=r'left open, close it: "ferry stays"$'):
        searched.find('toll OR "river" "ferry stays ')


@pytest.mark.parametrize("query", ["(" * 500 + "a", "a" * 5000, "(a OR " * 30 + "a"])
def test_a_monstrous_query_is_refused(searched: Record, query: str) -> None:
    with pytest.raises(LookupFailed, match="more than"):
        searched.find(query)


def test_a_long_query_is_answered(searched: Record) -> None:
    assert found(searched, "ours " * 399) == [ONE]


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.one_of(
        st.text(),
        st.text(st.characters(exclude_categories=()), max_size=20),
        st.lists(
            st.sampled_from(["AND", "OR", "NOT", "(", ")", '"', "*", "ferry", "toll*", "^"])
        ).map(" ".join),
    )
)
@example("ferry\x00toll")
@example("\ud800")
def test_no_query_raises_anything_else(searched: Record, query: str) -> None:
    try:
        hits = searched.find(query)
    except LookupFailed:
        return
    for hit in hits:
        assert all(span.end <= len(hit.text) for span in hit.highlights)


@given(st.lists(st.tuples(st.text(max_size=5), st.text(min_size=1, max_size=5)), max_size=5))
def test_marks_are_taken_out_and_remembered(parts: list[tuple[str, str]]) -> None:
    plain, with_marks, spans = "", "", []
    for before, match in parts:
        start = len(plain) + len(before)
        spans.append(Span(start, start + len(match)))
        plain += before + match
        with_marks += f"{before}\x02onrecord\x02{match}\x03onrecord\x03"
    assert marked(with_marks) == (plain, tuple(spans))
