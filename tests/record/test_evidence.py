"""The evidence card holds all that stands behind a statement."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import Ambiguous, NotInRecord
from onrecord.export.evidence import facts
from onrecord.model import BlockKind, Span
from onrecord.record import Record
from onrecord.record.evidence import AROUND, in_context
from tests.record.invented import by_name, day, numbered, report, spoken_for


def test_a_card_tells_everything(record: Record) -> None:
    reading = report(
        [
            "The ferry froze. No one crossed.",
            ("Oda Vell", "Tam Roke told me it is lost, and I agree"),
            "The council met. It rained.",
        ],
        inside=[("Tam Roke", "it is lost")],
        addressee="Bel Kess",
        published=day("2031-05-06"),
        said=day("2031-05-03"),
    )
    record.add(reading)
    record.resolve(by_name)
    outer, inner = reading.statements
    card = record.card(outer.id)
    text = reading.document.text
    assert [quote.text for quote in card.content] == [outer.content[0].of(text)]
    assert [quote.text for quote in card.source] == ["Oda Vell"]
    assert [quote.text for quote in card.addressee] == ["Bel Kess"]
    assert card.context.text == text[card.context.start : card.context.end]
    assert card.context.text.startswith("No one crossed.")
    assert card.context.text.endswith("The council met.")
    assert card.block is BlockKind.PARAGRAPH
    assert card.document.digest == reading.capture.digest
    assert card.document.encoding_rule == "utf-8"
    assert [each.id for each in card.children] == [inner.id]
    assert card.chain == ()

    speaker = card.speaker
    assert speaker is not None
    assert (speaker.words.text, speaker.entity) == ("Oda Vell", "Oda Vell")
    assert (speaker.rule, speaker.confidence) == ("the full name", 0.95)
    assert (speaker.link_rule, speaker.score) == ("the same name", 1.0)
    assert speaker.roles == ("minister",)
    assert speaker.actor is not None
    assert speaker.actor.id == record.actor("Oda Vell").id
    assert [each.actor and each.actor.name for each in card.addressees] == ["Bel Kess"]

    assert [each.id for each in record.card(inner.id).chain] == [outer.id]


def test_a_card_shows_all_who_answer_for_the_words_the_speaker_first(record: Record) -> None:
    record.add(spoken_for())
    record.resolve(by_name)
    (statement,) = record.statements()
    card = record.card(statement.id)
    assert card.speaker is not None
    assert card.speaker.entity == "Oda Vell"
    assert [each.entity for each in card.answering] == ["Tam Roke", "Bel Kess"]
    told = [(fact.name, fact.value) for fact in facts(card)]
    assert [value for name, value in told if name == "Also the words of"] == [
        "“Oda Vell” (name) → Tam Roke, person (unsure who)",
        "“Oda Vell” (name) → Bel Kess, person",
    ]


def test_a_card_before_actors_are_resolved_shows_the_text_alone(record: Record) -> None:
    reading = report([("Oda Vell", "no toll")])
    record.add(reading)
    speaker = record.card(reading.statements[0].id).speaker
    assert speaker is not None
    assert (speaker.entity, speaker.actor, speaker.score) == ("Oda Vell", None, None)


def test_the_start_of_an_id_is_enough(record: Record) -> None:
    for number in range(8):
        record.add(numbered(number))
    ids = sorted(statement.id for statement in record.statements())
    shared = next(a[:1] for a, b in pairwise(ids) if a[0] == b[0])
    assert record.card(ids[0][:12].upper()).statement.id == ids[0]
    with pytest.raises(Ambiguous, match="several statements"):
        record.card(shared)


@pytest.mark.parametrize("id", ["", " ", "zz", "\ud800", "'", "0" * 16])
def test_an_id_that_is_none(record: Record, id: str) -> None:
    record.add(numbered(1))
    with pytest.raises(NotInRecord):
        record.card(id)


@given(st.data(), st.text("ab. \n”", min_size=1, max_size=3 * AROUND))
def test_the_context_holds_the_statement_and_not_the_whole_report(
    data: st.DataObject, text: str
) -> None:
    starts = st.integers(0, len(text) - 1)
    spans = []
    for start in sorted(data.draw(st.lists(starts, min_size=1, max_size=4))):
        spans.append(Span(start, min(len(text), start + data.draw(st.integers(1, 40)))))
    content, others = [spans[0]], spans[1:]
    context = in_context(text, content, others)
    assert text[context.start : context.end] == context.text
    assert context.start <= content[0].start
    assert content[0].end <= context.end
    assert len(context.text) <= 4 * AROUND + 80


def test_the_context_of_a_lone_sentence_is_the_sentence() -> None:
    text = "It is lost."
    assert in_context(text, [Span(0, 5)], []).text == text
