"""Trains the scores of antecedents on what the shipped tagger's encoder says of the words, and writes them as ONNX.

    python antecedents.py --data FOLDER_OF_PREPARED_TEXTS --models ../models [--folds 5]

Ten minutes on a processor. With `--folds` it says how far the method goes on OntoGUM instead, documents apart.
"""

import argparse
import json
import os
import random
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy
import onnxruntime
import torch
from torch import nn

from tagger.antecedents import AFTER, BEFORE, Antecedents, Ensemble, distances, kinds_of, same_by_turn
from tagger.augment import renamed
from tagger.pieces import Vocabulary
from tagger.windows import Text, encode, tagging_windows

EPOCHS = 4
# Nets trained from different seeds, whose shares are averaged.
MEMBERS = 5
RATE = 5e-4
BATCH = 4
# Copies in which people have other names, in every second of them the other gender.
GAP_COPIES, CHAIN_COPIES, NEWS_COPIES = 4, 2, 1
DEFINITE = set("the this that these those his her their its my our your both".split())
CHUNK, STEP = BEFORE + AFTER, 120


@dataclass
class Example:
    """A stretch of a text: `meant[Q, C + 1]` is 1 where a candidate is of the query's entity, or in the last column
    where none is; `asked[Q, C]` is 0 for what is no candidate of that query.
    """

    states: torch.Tensor
    queries: list
    candidates: list
    kinds: list
    asked: torch.Tensor
    meant: torch.Tensor
    mentions: list
    entities: list
    genre: str
    words: list


class Encoder:
    """The output of `tagger.onnx` for antecedents."""

    def __init__(self, models):
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(models / "tagger.onnx", options)
        self.vocabulary = Vocabulary(models / "tagger.vocabulary.txt")

    def states(self, words, kinds):
        """`[words, width]`, encoded in the same windows as in the program."""
        text = Text(id="", set="", words=words, kinds=kinds)
        parts = []
        for window, own_first, own_last in tagging_windows(text, self.vocabulary):
            ids, kinds_of_pieces, first = encode(window, self.vocabulary)
            starts = first[own_first - window.first : own_last - window.first]
            rows = {"pieces": ids, "kinds": kinds_of_pieces, "starts": starts}
            (found,) = self.session.run(["states"], {name: numpy.array([row], dtype=numpy.int64) for name, row in rows.items()})
            parts.append(torch.from_numpy(found[0]).half())
        return torch.cat(parts)


def asks(mention, words):
    """Whether a mention is a pronoun or a definite description."""
    return mention["form"] == "pronoun" or (mention["form"] == "nominal" and words[mention["first"]].lower() in DEFINITE)


def may_mean(query, candidate):
    """Whether a mention may be the antecedent: an earlier one that does not contain the query, or a name soon after."""
    holds = candidate["first"] <= query["first"] and candidate["last"] >= query["last"]
    gap = candidate["first"] - query["first"]
    return not holds and -BEFORE <= gap <= AFTER and (gap < 0 or candidate["form"] == "name")


def chained(line, words, states):
    """A text with coreference chains, split into overlapping parts; each query is in one of them."""
    length, at, asked_from = len(words), 0, 0
    begun_at = firsts(line["mentions"])
    while True:
        end = min(length, at + CHUNK + STEP)
        asked_to = length if end == length else end - AFTER
        candidates = [mention for mention in line["mentions"] if at <= mention["first"] and mention["last"] <= end]
        queries = [
            {**m, "begins": begun_at[m["entity"]] == m["first"]} for m in candidates if asked_from <= m["first"] < asked_to and asks(m, words)
        ]
        if queries:
            yield example(states[at:end], words[at:end], [moved(m, at) for m in queries], [moved(m, at) for m in candidates], line["genre"])
        if end == length:
            return
        asked_from, at = asked_to, asked_to - BEFORE


def firsts(mentions):
    """Where each entity is first mentioned."""
    found = {}
    for mention in mentions:
        found[mention["entity"]] = min(mention["first"], found.get(mention["entity"], mention["first"]))
    return found


def moved(mention, at):
    return {**mention, "first": mention["first"] - at, "last": mention["last"] - at}


def example(states, words, queries, candidates, genre):
    forms = [[(one["form"], words[one["last"] - 1].lower(), turn_of(one)) for one in some] for some in (queries, candidates)]
    apart = torch.tensor([[same_by_turn(*pair) is False for pair in zip([form] * len(forms[1]), forms[1])] for form in forms[0]])
    asked = torch.tensor([[may_mean(query, one) for one in candidates] for query in queries]) & ~apart
    same = torch.tensor([[query["entity"] == one["entity"] for one in candidates] for query in queries]) & asked
    meant = torch.cat([same, ~same.any(1, keepdim=True)], 1).float()
    return Example(states, ends(queries), ends(candidates), kinds_of(*forms), asked, meant, queries, [one["entity"] for one in candidates], genre, [word for _, word, _ in forms[0]])


def turn_of(mention):
    """Who has the turn of a mention, and who has the turns before and after."""
    return (mention["speaker"], frozenset(mention["partners"])) if "speaker" in mention else None


def ends(mentions):
    return [(mention["first"], mention["last"] - 1) for mention in mentions]


def passage(line, words, states):
    """A passage of GAP: its two names are the candidates, wherever they are."""
    queries = [{"first": line["pronoun"], "last": line["pronoun"] + 1, "entity": 0, "form": "pronoun"}]
    candidates = [{"first": first, "last": last, "entity": 1 - meant, "form": "name"} for first, last, meant in line["candidates"]]
    made = example(states, words, queries, candidates, "gap")
    made.asked[:] = True
    made.meant = torch.tensor([[float(meant) for _, _, meant in line["candidates"]] + [0.0]])
    made.meant[0, -1] = float(made.meant.sum() == 0)
    return made


def scores(net, one):
    """`[Q, C + 1]` of one net, `[members, Q, C + 1]` of an ensemble."""
    states = one.states.float()
    vectors = [net.mentions(states[torch.tensor(places)]) for places in (one.queries, one.candidates)]
    found = net.pairs(*vectors, torch.tensor(distances(one.queries, one.candidates)), torch.tensor(one.kinds))
    allowed = torch.cat([one.asked, torch.ones(len(one.queries), 1, dtype=torch.bool)], 1)
    return found.masked_fill(~allowed, -1e4)


def train(examples, seed):
    torch.manual_seed(seed)
    chance = random.Random(seed)
    net = Antecedents()
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=0.01)
    steps = EPOCHS * (len(examples) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, step / 100) * max(0.02, 1 - step / steps))
    net.train()
    for _ in range(EPOCHS):
        chance.shuffle(examples)
        for at in range(0, len(examples) - BATCH + 1, BATCH):
            # Any mention of the entity is right: their probabilities add up (marginal likelihood).
            parts = [
                -torch.logsumexp(scores(net, one).log_softmax(1) + torch.log(one.meant + 1e-9), 1).sum()
                for one in examples[at : at + BATCH]
            ]
            (sum(parts) / 16).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
    return net.eval()


def train_all(examples, seed):
    """The members each in a process of its own, as many at once as there are processors: their sums are too small to be
    shared out among threads.
    """
    shared_examples[:] = examples
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("fork")) as pool:
        return Ensemble(list(pool.map(train_shared, range(seed, seed + MEMBERS))))


# What the processes that train have from the one that they are divided from.
shared_examples = []


def train_shared(seed):
    return train(list(shared_examples), seed)


def right_in(net, one):
    """For each query whether the likeliest entity is right, or that it is none where its entity is first mentioned there."""
    with torch.no_grad():
        shares = scores(net, one).softmax(2).mean(0)
    right = []
    for row, mention in enumerate(one.mentions):
        by_entity = Counter({None: float(shares[row, -1])})
        for share, entity in zip(shares[row].tolist(), one.entities):
            by_entity[entity] += share
        likeliest = by_entity.most_common(1)[0][0]
        right.append(likeliest == mention["entity"] or (likeliest is None and mention["begins"]))
    return right


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main():
    options = argparse.ArgumentParser()
    for name in ("data", "models"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--folds", type=int, default=0)
    chosen = options.parse_args()
    # A process that has threads of its own cannot be divided.
    torch.set_num_threads(1)
    encoder = Encoder(chosen.models)
    given_names = json.loads((chosen.data / "given-names.json").read_text(encoding="utf-8"))
    chance = random.Random(chosen.seed)

    def copies(line, count):
        yield line["words"], encoder.states(line["words"], line["kinds"])
        for copy in range(count):
            words = renamed(line["words"], line["kinds"], given_names, chance, other_gender=copy % 2 == 0)
            yield words, encoder.states(words, line["kinds"])

    passages = [
        passage(line, words, states) for line in read(chosen.data / "gap-validation.jsonl") for words, states in copies(line, GAP_COPIES)
    ]
    lines = {line["id"]: line for line in read(chosen.data / "chains.jsonl") + read(chosen.data / "references.jsonl")}
    texts = {
        id: [list(chained(line, words, states)) for words, states in copies(line, NEWS_COPIES if line["set"] == "news" else CHAIN_COPIES)]
        for id, line in lines.items()
    }
    print(f"{len(passages)} passages, {len(texts)} texts read", flush=True)
    if chosen.folds:
        cross_validate(lines, texts, passages, chosen)
        return
    in_training = [id for id, line in lines.items() if line["part"] == "train"]
    net = train_all(passages + [one for id in in_training for copy in texts[id] for one in copy], chosen.seed)
    export(net, passages[0], chosen)


def cross_validate(lines, texts, passages, chosen):
    """Prints the share of mentions whose entity is right, in all, and of every pronoun and description that is the subject of
    a verb of saying: of descriptions that do not point back, those are right whose entity is first mentioned there.
    """
    ids = sorted(texts)
    random.Random(chosen.seed).shuffle(ids)
    tally = Counter()

    def count(mention, form, genre, right, word=None):
        kinds = ["all", genre, form]
        if mention["says"]:
            kinds += ["says", f"says {form}", f"says {genre}"] + ([f"says {word}"] if form == "pronoun" else [])
        for kind in kinds:
            tally[kind] += 1
            tally[kind, "right"] += right

    for fold in range(chosen.folds):
        print(f"fold {fold + 1} of {chosen.folds}", flush=True)
        apart = set(ids[fold :: chosen.folds])
        net = train_all(passages + [one for id in ids if id not in apart for copy in texts[id] for one in copy], chosen.seed)
        for id in apart:
            line = lines[id]
            for one in texts[id][0]:
                for mention, word, right in zip(one.mentions, one.words, right_in(net, one)):
                    count(mention, mention["form"], one.genre, right, word)
            begun_at = firsts(line["mentions"])
            for mention in line["mentions"]:
                if mention["form"] == "nominal" and not asks(mention, line["words"]):
                    count(mention, "new nominal", line["genre"], begun_at[mention["entity"]] == mention["first"])
    for kind in sorted(key for key in tally if isinstance(key, str)):
        print(f"{kind:20} {tally[kind]:5} {100 * tally[kind, 'right'] / tally[kind]:5.1f}", flush=True)


def export(net, one, chosen):
    words = one.states.float()[torch.tensor(one.candidates)]
    vectors = net.mentions(words)
    mentions = {0: "mentions"}
    write(net, net.mentions, [words], ["words"], "vectors", {"words": mentions, "vectors": mentions}, chosen.models / "mentions.onnx")
    inputs = [vectors[:1], vectors, torch.tensor(one.kinds)[:1] + 3, torch.tensor(one.kinds)[:1]]
    pairs = {0: "queries", 1: "candidates"}
    axes = {"queries": {0: "queries"}, "candidates": {0: "candidates"}, "distances": pairs, "kinds": pairs}
    write(net, net.pairs, inputs, list(axes), "scores", {**axes, "scores": {1: "queries", 2: "choices"}}, chosen.models / "antecedents.onnx")


def write(net, function, inputs, names, output, axes, path):
    part = nn.Module()
    part.net, part.forward = net, function
    torch.onnx.export(
        part, tuple(inputs), path, input_names=names, output_names=[output], dynamic_axes=axes, opset_version=17, dynamo=False
    )


if __name__ == "__main__":
    main()
