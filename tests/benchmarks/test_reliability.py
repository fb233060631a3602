"""How far a confidence means what it says: the benchmark and its picture."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from benchmarks import reliability
from benchmarks.calibration import Judged
from benchmarks.calibration import reliability as measured
from benchmarks.metrics import Share, Unavailable
from benchmarks.options import Options
from benchmarks.reliability_plot import plot
from benchmarks.systems import Article, Output, Predicted, fitted_on

from onrecord.model import Kind, Span

TEXT = "“The dam holds,” Ada Brill said. Critics doubt that it will."
GOLD = (
    "T1\tSource 17 26\tAda Brill\nT2\tCue 27 31\tsaid\nT3\tContent 0 16\t“The dam holds,”\n"
    "T4\tAttribution 27 31\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
)
FOUND = (
    Predicted((Span(1, 15),), (Span(27, 31),), (Span(17, 26),), Kind.DIRECT, confidence=0.9),
    Predicted((Span(47, 59),), (Span(41, 46),), (Span(33, 40),), Kind.INDIRECT, confidence=0.4),
)


@dataclass(frozen=True)
class Told:
    statements: tuple[Predicted, ...] = FOUND
    name: str = "told <1>"

    def read(self, article: Article) -> Output:
        return Output(article.text, self.statements)


@pytest.fixture
def options(tmp_path: Path) -> Options:
    pytest.importorskip("scipy")
    folder = tmp_path / "polnear" / "dev"
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    (folder / "text" / "dam.txt").write_text(TEXT, encoding="utf-8")
    (folder / "attributions" / "dam_aaaa.ann").write_text(GOLD, encoding="utf-8")
    return Options(tmp_path)


def test_every_kind_has_an_error_of_its_own(options: Options) -> None:
    figures = dict(reliability.measure(options, Told(), fitted_on="train").rows)
    for name, error in (("", 25), (", direct", 10), (", indirect", 40), (", mixed", 0)):
        figure = figures[f"calibration error{name}"]
        assert isinstance(figure, Share)
        assert figure.value == pytest.approx(error)


@pytest.mark.parametrize(
    ("fitted", "says"),
    [("dev", "fitted on this very part"), ("train", "not fitted on this part"), (None, "nothing")],
)
def test_it_says_whether_the_confidence_was_fitted_on_what_it_is_measured_on(
    options: Options, fitted: str | None, says: str, tmp_path: Path
) -> None:
    svg = tmp_path / "plot.svg"
    report = reliability.measure(options, Told(), fitted_on=fitted, svg=svg)
    assert says in report.notes[0]
    assert ("the part it was fitted on" in svg.read_text("utf-8")) is (fitted == "dev")


def test_a_system_without_confidence_is_refused(options: Options) -> None:
    silent = Told((Predicted((Span(1, 15),), (), (), Kind.DIRECT),))
    with pytest.raises(Unavailable, match="how sure"):
        reliability.measure(options, silent, fitted_on=None)


def test_where_the_confidence_of_each_system_is_from() -> None:
    assert fitted_on("onrecord") == "train"
    assert fitted_on("onrecord-fast") == "dev"
    assert fitted_on("textacy") is None


def test_the_picture_tells_itself_in_words_and_stands_alone() -> None:
    judged = [Judged(0.25, False, Kind.DIRECT), Judged(0.75, True, Kind.DIRECT)]
    drawn = plot(measured([judged]), [0.25, 0.75], system="told <1>", data="Dams dev")
    root = ElementTree.fromstring(drawn)
    space = "{http://www.w3.org/2000/svg}"
    title, desc = root.find(f"{space}title"), root.find(f"{space}desc")
    assert title is not None
    assert title.text == "How sure told <1> is, and how often it is right"
    assert desc is not None
    assert "1 statements at 25 %, 0 % right; 1 statements at 75 %, 100 % right" in str(desc.text)
    assert root.get("aria-labelledby") == "title desc"
    assert "prefers-color-scheme: dark" in drawn
    assert drawn.count("http") == 1  # its own name space: nothing is fetched
    low, high = (
        (float(c.get("cx", "")), float(c.get("cy", ""))) for c in root.iter(f"{space}circle")
    )
    assert low[0] < high[0]
    assert low[1] > high[1]
