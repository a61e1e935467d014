/** Verbs whose object is what was not said: "It left out the ending: “…”". */
export const LEFT_OUT =
  /\b(?:left out|leaves? out|omit(?:s|ted)?|never (?:said|wrote|uttered|used)|did(?:n[’']t| not) (?:say|write|use|add|utter|mention)|fail(?:s|ed) to (?:say|mention|add)|could have (?:said|added)|should have (?:said|added)|might as well have said|would have (?:said|added)|stopped short of saying|forgot to (?:say|mention|add)|said nobody|said no one|cut out|deleted|imagine (?:him|her|them) saying|as if to say)\b/iu;
