"""What is added is there, once, whatever the order and however often."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError, NotInRecord, RecordError, SpanError
from onrecord.model import Reading, Span
from onrecord.record import Record
from onrecord.record.words import countable, joined
from tests.record.conftest import Fresh
from tests.record.invented import EXTRACTOR, by_name, day, numbered, readings, report, seen

many = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def test_a_reading_is_added_once(record: Record) -> None:
    reading = numbered(1)
    assert not record.knows(reading.capture.digest, EXTRACTOR)
    assert record.add(reading)
    before = seen(record)
    assert not record.add(reading)
    assert seen(record) == before
    assert record.knows(reading.capture.digest, EXTRACTOR)
    assert not record.knows(reading.capture.digest, "invented 2")


def test_what_was_added_is_shown_as_it_was(record: Record) -> None:
    reading = report(
        ["A first line.", ("Oda Vell", "the ferry stays ours")],
        published=day("2031-05-06", "6 May 2031"),
        said=day("2031-05-03", "on Saturday"),
        addressee="Tam Roke",
    )
    record.add(reading)
    record.resolve(by_name)
    (statement,) = record.statements()
    (document,) = record.documents()
    assert record.text(document.id) == reading.document.text
    assert statement.id == reading.statements[0].id
    assert statement.quote == "the ferry stays ours"
    assert (statement.cue, statement.source) == ("told", "Oda Vell")
    assert statement.speaker is not None
    assert statement.speaker.name == "Oda Vell"
    assert [each.name for each in statement.addressees] == ["Tam Roke"]
    assert statement.said == day("2031-05-03", "on Saturday")
    assert statement.published == reading.document.published
    assert (document.digest, document.size) == (reading.capture.digest, len(reading.capture.data))
    assert document.captured_at == reading.capture.captured_at
    assert document.dates == reading.document.dates
    assert document.characters == len(reading.document.text)


@many
@given(drawn=readings())
def test_every_span_holds_its_words_whatever_the_text(fresh: Fresh, drawn: Reading) -> None:
    record = fresh()
    record.add(drawn)
    text = drawn.document.text
    if drawn.statements:
        assert record.text(drawn.document.id) == text
    for statement in drawn.statements:
        card = record.card(statement.id)
        for shown, spans in (
            (card.content, statement.content),
            (card.cue, statement.cue),
            (card.source, statement.source),
            (card.addressee, statement.addressee),
        ):
            assert [(q.start, q.end) for q in shown] == [(s.start, s.end) for s in spans]
            assert [q.text for q in shown] == [text[s.start : s.end] for s in spans]
        assert card.context.text == text[card.context.start : card.context.end]
        assert card.statement.quote == joined(countable(text), statement.content)
    assert [p for p in record.check() if p.grave] == []


@many
@given(drawn=st.lists(readings(), max_size=5), again=st.data())
def test_adding_twice_and_in_any_order_gives_the_same_record(
    fresh: Fresh, drawn: list[Reading], again: st.DataObject
) -> None:
    # One report is one reading: the same bytes are not read in two ways by one extractor.
    apart = list({reading.capture.digest: reading for reading in drawn}.values())
    once, twice = fresh(), fresh()
    for reading in apart:
        assert once.add(reading)
    for reading in again.draw(st.permutations([*apart, *apart])):
        twice.add(reading)
    for record in (once, twice):
        record.resolve(by_name)
    assert seen(once) == seen(twice)


def test_the_order_of_adding_changes_nothing_that_is_found(fresh: Fresh) -> None:
    forth, back = fresh(), fresh()
    for number in range(20):
        forth.add(numbered(number))
        back.add(numbered(19 - number))
    for record in (forth, back):
        record.resolve(by_name)
    assert seen(forth) == seen(back)


def test_known_bytes_in_a_new_place_are_noted(record: Record) -> None:
    record.add(report([("Oda Vell", "no toll")], path="b/late.txt"))
    assert not record.add(report([("Oda Vell", "no toll")], path="c/copy.txt"))
    record.place(report([("Oda Vell", "no toll")], path="a/first.txt").capture)
    (document,) = record.documents()
    assert document.paths == ("a/first.txt", "b/late.txt", "c/copy.txt")
    assert [each.path for each in record.statements()] == ["a/first.txt"]


def test_a_place_of_unknown_bytes_is_refused(record: Record) -> None:
    with pytest.raises(NotInRecord):
        record.place(numbered(1).capture)


def test_skipped_inputs_are_counted_until_they_are_read(record: Record) -> None:
    reading = numbered(1)
    record.skip(InputError("not text", reading.capture.path, code="binary"))
    record.skip(InputError("not text", reading.capture.path, code="binary"))
    record.skip(InputError("nothing in it", "empty.txt", code="empty"))
    assert record.summary().skipped == {"binary": 1, "empty": 1}
    record.add(reading)
    assert record.summary().skipped == {"empty": 1}
    # Now it holds what the record has from another place already.
    record.place(replace(reading.capture, path="empty.txt"))
    assert record.summary().skipped == {}


def test_a_file_that_is_read_at_last_by_its_lines_is_not_skipped_any_more(record: Record) -> None:
    record.skip(InputError("broken JSON", "all.json", code="broken json"))
    record.add(report([("Oda Vell", "no toll")], path="all.json:1"))
    assert record.summary().skipped == {}


@pytest.mark.parametrize(
    ("broken", "error"),
    [
        (lambda r: replace(r, capture=replace(r.capture, data=b"other")), RecordError),
        (lambda r: replace(r, document=replace(r.document, digest="0" * 64)), RecordError),
        (lambda r: replace(r, document=replace(r.document, text="short")), SpanError),
        (lambda r: replace(r, statements=_with(r, parent="none such")), RecordError),
        (lambda r: replace(r, statements=_with(r, parent=r.statements[0].id)), RecordError),
        (lambda r: replace(r, entities=()), RecordError),
        (lambda r: replace(r, statements=r.statements * 2), RecordError),
    ],
    ids=["bytes", "digest", "text", "parent", "circle", "entity", "twice"],
)
def test_a_reading_that_does_not_hang_together_leaves_no_trace(
    record: Record, broken: object, error: type[Exception]
) -> None:
    record.add(numbered(1))
    before = seen(record)
    assert callable(broken)
    with pytest.raises(error):
        record.add(broken(numbered(2)))
    assert seen(record) == before
    assert record.add(numbered(2))


def test_a_span_beyond_the_text_names_its_document(record: Record) -> None:
    reading = numbered(1)
    far = Span(len(reading.document.text) - 1, len(reading.document.text) + 1)
    statement = replace(reading.statements[0], cue=(far,))
    with pytest.raises(SpanError) as caught:
        record.add(replace(reading, statements=(statement, *reading.statements[1:])))
    assert caught.value.ids == (reading.document.id,)


def _with(reading: Reading, *, parent: str) -> tuple[object, ...]:
    return (replace(reading.statements[0], parent=parent), *reading.statements[1:])
