import type { BlockKind } from '../../document/index.ts';
import { TITLE_GENDERS } from '../../language/english/titles.ts';
import {
  ASKS,
  CLIP_BEGINS,
  CLIP_ENDS,
  EXAMINER,
  isAnswerWord,
  isPart,
  isQuestionWord,
  LABEL_HONORIFICS,
  PARTS,
  PROCEEDINGS,
  SOUNDS,
  TALK,
} from '../../language/english/turns.ts';
import { inlineLabel, isTimeAlone, type Label, labelAlone } from './label.ts';

/** A line of a text, or a block of a document, as turns are told from it. */
export interface Line {
  readonly text: string;
  readonly kind: BlockKind;
  /** Whether all of it is bold or italic. */
  readonly isStrong?: boolean;
}

/**
 * What a line is in a transcript: it begins a `turn`, is the `label` of what stands below, an `examiner` line that tells
 * who asks from there on, a stage `direction`, an `aside` that nobody says (a heading, a time, a list of those present),
 * or `words`, which carry on the turn before them.
 */
export type Part =
  | { readonly is: 'turn' | 'label'; readonly label: Label }
  | { readonly is: 'examiner'; readonly who: string }
  | { readonly is: 'direction'; readonly clip?: 'begins' | 'ends' }
  | { readonly is: 'aside' | 'words' };

/** The least share of turns in which somebody speaks of himself, to another, asks, or is brief. */
const LEAST_TALK = 1 / 3;

/**
 * What each line is, where the lines are a transcript; undefined where they are none. A form is recognised where its
 * labels come back one after another, or stand before everything, and what follows them is talk: lists, notices,
 * scores and recipes have labels, too.
 */
export function recognise(lines: readonly Line[]): readonly Part[] | undefined {
  const parts = inline(lines) ?? alone(lines);
  return parts?.some(({ is }) => is === 'turn' || is === 'label') ? parts : undefined;
}

function inline(lines: readonly Line[]): Part[] | undefined {
  const labels = lines.map((line) =>
    isBody(line) && examinerIn(line.text) === undefined ? inlineLabel(line.text) : undefined,
  );
  const counted = countedLabels(lines, labels);
  if (!counted) return undefined;
  return lines.map((line, i) => {
    const label = counted[i];
    const who = examinerIn(line.text);
    if (who) return { is: 'examiner', who };
    if (label) return label.from >= line.text.length ? { is: 'label', label } : { is: 'turn', label };
    return besideTurns(
      line,
      lines[i + 1] !== undefined && (counted[i + 1] !== undefined || examinerIn(lines[i + 1]!.text) !== undefined),
    );
  });
}

/** "BY MR. HALL:": who asks from here on. "By" in small letters begins a byline, unless a colon follows. */
function examinerIn(line: string): string | undefined {
  const match = EXAMINER.exec(line);
  return match && (match[2] === ':' || line === line.toUpperCase()) ? match[1] : undefined;
}

/** Blocks of an article in which nobody speaks have no labels. */
function isBody({ kind }: Line): boolean {
  return kind === 'paragraph' || kind === 'list-item' || kind === 'blockquote' || kind === 'heading';
}

function besideTurns(line: Line, isBeforeLabel: boolean): Part {
  const { text, kind } = line;
  if (CLIP_BEGINS.test(text)) return { is: 'direction', clip: 'begins' };
  if (CLIP_ENDS.test(text)) return { is: 'direction', clip: 'ends' };
  if (isDirection(text)) return { is: 'direction' };
  const isTitle = isBeforeLabel && isTitleLike(text);
  if (!isBody(line) || kind === 'heading' || isTitle || !/\p{L}{2}/u.test(text) || isTimeAlone(text))
    return { is: 'aside' };
  return { is: 'words' };
}

/** "DIRECT EXAMINATION", "Questions and Answers", "1. Public questions": no sentence that breaks off. */
function isTitleLike(text: string): boolean {
  if (text.length > 60 || /[.?!:;,…—”"-]$/u.test(text)) return false;
  const words = text.split(/\s+/u).filter((word) => /^\p{L}{4}/u.test(word));
  return /^\d+\.\s/u.test(text) || words.every((word) => /^\p{Lu}/u.test(word));
}

function isDirection(text: string): boolean {
  return SOUNDS.test(text) || /^\([^()]*\)\.?$|^\[[^[\]]*\]\.?$/u.test(text) || PROCEEDINGS.test(text);
}

/** The labels that count; undefined where the document is no transcript. */
function countedLabels(
  lines: readonly Line[],
  labels: readonly (Label | undefined)[],
): readonly (Label | undefined)[] | undefined {
  const bare = withoutLoneLetters(ofOneForm(labels));
  const times = countsOf(bare);
  const isInCapitals = mostlyCapital(bare, times);
  const isThroughout = standsThroughout(lines, bare);
  const first = lines.findIndex(({ kind }) => kind !== 'title' && kind !== 'byline');
  const counted = bare.map((label, i) => {
    const isOdd = isInCapitals && !label?.isCapital && label?.form === 'colon';
    if (!label || !((isThroughout && !isOdd) || counts(label, times, isInCapitals, lines[i]!))) return undefined;
    // "Mary Fallin: Trump Is ‘Trying To Heal’": a headline.
    return i === first && label.form === 'colon' && isHeadline(lines[i]!.text.slice(label.from)) ? undefined : label;
  });
  return isDialogue(counted) || isThroughout || isShouted(counted) || isRoundTable(lines, counted)
    ? isTalk(lines, counted)
      ? counted
      : undefined
    : undefined;
}

/** "Senator Cruz. You have not …": in a transcript with colons, a name and a stop speak to somebody. */
function ofOneForm(labels: readonly (Label | undefined)[]): readonly (Label | undefined)[] {
  const times = countsOf(labels);
  const back = labels.filter((label) => label && comesBack(label, times));
  const stops = back.filter((label) => label!.form === 'stop').length;
  return stops * 2 > back.length ? labels : labels.map((label) => (label?.form === 'stop' ? undefined : label));
}

/** "A man came": an A without a mark is an answer only after such a Q. */
function withoutLoneLetters(labels: readonly (Label | undefined)[]): (Label | undefined)[] {
  let last: Label | undefined;
  return labels.map((label) => {
    const isLone = label?.form === 'bare' && label.name === 'A' && !(last?.form === 'bare' && last.name === 'Q');
    if (label && !isLone) last = label;
    return isLone ? undefined : label;
  });
}

/** What a label comes back by: the surname, with the gender of a title, or all of a part and of a numbered speaker. */
export function keyOf({ name, form }: Label): string {
  if (form === 'q' || form === 'a' || form === 'bare') return name;
  const words = name
    .toLowerCase()
    .replace(/^the\s+/u, '')
    .split(/[\s_]+/u);
  const last = words.at(-1)!;
  if (/\d/u.test(last) || PARTS.has(last) || words.length > 4) return words.join(' ');
  return words.length > 1 ? `${TITLE_GENDERS.get(words[0]!.replace(/\.$/u, '')) ?? ''}${last}` : last;
}

/** "The Minister for Water (Colin Thrale)" comes back as either. */
function keysOf(label: Label): string[] {
  const holder = isPart(label.name) || /^the\s/iu.test(label.name) ? label.asides.find(isFullName) : undefined;
  return [keyOf(label), ...(holder === undefined ? [] : [keyOf({ ...label, name: holder })])];
}

function isFullName(aside: string): boolean {
  return /^\p{Lu}\S+(?:\s\p{Lu}\S+){1,3}$/u.test(aside);
}

function countsOf(labels: readonly (Label | undefined)[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const label of labels) for (const key of label ? keysOf(label) : []) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}

function comesBack(label: Label, times: ReadonlyMap<string, number>): boolean {
  return keysOf(label).some((key) => times.get(key)! > 1);
}

/** Whether the labels that come back are printed in capitals, so that others are none. */
function mostlyCapital(labels: readonly (Label | undefined)[], times: ReadonlyMap<string, number>): boolean {
  const back = labels.filter((label) => label?.form === 'colon' && times.get(keyOf(label))! > 1);
  return back.length > 0 && back.filter((label) => label!.isCapital).length > back.length / 2;
}

function counts(label: Label, times: ReadonlyMap<string, number>, isInCapitals: boolean, { text }: Line): boolean {
  const isBack = comesBack(label, times);
  if (label.form === 'stop') return isBack || times.size > 1;
  if (label.form !== 'colon') return true;
  const words = label.name.split(/\s+/u);
  const isAlone = label.from >= text.length;
  if (isAlone && !isBack && !label.hasPost) return false;
  if (label.isCapital || isBack || (label.isTimed && words.length > 1)) return true;
  const isPart = words.some((word) => PARTS.has(word.toLowerCase()));
  return !isInCapitals && (words.length > 1 || isPart || label.asides.length > 0) && isSentence(text.slice(label.from));
}

function isHeadline(words: string): boolean {
  return words !== '' && !isSentence(words) && words.split(/\s+/u).length > 3;
}

function isSentence(words: string): boolean {
  return /[.?!…—–-][”’"')\]]*$/u.test(words.trimEnd()) || words.length > 100;
}

/** Two who speak in turns: one comes back after the other. */
function isDialogue(labels: readonly (Label | undefined)[]): boolean {
  const keys = labels.flatMap((label) => (label ? [keyOf(label)] : []));
  const seen = new Set<string>();
  return keys.some((key, i) => {
    const returns = seen.has(key) && keys[i - 1] !== key;
    seen.add(key);
    return returns;
  });
}

/** Two labels in capitals or more, or one and a question. */
function isShouted(labels: readonly (Label | undefined)[]): boolean {
  const keys = labels.flatMap((label) => (label && (label.isCapital || label.form !== 'colon') ? [keyOf(label)] : []));
  return new Set(keys).size > 1;
}

/** "Host: For everyone?", "Dr. Ruhl: For most.": two paragraphs or more, each a label and a sentence. */
function standsThroughout(lines: readonly Line[], labels: readonly (Label | undefined)[]): boolean {
  const own = lines.flatMap(({ text, kind }, i) =>
    kind === 'title' || kind === 'byline' || isDirection(text) ? [] : [{ text, label: labels[i] }],
  );
  return (
    own.length >= 2 &&
    own.every(({ text, label }) => label?.form === 'colon' && /[.?!…][”’"')]*$/u.test(text.slice(label.from).trimEnd()))
  );
}

/** "Cllr Weil: …", "The Clerk: …", "The Chair: …": three or more of whom each is known to be somebody, and nothing between them. */
function isRoundTable(lines: readonly Line[], labels: readonly (Label | undefined)[]): boolean {
  const from = labels.findIndex((label) => label !== undefined);
  if (from < 0) return false;
  const own = labels
    .slice(from)
    .filter((label, i) => label || lines[from + i]!.kind !== 'paragraph' || !isDirection(lines[from + i]!.text));
  return own.length > 2 && own.every((label) => label !== undefined && isSomebody(label.name));
}

/** Whether a name has an office or a form of address: "Cllr Weil", "The Clerk". */
function isSomebody(name: string): boolean {
  const [first = ''] = name.toLowerCase().replace(/^the /u, '').split(/\s+/u);
  return isPart(name) || LABEL_HONORIFICS.has(first);
}

function isTalk(lines: readonly Line[], labels: readonly (Label | undefined)[]): boolean {
  const said = labels.flatMap((label, i) => {
    if (!label) return [];
    const rest = lines[i]!.text.slice(label.from);
    return [rest === '' ? (lines[i + 1]?.text ?? '') : rest];
  });
  const sentences = said.filter((words) => isSentence(words) || words.split(/\s+/u).length >= 4);
  return sentences.length >= said.length * 0.6 && said.filter(soundsSpoken).length >= said.length * LEAST_TALK;
}

/** Whether words are of people who talk: of themselves, to each other, a question, or a word or two. */
export function soundsSpoken(words: string): boolean {
  const own = words.replace(/[“"][^“”"]*[”"]/gu, ' ');
  const isBrief = own.trim().split(/\s+/u).length <= 2 && /[.!…—-]$/u.test(own.trim());
  return (isBrief && /\p{L}{2}/u.test(own)) || TALK.test(own) || ASKS.test(own) || own.includes('?');
}

/** Names on lines of their own, words below: transcripts made by machine, calls, headings that name who speaks. */
function alone(lines: readonly Line[]): Part[] | undefined {
  const labels = lines.map((line) => (isBody(line) && !isDirection(line.text) ? labelAlone(line.text) : undefined));
  const posts = lines.map((line, i) => isPostBelow(labels[i - 1], labels[i], lines[i + 1], line));
  const heads = labels.map((label, i) =>
    label && !posts[i] && isSpokenBelow(lines, i + (posts[i + 1] ? 2 : 1)) ? label : undefined,
  );
  const times = countsOf(heads);
  const isBack = (label: Label) => comesBack(label, times);
  const isWritten = heads.some((label) => label?.isIntroduced);
  const areStrong = heads.every((label, i) => !label || !isBack(label) || isStrong(lines[i]!));
  const counted = heads.map((label, i) => {
    if (!label) return undefined;
    const isTimed = label.isTimed || isTimeAlone(lines[i - 1]?.text ?? '');
    const hasStyle =
      posts[i + 1] || (isStrong(lines[i]!) ? areStrong : label.hasPost && /\s(?:--|–)\s/u.test(lines[i]!.text));
    const isInWriting = isWritten && (label.isIntroduced || label.asides.length > 0);
    // "Hugo Tarn (Dale) (Con)"
    const isMember = label.asides.length > 1 && !label.hasPost;
    return isBack(label) || isTimed || hasStyle || isInWriting || isMember ? label : undefined;
  });
  if (!counted.some((label) => label)) return undefined;
  // "Operator" speaks once, before all others.
  if (isDialogue(counted)) for (const [i, label] of heads.entries()) if (label && isOnePart(label)) counted[i] = label;
  const isRecorded = isRecording(lines, counted);
  const isAnswered = isWritten && new Set(counted.flatMap((label) => (label ? [keyOf(label)] : []))).size > 1;
  if (!isDialogue(counted) && !isRecorded && !isAnswered) return undefined;
  const said = counted.flatMap((label, i) => (label ? [lines[i + (posts[i + 1] ? 2 : 1)]!.text] : []));
  const isSpoken = said.filter(soundsSpoken).length >= said.length * LEAST_TALK;
  if (!isSpoken && !isRecorded) return undefined;
  return lines.map((line, i) => {
    const label = counted[i];
    if (label) return { is: 'label', label: posts[i + 1] ? withPost(label, lines[i + 1]!.text) : label };
    if (posts[i] && counted[i - 1]) return { is: 'aside' };
    return besideTurns(line, counted[i + 1] !== undefined || labels[i + 1] !== undefined);
  });
}

/** "Operator", "Moderator": a part in one word; not "Question". */
function isOnePart({ name }: Label): boolean {
  return PARTS.has(name.toLowerCase()) && !isQuestionWord(name) && !isAnswerWord(name);
}

/** Whether the first label has a time of the first minute, as recordings do and programmes of a day do not. */
function isRecording(lines: readonly Line[], labels: readonly (Label | undefined)[]): boolean {
  const first = labels.findIndex((label) => label !== undefined);
  const own = [lines[first - 1]?.text ?? '', lines[first]!.text].filter((text, i) => i > 0 || isTimeAlone(text));
  return isTimed(lines, labels) && own.some((text) => /(?<![\d:])0{1,2}:(?:00:)?[0-5]\d(?![\d:])/u.test(text));
}

/** Two who speak at times that stand with their names. */
function isTimed(lines: readonly Line[], labels: readonly (Label | undefined)[]): boolean {
  const timed = labels.flatMap((label, i) =>
    label && (label.isTimed || isTimeAlone(lines[i - 1]?.text ?? '')) ? [keyOf(label)] : [],
  );
  return new Set(timed).size > 1;
}

function isStrong(line: Line): boolean {
  return line.kind === 'heading' || line.isStrong === true;
}

/** "Simon Teal", "Finance Director, Orlo Brakes": the post below a name, above the words. */
function isPostBelow(above: Label | undefined, own: Label | undefined, below: Line | undefined, line: Line): boolean {
  if (!above || !below || above.hasPost || above.isTimed || line.text.length > 80) return false;
  const isName = /^\p{Lu}\S+(?:\s\p{Lu}\S+){1,3}$/u.test(above.name);
  const words = line.text.split(/[\s,]+/u);
  const isPost =
    words.some((word) => PARTS.has(word.toLowerCase())) &&
    (own === undefined || own.hasPost || !isPart(above.name)) &&
    /^\p{Lu}/u.test(line.text);
  return isName && isPost && !/[.?!]$/u.test(line.text);
}

function withPost(label: Label, post: string): Label {
  return { ...label, asides: [post], hasPost: true };
}

/** Whether a line below a label is words that somebody says. */
function isSpokenBelow(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (!line || line.kind === 'title' || line.kind === 'heading') return false;
  return isSentence(line.text) || (line.text.split(/\s+/u).length > 4 && /\s\p{Ll}/u.test(line.text));
}
