"""A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over BIO labels."""

import torch
from torch import nn

IMPOSSIBLE = -1e4


def forbidden(count):
    """`[from, to]`: an `I-` follows only the `B-` or `I-` of its own kind."""
    mask = torch.zeros(count, count, dtype=torch.bool)
    for to in range(2, count, 2):
        for origin in range(count):
            mask[origin, to] = origin not in (to - 1, to)
    return mask


class Crf(nn.Module):
    """A window may begin inside a span, so the first label may be an `I-`."""

    def __init__(self, count):
        super().__init__()
        self.start = nn.Parameter(torch.zeros(count))
        self.transitions = nn.Parameter(torch.zeros(count, count))
        self.register_buffer("impossible", forbidden(count), persistent=False)

    def scores(self):
        return self.transitions.masked_fill(self.impossible, IMPOSSIBLE)

    def loss(self, emissions, labels, lengths):
        """Negative log likelihood of each sequence. emissions `[B, W, L]`, labels `[B, W]`, lengths `[B]`."""
        moves = self.scores()
        at = torch.arange(labels.shape[1], device=labels.device)
        real = at[None, :] < lengths[:, None]
        gold = emissions.gather(2, labels[..., None])[..., 0] * real
        steps = moves[labels[:, :-1], labels[:, 1:]] * real[:, 1:]
        path = self.start[labels[:, 0]] + gold.sum(1) + steps.sum(1)
        alpha = self.start + emissions[:, 0]
        for step in range(1, labels.shape[1]):
            after = torch.logsumexp(alpha[:, :, None] + moves, 1) + emissions[:, step]
            alpha = torch.where(real[:, step, None], after, alpha)
        return torch.logsumexp(alpha, 1) - path

    @torch.no_grad()
    def decode(self, emissions, length):
        """The best labels (Viterbi) of one sequence, emissions `[W, L]`."""
        moves = self.scores()
        best, back = self.start + emissions[0], []
        for step in range(1, length):
            total = best[:, None] + moves
            score, origin = total.max(0)
            back.append(origin)
            best = score + emissions[step]
        label = int(best.argmax())
        labels = [label]
        for origin in reversed(back):
            label = int(origin[label])
            labels.append(label)
        return labels[::-1]
