"""How often each rule for speakers is right: where the confidences of mentions come from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from benchmarks import own, own_gold
from benchmarks.ced import articles
from benchmarks.ced_records import AT_LEAST, match, same_speaker
from benchmarks.metrics import Score, Share, Tokens, share
from benchmarks.options import Options
from benchmarks.report import Report
from benchmarks.systems.onrecord_path import capture, output
from onrecord.model import Mention, Part, Reading
from onrecord.pipeline import default_extractor, extractor_tag, read_capture

Judged = tuple[Mention, bool]


def measure(options: Options) -> Report:
    """Return how often each rule finds the right speaker, and what is behind each confidence."""
    rules: dict[str, list[tuple[float, float]]] = defaultdict(list)
    bands: dict[str, list[tuple[float, float]]] = defaultdict(list)
    documents = gold = 0
    for judged in (*_demo(), *_ced(options)):
        documents += 1
        gold += len(judged)
        for mention, right in judged:
            if mention.entity_id is not None:
                rules[mention.rule].append((right, 1))
                band = int(mention.confidence * 10) / 10
                bands[f"confidence {band:.1f}–{band + 0.1:.1f}"].append((right, 1))
    rows: list[tuple[str, Score | Share | float | str]] = [
        *((rule, share(rules[rule])) for rule in sorted(rules, key=lambda r: -len(rules[r]))),
        *((band, share(bands[band])) for band in sorted(bands)),
    ]
    return Report(
        protocol="how often each rule for speakers is right",
        system=extractor_tag(default_extractor()),
        data=f"demo corpus, examples/gold, and CED-1K {options.split}",
        documents=documents,
        gold=gold,
        rule="of statements that match a gold one (protocols D and F), the speaker is the same",
        rows=rows,
        speed=None,
        notes=(),
    )


def _demo() -> Iterator[list[Judged]]:
    annotated = own.annotated(own.EXAMPLES / "gold")
    readings = own_gold.corpus(own.EXAMPLES / "corpus")
    known = own_gold.actors_of(readings.values())
    for path in (path for path in annotated if path in readings):
        found = output(readings[path], known)
        gold = own.statements(annotated[path], found.text)
        pairs = own_gold.match(Tokens(found.text, marks=False), gold, found.statements)
        right = {p: own_gold.same_full_name(gold[g], found.statements[p]) for g, p in pairs.items()}
        yield _judged(readings[path], right)


def _ced(options: Options) -> Iterator[list[Judged]]:
    for claimed in articles(options.data, options.split):
        reading = read_capture(capture(claimed.article))
        if not isinstance(reading, Reading):
            continue
        found = output(reading)
        right = {
            p: same_speaker(claimed.claims[g].agent, found.statements[p])
            for g, p in match(claimed, found)[AT_LEAST[0]]
        }
        yield _judged(reading, right)


def _judged(reading: Reading, right: dict[int, bool]) -> list[Judged]:
    """Pair the mention of each matched statement's source with whether the speaker is right."""
    sources = {m.statement_id: m for m in reversed(reading.mentions) if m.part is Part.SOURCE}
    found = ((sources.get(reading.statements[p].id), ok) for p, ok in right.items())
    return [(mention, ok) for mention, ok in found if mention is not None]
