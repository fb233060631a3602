"""Training: windows of PolNeAR, augmented anew each epoch, one checkpoint an epoch."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.attribution.augment import names, varied
from training.attribution.batches import IGNORED, Batch, Links, batches
from training.attribution.data import NOBODY, Labelled, Text, label_all
from training.attribution.figures import measure, network, settings
from training.attribution.model import WIDTH, Tagger, load_encoder
from training.attribution.teacher import Lesson, taught

NEVER = -1e4
SOFTENED = 2.0
"""The temperature at which a teacher is listened to."""
SAVED_EVERY = 200
"""Steps between two checkpoints inside an epoch."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train. `size` and `margin` count pieces, `count` windows a step.

    `rate` is the encoder's learning rate, `head_rate` that of the layers that are new and
    `score_rate` that of bare scores (of tags' steps, of distances), which have far to go.
    `teach_weight` is that of a teacher's scores, where there is one. `freeze` keeps the
    embeddings of the pieces as they are: half of all weights of a small encoder, and a tenth
    of the time. `layers` are those of the encoder to use, the first ones, 0 for all;
    `frozen` of them stay as they are.
    """

    epochs: int = 6
    size: int = 256
    margin: int = 32
    count: int = 8
    rate: float = 2e-4
    head_rate: float = 1e-3
    score_rate: float = 2e-2
    decay: float = 0.01
    warm_up: float = 0.06
    dropout: float = 0.1
    link_weight: float = 0.5
    teach_weight: float = 1.0
    half: bool = False
    augment: bool = True
    freeze: bool = True
    layers: int = 0
    frozen: int = 0
    seed: int = 1


def ends(tokenizer: Tokenizer) -> tuple[int, int]:
    """Return the ids of the pieces that stand before and after every text."""
    ids = tokenizer.encode("", add_special_tokens=True).ids
    return int(ids[0]), int(ids[-1])


def loss(model: Tagger, batch: Batch, link_weight: float, teach_weight: float) -> Tensor:
    """Return the chain's loss a word plus the weighted losses of the links and the teacher."""
    tags, vectors = model(batch.pieces, batch.shapes, batch.mask)
    scores = tags.float().flatten(0, 1)[batch.places]
    chain = model.chain.loss(scores, batch.tags, batch.word_mask, batch.whole)
    flat = vectors.float().flatten(0, 1).unflatten(1, (4, WIDTH))
    linked = [link_loss(model, flat, links, pair) for pair, links in enumerate(batch.links)]
    total = chain / batch.word_mask.sum() + link_weight * (linked[0] + linked[1])
    if batch.asked_teacher.any():
        asked = batch.asked_teacher
        total = total + teach_weight * teacher_loss(scores[asked], batch.taught[asked])
    return total


def teacher_loss(scores: Tensor, taught: Tensor) -> Tensor:
    """Return how far tags' shares are from a teacher's, both softened (Hinton et al. 2015)."""
    own = functional.log_softmax(scores / SOFTENED, -1)
    hers = functional.log_softmax(taught / SOFTENED, -1)
    apart = functional.kl_div(own, hers, reduction="batchmean", log_target=True)
    return apart * SOFTENED**2


def link_loss(model: Tagger, flat: Tensor, links: Links, pair: int) -> Tensor:
    """Return the cross-entropy of choosing the right candidate (or nobody, for a cue)."""
    if not len(links.target) or (pair == 0 and not links.open.any()):
        return flat.sum() * 0
    queries = flat[links.asking, 2 * pair].sum(1)
    keys = flat[links.asked, 2 * pair + 1].sum(2)
    fit = torch.einsum("ad,acd->ac", queries, keys) / WIDTH**0.5
    fit = fit + model.distance[pair][links.buckets]
    fit = fit.masked_fill(~links.open, NEVER)
    if pair == 0:
        return functional.cross_entropy(fit, links.target, ignore_index=IGNORED)
    nobody = queries @ model.nobody / WIDTH**0.5
    return functional.cross_entropy(
        torch.cat((nobody[:, None], fit), 1), links.target - NOBODY, ignore_index=IGNORED
    )


def train(
    encoder: str | Path,
    tokenizer: Tokenizer,
    texts: Sequence[Text],
    dev: Sequence[Labelled],
    recipe: Recipe,
    folder: Path,
    *,
    lessons: Sequence[Lesson] = (),
    resume: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Tagger:
    """Train and return a tagger; keep a checkpoint with dev figures after every epoch.

    The learning rate falls linearly to nothing at the end of the last epoch. With `resume`
    training goes on from that checkpoint, the rate on its way to the end of `recipe`.
    `lessons` are what a teacher says of some of the texts.
    """
    torch.manual_seed(recipe.seed)
    folder.mkdir(parents=True, exist_ok=True)
    model = Tagger(load_encoder(encoder, layers=recipe.layers), dropout=recipe.dropout)
    model.encoder.get_input_embeddings().requires_grad_(not recipe.freeze)
    for layer in model.encoder.encoder.layer[: recipe.frozen]:
        layer.requires_grad_(False)
    optimiser = _optimiser(model, recipe)
    done = 0
    if resume is not None:
        state = torch.load(resume, weights_only=True)
        model.load_state_dict(state["model"])
        if "optimiser" in state:
            optimiser.load_state_dict(state["optimiser"])
        done = round(state["epoch"])
    pool = names(texts) if recipe.augment else []
    around = ends(tokenizer)
    told = {one.text.name: one for one in lessons}
    for epoch in range(done, recipe.epochs):
        # An epoch draws the same whether training was interrupted before it or not.
        torch.manual_seed(recipe.seed + epoch)
        random = Random(recipe.seed + epoch)
        changed = [varied(t, pool, random) for t in texts] if recipe.augment else texts
        steps = list(
            batches(
                [taught(one, told) for one in label_all(tokenizer, changed)],
                size=recipe.size,
                count=recipe.count,
                ends=around,
                random=random,
            )
        )
        model.train()
        began, total = time.monotonic(), 0.0
        for i, batch in enumerate(steps):
            _set_rate(optimiser, (epoch + i / len(steps)) / recipe.epochs, recipe)
            with torch.autocast("cpu", torch.bfloat16, enabled=recipe.half):
                value = loss(model, batch, recipe.link_weight, recipe.teach_weight)
            optimiser.zero_grad(set_to_none=True)
            value.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            total += value.item()
            if (i + 1) % SAVED_EVERY == 0:
                _save(folder / "latest.pt", model, optimiser, recipe, epoch + i / len(steps))
            if (i + 1) % 20 == 0:
                speed = (i + 1) * recipe.count / (time.monotonic() - began)
                tell(
                    f"epoch {epoch + 1} step {i + 1}/{len(steps)} "
                    f"loss {total / (i + 1):.4f} {speed:.2f} windows/s"
                )
        with_ = settings(model, size=recipe.size, margin=recipe.margin, ends=around)
        figures = measure(dev, network(model, half=recipe.half), with_)
        seconds = time.monotonic() - began
        tell(f"epoch {epoch + 1}: {json.dumps(figures)} {seconds:.0f} s")
        _save(folder / f"epoch{epoch + 1}.pt", model, optimiser, recipe, epoch + 1)
    return model


def _save(
    path: Path, model: Tagger, optimiser: torch.optim.Optimizer, recipe: Recipe, epoch: float
) -> None:
    """Write a checkpoint, whole or not at all."""
    new = path.with_suffix(".new")
    torch.save(
        {
            "model": model.state_dict(),
            "optimiser": optimiser.state_dict(),
            "epoch": epoch,
            "recipe": asdict(recipe),
        },
        new,
    )
    new.replace(path)


def load(encoder: str | Path, checkpoint: Path) -> tuple[Tagger, Recipe]:
    """Return the tagger of a checkpoint and how it was trained."""
    state: dict[str, Any] = torch.load(checkpoint, weights_only=True)
    recipe = Recipe(**state["recipe"])
    model = Tagger(load_encoder(encoder, layers=recipe.layers))
    model.load_state_dict(state["model"])
    return model.eval(), recipe


def _optimiser(model: Tagger, recipe: Recipe) -> torch.optim.AdamW:
    encoder = list(model.encoder.parameters())
    scores = [*model.chain.parameters(), model.distance, model.nobody]
    known = {id(p) for p in (*encoder, *scores)}
    heads = [p for p in model.parameters() if id(p) not in known]
    groups: list[dict[str, Any]] = [
        {"params": scores, "lr": 0.0, "peak": recipe.score_rate, "weight_decay": 0.0}
    ]
    for parameters, rate in ((encoder, recipe.rate), (heads, recipe.head_rate)):
        for decayed in (True, False):
            groups.append(
                {
                    "params": [
                        p for p in parameters if p.requires_grad and (p.dim() > 1) is decayed
                    ],
                    "lr": 0.0,
                    "peak": rate,
                    "weight_decay": recipe.decay if decayed else 0.0,
                }
            )
    return torch.optim.AdamW(groups, fused=True)


def _set_rate(optimiser: torch.optim.Optimizer, progress: float, recipe: Recipe) -> None:
    share = min(progress / recipe.warm_up, (1 - progress) / (1 - recipe.warm_up))
    for group in optimiser.param_groups:
        group["lr"] = group["peak"] * share
