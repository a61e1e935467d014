"""Training with the rounding that int8 brings (Jacob et al. 2018), as ONNX Runtime's dynamic quantisation rounds.

Weights are rounded by column, symmetrically; what goes into a layer is rounded as a whole, between its least and its
greatest number. Gradients pass as if nothing had been rounded.
"""

import torch
from torch import nn
from torch.nn import functional


def straight(rounded, exact):
    return exact + (rounded - exact).detach()


def rounded_weight(weight, by_row):
    with torch.no_grad():
        largest = weight.abs().amax(1, keepdim=True) if by_row else weight.abs().max()
        step = largest.clamp(min=1e-9) / 127
        near = (weight / step).round().clamp(-127, 127) * step
    return straight(near, weight)


def rounded_input(values):
    with torch.no_grad():
        low, high = values.min().clamp(max=0), values.max().clamp(min=0)
        step = ((high - low) / 255).clamp(min=1e-9)
        zero = (-low / step).round()
        near = ((values / step).round() + zero).clamp(0, 255).sub(zero) * step
    return straight(near.to(values.dtype), values)


class Int8Linear(nn.Linear):
    def forward(self, values):
        return functional.linear(rounded_input(values), rounded_weight(self.weight, True), self.bias)


class Int8Embedding(nn.Embedding):
    def forward(self, ids):
        return functional.embedding(ids, rounded_weight(self.weight, False), self.padding_idx)


def live_with_int8(model):
    """Makes a model's layers round as the shipped model does. Its weights stay as they are."""
    for module in model.modules():
        if type(module) is nn.Linear:
            module.__class__ = Int8Linear
    model.encoder.embeddings.word_embeddings.__class__ = Int8Embedding
    return model
