"""How `add` grows with the number of reports, and how fast the record then answers."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from benchmarks import generated
from benchmarks.metrics import Score, Share, Unavailable
from benchmarks.options import Options
from benchmarks.processes import latency, onrecord, ran
from benchmarks.report import Report
from benchmarks.systems import OURS

SIZES = (1_000, 3_000, 10_000)
TIMES = 7


def measure(options: Options, system: str) -> Report:
    """Add generated reports to a new record for each size; ask questions of the last.

    Raises:
        Unavailable: when the system keeps no record, being none of ours.
    """
    if system not in OURS:
        raise Unavailable(f"{system} keeps no record that could grow")
    sizes = [size for size in SIZES if options.limit is None or size <= options.limit]
    sizes = sizes or [options.limit or SIZES[0]]
    rows: list[tuple[str, Score | Share | float | str]] = []
    with tempfile.TemporaryDirectory() as temporary:
        for size in sizes:
            folder, record = Path(temporary) / str(size), Path(temporary) / f"{size}.record"
            generated.write(folder, size)
            how = ("--extractor", OURS[system], "--record", str(record))
            added = ran(onrecord("add", *how, str(folder)))
            rows += [
                (f"add {size}: seconds", added.seconds),
                (f"add {size}: processor seconds", added.processor_seconds),
                (
                    f"add {size}: processor milliseconds a report",
                    1_000 * added.processor_seconds / size,
                ),
                (f"add {size}: peak memory, MiB", added.peak),
                (f"add {size}: record, MiB", record.stat().st_size / 2**20),
            ]
        rows += _answers(record, sizes[-1])
    return Report(
        protocol="G: growth",
        system=system,
        data="reports generated from the demo corpus",
        documents=sizes[-1],
        gold=0,
        rule=f"whole commands as processes, start-up included; answers: median of {TIMES}",
        rows=rows,
        notes=["memory is sampled over the tree of processes, shared pages counted once"],
    )


def _answers(record: Path, size: int) -> list[tuple[str, Score | Share | float | str]]:
    """Time the reading commands on the actor who says most."""
    where = ("--record", str(record))
    actors = json.loads(ran(onrecord("actors", "--json", *where)).output)
    if not actors:
        raise Unavailable("the record of the generated reports holds no actor")
    actor = actors[0]["id"]
    shown = json.loads(ran(onrecord("show", actor, "--json", *where)).output)
    commands = {
        "start-up (--version)": onrecord("--version"),
        "start-up (--help)": onrecord("--help"),
        "show": onrecord("show", actor, *where),
        "find": onrecord("find", "members*", *where),
        "why": onrecord("why", shown["statements"][0]["id"], *where),
    }
    rows: list[tuple[str, Score | Share | float | str]] = []
    for name, command in commands.items():
        clock, processor = latency(command, TIMES)
        rows += [
            (f"{name} on {size}: milliseconds", 1_000 * clock),
            (f"{name} on {size}: processor milliseconds", 1_000 * processor),
        ]
    return rows
