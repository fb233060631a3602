"""How long it takes to put many statements into utterances, and to add a few more.

Statements are generated, the same each time: actors whose numbers of statements differ as those of
people in the news do, remarks told up to six times in quotes, parts of them and other words, over
three years, a third of the reports without a day of speaking. Two cases are crafted: one remark
that every report prints word for word, and an actor of whose reports none has a date.
"""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from benchmarks.options import Options
from benchmarks.report import Report
from onrecord.model import Act, Factuality, Granularity, Interval, Kind, Telling, Utterance
from onrecord.utterance.grouping import group

STATEMENTS = 100_000
ACTORS = 2_000
ADDED = 10
CRAFTED = 4_000
SEED = 5
FIRST = date(2021, 9, 1)
DAYS = 1_000
MOST_TOLD = 6
FLAT = 30
"""How many actors speak about as much as the one who speaks most."""
_TOPICS = """
alliance application ballot blockade border bridge budget canal ceasefire coast constitution convoy
council court crew debt deficit delegation election embassy energy envoy ferry fishery fleet
frontier grain guarantee harbour hospital invitation island jury ledger lighthouse loan majority
mandate mediator membership minister monument neutrality observer orchard pension petition pilot
port prisoner protocol quota railway referendum refugee reservoir sanction school seat senate
signature soldier strait strike subsidy summit tariff tax tender timber tram treaty tribunal truce
tunnel turbine union vaccine verdict veto vineyard visa vote wage warship water wharf winter
""".split()
_VERBS = "accept build close defend delay demand end extend finish fund guard keep leave lose \
open oppose pay postpone promise protect refuse reject repair return sell share sign stop".split()
_REST = "again already before either even first here never next now often once only quite soon \
still then there today together tomorrow tonight twice well yesterday".split()


def tellings(count: int, actors: int) -> Iterator[Telling]:
    """Yield so many statements of so many actors."""
    chance = random.Random(SEED)
    shares = [1 / (rank + FLAT) for rank in range(actors)]
    told = 0
    while told < count:
        actor = chance.choices(range(actors), shares)[0]
        remark, said = _sentence(chance), FIRST + timedelta(days=chance.randrange(DAYS))
        for _ in range(min(chance.randint(1, MOST_TOLD), count - told)):
            yield _telling(chance, told, actor, remark, said)
            told += 1


def _sentence(chance: random.Random) -> list[str]:
    return [
        word
        for _ in range(chance.randint(1, 4))
        for word in (
            "we", "will", chance.choice(_VERBS), "the", chance.choice(_TOPICS), "of", "the",
            chance.choice(_TOPICS), chance.choice(_REST),
        )
    ]  # fmt: skip


def _telling(
    chance: random.Random, number: int, actor: int, remark: list[str], said: date
) -> Telling:
    words, kind = remark, Kind.DIRECT
    if chance.random() < 0.3:
        words, kind = remark[: max(6, len(remark) // 2)], Kind.MIXED
    elif chance.random() < 0.3:
        words, kind = [chance.choice(_REST) if w in _REST else w for w in remark], Kind.INDIRECT
    report = f"report {number}"
    published = said + timedelta(days=chance.randrange(3))
    return Telling(
        statement_id=f"{number:06}",
        document_id=report,
        copy_of=report,
        actors=frozenset({f"actor {actor}"}),
        words=" ".join(words),
        kind=kind,
        act=Act.SPEECH,
        factuality=Factuality.MADE,
        said=None if chance.random() < 1 / 3 else _day(said),
        published=_day(published),
        place=0,
        block=0,
        headline=False,
    )


def printed_everywhere(count: int) -> list[Telling]:
    """Return so many statements of one remark, word for word, over a month."""
    chance = random.Random(SEED)
    words = " ".join(word for _ in range(3) for word in _sentence(chance))
    days = [_day(FIRST + timedelta(days=number)) for number in range(30)]
    return [
        replace(one, words=words, kind=Kind.DIRECT, said=None, published=days[number % len(days)])
        for number, one in enumerate(tellings(count, 1))
    ]


def without_dates(count: int) -> list[Telling]:
    """Return so many statements of one actor in reports without a date."""
    return [replace(one, said=None, published=None) for one in tellings(count, 1)]


def _day(day: date) -> Interval:
    return Interval(day.isoformat(), day.isoformat(), Granularity.DAY, "", "")


def measure(options: Options) -> Report:
    """Group generated statements; then those of the actors of ten of them; then crafted ones."""
    count = options.limit or STATEMENTS
    actors = max(count * ACTORS // STATEMENTS, 1)
    every = list(tellings(count, actors))
    few = [every[place] for place in range(0, count, max(count // ADDED, 1))][:ADDED]
    group(every[:100])  # The table is loaded once.
    found, *grouped = _timed(every)
    keys = {one.key for one in few}
    again, *added = _timed([one for one in every if one.key in keys])
    crafted = min(count, CRAFTED)
    _, *printed = _timed(printed_everywhere(crafted))
    _, *undated = _timed(without_dates(crafted))
    same = set(again) <= set(found)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Report(
        protocol="grouping: time and memory",
        system="onrecord",
        data="generated statements",
        documents=count,
        gold=actors,
        rule="one process, one thread a kernel; documents: statements, gold items: actors",
        rows=[
            ("utterances", float(len(found))),
            ("told more than once", float(sum(len(u.statements) > 1 for u in found))),
            ("group all: seconds", grouped[0]),
            ("group all: processor seconds", grouped[1]),
            (f"add {len(few)}: seconds", added[0]),
            (f"add {len(few)}: processor seconds", added[1]),
            (
                f"add {len(few)}: statements of their actors",
                float(sum(len(u.statements) for u in again)),
            ),
            (f"one remark in {crafted:,} reports: seconds", printed[0]),
            (f"{crafted:,} reports without a date: seconds", undated[0]),
            ("those anew as all at once", "yes" if same else "no"),
            ("peak memory, MiB", peak),
        ],
    )


def _timed(some: Sequence[Telling]) -> tuple[tuple[Utterance, ...], float, float]:
    """Group statements; return the seconds on the clock and of the processor too."""
    clock, processor = time.perf_counter(), time.process_time()
    found = group(some)
    return found, time.perf_counter() - clock, time.process_time() - processor
