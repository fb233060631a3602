"""Protocol D: end to end on CED-1K: the speaker's name, the words, the kind."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from benchmarks.ced import Claimed, articles
from benchmarks.metrics import Score, Share, Tally, assign, bag_f1, said, score, share, words
from benchmarks.options import Options
from benchmarks.report import Report
from benchmarks.systems import Output, Predicted, System, run
from onrecord.model import Kind

AT_LEAST = (0.5, 0.8)
RULE = (
    "one-to-one assignment on the utterance's word F1, match at 0.5 (0.8); record: matched and "
    "the speaker's full name or last word, or an alias, the same, or that of the body the speaker "
    "is a spokesman of"
)


def measure(options: Options, measured: System) -> Report:
    gold = list(articles(options.data, options.split))[: options.limit]
    done = run(measured, [a.article for a in gold])
    tallies: dict[str, list[Tally]] = defaultdict(list)
    shares: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for claimed, output in zip(gold, done.outputs, strict=True):
        counts = compare(claimed, output)
        for name, tally in counts.tallies.items():
            tallies[name].append(tally)
        for name, pair in counts.shares.items():
            shares[name].append(pair)
    rows: list[tuple[str, Score | Share | float | str]] = [
        *((name, score(counted)) for name, counted in tallies.items()),
        *((name, share(counted)) for name, counted in shares.items()),
    ]
    return Report(
        protocol="D: CED-1K end to end",
        system=measured.name,
        data=f"CED-1K {options.split}, body with title, outlet and date",
        documents=len(gold),
        gold=sum(len(a.claims) for a in gold),
        rule=RULE,
        rows=rows,
        speed=done.speed,
        notes=[
            "the gold is not exhaustive: read recall first, precision by hand",
            *options.failures(done),
        ],
    )


@dataclass(frozen=True, slots=True)
class Counts:
    """What one article adds to every figure."""

    tallies: dict[str, Tally]
    shares: dict[str, tuple[float, float]]


def match(claimed: Claimed, output: Output) -> dict[float, list[tuple[int, int]]]:
    """Return (claim, prediction) of those whose words match, at each threshold."""
    utterances = [words(said(output.text, p.content)) for p in output.statements]
    similar = assign([[bag_f1(words(c.utterance), u) for u in utterances] for c in claimed.claims])
    return {
        at_least: [(g, p) for g, p, value in similar if value >= at_least] for at_least in AT_LEAST
    }


def compare(claimed: Claimed, output: Output) -> Counts:
    claims, predicted = claimed.claims, output.statements
    similar = match(claimed, output)
    tallies = {}
    for at_least, matched in similar.items():
        right = [(g, p) for g, p in matched if same_speaker(claims[g].agent, predicted[p])]
        for name, pairs in (("utterance", matched), ("record", right)):
            tallies[f"{name} ≥ {at_least}"] = Tally(
                len(pairs), len(claims), len(pairs), len(predicted)
            )
    matched = similar[AT_LEAST[0]]
    right = [(g, p) for g, p in matched if same_speaker(claims[g].agent, predicted[p])]
    for kind in Kind:
        for name, pairs in (("utterance", matched), ("record", right)):
            tallies[f"{name}, {kind}"] = Tally(
                sum(claims[g].kind == kind for g, _ in pairs),
                sum(c.kind == kind for c in claims),
                sum(predicted[p].kind == kind for _, p in pairs),
                sum(s.kind == kind for s in predicted),
            )
    named = [last(c.agent) in words(c.source_text) for c in claims]
    found = {g for g, _ in right}
    direct = [p for p in predicted if p.kind is Kind.DIRECT]
    shares: dict[str, tuple[float, float]] = {
        "speaker, of matched": (len(right), len(matched)),
        "… a spokesman for nobody but himself": (
            sum(
                same_speaker(claims[g].agent, replace(predicted[p], others=())) for g, p in matched
            ),
            len(matched),
        ),
        "kind, of matched": (
            sum(claims[g].kind == predicted[p].kind for g, p in matched),
            len(matched),
        ),
        "record recall, agent in source text": (
            sum(named[g] for g in found),
            sum(named),
        ),
        "record recall, agent not in it": (
            sum(not named[g] for g in found),
            len(named) - sum(named),
        ),
        f"record recall, {claimed.topic}": (len(found), len(claims)),
        "direct quotes verbatim in the body": (
            sum(all(s.of(output.text) in claimed.article.text for s in p.content) for p in direct),
            len(direct),
        ),
    }
    return Counts(tallies, shares)


def normal(name: str) -> str:
    """Return a name in lower case, without signs or a possessive ending."""
    return " ".join(words(re.sub(r"['’]s\b", "", name)))


def last(name: str) -> str:
    return normal(name).rpartition(" ")[2]


def same_speaker(agent: str, predicted: Predicted) -> bool:
    """Say whether the agent is meant: same full name or last word, or an alias that is the same.

    The gold has a party or a ministry where its spokesman speaks: whoever answers for the words
    beside the speaker is right as well.
    """
    if predicted.speaker is None:
        return False
    answering = ((predicted.speaker, *predicted.aliases), *predicted.others)
    return any(
        normal(agent) in map(normal, names) or last(agent) == last(names[0]) for names in answering
    )
