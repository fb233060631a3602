"""Who is who over the reports of the demo corpus, by B-cubed.

B-cubed (Bagga and Baldwin, 1998, "Entity-based cross-document coreferencing using the vector
space model") asks of every item how many of those it was put together with belong with it
(precision) and how many of those that belong with it it was put together with (recall).

Two kinds of item. *Entities*: what one report tells of one actor, as that report was resolved,
its gold actor known by its spelling; this is the work across reports alone. *Speakers*: the
source of a statement that matches a gold one, its gold actor the speaker; this has the mistakes
made inside reports as well.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks import own, own_gold
from benchmarks.ced_records import normal
from benchmarks.metrics import Tally, Tokens, score
from benchmarks.report import Report
from benchmarks.systems import our_extractor
from benchmarks.systems.onrecord_path import output
from onrecord.model import Actor, Entity, Part, Reading

Item = tuple[str, Hashable, Hashable]
"""The report that an item is of, its gold actor and the actor it was given."""


def b_cubed(items: Sequence[Item]) -> list[Tally]:
    """Return the sums of precision and recall of the items of each report."""
    together = Counter((gold, given) for _, gold, given in items)
    of_gold = Counter(gold for _, gold, _ in items)
    of_given = Counter(given for _, _, given in items)
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for report, gold, given in items:
        right = together[gold, given]
        for place, value in enumerate((right / of_gold[gold], right / of_given[given], 1)):
            sums[report][place] += value
    return [Tally(recall, count, precision, count) for recall, precision, count in sums.values()]


def measure(system: str, examples: Path = own.EXAMPLES) -> Report:
    """Return B-cubed of entities and of speakers over the demo corpus."""
    gold = own.annotated(examples / "gold")
    readings = own_gold.corpus(examples / "corpus", our_extractor(system))
    known = own_gold.actors_of(readings.values())
    spelled = _spellings(examples)
    entities: list[Item] = []
    speakers: list[Item] = []
    unknown = 0
    for path, reading in readings.items():
        told = dict(_speakers(gold.get(path, {"statements": []}), reading, known))
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for entity_id, name in told.values():
            votes[entity_id][name] += 1
            speakers.append((path, name, known[entity_id].id))
        for entity in (e for e in reading.entities if e.named):
            who = _gold_actor(entity, spelled, votes[entity.id])
            if who is None:
                unknown += 1
            else:
                entities.append((path, who, known[entity.id].id))
    return Report(
        protocol="who is who over reports: B-cubed",
        system=system,
        data="demo corpus, examples/gold/actors.json",
        documents=len(readings),
        gold=len(entities),
        rule="an item has the actor it was given; Bagga and Baldwin (1998)",
        rows=[
            ("entities", score(b_cubed(entities))),
            ("speakers, of matched statements", score(b_cubed(speakers))),
        ],
        notes=[f"{unknown} named entities are no actor of the gold"],
    )


def _spellings(examples: Path) -> dict[str, list[str]]:
    """Return the gold actors that go by each spelling."""
    actors = json.loads((examples / "gold" / "actors.json").read_text(encoding="utf-8"))
    found: dict[str, list[str]] = defaultdict(list)
    for name, told in actors.items():
        for spelling in {_plain(spelling) for spelling in told["spellings"]}:
            found[spelling].append(name)
    return found


def _plain(name: str) -> str:
    """Return a name without its article, and without the apostrophes that entities lose."""
    return normal(name).removeprefix("the ").replace("’", "").replace("'", "")


def _gold_actor(
    entity: Entity, spelled: Mapping[str, Sequence[str]], votes: Mapping[str, int]
) -> str | None:
    """Return whom an entity's name stands for; of namesakes the one who speaks there."""
    bearers = spelled.get(_plain(entity.name), [])
    if len(bearers) == 1:
        return bearers[0]
    heard = [name for name in bearers if votes.get(name)]
    return heard[0] if len(heard) == 1 else None


def _speakers(
    annotation: Mapping[str, object], reading: Reading, known: Mapping[str, Actor]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield, for each matched statement with a speaker, its id, the entity and the gold name."""
    found = output(reading, dict(known))
    gold = own.statements(annotation, found.text)
    matched = own_gold.match(Tokens(found.text, marks=False), gold, found.statements)
    sources: dict[str | None, str | None] = {}
    for mention in reading.mentions:  # in the order of the text: the first is who speaks
        if mention.part is Part.SOURCE:
            sources.setdefault(mention.statement_id, mention.entity_id)
    for g, p in matched.items():
        name, statement = gold[g].speaker, reading.statements[p].id
        entity = sources.get(statement)
        if name is not None and entity is not None and entity in known:
            yield statement, (entity, name)
