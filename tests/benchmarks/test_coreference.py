"""Coreference on an invented OntoGUM report: chains by head words, and subjects of speech verbs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks import coreference, ontogum
from benchmarks.__main__ import main
from benchmarks.coreference import subjects
from benchmarks.coreference_resolvers import key
from benchmarks.metrics import Share, Unavailable
from benchmarks.options import Options
from benchmarks.reading_file import CHECKOUT
from benchmarks.report import Report

from onrecord.model import Form, Span
from tests.benchmarks.test_ontogum import MAP, file

DAM = [
    ("Ada", "(1"), ("Brill", "1)"), ("runs", "_"), ("Tarn", "(2)"), (".", "_"),
    ("She", "(1)"), ("said", "_"), ("the", "(3"), ("dam", "3)"), ("of", "_"), ("Tarn", "(2)"),
    ("holds", "_"), (".", "_"),
    ('"', "_"), ("It", "(3)"), ("holds", "_"), (",", "_"), ('"', "_"), ("said", "_"),
    ("Ms.", "(1"), ("Brill", "1)"), (".", "_"),
    ("Some", "(4"), ("critics", "4)"), ("laughed", "_"), (".", "_"),
    ("They", "(4)"), ("also", "_"), ("said", "_"), ("that", "_"), ("it", "(3)"), ("leaks", "_"),
    ("badly", "_"), (".", "_"),
]  # fmt: skip


@pytest.fixture
def options(tmp_path: Path) -> Options:
    folder = tmp_path / "gum" / "ontogum"
    folder.mkdir(parents=True)
    file(folder / "GUM_bio_byron.conll", DAM)
    (tmp_path / "gum" / "wiki_map.tab").write_text(MAP, encoding="utf-8")
    return Options(tmp_path)


def figures(report: Report) -> dict[str, float]:
    return {name: f.value for name, f in report.rows if isinstance(f, Share)}


def peer_of(options: Options, folder: Path, text: str, chains: list[list[Span]]) -> Report:
    path = folder / "chains.json"
    pairs = [[[span.start, span.end] for span in chain] for chain in chains]
    path.write_text(json.dumps({key(text): pairs}), encoding="utf-8")
    *_, peer = coreference.measure(options, chains=path)
    return peer


def test_subjects_stand_before_a_verb_of_speech_or_after_a_quotation(options: Options) -> None:
    (gold,) = ontogum.documents(options.data, "dev", genres=("bio",))
    found = [(m.span.of(gold.text), m.form, verb.of(gold.text)) for m, verb in subjects(gold)]
    assert found == [
        ("She", Form.PRONOUN, "said"),
        ("Ms. Brill", Form.NAME, "said"),
        ("They", Form.PRONOUN, "said"),
    ]


def test_a_subject_is_right_that_means_a_name_of_its_chain_or_nobody(
    options: Options, tmp_path: Path
) -> None:
    pytest.importorskip("scipy")
    (gold,) = ontogum.documents(options.data, "dev", genres=("bio",))
    brill, tarn, dam, critics = ([m.span for m in c.mentions] for c in gold.chains)
    subjects_right = {
        ours: figures(peer_of(options, tmp_path, gold.text, chains))["subjects of speech verbs"]
        for ours, chains in {
            "as in gold": [brill, tarn, dam, critics],
            "they are nobody's": [brill, tarn, dam],
            "they are a town": [brill, tarn + critics, dam],
            "she is nobody": [brill[::2], tarn, dam],
        }.items()
    }
    assert {ours: round(right) for ours, right in subjects_right.items()} == {
        "as in gold": 100,
        "they are nobody's": 100,
        "they are a town": 67,
        "she is nobody": 67,
    }


def test_mentions_are_the_same_if_their_heads_are(options: Options) -> None:
    pytest.importorskip("scipy")
    (gold,) = ontogum.documents(options.data, "dev", genres=("bio",))
    ours = next(coreference.measure(options))
    assert figures(ours)["people: CoNLL"] == 100  # Brill, She and Brill again
    assert figures(ours)["whole: CoNLL"] < 100  # "it" of the dam is nobody's
    assert ours.gold == len(gold.mentions) == 10


def test_chains_of_a_peer_are_scored_alike(options: Options, tmp_path: Path) -> None:
    pytest.importorskip("scipy")
    (gold,) = ontogum.documents(options.data, "dev", genres=("bio",))
    peer = peer_of(
        options, tmp_path, gold.text, [[m.span for m in c.mentions] for c in gold.chains]
    )
    assert peer.system == "NeuralCoref 4.0"
    assert {figures(peer)[f"{part}: CoNLL"] for part in coreference.PARTS} == {100}


def test_of_mentions_with_one_head_the_shortest_has_it() -> None:
    text = "the mayor of Tarn, Ada"
    long, short, other = Span(0, 22), Span(0, 9), Span(19, 22)
    assert coreference._by_heads(text, [[long, other], [short, Span(13, 17)]]) == [
        frozenset({Span(4, 9), Span(13, 17)})
    ]


def test_the_texts_for_a_peer_are_those_of_the_split(options: Options, tmp_path: Path) -> None:
    pytest.importorskip("scipy")
    path = tmp_path / "texts.json"
    asked = ["coreference", "--data", str(options.data), "--peer-texts"]
    assert main([*asked, str(path)]) == 0
    (gold,) = ontogum.documents(options.data, "dev", genres=("bio",))
    assert json.loads(path.read_text("utf-8")) == [gold.text]
    assert main([*asked, str(CHECKOUT / "texts.json")]) == 2
    assert not (CHECKOUT / "texts.json").exists()


def test_a_split_without_news_is_no_error(options: Options) -> None:
    pytest.importorskip("scipy")
    assert {r.data for r in coreference.measure(options)} == {"OntoGUM dev, other genres"}
    with pytest.raises(Unavailable, match="ask for another"):
        list(coreference.measure(Options(options.data, split="test")))
