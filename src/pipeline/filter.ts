import { createHash } from 'node:crypto';
import {
  compact,
  type Document,
  type DocumentDetails,
  type Extraction,
  OnrecordError,
  paragraphsOf,
} from '../document/index.ts';
import { extract } from './extract.ts';

/** A line of `extract --ndjson`'s answer. */
export type FilterLine = ({ readonly id: unknown } & Extraction) | { readonly id: unknown; readonly error: string };

/**
 * One line of NDJSON in, its answer out. `text` is taken as it is, paragraphs parted by empty lines, so that offsets
 * are those of the caller's own text. A line that cannot be read gives an answer with `error`, and costs no other.
 *
 * @throws OnrecordError `model-unavailable` when the tagger cannot be loaded here
 */
export async function filterLine(line: string, number: number): Promise<FilterLine> {
  let id: unknown = null;
  try {
    const input = JSON.parse(line) as { id?: unknown; text?: unknown } & DocumentDetails;
    id = input?.id ?? null;
    if (typeof input !== 'object' || input === null || typeof input.text !== 'string')
      throw new OnrecordError('not-a-document', 'has no "text"');
    return { id, ...(await extract(documentOf(input.text, input))) };
  } catch (cause) {
    if (cause instanceof OnrecordError && cause.code === 'model-unavailable') throw cause;
    const reason = cause instanceof SyntaxError ? 'is no JSON' : (cause as Error).message;
    return { id, error: `line ${number}: ${reason}` };
  }
}

/** A document of text that is taken as it is, in English. */
export function documentOf(text: string, { title, outlet, published }: DocumentDetails = {}): Document {
  return {
    id: `d${createHash('sha256').update(text).digest('hex').slice(0, 12)}`,
    ...compact({ title, outlet, published }),
    language: 'en',
    text,
    blocks: paragraphsOf(text),
  };
}
