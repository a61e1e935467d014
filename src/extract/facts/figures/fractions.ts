import { compact, type Range } from '../../../document/index.ts';
import { MONTH_NAMES } from '../../../language/english/calendar.ts';
import { LETTERS } from '../../../language/english/letters.ts';
import { DENOMINATORS } from '../../../language/english/numbers.ts';
import { HALVED } from '../../../language/english/units.ts';
import { alternation } from '../../../language/words.ts';
import { DIGITS, FRACTION_WORD, fractionOf, NUMBER_WORDS, numberOf, SMALL_NUMBER } from './numbers.ts';

/** A part of something: where it stands and its value; a unit where the words give one. */
export interface Fraction extends Range {
  readonly value: number;
  /** How the words before it bound it. */
  readonly bound?: string;
  readonly unit?: string;
}

/** One kind of fraction: a pattern, and its value. */
interface Form {
  readonly pattern: RegExp;
  readonly valueIn: (groups: Readonly<Record<string, string | undefined>>) => number | undefined;
}

function form(bounds: string, pattern: string, valueIn: Form['valueIn']): Form {
  return {
    pattern: new RegExp(`(?<![\\d${LETTERS}.,/-])(?:(?<bound>${bounds})\\s+)?${pattern}(?![\\d${LETTERS}])`, 'gi'),
    valueIn,
  };
}

const makeForms = (bounds: string): readonly Form[] => [
  // one-half of one percentage point; two-thirds of members; a quarter of pupils
  form(
    bounds,
    `(?<count>an?|${SMALL_NUMBER})[\\s-](?<word>${FRACTION_WORD})(?:\\s+of\\s+(?:one|an?)\\s+(?<unit>percentage point|per cent|percent))?`,
    (g) => fractionOf(g.count, g.word!),
  ),
  // half of the boats, half the town
  form(bounds, `(?<word>half)(?=\\s+of\\s|\\s+(?:the|its|their|his|her|all)\\s)`, (g) =>
    fractionOf(undefined, g.word!),
  ),
  // half an hour
  form(bounds, `half(?=\\s+an?\\s+${alternation(HALVED)}\\b)`, () => 0.5),
  // two and a half hours
  form(bounds, `(?<count>${DIGITS}|${NUMBER_WORDS}|one)\\s+and\\s+a\\s+half`, (g) => (numberOf(g.count!) ?? 0) + 0.5),
  // one in five children, three out of ten trains
  form(
    bounds,
    `(?<part>${SMALL_NUMBER})\\s+(?:in|out\\s+of)\\s+(?:every\\s+)?(?<whole>${SMALL_NUMBER})(?=\\s+[${LETTERS}])`,
    (g) => {
      const [part, whole] = [numberOf(g.part!) ?? 0, numberOf(g.whole!) ?? 0];
      return part > 0 && part < whole ? part / whole : undefined;
    },
  ),
];

/** Made once for the one set of bounds that there is. */
let made: { readonly bounds: string; readonly forms: readonly Form[] } | undefined;

function formsOf(bounds: string): readonly Form[] {
  if (made?.bounds !== bounds) made = { bounds, forms: makeForms(bounds) };
  return made.forms;
}

const HINT = new RegExp(`${alternation(Object.keys(DENOMINATORS))}|\\bin\\b|out of`, 'iu');
/** What a part is of; "the third of May" is a day. */
const OF_WHOLE = new RegExp(`^\\s+(?:of\\s+(?!${alternation(MONTH_NAMES)})|(?:the|its|their|his|her|all)\\s)`, 'u');

/**
 * The fractions and proportions of a text, none overlapping another.
 *
 * @param bounds the words that may stand before a number and bound it, as a pattern
 */
export function findFractions(text: string, bounds: string): Fraction[] {
  const found: Fraction[] = [];
  if (!HINT.test(text)) return found;
  for (const { pattern, valueIn } of formsOf(bounds)) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const value = valueIn(match.groups!);
      if (value === undefined || found.some((other) => other.start < end && start < other.end)) continue;
      const { word, unit, bound } = match.groups!;
      // "a second time", "the third of May", and "a quarter" alone, which may be of a year.
      if (word && !unit && !OF_WHOLE.test(text.slice(end))) continue;
      found.push({
        start,
        end,
        value,
        ...compact({ bound }),
        ...(unit ? { unit: /point/u.test(unit) ? 'percentage point' : 'percent' } : {}),
      });
    }
  }
  return found;
}
