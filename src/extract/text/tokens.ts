import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemToken, type WinkMethods } from 'wink-nlp';
import type { Range } from '../../document/index.ts';

/** Universal word classes (UD v2) as wink-nlp gives them. */
type WordClass =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SPACE'
  | 'SYM'
  | 'VERB'
  | 'X';

/** A word or a punctuation mark, at its offsets in the document. */
export interface Token extends Range {
  readonly text: string;
  readonly lower: string;
  readonly class: WordClass;
}

let nlp: WinkMethods | undefined;

/** Words and punctuation of `text` from `range`, with word classes (93% right on GUM); white space is left out. */
export function tokenize(text: string, range: Range): Token[] {
  nlp ??= winkNLP(model, ['sbd', 'pos']);
  const { its } = nlp;
  const slice = text.slice(range.start, range.end);
  const plain = slice.replace(/[’‘]/gu, "'").replace(/\u00a0/gu, ' ');
  const tokens: Token[] = [];
  let at = 0;
  nlp
    .readDoc(plain)
    .tokens()
    .each((item: ItemToken) => {
      const word = item.out();
      const start = plain.indexOf(word, at);
      if (start < 0 || word.trim() === '') return;
      at = start + word.length;
      const token: Token = {
        start: range.start + start,
        end: range.start + at,
        text: slice.slice(start, at),
        lower: word.toLowerCase(),
        class: item.out(its.pos) as WordClass,
      };
      tokens.push(...(POSSESSIVE.test(word) ? splitPossessive(token) : [token]));
    });
  return joinHyphens(withFullStop(tokens)).map((token, i, all) =>
    isThinkTank(all, i) ? { ...token, class: 'NOUN' } : isMisreadName(all, i) ? { ...token, class: 'PROPN' } : token,
  );
}

/** At the end of a text the model takes "in." for inches and "no." for numbers; there the stop ends the sentence. */
function withFullStop(tokens: readonly Token[]): Token[] {
  const last = tokens.at(-1);
  if (!last || !/^\p{Ll}{2,}\.$/u.test(last.text)) return [...tokens];
  const end = last.end - 1;
  const word = last.text.slice(0, -1);
  const stop: Token = { start: end, end: last.end, text: '.', lower: '.', class: 'PUNCT' };
  return [...tokens.slice(0, -1), { ...last, end, text: word, lower: word.toLowerCase() }, stop];
}

/** Two words that the model takes for verbs: "think tank". */
function isThinkTank(tokens: readonly Token[], i: number): boolean {
  return tokens[i]!.lower === 'think' && /^tanks?$/u.test(tokens[i + 1]?.lower ?? '');
}

/** "71-year-old", "look-alike": the model splits at hyphens; here a word with hyphens is one token. */
function joinHyphens(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const hyphen = joined.at(-1);
    const head = joined.at(-2);
    const tight = hyphen?.text === '-' && head && head.end === hyphen.start && hyphen.end === token.start;
    if (!tight || !/[\p{L}\d]$/u.test(head.text) || !/^[\p{L}\d]/u.test(token.text)) {
      joined.push(token);
      continue;
    }
    joined.length -= 2;
    const text = `${head.text}-${token.text}`;
    joined.push({
      start: head.start,
      end: token.end,
      text,
      lower: text.toLowerCase(),
      class: classOfCompound(head, token),
    });
  }
  return joined;
}

function classOfCompound(head: Token, last: Token): WordClass {
  if (/ly$/u.test(last.lower)) return 'ADV';
  if (last.lower === 'old' || last.class === 'VERB') return 'ADJ';
  if (last.class === 'NOUN' || last.class === 'PROPN' || last.class === 'ADJ' || last.class === 'NUM')
    return last.class;
  return head.class === 'PROPN' ? 'PROPN' : 'NOUN';
}

/** A capital inside a sentence makes a name, whatever the model says ("Lynch said", "Josh Earnest said"). */
function isMisreadName(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  if (!/^\p{Lu}\p{Ll}/u.test(token.text) || !/^(?:VERB|ADJ|ADV|INTJ|ADP|NOUN|AUX)$/u.test(token.class)) return false;
  const before = tokens[index - 1];
  if (before === undefined || /^[.!?:;“"‘'(—–-]$/u.test(before.text))
    return isSurname(token, tokens[index + 1], before);
  return true;
}

/** "Lynch said": a capital at the start of a sentence, or after a quotation, right before a word of saying. */
function isSurname(token: Token, next: Token | undefined, before: Token | undefined): boolean {
  if (before !== undefined && /^[“"‘'(]$/u.test(before.text) && token.class !== 'VERB') return false;
  // "Downing Street said"
  if (token.class === 'VERB' && next?.class === 'PROPN' && !/ed$/u.test(token.lower) && next.start === token.end + 1)
    return true;
  return (
    token.class === 'VERB' &&
    next !== undefined &&
    (/^(?:said|says|told|wrote|,)$/u.test(next.lower) || (next.class === 'VERB' && /ed$/u.test(next.lower))) &&
    !/(?:ing|ed)$/u.test(token.lower)
  );
}

const POSSESSIVE = /^\p{Lu}.*'s$/u;

/** The model leaves some possessives whole ("Trump's") and splits others; here they are always two tokens. */
function splitPossessive(token: Token): Token[] {
  const at = token.end - 2;
  const name = { ...token, end: at, text: token.text.slice(0, -2), lower: token.lower.slice(0, -2) };
  return [name, { ...token, start: at, text: token.text.slice(-2), lower: "'s", class: 'PART' }];
}
