"""The demo corpus's gold: spans told by words, and what is counted over them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks import own, own_gold
from benchmarks.metrics import Score, Share, Tally, Unavailable
from benchmarks.options import Options
from benchmarks.own import GoldStatement, place
from benchmarks.systems import Output, Predicted

from onrecord.model import Kind, Span

TEXT = "Brill said\nit holds. Reck told Brill that Brill said so."


@pytest.mark.parametrize(
    ("piece", "span"),
    [
        ({"text": "Brill"}, Span(0, 5)),
        ({"text": "Brill", "nth": 2}, Span(31, 36)),
        ({"text": "Brill", "in": "told Brill"}, Span(31, 36)),
        ({"text": "said", "in": "Brill said", "nth": 2}, Span(48, 52)),
        ({"text": "said it holds"}, Span(6, 19)),
        ({"text": "Brill", "nth": 4}, None),
        ({"text": "ill"}, None),
        ({"text": "Reck", "in": "told Brill"}, None),
    ],
)
def test_words_are_found_where_they_are_told_to_be(
    piece: dict[str, object], span: Span | None
) -> None:
    assert place(piece, TEXT) == span


def test_annotations_are_read_by_the_path_of_their_report(tmp_path: Path) -> None:
    row = {
        "id": "s1",
        "kind": "indirect",
        "content": [{"text": "it holds"}, {"text": "nowhere"}],
        "cue": [{"text": "said", "in": "Brill said"}],
        "source": [],
        "speaker": "Ada Brill",
        "addressees": ["Otto Reck"],
        "said": {"start": "2030-01-02", "end": "2030-01-03"},
        "parent": None,
        "second_hand": False,
    }
    file = {"path": "2030/dam.txt", "statements": [row]}
    (tmp_path / "dam.json").write_text(json.dumps(file), encoding="utf-8")
    (tmp_path / "actors.json").write_text("{}", encoding="utf-8")
    read = own.annotated(tmp_path)
    assert list(read) == ["2030/dam.txt"]
    (statement,) = own.statements(read["2030/dam.txt"], TEXT)
    assert [span.of(TEXT) for span in statement.content] == ["it holds"]
    assert statement.said == ("2030-01-02", "2030-01-03")
    assert statement.source == ()


def test_no_annotations_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="no annotations"):
        own.annotated(tmp_path)


def spans(*pieces: dict[str, object]) -> tuple[Span, ...]:
    return own.places(pieces, TEXT)


HOLDS = GoldStatement(
    id="s1",
    kind=Kind.INDIRECT,
    content=spans({"text": "it holds"}),
    cue=spans({"text": "said"}),
    source=spans({"text": "Brill"}),
    speaker="Ada Brill",
    addressees=(),
    said=("2030-01-02", "2030-01-02"),
    parent=None,
    second_hand=False,
)
TOLD = replace(
    HOLDS,
    id="s2",
    content=spans({"text": "that Brill said so"}),
    cue=spans({"text": "told"}),
    source=spans({"text": "Reck"}),
    speaker=None,
    addressees=("Ada Brill",),
    said=None,
)
SO = replace(
    HOLDS,
    id="s3",
    content=spans({"text": "so"}),
    cue=spans({"text": "said", "in": "said so"}),
    said=None,
    parent="s2",
    second_hand=True,
)


def predicted(gold: GoldStatement) -> Predicted:
    return Predicted(
        content=gold.content,
        cue=gold.cue,
        source=gold.source,
        kind=gold.kind,
        speaker=gold.speaker,
        said=gold.said,
        addressees=tuple((name,) for name in gold.addressees),
    )


def test_what_is_all_right_counts_as_right() -> None:
    found = (predicted(HOLDS), predicted(TOLD), replace(predicted(SO), parent=1))
    tallies, shares = own_gold.compare((HOLDS, TOLD, SO), Output(TEXT, found))
    assert tallies["statements"] == Tally(3, 3, 3, 3)
    assert tallies["addressees"] == Tally(1, 1, 1, 1)
    assert all(part == whole for part, whole in shares.values())
    assert tallies["said dates"] == Tally(1, 1, 1, 1)
    assert shares["found, second-hand"] == (1, 1)
    assert shares["parent right, of matched and nested"] == (1, 1)


def test_each_mistake_counts_in_its_own_figure() -> None:
    found = (
        replace(predicted(HOLDS), kind=Kind.DIRECT, speaker="Otto Brill", said=None),
        replace(predicted(TOLD), speaker="a rival", named=False, addressees=(("Otto Reck",),)),
        replace(predicted(SO), speaker="Brill", aliases=("Brill", "Ada Brill"), parent=0),
    )
    tallies, shares = own_gold.compare((HOLDS, TOLD, SO), Output(TEXT, found))
    assert tallies["statements, direct"] == Tally(0, 0, 1, 1)
    assert tallies["addressees"] == Tally(0, 1, 0, 1)
    assert shares["kind, of matched"] == (2, 3)
    assert shares["speaker by last word, of matched"] == (3, 3)
    assert shares["speaker by full name, of matched"] == (2, 3)
    assert shares["said exact, of matched"] == (2, 3)
    assert shares["said exact, of matched and dated"] == (0, 1)
    assert shares["parent right, of matched and nested"] == (0, 1)
    assert shares["no parent, of matched and not nested"] == (2, 2)


def test_a_nested_statement_without_a_parent_is_not_right_for_want_of_one() -> None:
    _, shares = own_gold.compare((TOLD, SO), Output(TEXT, (predicted(SO),)))
    assert shares["parent right, of matched and nested"] == (0, 1)


def test_of_statements_with_one_content_the_cue_decides() -> None:
    citing = replace(TOLD, id="s4", cue=spans({"text": "said", "in": "said so"}))
    found = (predicted(citing), predicted(TOLD))
    _, shares = own_gold.compare((TOLD, citing), Output(TEXT, found))
    assert shares["cue, of matched"] == (2, 2)


def test_spans_may_be_one_token_off() -> None:
    near = replace(predicted(TOLD), content=spans({"text": "Brill said so"}))
    far = replace(predicted(TOLD), content=spans({"text": "said so"}))
    for found, right in ((near, 1), (far, 0)):
        _, shares = own_gold.compare((TOLD,), Output(TEXT, (found,)))
        assert shares["content, of matched"] == (right, 1)


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    text = "The dam is safe and it will hold, engineer Ada Brill said on Monday.\n"
    row = {
        "id": "s1",
        "kind": "indirect",
        "content": [{"text": "The dam is safe and it will hold"}],
        "cue": [{"text": "said"}],
        "source": [{"text": "engineer Ada Brill"}],
        "speaker": "Ada Brill",
        "addressees": [],
        "said": None,
        "parent": None,
        "second_hand": False,
    }
    changed = row | {"speaker": "Otto Reck", "content": [{"text": "it will hold"}]}
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "dam.txt").write_text(text, encoding="utf-8")
    for folder, statement in (("gold", row), ("second", changed)):
        (tmp_path / folder).mkdir()
        file = {"path": "dam.txt", "statements": [statement]}
        (tmp_path / folder / "dam.json").write_text(json.dumps(file), encoding="utf-8")
    return tmp_path


def test_the_gold_is_scored_on_the_corpus_beside_it(examples: Path) -> None:
    (report,) = own_gold.measure(Options(examples), ["onrecord"], examples)
    figures = dict(report.rows)
    statements, speaker = figures["statements"], figures["speaker by full name, of matched"]
    assert isinstance(statements, Score)
    assert isinstance(speaker, Share)
    assert (statements.f1, speaker.value) == (100, 100)
    assert report.gold == 1


def test_agreement_sets_the_second_annotator_against_the_first(examples: Path) -> None:
    figures = dict(own_gold.agreement(Options(examples), examples).rows)
    statements, content = figures["statements"], figures["tokens of content"]
    assert isinstance(statements, Score)
    assert statements.f1 == 100  # three of eight tokens and no more: F1 6/11
    assert isinstance(content, Score)
    assert (content.precision, content.recall) == (100, 37.5)
    speaker = figures["speaker, of matched"]
    assert isinstance(speaker, Share)
    assert speaker.value == 0
    assert figures["kind, Cohen's kappa"] == 1.0
