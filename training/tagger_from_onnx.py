"""Weights of the tagger from the shipped int8 model, to go on training with.

    python tagger_from_onnx.py --model ../models/tagger.onnx --tables ../models/tagger.json --out FOLDER

They are those of `model.pt` that the model was made of, as int8 rounds them. Writes FOLDER/model.pt and an encoder folder
with the configuration and the vocabulary, FOLDER/encoder. Heads that an older model lacks begin as new ones do.
"""

import argparse
import json
import re
import shutil
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from transformers import BertConfig, BertModel

from tagger.model import Tagger

PARTS = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "output/dense": "attention.output.dense", "intermediate/dense": "intermediate.dense", "output/dense_1": "output.dense",
}


def weights_of(graph):
    """The tensors of an exported tagger by the names that PyTorch gives them."""
    tensors = {tensor.name: torch.tensor(numpy_helper.to_array(tensor)) for tensor in graph.initializer}

    def whole(name):
        quantized, scale, zero = (tensors[f"{name}_{part}"].float() for part in ("quantized", "scale", "zero_point"))
        return (quantized - zero) * scale

    found = {name.removeprefix("tagger."): tensor for name, tensor in tensors.items() if name.startswith("tagger.") and tensor.dtype == torch.float32 and not name.endswith("_scale")}
    for name in list(tensors):
        if name.startswith("tagger.") and name.endswith("_quantized"):
            own = name.removesuffix("_quantized")
            found[own.removeprefix("tagger.")] = whole(own)
    for node in graph.node:
        layer = re.fullmatch(r"/layers\.(\d+)/(.+)/MatMul_quant", node.name)
        head = re.fullmatch(r"/(\w+_head)/MatMul_quant", node.name)
        if not layer and not head:
            continue
        name = f"encoder.encoder.layer.{layer[1]}.{PARTS[layer[2]]}" if layer else head[1]
        found[f"{name}.weight"] = whole(node.input[1].removesuffix("_quantized")).T.contiguous()
    return found


def main():
    options = argparse.ArgumentParser()
    for name in ("model", "tables", "out"):
        options.add_argument(f"--{name}", type=Path, required=True)
    chosen = options.parse_args()
    weights = weights_of(onnx.load(chosen.model).graph)
    tables = json.loads(chosen.tables.read_text(encoding="utf-8"))
    for crf in ("role", "name"):
        own = tables[f"{crf}s"]
        weights[f"{crf}_crf.start"] = torch.tensor(own["start"])
        weights[f"{crf}_crf.transitions"] = torch.tensor(own["transitions"])
    for end in ("cue", "source"):
        weights[f"{end}_distance.weight"] = torch.tensor(tables["links"][f"{end}Distance"])[:, None]
    pieces, width = weights["encoder.embeddings.word_embeddings.weight"].shape
    layers = 1 + max(int(name.split(".")[3]) for name in weights if name.startswith("encoder.encoder.layer."))
    inner = weights["encoder.encoder.layer.0.intermediate.dense.weight"].shape[0]
    config = BertConfig(vocab_size=pieces, hidden_size=width, intermediate_size=inner, num_hidden_layers=layers, num_attention_heads=width // 32)
    encoder = chosen.out / "encoder"
    encoder.mkdir(parents=True, exist_ok=True)
    BertModel(config, add_pooling_layer=False).save_pretrained(encoder)
    shutil.copy(chosen.model.with_suffix(".vocabulary.txt"), encoder / "vocab.txt")
    tagger = Tagger(encoder)
    missing, unexpected = tagger.load_state_dict(weights, strict=False)
    if unexpected or any("no_cue" not in name and "thought" not in name for name in missing):
        raise SystemExit(f"not in the model: {missing}; not known: {unexpected}")
    torch.save(tagger.state_dict(), chosen.out / "model.pt")
    print(f"{layers} layers of {width}; heads that begin anew: {sorted({name.split('.')[0] for name in missing})}")


if __name__ == "__main__":
    main()
