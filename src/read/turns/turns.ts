import { type Block, compact, type Document, type Span, spanOf, turnBlocks } from '../../document/index.ts';
import { ALL_GIVEN_NAMES } from '../../language/english/given-names.ts';
import { INTERVIEWEE, INTERVIEWER, isPart, LABEL_HONORIFICS, PARTS } from '../../language/english/turns.ts';
import { Cast } from './cast.ts';
import { firstPersonShare, intervieweeIn, interviewSides } from './interview.ts';
import { inlineLabel } from './label.ts';
import { People, type Person } from './people.ts';
import { keyOf, type Line, type Part, recognise, soundsSpoken } from './recognise.ts';
import { speakerOfSpeech } from './speech.ts';
import { type PlacedLine, placeOf, Spoken } from './spoken.ts';

/** One who speaks, until another does. */
export interface Turn {
  /** The fullest name that the document prints, or the part where it prints none; with the role as printed. */
  readonly speaker: { readonly name: string; readonly role?: string };
  /** The words that name the speaker; absent where only the layout or the title tells. */
  readonly label?: Span;
  /** What is said, a span for each paragraph, without labels and stage directions. */
  readonly content: readonly Span[];
}

/**
 * The turns of a transcript, an interview or a speech, in the order of the text; none in an article.
 *
 * A form is recognised by the whole document: labels come back, or stand before every paragraph, and what follows them
 * is talk. Documents whose blocks have no `speaker`, such as those that an earlier version read, are looked at anew.
 */
export function turnsIn(document: Document): Turn[] {
  const { text, blocks } = withSpeakers(document);
  return turnBlocks(blocks).map((turn) => {
    const { name, role, label } = turn[0].speaker;
    return {
      speaker: { name, ...compact({ role }) },
      ...compact({ label: label && spanOf(text, label.start, label.end) }),
      content: turn.map(({ speaker, end }) => spanOf(text, speaker.from, end)),
    };
  });
}

/**
 * A document whose blocks tell who speaks, where it is a transcript, an interview or a speech; any other as it is. The
 * text stays the same; a block that holds several turns is parted.
 *
 * @param strong the numbers of the blocks that are bold or italic throughout
 */
export function withSpeakers(document: Document, strong: ReadonlySet<number> = new Set()): Document {
  if (document.blocks.some(({ speaker }) => speaker)) return document;
  const lines = document.blocks.flatMap((block, number) => linesOf(document.text, block, strong.has(number)));
  const blocks = transcriptBlocks(document, lines) ?? interviewBlocks(document, lines) ?? speechBlocks(document, lines);
  return blocks ? { ...document, blocks } : document;
}

/** "Q. Age? A. Forty.": question and answer on one line. */
const ANSWERED = /(?<=[?.!])\s+(?=[QA]\.\s+\p{Lu})/u;

function linesOf(text: string, block: Block, isStrong: boolean): PlacedLine[] {
  const lines: PlacedLine[] = [];
  for (const match of text.slice(block.start, block.end).matchAll(/[^\n]+/gu)) {
    if (match[0].trim() === '') continue;
    const lead = match[0].length - match[0].trimStart().length;
    const words = match[0].trim();
    const start = block.start + match.index + lead;
    let at = 0;
    for (const part of /^[QA]\.\s/u.test(words) ? words.split(ANSWERED) : [words]) {
      at = words.indexOf(part, at);
      lines.push({ text: part, kind: block.kind, isStrong, start: start + at, end: start + at + part.length, block });
      at += part.length;
    }
  }
  return lines;
}

function headOf(document: Document, end: number): string {
  const title = document.title ?? '';
  return `${title}\n${document.text.slice(0, Math.min(end, HEAD))}`;
}

/** Who is present is told in the first letters of a transcript, up to this many. */
const HEAD = 8000;

/** An article that prints a dialogue has at least so many paragraphs before it. */
const NARRATED = 3;

function isNarration({ text }: Line): boolean {
  return text.length > 80 && /[.!?”"]$/u.test(text);
}

function transcriptBlocks(document: Document, lines: readonly PlacedLine[]): Block[] | undefined {
  const parts = recognise(lines) ?? oneVoice(lines);
  if (!parts) return undefined;
  const labels = parts.flatMap((part) => ('label' in part ? [part.label] : []));
  const first = lines[parts.findIndex(({ is }) => is === 'turn' || is === 'label')]!;
  const head = headOf(document, first.start);
  const cast = new Cast(
    document,
    head,
    labels,
    parts.some(({ is }) => is === 'examiner'),
  );
  const spoken = new Spoken();
  const narrated = parts.filter(
    ({ is }, i) => is === 'words' && lines[i]!.start < first.start && isNarration(lines[i]!),
  );
  const isEmbedded = narrated.length >= NARRATED;
  parts.forEach((part, i) => {
    const line = lines[i]!;
    if (part.is === 'examiner') {
      cast.examiner = part.who;
      spoken.beside(line);
    } else if (part.is === 'turn') spoken.begin(line, cast.speaker(part.label, line), part.label);
    else if (part.is === 'label') spoken.announce(line, cast.speaker(part.label, line), part.label);
    else if (part.is === 'words' && isEmbedded && !soundsSpoken(line.text)) spoken.narrate(line);
    else if (part.is === 'words') spoken.carryOn(line);
    else if (part.is === 'direction') spoken.direction(line, part.clip);
    else spoken.beside(line);
  });
  return spoken.blocks;
}

/** A speech whose one speaker stands before its first words: "VICTOR AMES: Thank you so much." */
function oneVoice(lines: readonly PlacedLine[]): Part[] | undefined {
  const at = lines.findIndex(({ kind }) => kind === 'paragraph');
  const first = at < 0 ? undefined : inlineLabel(lines[at]!.text);
  if (first?.form !== 'colon' || !first.isCapital || !mayBePerson(first.name)) return undefined;
  const labels = lines.map(({ text, kind }, i) => {
    const label = kind === 'paragraph' && i >= at ? inlineLabel(text) : undefined;
    return label?.isCapital && keyOf(label) === keyOf(first) ? label : undefined;
  });
  const said = lines.slice(at).map(({ text }) => text);
  if (firstPersonShare(said.join('\n')) < SPEAKS_OF_HIMSELF) return undefined;
  return lines.map(({ text, kind }, i): Part => {
    const label = labels[i];
    if (label) return { is: 'turn', label };
    if (/^[([][^()[\]]*[)\]]\.?$/u.test(text)) return { is: 'direction' };
    return {
      is: kind === 'title' || kind === 'byline' || kind === 'heading' || kind === 'caption' ? 'aside' : 'words',
    };
  });
}

/** Whether one label alone names somebody: "VICTOR AMES", "GOVERNOR ASHE", and no place and no motto. */
function mayBePerson(name: string): boolean {
  const [first = '', second] = name.toLowerCase().replace(/^the /u, '').split(/\s+/u);
  const isTitled = LABEL_HONORIFICS.has(first) || PARTS.has(first);
  return isPart(name) || (second !== undefined && (isTitled || ALL_GIVEN_NAMES.has(first)));
}

function interviewBlocks(document: Document, lines: readonly PlacedLine[]): Block[] | undefined {
  const sides = interviewSides(lines);
  if (!sides) return undefined;
  const first = lines[sides.indexOf('question')]!.start;
  const head = headOf(document, first);
  const people = new People(head, document.text, []);
  const answers = intervieweeIn(document.title ?? '', head, people, document.byline) ?? INTERVIEWEE;
  return lines.map(({ start, end, kind, block }, i): Block => {
    const side = sides[i];
    if (!side) return { kind, start, end, ...placeOf(block) };
    const speaker = { name: side === 'question' ? INTERVIEWER : answers, from: start };
    return { kind: kind === 'caption' ? 'paragraph' : kind, start, end, ...placeOf(block), speaker };
  });
}

/** The least share of "I" and "we" in the words of a speech. */
const SPEAKS_OF_HIMSELF = 0.008;

/** How often an article about a speech names its speaker, and a speech does not. */
const NAMED_BY_OTHERS = 2;

function speechBlocks(document: Document, lines: readonly PlacedLine[]): Block[] | undefined {
  const who = document.byline === undefined ? speakerOfSpeech(document.title ?? '') : undefined;
  if (!who) return undefined;
  const body = lines.map(
    (line) => line.kind === 'paragraph' || line.kind === 'list-item' || line.kind === 'blockquote',
  );
  const isSpoken = lines.map(({ text }, i) => body[i] && !/^[([][^()[\]]*[)\]]\.?$/u.test(text));
  // "Statement given by the First Minister at St Bride's House": a line over the speech tells once more whose it is.
  const start = lines.findIndex(({ text }, i) => isSpoken[i] && !(text.length < 400 && isIntroduction(text)));
  if (start < 0) return undefined;
  const people = new People(headOf(document, lines[start]!.start), document.text, []);
  const introduced = lines.slice(0, start).flatMap(({ text }) => speakerOfSpeech(text) ?? []);
  const named = [who, ...introduced].map((words) => people.named(words));
  const person = named.find(({ name }) => /\s/u.test(name) && !isOffice(name, named)) ?? named[0]!;
  const words = lines
    .slice(start)
    .flatMap(({ text }, i) => (isSpoken[start + i] ? [text] : []))
    .join('\n');
  if (firstPersonShare(words) < SPEAKS_OF_HIMSELF || timesNamed(words, person) > NAMED_BY_OTHERS) return undefined;
  return lines.map(({ start: from, end, kind, block }, i): Block => {
    const isSaid = i >= start && isSpoken[i];
    return { kind, start: from, end, ...placeOf(block), ...(isSaid ? { speaker: { ...person, from } } : {}) };
  });
}

function isIntroduction(text: string): boolean {
  return speakerOfSpeech(text) !== undefined && firstPersonShare(text) === 0;
}

/** Whether a name is only the office that another has as a role. */
function isOffice(name: string, named: readonly Person[]): boolean {
  return named.some(({ role }) => role === name);
}

/** How often a text has the surname, or all of an office. */
function timesNamed(text: string, { name, role }: Person): number {
  return text.split(role === undefined && isPart(name) ? `the ${name}` : name.split(' ').at(-1)!).length - 1;
}
