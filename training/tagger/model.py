"""The tagger: a small encoder, two label heads with a CRF each, and links between spans."""

import torch
from torch import nn
from transformers import BertModel

from .crf import Crf
from .labels import NAME_LABELS, ROLE_LABELS

KINDS = 12
LINK_WIDTH = 48
# One vector a word for each end of a span and each part that it plays in a link.
LINK_PARTS = ("content", "cue_of_content", "cue_of_source", "source")
# Words between two spans, signed: … -3, -2, -1, touching, 1, 2, 3 … in steps that double.
BUCKETS = 19


def bucket(gap):
    """The bucket of a signed number of words between two spans; 9 is none."""
    size = min(9, abs(gap).bit_length())
    return 9 + (size if gap > 0 else -size)


class Tagger(nn.Module):
    def __init__(self, encoder_folder, dropout=0.1):
        super().__init__()
        # Attention without dropout has a kernel of its own, which halves the time of a step.
        self.encoder = BertModel.from_pretrained(
            encoder_folder, add_pooling_layer=False, attention_probs_dropout_prob=0.0, attn_implementation="sdpa"
        )
        width = self.encoder.config.hidden_size
        self.kinds = nn.Embedding(KINDS, width)
        nn.init.zeros_(self.kinds.weight)
        self.dropout = nn.Dropout(dropout)
        self.role_head = nn.Linear(width, len(ROLE_LABELS))
        self.name_head = nn.Linear(width, len(NAME_LABELS))
        self.role_crf = Crf(len(ROLE_LABELS))
        self.name_crf = Crf(len(NAME_LABELS))
        self.link_head = nn.Linear(width, 2 * len(LINK_PARTS) * LINK_WIDTH)
        self.no_source_head = nn.Linear(width, 1)
        self.no_cue_head = nn.Linear(width, 1)
        self.thought_head = nn.Linear(width, 1)
        nn.init.zeros_(self.no_cue_head.weight)
        nn.init.constant_(self.no_cue_head.bias, -4.0)
        self.cue_distance = nn.Embedding(BUCKETS, 1)
        self.source_distance = nn.Embedding(BUCKETS, 1)
        # What is nearer is likelier, to begin with: the nearest cue is right for 95 contents of 100.
        for table in (self.cue_distance, self.source_distance):
            table.weight.data = -0.8 * (torch.arange(BUCKETS) - BUCKETS // 2).abs()[:, None].float()

    def forward(self, pieces, kinds, attended, first):
        """Pieces `[B, T]` and their kinds; `attended[B, T]`: 0 for padding, or None where there is none; `first[B, W]`:
        where each word's first piece is.

        Gives role scores `[B, W, 7]`, name scores `[B, W, 7]`, link vectors `[B, W, 2 × 4 × 48]`, and `[B, W, 1]` each: the
        score of having no source for a cue that begins there, of having no cue for a content, of telling a thought for a cue.
        """
        hidden = self.encoder(inputs_embeds=self.embedded(pieces, kinds), attention_mask=attended).last_hidden_state
        return self.heads(rows_of(hidden, first))

    def embedded(self, pieces, kinds):
        """`[B, T, width]`: what the encoder begins with."""
        return self.encoder.embeddings.word_embeddings(pieces) + self.kinds(kinds)

    def heads(self, words):
        """The six answers of `forward` from what the encoder says of words, `[B, W, width]`."""
        words = self.dropout(words)
        single = self.no_source_head(words), self.no_cue_head(words), self.thought_head(words)
        return self.role_head(words), self.name_head(words), self.link_head(words), *single


def rows_of(hidden, rows):
    """`[B, W, width]`: the rows `[B, W]` of `hidden[B, T, width]`."""
    return hidden.gather(1, rows[..., None].expand(-1, -1, hidden.shape[-1]))


def span_vectors(links, spans, part):
    """`[spans, width]`: what a window's link vectors `[W, …]` say of spans that play a part."""
    at = LINK_PARTS.index(part) * 2 * LINK_WIDTH
    firsts = torch.tensor([first for first, _ in spans], device=links.device)
    lasts = torch.tensor([last - 1 for _, last in spans], device=links.device)
    return links[firsts, at : at + LINK_WIDTH] + links[lasts, at + LINK_WIDTH : at + 2 * LINK_WIDTH]


def gaps(spans, others):
    """Buckets `[spans, others]` of the words between each two; positive where the other comes after."""

    def gap(one, other):
        if other[0] >= one[1]:
            return other[0] - one[1] + 1
        return -(one[0] - other[1] + 1) if one[0] >= other[1] else 0

    return torch.tensor([[bucket(gap(one, other)) for other in others] for one in spans])


def link_scores(links, spans, others, parts, distance):
    """Scores `[spans, others]` that each span belongs to each of the others."""
    left, right = span_vectors(links, spans, parts[0]), span_vectors(links, others, parts[1])
    near = distance(gaps(spans, others).to(links.device))[..., 0]
    return left @ right.T / LINK_WIDTH**0.5 + near
