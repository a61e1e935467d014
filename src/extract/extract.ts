import type { Document, Extraction } from '../document/index.ts';
import { findFigures } from './facts/figures.ts';
import type { Network } from './model/network.ts';
import { statementsOf } from './statements.ts';
import { tag } from './tag.ts';
import { prepare } from './tagger.ts';

/**
 * Everything that a document says who said: document → quotations and sentences → tags → statements → figures.
 *
 * The same document and network give the same extraction. Documents in another language than English give nothing.
 * Every span's text is the slice of `document.text` at its offsets.
 *
 * @param network the trained tagger
 */
export async function extract(document: Document, network: Network): Promise<Extraction> {
  if (document.language !== 'en') return { statements: [], figures: [] };
  const prepared = prepare(document);
  const statements = statementsOf(prepared, await tag(prepared, network));
  return { statements, figures: findFigures(document, statements) };
}
