const UNITS =
  'cent pence mile kilometre kilometer metre meter foot feet inch acre hectare tonne ton kilogram kilo pound gram litre liter gallon barrel degree megawatt gigawatt kilowatt watt second minute hour day week month year decade century yard ounce stone km mm cm kg mg mph mw gw kw ms'.split(
    ' ',
  );

const STOP =
  /^(?:a|an|the|and|or|but|in|on|at|of|to|for|from|with|by|as|is|are|was|were|be|been|has|have|had|will|would|could|can|may|might|that|which|who|when|while|after|before|since|ago|later|earlier|per|each|every|than|more|less|years?|this|those|these|during|into|over|under|about|because|if|so|did|do|does|not|it|he|she|they|we|i|you|last|next|met|said|agreed|went|came|left|died|took|made|got|told|held|sat|spoke|began|ran)$/iu;

/** What the words after a number tell of it. */
interface Counted {
  readonly counts?: string;
  readonly unit?: string;
}

/** What a number counts: "2,000 [Russian soldiers]", "£225 million in [military equipment]", or its unit. */
export function countedAfter(after: string, g: Readonly<Record<string, string | undefined>>): Counted {
  const joined = /^(?:km|mm|cm|kg|mg|mph|mw|gw|kw)\b/iu.exec(after);
  if (joined) return { unit: joined[0].toLowerCase() };
  const money = g.symbol !== undefined || g.unit !== undefined || g.percent !== undefined;
  const lead = money
    ? /^\s+(?:in|of|worth of)\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+|all\s+)?/iu.exec(after)
    : /^(?:\s+of\s+(?:(?:the|its|their|his|her)\s+)?(?:\d[\d,]*\s+)?|[\s-]+)/u.exec(after);
  if (!lead) return {};
  const words: string[] = [];
  for (const word of after.slice(lead[0].length).split(/\s+/u)) {
    const bare = word.replace(/[,.;:!?)"”’']+.*$/u, '');
    if (bare === '' || STOP.test(bare) || /^\d/u.test(bare) || words.length >= 4) break;
    if (words.length > 0 && /(?:ed|ing|ly)$/u.test(bare)) break;
    words.push(bare);
    if (bare !== word || /^(?:people|men|women|children|police|staff|troops)$/iu.test(bare)) break;
    if (/s$/u.test(bare) && !/(?:ss|us|is)$/u.test(bare) && words.length > 0 && /^\p{Ll}/u.test(bare)) break;
  }
  const singular = /^years?$/iu.test(after.slice(lead[0].length).split(/[^\p{L}]/u)[0]!)
    ? 'year'
    : words[0]?.toLowerCase().replace(/(?<!s)s$/u, '');
  if (!money && singular && UNITS.includes(singular)) return { unit: singular === 'feet' ? 'foot' : singular };
  return words.length > 0 ? { counts: words.join(' ') } : {};
}

/** "2,000 soldiers … each day", "£10 an hour", "60 per 100,000". */
export function perIn(after: string): string | undefined {
  const match =
    /^[^.;!?]{0,70}?\b(?:each|per|every)\s+(?<period>second|minute|hour|day|night|week|month|year|head|person|household|capita|employee|pupil|patient|share)\b|^[\p{L}]{0,3}(?:\s+[\p{L}’'-]+){0,2}?\s+an?\s+(?<article>second|minute|hour|day|night|week|month|year|head|person|barrel|tonne|litre|share)\b/iu.exec(
      after,
    );
  return (match?.groups?.period ?? match?.groups?.article)?.toLowerCase();
}
