"""Trains a choice, of who says a statement or of its day: gradient-boosted trees (Friedman 2001) over the candidates.

    python choices.py --questions FILE --out ../models/speakers.json [--check FILE] [--folds 5]

The loss is that of a conditional logit (McFadden 1974): the scores of a statement's candidates go through one softmax. FILE is
what `choices.ts` or `dates.ts` writes. With --folds the articles are cross-validated before the trees are trained on all of them.
"""

import argparse
import hashlib
import json
from pathlib import Path

import lightgbm
import numpy


# What a statement of a filled template weighs beside one of an article.
TEMPLATE = 0.7


class Questions:
    """Rows of candidates, and of each statement where its rows begin and which are right."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as lines:
            self.features = json.loads(next(lines))["features"]
            self.statements = [json.loads(line) for line in lines]

    def subset(self, keep):
        rows, sizes, right, weights = [], [], [], []
        for one in self.statements:
            if not keep(one):
                continue
            rows += one["rows"]
            sizes.append(len(one["rows"]))
            weights += [TEMPLATE if one["article"].startswith("template") else 1.0] * len(one["rows"])
            right += [float(at in one["right"]) for at in range(len(one["rows"]))]
        return numpy.array(rows, dtype=numpy.float32), numpy.array(sizes), numpy.array(right), numpy.array(weights)


def shares(scores, sizes):
    """Softmax within each statement."""
    starts = numpy.concatenate([[0], numpy.cumsum(sizes)[:-1]])
    top = numpy.repeat(numpy.maximum.reduceat(scores, starts), sizes)
    weights = numpy.exp(scores - top)
    return weights / numpy.repeat(numpy.add.reduceat(weights, starts), sizes)


def trained(rows, sizes, right, weights, options):
    wanted = right / numpy.repeat(numpy.add.reduceat(right, numpy.concatenate([[0], numpy.cumsum(sizes)[:-1]])), sizes)

    def objective(scores, _):
        own = shares(scores, sizes)
        return weights * (own - wanted), weights * numpy.maximum(own * (1 - own), 1e-4)

    data = lightgbm.Dataset(rows, label=right, free_raw_data=False)
    parameters = {
        "objective": objective, "learning_rate": options.rate, "num_leaves": options.leaves, "min_data_in_leaf": 30,
        "min_sum_hessian_in_leaf": 1.0, "feature_fraction": 0.6, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5.0,
        "verbose": -1, "seed": 1, "deterministic": True, "num_threads": 2, "max_bin": 127,
    }
    return lightgbm.train(parameters, data, num_boost_round=options.trees)


def judged(booster, questions, keep):
    """For each statement: whether the likeliest candidate is right, and its share."""
    statements = [one for one in questions.statements if keep(one)]
    rows, sizes, _, _ = questions.subset(keep)
    own = shares(booster.predict(rows, raw_score=True), sizes)
    found, at = [], 0
    for one, size in zip(statements, sizes):
        best = int(own[at : at + size].argmax())
        found.append((one, best in one["right"], float(own[at + best])))
        at += size
    return found


def told(found):
    def line(name, some):
        right = sum(ok for _, ok, _ in some)
        return f"{name} {100 * right / max(1, len(some)):.1f}% of {len(some)}"

    speech = [one for one in found if one[0]["class"] == "speech"]
    sure = [one for one in speech if one[2] >= 0.9]
    error = 0.0
    for bin in range(10):
        some = [one for one in speech if min(9, int(one[2] * 10)) == bin]
        error += abs(sum(share for _, _, share in some) - sum(ok for _, ok, _ in some)) / max(1, len(speech))
    possible = [one for one in speech if one[0]["right"]]
    return "; ".join([
        line("speech", speech), line("named", [one for one in speech if one[0]["named"]]),
        line("where one is right", possible), line("at 0.9", sure), f"calibration error {error:.3f}",
    ])


def threshold_of(node):
    """A threshold in five digits after the point. LightGBM parts what is below nothing from nothing by -1e-35, which must not become 0."""
    threshold = round(node["threshold"], 5)
    return -1e-5 if threshold == 0 and node["threshold"] < 0 else threshold


def written(booster, features):
    """The trees as the program reads them."""
    trees = []
    for info in booster.dump_model()["tree_info"]:
        feature, value, left, right = [], [], [], []

        def add(node):
            at = len(feature)
            feature.append(node.get("split_feature", -1))
            value.append(threshold_of(node) if "threshold" in node else round(node["leaf_value"], 5))
            left.append(0)
            right.append(0)
            if "split_feature" in node:
                left[at] = add(node["left_child"])
                right[at] = add(node["right_child"])
            return at

        add(info["tree_structure"])
        trees.append({"feature": feature, "value": value, "left": left, "right": right})
    return {"features": features, "trees": trees}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--questions", type=Path, required=True)
    options.add_argument("--out", type=Path, help="where to write the trees, as JSON")
    options.add_argument("--part", choices=["first", "second"], help="which reading of the days these trees are for; the file keeps those of the other")
    options.add_argument("--check", type=Path, help="questions of other articles, to measure on")
    options.add_argument("--folds", type=int, default=0)
    options.add_argument("--held", type=Path, help="a folder for the trees of each fold, with the articles that they have not seen")
    options.add_argument("--trees", type=int, default=300)
    options.add_argument("--leaves", type=int, default=15)
    options.add_argument("--rate", type=float, default=0.06)
    options.add_argument("--articles", type=int, help="train on so many articles only, drawn by their ids, and all templates: for a learning curve")
    options.add_argument("--importance", action="store_true")
    chosen = options.parse_args()
    questions = Questions(chosen.questions)
    articles = sorted({one["article"] for one in questions.statements})
    if chosen.articles:
        real = sorted((one for one in articles if not one.startswith("template")), key=lambda one: hashlib.sha256(one.encode()).digest())
        articles = sorted([*real[: chosen.articles], *(one for one in articles if one.startswith("template"))])
    passes = sorted({one["pass"] for one in questions.statements})
    if chosen.folds:
        everything = []
        for fold in range(chosen.folds):
            held = set(articles[fold :: chosen.folds])
            booster = trained(*questions.subset(lambda one: one["article"] not in held and one["right"]), chosen)
            everything += judged(booster, questions, lambda one: one["article"] in held)
            if chosen.held:
                chosen.held.mkdir(exist_ok=True)
                (chosen.held / f"{fold}.json").write_text(json.dumps(written(booster, questions.features) | {"held": sorted(held)}))
        for name in passes:
            print(f"{chosen.folds} folds, {name}: {told([one for one in everything if one[0]['pass'] == name])}", flush=True)
    known = set(articles)
    booster = trained(*questions.subset(lambda one: one["article"] in known and one["right"]), chosen)
    if chosen.check:
        others = Questions(chosen.check)
        for name in passes:
            print(f"others, {name}: {told(judged(booster, others, lambda one: one['pass'] == name))}", flush=True)
    if chosen.importance:
        gains = booster.feature_importance("gain")
        for at in numpy.argsort(-gains):
            print(f"{questions.features[at]}: {gains[at]:.0f}")
    if chosen.out:
        whole = written(booster, questions.features)
        if chosen.part:
            known = json.loads(chosen.out.read_text(encoding="utf-8")) if chosen.out.exists() else {}
            whole = {name: known[name] for name in ("first", "second") if name in known} | {chosen.part: whole}
        chosen.out.write_text(json.dumps(whole, separators=(",", ":")) + "\n", encoding="utf-8")
        print(f"{chosen.out}: {len(articles)} articles, {chosen.out.stat().st_size / 1e3:.0f} KB")


if __name__ == "__main__":
    main()
