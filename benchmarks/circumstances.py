"""When, where, to whom and through whom: the rest of protocol F, on our own gold.

A gold statement that was not found counts as missed in every row of F1 and in "all"; rows "of
matched" look at the statements that were.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks import own, own_gold
from benchmarks.ced_records import normal
from benchmarks.metrics import Tally, Tokens, score, share
from benchmarks.options import Options
from benchmarks.own import GoldCircumstance, GoldStatement, GoldTeller
from benchmarks.report import Report
from benchmarks.systems import Predicted, PredictedTeller, our_extractor
from benchmarks.systems.onrecord_path import output
from onrecord.model import Aspect, Factuality, Span, TellerKind

RULE = (
    "statements matched as in own-gold; said: both ends the same; occasion, medium: same kind and "
    "a word in common; place, addressee: a word in common; chain: every teller between outlet and "
    "speaker, in order, by name, those without a name as such"
)


def measure(options: Options, names: Sequence[str], examples: Path) -> Iterator[Report]:
    """Yield a report for each of our own systems on a folder of reports and gold."""
    gold = own.annotated(examples / "gold")
    spellings = own.spellings(examples / "gold")
    for name in names:
        readings = own_gold.corpus(examples / "corpus", our_extractor(name))
        known = own_gold.actors_of(readings.values())
        tallies: dict[str, list[Tally]] = defaultdict(list)
        shares: dict[str, list[tuple[float, float]]] = defaultdict(list)
        paths = [path for path in gold if path in readings][: options.limit]
        for path in paths:
            found = output(readings[path], known)
            tokens = Tokens(found.text, marks=False)
            statements = own.statements(gold[path], found.text)
            matched = own_gold.match(tokens, statements, found.statements)
            for row, tally in _tallies(statements, found.statements, matched).items():
                tallies[row].append(tally)
            for row, part in _shares(statements, found.statements, matched, spellings).items():
                shares[row].append(part)
        yield Report(
            protocol="F: when, where, to whom, through whom",
            system=name,
            data=f"{examples.name}/gold",
            documents=len(paths),
            gold=sum(len(gold[path]["statements"]) for path in paths),
            rule=RULE,
            rows=[
                *((row, score(counted)) for row, counted in tallies.items()),
                *((row, share(parts)) for row, parts in shares.items()),
            ],
            notes=[f"not read: {path}" for path in gold if path not in readings],
        )


def _tallies(
    gold: Sequence[GoldStatement], found: Sequence[Predicted], matched: Mapping[int, int]
) -> dict[str, Tally]:
    """Return found, gold, right and predicted of one report for each row of F1."""
    pairs = [(gold[g], found[p]) for g, p in matched.items()]
    said = sum(p.said is not None and p.said == g.said for g, p in pairs)
    tallies = {"said": _tally(said, gold, found, lambda s: int(s.said is not None))}
    for aspect in Aspect:
        right = sum(_same_circumstance(g, p, aspect) for g, p in pairs)
        tallies[aspect] = _tally(right, gold, found, _counter(aspect))
    words = sum(any(a.overlaps(b) for b in p.addressee) for g, p in pairs for a in g.addressee)
    tallies["addressee, words"] = _tally(words, gold, found, lambda s: len(s.addressee))
    names = sum(
        any(normal(name) in map(normal, known) for known in p.addressees)
        for g, p in pairs
        for name in g.addressees
    )
    tallies["addressee, by name"] = _tally(names, gold, found, lambda s: len(s.addressees))
    return tallies


def _counter(aspect: Aspect) -> Callable[[GoldStatement | Predicted], int]:
    return lambda statement: len(statement.having(aspect))


def _tally(
    right: int,
    gold: Sequence[GoldStatement],
    found: Sequence[Predicted],
    count: Callable[[GoldStatement | Predicted], int],
) -> Tally:
    return Tally(right, sum(map(count, gold)), right, sum(map(count, found)))


def _shares(
    gold: Sequence[GoldStatement],
    found: Sequence[Predicted],
    matched: Mapping[int, int],
    spellings: Mapping[str, Sequence[str]],
) -> dict[str, tuple[float, float]]:
    pairs = [(gold[g], found[p]) for g, p in matched.items()]
    second_hand = [n for n, g in enumerate(gold) if g.second_hand]
    seen = [n for n in second_hand if n in matched]
    chained = sum(same_chain(gold[n], found[matched[n]], spellings) for n in seen)
    unmade = [(g, p) for g, p in pairs if g.factuality is not Factuality.MADE]
    made = [p for g, p in pairs if g.factuality is Factuality.MADE]
    first_hand = [p for g, p in pairs if not g.second_hand]
    return {
        "said right, of matched and dated": _share(g.said == p.said for g, p in pairs if g.said),
        "dated in the gold too, of dates given": _share(
            g.said is not None for g, p in pairs if p.said
        ),
        "second-hand found": (len(seen), len(second_hand)),
        "chain right, of second-hand": (chained, len(second_hand)),
        "chain right, of second-hand found": (chained, len(seen)),
        "no teller, of matched at first hand": _share(
            all(one.kind is not TellerKind.SPEAKER for one in p.through) for p in first_hand
        ),
        "factuality, of announced, supposed or denied": _share(
            g.factuality is p.factuality for g, p in unmade
        ),
        "factuality, of made": _share(p.factuality is Factuality.MADE for p in made),
    }


def _share(right: Iterable[bool]) -> tuple[float, float]:
    answers = list(right)
    return sum(answers), len(answers)


def _same_circumstance(gold: GoldStatement, found: Predicted, aspect: Aspect) -> int:
    """Return how many circumstances of one aspect are right: a statement has one at most."""
    return sum(
        any(_same(one, kind, span) for _, kind, span in found.having(aspect))
        for one in gold.having(aspect)
    )


def _same(gold: GoldCircumstance, kind: str, span: Span) -> bool:
    same_kind = gold.aspect is Aspect.PLACE or gold.kind == kind
    return same_kind and any(span.overlaps(words) for words in gold.words)


def same_chain(
    gold: GoldStatement, found: Predicted, spellings: Mapping[str, Sequence[str]]
) -> bool:
    """Return whether everybody between outlet and speaker is found, in order.

    A teller may be called by any of the `spellings` that reports have for the gold's name: who is
    the same over reports is counted elsewhere.
    """
    return len(gold.through) == len(found.through) and all(
        _same_teller(told, teller, spellings)
        for told, teller in zip(gold.through, found.through, strict=True)
    )


def _same_teller(
    gold: GoldTeller, found: PredictedTeller, spellings: Mapping[str, Sequence[str]]
) -> bool:
    if gold.kind is not None and gold.kind is not found.kind:
        return False
    if gold.name is None:
        return not found.named
    known = {normal(name) for name in (gold.name, *spellings.get(gold.name, ()))}
    return any(normal(name) in known for name in found.names)
