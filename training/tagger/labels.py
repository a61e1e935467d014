"""The labels that the model gives to words, the same in Python and in the program."""

ROLES = ("source", "cue", "content")
NAMES = ("person", "organisation", "place")


def bio(kinds):
    """`O`, then `B-` and `I-` of each kind: 7 labels for 3 kinds."""
    return ["O"] + [f"{mark}-{kind}" for kind in kinds for mark in "BI"]


ROLE_LABELS = bio(ROLES)
NAME_LABELS = bio(NAMES)


def begin(kind_index):
    return 1 + 2 * kind_index


def inside(kind_index):
    return 2 + 2 * kind_index


def spans_of(labels):
    """Spans `(first, last, kind)` of a label sequence; an orphan `I-` opens a span of its own."""
    spans, first, kind = [], None, None
    for at, label in enumerate(list(labels) + [0]):
        goes_on = label and first is not None and label == inside(kind)
        if not goes_on:
            if first is not None:
                spans.append((first, at, kind))
            first, kind = (at, (label - 1) // 2) if label else (None, None)
    return spans
