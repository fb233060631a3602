"""Quick figures of a model on labelled texts, word by word: for choosing, not for reporting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

import torch

from onrecord.statement.learned.decoding import ROLES
from onrecord.statement.learned.linking import LinkWeights
from onrecord.statement.learned.reading import Floats, Network, Settings, read
from onrecord.statement.learned.words import Ints
from training.attribution.data import NOBODY, Labelled
from training.attribution.model import Tagger

Relation = tuple[tuple[int, int] | None, tuple[int, int] | None, tuple[tuple[int, int], ...]]


def settings(model: Tagger, *, size: int, margin: int, ends: tuple[int, int]) -> Settings:
    """Return what the run time needs beside the network's own weights."""

    def array(tensor: torch.Tensor) -> Floats:
        return tensor.detach().float().cpu().numpy().copy()

    return Settings(
        size=size,
        margin=margin,
        begin=ends[0],
        close=ends[1],
        steps=array(model.chain.steps),
        starts=array(model.chain.starts),
        links=LinkWeights(array(model.distance), array(model.nobody)),
    )


def network(model: Tagger, *, half: bool = False) -> Network:
    """Return a trained model as the run time calls it; `half` computes in bfloat16."""
    model.eval()

    def run(pieces: Ints, shapes: Ints) -> tuple[Floats, Floats]:
        rows = torch.from_numpy(pieces)[None], torch.from_numpy(shapes)[None]
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=half):
            tags, vectors = model(*rows)
        return tags[0].float().numpy(), vectors[0].float().numpy()

    return run


def measure(texts: Sequence[Labelled], run: Network, with_: Settings) -> dict[str, float]:
    """Return exact F1 in percent of each role and of whole relations."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*ROLES, "relation")}
    for text in texts:
        done = read(text.words, run, with_)
        for role in ROLES:
            _count(
                counts[role],
                {r[1:] for r in text.runs if r.role == role},
                {r[1:] for r in done.runs if r.role == role},
            )
        spans = [(r.start, r.end) for r in done.runs]
        predicted = {
            (
                spans[r.cue] if r.cue is not None else None,
                spans[r.source] if r.source is not None else None,
                tuple(spans[c] for c in r.contents),
            )
            for r in done.relations
        }
        _count(counts["relation"], _relations(text), predicted)
    return {name: round(_f1(c), 2) for name, c in counts.items()}


def _relations(text: Labelled) -> set[Relation]:
    spans = [(r.start, r.end) for r in text.runs]
    sources = dict(pair for pair in text.links if text.runs[pair[0]].role == "cue")
    contents: dict[int, list[tuple[int, int]]] = {}
    for asking, target in text.links:
        if text.runs[asking].role == "content":
            contents.setdefault(target, []).append(spans[asking])
    return {
        (
            spans[cue],
            spans[sources[cue]] if sources.get(cue, NOBODY) != NOBODY else None,
            tuple(sorted(said)),
        )
        for cue, said in contents.items()
    }


def _count(counts: Counter[str], gold: Set[object], predicted: Set[object]) -> None:
    counts["both"] += len(gold & predicted)
    counts["either"] += len(gold) + len(predicted)


def _f1(counts: Counter[str]) -> float:
    return 200 * counts["both"] / counts["either"] if counts["either"] else 0.0
