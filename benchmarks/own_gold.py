"""Protocol F: the demo corpus's own gold, and how far two annotators agree on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from benchmarks import own
from benchmarks.ced_records import normal, same_speaker
from benchmarks.metrics import Score, Share, Tally, Tokens, best_first, kappa, score, set_f1, share
from benchmarks.options import Options
from benchmarks.own import GoldStatement
from benchmarks.report import Report
from benchmarks.systems import (
    OURS,
    Article,
    Output,
    Predicted,
    Run,
    our_extractor,
    run,
    system,
)
from benchmarks.systems.onrecord_path import output
from onrecord.actor import resolve_actors
from onrecord.model import Actor, Kind, Reading
from onrecord.pipeline import read
from onrecord.statement import Extractor

AT_LEAST = 0.5
CUE_WEIGHT = 1e-6  # decides between equals only
RULE = (
    "one to one, best first, content-token F1 ≥ 0.5; spans exact to one token, marks aside; "
    "full name: the gold name is the speaker's or an alias; no name: none is given either"
)
Rows = list[tuple[str, Score | Share | float | str]]


def measure(
    options: Options, names: Sequence[str], examples: Path = own.EXAMPLES
) -> Iterator[Report]:
    """Yield a report for each system on the statements of `examples/gold`."""
    gold = own.annotated(examples / "gold")
    readings = corpus(examples / "corpus")
    paths = [path for path in gold if path in readings][: options.limit]
    for name in names:
        done = _outputs(name, paths, readings, examples)
        tallies: dict[str, list[Tally]] = defaultdict(list)
        shares: dict[str, list[tuple[float, float]]] = defaultdict(list)
        lost = 0
        for path, found in zip(paths, done.outputs, strict=True):
            statements = own.statements(gold[path], found.text)
            lost += sum(not s.content for s in statements)
            counted, parts = compare(statements, found)
            for figure, tally in counted.items():
                tallies[figure].append(tally)
            for figure, part in parts.items():
                shares[figure].append(part)
        yield Report(
            protocol="F: own gold",
            system=name,
            data="demo corpus, examples/gold",
            documents=len(paths),
            gold=sum(len(gold[path]["statements"]) for path in paths),
            rule=RULE,
            rows=[
                *((figure, score(counted)) for figure, counted in tallies.items()),
                *((figure, share(parts)) for figure, parts in shares.items()),
            ],
            speed=done.speed or None,
            notes=[
                *([f"{lost} gold statements are not in the text as read"] if lost else []),
                *(f"not read: {path}" for path in gold if path not in readings),
                *options.failures(done),
            ],
        )


def corpus(folder: Path, extractor: Extractor | None = None) -> dict[str, Reading]:
    """Return the readings of the demo corpus by their path inside it."""
    return {
        Path(reading.capture.path).relative_to(folder).as_posix(): reading
        for reading in read([str(folder)], extractor=extractor, jobs=1)
        if isinstance(reading, Reading)
    }


def _outputs(
    name: str, paths: Sequence[str], readings: Mapping[str, Reading], examples: Path
) -> Run:
    """Run a system on the texts of readings; onrecord's speakers are those of the whole corpus."""
    if name not in OURS:
        documents = [readings[path].document for path in paths]
        return run(system(name), [Article(d.path, d.text) for d in documents])
    ours = corpus(examples / "corpus", our_extractor(name))
    known = actors_of(ours.values())
    return Run(tuple(output(ours[path], known) for path in paths), 0, 0.0)


def actors_of(readings: Iterable[Reading]) -> dict[str, Actor]:
    """Return the actor that every entity of the readings is over all of them."""
    actors, links = resolve_actors([e for r in readings for e in r.entities])
    by_id = {actor.id: actor for actor in actors}
    return {link.entity_id: by_id[link.actor_id] for link in links}


def compare(
    gold: Sequence[GoldStatement], found: Output
) -> tuple[dict[str, Tally], dict[str, tuple[float, float]]]:
    """Return what one report adds to the scores and to the shares."""
    tokens = Tokens(found.text, marks=False)
    predicted = found.statements
    matched = match(tokens, gold, predicted)
    pairs = [(gold[g], predicted[p]) for g, p in matched.items()]
    tallies = {"statements": Tally(len(matched), len(gold), len(matched), len(predicted))}
    for kind in Kind:
        tallies[f"statements, {kind}"] = Tally(
            sum(g.kind is kind for g, _ in pairs),
            sum(g.kind is kind for g in gold),
            sum(p.kind is kind for _, p in pairs),
            sum(p.kind is kind for p in predicted),
        )
    addressed = sum(
        any(normal(name) in map(normal, names) for names in p.addressees)
        for g, p in pairs
        for name in g.addressees
    )
    tallies["addressees"] = Tally(
        addressed,
        sum(len(g.addressees) for g in gold),
        addressed,
        sum(len(p.addressees) for p in predicted),
    )
    dated = sum(p.said is not None and p.said == g.said for g, p in pairs)
    tallies["said dates"] = Tally(
        dated,
        sum(g.said is not None for g in gold),
        dated,
        sum(p.said is not None for p in predicted),
    )

    def part(
        right: Callable[[GoldStatement, Predicted], bool],
        of: Callable[[GoldStatement], bool] = lambda _: True,
    ) -> tuple[float, float]:
        asked = [(g, p) for g, p in pairs if of(g)]
        return sum(right(g, p) for g, p in asked), len(asked)

    def role(name: str) -> tuple[float, float]:
        return part(
            lambda g, p: len(tokens.of(getattr(g, name)) ^ tokens.of(getattr(p, name))) <= 1
        )

    place = {g.id: n for n, g in enumerate(gold)}

    def parent(g: GoldStatement, p: Predicted) -> bool:
        if g.parent is None or p.parent is None:
            return g.parent is None and p.parent is None
        return p.parent == matched.get(place[g.parent])

    second_hand = [n for n, g in enumerate(gold) if g.second_hand]
    shares = {
        "found, second-hand": (sum(n in matched for n in second_hand), len(second_hand)),
        "content, of matched": role("content"),
        "cue, of matched": role("cue"),
        "source, of matched": role("source"),
        "kind, of matched": part(lambda g, p: g.kind is p.kind),
        "speaker by last word, of matched": part(_same_last),
        "speaker by full name, of matched": part(same_full_name),
        "said exact, of matched": part(lambda g, p: g.said == p.said),
        "said exact, of matched and dated": part(
            lambda g, p: g.said == p.said, lambda g: g.said is not None
        ),
        "parent right, of matched and nested": part(parent, lambda g: g.parent is not None),
        "no parent, of matched and not nested": part(parent, lambda g: g.parent is None),
    }
    for kind in Kind:
        right = [same_full_name(g, p) for g, p in pairs if g.kind is kind]
        shares[f"speaker by full name, {kind}"] = (sum(right), len(right))
    return tallies, shares


def match(
    tokens: Tokens,
    gold: Sequence[GoldStatement],
    predicted: Sequence[GoldStatement] | Sequence[Predicted],
) -> dict[int, int]:
    """Match on the content; of statements with the same content, on the cue."""
    first = [(tokens.of(g.content), tokens.of(g.cue)) for g in gold]
    second = [(tokens.of(p.content), tokens.of(p.cue)) for p in predicted]
    similar = [[set_f1(a[0], b[0]) for b in second] for a in first]
    preferred = [
        [
            value + CUE_WEIGHT * set_f1(a[1], b[1]) if value >= AT_LEAST else 0
            for value, b in zip(row, second, strict=True)
        ]
        for row, a in zip(similar, first, strict=True)
    ]
    return best_first(preferred, AT_LEAST)


def _unnamed(predicted: Predicted) -> bool:
    return predicted.speaker is None or not predicted.named


def _same_last(gold: GoldStatement, predicted: Predicted) -> bool:
    return _unnamed(predicted) if gold.speaker is None else same_speaker(gold.speaker, predicted)


def same_full_name(gold: GoldStatement, predicted: Predicted) -> bool:
    if gold.speaker is None or predicted.speaker is None:
        return gold.speaker is None and _unnamed(predicted)
    names = (predicted.speaker, *predicted.aliases)
    return normal(gold.speaker) in map(normal, names)


def agreement(options: Options, examples: Path = own.EXAMPLES) -> Report:
    """Return how far the second annotator's reading agrees with the first's.

    Raises:
        Unavailable: when nobody has read a second time.
    """
    first = own.annotated(examples / "gold")
    second = own.annotated(examples / "second")
    readings = corpus(examples / "corpus")
    tallies: dict[str, list[Tally]] = defaultdict(list)
    pairs: list[list[tuple[GoldStatement, GoldStatement]]] = []
    paths = list(islice((p for p in second if p in first and p in readings), options.limit))
    for path in paths:
        text = readings[path].document.text
        tokens = Tokens(text, marks=False)
        ours, theirs = (own.statements(a[path], text) for a in (first, second))
        matched = match(tokens, ours, theirs)
        tallies["statements"].append(Tally(len(matched), len(ours), len(matched), len(theirs)))
        for role in ("content", "cue", "source"):
            a, b = (
                frozenset().union(*(tokens.of(getattr(s, role)) for s in statements))
                for statements in (ours, theirs)
            )
            tallies[f"tokens of {role}"].append(Tally(len(a & b), len(a), len(a & b), len(b)))
        pairs.append([(ours[a], theirs[b]) for a, b in matched.items()])

    def same(of: Callable[[GoldStatement], object]) -> Share:
        return share([(sum(of(a) == of(b) for a, b in both), len(both)) for both in pairs])

    kinds = [(str(a.kind), str(b.kind)) for both in pairs for a, b in both]
    rows: Rows = [
        *((figure, score(counted)) for figure, counted in tallies.items()),
        ("speaker, of matched", same(lambda s: normal(s.speaker or ""))),
        ("addressees, of matched", same(lambda s: sorted(map(normal, s.addressees)))),
        ("kind, of matched", same(lambda s: s.kind)),
        ("kind, Cohen's kappa", kappa(kinds)),
        ("said, of matched", same(lambda s: s.said)),
        ("nested or not, of matched", same(lambda s: s.parent is None)),
    ]
    return Report(
        protocol="F: agreement of two annotators",
        system="second annotator against first",
        data="demo corpus, examples/second",
        documents=len(paths),
        gold=sum(len(first[path]["statements"]) for path in paths),
        rule="statements: one to one, best first, content-token F1 ≥ 0.5; tokens: per document",
        rows=rows,
    )
