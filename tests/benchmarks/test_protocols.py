"""Each protocol on an invented article, with a system that is told what to say."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from benchmarks import ced, ced_records, polnear, polnear_quotes, polnear_relations, polnear_spans
from benchmarks.metrics import Score, Share, Tally, Unavailable
from benchmarks.options import Options
from benchmarks.report import Report, show, write
from benchmarks.systems import Article, Output, Predicted, run, same_text

from onrecord.model import Kind, Span, Spans

TEXT = "“The dam holds,” Ada Brill said. Critics doubt that it will."


def at(words: str) -> Spans:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


GOLD = polnear.Annotated(
    Article("dam", TEXT),
    (
        polnear.Attribution(at("“The dam holds,”"), at("said"), at("Ada Brill")),
        polnear.Attribution(at("that it will"), at("doubt"), at("Critics")),
    ),
)
DIRECT = Predicted(
    content=at("The dam holds,"), cue=at("said"), source=at("Ada Brill"), kind=Kind.DIRECT
)
INDIRECT = Predicted(content=at("that it will"), cue=at("doubt"), source=(), kind=Kind.INDIRECT)


@dataclass(frozen=True)
class Told:
    """A system that says the same of every article."""

    statements: tuple[Predicted, ...]
    name: str = "told"

    def read(self, article: Article) -> Output:
        return Output(article.text, self.statements)


def test_spans_are_mapped_to_tokens_and_nested_statements_left_out() -> None:
    article = polnear.join(
        "dam_aaaa",
        [
            (["``", "It", "holds", ",", "''", "Ada", "said", "."], ["O"] * 8),
            (["Nobody", "knows"], ["O"] * 2),
        ],
    )
    text = article.article.text
    content = Span(text.index("It"), text.index("holds") + 7)
    outer = Predicted(
        content=(content,),
        cue=(Span(text.index("said"), text.index("said") + 4),),
        source=(Span(text.index("Ada"), text.index("Ada") + 3),),
        kind=Kind.DIRECT,
    )
    nested = replace(outer, content=(Span(text.index("Nobody"), len(text) - 2),), parent=0)
    first, second = polnear_spans.predictions(article, Output(text, (outer, nested)))
    assert first == [("content", 0, 5), ("source", 5, 6), ("cue", 6, 7)]
    assert second == []


def test_a_content_over_two_segments_is_cut_at_their_border() -> None:
    article = polnear.join("dam_aaaa", [(["a", "b"], ["O"] * 2), (["c", "d"], ["O"] * 2)])
    one = Predicted(content=(Span(2, 6),), cue=(), source=(), kind=Kind.INDIRECT)
    assert polnear_spans.predictions(article, Output(article.article.text, (one,))) == [
        [("content", 1, 2)],
        [("content", 0, 1)],
    ]


def test_the_spans_benchmark_counts_every_annotators_reading(tmp_path: Path) -> None:
    rows = [
        {"id": f"dam_{annotator}", "tokens": ["Ada", "said", "so"], "labels": labels}
        for annotator, labels in (
            ("aaaa", ["B-source", "B-cue", "B-content"]),
            ("bbbb", ["O", "B-cue", "B-content"]),
        )
    ]
    (tmp_path / "polnear").mkdir()
    path = tmp_path / "polnear" / "cofenet_dev.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    told = Told(
        (Predicted(content=(), cue=(Span(4, 8),), source=(Span(0, 3),), kind=Kind.INDIRECT),)
    )
    report = polnear_spans.measure(Options(tmp_path), told)
    figures = dict(report.rows)
    source, content = figures["exact source"], figures["exact content"]
    assert isinstance(source, Score)
    assert (source.gold, source.predicted, source.precision) == (1, 2, 50)
    assert isinstance(content, Score)
    assert content.recall == 0
    assert report.documents == 1
    overlap = figures["jaccard cue"]
    assert isinstance(overlap, Share)
    assert overlap.value == 100


def test_relations_are_exact_part_by_part() -> None:
    pytest.importorskip("scipy")
    tallies, heads = polnear_relations.compare(GOLD, Output(TEXT, (DIRECT, INDIRECT)))
    assert tallies["exact source"] == Tally(1, 2, 1, 2)
    assert tallies["exact content"] == Tally(2, 2, 2, 2)
    assert tallies["exact relation"] == Tally(1, 2, 1, 2)
    assert tallies["overlap source"] == Tally(2, 3, 2, 2)
    assert tallies["no source"] == Tally(0, 0, 0, 1)
    assert tallies["matched, direct"] == Tally(1, 1, 1, 1)
    assert tallies["matched, mixed"] == Tally(0, 0, 0, 0)
    assert heads == (1, 2)


def test_an_exact_content_under_another_cue_does_not_count() -> None:
    pytest.importorskip("scipy")
    elsewhere = replace(DIRECT, cue=at("doubt"))
    tallies, _ = polnear_relations.compare(GOLD, Output(TEXT, (elsewhere,)))
    assert tallies["exact content"] == Tally(0, 2, 0, 1)
    assert tallies["overlap content"].found > 0


@pytest.mark.parametrize(
    ("source", "head"),
    [
        ("Ada Brill", "Brill"),
        ("Ada Brill, the mayor of Orn", "Brill"),
        ("a spokesman for the mayor", "spokesman"),
        ("people who live there", "people"),
        ("the critics", "critics"),
        ("he", "he"),
    ],
)
def test_the_head_of_a_source_is_the_word_before_what_follows_the_noun(
    source: str, head: str
) -> None:
    assert polnear_relations.head(source, (Span(0, len(source)),)).of(source) == head


def test_quotes_are_counted_by_threshold_and_kind() -> None:
    half = replace(INDIRECT, content=at("that it"))
    strict, speakers = polnear_quotes.compare(GOLD, Output(TEXT, (DIRECT, half)), 0.8)
    assert strict["quotes > 0.8"] == Tally(1, 2, 1, 2)
    assert speakers == (1, 1)
    loose, speakers = polnear_quotes.compare(GOLD, Output(TEXT, (DIRECT, half)), 0.3)
    assert loose["quotes > 0.3"] == Tally(2, 2, 2, 2)
    assert loose["quotes > 0.3, indirect"] == Tally(1, 1, 1, 1)
    assert speakers == (1, 2)


CLAIMED = ced.Claimed(
    Article("12_dams", TEXT, title="The dam"),
    "dams",
    (
        ced.Claim("Ada Brill", Kind.DIRECT, "“The dam holds”", "“The dam holds,” she said."),
        ced.Claim("Otto Reck", Kind.INDIRECT, "it will not hold for ever", "Reck doubts it."),
    ),
)


def test_a_record_is_the_words_and_the_speaker() -> None:
    pytest.importorskip("scipy")
    right = replace(DIRECT, speaker="Mayor Brill")
    counts = ced_records.compare(CLAIMED, Output(TEXT, (right,)))
    assert counts.tallies["utterance ≥ 0.5"] == Tally(1, 2, 1, 1)
    assert counts.tallies["record ≥ 0.5"] == Tally(1, 2, 1, 1)
    assert counts.shares["record recall, agent not in it"] == (1, 1)
    assert counts.shares["record recall, agent in source text"] == (0, 1)
    assert counts.shares["kind, of matched"] == (1, 1)
    assert counts.shares["direct quotes verbatim in the body"] == (1, 1)
    wrong = ced_records.compare(CLAIMED, Output(TEXT, (replace(DIRECT, speaker="she"),)))
    assert wrong.tallies["utterance ≥ 0.5"].found == 1
    assert wrong.tallies["record ≥ 0.5"].found == 0


def test_words_that_are_not_in_the_body_are_not_verbatim() -> None:
    pytest.importorskip("scipy")
    changed = Output(TEXT.replace("holds", "stands"), (DIRECT,))
    assert ced_records.compare(CLAIMED, changed).shares["direct quotes verbatim in the body"] == (
        0,
        1,
    )


@pytest.mark.parametrize(
    ("speaker", "aliases", "same"),
    [
        ("Ada Brill", (), True),
        ("BRILL", (), True),
        ("Brill’s", (), True),
        ("Ada", (), False),
        ("Ada", ("Ada Brill",), True),
        ("Ada", ("Otto Brill",), False),
        (None, (), False),
    ],
)
def test_a_speaker_is_the_same_by_full_name_last_word_or_alias(
    speaker: str | None, aliases: tuple[str, ...], same: bool
) -> None:
    predicted = replace(DIRECT, speaker=speaker, aliases=aliases)
    assert ced_records.same_speaker("Ada Brill", predicted) is same


def test_one_text_is_read_once_and_changed_text_is_refused() -> None:
    done = run(Told((DIRECT,)), [GOLD.article, GOLD.article])
    assert len(done.outputs) == 2
    assert done.words == len(TEXT.split())
    with pytest.raises(Unavailable, match="changed"):
        same_text(GOLD.article, Output("other", ()))


def test_a_report_names_its_data_and_its_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = Report(
        protocol="X: dams",
        system="told",
        data="Dams dev",
        documents=3,
        gold=7,
        rule="any overlap",
        rows=[
            ("found", Score(7, 8, 50.0, 57.1, 53.3, 40.0, 60.0)),
            ("held", Share(4, 75.0, 50.0, 100.0)),
            ("ratio", 2.5),
        ],
        speed=0.25,
        notes=["invented"],
    )
    show(report)
    printed = capsys.readouterr().out
    for part in ("Dams dev", "7 gold items", "any overlap", "53.3", "40.0–60.0", "0.2500 s"):
        assert part in printed
    write(tmp_path / "report.json", [report])
    (read,) = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert read["figures"]["found"]["f1"] == 53.3
    assert read["seconds_per_1000_words"] == 0.25
