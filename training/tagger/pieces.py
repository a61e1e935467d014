"""WordPiece (Wu et al. 2016) as BERT's uncased vocabulary is used: greedy, longest piece first.

The program has the same in TypeScript; parity cases hold the two together.
"""

import unicodedata

CLS, SEP, UNKNOWN, PAD = 101, 102, 100, 0
# A piece that no text has: what begins a text that was labelled by another guide than ours.
OTHER_GUIDE = 1
BREAK = "\n"
LONGEST_WORD = 100


class Vocabulary:
    def __init__(self, path):
        with open(path, encoding="utf-8") as lines:
            self.ids = {piece.rstrip("\n"): number for number, piece in enumerate(lines)}
        self.known = {}

    def __len__(self):
        return len(self.ids)

    def pieces(self, word):
        """Ids of a word's pieces, at least one. A break between blocks is `[SEP]`."""
        if word not in self.known:
            self.known[word] = self._split(word)
        return self.known[word]

    def _split(self, word):
        if word == BREAK:
            return [SEP]
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        if not plain or len(plain) > LONGEST_WORD:
            return [UNKNOWN]
        found, at = [], 0
        while at < len(plain):
            end = len(plain)
            while end > at and ("##" if at else "") + plain[at:end] not in self.ids:
                end -= 1
            if end == at:
                return [UNKNOWN]
            found.append(self.ids[("##" if at else "") + plain[at:end]])
            at = end
        return found
