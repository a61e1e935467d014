import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { extract } from '../../src/pipeline/extract.ts';
import { read } from '../../src/read/read.ts';
import { type Turn, turnsIn } from '../../src/read/turns/turns.ts';
import { isRight, readTranscripts } from '../../test/turns.ts';

/**
 * How many turns have their speaker and all of their words: of our own transcripts, of transcripts of speeches and
 * debates, and of speeches whose title says whose they are. `ONRECORD_ERRORS=1` lists those that are wrong.
 */
export async function run(data: string): Promise<void> {
  const own = resolve('test', 'gold', 'turns');
  for (const [form, score] of await ourOwn(own)) print(form, score);
  print('all our own, as statements', await extracted(own));
  const transcripts = join(data, 'same-event', 'sources');
  if (existsSync(transcripts)) print('same-event', await labelled(transcripts));
  const speeches = join(data, 'briefings', 'speeches.jsonl');
  if (!existsSync(speeches)) return;
  print('briefings, by the title', await titled(speeches, false));
  print('briefings, with what stands under the title', await titled(speeches, true));
}

interface Score {
  right: number;
  all: number;
}

function print(what: string, { right, all }: Score): void {
  process.stdout.write(`${what}: ${right} of ${all} turns (${((100 * right) / Math.max(1, all)).toFixed(1)}%)\n`);
}

function note(score: Score, isOne: boolean, what: () => string): void {
  score.all++;
  if (isOne) score.right++;
  else if (process.env.ONRECORD_ERRORS) process.stdout.write(`  wrong: ${what()}\n`);
}

async function turnsOf(bytes: Uint8Array | string, name: string, details = {}): Promise<Turn[]> {
  const { document } = await read(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, name, {
    details,
  });
  return turnsIn(document);
}

function wordsOf({ content }: Turn): string {
  return content.map(({ text }) => text).join(' ');
}

/** Our own, each form by itself and all together. */
async function ourOwn(folder: string): Promise<Map<string, Score>> {
  const scores = new Map<string, Score>();
  const all: Score = { right: 0, all: 0 };
  for (const { form, name, text, turns } of readTranscripts(folder)) {
    const score = scores.get(form) ?? { right: 0, all: 0 };
    scores.set(form, score);
    const found = (await turnsOf(text, name)).map((turn) => ({ ...turn.speaker, words: wordsOf(turn) }));
    for (const expected of turns) {
      const isOne = found.some((turn) => isRight(expected, turn));
      note(score, isOne, () => `${form}/${name}: ${expected.name}: ${expected.from} … ${expected.to}`);
      note(all, isOne, () => 'see above');
    }
  }
  return scores.set('all our own', all);
}

/** Our own, by the statements that extraction makes of them. */
async function extracted(folder: string): Promise<Score> {
  const score: Score = { right: 0, all: 0 };
  for (const { form, name, text, turns } of readTranscripts(folder)) {
    const { document } = await read(new TextEncoder().encode(text), name);
    const { statements } = await extract(document);
    const found = statements.map(({ speaker, content }) => ({
      ...speaker,
      words: content.map((span) => span.text).join(' '),
    }));
    for (const expected of turns)
      note(
        score,
        found.some((one) => isRight(expected, one)),
        () => `${form}/${name}: ${expected.name}: ${expected.from}`,
      );
  }
  return score;
}

/** "DONALD TRUMP: Thank you", or "3⇥HOLT⇥Thank you": how the transcripts of `same-event` begin a turn. */
const BEGINS = /^([A-Z][A-Z .'’-]*[A-Z.])(?: \([A-Z -]+\))?:\s(.*)$/su;
const ROW = /^\d+\t([A-Z]+)\t(.*)\t\d+$/su;
const NOBODY = /^(?:\\?\([A-Z\d ,.'’;:&-]+\\?\)\.?|APPLAUSE|LAUGHTER|CROSSTALK|CHEERING|AND|\s)+$/u;

async function labelled(folder: string): Promise<Score> {
  const score: Score = { right: 0, all: 0 };
  for (const file of readdirSync(folder).sort()) {
    const bytes = readFileSync(join(folder, file));
    const found = await turnsOf(bytes, file);
    let at = 0;
    for (const { name, words } of printedTurns(bytes.toString('utf8'))) {
      const next = found.findIndex((turn, i) => i >= at && i < at + 5 && sameWords(wordsOf(turn), words));
      const who = next < 0 ? undefined : found[next]!.speaker.name;
      if (next >= 0) at = next + 1;
      note(score, isNamed(who, name), () => `${file.slice(0, 60)}: ${name}: ${words.slice(0, 60)} (${who})`);
    }
  }
  return score;
}

function printedTurns(text: string): { name: string; words: string }[] {
  const turns: { name: string; words: string }[] = [];
  let before: string | undefined;
  for (const paragraph of text.split(/\n\s*\n|\n(?=\d+\t)/u)) {
    if (/^\(BEGIN/u.test(paragraph)) before = turns.at(-1)?.name;
    if (/^\(END/u.test(paragraph) && before) turns.push({ name: before, words: '' });
    const line = paragraph.replace(/[^\S\t]+/gu, ' ').trim();
    const begun = ROW.exec(line) ?? BEGINS.exec(line);
    if (begun && begun[1] !== 'SYSTEM') turns.push({ name: begun[1]!, words: begun[2]! });
    else if (!begun && line !== '' && !NOBODY.test(line) && turns.length > 0) turns.at(-1)!.words += ` ${line}`;
  }
  return turns.filter(({ words }) => words !== '');
}

function letters(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function sameWords(found: string, printed: string): boolean {
  return letters(found) === letters(printed);
}

/** Whether a speaker has the printed name; a surname alone may have been completed. */
function isNamed(name: string | undefined, printed: string): boolean {
  const found = name?.toUpperCase() ?? '';
  return found === printed || (!/\s/u.test(printed) && found.split(' ').at(-1) === printed);
}

/** Who speaks in `briefings`, and the offices by which titles call them, longer ones first. */
const SPEAKERS = ['Nicola Sturgeon', 'Boris Johnson', 'Jeane Freeman', 'Jeanne Freeman', 'John Swinney'];
const OFFICES = ['Deputy First Minister', 'First Minister', 'Health Secretary', 'Prime Minister'];

interface Speech {
  readonly id: string;
  readonly title: string | null;
  readonly abstract: string;
  readonly text: string;
}

/** A speech is one turn; where it has no title, the line under it is one. */
async function titled(file: string, hasAbstract: boolean): Promise<Score> {
  const score: Score = { right: 0, all: 0 };
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { id, title, abstract, text } = JSON.parse(line) as Speech;
    const body = hasAbstract ? `${abstract}\n\n${text}` : text;
    const turns = await turnsOf(body, id, { title: title ?? abstract });
    const told = hasAbstract ? `${title ?? ''} ${abstract}` : (title ?? abstract);
    const expected = SPEAKERS.find((name) => told.includes(name)) ?? OFFICES.find((office) => told.includes(office));
    const said = turns[0]?.speaker.name;
    note(score, turns.length === (expected ? 1 : 0) && said === expected, () => `${id}: ${said} (${told})`);
  }
  return score;
}
