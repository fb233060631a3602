"""The command line: `python -m training.mentions`: the learned scorer beside the rules."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from training.mentions.examples import FEATURES, from_ontogum, from_polnear
from training.mentions.scorer import by_rules, fit, held_out, percent

SHARED_DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
GENRES = ("news", "interview", "speech", "bio")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m training.mentions", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED_DATA)
    parser.add_argument("--limit", type=int, help="only so many documents of each corpus")
    options = parser.parse_args(arguments)
    gum = list(from_ontogum(options.data, GENRES, options.limit))
    news = list(from_polnear(options.data, options.limit))
    print(f"{'':34}{'pronouns':>9}{'rules':>8}{'learned':>9}{'on both':>9}")
    for name, own, other in (
        ("OntoGUM, genders known", gum, news),
        ("PolNeAR train, genders hidden", news, gum),
    ):
        rules = percent(map(by_rules, own))
        alone, both = percent(held_out(own)), percent(held_out(own, other))
        print(f"{name:34}{len(own):9}{rules:8.1f}{alone:9.1f}{both:9.1f}")
    print("\nright, in percent, each document held out in turn; weights on both:")
    for name, weight in zip(FEATURES, fit([*gum, *news]), strict=True):
        print(f"{weight:8.2f}  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
