"""Resolves pronouns and descriptions: scores of earlier (and, for names, slightly later) mentions.

As in Lee et al. (2017), each mention is scored against the ones that it may take up, and against taking up none; what
the encoder says of a mention's first and last word comes from one of its lower layers, as it is: the encoder is the
tagger's, and is not trained here.
"""

import torch
from torch import nn

from .model import BUCKETS, bucket

# Of the encoder's eight layers the sixth tells antecedents best: GAP 77.1 (fourth 71.7, seventh 76.3, eighth 75.1).
LAYER = 6
FORMS = ("name", "nominal", "pronoun")
# Each form twice: a candidate that ends with another word than the mention, and one that ends with the same; and last
# "I" and "you" that are the same by whose turns they stand in.
KINDS = 2 * len(FORMS) + 1
FIRST_PERSON = set("i me my mine myself".split())
SECOND_PERSON = set("you your yours yourself".split())
# Words before a mention, and after it where they are a name, among which its antecedent is looked for.
BEFORE = 300
AFTER = 40

WIDTH = 96
HIDDEN = 64
SIDE = 16


def distances(queries, candidates):
    """Buckets `[queries, candidates]` of the distance in words between each query and each candidate."""
    return [[bucket(candidate[0] - query[0]) for candidate in candidates] for query in queries]


def same_by_turn(query, candidate):
    """Whether two pronouns of a conversation mean the same person: "I" is the speaker of the turn, and "you" the one spoken
    to, which is certain if the same person speaks before and after. None if the turns do not tell. Mentions are
    `(form, last word, turn)`; a turn is None, or its speaker and the speakers before and after.
    """
    (_, word, turn), (_, other, other_turn) = query, candidate
    persons = FIRST_PERSON | SECOND_PERSON
    if turn is None or other_turn is None or word not in persons or other not in persons:
        return None
    (speaker, partners), (other_speaker, other_partners) = turn, other_turn
    if (word in FIRST_PERSON) != (other in FIRST_PERSON):
        if speaker == other_speaker:
            return False
        first, addressed = (speaker, other_partners) if word in FIRST_PERSON else (other_speaker, partners)
        return True if addressed == {first} else None
    if word in FIRST_PERSON:
        return speaker == other_speaker
    if speaker != other_speaker:
        return None if partners & other_partners else False
    return True if partners == other_partners and len(partners) < 2 else None


def kinds_of(queries, candidates):
    """Indexes `[queries, candidates]` below `KINDS`; each mention is its form, its last word in small letters and its turn."""
    return [[kind_of(query, candidate) for candidate in candidates] for query in queries]


def kind_of(query, candidate):
    if same_by_turn(query, candidate):
        return KINDS - 1
    return FORMS.index(candidate[0]) + len(FORMS) * (candidate[1] == query[1])


class Antecedents(nn.Module):
    """In two parts, so that what a mention brings by itself is computed once: `mentions`, linear in what the encoder says
    of its first and its last word, and `pairs`.
    """

    def __init__(self, width=384, dropout=0.2):
        super().__init__()
        # As a query and as a candidate, each a vector that is multiplied and one that is added; and the score of taking
        # up none.
        self.mention = nn.Linear(2 * width, 2 * (WIDTH + HIDDEN) + 1)
        self.distance = nn.Embedding(BUCKETS, HIDDEN)
        self.kind = nn.Embedding(KINDS, HIDDEN)
        self.together = nn.Linear(WIDTH, HIDDEN)
        self.dropout = nn.Dropout(dropout)
        self.score = nn.Linear(HIDDEN, 1)

    def mentions(self, words):
        """`[M, vector]` of `words[M, 2, width]`: the first and the last word of each mention."""
        return self.mention(self.dropout(words).flatten(1))

    def pairs(self, queries, candidates, distances, kinds):
        """Scores `[Q, C + 1]` of vectors `[Q, vector]` and `[C, vector]`, with `distances[Q, C]` in buckets and
        `kinds[Q, C]`; the last column is for none of them.
        """
        query, query_side, _, _, none = queries.split([WIDTH, HIDDEN, WIDTH, HIDDEN, 1], 1)
        _, _, candidate, candidate_side, _ = candidates.split([WIDTH, HIDDEN, WIDTH, HIDDEN, 1], 1)
        together = self.together(query[:, None] * candidate[None])
        sides = query_side[:, None] + candidate_side[None] + self.distance(distances) + self.kind(kinds)
        scores = self.score(self.dropout(nn.functional.gelu(together + sides)))[..., 0]
        return torch.cat([scores, none], 1)


class Ensemble(nn.Module):
    """Several of them trained alike from other beginnings; what they say is averaged, by whoever asks, as shares.

    `mentions` gives their vectors side by side, `pairs` their scores one after the other: `[members, Q, C + 1]`.
    """

    def __init__(self, members):
        super().__init__()
        self.members = nn.ModuleList(members)

    def mentions(self, words):
        return torch.cat([member.mentions(words) for member in self.members], 1)

    def pairs(self, queries, candidates, distances, kinds):
        sides = zip(queries.chunk(len(self.members), 1), candidates.chunk(len(self.members), 1))
        return torch.stack([member.pairs(*side, distances, kinds) for member, side in zip(self.members, sides)])
