"""The command line: `python -m benchmarks NAME [--system …] [--data …] [--json FILE]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks import (
    ced_records,
    growth,
    own_gold,
    polnear_quotes,
    polnear_relations,
    polnear_spans,
    rules,
    speakers,
    speed,
)
from benchmarks.metrics import Unavailable
from benchmarks.options import Options
from benchmarks.report import Report, show, write
from benchmarks.systems import NAMES, System, system

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"

SCORED: dict[str, Callable[[Options, System], Report]] = {
    "polnear-spans": polnear_spans.measure,
    "polnear-relations": polnear_relations.measure,
    "polnear-quotes": polnear_quotes.measure,
    "ced": ced_records.measure,
}


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    names = [*SCORED, "own-gold", "speed", "growth", "rules", "speakers"]
    made.add_argument("name", choices=names)
    made.add_argument("--data", type=Path, default=SHARED_DATA, help="folder of the data sets")
    made.add_argument("--split", default="dev", help="part of the data set (default: dev)")
    made.add_argument("--system", nargs="+", choices=NAMES, default=["onrecord"])
    made.add_argument("--limit", type=int, help="only so many documents")
    made.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    made.add_argument(
        "--agreement", action="store_true", help="own-gold: compare the two annotators"
    )
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a benchmark and return the exit status: 0, or 2 when something is missing."""
    asked = parser().parse_args(arguments)
    options = Options(data=asked.data, split=asked.split, limit=asked.limit)
    reports = []
    try:
        for report in _reports(asked, options):
            show(report)
            reports.append(report)
    except Unavailable as missing:
        print(f"benchmarks: {missing}", file=sys.stderr)
        return 2
    if asked.json:
        write(asked.json, reports)
    return 0


def _reports(asked: argparse.Namespace, options: Options) -> Iterator[Report]:
    match asked.name:
        case "own-gold" if asked.agreement:
            yield own_gold.agreement(options)
        case "own-gold":
            yield from own_gold.measure(options, asked.system)
        case "speed":
            yield from speed.measure(options, asked.system)
        case "growth":
            yield growth.measure(options)
        case "rules":
            yield rules.measure(options)
        case "speakers":
            yield speakers.measure(options)
        case name:
            for measured in asked.system:
                yield SCORED[name](options, system(measured))


if __name__ == "__main__":
    sys.exit(main())
