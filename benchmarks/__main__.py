"""The command line: `python -m benchmarks NAME [--system …] [--data …] [--json FILE]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks import (
    actors_gold,
    ced_records,
    circumstances,
    copies,
    coreference,
    errors,
    german,
    grouping,
    growth,
    mentions,
    name_pairs,
    own,
    own_gold,
    polnear_quotes,
    polnear_relations,
    polnear_spans,
    references,
    reliability,
    rules,
    speakers,
    speed,
    unmatched,
    utterances,
    verdicts,
)
from benchmarks.metrics import Unavailable
from benchmarks.options import Options
from benchmarks.report import Report, show, write
from benchmarks.systems import NAMES, System, fitted_on, system

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"

SCORED: dict[str, Callable[[Options, System], Report]] = {
    "polnear-spans": polnear_spans.measure,
    "polnear-relations": polnear_relations.measure,
    "polnear-quotes": polnear_quotes.measure,
    "ced": ced_records.measure,
}


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    to_read = ("errors", "reliability", "unmatched")
    others = (
        "own-gold",
        "german",
        "speed",
        "growth",
        "rules",
        "speakers",
        "references",
        "coreference",
    )
    of_speaking = ("circumstances", "copies", "utterances", "grouping")
    of_actors = ("b-cubed", "name-pairs", "mentions")
    made.add_argument("name", choices=[*SCORED, *to_read, *others, *of_speaking, *of_actors])
    made.add_argument("--data", type=Path, default=SHARED_DATA, help="folder of the data sets")
    made.add_argument("--split", default="dev", help="part of the data set (default: dev)")
    made.add_argument("--system", nargs="+", choices=NAMES, default=["onrecord"])
    made.add_argument("--limit", type=int, help="only so many documents")
    made.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    made.add_argument(
        "--examples",
        type=Path,
        default=own.EXAMPLES,
        help="own-gold, circumstances, utterances: a folder with corpus, gold and second",
    )
    made.add_argument(
        "--half",
        default="",
        metavar="FOLDER",
        help="circumstances, utterances: only the reports whose paths in the corpus begin so",
    )
    made.add_argument(
        "--agreement",
        action="store_true",
        help="own-gold, circumstances: compare the two annotators",
    )
    made.add_argument(
        "--wrong",
        action="store_true",
        help="name-pairs: list what is wrong of the half not held out",
    )
    made.add_argument("--svg", type=Path, metavar="FILE", help="reliability: draw it here")
    made.add_argument("--articles", type=int, metavar="N", help="errors: the N worst")
    made.add_argument(
        "--texts",
        type=Path,
        metavar="FILE",
        help="errors, unmatched, references: write what is to be read, outside the checkout",
    )
    made.add_argument(
        "--sample", type=int, metavar="N", help="unmatched, references: draw so many at random"
    )
    made.add_argument("--seed", type=int, default=1, help="of the sample (default: 1)")
    made.add_argument(
        "--chains", type=Path, metavar="FILE", help="references, coreference: those of a peer"
    )
    made.add_argument(
        "--peer-texts", type=Path, metavar="FILE", help="… and the texts that it is to read"
    )
    made.add_argument(
        "--verdicts", type=Path, metavar="FILE", help="unmatched: what was decided by hand"
    )
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a benchmark and return the exit status: 0, or 2 when something is missing."""
    arguments_of = parser()
    asked = arguments_of.parse_args(arguments)
    if (asked.texts or asked.svg) and len(asked.system) > 1:
        arguments_of.error("one file is about one system: name one with --system")
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
            yield own_gold.agreement(options, asked.examples)
        case "own-gold":
            yield from own_gold.measure(options, asked.system, asked.examples)
        case "circumstances" if asked.agreement:
            yield circumstances.agreement(options, asked.examples)
        case "circumstances":
            yield from circumstances.measure(options, asked.system, asked.examples, asked.half)
        case "german":
            for measured in asked.system:
                yield german.measure(options, measured)
        case "speed":
            yield from speed.measure(options, asked.system)
        case "growth":
            for measured in asked.system:
                yield growth.measure(options, measured)
        case "copies":
            yield from copies.measure(options)
        case "utterances":
            yield from utterances.measure(options, asked.system, asked.examples, asked.half)
        case "grouping":
            yield grouping.measure(options)
        case "b-cubed":
            for measured in asked.system:
                yield actors_gold.measure(measured)
        case "name-pairs":
            yield name_pairs.measure(wrong=asked.wrong)
        case "mentions":
            yield mentions.measure(options)
        case "rules":
            yield rules.measure(options)
        case "speakers":
            yield speakers.measure(options)
        case "references" if asked.sample and asked.texts:
            yield references.drawn(options, size=asked.sample, seed=asked.seed, texts=asked.texts)
        case "references":
            yield from references.measure(
                options, texts=asked.texts, chains=asked.chains, peer_texts=asked.peer_texts
            )
        case "coreference":
            yield from coreference.measure(
                options, chains=asked.chains, peer_texts=asked.peer_texts
            )
        case "unmatched" if asked.verdicts:
            yield verdicts.measure(asked.verdicts)
        case name:
            for measured in asked.system:
                yield _report(name, asked, options, measured)


def _report(name: str, asked: argparse.Namespace, options: Options, measured: str) -> Report:
    match name:
        case "errors":
            return errors.measure(
                options, system(measured), worst=asked.articles, texts=asked.texts
            )
        case "reliability":
            return reliability.measure(
                options, system(measured), fitted_on=fitted_on(measured), svg=asked.svg
            )
        case "unmatched":
            return unmatched.measure(
                options, system(measured), size=asked.sample, seed=asked.seed, texts=asked.texts
            )
        case _:
            return SCORED[name](options, system(measured))


if __name__ == "__main__":
    sys.exit(main())
