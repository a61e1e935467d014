"""Texts cut into windows: at random while training, with words around them while tagging."""

import json
from dataclasses import dataclass

from .labels import NAMES, ROLES, begin, inside
from .pieces import BREAK, CLS, OTHER_GUIDE, SEP

# Pieces in a window of training, `[CLS]` and `[SEP]` included.
WINDOW = 256
# While tagging: pieces that a window is asked for, and pieces before and after those to read them by, at most. The
# same numbers stand in `src/extract/model/windows.ts`.
OWN = 208
BEFORE = 8
AFTER = 16

ENDS = {".", "!", "?", BREAK}
CLOSING = {"”", '"', "’", "'", ")", "»"}


@dataclass
class Text:
    """One text as `prepare.ts` writes it. Spans count words, the last exclusive; None where nobody has marked them."""

    id: str
    set: str
    words: list
    kinds: list
    attributions: list | None = None
    names: list | None = None
    text: str | None = None

    @property
    def is_silent(self):
        """Whether it is a content in which nobody else says anything."""
        return self.id.endswith(" inside") and self.attributions == []

    @staticmethod
    def read(path):
        with open(path, encoding="utf-8") as lines:
            return [Text(**json.loads(line)) for line in lines]


@dataclass
class Window:
    """Words `first` to `last` (exclusive) of a text."""

    text: Text
    first: int
    last: int


def sentence_starts(words):
    """Where windows may begin: after a full stop with its closing marks, and at blocks."""
    starts = [0]
    for at in range(1, len(words)):
        before = at - 1
        while before > 0 and words[before] in CLOSING and before > starts[-1]:
            before -= 1
        ends = words[before] in ENDS and (words[at][0].isupper() or not words[at][0].isalnum() or words[before] == BREAK)
        if ends and words[at] not in CLOSING and words[at] not in ENDS:
            starts.append(at)
    return starts


def random_windows(text, vocabulary, random):
    """The whole text in windows of random sizes, each from the beginning of a sentence."""
    lengths = [len(vocabulary.pieces(word)) for word in text.words]
    starts = sentence_starts(text.words) + [len(text.words)]
    windows, first = [], 0
    while first < len(starts) - 1:
        chance = random.random()
        aim = 1 if chance < 0.15 else random.randint(40, 120) if chance < 0.35 else WINDOW - 2 - random.randint(0, 60)
        last, size = first + 1, sum(lengths[starts[first] : starts[first + 1]])
        while last < len(starts) - 1:
            more = sum(lengths[starts[last] : starts[last + 1]])
            if size + more > aim:
                break
            size, last = size + more, last + 1
        for part in cut(starts[first], starts[last], lengths, WINDOW - 2):
            windows.append(Window(text, *part))
        first = last
    return windows


def cut(first, last, lengths, room):
    """A run of words in parts of at most `room` pieces."""
    at = first
    while at < last:
        end, size = at, 0
        while end < last and (end == at or size + lengths[end] <= room):
            size += lengths[end]
            end += 1
        yield at, end
        at = end


def tagging_windows(text, vocabulary):
    """Windows with the words that each is asked for: `(window, own_first, own_last)`, as the program makes them."""
    lengths = [min(len(vocabulary.pieces(word)), OWN) for word in text.words]
    starts = sentence_starts(text.words) + [len(text.words)]
    units = [part for first, last in zip(starts, starts[1:]) for part in cut(first, last, lengths, OWN)]
    found, at = [], 0
    while at < len(units):
        first, size, end = units[at][0], 0, at
        while end < len(units):
            more = sum(lengths[units[end][0] : units[end][1]])
            if end > at and size + more > OWN:
                break
            size, end = size + more, end + 1
        own_last = units[end - 1][1]
        before, room = first, BEFORE
        while before > 0 and room - lengths[before - 1] >= 0:
            before -= 1
            room -= lengths[before]
        after, room = own_last, AFTER
        while after < len(text.words) and room - lengths[after] >= 0:
            room -= lengths[after]
            after += 1
        found.append((Window(text, before, after), first, own_last))
        at = end
    return found


def encode(window, vocabulary):
    """Piece ids, kinds and the place of each word's first piece."""
    ids, kinds, first = [CLS], [0], []
    for at in range(window.first, window.last):
        pieces = vocabulary.pieces(window.text.words[at])[:OWN]
        first.append(len(ids))
        ids += pieces
        kinds += [window.text.kinds[at]] * len(pieces)
    # PolNeAR's own guide counts more than ours does: its texts begin otherwise, so that both can be learnt at once.
    ids[0] = OTHER_GUIDE if window.text.set == "polnear" else CLS
    return ids + [SEP], kinds + [0], first


def labels_of(window, spans_of_kinds, count):
    """BIO labels of a window's words from spans by kind; what the window cuts goes on as `I-`."""
    labels = [0] * (window.last - window.first)
    for kind in range(count):
        for first, last in spans_of_kinds[kind]:
            for at in range(max(first, window.first), min(last, window.last)):
                labels[at - window.first] = begin(kind) if at == first else inside(kind)
    return labels


def role_labels(window):
    spans = [[tuple(span) for one in window.text.attributions for span in one[role]] for role in ROLES]
    return labels_of(window, spans, len(ROLES))


def name_labels(window):
    spans = [[(first, last) for first, last, kind in window.text.names if kind == name] for name in NAMES]
    return labels_of(window, spans, len(NAMES))


@dataclass
class Links:
    """The spans of a window by role, in its own word numbers, and which belongs to which; -1: no cue, no source."""

    contents: list
    cues: list
    sources: list
    cue_of_content: list
    source_of_cue: list
    # 1 for thought, 0 for speech, None where the labels do not tell.
    thought_of_cue: list


def links_of(window):
    """The attributions that are completely in the window."""
    contents, cues, sources, cue_of_content, source_of_cue, thought_of_cue = [], [], [], [], [], []

    def place(spans, span):
        whole = window.first <= span[0] and span[1] <= window.last
        if not whole:
            return None
        own = (span[0] - window.first, span[1] - window.first)
        if own not in spans:
            spans.append(own)
        return spans.index(own)

    for one in window.text.attributions:
        if not one["cue"]:
            for content in one["content"]:
                number = len(contents)
                if place(contents, content) == number:
                    cue_of_content.append(-1)
            continue
        if len(one["cue"]) != 1 and window.text.set != "news":
            continue
        known = len(cues)
        cue = place(cues, one["cue"][0])
        if cue is None:
            continue
        if cue == known:
            source_of_cue.append(None)
            thought_of_cue.append({"speech": 0, "thought": 1}.get(one.get("class")))
        source = place(sources, one["source"][0]) if one["source"] else -1
        source_of_cue[cue] = source if source_of_cue[cue] is None else source_of_cue[cue]
        for content in one["content"]:
            number = len(contents)
            if place(contents, content) == number:
                cue_of_content.append(cue)
    return Links(contents, cues, sources, cue_of_content, source_of_cue, thought_of_cue)
