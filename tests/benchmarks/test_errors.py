"""Every difference between gold and predicted relations has a kind, and a place to be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from benchmarks import errors
from benchmarks.error_kinds import Error, ErrorKind
from benchmarks.error_kinds import errors as kinds_of
from benchmarks.metrics import Unavailable
from benchmarks.options import Options
from benchmarks.polnear_relations import Matched
from benchmarks.reading_file import CHECKOUT, in_context, outside
from benchmarks.systems import Article, Output, Predicted

from onrecord.model import Kind, Span

Relation = dict[str, frozenset[int]]


def relation(content: range, *, cue: int | None = 90, source: int | None = 91) -> Relation:
    def one(token: int | None) -> frozenset[int]:
        return frozenset() if token is None else frozenset({token})

    return {"content": frozenset(content), "cue": one(cue), "source": one(source)}


def found(
    gold: Sequence[Relation], predicted: Sequence[Relation], pairs: Sequence[tuple[int, int]]
) -> list[Error]:
    kinds = [Kind.INDIRECT] * len(gold), [Kind.DIRECT] * len(predicted)
    return kinds_of(Matched(list(gold), list(predicted), *kinds, list(pairs)))


ONE = relation(range(10, 20))


def test_what_is_the_same_is_no_error() -> None:
    assert found([ONE], [ONE], [(0, 0)]) == []


@pytest.mark.parametrize(
    ("content", "detail", "start", "end"),
    [
        (range(7, 20), "start", -3, 0),
        (range(12, 20), "start", 2, 0),
        (range(10, 24), "end", 0, 4),
        (range(11, 19), "start and end", 1, -1),
    ],
)
def test_a_boundary_is_wrong_by_so_many_tokens(
    content: range, detail: str, start: int, end: int
) -> None:
    (error,) = found([ONE], [relation(content)], [(0, 0)])
    assert error == Error(ErrorKind.BOUNDARY, detail, Kind.INDIRECT, (0,), (0,), start, end)


def test_a_content_with_a_hole_is_wrong_inside() -> None:
    holed = {**ONE, "content": frozenset({10, *range(13, 20)})}
    (error,) = found([ONE], [holed], [(0, 0)])
    assert (error.kind, error.detail) == (ErrorKind.BOUNDARY, "inside")


@pytest.mark.parametrize(
    ("gold", "predicted", "detail"),
    [
        (5, None, "none predicted"),
        (None, 5, "none in the gold"),
        (5, 6, "another"),
    ],
)
def test_sources_and_cues_are_wrong_in_the_same_ways(
    gold: int | None, predicted: int | None, detail: str
) -> None:
    content = range(10, 20)
    (source,) = found(
        [relation(content, source=gold)], [relation(content, source=predicted)], [(0, 0)]
    )
    assert (source.kind, source.detail) == (ErrorKind.SOURCE, detail)
    (cue,) = found([relation(content, cue=gold)], [relation(content, cue=predicted)], [(0, 0)])
    assert (cue.kind, cue.detail) == (ErrorKind.CUE, detail)


def test_a_source_that_overlaps_is_wrong_at_its_boundary() -> None:
    wider = {**ONE, "source": frozenset({91, 92})}
    (error,) = found([ONE], [wider], [(0, 0)])
    assert (error.kind, error.detail) == (ErrorKind.SOURCE, "boundary")


def test_a_pair_may_have_several_errors() -> None:
    other = relation(range(10, 22), cue=1, source=2)
    assert {e.kind for e in found([ONE], [other], [(0, 0)])} == {
        ErrorKind.BOUNDARY,
        ErrorKind.SOURCE,
        ErrorKind.CUE,
    }


def test_a_content_in_pieces_is_split_and_nothing_else() -> None:
    pieces = [relation(range(10, 16)), relation(range(16, 18)), relation(range(18, 20))]
    assert found([ONE], pieces, [(0, 0)]) == [
        Error(ErrorKind.SPLIT, "", Kind.INDIRECT, (0,), (0, 1, 2))
    ]


def test_a_prediction_over_several_contents_merges_them() -> None:
    gold = [relation(range(10, 14)), relation(range(14, 20))]
    assert found(gold, [ONE], [(1, 0)]) == [
        Error(ErrorKind.MERGED, "", Kind.INDIRECT, (0, 1), (0,))
    ]


def test_the_cue_of_a_merged_or_split_content_may_be_that_of_any_part() -> None:
    first, second = relation(range(10, 14), cue=1), relation(range(14, 20), cue=2)
    (merged,) = found([first, second], [relation(range(10, 20), cue=1)], [(1, 0)])
    assert merged.kind is ErrorKind.MERGED
    (split,) = found([relation(range(10, 20), cue=1)], [first, second], [(0, 1)])
    assert split.kind is ErrorKind.SPLIT
    assert {e.kind for e in found([first, second], [relation(range(10, 20), cue=3)], [(1, 0)])} == {
        ErrorKind.MERGED,
        ErrorKind.CUE,
    }


def test_what_nothing_touches_is_missed_or_spurious() -> None:
    missed, spurious = found([ONE], [relation(range(30, 40))], [])
    assert missed == Error(ErrorKind.MISSED, "untouched", Kind.INDIRECT, gold=(0,))
    assert spurious == Error(ErrorKind.SPURIOUS, "untouched", Kind.DIRECT, predicted=(0,))


def test_a_touch_at_the_edge_is_no_part() -> None:
    gold = [ONE, relation(range(20, 30))]
    (boundary, missed) = found(gold, [relation(range(10, 22))], [(0, 0)])
    assert boundary.kind is ErrorKind.BOUNDARY
    assert missed == Error(ErrorKind.MISSED, "touched", Kind.INDIRECT, gold=(1,))


# The benchmark ------------------------------------------------------------------------

TEXT = "Ada Brill said the dam holds. Critics doubt that it will.\n"
GOLD = (
    "T1\tSource 0 9\tAda Brill\nT2\tCue 10 14\tsaid\nT3\tContent 15 28\tthe dam holds\n"
    "T4\tAttribution 10 14\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
)
LATE = Predicted((Span(19, 28),), (Span(10, 14),), (Span(0, 9),), Kind.INDIRECT, confidence=0.625)


@dataclass(frozen=True)
class Told:
    """A system that finds nothing in one article and all but a word in the other."""

    name: str = "told"

    def read(self, article: Article) -> Output:
        return Output(article.text, (LATE,) if article.text == TEXT else ())


@pytest.fixture
def options(tmp_path: Path) -> Options:
    pytest.importorskip("scipy")
    folder = tmp_path / "polnear" / "dev"
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    for name, text, gold in (("a", TEXT, GOLD), ("b", TEXT + TEXT, GOLD), ("c", "Rain.", "")):
        (folder / "text" / f"{name}.txt").write_text(text, encoding="utf-8")
        (folder / "attributions" / f"{name}_aaaa.ann").write_text(gold, encoding="utf-8")
    return Options(tmp_path)


def test_the_worst_articles_come_first_and_the_rest_is_not_told(options: Options) -> None:
    report = errors.measure(options, Told(), worst=2)
    everything, edges, _, _, worst = (grid.as_json()["rows"] for grid in report.grids)
    # Both have nothing right; of the one, two relations are lost.
    assert [row["article"] for row in worst] == ["a", "b"]
    counts = {row["kind"]: (row["indirect"], row["all"], row["all %"]) for row in everything}
    assert counts["missed"] == (1, 1, 50.0)
    assert counts["wrong boundary: start"] == (1, 1, 50.0)
    assert counts["errors"] == (2, 2, 100.0)
    assert {row["edge"]: row["1"] for row in edges}["starts late"] == 1


def test_errors_are_written_in_their_context(options: Options, tmp_path: Path) -> None:
    errors.measure(options, Told(), texts=tmp_path / "errors.md")
    written = (tmp_path / "errors.md").read_text("utf-8")
    assert "## wrong boundary: start (indirect), starts late by 1" in written
    assert "Ada Brill said ⟦the dam holds⟧. Critics" in written
    assert "- gold: source 0-9 “Ada Brill” | cue 10-14 “said” | content 15-28" in written
    assert "content 19-28 “dam holds” | confidence 0.625" in written
    assert "## missed: untouched (indirect)" in written


def test_the_words_of_a_data_set_stay_out_of_the_checkout(options: Options, tmp_path: Path) -> None:
    inside = CHECKOUT / "docs" / "errors.md"
    with pytest.raises(Unavailable, match="elsewhere"):
        errors.measure(options, Told(), texts=inside)
    assert not inside.exists()
    (tmp_path / "link").symlink_to(CHECKOUT)
    with pytest.raises(Unavailable):
        outside(tmp_path / "link" / "errors.md")


def test_a_context_is_cut_and_says_so() -> None:
    text = "One two\n\nthree four five."
    assert in_context(text, (Span(9, 14),), 4) == "…wo ⟦three⟧ fou…"
    assert in_context(text, (Span(0, 3), Span(4, 7)), 100) == "⟦One⟧ ⟦two⟧ three four five."
    assert in_context(text, (), 100) == ""
