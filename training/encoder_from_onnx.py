"""Makes an encoder folder, as `train.py` takes it, of a BERT encoder that a package carries as ONNX.

    python encoder_from_onnx.py --onnx MODEL.onnx --tokenizer tokenizer.json --out FOLDER [--layers 8]

Weights of layers carry no names of their own in such a file: they are found by the product that each goes into.
"""

import argparse
import json
import re
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from transformers import BertConfig, BertModel


def weights_of(graph):
    """The tensors of an exported BERT encoder by the names that PyTorch gives them."""
    tensors = {tensor.name: torch.tensor(numpy_helper.to_array(tensor)) for tensor in graph.initializer}
    found = {name: tensor for name, tensor in tensors.items() if name.startswith(("embeddings.", "encoder."))}
    for node in graph.node:
        path = re.fullmatch(r"/(encoder/layer\..+)/MatMul", node.name)
        for tensor in node.input:
            if path and tensor.startswith("onnx::"):
                found[path[1].replace("/", ".") + ".weight"] = tensors[tensor].T.contiguous()
    found.pop("embeddings.position_ids", None)
    return found


def main():
    options = argparse.ArgumentParser()
    for name in ("onnx", "tokenizer", "out"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--layers", type=int, help="keep only so many, from below")
    chosen = options.parse_args()
    weights = weights_of(onnx.load(chosen.onnx).graph)
    pieces, width = weights["embeddings.word_embeddings.weight"].shape
    inner = weights["encoder.layer.0.intermediate.dense.weight"].shape[0]
    numbers = {name: int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer.")}
    layers = min(chosen.layers or 99, max(numbers.values()) + 1)
    weights = {name: tensor for name, tensor in weights.items() if numbers.get(name, 0) < layers}
    config = BertConfig(
        vocab_size=pieces, hidden_size=width, intermediate_size=inner, num_hidden_layers=layers, num_attention_heads=width // 32
    )
    model = BertModel(config, add_pooling_layer=False)
    model.load_state_dict(weights)
    chosen.out.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(chosen.out)
    vocabulary = json.loads(chosen.tokenizer.read_text(encoding="utf-8"))["model"]["vocab"]
    lines = sorted(vocabulary, key=vocabulary.get)
    (chosen.out / "vocab.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{layers} layers of {width}, {pieces} pieces, in {chosen.out}")


if __name__ == "__main__":
    main()
