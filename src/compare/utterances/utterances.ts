import { compact, type Said, type StatementKind } from '../../document/index.ts';
import {
  findStatements,
  type OpenRecord,
  type ReportRow,
  reportsOfUtterances,
  type StatementFilter,
  utteranceIds,
} from '../../record/index.ts';
import type { Difference, Match } from '../fidelity/fidelity.ts';
import { indexSource } from '../fidelity/found.ts';
import { verifyQuote } from '../fidelity/verify.ts';
import { wordsIn } from '../fidelity/words.ts';

/** How a report stands to the fullest one. */
export type Version = 'whole' | 'part' | 'clipped' | 'altered' | 'stitched' | 'paraphrase';

/** One report of an utterance. */
export interface UtteranceReport {
  /** Id of the statement. */
  readonly id: string;
  readonly document: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly kind: StatementKind;
  /** The content as printed, its spans joined by " … ". */
  readonly text: string;
  /** The speaker as this report names them. */
  readonly speaker: string;
  readonly version: Version;
  /** Against the fullest report. */
  readonly differences: readonly Difference[];
}

/** One thing said once, with all its reports. */
export interface Utterance {
  readonly id: string;
  /** As most reports name them. */
  readonly speaker: string;
  /** The narrowest of the dates that its reports give. */
  readonly said: Pick<Said, 'earliest' | 'latest' | 'basis'>;
  /** Id of the statement that has most of the words, in quotation marks before out of them. */
  readonly fullest: string;
  /** Earliest publication first: the first printed it first. */
  readonly statements: readonly UtteranceReport[];
}

/** Utterances that a statement fits which the filter leaves, oldest first; each with all its reports. */
export async function findUtterances(record: OpenRecord, filter: StatementFilter = {}): Promise<Utterance[]> {
  const statements = (await findStatements(record, filter)).map(({ id }) => id);
  return (await utterancesOf(record, await utteranceIds(record, 'statement', statements))).sort(byDate);
}

/** Utterances by their ids, each with all its reports. */
export async function utterancesOf(record: OpenRecord, ids: readonly string[]): Promise<Utterance[]> {
  const byUtterance = new Map<string, ReportRow[]>();
  for (const row of await reportsOfUtterances(record.db, ids)) {
    const rows = byUtterance.get(row.utterance!);
    if (rows) rows.push(row);
    else byUtterance.set(row.utterance!, [row]);
  }
  return [...byUtterance].map(([id, rows]) => utteranceOf(id, rows));
}

function byDate(a: Utterance, b: Utterance): number {
  const day = ({ said }: Utterance) => said.earliest ?? said.latest ?? '9999';
  return day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.id < b.id ? -1 : 1;
}

function utteranceOf(id: string, rows: readonly ReportRow[]): Utterance {
  const fullest = [...rows].sort((a, b) => fullness(b) - fullness(a))[0]!;
  const source = indexSource({
    document: fullest.document,
    text: printedOf(fullest),
    blocks: [{ start: 0, end: printedOf(fullest).length }],
    voices: [],
  });
  return {
    id,
    speaker: commonest(rows.map(({ statement }) => statement.speaker.name).filter((name) => name !== '')),
    said: narrowest(rows.map(({ statement }) => statement.said)),
    fullest: fullest.statement.id,
    statements: rows.map((row) => ({
      id: row.statement.id,
      document: row.document,
      outlet: row.outlet,
      published: row.published,
      kind: row.statement.kind,
      text: printedOf(row),
      speaker: row.statement.speaker.name,
      ...(row === fullest ? fullestVersion(row) : versionOf(row, source)),
    })),
  };
}

function printedOf({ statement }: ReportRow): string {
  return statement.content.map(({ text }) => text).join(' … ');
}

/** Words, those of quotations far before those of paraphrases. */
function fullness({ statement }: ReportRow): number {
  const words = statement.content.reduce((sum, { text }) => sum + wordsIn(text).length, 0);
  return statement.kind === 'direct' ? 1000 + words : words + (statement.kind === 'mixed' ? 1 : 0);
}

function commonest(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0]?.[0] ?? '';
}

function narrowest(all: readonly Said[]): Utterance['said'] {
  const width = ({ earliest, latest }: Said) =>
    earliest !== undefined && latest !== undefined ? Date.parse(latest) - Date.parse(earliest) : Number.MAX_VALUE;
  const [best] = [...all].sort((a, b) => width(a) - width(b) || ((a.latest ?? '9999') < (b.latest ?? '9999') ? -1 : 1));
  const { earliest, latest, basis } = best!;
  return { ...compact({ earliest, latest }), basis };
}

/** The fullest report is whole, unless nobody prints the words themselves. */
function fullestVersion({ statement }: ReportRow): Pick<UtteranceReport, 'version' | 'differences'> {
  return { version: statement.kind === 'indirect' ? 'paraphrase' : 'whole', differences: [] };
}

/** Of the versions of a report's quoted pieces the one to be told first. */
const FIRST: readonly Match[] = ['altered', 'stitched', 'clipped', 'part', 'whole'];

/** What is in quotation marks in a report is checked against the fullest; where nothing is, it is a paraphrase. */
function versionOf(
  { statement }: ReportRow,
  source: ReturnType<typeof indexSource>,
): Pick<UtteranceReport, 'version' | 'differences'> {
  if (statement.kind === 'indirect') return { version: 'paraphrase', differences: [] };
  const quoted = statement.content.flatMap(({ text }) =>
    statement.kind === 'direct'
      ? [text]
      : Array.from(text.matchAll(/[“"‘'«]([^“”"«»]+)[”"’'»]?/gu), (match) => match[1]!),
  );
  const checked = quoted.map((quote) => verifyQuote({ quote }, [source])).filter(({ match }) => FIRST.includes(match));
  const [worst] = checked.sort((a, b) => FIRST.indexOf(a.match) - FIRST.indexOf(b.match));
  // Another excerpt of the same, which the fullest report does not have.
  if (!worst) return { version: 'part', differences: [] };
  return { version: worst.match as Version, differences: checked.flatMap(({ differences }) => differences) };
}
