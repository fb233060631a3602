"""How far a system's confidence means what it says, on PolNeAR."""

from __future__ import annotations

from pathlib import Path

from benchmarks.calibration import Judged, Reliability, reliability, right
from benchmarks.metrics import Score, Share, Unavailable, kind_of, quoted, share
from benchmarks.options import Options
from benchmarks.polnear import Annotated, articles
from benchmarks.reliability_plot import plot
from benchmarks.report import Grid, Report
from benchmarks.systems import Output, System, run, same_text
from onrecord.model import Kind

RULE = (
    "expected calibration error in percent points (Naeini et al. 2015), ten bins of as many "
    "statements each, equal confidences in one bin; right: content-token F1 at least 0.5 with a "
    "gold attribution, one to one, and an overlapping source, or none on both sides"
)


def measure(
    options: Options, measured: System, *, fitted_on: str | None, svg: Path | None = None
) -> Report:
    """Return the error of a system's confidence, and draw it where `svg` says.

    `fitted_on` is the part of PolNeAR that the confidence was fitted on.

    Raises:
        Unavailable: when the system gives no confidence.
    """
    gold = list(articles(options.data, options.split))[: options.limit]
    done = run(measured, [a.article for a in gold])
    documents = [
        judge(annotated, same_text(annotated.article, output))
        for annotated, output in zip(gold, done.outputs, strict=True)
    ]
    found = reliability(documents)
    rows: list[tuple[str, Score | Share | float | str]] = list(_rows("", documents, found))
    for kind in Kind:
        of_kind = [[j for j in judged if j.kind is kind] for judged in documents]
        rows += _rows(f", {kind}", of_kind, reliability(of_kind))
    if svg is not None:
        data = f"PolNeAR {options.split}"
        if fitted_on == options.split:
            data += ", the part it was fitted on"
        sure = [j.confidence for judged in documents for j in judged]
        svg.write_text(plot(found, sure, system=measured.name, data=data), encoding="utf-8")
    return Report(
        protocol="how far confidence means what it says",
        system=measured.name,
        data=f"PolNeAR {options.split}, raw text, first annotator; nested statements left out",
        documents=len(gold),
        gold=sum(len(a.attributions) for a in gold),
        rule=RULE,
        rows=rows,
        speed=done.speed,
        notes=[
            _fit(fitted_on, options.split),
            "by chance alone: what a confidence without fault would show on as many statements; "
            "resampling adds as much again, so that an interval leans upward",
            *options.failures(done),
        ],
        grids=[_bins(found)],
    )


def judge(annotated: Annotated, output: Output) -> list[Judged]:
    """Return the statements of an article, nested ones left out, and whether each is right."""
    text, found = annotated.article.text, output.outer
    inside = quoted(text)
    answers = right(text, annotated.attributions, found)
    judged = []
    for statement, is_right in zip(found, answers, strict=True):
        if statement.confidence is None:
            raise Unavailable("this system does not say how sure it is")
        kind = kind_of(text, inside, statement.content)
        judged.append(Judged(statement.confidence, is_right, kind))
    return judged


def _rows(
    of: str, documents: list[list[Judged]], found: Reliability
) -> list[tuple[str, Score | Share | float | str]]:
    return [
        (f"calibration error{of}", found.error),
        (f"calibration error by chance alone{of}", found.chance),
        (
            f"mean confidence{of}",
            share([(sum(j.confidence for j in d), len(d)) for d in documents]),
        ),
        (f"right{of}", share([(sum(j.right for j in d), len(d)) for d in documents])),
    ]


def _bins(found: Reliability) -> Grid:
    return Grid(
        "bin by bin, in percent",
        ("from", "to", "statements", "mean confidence", "right", "right, low", "right, high"),
        [
            (
                100 * b.low,
                100 * b.high,
                b.right.of,
                100 * b.confidence,
                b.right.value,
                b.right.low,
                b.right.high,
            )
            for b in found.bins
        ],
    )


def _fit(fitted_on: str | None, split: str) -> str:
    """Return how far these figures may be trusted, by where the confidence is from."""
    if fitted_on is None:
        return "nothing is known of the part that the confidence was fitted on"
    if fitted_on == split:
        return (
            f"the confidence was fitted on this very part ({split}), so the error is too kind; "
            "`python -m training.attribution calibrate` prints it with each fifth held out in turn"
        )
    return f"the confidence was not fitted on this part ({split}) but on {fitted_on}"
