"""How fast entities of many reports become actors: time and memory as their number grows.

The mentions are invented, the same each time: people whom few or many reports tell of, named
in full, by initial or by surname alone, some spelled by the rules of another language or in
another script, some with an office; and bodies with their acronyms. The number of names grows
with the number of mentions, as it does over news.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Iterator

from benchmarks.generated import CODAS, ONSETS, VOWELS
from benchmarks.metrics import Score, Share
from benchmarks.options import Options
from benchmarks.processes import ran
from benchmarks.report import Report
from onrecord.actor import resolve_actors, suggestions
from onrecord.model import ActorKind, Entity, content_id

SIZES = (1_000, 10_000, 100_000)
MENTIONS_A_NAME = 12
MENTIONS_A_REPORT = 6
SHARES = {"full": 50, "surname": 28, "initial": 6, "respelled": 6, "body": 10}
GIVEN = tuple(
    "Anna Boris Carlos Dmytro Elena Fatima Grace Hans Igor Joseph Kateryna Liam Maria Mohammed "
    "Nina Oleksandr Peter Robert Sergei Tomas Volodymyr William Yusuf Zoe".split()
)
ROLES = ("French minister", "German minister", "mayor", "spokeswoman", "farmer", "Polish senator")
BODIES = ("Union", "Ministry", "Council", "Society for Trade and Tides")
ENDINGS = ("", "", "ov", "enko", "sky", "son")


def mentions(count: int) -> Iterator[Entity]:
    """Yield `count` entities, the same for every run."""
    chance = random.Random(count)
    surnames = [_word(chance) + chance.choice(ENDINGS) for _ in range(count // MENTIONS_A_NAME + 1)]
    for number in range(count):
        # The n-th name is told of about 1/n times as often as the first (Zipf).
        surname = surnames[min(int(chance.paretovariate(1)) - 1, len(surnames) - 1)]
        given = GIVEN[(len(surname) * 7 + ord(surname[-1]) + chance.randrange(3)) % len(GIVEN)]
        how = chance.choices(list(SHARES), list(SHARES.values()))[0]
        name = _named(how, given, surname, chance)
        report = f"report {number // MENTIONS_A_REPORT}"
        yield Entity(
            id=content_id(report, str(number)),
            document_id=report,
            name=name,
            names=(name,),
            roles=(chance.choice(ROLES),) if how != "body" and chance.random() < 0.3 else (),
            kind=ActorKind.ORGANISATION if how == "body" else ActorKind.PERSON,
            named=True,
            published=f"{2000 + number % 25}-01-01",
        )


def _word(chance: random.Random) -> str:
    syllables = (chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(2))
    return ("".join(syllables) + chance.choice(CODAS)).capitalize()


def _named(how: str, given: str, surname: str, chance: random.Random) -> str:
    match how:
        case "surname":
            return surname
        case "initial":
            return f"{given[0]}. {surname}"
        case "respelled":
            return f"{given} {surname}".replace("v", "w").replace("sk", "sch").replace("ov", "off")
        case "body":
            return f"{surname} {chance.choice(BODIES)}"
        case _:
            return f"{given} {surname}"


def measure(options: Options) -> Report:
    """Resolve mentions in a process of its own for each size."""
    sizes = [size for size in SIZES if options.limit is None or size <= options.limit]
    rows: list[tuple[str, Score | Share | float | str]] = []
    before: tuple[int, float] | None = None
    for size in sizes or [options.limit or SIZES[0]]:
        done = ran([sys.executable, "-m", "benchmarks.mentions", str(size)])
        told = json.loads(done.output)
        rows += [
            (f"{size}: actors", str(told["actors"])),
            (f"{size}: seconds", told["seconds"]),
            (f"{size}: processor seconds", told["processor seconds"]),
            (f"{size}: processor seconds of the suggestions", told["suggesting"]),
            (f"{size}: peak memory, MiB", done.peak),
        ]
        if before:
            grown = told["processor seconds"] / max(before[1], 0.01)
            rows.append((f"{size}: times as long as {before[0]}", grown))
        before = size, told["processor seconds"]
    return Report(
        protocol="G: mentions to actors",
        system="resolve_actors",
        data="invented mentions",
        documents=0,
        gold=0,
        rule="seconds of the resolving alone; memory of the whole process, the mentions included",
        rows=rows,
    )


def main(count: int) -> None:
    """Resolve `count` mentions and print what it took."""
    entities = list(mentions(count))
    clock, processor = time.perf_counter(), time.process_time()
    actors, links = resolve_actors(entities)
    took, worked = time.perf_counter() - clock, time.process_time() - processor
    processor = time.process_time()
    suggestions(entities, actors, links)
    told = {
        "actors": len(actors),
        "seconds": took,
        "processor seconds": worked,
        "suggesting": time.process_time() - processor,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(int(sys.argv[1]))
