"""What a report tells of an entity comes back as it was read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.model import Actor, Entity, Link
from onrecord.record import Record
from tests.readings import Said, day, reading


def test_an_entity_comes_back_with_the_gender_told_and_the_day_of_its_report(
    record: Record,
) -> None:
    read = reading(
        "a.txt",
        "Port closes\n\n“It is closed,” Mrs Vell said.",
        (Said("“It is closed,”", source="Mrs Vell", cue="said", speaker="Vell"),),
        people={"Vell": ()},
        published=day("2024-02-01", "2024-02-01", "field"),
    )
    told = tuple(replace(e, gender="f", published="2024-02-01") for e in read.entities)
    record.add(replace(read, entities=told))
    seen: list[Entity] = []

    def resolver(entities: Iterable[Entity]) -> tuple[tuple[Actor, ...], tuple[Link, ...]]:
        seen.extend(entities)
        return (), ()

    record.resolve(resolver)
    assert tuple(seen) == told
