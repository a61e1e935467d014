"""Averages the weights of taggers that were trained one from the other (Wortsman et al. 2022).

    python average.py --out FOLDER WEIGHT=FILE …

What was fine-tuned on few articles keeps more of what it knew when its weights are averaged with those that it began with.
Heads that the first file's tagger had not been trained with are averaged over the others alone.
"""

import argparse
from pathlib import Path

import torch

NEW_HEADS = ("no_cue_head", "thought_head")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("parts", nargs="+", metavar="WEIGHT=FILE")
    chosen = options.parse_args()
    parts = [(float(weight), torch.load(file, map_location="cpu")) for weight, file in (part.split("=", 1) for part in chosen.parts)]

    def average(name):
        some = parts[1:] if name.startswith(NEW_HEADS) else parts
        return sum(weight * own[name] for weight, own in some) / sum(weight for weight, _ in some)

    chosen.out.mkdir(parents=True, exist_ok=True)
    torch.save({name: average(name) for name in parts[0][1]}, chosen.out / "model.pt")


if __name__ == "__main__":
    main()
