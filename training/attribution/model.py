"""The network: an encoder, a score for every tag of every word, and vectors that link spans."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import AutoModel

from onrecord.statement.learned.decoding import TAGS
from onrecord.statement.learned.linking import BUCKETS, PAIRS
from onrecord.statement.learned.words import SHAPES
from training.attribution.crf import Chain

WIDTH = 64
"""The length of a query or key."""


class Tagger(nn.Module):
    """An encoder with two heads. `encoder` is any that takes ``inputs_embeds``."""

    def __init__(self, encoder: Any, *, dropout: float = 0.1) -> None:
        super().__init__()
        size = encoder.config.hidden_size
        self.encoder = encoder
        self.shapes = nn.Embedding(SHAPES, size)
        nn.init.zeros_(self.shapes.weight)
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(size, len(TAGS))
        self.hidden = nn.Linear(size, size)
        self.vectors = nn.Linear(size, 2 * len(PAIRS) * WIDTH)
        self.distance = nn.Parameter(torch.zeros(len(PAIRS), BUCKETS))
        self.nobody = nn.Parameter(torch.zeros(WIDTH))
        self.chain = Chain()

    def forward(
        self, pieces: Tensor, shapes: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Return the scores of the tags and the linking vectors of every piece."""
        embedded = self.encoder.get_input_embeddings()(pieces) + self.shapes(shapes)
        if mask is None:
            mask = torch.ones_like(pieces)
        states = self.encoder(inputs_embeds=embedded, attention_mask=mask)[0]
        states = self.dropout(states)
        linked = self.vectors(self.dropout(torch.relu(self.hidden(states))))
        return self.tags(states), linked


def load_encoder(name: str | Path, *, layers: int = 0) -> Any:
    """Return the encoder at a path or, where a hub can be reached, of that name.

    With `layers`, only so many of its first layers. Nothing is dropped inside it in
    training: on a processor that costs half of the time.
    """
    model = AutoModel.from_pretrained(
        name, attention_probs_dropout_prob=0.0, hidden_dropout_prob=0.0
    )
    model.pooler = None
    if layers:
        model.encoder.layer = model.encoder.layer[:layers]
        model.config.num_hidden_layers = layers
    return model.float()
