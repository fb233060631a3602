"""What of the circumstances of a statement counts as right."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.circumstances import as_predicted, compared, same_chain
from benchmarks.own import GoldCircumstance, GoldStatement, GoldTeller, statements
from benchmarks.systems import Predicted, PredictedTeller

from onrecord.model import Aspect, Factuality, Kind, Span, TellerKind

TEXT = "Reck told the Herald at a briefing in Nook that Brill would resign."
ROW = {
    "id": "s1",
    "kind": "indirect",
    "content": [{"text": "that Brill would resign"}],
    "cue": [{"text": "told"}],
    "source": [{"text": "Reck"}],
    "speaker": "Otto Reck",
    "addressees": [],
    "parent": None,
    "utterance": "resign",
}


def gold(**fields: object) -> GoldStatement:
    annotation = {"statements": [ROW | fields]}
    return statements(annotation, TEXT)[0]


FOUND = Predicted(content=(Span(43, 66),), cue=(), source=(), kind=Kind.INDIRECT)
SPELLINGS = {"Nook Herald": ["the Herald"]}
HERALD = PredictedTeller(TellerKind.WIRE, ("the Herald",), named=True)
SOMEBODY = PredictedTeller(TellerKind.SPEAKER, ("two officials",), named=False)


def test_circumstances_are_read_with_their_places() -> None:
    read = gold(
        occasion={"kind": "briefing", "words": {"text": "a briefing"}},
        place={"words": {"text": "Nook"}},
        factuality="denied",
    )
    assert read.having(Aspect.OCCASION) == [
        GoldCircumstance(Aspect.OCCASION, "briefing", (Span(24, 34),))
    ]
    assert [span.of(TEXT) for span in read.having(Aspect.PLACE)[0].words] == ["Nook"]
    assert read.factuality is Factuality.DENIED


def test_a_chain_is_right_when_everybody_is_there_in_order() -> None:
    told = gold(
        through=[
            {"kind": "wire", "name": "Nook Herald", "words": {"text": "the Herald"}},
            {"kind": "speaker", "name": None, "words": None},
        ]
    )
    assert same_chain(told, replace(FOUND, through=(HERALD, SOMEBODY)), SPELLINGS)
    assert not same_chain(told, replace(FOUND, through=(SOMEBODY, HERALD)), SPELLINGS)
    assert not same_chain(told, replace(FOUND, through=(HERALD,)), SPELLINGS)
    assert not same_chain(
        told, replace(FOUND, through=(HERALD, replace(SOMEBODY, named=True))), SPELLINGS
    )


def test_a_chain_follows_from_the_reporting_statements_where_none_is_told() -> None:
    outer = ROW | {"id": "s0", "speaker": "Ada Brill"}
    inner = ROW | {"parent": "s0"}
    own = ROW | {"id": "s2", "parent": "s0", "speaker": "Ada Brill"}
    read = statements({"statements": [outer, inner, own]}, TEXT)
    assert [one.through for one in read] == [(), (GoldTeller(None, "Ada Brill"),), ()]


def test_an_annotator_agrees_with_himself() -> None:
    told = gold(
        addressee=[{"text": "the Herald"}],
        occasion={"kind": "briefing", "words": {"text": "a briefing"}},
        place={"words": {"text": "Nook"}},
        through=[{"kind": "speaker", "name": None, "words": None}],
        second_hand=True,
    )
    again = as_predicted(told)
    tallies = compared([told], [again], {0: 0})
    assert {row for row, tally in tallies.items() if tally.gold} == {
        "occasion",
        "place",
        "addressee, words",
    }
    assert all(tally.right == tally.gold == tally.predicted for tally in tallies.values())
    assert same_chain(told, again, SPELLINGS)


def test_another_kind_of_occasion_is_not_the_same() -> None:
    told = gold(occasion={"kind": "briefing", "words": {"text": "a briefing"}})
    other = gold(occasion={"kind": "speech", "words": {"text": "a briefing"}})
    assert compared([told], [as_predicted(other)], {0: 0})["occasion"].right == 0
