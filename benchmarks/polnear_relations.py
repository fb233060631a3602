"""Protocol B: PolNeAR's relations on raw text: who, by which words, what."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from benchmarks.metrics import (
    Score,
    Share,
    Tally,
    Tokens,
    assign,
    kind_of,
    quoted,
    score,
    set_f1,
    share,
    with_marks,
)
from benchmarks.options import Options
from benchmarks.polnear import Annotated, articles
from benchmarks.report import Report
from benchmarks.systems import Output, System, run, same_text
from onrecord.model import Kind, Span, Spans

RULE = (
    "one-to-one assignment on content-token F1, above 0; exact: all tokens of the span, "
    "under an overlapping cue; tokens: words and signs"
)
EXACT = ("exact source", "exact content", "exact relation")
ROLES = ("cue", "source", "content")


def measure(options: Options, measured: System) -> Report:
    gold = list(articles(options.data, options.split))[: options.limit]
    done = run(measured, [a.article for a in gold])
    tallies: dict[str, list[Tally]] = defaultdict(list)
    heads: list[tuple[float, float]] = []
    for annotated, output in zip(gold, done.outputs, strict=True):
        counted, head = compare(annotated, same_text(annotated.article, output))
        for name, tally in counted.items():
            tallies[name].append(tally)
        heads.append(head)
    rows: list[tuple[str, Score | Share | float | str]] = [
        (name, score(counted)) for name, counted in tallies.items()
    ]
    rows.append(("source head, of matched", share(heads)))
    return Report(
        protocol="B: PolNeAR relations",
        system=measured.name,
        data=f"PolNeAR {options.split}, raw text, first annotator",
        documents=len(gold),
        gold=sum(len(a.attributions) for a in gold),
        rule=RULE,
        rows=rows,
        speed=done.speed,
        notes=options.failures(done),
    )


@dataclass(frozen=True, slots=True)
class Matched:
    """The relations of an article as sets of tokens by role, their kinds, and who is whose.

    `predicted` has those of `Output.outer`; `pairs` holds (gold number, prediction number).
    """

    gold: list[dict[str, frozenset[int]]]
    predicted: list[dict[str, frozenset[int]]]
    gold_kinds: list[Kind]
    kinds: list[Kind]
    pairs: list[tuple[int, int]]


def match(annotated: Annotated, output: Output) -> Matched:
    """Match the relations of an article one to one by the words of their contents."""
    text = annotated.article.text
    tokens, inside = Tokens(text), quoted(text)
    gold = [
        {"cue": tokens.of(a.cue), "source": tokens.of(a.source), "content": tokens.of(a.content)}
        for a in annotated.attributions
    ]
    predicted = [
        {
            "cue": tokens.of(p.cue),
            "source": tokens.of(p.source),
            "content": tokens.of(with_marks(text, p.content)),
        }
        for p in output.outer
    ]
    similar = assign([[set_f1(a["content"], b["content"]) for b in predicted] for a in gold])
    return Matched(
        gold,
        predicted,
        gold_kinds=[kind_of(text, inside, a.content) for a in annotated.attributions],
        kinds=[kind_of(text, inside, p.content) for p in output.outer],
        pairs=[(g, p) for g, p, _ in similar],
    )


def compare(annotated: Annotated, output: Output) -> tuple[dict[str, Tally], tuple[float, float]]:
    """Return the tallies of one article by figure, and (heads held, heads) of matched sources."""
    text = annotated.article.text
    tokens, done = Tokens(text), match(annotated, output)
    gold, predicted, pairs = done.gold, done.predicted, done.pairs
    tallies = {}
    hits: dict[str, list[tuple[int, int]]] = {name: [] for name in EXACT}
    for g, p in pairs:
        same = {role: gold[g][role] == predicted[p][role] for role in ROLES}
        if not (gold[g]["cue"] & predicted[p]["cue"] or gold[g]["cue"] == predicted[p]["cue"]):
            continue
        for name, right in zip(
            EXACT, (same["source"], same["content"], all(same.values())), strict=True
        ):
            if right:
                hits[name].append((g, p))
    for name, found in hits.items():
        tallies[name] = Tally(len(found), len(gold), len(found), len(predicted))
    for role in ROLES:
        shared = sum(len(gold[g][role] & predicted[p][role]) for g, p in pairs)
        tallies[f"overlap {role}"] = Tally(
            shared,
            sum(len(a[role]) for a in gold),
            shared,
            sum(len(b[role]) for b in predicted),
        )
    for kind in Kind:
        for label, matched in (("matched", pairs), ("exact content", hits["exact content"])):
            tallies[f"{label}, {kind}"] = Tally(
                sum(done.gold_kinds[g] == kind for g, _ in matched),
                done.gold_kinds.count(kind),
                sum(done.kinds[p] == kind for _, p in matched),
                done.kinds.count(kind),
            )
    silent = sum(not gold[g]["source"] and not predicted[p]["source"] for g, p in pairs)
    tallies["no source"] = Tally(
        silent,
        sum(not a["source"] for a in gold),
        silent,
        sum(not b["source"] for b in predicted),
    )
    sourced = [(annotated.attributions[g].source, p) for g, p in pairs if gold[g]["source"]]
    held = sum(tokens.of((head(text, s),)) <= predicted[p]["source"] for s, p in sourced)
    return tallies, (held, len(sourced))


_AFTER_HEAD = re.compile(
    r"[,;:(—–]|\s(?:of|for|from|in|on|at|with|by|to|who|whom|which|that|whose|and|or|"
    r"close|familiar|including|such|as|running|working|speaking|\w+ing)\b|['’]s\s*$",
    re.IGNORECASE,
)


def head(text: str, source: Spans) -> Span:
    """Return the head word of a source: the last word before what follows a noun.

    A rule, so that figures do not depend on a parser: what follows is a comma or
    bracket, a preposition, a relative pronoun, a conjunction or a word in -ing.
    """
    first = source[0]
    words = first.of(text)
    cut = _AFTER_HEAD.search(words, 1)
    kept = list(re.finditer(r"\w[\w'’.-]*", words[: cut.start()] if cut else words))
    if not kept:
        return first
    last = kept[-1]
    return Span(first.start + last.start(), first.start + last.end())
