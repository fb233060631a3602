"""Predictions without a claim: drawn, read by hand, and counted."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from benchmarks import unmatched, verdicts
from benchmarks.__main__ import main
from benchmarks.metrics import Share, Unavailable
from benchmarks.options import Options
from benchmarks.reading_file import CHECKOUT
from benchmarks.systems import Article, Output, Predicted
from benchmarks.verdicts import Row, Verdict, wilson

from onrecord.model import Act, Kind, Span

BODY = "Ada Brill said the dam holds. Critics doubt that it will."
CLAIMED = Predicted((Span(15, 28),), (Span(10, 14),), (Span(0, 9),), Kind.INDIRECT)
OTHER = Predicted(
    content=(Span(44, 56),),
    cue=(Span(38, 43),),
    source=(Span(30, 37),),
    kind=Kind.INDIRECT,
    speaker="Critics",
    act=Act.THOUGHT,
    confidence=0.5,
)


@dataclass(frozen=True)
class Told:
    statements: tuple[Predicted, ...] = (OTHER, CLAIMED)
    name: str = "told"

    def read(self, article: Article) -> Output:
        return Output(article.text, self.statements)


@pytest.fixture
def options(tmp_path: Path) -> Options:
    pytest.importorskip("scipy")
    claim = {
        "agent": "Ada Brill",
        "type": "indirect",
        "utterance": "The dam holds",
        "source_text": "Ada Brill said the dam holds.",
    }
    rows = [
        {
            "article_id": f"{number}_dams",
            "title": "The dam",
            "outlet": "The Post",
            "date": "2030-01-02",
            "body": BODY,
            "claims": claims,
        }
        for number, claims in ((1, [claim]), (2, []))
    ]
    (tmp_path / "ced1k").mkdir()
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "ced1k" / "dev.jsonl").write_text(lines, encoding="utf-8")
    return Options(tmp_path)


def test_what_matches_no_claim_is_written_to_be_read(options: Options, tmp_path: Path) -> None:
    report = unmatched.measure(options, Told(), texts=tmp_path / "read.md")
    share = dict(report.rows)["unmatched, of predictions"]
    assert isinstance(share, Share)
    assert (share.of, share.value) == (4, 75)
    written = (tmp_path / "read.md").read_text("utf-8")
    assert "## 1. 1_dams:44-56" in written
    assert "doubt ⟦that it will⟧." in written
    for line in ("- speaker: Critics", "- cue: 38-43 “doubt”", "indirect, thought, confidence 0.5"):
        assert line in written
    assert verdicts.read(tmp_path / "read.verdicts.csv") == [
        Row("1_dams:44-56", Kind.INDIRECT, None),
        Row("2_dams:15-28", Kind.INDIRECT, None),
        Row("2_dams:44-56", Kind.INDIRECT, None),
    ]


def test_the_file_of_verdicts_holds_no_words(options: Options, tmp_path: Path) -> None:
    unmatched.measure(options, Told(), size=1, texts=tmp_path / "read.md")
    lines = (tmp_path / "read.verdicts.csv").read_text("utf-8").splitlines()
    assert len(lines) == 2
    assert not any(word in lines[1] for word in ("will", "Critics", "doubt"))


def test_a_sample_is_the_same_for_the_same_seed_and_keeps_the_order() -> None:
    pool = [unmatched.Unmatched(f"{n:03}", BODY, OTHER) for n in range(100)]
    drawn = unmatched.sample(pool, 20, 1)
    assert drawn == unmatched.sample(pool, 20, 1) != unmatched.sample(pool, 20, 2)
    assert [one.id for one in drawn] == sorted({one.id for one in drawn})
    assert unmatched.sample(pool, 500, 1) == pool


def test_a_content_in_two_pieces_is_named_by_both() -> None:
    two = replace(OTHER, content=(Span(44, 48), Span(52, 56)))
    assert unmatched.Unmatched("1_dams", BODY, two).id == "1_dams:44-48+52-56"


def test_a_reading_file_in_the_checkout_and_verdicts_already_made_are_refused(
    options: Options, tmp_path: Path
) -> None:
    with pytest.raises(Unavailable, match="elsewhere"):
        unmatched.measure(options, Told(), texts=CHECKOUT / "read.md")
    assert not (CHECKOUT / "read.md").exists()
    made = tmp_path / "read.verdicts.csv"
    made.write_text("id,kind,verdict\n1_dams:44-56,indirect,true\n", encoding="utf-8")
    with pytest.raises(Unavailable, match="holds verdicts"):
        unmatched.measure(options, Told(), texts=tmp_path / "read.md")
    assert not (tmp_path / "read.md").exists()
    assert "true" in made.read_text("utf-8")


def test_verdicts_come_to_shares_with_intervals(tmp_path: Path) -> None:
    path = tmp_path / "told.csv"
    decided = [Verdict.TRUE] * 8 + [Verdict.WRONG_NAME, Verdict.NOT_SAID, None]
    verdicts.write(
        path,
        (
            Row(f"{n}_dams:0-9", Kind.DIRECT if n < 4 else Kind.MIXED, verdict)
            for n, verdict in enumerate(decided)
        ),
    )
    report = verdicts.measure(path)
    figures = dict(report.rows)
    assert figures["attributed"] == wilson(9, 10)
    assert figures["attributed, name right"] == wilson(8, 10)
    assert figures["attributed, direct"] == wilson(4, 4)
    assert figures["attributed, mixed"] == wilson(5, 6)
    assert figures["attributed, indirect"] == wilson(0, 0)
    assert report.notes == ["1 not yet read"]
    (grid,) = report.grids
    assert ("wrong name", 0, 0, 1, 1) in grid.rows


def test_wilsons_interval_as_worked_out_elsewhere() -> None:
    # 81 of 263: 25.5–36.6 % (Newcombe 1998, table I).
    share = wilson(81, 263)
    assert (round(share.low, 1), round(share.high, 1)) == (25.5, 36.6)
    nothing = wilson(0, 20)
    assert nothing.low == 0
    assert round(nothing.high, 1) == 16.1
    assert (wilson(0, 0).low, wilson(0, 0).high) == (0, 100)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("id,kind,verdict\n1_dams:0-9,direct,maybe\n", "line 2: 'maybe'"),
        ("id,kind,verdict\n1_dams:0-9,loud,true\n", "line 2: 'loud'"),
        ("id,kind,verdict\nThe dam holds,direct,true\n", "line 2: 'The dam holds'"),
        ("id,verdict\n1_dams:0-9,true\n", "columns are id, kind, verdict"),
    ],
)
def test_a_file_of_verdicts_that_cannot_be_read_says_where(
    tmp_path: Path, lines: str, says: str
) -> None:
    path = tmp_path / "told.csv"
    path.write_text(lines, encoding="utf-8")
    with pytest.raises(Unavailable, match=says):
        verdicts.read(path)


def test_verdicts_need_no_system_and_no_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "told.csv"
    verdicts.write(path, [Row("1_dams:0-9", Kind.DIRECT, Verdict.TRUE)])
    assert main(["unmatched", "--verdicts", str(path), "--data", str(tmp_path)]) == 0
    assert "20.7–100.0" in capsys.readouterr().out
    assert main(["unmatched", "--verdicts", str(tmp_path / "none.csv")]) == 2


def test_one_file_is_about_one_system(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["errors", "--system", "onrecord", "textacy", "--texts", str(tmp_path / "read.md")])
    assert "one system" in capsys.readouterr().err


@pytest.mark.parametrize("path", sorted((CHECKOUT / "benchmarks" / "verdicts").glob("ced-*.csv")))
def test_the_verdicts_of_this_project_can_be_read(path: Path) -> None:
    assert verdicts.read(path)
