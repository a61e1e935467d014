"""Tagging whole texts and scoring what comes out, as the program does."""

import torch

from .labels import ROLES, spans_of
from .model import link_scores
from .windows import encode, tagging_windows

BATCH_PIECES = 8192


def batched(items, size_of):
    """Batches of items of similar size."""
    ordered = sorted(range(len(items)), key=lambda at: size_of(items[at]))
    batch, widest = [], 0
    for at in ordered:
        widest = max(widest, size_of(items[at]))
        if batch and widest * (len(batch) + 1) > BATCH_PIECES:
            yield batch
            batch, widest = [], size_of(items[at])
        batch.append(at)
    if batch:
        yield batch


def collate(encoded, device):
    """Tensors of encoded windows: pieces, kinds, attended, first."""
    longest = -(-max(len(ids) for ids, _, _ in encoded) // 16) * 16
    widest = max(len(first) for _, _, first in encoded)
    pieces = torch.zeros(len(encoded), longest, dtype=torch.long)
    kinds = torch.zeros(len(encoded), longest, dtype=torch.long)
    attended = torch.zeros(len(encoded), longest, dtype=torch.long)
    first = torch.zeros(len(encoded), widest, dtype=torch.long)
    for row, (ids, own_kinds, places) in enumerate(encoded):
        pieces[row, : len(ids)] = torch.tensor(ids)
        kinds[row, : len(ids)] = torch.tensor(own_kinds)
        attended[row, : len(ids)] = 1
        first[row, : len(places)] = torch.tensor(places)
    return [tensor.to(device) for tensor in (pieces, kinds, attended, first)]


@torch.no_grad()
def tag(model, texts, vocabulary, device="cpu"):
    """The model's output for each text: lists of `(roles, names, links, no_source, no_cue, thought)` of its words, and the spans."""
    model.eval()
    windows = [(number, *window) for number, text in enumerate(texts) for window in tagging_windows(text, vocabulary)]
    encoded = [encode(window, vocabulary) for _, window, _, _ in windows]
    scores = [None] * len(windows)
    for batch in batched(encoded, lambda one: len(one[0])):
        outputs = model(*collate([encoded[at] for at in batch], device))
        for row, at in enumerate(batch):
            scores[at] = [output[row, : len(encoded[at][2])].float().cpu() for output in outputs]
    for text_number, text in enumerate(texts):
        parts = [[] for _ in range(6)]
        for (number, window, own_first, own_last), found in zip(windows, scores):
            if number != text_number:
                continue
            for kept, score in zip(parts, found):
                kept.append(score[own_first - window.first : own_last - window.first])
        yield [torch.cat(part) for part in parts]


def attributions_of(model, scores):
    """The attributions that the scores make: `{"content", "cue", "source"}` of word spans. One cue, one attribution."""
    roles, _, links, no_source, no_cue, _ = scores
    labels = model.role_crf.decode(roles, len(roles))
    spans = spans_of(labels)
    sources, cues, contents = ([(first, last) for first, last, kind in spans if kind == role] for role in range(3))
    found = [{"cue": [cue], "source": [], "content": []} for cue in cues]
    if cues and contents:
        best = near(link_scores(links, contents, cues, ("content", "cue_of_content"), model.cue_distance), contents, cues)
        without = no_cue[[first for first, _ in contents]]
        for content, cue in zip(contents, torch.cat([best, without], 1).argmax(1).tolist()):
            if cue < len(cues):
                found[cue]["content"].append(content)
    if cues and sources:
        to_source = near(link_scores(links, cues, sources, ("cue_of_source", "source"), model.source_distance), cues, sources)
        nobody = no_source[[first for first, _ in cues]]
        for cue, source in enumerate(torch.cat([to_source, nobody], 1).argmax(1).tolist()):
            if source < len(sources):
                found[cue]["source"].append(sources[source])
    return [one for one in found if one["content"]], {role: set(own) for role, own in zip(ROLES, (sources, cues, contents))}


FARTHEST = 250


def near(scores, spans, others):
    """Scores without pairs that are too far apart."""
    starts = torch.tensor([first for first, _ in spans])[:, None]
    return scores.masked_fill((starts - torch.tensor([first for first, _ in others])).abs() > FARTHEST, -1e4)


def f1(gold, found, right):
    return 200 * right / max(1, gold + found)


def measure(model, texts, vocabulary, device="cpu"):
    """Exact-span F1 of each role; attributions with all spans equal, and with half overlap of contents and sources."""
    counts = {role: [0, 0, 0] for role in ROLES}
    whole, half, names = [0, 0, 0], [0, 0, 0], [0, 0, 0]
    for text, scores in zip(texts, tag(model, texts, vocabulary, device)):
        if text.names is not None:
            gold_names = {tuple(name) for name in text.names}
            kinds = ("person", "organisation", "place")
            labels = model.name_crf.decode(scores[1], len(scores[1]))
            found_names = {(first, last, kinds[kind]) for first, last, kind in spans_of(labels)}
            add(names, len(gold_names), len(found_names), len(gold_names & found_names))
        if text.attributions is None:
            continue
        found, spans = attributions_of(model, scores)
        for role in ROLES:
            gold = {tuple(span) for one in text.attributions for span in one[role]}
            add(counts[role], len(gold), len(spans[role]), len(gold & spans[role]))
        add(whole, len(text.attributions), len(found), matched(text.attributions, found, 1.0))
        add(half, len(text.attributions), len(found), matched(text.attributions, found, 0.5))
    figures = {role: f1(*counts[role]) for role in ROLES}
    figures |= {"attribution": f1(*whole), "attribution_half": f1(*half), "names": f1(*names)}
    return {name: round(figure, 2) for name, figure in figures.items()}


def add(counts, *more):
    for at, number in enumerate(more):
        counts[at] += number


def matched(gold, found, least):
    """How many gold attributions have one found whose cue touches and whose source and content share enough."""
    used, count = set(), 0
    for one in gold:
        for number, other in enumerate(found):
            if number in used or not shares(one["cue"], other["cue"], 0.0):
                continue
            if shares(one["source"], other["source"], least) and shares(one["content"], other["content"], least):
                used.add(number)
                count += 1
                break
    return count


def shares(spans, others, least):
    left = {at for first, last in spans for at in range(first, last)}
    right = {at for first, last in others for at in range(first, last)}
    if not left and not right:
        return True
    common = len(left & right)
    return common > 0 and common >= least * max(len(left), len(right))
