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

from tagger.antecedents import LAYER
from tagger.labels import NAME_LABELS, ROLE_LABELS
from tagger.model import LINK_PARTS, LINK_WIDTH, Tagger, rows_of
from tagger.pieces import Vocabulary
from tagger.windows import Text, encode, tagging_windows

# The program leaves these out too (`src/pipeline/network.ts`).
SLOW = ["SkipLayerNormFusion", "BiasSkipLayerNormFusion"]
OUTPUTS = ["roles", "names", "links", "noSource", "noCue", "thought", "states"]


class Attention(torch.autograd.Function):
    """Attention without a mask, as the one operator that ONNX Runtime has for it."""

    @staticmethod
    def forward(ctx, query, key, value, heads):
        parts = [part.reshape(*part.shape[:2], heads, -1).transpose(1, 2) for part in (query, key, value)]
        return torch.nn.functional.scaled_dot_product_attention(*parts).transpose(1, 2).reshape(query.shape)

    @staticmethod
    def symbolic(graph, query, key, value, heads):
        return graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads).setType(query.type())


class ExportedLayer(torch.nn.Module):
    """A layer of the encoder; given `rows`, it answers for those pieces alone, and reads them all."""

    def __init__(self, layer):
        super().__init__()
        self.layer = layer

    def forward(self, hidden, rows=None):
        attention = self.layer.attention
        asked = hidden if rows is None else rows_of(hidden, rows)
        parts = attention.self.query(asked), attention.self.key(hidden), attention.self.value(hidden)
        read = Attention.apply(*parts, attention.self.num_attention_heads)
        return self.layer.feed_forward_chunk(attention.output(read, asked))


class Exported(torch.nn.Module):
    """The tagger for one window at a time: its scores never depend on what else is in a batch, and nothing needs to be
    masked. The last layer, a tenth of the work, is done only for the words that are asked for. Beside the tagger's answers
    it gives what the layer below says by which antecedents are found.
    """

    def __init__(self, tagger):
        super().__init__()
        self.tagger = tagger
        self.layers = torch.nn.ModuleList(ExportedLayer(layer) for layer in tagger.encoder.encoder.layer)

    def forward(self, pieces, kinds, starts):
        hidden = self.tagger.encoder.embeddings(inputs_embeds=self.tagger.embedded(pieces, kinds))
        for layer in self.layers[:LAYER]:
            hidden = layer(hidden)
        states = rows_of(hidden, starts)
        for layer in self.layers[LAYER:-1]:
            hidden = layer(hidden)
        return *self.tagger.heads(self.layers[-1](hidden, starts)), states


def rounded(tensor, digits=5):
    return [rounded(row, digits) for row in tensor] if tensor.dim() > 1 else [round(float(x), digits) for x in tensor]


def tables(model):
    """What decoding needs in addition to the network; rows are `[from][to]`."""

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


def run_onnx(session, window, own_first, own_last, vocabulary):
    """Scores of a window's own words."""
    ids, kinds, starts = encode(window, vocabulary)
    asked = starts[own_first - window.first : own_last - window.first]
    ids, kinds, starts = (numpy.array([row], dtype=numpy.int64) for row in (ids, kinds, asked))
    return session.run(OUTPUTS, {"pieces": ids, "kinds": kinds, "starts": starts})


def parity_cases(session, texts, vocabulary):
    """Parity cases on our own texts: piece ids, the best label of each word by itself, and its score."""
    cases = []
    for text in texts:
        window = tagging_windows(text, vocabulary)[0]
        roles, names, *_ = run_onnx(session, *window, vocabulary)
        roles, names = roles[0], names[0]
        cases.append({
            "text": text.text,
            "pieces": encode(window[0], vocabulary)[0],
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
        window = tagging_windows(text, vocabulary)[0]
        one, other = (run_onnx(one, *window, vocabulary)[0][0] for one in (whole, session))
        same += int((one.argmax(1) == other.argmax(1)).sum())
        total += len(one)
    print(f"{small.stat().st_size / 1e6:.1f} MB; labels alike before and after int8: {same} of {total}")


if __name__ == "__main__":
    main()
