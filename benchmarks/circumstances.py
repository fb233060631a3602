"""When, where, to whom and through whom: the rest of protocol F, on our own gold.

A gold statement that was not found counts as missed in every row of F1 and in "all"; rows "of
matched" look at the statements that were.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks import own, own_gold
from benchmarks.actors_gold import Item, b_cubed
from benchmarks.ced_records import normal
from benchmarks.metrics import Tally, Tokens, score, share
from benchmarks.options import Options
from benchmarks.own import GoldCircumstance, GoldStatement, GoldTeller
from benchmarks.report import Report
from benchmarks.systems import Output, Predicted, PredictedTeller, our_extractor
from benchmarks.systems.onrecord_path import output
from onrecord.model import Aspect, ExtractorName, Factuality, Span, TellerKind
from onrecord.pipeline import named_extractor

RULE = (
    "statements matched as in own-gold; said: both ends the same; occasion, medium: same kind and "
    "a word in common; place, addressee: a word in common; chain: every teller between outlet and "
    "speaker, in order, by name, those without a name as such"
)


def measure(
    options: Options, names: Sequence[str], examples: Path, half: str = ""
) -> Iterator[Report]:
    """Yield a report for each of our own systems on a folder of reports and gold.

    `half` is how the paths begin of the reports that count; who speaks in them is worked out
    over all.
    """
    annotated = own.annotated(examples / "gold")
    gold = {path: one for path, one in annotated.items() if path.startswith(half)}
    for name in names:
        readings = own_gold.corpus(examples / "corpus", our_extractor(name))
        known = own_gold.actors_of(readings.values())
        found = {path: output(readings[path], known) for path in gold if path in readings}
        yield _compared(
            dict(islice(found.items(), options.limit)),
            gold,
            own.spellings(examples / "gold"),
            Report(
                protocol="F: when, where, to whom, through whom",
                system=name,
                data=f"{examples.name}/gold" + (f", reports in {half}" if half else ""),
                documents=0,
                gold=0,
                rule=RULE,
                rows=[],
                notes=[f"not read: {path}" for path in gold if path not in readings],
            ),
        )


def agreement(options: Options, examples: Path) -> Report:
    """Return how far the second annotator agrees with the first, counted as a system is.

    Raises:
        Unavailable: when nobody has read a second time.
    """
    first, second = own.annotated(examples / "gold"), own.annotated(examples / "second")
    readings = own_gold.corpus(examples / "corpus", named_extractor(ExtractorName.STRUCTURAL))
    texts = {path: readings[path].document.text for path in second if path in readings}
    found = {
        path: Output(text, tuple(map(as_predicted, own.statements(second[path], text))))
        for path, text in islice(texts.items(), options.limit)
    }
    report = Report(
        protocol="F: when, where, to whom, through whom: agreement of two annotators",
        system="second annotator against first",
        data=f"{examples.name}/second",
        documents=0,
        gold=0,
        rule=RULE,
        rows=[("utterances, B-cubed", score(b_cubed(list(_labels(found, first, second)))))],
    )
    return _compared(found, first, own.spellings(examples / "gold"), report)


def as_predicted(one: GoldStatement) -> Predicted:
    return Predicted(
        content=one.content,
        cue=one.cue,
        source=one.source,
        kind=one.kind,
        addressees=tuple((name,) for name in one.addressees),
        said=one.said,
        addressee=one.addressee,
        factuality=one.factuality,
        circumstances=tuple(
            (it.aspect, it.kind, words) for it in one.circumstances for words in it.words[:1]
        ),
        through=tuple(
            PredictedTeller(it.kind or TellerKind.SPEAKER, (it.name or "",), it.name is not None)
            for it in one.through
        ),
    )


def _labels(
    found: Mapping[str, Output],
    first: Mapping[str, Mapping[str, Any]],
    second: Mapping[str, Mapping[str, Any]],
) -> Iterator[Item]:
    """Yield the utterance that either annotator sees in the statements that both have."""
    for path, other in found.items():
        ours, theirs = (own.statements(a[path], other.text) for a in (first, second))
        tokens = Tokens(other.text, marks=False)
        for g, p in own_gold.match(tokens, ours, theirs).items():
            yield path, ours[g].utterance, theirs[p].utterance


def _compared(
    found: Mapping[str, Output],
    gold: Mapping[str, Mapping[str, Any]],
    spellings: Mapping[str, Sequence[str]],
    report: Report,
) -> Report:
    """Return a report with its rows."""
    tallies: dict[str, list[Tally]] = defaultdict(list)
    shares: dict[str, list[tuple[float, float]]] = defaultdict(list)
    count = 0
    for path, done in found.items():
        statements = own.statements(gold[path], done.text)
        count += len(statements)
        matched = own_gold.match(Tokens(done.text, marks=False), statements, done.statements)
        for row, tally in compared(statements, done.statements, matched).items():
            tallies[row].append(tally)
        for row, part in _shares(statements, done.statements, matched, spellings).items():
            shares[row].append(part)
    rows = [
        *report.rows,
        *((row, score(counted)) for row, counted in tallies.items()),
        *((row, share(parts)) for row, parts in shares.items()),
    ]
    return replace(report, documents=len(found), gold=count, rows=rows)


def compared(
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
