import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Difference,
  type Fidelity,
  type IndexedSource,
  type Match,
  sameSpeaker,
  verifyQuote,
} from '../../src/compare/index.ts';
import { sourceOf } from '../../src/pipeline/verify.ts';
import { read } from '../../src/read/read.ts';

const FOLDER = join('test', 'gold', 'verify');

/** A printed quotation in the gold, and the right answer. */
export interface VerifyCase {
  readonly match: Match;
  readonly quote: string;
  readonly by?: string;
  /** "record": checked against everything; otherwise against the hearing. */
  readonly against?: 'record';
  /** Of the honest edits the kind and what is printed count, of the words around an excerpt that they are shown. */
  readonly differences?: readonly Difference[];
}

export interface VerifyGold {
  readonly cases: readonly VerifyCase[];
  readonly hearing: IndexedSource;
  readonly others: readonly IndexedSource[];
}

/** Our own transcript, the other documents, and the quotations printed from them. */
export async function readVerifyGold(): Promise<VerifyGold> {
  const [hearing, ...others] = await Promise.all(
    ['hearing', 'letters', 'statement'].map(async (name) => {
      const { document } = await read(readFileSync(join(FOLDER, `${name}.txt`)), `${name}.txt`);
      return sourceOf({ ...document, id: name, ...(name === 'letters' ? { byline: 'Jonas Reyk' } : {}) });
    }),
  );
  const cases = JSON.parse(readFileSync(join(FOLDER, 'cases.json'), 'utf8')) as VerifyCase[];
  return { cases, hearing: hearing!, others };
}

/** The program's answer to a case. */
export function answer({ quote, by, against }: VerifyCase, { hearing, others }: VerifyGold): Fidelity {
  const printed = { quote, ...(by ? { speaker: by } : {}) };
  if (against !== 'record') return verifyQuote(printed, [hearing], { others });
  const sources = [hearing, ...others];
  const isSourceHeld = sources.some(({ voices }) => voices.some(({ speaker }) => by && sameSpeaker(speaker, by)));
  return verifyQuote(printed, sources, { isSourceHeld });
}

/** What is wrong with an answer; nothing if it is right. */
export function faultsOf(gold: Pick<VerifyCase, 'match' | 'differences'>, found: Fidelity): string[] {
  if (found.match !== gold.match) return [`${found.match}, not ${gold.match}`];
  if (!gold.differences) return [];
  const [wanted, got] = [gold.differences, found.differences].map((all) => all.map(shown));
  return [
    ...wanted!.filter((one) => !got!.includes(one)).map((one) => `missed ${one}`),
    ...got!.filter((one) => !wanted!.includes(one)).map((one) => `too many: ${one}`),
  ];
}

function shown({ kind, printed = '', source = '', turnsSense }: Difference): string {
  const turns = turnsSense ? ', turns the sense' : '';
  if (kind === 'inserted' || kind === 'dropped' || kind === 'changed' || kind === 'spelling')
    return `${kind} ${plain(printed)} for ${plain(source)}${turns}`;
  return kind === 'bracketed' ? `${kind} ${printed}` : `${kind}${turns}`;
}

function plain(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}' ]+/gu, '');
}
