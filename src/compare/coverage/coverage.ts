import { OnrecordError } from '../../document/index.ts';
import { type DocumentFilter, findDocuments, type OpenRecord, utteranceIds } from '../../record/index.ts';
import { type Utterance, type UtteranceReport, utterancesOf, type Version } from '../utterances/utterances.ts';
import { wireCopies } from './wire.ts';

/** How an outlet reports an utterance: in which version, `absent` from the documents read, or `not-read` if none was. */
export type Cell =
  | { readonly version: Version; readonly reports: readonly string[] }
  | { readonly version: 'absent' | 'not-read'; readonly reports: readonly [] };

/** An outlet and its documents about the event. */
export interface CoveredOutlet {
  readonly name: string;
  /** Ids of its documents about the event. */
  readonly documents: readonly string[];
}

/** An utterance and how each outlet reports it. */
export interface CoveredUtterance extends Pick<Utterance, 'id' | 'speaker' | 'said' | 'fullest'> {
  /** The words of the fullest report. */
  readonly text: string;
  /** How many documents report it; copies of one agency text count once. */
  readonly count: number;
  /** The outlet that printed it first; null if several did on one day, or if a date is missing. */
  readonly first: string | null;
  /** One cell for each outlet, in the order of `Coverage.outlets`. */
  readonly cells: readonly Cell[];
}

/** Who reports what about an event: utterances by outlet. */
export interface Coverage {
  /** How many documents were read; copies of one text count once. */
  readonly read: number;
  readonly outlets: readonly CoveredOutlet[];
  /** Ids of documents that print the same agency text, in groups of two or more. */
  readonly copies: readonly (readonly string[])[];
  /** Most reports first. */
  readonly utterances: readonly CoveredUtterance[];
}

/** Stands for the outlet of documents that do not give one. */
const NO_OUTLET = 'outlet not known';
/** If an outlet reports an utterance several times, the first of these versions is shown. */
const FULLEST_FIRST: readonly Version[] = ['whole', 'part', 'clipped', 'altered', 'stitched', 'paraphrase'];

/** Which documents make up the event, and which utterances are shown. */
export interface CoverageFilter extends DocumentFilter {
  /** Outlets that are shown even if no document of theirs is about the event. */
  readonly outlets?: readonly string[];
  /** Only utterances that at least this many documents report. */
  readonly atLeast?: number;
}

/**
 * Lays out the utterances that the documents of an event report, by outlet. `absent` says only that an utterance was not
 * found in the documents read.
 *
 * @throws OnrecordError `not-found` if no document matches the filter
 */
export async function coverageOf(record: OpenRecord, filter: CoverageFilter): Promise<Coverage> {
  const documents = await findDocuments(record, filter);
  if (documents.length === 0) throw new OnrecordError('not-found', 'no document in the record matches');
  const copies = wireCopies(documents);
  const standsFor = new Map(copies.flatMap((group) => group.map((id) => [id, group[0]!] as const)));
  const outlets = outletsOf(documents, filter.outlets ?? []);
  const ids = new Set(documents.map(({ id }) => id));
  const all = await utterancesOf(record, await utteranceIds(record, 'document', [...ids]));
  const utterances = all
    .map((utterance) => covered(utterance, ids, outlets, standsFor))
    .filter(({ count }) => count >= (filter.atLeast ?? 1))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  return { read: copies.length, outlets, copies: copies.filter((group) => group.length > 1), utterances };
}

function outletsOf(
  documents: readonly { readonly id: string; readonly outlet: string | null }[],
  shown: readonly string[],
): CoveredOutlet[] {
  const byKey = new Map<string, { name: string; documents: string[] }>();
  for (const name of shown) byKey.set(name.toLowerCase(), { name, documents: [] });
  for (const { id, outlet } of documents) {
    const name = outlet ?? NO_OUTLET;
    const known = byKey.get(name.toLowerCase());
    if (known) known.documents.push(id);
    else byKey.set(name.toLowerCase(), { name, documents: [id] });
  }
  return [...byKey.values()].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

function covered(
  utterance: Utterance,
  documents: ReadonlySet<string>,
  outlets: readonly CoveredOutlet[],
  standsFor: ReadonlyMap<string, string>,
): CoveredUtterance {
  const reports = utterance.statements.filter(({ document }) => documents.has(document));
  const fullest = utterance.statements.find(({ id }) => id === utterance.fullest)!;
  return {
    id: utterance.id,
    speaker: utterance.speaker,
    said: utterance.said,
    fullest: utterance.fullest,
    text: fullest.text,
    count: new Set(reports.map(({ document }) => standsFor.get(document))).size,
    first: firstOutlet(reports),
    cells: outlets.map(({ documents: own }) => cellOf(reports, own)),
  };
}

function cellOf(reports: readonly UtteranceReport[], own: readonly string[]): Cell {
  if (own.length === 0) return { version: 'not-read', reports: [] };
  const here = reports
    .filter(({ document }) => own.includes(document))
    .sort((a, b) => FULLEST_FIRST.indexOf(a.version) - FULLEST_FIRST.indexOf(b.version));
  return here.length === 0
    ? { version: 'absent', reports: [] }
    : { version: here[0]!.version, reports: here.map(({ id }) => id) };
}

/** The outlet of the earliest report; null if the dates do not tell. */
function firstOutlet(reports: readonly UtteranceReport[]): string | null {
  const dated = reports.flatMap(({ published, outlet }) => (published && outlet ? [{ published, outlet }] : []));
  if (dated.length < reports.length) return null;
  const earliest = dated.reduce((least, { published }) => (published < least ? published : least), '9999');
  const first = new Set(dated.filter(({ published }) => published === earliest).map(({ outlet }) => outlet));
  return first.size === 1 ? [...first][0]! : null;
}
