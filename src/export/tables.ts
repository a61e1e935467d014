import type {
  AuditRow,
  Coverage,
  CoveredUtterance,
  Fidelity,
  PositionStatement,
  PossibleShift,
  Utterance,
  UtteranceReport,
} from '../compare/index.ts';
import type { Decision, DocumentListing, EntityCount, Review, SearchHit, SpeakerListing } from '../record/index.ts';
import type { Column } from './csv.ts';

/** A row for each document. */
export const DOCUMENT_COLUMNS: readonly Column<DocumentListing>[] = [
  ['id', (row) => row.id],
  ['title', (row) => row.title],
  ['outlet', (row) => row.outlet],
  ['published', (row) => row.published],
  ['language', (row) => row.language],
  ['statements', (row) => row.statements],
  ['names', (row) => row.names.join(' | ')],
];

/** A row for each person, organisation or place. */
export const ENTITY_COLUMNS: readonly Column<EntityCount>[] = [
  ['id', (row) => row.id],
  ['name', (row) => row.name],
  ['type', (row) => row.type],
  ['documents', (row) => row.documents],
];

/** A row for each speaker, by the name that documents print. */
export const SPEAKER_COLUMNS: readonly Column<SpeakerListing>[] = [
  ['id', (row) => row.id],
  ['name', (row) => row.name],
  ['type', (row) => row.type],
  ['statements', (row) => row.statements],
  ['documents', (row) => row.documents],
];

/** A row for each hit of a search. */
export const SEARCH_COLUMNS: readonly Column<SearchHit>[] = [
  ['type', (row) => row.type],
  ['id', (row) => row.id],
  ['document', (row) => row.document],
  ['title', (row) => row.title],
  ['outlet', (row) => row.outlet],
  ['published', (row) => row.published],
  ['speaker', (row) => row.speaker],
  ['passage', (row) => row.passage],
];

/** A row for each group of an audit. */
export const AUDIT_COLUMNS: readonly Column<AuditRow>[] = [
  ['group', (row) => row.group],
  ['type', (row) => row.type],
  ['documents', (row) => row.documents],
  ['statements', (row) => row.statements],
  ['direct', (row) => row.direct],
  ['mixed', (row) => row.mixed],
  ['indirect', (row) => row.indirect],
  ['words', (row) => row.words],
  ['unnamed', (row) => row.unnamed],
  ['no_source', (row) => row.noSource],
  ['quoted_rate', (row) => row.quotedRate?.value],
  ['quoted_rate_low', (row) => row.quotedRate?.low],
  ['quoted_rate_high', (row) => row.quotedRate?.high],
  ['unnamed_rate', (row) => row.unnamedRate?.value],
  ['unnamed_rate_low', (row) => row.unnamedRate?.low],
  ['unnamed_rate_high', (row) => row.unnamedRate?.high],
  ['first', (row) => row.first],
  ['last', (row) => row.last],
];

/** A row for each utterance; the last columns are the outlets. */
export function coverageColumns({ outlets }: Coverage): readonly Column<CoveredUtterance>[] {
  return [
    ['utterance', (row) => row.id],
    ['speaker', (row) => row.speaker],
    ['said_earliest', (row) => row.said.earliest],
    ['said_latest', (row) => row.said.latest],
    ['text', (row) => row.text],
    ['reports', (row) => row.count],
    ['first', (row) => row.first],
    ...outlets.map(({ name }, i): Column<CoveredUtterance> => [name, (row) => row.cells[i]!.version]),
  ];
}

/** A report with the utterance that it belongs to. */
export type ReportOfUtterance = UtteranceReport & { readonly utterance: Utterance };

/** The reports of all utterances, in order. */
export function reportsOf(utterances: readonly Utterance[]): ReportOfUtterance[] {
  return utterances.flatMap((utterance) => utterance.statements.map((report) => ({ ...report, utterance })));
}

/** A row for each report of an utterance. */
export const REPORT_COLUMNS: readonly Column<ReportOfUtterance>[] = [
  ['utterance', (row) => row.utterance.id],
  ['statement', (row) => row.id],
  ['speaker', (row) => row.utterance.speaker],
  ['said_earliest', (row) => row.utterance.said.earliest],
  ['said_latest', (row) => row.utterance.said.latest],
  ['outlet', (row) => row.outlet],
  ['document', (row) => row.document],
  ['published', (row) => row.published],
  ['kind', (row) => row.kind],
  ['version', (row) => row.version],
  ['fullest', (row) => row.utterance.fullest === row.id],
  ['text', (row) => row.text],
];

/** A row for each statement of a speaker's positions. */
export const POSITION_COLUMNS: readonly Column<PositionStatement>[] = [
  ['id', (row) => row.id],
  ['speaker', (row) => row.speaker],
  ['said_earliest', (row) => row.said.earliest],
  ['said_latest', (row) => row.said.latest],
  ['kind', (row) => row.kind],
  ['position', (row) => row.position],
  ['text', (row) => row.text],
  ['document', (row) => row.document],
  ['title', (row) => row.title],
  ['outlet', (row) => row.outlet],
  ['published', (row) => row.published],
];

/** A row for each pair that may be a shift. */
export const SHIFT_COLUMNS: readonly Column<PossibleShift>[] = [
  ['score', (row) => row.score],
  ['marked_by', (row) => row.mark?.author],
  ['earlier', (row) => row.earlier.id],
  ['earlier_said', (row) => row.earlier.said.latest ?? row.earlier.said.earliest],
  ['earlier_text', (row) => row.earlier.text],
  ['later', (row) => row.later.id],
  ['later_said', (row) => row.later.said.latest ?? row.later.said.earliest],
  ['later_text', (row) => row.later.text],
  ['reason', (row) => row.reason],
];

/** A row for each checked quotation. */
export const FIDELITY_COLUMNS: readonly Column<Fidelity & { readonly speaker?: string }>[] = [
  ['quote', (row) => row.quote],
  ['speaker', (row) => row.speaker],
  ['match', (row) => row.match],
  ['reason', (row) => row.reason],
  ['likeness', (row) => row.likeness],
  ['source', (row) => row.sources.map(({ document }) => document).join(' | ')],
  ['source_title', (row) => row.sources[0]?.title],
  ['source_outlet', (row) => row.sources[0]?.outlet],
  ['source_published', (row) => row.sources[0]?.published],
  ['source_speaker', (row) => row.sources[0]?.speaker],
  ['source_start', (row) => row.sources[0]?.start],
  ['source_end', (row) => row.sources[0]?.end],
  ['source_text', (row) => row.sources.map(({ text }) => text).join(' … ')],
  [
    'differences',
    (row) =>
      row.differences.map(({ kind, printed = '', source = '' }) => `${kind}: ${printed} < ${source}`).join(' | '),
  ],
  [
    'printings',
    (row) => row.printings.map(({ document, start, end, match }) => `${document}:${start}-${end} ${match}`).join(' | '),
  ],
];

/** A row for each review of a statement. */
export const REVIEW_COLUMNS: readonly Column<Review>[] = [
  ['id', (row) => row.id],
  ['made', (row) => row.made],
  ['author', (row) => row.author],
  ['document', (row) => row.document],
  ['kind', (row) => row.kind],
  ['exact', (row) => row.selector.exact],
  ['start', (row) => row.selector.start],
  ['speaker', (row) => row.value.speaker?.name],
  ['said_earliest', (row) => row.value.said?.earliest],
  ['said_latest', (row) => row.value.said?.latest],
  ['mark', (row) => row.value.pair?.mark],
  ['undone', (row) => row.undone],
];

/** A row for each decision about an entity. */
export const DECISION_COLUMNS: readonly Column<Decision>[] = [
  ['id', (row) => row.id],
  ['made', (row) => row.made],
  ['author', (row) => row.author],
  ['kind', (row) => row.kind],
  ['value', (row) => JSON.stringify(row.value)],
  ['undone', (row) => row.undone],
];
