import { type Range, trimRange } from '../../document/index.ts';
import { isQuoteVerb } from '../../language/english/cues.ts';
import { isFormLabel } from '../../language/english/labels.ts';
import {
  ADDRESSEE,
  INTRODUCING,
  isAnswerWord,
  isQuestionWord,
  LABEL_COMMON,
  LABEL_HONORIFICS,
  LABEL_PARTICLES,
  PARTS,
  TALK,
} from '../../language/english/turns.ts';

/**
 * How a label stands: `colon` before its words, `stop` as in the Congressional Record ("Mr. HALL. I rise"), `q` and `a`
 * by the letter, `bare` by a letter without a mark, `alone` on a line above the words.
 */
type LabelForm = 'colon' | 'stop' | 'q' | 'a' | 'bare' | 'alone';

/** The words at the beginning of a line that may say who speaks. */
export interface Label {
  readonly form: LabelForm;
  /** The words that name the speaker, with brackets and a role; offsets in the line. */
  readonly words: Range;
  /** Without brackets, role and time: "Anders Slater", "MS. WEIL", "The Minister for Justice". */
  readonly name: string;
  /** What stands in brackets, or after a comma or dash, in order: "Hammerby", "Mikkel Grove", "CEO". */
  readonly asides: readonly string[];
  /** Whether the aside follows a comma or dash, as a role does. */
  readonly hasPost: boolean;
  /** Where what is said begins in the line; its end where the label stands alone. */
  readonly from: number;
  /** Whether a time of day or of a recording stands with it. */
  readonly isTimed: boolean;
  /** Whether the words before the name say that it is who speaks: "Asked by Rosa Weil". */
  readonly isIntroduced: boolean;
  /** Whether letters by letters it is in capitals, and longer than initials. */
  readonly isCapital: boolean;
}

const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\.?)?`;
const TIME_BEFORE = new RegExp(String.raw`^[[(]?${CLOCK}(?:\s*-->\s*${CLOCK})?[\])]?(?:\s*[-–—|]\s*|\s+|$)`, 'u');
const TIME_AFTER = new RegExp(String.raw`\s{0,4}[-–—|]?\s{0,2}[[(]?${CLOCK}(?:\s?-->\s?${CLOCK})?[\])]?$`, 'u');

const ONLY_TIME = new RegExp(`^${CLOCK}$`, 'u');

/** No label is longer, with its brackets. */
const LONGEST = 160;

/** ">> ROSA WEIL: We tried": how captions mark that another speaks. */
const CAPTION = /^>{2,3}\s*(?=\p{Lu})/u;

/** Q and A by the letter, which a mark or a capital follows. */
const LETTER = /^([QA])(?:\d{0,3}(\s?[.:]\s+|\s+[–—-]\s+)|\s+)(?=\S)/u;

/** "Q12 Nia Cole: …": the number of a question before a label. */
const NUMBER = /^Q\d{1,4}\.?\s+(?=\p{Lu})/u;

/** "Q - Nia Cole: …", "A – Gwen Harker, CEO: …": the side before a full name. */
const SIDE = /^[QA]\s?[–—-]\s+(?=\p{Lu}[\p{L}.’'-]*\s+\p{Lu}[^:]{1,60}:\s)/u;

/** "Mr. HOLBROOK of Ohio. I rise": a title and a name, or "The" and capitals, up to a full stop. */
const STOPPED =
  /^(\p{Lu}[\p{L}’']*\.?\s+(?:\p{Lu}[\p{L}’']*\s+)?(?:(?:Mc|Mac|de |van |von )?\p{Lu}[\p{L}’'-]+)(?:\s+(?:\p{Lu}[\p{L}’'-]+|pro tempore|of(?:\s\p{Lu}\p{L}+){1,3})){0,3})\.\s*(?:—\s*)?(?=[\p{Lu}“"(\d])/u;

/** "The PRESIDING OFFICER (Mr. Bell).": who holds the office. */
const HOLDER = /^(The [^().]{3,60}) (\([^()]{2,40}\))\./u;

/** The label before the words of a line: "MINISTER: We tried", "Q. Why?", "Mr. HALL. I rise". */
export function inlineLabel(line: string): Label | undefined {
  const time = TIME_BEFORE.exec(line)?.[0].length ?? 0;
  const letter = letterLabel(line, time);
  // "Q And for the minister: is that so?" asks; "A Lund: We tried" is a name with an initial.
  const isLetter =
    letter && !SIDE.test(line.slice(time)) && (letter.form !== 'bare' || (letter.name === 'Q' && !NUMBER.test(line)));
  return isLetter ? letter : (colonLabel(line, time) ?? letter ?? stoppedLabel(line));
}

function letterLabel(line: string, time: number): Label | undefined {
  const match = LETTER.exec(line.slice(time, time + 20));
  if (!match) return undefined;
  const from = time + match[0].length;
  const hasMark = match[2] !== undefined;
  if (!hasMark && !/^["“‘'([…$\p{Lu}\d]/u.test(line.slice(from, from + 2))) return undefined;
  const isQuestion = match[1] === 'Q';
  const form = hasMark ? (isQuestion ? 'q' : 'a') : 'bare';
  return labelOf(line, { form, words: { start: time, end: time + 1 }, from, isTimed: time > 0 });
}

function colonLabel(line: string, time: number): Label | undefined {
  const lead = line.slice(time, time + LONGEST);
  const start = time + (NUMBER.exec(lead) ?? SIDE.exec(lead) ?? CAPTION.exec(lead) ?? [''])[0].length;
  const end = colonAfter(line, start);
  if (end === undefined) return undefined;
  const mark = line[end] === ':' ? 1 : line.slice(end).indexOf('—') + 1;
  const rest = /^\s*/u.exec(line.slice(end + mark, end + mark + 40))![0].length;
  return labelOf(line, { form: 'colon', words: { start, end }, from: end + mark + rest, isTimed: time > 0 });
}

/** Where the mark after a label stands: a colon, or a stop and a dash, outside brackets; undefined where none may be. */
function colonAfter(line: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < Math.min(line.length, start + LONGEST); at++) {
    const letter = line[at]!;
    if (letter === '(' || letter === '[') depth++;
    else if (letter === ')' || letter === ']') depth--;
    else if (depth === 0 && letter === ':' && /^(?:\s|$)/u.test(line.slice(at + 1, at + 2))) return at;
    else if (depth === 0 && /^[.?]\s?—/u.test(line.slice(at, at + 3))) return at;
    else if (depth < 0 || (depth === 0 && !/[\p{L}\p{M}\p{N} .,'’“”"&/_#–—-]/u.test(letter))) return undefined;
  }
  return undefined;
}

function stoppedLabel(line: string): Label | undefined {
  const [, office = '', holder = ''] = HOLDER.exec(line.slice(0, 120)) ?? [];
  const bracket = holder === '' ? '' : ` ${holder}`;
  const match = STOPPED.exec(line.slice(0, 80 + bracket.length).replace(bracket, ''));
  if (!match || (office !== '' && match[1] !== office)) return undefined;
  const words = match[1]!.split(/\s+/u);
  const isOffice = words[0] === 'The' && words.slice(1).some((word) => word.length > 2 && word === word.toUpperCase());
  const isTitled = words[0] !== 'The' && LABEL_HONORIFICS.has(words[0]!.toLowerCase());
  const isRole = words[0] !== 'The' && PARTS.has(words[0]!.toLowerCase());
  if (!isOffice && !isTitled && !isRole) return undefined;
  const end = match[1]!.length + bracket.length;
  const from = match[0].length + bracket.length;
  return labelOf(line, { form: 'stop', words: { start: 0, end }, from, isTimed: false });
}

/** A line that is nothing but a label, with a time or a post: "Johan Marsk  0:04", "Gwen Harker – Chief Executive". */
export function labelAlone(line: string): Label | undefined {
  if (line.length > LONGEST || /[.?!;…”"]$/u.test(line.replace(/\b(?:Jr|Sr|Inc|Ltd|Co|[ap]\.?m)\.$/iu, '')))
    return undefined;
  const before = TIME_BEFORE.exec(line)?.[0].length ?? 0;
  const after = TIME_AFTER.exec(line.slice(before))?.index ?? line.length - before;
  const colon = /:?$/u.exec(line.slice(0, before + after))!.index;
  const words = trimRange(line, { start: before, end: Math.min(before + after, colon) });
  if (words.end <= words.start) return undefined;
  const isTimed = before > 0 || before + after < line.length;
  return labelOf(line, { form: 'alone', words, from: line.length, isTimed });
}

/** Whether a line is a time and nothing else, as above a name in a transcript made by machine. */
export function isTimeAlone(line: string): boolean {
  return TIME_BEFORE.exec(line)?.[0].length === line.length;
}

type Placed = Pick<Label, 'form' | 'words' | 'from' | 'isTimed'>;

/** A label without the words that introduce it: "Asked by [Rosa Weil]", "From [Rosa Weil] to Everyone" in a chat. */
function introduced(printed: string, isTimed: boolean): Range | undefined {
  const before = INTRODUCING.exec(printed)?.[0].length;
  if (before !== undefined && before < printed.length) return { start: before, end: printed.length };
  const from = isTimed ? /^From\s+(?=\p{Lu})/iu.exec(printed)?.[0].length : undefined;
  if (from === undefined) return undefined;
  const to = printed.search(/\sto\s/iu);
  const isReceived = to < 0 || /^\s+to\s+everyone$|\((?:direct message|privately)\)$/iu.test(printed.slice(to));
  return isReceived ? trimRange(printed, { start: from, end: to < 0 ? printed.length : to }) : undefined;
}

/** A label with its parts told apart; undefined where the words name nobody. */
function labelOf(line: string, placed: Placed): Label | undefined {
  const all = line.slice(placed.words.start, placed.words.end);
  const own = introduced(all, placed.isTimed);
  const start = placed.words.start + (own?.start ?? 0);
  const printed = own ? all.slice(own.start, own.end) : all;
  // A timetable: "10:00 From Nesse to Oldmere".
  if (placed.isTimed && /^From\s/iu.test(printed)) return undefined;
  const untimed = printed.replace(TIME_AFTER, '').trimEnd();
  const brackets = [...untimed.matchAll(/[([]([^()[\]]{1,80})[)\]]/gu)].map((match) => match[1]!.trim());
  const bare = untimed.replace(/ ?[([][^()[\]]{0,80}[)\]]/gu, '').trim();
  const { name, post } = withoutPost(bare);
  const letters = name.replace(/[^\p{L}]/gu, '');
  if (placed.form === 'alone' && name.includes(':')) return undefined;
  if (!isNameLike(name) || (isFormLabel(name) && !isAnswerWord(name)) || ADDRESSEE.test(name)) return undefined;
  if (isQuoteVerb(name.split(/\s+/u).at(-1)!) && !isQuestionWord(name) && !isAnswerWord(name)) return undefined;
  return {
    ...placed,
    words: { start, end: start + untimed.length },
    name,
    asides: [...(post === undefined ? [] : [post]), ...brackets.filter((aside) => !ONLY_TIME.test(aside))],
    hasPost: post !== undefined,
    isTimed: placed.isTimed || untimed.length < printed.length,
    isIntroduced: own !== undefined,
    isCapital: letters.length > 1 && letters === letters.toUpperCase(),
  };
}

/** "INGA MOLL, HOST", "Asher Pine -- Vice President, Investor Relations": the name and the post after it. */
function withoutPost(bare: string): { name: string; post?: string } {
  const first = bare.split(/\s+/u)[0]!.toLowerCase();
  const match = /^([^,–—]{2,50}?)(?:,\s|\s(?:--|[–—-])\s)(.{1,100})$/u.exec(bare);
  if (!match || first === 'the' || (PARTS.has(first) && !/\s/u.test(match[1]!.trim()))) return { name: bare };
  if (/^(?:Jr|Sr|I{2,3}|IV)\.?$/u.test(match[2]!)) return { name: bare };
  return TALK.test(match[2]!) ? { name: bare } : { name: match[1]!.trim(), post: match[2]!.trim() };
}

/** Whether words may name somebody: each a capital, a number, a particle, or part of a description such as "audience member". */
function isNameLike(name: string): boolean {
  const words = name.split(/[\s_]+/u);
  const isOffice = /^the$/iu.test(words[0]!) || words.some((word) => PARTS.has(word.toLowerCase()));
  if (name.length < 1 || words.length > (isOffice ? 14 : 6) || !/^\p{Lu}/u.test(name)) return false;
  return words.every(
    (word) =>
      /^["“‘'’(]?\p{Lu}/u.test(word) ||
      /^(?:\d{1,3}|[–—&/-]{1,2})$/u.test(word) ||
      /^d[’']\p{Lu}/u.test(word) ||
      LABEL_PARTICLES.has(word.toLowerCase()) ||
      LABEL_COMMON.has(word.toLowerCase()) ||
      (isOffice && PARTS.has(word.toLowerCase())),
  );
}
