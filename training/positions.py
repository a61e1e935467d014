"""Trains what judges pairs of passages: how two political statements stand to each other, and whether a pair is a shift.

    python positions.py --pairs FILE --out ../models/positions.json

FILE is what `positions.ts` writes. The relation is a logistic regression over two sentence vectors, their distance and their
product, learnt from the political pairs. The shift is gradient-boosted trees over features of the pair, among them how much the
relation leans to a contradiction, learnt from our own pairs and those of real speakers. Neither sees the pairs that are kept.
"""

import argparse
import json
from pathlib import Path

import lightgbm
import numpy

from choices import written

RELATIONS = ["Inconsistent", "Consistent", "Unrelated"]
# What a pair weighs that nobody read, beside one that is labelled.
DRAWN = 0.3
# What a pair of real speakers weighs when scores are turned into probabilities: shifts are rare among them, as in a record.
REAL = 3.0
STRENGTH = 2e-3


class Pairs:
    def __init__(self, path):
        with open(path, encoding="utf-8") as lines:
            self.features = json.loads(next(lines))["features"]
            rows = [json.loads(line) for line in lines]
        self.set = numpy.array([row["set"] for row in rows])
        self.label = numpy.array([row["label"] for row in rows])
        self.text = [(row["earlier"], row["later"]) for row in rows]
        self.row = numpy.array([row["row"] for row in rows], dtype=float)
        u, v = (numpy.array([row[side] for row in rows], dtype=float) for side in "uv")
        u, v = (one / numpy.linalg.norm(one, axis=1, keepdims=True) for one in (u, v))
        self.vectors = numpy.hstack([u, v, numpy.abs(u - v), u * v])

    def of(self, *sets):
        return numpy.flatnonzero(numpy.isin(self.set, sets))


def softmax(scores):
    weights = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True)


def relation(vectors, labels, steps=400):
    """Weights and intercepts for the vectors as they are; fitted on standardised ones, by gradient descent with momentum."""
    middle, spread = vectors.mean(axis=0), vectors.std(axis=0) + 1e-9
    scaled = (vectors - middle) / spread
    wanted = numpy.eye(len(RELATIONS))[[RELATIONS.index(label) for label in labels]]
    weights, intercepts = numpy.zeros((scaled.shape[1], len(RELATIONS))), numpy.log(wanted.mean(axis=0))
    moved = numpy.zeros_like(weights)
    rate = 1.0 / (numpy.linalg.norm(scaled, 2) ** 2 / 2 + 1 / STRENGTH)
    for _ in range(steps):
        miss = softmax(scaled @ (weights + 0.9 * moved) + intercepts) - wanted
        moved = 0.9 * moved - rate * (scaled.T @ miss + (weights + 0.9 * moved) / STRENGTH)
        weights = weights + moved
        intercepts = intercepts - 0.5 * miss.mean(axis=0)
    plain = weights / spread[:, None]
    return plain, intercepts - middle @ plain


def average_precision(scores, right):
    order = numpy.argsort(-scores, kind="stable")
    hits = right[order]
    return float((numpy.cumsum(hits) / numpy.arange(1, len(hits) + 1))[hits].mean())


def folds_of(texts, count):
    """Pairs with the same earlier passage are left out together."""
    known = {}
    return numpy.array([known.setdefault(earlier, len(known)) % count for earlier, _ in texts])


def trees(rows, right, weights, count):
    parameters = {
        "objective": "binary", "num_leaves": 7, "learning_rate": 0.05, "min_data_in_leaf": 6, "lambda_l2": 3, "feature_fraction": 0.5,
        "bagging_fraction": 0.8, "bagging_freq": 1, "max_bin": 63, "verbose": -1, "seed": 1, "deterministic": True, "num_threads": 1,
        "boost_from_average": False,
    }
    return lightgbm.train(parameters, lightgbm.Dataset(rows, right, weight=weights, free_raw_data=False), num_boost_round=count)


def calibrated(scores, right, weights):
    """Slope and intercept that turn scores into probabilities (Platt 1999), by Newton's method."""
    columns = numpy.stack([scores, numpy.ones_like(scores)], axis=1)
    found = numpy.array([1.0, 0.0])
    for _ in range(50):
        chances = 1 / (1 + numpy.exp(-columns @ found))
        slope = columns.T @ (weights * (chances - right)) + 1e-3 * (found - [1, 0])
        bend = (columns * (weights * chances * (1 - chances))[:, None]).T @ columns + 1e-3 * numpy.eye(2)
        found = found - numpy.linalg.solve(bend, slope)
    return found


def political(pairs):
    at = pairs.of("political")
    order = numpy.random.RandomState(1).permutation(len(at))
    fold = numpy.empty(len(at), dtype=int)
    for label in RELATIONS:
        same = [one for one in order if pairs.label[at[one]] == label]
        fold[same] = numpy.arange(len(same)) % 10
    scores = numpy.zeros((len(at), len(RELATIONS)))
    for number in range(10):
        own, others = at[fold == number], at[fold != number]
        weights, intercepts = relation(pairs.vectors[others], pairs.label[others])
        scores[fold == number] = softmax(pairs.vectors[own] @ weights + intercepts)
    right = numpy.array([RELATIONS[best] for best in scores.argmax(axis=1)]) == pairs.label[at]
    precision = average_precision(scores[:, 0], pairs.label[at] == "Inconsistent")
    print(f"political pairs, ten folds: average precision {precision:.3f}, three classes {100 * right.mean():.1f}% of {len(at)}", flush=True)


def told(name, pairs, rows, count):
    """How a way of judging does on the pairs that are kept, and what it flags of real speakers' pairs, five folds."""
    right = pairs.label == "shift"
    learnt, kept, real = pairs.of("pairs", "training", "real", "drawn"), pairs.of("kept"), pairs.of("real", "drawn")
    weights = numpy.where(pairs.set == "drawn", DRAWN, 1.0)
    fold = folds_of(pairs.text, 5)
    scores = numpy.zeros(len(right))
    for number in range(5):
        others = [one for one in learnt if fold[one] != number]
        some = [one for one in learnt if fold[one] == number]
        scores[some] = trees(rows[others], right[others], weights[others], count).predict(rows[some], raw_score=True)
    booster = trees(rows[learnt], right[learnt], weights[learnt], count)
    found = calibrated(scores[learnt], right[learnt], numpy.where(pairs.set == "real", REAL, 1.0)[learnt])
    sure = 1 / (1 + numpy.exp(-(found[0] * scores + found[1])))
    chances = 1 / (1 + numpy.exp(-(found[0] * booster.predict(rows[kept], raw_score=True) + found[1])))
    flagged, flagged_real = chances > 0.5, sure[real] > 0.5
    print(f"{name}: kept, average precision {average_precision(chances, right[kept]):.3f} of {len(kept)} ({right[kept].sum()} shifts), "
          f"above a half {(flagged & right[kept]).sum()} right of {flagged.sum()}; real, above a half "
          f"{(flagged_real & right[real]).sum()} right of {flagged_real.sum()} in {len(real)}", flush=True)
    for one in real[flagged_real]:
        print(f"  {sure[one]:.2f} {pairs.set[one]} {pairs.label[one]}: {pairs.text[one][0][:120]} | {pairs.text[one][1][:120]}")
    return booster, found


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--pairs", type=Path, required=True)
    options.add_argument("--out", type=Path)
    options.add_argument("--trees", type=int, default=200)
    chosen = options.parse_args()
    pairs = Pairs(chosen.pairs)
    political(pairs)
    at = pairs.of("political")
    weights, intercepts = relation(pairs.vectors[at], pairs.label[at])
    weights, intercepts = numpy.round(weights, 4), numpy.round(intercepts, 4)
    scores = pairs.vectors @ weights + intercepts
    leaning = scores[:, 0] - scores[:, 1:].max(axis=1)
    told("features", pairs, pairs.row, chosen.trees)
    booster, found = told("features and relation", pairs, numpy.hstack([pairs.row, leaning[:, None]]), chosen.trees)
    if chosen.out:
        model = {
            "relation": {"weights": weights.T.tolist(), "intercepts": intercepts.tolist()},
            "shift": written(booster, [*pairs.features, "contradiction"]),
            "calibration": [round(float(one), 4) for one in found],
        }
        chosen.out.write_text(json.dumps(model, separators=(",", ":")) + "\n", encoding="utf-8")
        print(f"{chosen.out}: {chosen.out.stat().st_size / 1e3:.0f} KB")


if __name__ == "__main__":
    main()
