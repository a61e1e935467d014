import { MONTH_NAMES } from '../../../language/english/calendar.ts';
import {
  AFTER_COUNTED,
  BEFORE_PRONOUN_ONE,
  COUNTED_BY_THOUSANDS,
  NUMBERED,
  SCORE_NOUNS,
  UNCOUNTED_AFTER_ONE,
  VALUES,
} from '../../../language/english/numbers.ts';
import { STREETS } from '../../../language/english/places.ts';
import { isPlural } from '../../../language/english/plurals.ts';
import { alternation, capitalised } from '../../../language/words.ts';
import type { Measure } from './measures.ts';
import type { Expression } from './ranges.ts';
import type { Token } from './tokens.ts';
import { isAge, isOrdinal } from './units.ts';

/** An expression that may be a quantity, and what stands around it. */
export interface Candidate {
  readonly tokens: readonly Token[];
  readonly expression: Expression;
  readonly first: Measure;
  readonly last: Measure;
  /** Up to 24 letters before it. */
  readonly before: string;
  /** Up to 120 letters after it. */
  readonly after: string;
  readonly counts: string | undefined;
  readonly per: string | undefined;
  readonly isBounded: boolean;
}

/** Before a number: what makes it a name or an address, not a quantity ("Article 50", "page 3", "Flight 103"). */
const NAMED = new RegExp(`\\b${alternation(NUMBERED)}s?[\\s-]{0,3}$|(?<![\\p{L}’'])[b-hj-z]-?$`, 'iu');
/** "USB 1.1", "iOS 5", "MH 370": a number right after letters of which two are capitals, or after a small and a capital. */
const AFTER_CAPITALS = /(?:\p{Lu}\S{0,24}\p{Lu}|\p{Ll}\p{Lu})\p{L}{0,24}\s$/u;
/** After a number: what makes it no quantity ("50th", "7 p.m.", "10 Downing Street", "Boeing 787’s"). */
const NOT_QUANTITY = /^\s?(?:a\.?m\.?|p\.?m\.?|o[’']clock|gmt|est|bst)(?!\p{L})|^[’']s(?!\p{L})/iu;
const STREET = new RegExp(`^\\s(?:\\p{Lu}\\p{Ll}+\\s){1,4}${alternation([...STREETS].map(capitalised))}`, 'u');
const COUNTS_THOUSANDS = new RegExp(`^\\s+${alternation(COUNTED_BY_THOUSANDS)}`, 'u');

/** Whether an expression is part of a name, a code, a date, a time, a score or an age, and so no quantity. */
export function isNoQuantity(candidate: Candidate): boolean {
  if (IN_ANY_CASE.some((isNone) => isNone(candidate))) return true;
  return candidate.last.isPlain && PLAIN.some((isNone) => isNone(candidate));
}

const IN_ANY_CASE: readonly ((candidate: Candidate) => boolean)[] = [isPartOfWord, isPartOfChain, isAgeIn, isOneDay];

const PLAIN: readonly ((candidate: Candidate) => boolean)[] = [
  ({ after }) => NOT_QUANTITY.test(after) || STREET.test(after),
  isName,
  isPersonsAge,
  isYear,
  isUncountedWord,
  isUncountedOne,
  isScore,
  isModel,
  isUncountedPart,
  isItem,
];

function isWord(token: Token | undefined): boolean {
  return token?.kind === 'word';
}

/** "MH370", "F-35", "Covid-19", "1990s", "5G", "twenty-first", "mid-1800s". */
function isPartOfWord({ tokens, first, last }: Candidate): boolean {
  const [previous, next] = [tokens[first.start - 1], tokens[last.end]];
  if (tokens[first.start]!.isClose && !first.hasSign) {
    if (previous && isFeetMark(tokens, first.start - 1)) return true;
    if (previous?.kind === 'word' || previous?.kind === 'digits' || previous?.text === '#' || previous?.text === '@')
      return true;
    const isJoined = /^[-–/_.]$/u.test(previous?.text ?? '') && previous!.isClose;
    // "114bhp/200Nm", "sub-300 sq m"
    const isMeasured =
      last.unit !== undefined && (previous?.text === '/' || /^\p{Ll}/u.test(tokens[first.start - 2]?.text ?? ''));
    if (isJoined && !isMeasured && tokens[first.start - 2]?.kind !== 'mark') return true;
  }
  if (next?.isClose && (next.kind !== 'mark' || isFeetMark(tokens, last.end))) return true;
  return isOrdinal(tokens, last.end);
}

/** "5'6"": a height in feet and inches. */
function isFeetMark(tokens: readonly Token[], at: number): boolean {
  return /^['’′]$/u.test(tokens[at]!.text) && tokens[at + 1]?.kind === 'digits' && tokens[at + 1]!.isClose;
}

/** "1-800-555-0199", "9/11", "19:30", "12.05.2016", "+44 20 7946": numbers joined by marks, or one after another. */
function isPartOfChain({ tokens, first, last }: Candidate): boolean {
  const [previous, next] = [tokens[first.start - 1], tokens[last.end]];
  const isJoining = (mark: Token | undefined, beside: Token | undefined) =>
    mark?.kind === 'mark' && /^[-–/:.]$/u.test(mark.text) && beside?.kind === 'digits';
  if (last.unit !== undefined) return false;
  if (next?.isClose && tokens[last.end + 1]?.isClose && isJoining(next, tokens[last.end + 1])) return true;
  if (tokens[first.start]!.isClose && previous?.isClose && isJoining(previous, tokens[first.start - 2])) return true;
  if (!last.isPlain) return false;
  // "nineteen eighty-four"
  if (last.form === 'words')
    return VALUES.has(next?.lower ?? '') || (!first.hasSign && VALUES.has(previous?.lower ?? ''));
  if (last.form !== 'digits') return false;
  if (MONTH_NAMES.has(next?.text ?? '')) return true;
  if (next?.text === '/' || previous?.text === '/') return true;
  const isSum = /^[+=×]$/u.test(next?.text ?? '') && tokens[last.end + 1]?.kind === 'digits';
  const isBeside = [previous, next].some((token) => token?.kind === 'digits');
  return isSum || isBeside || previous?.text === '+' || isTelephone(tokens, first);
}

/** "(555) 012-3456" */
function isTelephone(tokens: readonly Token[], { start, end }: Measure): boolean {
  const isBracketed = tokens[start - 1]?.text === '(' && tokens[end]?.text === ')';
  const isAfter = tokens[start - 1]?.text === ')' && tokens[start - 2]?.kind === 'digits' && tokens[end]?.text === '-';
  return (isBracketed && tokens[end + 1]?.kind === 'digits') || isAfter;
}

/** "45-year-old", "three months old", "18 years of age" */
function isAgeIn({ tokens, last }: Candidate): boolean {
  return isAge(tokens, last.end, last.unit);
}

/** "Article 50", "USB 1.1", "Windows 11", "the Six Nations" */
function isName({ tokens, first, before, counts, isBounded }: Candidate): boolean {
  if (NAMED.test(before) || AFTER_CAPITALS.test(before)) return true;
  const isCounted = counts !== undefined && isPlural(counts.toLowerCase());
  // "P.S. 164", "in ’93"
  if (!isCounted && /\p{Lu}\.\s$|[’‘'](?<!\w.)$/u.test(before)) return true;
  const [number, previous] = [tokens[first.start]!, tokens[first.start - 1]];
  const isAfterName = previous?.kind === 'word' && /^\p{Lu}/u.test(previous.text) && first.start > 1;
  if (first.form === 'digits') return !isBounded && !isCounted && (isAfterName || /^\p{Lu}/u.test(counts ?? ''));
  const isCapital = /^\p{Lu}/u.test(number.text) && previous !== undefined && !/^[.!?:“"‘—–]$/u.test(previous.text);
  const isNamed =
    /^\p{Lu}/u.test(number.text) && /^\p{Lu}/u.test(counts ?? '') && (!isCounted || previous?.lower === 'the');
  return isNamed || (isCapital && (isAfterName || (/^(?:of|the)$/u.test(previous.lower) && counts === undefined)));
}

/** "Jem Sorrel, 69, said"; "He is 69 and lives in Nesse." */
function isPersonsAge({ first, last, before, after }: Candidate): boolean {
  const isWhole = Number.isInteger(first.value) && first.value < 120 && first === last;
  if (isWhole && /,\s*$/u.test(before) && /^(?:[,;.]|\s*$)/u.test(after)) return true;
  if (isWhole && /\(\s*$/u.test(before) && /^\)/u.test(after) && first.form === 'digits') return true;
  if (/\b(?:aged?|age of|ages?)\s*$/iu.test(before)) return true;
  return (
    /\b(?:he|she|who) (?:is|was|turns|turned)\s+$/iu.test(before) && /^(?:[,.;]|\s+(?:and|when|on)\b|$)/u.test(after)
  );
}

/** "in 2019", "the 2012–13 season" */
function isYear({ tokens, first, expression, before, after, counts, isBounded }: Candidate): boolean {
  const printed = tokens[first.start]!.text;
  if (!/^(?:1[5-9]|20)\d\d$/u.test(printed)) return false;
  if (expression.isRange) return expression.joint === 'dash' || counts === undefined;
  if (/\b(?:average|total|sum) of\s+$/u.test(before)) return false;
  return !COUNTS_THOUSANDS.test(after) && !(isBounded && /s$/u.test(counts ?? ''));
}

/** "two said": a number in words that counts nothing. */
function isUncountedWord({ first, expression, before, counts, per }: Candidate): boolean {
  const isKnown = /\b(?:all|the other|these|those)\s+$/iu.test(before);
  return (
    first.form === 'words' && counts === undefined && !expression.isRange && !per && first.value < 1000 && !isKnown
  );
}

/** "no one", "one by one", "one day": no person or thing is counted. */
function isUncountedOne({ tokens, first, expression, counts }: Candidate): boolean {
  if (tokens[first.start]!.lower !== 'one' || first.value !== 1 || expression.measures.length > 1) return false;
  const next = tokens[first.end]?.lower ?? '';
  return (
    counts === undefined ||
    BEFORE_PRONOUN_ONE.has(tokens[first.start - 1]?.lower ?? '') ||
    UNCOUNTED_AFTER_ONE.has(next)
  );
}

/** "One day it will end." */
function isOneDay({ tokens, first, last, isBounded }: Candidate): boolean {
  const isOne = tokens[first.start]!.lower === 'one' && first.value === 1 && first === last;
  return isOne && last.unit === 'day' && !isBounded && tokens[first.numberEnd]!.text !== '-';
}

/** "3-2", "a 5-4 vote": two numbers that count nothing. */
function isScore({ expression, first, counts, tokens, last }: Candidate): boolean {
  if (expression.measures.length < 2) return false;
  if (expression.joint === 'dash' && SCORE_NOUNS.has(tokens[last.end]?.lower ?? '')) return true;
  return (
    counts === undefined &&
    (expression.joint === 'dash' || (expression.isRange && expression.joint === 'to' && first.value < 100))
  );
}

/** "Boeing’s 787", "on 911" */
function isModel({ first, before, counts, isBounded }: Candidate): boolean {
  return !isBounded && counts === undefined && first.value < 1000 && /(?:[’']s|\bon)\s+$/u.test(before);
}

/** "a third time", "half asleep", "a quarter" of a year: a part that is not of something told. */
function isUncountedPart({ tokens, first, before, after }: Candidate): boolean {
  if (first.form !== 'fraction') return false;
  const [next, last] = [tokens[first.end], tokens[first.end - 1]!];
  const isOfWhole = next?.lower === 'of' || /^\s+(?:the|its|their|his|her|all)\s/u.test(after);
  if (isOfWhole) return first.end === first.start + 1 && last.lower !== 'half' && isWord(last);
  if (!isWord(tokens[first.start]) && !isWord(last)) return next?.kind !== 'word' && next?.text !== '-';
  const isSeveral = /s$/u.test(last.lower) || tokens[first.end - 2]?.text === '-';
  const isDifference = /\bby\s+$/iu.test(before) && (!isWord(next) || AFTER_COUNTED.has(next!.lower));
  return !isSeveral && !isDifference;
}

/** "1. Reading", "1 / News": the number of an item in a list. */
function isItem({ tokens, first, last }: Candidate): boolean {
  const next = tokens[last.end];
  if (first.start !== 0 || first.form !== 'digits') return false;
  const isMarked = next?.text === '/' || (/^[.)]$/u.test(next?.text ?? '') && next!.isClose);
  return isMarked && tokens.length > last.end + 1;
}
