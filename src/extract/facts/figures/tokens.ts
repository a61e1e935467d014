import type { Range } from '../../../document/index.ts';
import { LETTERS } from '../../../language/english/letters.ts';
import { FRACTION_LETTERS } from '../../../language/english/numbers.ts';

/** A word, a number in digits, or a mark, at its offsets in the text. */
export interface Token extends Range {
  readonly text: string;
  readonly lower: string;
  readonly kind: 'word' | 'digits' | 'mark';
  /** Whether it follows the token before it without white space. */
  readonly isClose: boolean;
}

/** Fractions of one letter are among the letters of Latin script; the micro sign of "μm" is Greek. */
const FRACTION = `[${Object.keys(FRACTION_LETTERS).join('')}]`;
const WORD_LETTERS = `(?:(?!${FRACTION})[${LETTERS}\\u03BC])+`;
const TOKEN = new RegExp(
  `\\d+(?:[.,]\\d+|[’'](?=\\d{3}(?!\\d))\\d{3})*|${WORD_LETTERS}(?:['’]${WORD_LETTERS})*|\\S`,
  'g',
);

/** The words, numbers and marks of `text`, in order; `offset` is added to where each stands. */
export function tokensOf(text: string, offset: number): Token[] {
  const tokens: Token[] = [];
  let end = -1;
  for (const match of text.matchAll(TOKEN)) {
    const printed = match[0];
    tokens.push({
      start: offset + match.index,
      end: offset + match.index + printed.length,
      text: printed,
      lower: printed.toLowerCase(),
      kind: kindOf(printed),
      isClose: match.index === end,
    });
    end = match.index + printed.length;
  }
  return tokens;
}

const WORD = new RegExp(`^${WORD_LETTERS}`);

function kindOf(printed: string): Token['kind'] {
  if (/^\d/u.test(printed)) return 'digits';
  return WORD.test(printed) ? 'word' : 'mark';
}

/** Whether a hyphen joins the tokens on both its sides: "20-crore", "twenty-five". */
export function isHyphen(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === '-' && tokens[at].isClose && tokens[at + 1]?.isClose === true;
}

/** The place of the token after an optional hyphen. */
export function afterHyphen(tokens: readonly Token[], at: number): number {
  return isHyphen(tokens, at) ? at + 1 : at;
}
