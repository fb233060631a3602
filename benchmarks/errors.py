"""Error analysis on PolNeAR: what kinds of errors there are, and the worst articles to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.error_kinds import DETAILS, Error, ErrorKind, errors
from benchmarks.metrics import score
from benchmarks.options import Options
from benchmarks.polnear import Annotated, Attribution, articles
from benchmarks.polnear_relations import RULE, compare, match
from benchmarks.reading_file import hull, in_context, outside, shown
from benchmarks.report import Grid, Report
from benchmarks.systems import Output, Predicted, System, run, same_text
from onrecord.model import Kind

SIZES = {"1": (1, 1), "2–3": (2, 3), "4–9": (4, 9), "10 or more": (10, 10**9)}
"""How many tokens an edge is off."""
AROUND = 240
"""How many characters are shown on either side of an error."""


@dataclass(frozen=True, slots=True)
class Read:
    """An article, what was found in it, how many relations are exact, and what is not."""

    annotated: Annotated
    output: Output
    right: int
    errors: tuple[Error, ...]

    @property
    def lost(self) -> int:
        """Relations, gold and predicted, that are not right."""
        return len(self.annotated.attributions) + len(self.output.outer) - 2 * self.right

    @property
    def f1(self) -> float:
        """F1 (0 to 1) of exact relations."""
        every = len(self.annotated.attributions) + len(self.output.outer)
        return 2 * self.right / every if every else 1.0


def measure(
    options: Options, measured: System, *, worst: int | None = None, texts: Path | None = None
) -> Report:
    """Return the kinds of errors over all articles and over the `worst` ones (None: all).

    `texts` is where the errors of the worst articles are written in their context.

    Raises:
        Unavailable: if that is in the checkout.
    """
    if texts is not None:
        outside(texts)
    gold = list(articles(options.data, options.split))[: options.limit]
    done = run(measured, [a.article for a in gold])
    read = [_read(a, same_text(a.article, o)) for a, o in zip(gold, done.outputs, strict=True)]
    ranked = sorted(read, key=lambda r: (r.f1, -r.lost, r.annotated.article.id))[:worst]
    if texts is not None:
        lines = (line for number, r in enumerate(ranked, 1) for line in _told(number, r))
        texts.write_text("\n".join(lines), encoding="utf-8")
    parts = {f"all {len(read)} articles": read}
    if len(ranked) < len(read):
        parts[f"the {len(ranked)} worst articles"] = ranked
    tallies = [compare(r.annotated, r.output)[0]["exact relation"] for r in read]
    return Report(
        protocol="errors by kind",
        system=measured.name,
        data=f"PolNeAR {options.split}, raw text, first annotator; nested statements left out",
        documents=len(read),
        gold=sum(len(a.attributions) for a in gold),
        rule=RULE,
        rows=[("exact relation", score(tallies))],
        speed=done.speed,
        notes=[
            "a matched pair may have several errors; a split or merged content counts once and "
            "has no wrong boundary besides",
            *options.failures(done),
        ],
        grids=[grid for title, part in parts.items() for grid in _grids(title, part)]
        + [_articles(ranked)],
    )


def _read(annotated: Annotated, output: Output) -> Read:
    tallies, _ = compare(annotated, output)
    found = errors(match(annotated, output))
    return Read(annotated, output, int(tallies["exact relation"].found), tuple(found))


# Tables -------------------------------------------------------------------------------


def _grids(title: str, read: Sequence[Read]) -> Iterator[Grid]:
    every = [error for r in read for error in r.errors]
    columns = {**{str(kind): [e for e in every if e.quote is kind] for kind in Kind}, "all": every}
    names = [
        (f"{kind}: {detail}" if detail else str(kind), kind, detail)
        for kind in ErrorKind
        for detail in ("", *DETAILS[kind])
    ]
    rows: list[list[str | float]] = []
    for name, kind, detail in names:
        row: list[str | float] = [name]
        for column in columns.values():
            count = sum(e.kind is kind and (not detail or e.detail == detail) for e in column)
            row += [count, 100 * count / len(column) if column else 0.0]
        rows.append(row)
    rows.append(["errors", *(cell for c in columns.values() for cell in (len(c), 100.0))])
    headings = [heading for name in columns for heading in (name, f"{name} %")]
    yield Grid(f"errors by kind, {title}", ["kind", *headings], rows)
    yield Grid(
        f"contents with a wrong boundary, by tokens off, {title}", ["edge", *SIZES], _edges(every)
    )


def _edges(every: Sequence[Error]) -> list[list[str | float]]:
    edges = {
        "starts early": [-e.start for e in every],
        "starts late": [e.start for e in every],
        "ends early": [-e.end for e in every],
        "ends late": [e.end for e in every],
    }
    return [
        [name, *(sum(low <= off <= high for off in offs) for low, high in SIZES.values())]
        for name, offs in edges.items()
    ]


def _articles(ranked: Sequence[Read]) -> Grid:
    return Grid(
        "worst articles by F1 of exact relations",
        ("article", "F1", "gold", "predicted", "right", "errors", "most of them"),
        [
            (
                r.annotated.article.id,
                100 * r.f1,
                len(r.annotated.attributions),
                len(r.output.outer),
                r.right,
                len(r.errors),
                max(Counter(str(e.kind) for e in r.errors).items(), key=lambda k: k[1])[0]
                if r.errors
                else "",
            )
            for r in ranked
        ],
    )


# The file to read ---------------------------------------------------------------------


def _told(number: int, read: Read) -> Iterator[str]:
    gold, predicted = read.annotated.attributions, read.output.outer
    text = read.annotated.article.text
    yield f"# {number}. {read.annotated.article.id}"
    yield (
        f"\nF1 {100 * read.f1:.1f}: {len(gold)} gold, {len(predicted)} predicted, "
        f"{read.right} right, {len(read.errors)} errors\n"
    )
    for error in read.errors:
        relations: list[tuple[str, Attribution | Predicted]] = [
            *(("gold", gold[g]) for g in error.gold),
            *(("predicted", predicted[p]) for p in error.predicted),
        ]
        yield f"## {_heading(error)}"
        yield in_context(text, hull(*(relation.content for _, relation in relations)), AROUND)
        yield from (f"- {name}: {_relation(text, relation)}" for name, relation in relations)
        yield ""


def _heading(error: Error) -> str:
    detail = f": {error.detail}" if error.detail else ""
    edges = [
        f", {edge} {'late' if off > 0 else 'early'} by {abs(off)}"
        for edge, off in (("starts", error.start), ("ends", error.end))
        if off
    ]
    return f"{error.kind}{detail} ({error.quote}){''.join(edges)}"


def _relation(text: str, one: Attribution | Predicted) -> str:
    spans = (("source", one.source), ("cue", one.cue), ("content", one.content))
    parts = [f"{role} {shown(text, of_role)}" for role, of_role in spans]
    if isinstance(one, Predicted) and one.confidence is not None:
        parts.append(f"confidence {one.confidence:.3f}")
    return " | ".join(parts)
