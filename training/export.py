"""Writes what the program loads: the model as int8 ONNX, its tables as JSON, the vocabulary, and parity cases.

    python export.py --run FOLDER --encoder FOLDER --data FOLDER_OF_PREPARED_TEXTS --models ../models --parity FILE
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from tagger.labels import NAME_LABELS, ROLE_LABELS
from tagger.model import LINK_PARTS, LINK_WIDTH, Tagger
from tagger.pieces import Vocabulary
from tagger.windows import Text, encode, tagging_windows

# The program leaves these out too (`src/pipeline/network.ts`).
SLOW = ["SkipLayerNormFusion", "BiasSkipLayerNormFusion"]
OUTPUTS = ["roles", "names", "links", "noSource"]


class Attention(torch.autograd.Function):
    """Attention without a mask, as the one operator that ONNX Runtime has for it."""

    @staticmethod
    def forward(ctx, query, key, value, heads):
        parts = [part.view(*part.shape[:2], heads, -1).transpose(1, 2) for part in (query, key, value)]
        return torch.nn.functional.scaled_dot_product_attention(*parts).transpose(1, 2).reshape(query.shape)

    @staticmethod
    def symbolic(graph, query, key, value, heads):
        return graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads).setType(query.type())


class ExportedAttention(torch.nn.Module):
    def __init__(self, attention):
        super().__init__()
        self.attention = attention

    def forward(self, hidden, *_, **__):
        own = self.attention
        return Attention.apply(own.query(hidden), own.key(hidden), own.value(hidden), own.num_attention_heads), None


class Exported(torch.nn.Module):
    """One window at a time: its scores never depend on what else is in a batch, and nothing needs to be masked."""

    def __init__(self, tagger):
        super().__init__()
        self.tagger = tagger
        for layer in tagger.encoder.encoder.layer:
            layer.attention.self = ExportedAttention(layer.attention.self)

    def forward(self, pieces, kinds, starts):
        return self.tagger(pieces, kinds, None, starts)


def rounded(tensor, digits=5):
    return [rounded(row, digits) for row in tensor] if tensor.dim() > 1 else [round(float(x), digits) for x in tensor]


def tables(model):
    """What decoding needs beside the network; rows are `[from][to]`."""

    def crf(head, labels):
        return {"labels": labels, "start": rounded(head.start.detach()), "transitions": rounded(head.scores().detach())}

    return {
        "roles": crf(model.role_crf, ROLE_LABELS),
        "names": crf(model.name_crf, NAME_LABELS),
        "links": {
            "width": LINK_WIDTH,
            "parts": LINK_PARTS,
            "cueDistance": rounded(model.cue_distance.weight.detach()[:, 0]),
            "sourceDistance": rounded(model.source_distance.weight.detach()[:, 0]),
        },
        # Until it is calibrated: what the cue alone says.
        "confidence": [0, 1],
    }


def run_onnx(session, window, vocabulary):
    ids, kinds, starts = (numpy.array([row], dtype=numpy.int64) for row in encode(window, vocabulary))
    return session.run(OUTPUTS, {"pieces": ids, "kinds": kinds, "starts": starts})


def parity_cases(session, texts, vocabulary):
    """What the program must reproduce of our own texts: ids, the best label of each word alone, and its score."""
    cases = []
    for text in texts:
        window, first, last = tagging_windows(text, vocabulary)[0]
        roles, names, _, _ = run_onnx(session, window, vocabulary)
        roles, names = roles[0], names[0]
        cases.append({
            "text": text.text,
            "pieces": encode(window, vocabulary)[0],
            "roles": [ROLE_LABELS[at] for at in roles.argmax(1)],
            "roleScores": [round(float(x), 4) for x in roles.max(1)],
            "names": [NAME_LABELS[at] for at in names.argmax(1)],
        })
    return cases


def main():
    options = argparse.ArgumentParser()
    for name in ("run", "encoder", "data", "models", "parity"):
        options.add_argument(f"--{name}", type=Path, required=True)
    chosen = options.parse_args()
    chosen.models.mkdir(parents=True, exist_ok=True)
    model = Tagger(chosen.encoder)
    model.load_state_dict(torch.load(chosen.run / "model.pt", map_location="cpu"))
    model.eval()
    example = (torch.randint(1000, 2000, (1, 24)), torch.zeros(1, 24, dtype=torch.long), torch.arange(20)[None])
    plain = chosen.run / "tagger.onnx"
    torch.onnx.export(
        Exported(model), example, plain, input_names=["pieces", "kinds", "starts"], output_names=OUTPUTS,
        dynamic_axes={"pieces": {1: "pieces"}, "kinds": {1: "pieces"}, "starts": {1: "words"}}, opset_version=17, dynamo=False,
    )
    small = chosen.models / "tagger.onnx"
    quantize_dynamic(
        plain, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=False,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    shutil.copy(chosen.encoder / "vocab.txt", chosen.models / "tagger.vocabulary.txt")
    (chosen.models / "tagger.json").write_text(json.dumps(tables(model)) + "\n", encoding="utf-8")
    vocabulary = Vocabulary(chosen.encoder / "vocab.txt")
    session = onnxruntime.InferenceSession(str(small), disabled_optimizers=SLOW)
    texts = Text.read(chosen.data / "parity.jsonl")
    chosen.parity.write_text(json.dumps(parity_cases(session, texts, vocabulary), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    whole = onnxruntime.InferenceSession(str(plain))
    same = total = 0
    for text in texts:
        window, _, _ = tagging_windows(text, vocabulary)[0]
        one, other = run_onnx(whole, window, vocabulary)[0][0], run_onnx(session, window, vocabulary)[0][0]
        same += int((one.argmax(1) == other.argmax(1)).sum())
        total += len(one)
    print(f"{small.stat().st_size / 1e6:.1f} MB; labels alike before and after int8: {same} of {total}")


if __name__ == "__main__":
    main()
