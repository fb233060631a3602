"""Predictions on CED-1K that match no gold claim: a sample of them, to be read by hand.

The gold names some of an article's claims, not all, so that what is not in it may be true.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.ced import Claimed, articles
from benchmarks.ced_records import AT_LEAST, match
from benchmarks.metrics import Score, Share, share
from benchmarks.options import Options
from benchmarks.reading_file import in_context, offsets, outside, shown
from benchmarks.report import Report
from benchmarks.systems import Output, Predicted, System, run
from benchmarks.verdicts import Row, Verdict, write
from onrecord.model import Kind

AROUND = 600
"""How many characters are shown on either side: enough to see who is meant."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A prediction without a claim, and the text that it is about."""

    article: str
    text: str
    found: Predicted

    @property
    def id(self) -> str:
        """The article's id and the offsets of the content."""
        return f"{self.article}:{offsets(self.found.content)}"


def measure(
    options: Options,
    measured: System,
    *,
    size: int | None = None,
    seed: int = 1,
    texts: Path | None = None,
) -> Report:
    """Return how many predictions match no claim; write a sample of them where `texts` says.

    The sample is drawn without replacement and stands in the order of the articles (`size`
    None: all). Beside it comes a file for the verdicts, ending in .verdicts.csv.

    Raises:
        Unavailable: if `texts` is in the checkout, or there are verdicts already.
    """
    if texts is not None:
        outside(texts)
    gold = list(articles(options.data, options.split))[: options.limit]
    done = run(measured, [a.article for a in gold])
    read = list(zip(gold, done.outputs, strict=True))
    pools = [unmatched(claimed, output) for claimed, output in read]
    pool = [one for pool in pools for one in pool]
    drawn = sample(pool, len(pool) if size is None else size, seed)
    if texts is not None:
        rows_to_fill = (Row(one.id, one.found.kind, None) for one in drawn)
        write(texts.with_name(f"{texts.stem}.verdicts.csv"), rows_to_fill)
        texts.write_text("\n".join(_told(drawn)), encoding="utf-8")
    rows: list[tuple[str, Score | Share | float | str]] = [
        (
            f"unmatched, {kind}" if kind else "unmatched, of predictions",
            share(
                [
                    (
                        sum(kind in (None, one.found.kind) for one in pool),
                        sum(kind in (None, p.kind) for p in output.statements),
                    )
                    for pool, (_, output) in zip(pools, read, strict=True)
                ]
            ),
        )
        for kind in (None, *Kind)
    ]
    return Report(
        protocol="D: unmatched predictions",
        system=measured.name,
        data=f"CED-1K {options.split}, body with title, outlet and date",
        documents=len(gold),
        gold=sum(len(a.claims) for a in gold),
        rule=f"no claim assigned one to one at word F1 of at least {AT_LEAST[0]}",
        rows=rows,
        speed=done.speed,
        notes=[f"{len(drawn)} of {len(pool)} drawn, seed {seed}", *options.failures(done)],
    )


def unmatched(claimed: Claimed, output: Output) -> list[Unmatched]:
    """Return the predictions that match no claim, in the order of the text."""
    matched = {p for _, p in match(claimed, output)[AT_LEAST[0]]}
    found = [s for p, s in enumerate(output.statements) if p not in matched]
    found.sort(key=lambda s: (s.content, s.cue, s.source))
    return [Unmatched(claimed.article.id, output.text, one) for one in found]


def sample(pool: Sequence[Unmatched], size: int, seed: int) -> list[Unmatched]:
    """Return so many of a pool at random, in its order; the same for the same seed."""
    numbers = Random(seed).sample(range(len(pool)), min(size, len(pool)))
    return [pool[number] for number in sorted(numbers)]


def _told(drawn: Sequence[Unmatched]) -> Iterator[str]:
    yield f"Verdicts, each told in benchmarks/README.md: {', '.join(Verdict)}\n"
    for number, one in enumerate(drawn, 1):
        found, text = one.found, one.text
        yield f"## {number}. {one.id}"
        yield in_context(text, found.content, AROUND)
        yield f"- source: {shown(text, found.source)}"
        yield f"- speaker: {found.speaker or '–'}"
        yield f"- cue: {shown(text, found.cue)}"
        yield f"- content: {shown(text, found.content)}"
        sure = "" if found.confidence is None else f", confidence {found.confidence:.3f}"
        yield f"- {found.kind}, {found.act or 'act not told'}{sure}\n"
