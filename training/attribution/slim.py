"""A network without what no text needs."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor, nn

from onrecord.statement.learned.reading import Settings
from training.attribution.model import Tagger

_UNUSED = re.compile(r"\[unused\d+\]")


def without_unused(model: Tagger, tokenizer: str, settings: Settings) -> tuple[str, Settings]:
    """Take the pieces that no text can have out of a model; return what then goes with it.

    The vocabularies of BERT hold a thousand names for pieces that were never given out. The
    others are numbered anew. `tokenizer` is the text of its file.
    """
    told: dict[str, Any] = json.loads(tokenizer)
    vocabulary: dict[str, int] = told["model"]["vocab"]
    kept = sorted(number for word, number in vocabulary.items() if not _UNUSED.fullmatch(word))
    new = {old: number for number, old in enumerate(kept)}
    told["model"]["vocab"] = {w: new[n] for w, n in vocabulary.items() if n in new}
    for added in told["added_tokens"]:
        added["id"] = new[added["id"]]
    # Windows get their own ends, and none is filled up: what did that has old numbers.
    told["post_processor"] = told["padding"] = told["truncation"] = None
    rows: Tensor = model.encoder.get_input_embeddings().weight.detach()
    model.encoder.set_input_embeddings(nn.Embedding.from_pretrained(rows[torch.tensor(kept)]))
    return (
        json.dumps(told, ensure_ascii=False, separators=(",", ":")),
        replace(settings, begin=new[settings.begin], close=new[settings.close]),
    )


def slim(model: Tagger, tokenizer: str, settings: Settings) -> tuple[Tagger, str, Settings]:
    """Return a copy of a model without idle pieces, its tokenizer and its settings."""
    made = deepcopy(model).eval()
    return made, *without_unused(made, tokenizer, settings)
