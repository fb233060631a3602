"""`onrecord demo`: the whole job on the bundled corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

import onrecord
from onrecord.cli.terminal import display, styled
from onrecord.errors import OnrecordError
from onrecord.export.remarks import counts, remarks
from onrecord.model import ActorKind, Kind
from onrecord.record import Record, open_record
from onrecord.record.views import Card, StatementView

RECORD, PAGE = Path("demo.record"), Path("demo.html")


def demo() -> None:
    """Try it on the bundled reports.

    They are read into demo.record, and what can be asked of a record is shown.
    """
    from rich.console import RenderableType
    from rich.text import Text

    from onrecord.cli.printed.card import evidence
    from onrecord.cli.printed.summary import next_commands, summary_table
    from onrecord.cli.printed.timeline import timeline
    from onrecord.cli.reading import read_into
    from onrecord.cli.share import write_page

    def part(heading: str, *shown: RenderableType) -> None:
        display(Text(f"\n— {heading} —\n", style="bold"), *shown)

    tally = read_into(RECORD, [str(corpus())])
    with open_record(RECORD, create=False) as record:
        part("A pile of reports becomes a record", summary_table(record.summary(), tally))
        actors = record.actors()
        if actors:
            actor = record.actor(actors[0].id)
            statements = record.timeline(actor.id)
            which = f"of {counts(statements).remarks}, the surest of each report"
            shown = timeline(actor, _one_a_report(statements), which=which, record=RECORD)
            part("What the most quoted actor said, and when", shown)
        for card in _second_hand(record):
            part("Known only through somebody else: the evidence", evidence(card, styled=styled()))
        write_page(record, PAGE)
    part("All of it on one page", Text(f"{PAGE}: open it in a browser."))
    display(next_commands(actors, RECORD))
    if tally.failed:
        raise typer.Exit(1)


def corpus() -> Path:
    """Return the folder of the bundled reports: in the package, or beside `src` in a checkout."""
    package = Path(onrecord.__file__).parent
    for folder in (package / "demo_corpus", package.parent.parent / "examples" / "corpus"):
        if folder.is_dir():
            return folder
    raise OnrecordError("The bundled reports are missing; install onrecord anew")


def _one_a_report(statements: Sequence[StatementView]) -> list[StatementView]:
    """Return the surest remark of each report, own words before paraphrase."""
    made = [remark.statement for remark in remarks(statements) if remark.statement.made]
    surest: dict[str, StatementView] = {}
    for statement in sorted(made, key=_sureness):
        surest[statement.document_id] = statement
    return [s for s in made if s is surest[s.document_id]]


def _second_hand(record: Record) -> Iterator[Card]:
    """Yield the evidence of what most reports know only through another speaker."""
    people = {row.id: row.statements for row in record.actors() if row.kind is ActorKind.PERSON}
    told = [
        (s.utterance.reports, people[s.speaker.id], _sureness(s), s.id)
        for s in record.statements()
        if s.second_hand and s.utterance and s.speaker and s.speaker.id in people
    ]
    if told:
        yield record.card(max(told)[-1])


def _sureness(statement: StatementView) -> tuple[bool, float]:
    return statement.kind is Kind.DIRECT, statement.confidence
