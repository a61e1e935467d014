import type { Document, Extraction } from '../document/index.ts';
import { findFigures } from './facts/figures.ts';
import { tagByRules } from './rules/tag.ts';
import { statementsOf } from './statements.ts';
import { prepare, type Tagger } from './tagger.ts';

/**
 * Everything that a document says who said: document → quotations and sentences → tags → statements → figures.
 *
 * Pure: the same document gives the same extraction. Documents in another language than English give nothing.
 * Every span's text is the slice of `document.text` at its offsets.
 *
 * @param tag finds the attributions; the rules unless another is handed in
 */
export function extract(document: Document, tag: Tagger = tagByRules): Extraction {
  if (document.language !== 'en') return { statements: [], figures: [] };
  const prepared = prepare(document);
  const statements = statementsOf(prepared, tag(prepared));
  return { statements, figures: findFigures(document, statements) };
}
