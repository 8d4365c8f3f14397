"""The loss of a linear-chain conditional random field (Lafferty et al. 2001), batched."""

from __future__ import annotations

import torch
from torch import Tensor


def chain_loss(scores: Tensor, gold: Tensor, known: Tensor, start: Tensor, pairs: Tensor) -> Tensor:
    """Negative log-likelihood of ``gold`` a word, averaged over the known words.

    ``scores`` (windows, words, tags); ``gold`` (windows, words) tag numbers; ``known`` (windows, words) says which
    words are there: each row is a run of ones, then zeros.
    """
    number = known.sum()
    at = scores.gather(2, gold[:, :, None])[:, :, 0]
    path = start[gold[:, 0]] + (at * known).sum(1) + (pairs[gold[:, :-1], gold[:, 1:]] * known[:, 1:]).sum(1)
    total = start + scores[:, 0]
    for word in range(1, scores.shape[1]):
        ways = torch.logsumexp(total[:, :, None] + pairs, 1) + scores[:, word]
        total = torch.where(known[:, word, None] > 0, ways, total)
    return (torch.logsumexp(total, 1) - path).sum() / number
