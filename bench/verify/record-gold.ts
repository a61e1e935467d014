import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fidelity, RecordSources, sameSpeaker } from '../../src/compare/index.ts';
import type { DocumentDetails } from '../../src/document/index.ts';
import { verifyAsked } from '../../src/pipeline/verify.ts';
import type { OpenRecord } from '../../src/record/index.ts';
import { recordOf } from '../../test/compare/event.ts';
import { faultsOf, type VerifyCase } from './gold.ts';

const FOLDER = join('test', 'gold', 'verify', 'record');

/** A quotation checked against one document of the record, or all of it. Documents are named by their files. */
export interface RecordCase extends Omit<VerifyCase, 'against'> {
  /** One document; otherwise the whole record. */
  readonly against?: string;
  /** The article that prints it: then its quotations are checked, and this is one of them. */
  readonly in?: string;
  /** The document of the passage. */
  readonly source?: string;
  /** Who says the passage. */
  readonly said?: string;
  /** The documents that print the same words or nearly so, besides the passage. */
  readonly printings?: readonly string[];
}

/** A speech, a hearing, a press release and articles about them in a record, and the quotations printed from them. */
export interface RecordGold {
  readonly cases: readonly RecordCase[];
  readonly record: OpenRecord;
  /** Ids in the record, by the names of the files. */
  readonly ids: ReadonlyMap<string, string>;
  readonly close: () => Promise<void>;
}

export async function openRecordGold(): Promise<RecordGold> {
  const documents = readJson<({ id: string; published: string } & DocumentDetails)[]>('documents.json');
  const { ids, ...opened } = await recordOf(
    documents.map(({ id, ...details }) => ({ ...details, text: readFileSync(join(FOLDER, `${id}.txt`), 'utf8') })),
  );
  const named = new Map(documents.map(({ id }, i) => [id, ids[i]!]));
  return { cases: readJson<RecordCase[]>('cases.json'), ids: named, ...opened };
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
}

/** The program's answer to a case; undefined where the article is not found to print the quotation. */
export async function answerInRecord(
  { quote, by, against, in: printing }: RecordCase,
  { record, ids }: RecordGold,
): Promise<Fidelity | undefined> {
  const sources = new RecordSources(record);
  const source = against === undefined ? {} : { against: ids.get(against)! };
  if (printing === undefined)
    return (await verifyAsked(record, sources, { quote, ...source, ...(by ? { speaker: by } : {}) }))[0];
  const all = await verifyAsked(record, sources, { document: ids.get(printing)!, ...source });
  return all.find((one) => one.quote.includes(quote));
}

/** What is wrong with an answer; nothing if it is right. */
export function recordFaultsOf(gold: RecordCase, found: Fidelity | undefined, { ids }: RecordGold): string[] {
  if (!found) return ['not one of the quotations'];
  const names = new Map([...ids].map(([name, id]) => [id, name]));
  const faults = faultsOf(gold, found);
  const passage = found.sources[0];
  const source = passage && names.get(passage.document);
  if (gold.source !== undefined && source !== gold.source) faults.push(`in ${source}, not ${gold.source}`);
  if (gold.said !== undefined && !(passage?.speaker && sameSpeaker(passage.speaker, gold.said)))
    faults.push(`said by ${passage?.speaker}, not ${gold.said}`);
  if (gold.printings !== undefined) {
    const printings = [...new Set((found.printings ?? []).map(({ document }) => names.get(document)!))].sort();
    if (printings.join() !== gold.printings.join()) faults.push(`printed in ${printings}, not ${gold.printings}`);
  }
  return faults;
}
