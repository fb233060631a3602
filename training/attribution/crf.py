"""A linear chain over the tags of a passage (Lafferty et al. 2001), in batches of passages."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from onrecord.statement.learned.decoding import TAGS, forbidden_starts, forbidden_steps


class Chain(nn.Module):
    """Learned scores of a tag's first place and of each step; what is invalid stays so."""

    no_step: Tensor
    no_start: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.starts = nn.Parameter(torch.zeros(len(TAGS)))
        self.register_buffer("no_step", torch.from_numpy(forbidden_steps()), persistent=False)
        self.register_buffer("no_start", torch.from_numpy(forbidden_starts()), persistent=False)

    def loss(self, scores: Tensor, tags: Tensor, mask: Tensor, whole: Tensor) -> Tensor:
        """Return the negative log-likelihood of `tags`, summed over the batch.

        Args:
            scores: passages × words × tags; `tags` and `mask` are passages × words.
            whole: of each passage, whether its first word opens it. One that a window cut
                in two may go on inside, at no cost.
        """
        steps = self.steps + self.no_step
        starts = (self.starts + self.no_start) * whole[:, None]
        rows = torch.arange(len(tags), device=tags.device)
        places = scores.gather(2, tags[..., None])[..., 0] * mask
        walked = steps[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]
        gold = places.sum(1) + walked.sum(1) + starts[rows, tags[:, 0]]
        sums = starts + scores[:, 0]
        for i in range(1, scores.shape[1]):
            onward = torch.logsumexp(sums[:, :, None] + steps, dim=1) + scores[:, i]
            sums = torch.where(mask[:, i, None], onward, sums)
        return (torch.logsumexp(sums, dim=1) - gold).sum()
