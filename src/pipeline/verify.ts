import {
  asidesIn,
  type Fidelity,
  type IndexedSource,
  indexSource,
  type Printed,
  type RecordSources,
  verifyInRecord,
  verifyQuote,
  voicesIn,
} from '../compare/index.ts';
import {
  compact,
  contains,
  type Document,
  overlap,
  RangeIndex,
  type Span,
  type Statement,
  spanOf,
} from '../document/index.ts';
import { findQuotations } from '../extract/text/quotations.ts';
import { turnsIn } from '../read/turns/turns.ts';
import { findStatements, getDocument, type OpenRecord } from '../record/index.ts';
import { extract } from './extract.ts';

/** A quotation as a document prints it. */
export interface PrintedQuotation extends Printed {
  /** With its marks. */
  readonly span: Span;
  /** Id of the statement that it belongs to. */
  readonly statement?: string;
}

/** Words from which on a quotation is checked though nobody is found to say it: fewer are mostly names and terms. */
const UNATTRIBUTED = 5;

/** The quotations of a document that somebody says: those in its statements, and long ones that nobody is found for. */
export function quotationsOf(document: Document, statements: readonly Statement[]): PrintedQuotation[] {
  const index = new RangeIndex(statements, ({ content }) => content);
  return findQuotations(document)
    .filter(({ depth }) => depth === 0)
    .flatMap(({ start, end, inner }): PrintedQuotation[] => {
      const quote = document.text.slice(inner.start, inner.end);
      const own = index
        .near(inner)
        .filter(({ content, kind }) => kind !== 'indirect' && content.some((run) => overlap(run, inner) > 0))
        .sort((a, b) => Number(holds(b, inner)) - Number(holds(a, inner)) || length(a) - length(b))[0];
      const words = quote.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
      if (words === 0 || (!own && words < UNATTRIBUTED)) return [];
      const speaker = own?.speaker.name;
      const span = spanOf(document.text, start, end);
      return [{ quote, span, ...compact({ speaker }), ...(own ? { statement: own.id } : {}) }];
    });
}

function holds({ content }: Statement, inner: { start: number; end: number }): boolean {
  return content.some((run) => contains(run, inner));
}

function length({ content }: Statement): number {
  return content.reduce((sum, { start, end }) => sum + end - start, 0);
}

/**
 * A document as a source that quotations are checked against, with who says what in it: by the turns of a transcript,
 * which takes no tagger, else by its statements; what nobody else says its author does.
 */
export async function sourceOf(document: Document): Promise<IndexedSource> {
  const { id, text, blocks, byline, title, outlet, published } = document;
  const heading = compact({ title, outlet, published });
  const voices = turnsIn(document).map(({ speaker, content }) => ({ speaker: speaker.name, content }));
  if (voices.length > 0) return indexSource({ document: id, ...heading, text, blocks, voices });
  const { statements } = await extract(document);
  const asides = asidesIn(text, statements);
  return indexSource({ document: id, ...heading, text, blocks, voices: voicesIn(text, statements, byline), asides });
}

/** Quotations to check: one in words, or all that a document of the record prints. */
export interface Asked {
  readonly quote?: string;
  /** Id of the document that prints them. */
  readonly document?: string;
  /** Id of the source; without it all that the record holds. */
  readonly against?: string;
  /** Only those printed as said by this speaker. */
  readonly speaker?: string;
}

/**
 * Printed quotations against one source of a record or against all of it.
 *
 * @throws OnrecordError `not-found` where an id fits none or several
 */
export async function verifyAsked(
  record: OpenRecord,
  sources: RecordSources,
  { quote, document, against, speaker }: Asked,
): Promise<(Fidelity & Partial<PrintedQuotation>)[]> {
  const printing = document === undefined ? undefined : await getDocument(record, document);
  const all: readonly (Printed & Partial<PrintedQuotation>)[] = printing
    ? quotationsOf(printing, await findStatements(record, { document: printing.id })).filter(
        (one) => speaker === undefined || one.speaker?.includes(speaker),
      )
    : [{ quote: quote ?? '', ...compact({ speaker }) }];
  const source = against === undefined ? undefined : await sources.source(against);
  const leftOut = [printing?.id, source?.document].filter((id) => id !== undefined);
  const checked: (Fidelity & Partial<PrintedQuotation>)[] = [];
  for (const printed of all) {
    const found = source
      ? verifyQuote(printed, [source], { others: await sources.like(printed, leftOut) })
      : await verifyInRecord(sources, printed, leftOut);
    checked.push({ ...printed, ...found });
  }
  return checked;
}
