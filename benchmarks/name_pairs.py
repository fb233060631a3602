"""Pairs of names, written by us: the same person or body, or not.

Each pair is resolved by itself, as two reports of which each holds one of the names with the
role, the gender and the year that the row gives. They are one when `resolve_actors` makes one
actor of them; that is the default threshold. The rows of the half called *held out* were never
looked at one by one while the rules were made.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from benchmarks.metrics import Score, Share, Unavailable, share
from benchmarks.report import Grid, Report
from onrecord.actor import resolve_actors, suggestions
from onrecord.model import ActorKind, Entity, content_id

PAIRS = Path(__file__).with_name("name_pairs.csv")
HALVES = ("development", "held out")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, whether they are one person's or body's, and what the pair tries."""

    kind: str
    half: str
    same: bool
    one: Entity
    other: Entity


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a pair; `suggested` says that two actors were suggested to be one."""

    pair: Pair
    one_actor: bool
    suggested: bool

    @property
    def right(self) -> bool:
        return self.one_actor == self.pair.same


def pairs(path: Path = PAIRS) -> list[Pair]:
    """Return the pairs of a file.

    Raises:
        Unavailable: when the file is not there.
    """
    if not path.exists():
        raise Unavailable(f"no pairs of names at {path}")
    with path.open(encoding="utf-8", newline="") as rows:
        return [_pair(row) for row in csv.DictReader(rows)]


def _pair(row: dict[str, str]) -> Pair:
    one, other = (_entity(row, side) for side in ("one", "other"))
    return Pair(row["kind"], row["half"], row["same"] == "yes", one, other)


def _entity(row: dict[str, str], side: str) -> Entity:
    kind = ActorKind.PERSON if row["what"] == "person" else ActorKind.ORGANISATION
    name, role, year = row[side], row[f"{side} role"], row[f"{side} year"]
    return Entity(
        id=content_id(side, name, role),
        document_id=side,
        name=name,
        names=(name,),
        roles=(role,) if role else (),
        kind=kind,
        named=True,
        gender=row[f"{side} gender"],
        published=f"{year}-07-01" if year else "",
    )


def answers(asked: Iterable[Pair]) -> Iterator[Answer]:
    """Resolve every pair by itself."""
    for pair in asked:
        entities = (pair.one, pair.other)
        actors, links = resolve_actors(entities)
        suggested = bool(suggestions(entities, actors, links))
        yield Answer(pair, len(actors) == 1, suggested)


def measure(path: Path = PAIRS, *, wrong: bool = False) -> Report:
    """Return how many pairs are answered rightly, both halves and every kind of pair.

    With `wrong` the pairs of the development half that are answered wrongly are listed.
    """
    given = list(answers(pairs(path)))
    rows: list[tuple[str, Score | Share | float | str]] = []
    for half in HALVES:
        of = [a for a in given if a.pair.half == half]
        rows.append((f"right, {half}", share([(a.right, 1) for a in of])))
        rows.append((f"false merges, {half}", _share_of(of, same=False, one_actor=True)))
        rows.append((f"false splits, {half}", _share_of(of, same=True, one_actor=False)))
    rows.append(("right, both", share([(a.right, 1) for a in given])))
    split = [a for a in given if a.pair.same and not a.one_actor]
    rows.append(("suggested, of false splits", share([(a.suggested, 1) for a in split])))
    return Report(
        protocol="pairs of names",
        system="resolve_actors",
        data=path.name,
        documents=len(given),
        gold=len(given),
        rule="one actor of the two or not, at the default threshold",
        rows=rows,
        notes=[
            *_bound(given),
            *(_told(a) for a in given if wrong and not a.right and a.pair.half == HALVES[0]),
        ],
        grids=[_by_kind(given)],
    )


def _share_of(given: Iterable[Answer], *, same: bool, one_actor: bool) -> Share:
    return share([(a.one_actor == one_actor, 1) for a in given if a.pair.same == same])


def _bound(given: Iterable[Answer]) -> list[str]:
    """Return what no false merge among so many says of how many there may be."""
    different = [a for a in given if not a.pair.same]
    if any(a.one_actor for a in different):
        return []
    most = ceil(1000 * (1 - 0.05 ** (1 / len(different)))) / 10
    return [f"none of {len(different)} is falsely merged: of such pairs fewer than {most} % are"]


def _by_kind(given: Iterable[Answer]) -> Grid:
    kinds: dict[str, list[Answer]] = defaultdict(list)
    for answer in given:
        kinds[answer.pair.kind].append(answer)
    return Grid(
        title="by kind",
        headings=("kind", "pairs", "right", "false merges", "false splits", "95 % of right"),
        rows=[_row(kind, of) for kind, of in kinds.items()],
    )


def _row(kind: str, of: list[Answer]) -> tuple[str | float, ...]:
    right = share([(a.right, 1) for a in of])
    merged = sum(a.one_actor and not a.pair.same for a in of)
    split = sum(not a.one_actor and a.pair.same for a in of)
    return kind, str(len(of)), right.value, str(merged), str(split), _range(right)


def _range(value: Share) -> str:
    return f"{value.low:.1f}–{value.high:.1f}"


def _told(answer: Answer) -> str:
    what = "merged" if answer.one_actor else "split"
    return f"wrongly {what}: {answer.pair.one.name} | {answer.pair.other.name}"
