"""Trains the tagger. See README.md for the one command from data to models/.

    python train.py --data FOLDER_OF_PREPARED_TEXTS --encoder FOLDER --out FOLDER [--epochs 6.5] [--seed 1]
"""

import argparse
import copy
import json
import math
import random
import time
from pathlib import Path

import torch
from torch.nn import functional

from tagger.augment import augmented
from tagger.int8 import live_with_int8
from tagger.measure import collate, measure
from tagger.model import Tagger, link_scores
from tagger.pieces import Vocabulary
from tagger.windows import Text, encode, links_of, name_labels, random_windows, role_labels

BATCH_PIECES = 4096
# Figures are taken after so many last epochs only: they take a minute each.
MEASURED = 2


def held_out(texts):
    """The last tenth by date, which is in each text's name."""
    ordered = sorted(texts, key=lambda text: text.id.split("_")[1])
    cut = len(ordered) * 9 // 10
    return ordered[:cut], ordered[cut:]


def news_held_out(texts):
    """Each eighth article by its id, with what stands inside its statements; and the others."""
    articles = sorted({text.id.removesuffix(" inside") for text in texts})
    held = set(articles[::8])
    return [text for text in texts if text.id.removesuffix(" inside") not in held], [text for text in texts if text.id in held]


def of_epoch(texts_by_set, times, silent, chance):
    """The texts of an epoch: those of each set so many times, or a random part of them; of contents without any statement inside a part."""
    found = []
    for name, texts in texts_by_set.items():
        whole, part = divmod(times.get(name, 1.0), 1)
        found += texts * int(whole) + chance.sample(texts, round(part * len(texts)))
    return [text for text in found if not text.is_silent or chance.random() < silent]


def batches(windows, vocabulary, chance):
    """Batches of windows of similar length, in random order."""
    encoded = [encode(window, vocabulary) for window in windows]
    ordered = sorted(range(len(windows)), key=lambda at: len(encoded[at][0]) + chance.random() * 24)
    found, batch, widest = [], [], 0
    for at in ordered:
        size = len(encoded[at][0])
        if batch and max(widest, size) * (len(batch) + 1) > BATCH_PIECES:
            found.append(batch)
            batch, widest = [], 0
        batch.append(at)
        widest = max(widest, size)
    found.append(batch)
    chance.shuffle(found)
    for batch in found:
        yield [windows[at] for at in batch], [encoded[at] for at in batch]


def padded(rows, width):
    return torch.tensor([row + [0] * (width - len(row)) for row in rows])


def loss_of(model, windows, encoded, device, weights):
    pieces, kinds, attended, first = collate(encoded, device)
    with torch.autocast(device, torch.bfloat16):
        outputs = model(pieces, kinds, attended, first)
    roles, names, links, no_source, no_cue, thought = (output.float() for output in outputs)
    lengths = torch.tensor([len(places) for _, _, places in encoded], device=device)
    total = torch.zeros((), device=device)
    for scores, crf, labels_of, has in (
        (roles, model.role_crf, role_labels, lambda text: text.attributions is not None),
        (names, model.name_crf, name_labels, lambda text: text.names is not None),
    ):
        rows = [row for row, window in enumerate(windows) if has(window.text)]
        if rows:
            labels = padded([labels_of(windows[row]) for row in rows], first.shape[1]).to(device)
            total = total + crf.loss(scores[rows], labels, lengths[rows]).sum() / lengths[rows].sum()
    link_loss, count = torch.zeros((), device=device), 0
    thought_loss, classified = torch.zeros((), device=device), 0
    for row, window in enumerate(windows):
        if window.text.attributions is None:
            continue
        found = links_of(window)
        if found.cues and found.contents:
            scores = link_scores(links[row], found.contents, found.cues, ("content", "cue_of_content"), model.cue_distance)
            scores = torch.cat([scores, no_cue[row][[first for first, _ in found.contents]]], 1)
            target = [cue if cue >= 0 else len(found.cues) for cue in found.cue_of_content]
            link_loss = link_loss + functional.cross_entropy(scores, torch.tensor(target, device=device), reduction="sum")
            count += len(found.contents)
        classes = [(cue[0], own) for cue, own in zip(found.cues, found.thought_of_cue) if own is not None]
        if classes:
            scores = thought[row][[first for first, _ in classes]][:, 0]
            target = torch.tensor([float(own) for _, own in classes], device=device)
            thought_loss = thought_loss + functional.binary_cross_entropy_with_logits(scores, target, reduction="sum")
            classified += len(classes)
        if found.cues:
            nobody = no_source[row][[first for first, _ in found.cues]]
            scores = nobody
            if found.sources:
                scores = torch.cat([link_scores(links[row], found.cues, found.sources, ("cue_of_source", "source"), model.source_distance), nobody], 1)
            asked = [at for at, source in enumerate(found.source_of_cue) if source is not None]
            if asked:
                target = torch.tensor([found.source_of_cue[at] if found.source_of_cue[at] >= 0 else len(found.sources) for at in asked], device=device)
                link_loss = link_loss + functional.cross_entropy(scores[asked], target, reduction="sum")
                count += len(asked)
    return total + weights * link_loss / max(1, count) + weights * thought_loss / max(1, classified)


def optimizer_of(model, encoder_rate, head_rate):
    encoder, heads, tables = [], [], []
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        table = "crf" in name or "distance" in name
        (encoder if name.startswith("encoder") else tables if table else heads).append(parameter)
    return torch.optim.AdamW(
        [
            {"params": encoder, "lr": encoder_rate},
            {"params": heads, "lr": head_rate},
            {"params": tables, "lr": 5 * head_rate, "weight_decay": 0.0},
        ],
        weight_decay=0.01,
        fused=True,
    )


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--encoder", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--epochs", type=float, default=6.5)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--encoder-rate", type=float, default=1.2e-4)
    options.add_argument("--head-rate", type=float, default=1e-3)
    options.add_argument("--link-weight", type=float, default=0.2)
    options.add_argument("--times", default="polnear=1,gum=1,own=8,news=1", help="how often an epoch reads the texts of each set, in another print each time; the held-out parts are measured in any case")
    options.add_argument("--silent", type=float, default=1.0, help="read only this part of the contents that hold no statement, in each epoch")
    options.add_argument("--freeze", type=int, default=0, help="leave the word embeddings and so many layers from below as they are")
    options.add_argument("--start", type=Path, help="go on from this model.pt")
    options.add_argument("--int8-epochs", type=float, default=1.2, help="in so many last epochs, round as the shipped model will")
    options.add_argument("--all", action="store_true", help="train on the held-out tenth too")
    chosen = options.parse_args()
    torch.manual_seed(chosen.seed)
    chance = random.Random(chosen.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    vocabulary = Vocabulary(chosen.encoder / "vocab.txt")
    times = {name: float(number) for name, number in (part.split("=") for part in chosen.times.split(","))}
    texts_by_set, checks = {}, {}
    for name in times:
        path = chosen.data / f"{name}-train.jsonl"
        if path.exists():
            texts_by_set[name] = Text.read(path)
    for name, part in (("polnear", held_out), ("news", news_held_out)):
        if name in texts_by_set:
            rest, checks[f"{name} held out"] = part(texts_by_set[name])
            texts_by_set[name] = texts_by_set[name] if chosen.all else rest
    checks["gum"] = Text.read(chosen.data / "gum-dev.jsonl")
    model = Tagger(chosen.encoder)
    if chosen.start:
        model.load_state_dict(torch.load(chosen.start, map_location="cpu"))
    if chosen.freeze:
        for part in (model.encoder.embeddings, model.kinds, *model.encoder.encoder.layer[: chosen.freeze]):
            part.requires_grad_(False)
    model = model.to(device)
    optimizer = optimizer_of(model, chosen.encoder_rate, chosen.head_rate)
    average = copy.deepcopy(model)
    pieces_in_all = sum(
        times[name] * (chosen.silent if text.is_silent else 1) * len(vocabulary.pieces(word))
        for name, texts in texts_by_set.items()
        for text in texts
        for word in text.words
    )
    steps = int(chosen.epochs * pieces_in_all / (BATCH_PIECES * 0.93))
    counts = ", ".join(f"{name} {len(texts)} × {times[name]}" for name, texts in texts_by_set.items())
    print(f"{counts}: {pieces_in_all:.0f} pieces an epoch, about {steps} steps on {device}", flush=True)
    rate = lambda step: min((step + 1) / (0.06 * steps), max(0.02, (steps - step) / steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    rounding_from = int(steps * (1 - chosen.int8_epochs / chosen.epochs))
    step, started, running = 0, time.time(), 0.0
    chosen.out.mkdir(parents=True, exist_ok=True)
    log = open(chosen.out / "log.jsonl", "a", encoding="utf-8")
    for epoch in range(math.ceil(chosen.epochs)):
        texts = of_epoch(texts_by_set, times, chosen.silent, chance)
        windows = [window for text in texts for window in random_windows(augmented(text, chance), vocabulary, chance)]
        for batch, encoded in batches(windows, vocabulary, chance):
            if step >= steps:
                break
            if step == max(0, rounding_from) and chosen.int8_epochs:
                live_with_int8(model), live_with_int8(average)
            model.train()
            loss = loss_of(model, batch, encoded, device, chosen.link_weight)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            loss = float(loss.detach())
            running = 0.98 * running + 0.02 * loss if running else loss
            keep = min(0.995, step / (step + 10))
            with torch.no_grad():
                for own, other in zip(average.parameters(), model.parameters()):
                    own.lerp_(other, 1 - keep)
            if step % 50 == 0:
                print(f"step {step}/{steps} loss {running:.4f} {(time.time() - started) / 60:.1f} min", flush=True)
        torch.save(average.state_dict(), chosen.out / "model.pt")
        if epoch + MEASURED < chosen.epochs:
            continue
        figures = {name: measure(average, some, vocabulary, device) for name, some in checks.items() if some}
        line = {"epoch": epoch + 1, "step": step, "minutes": round((time.time() - started) / 60, 1), "loss": round(running, 4), **figures}
        print(json.dumps(line), flush=True)
        print(json.dumps({**line, "options": {key: str(value) for key, value in vars(chosen).items()}}), file=log, flush=True)


if __name__ == "__main__":
    main()
