import type { Document, Extraction } from '../document/index.ts';
import { findAttributions } from './attributions.ts';
import { descriptionsIn } from './coreference/noun-phrases.ts';
import { findReferences } from './coreference/resolve.ts';
import { findFigures } from './facts/figures/figures.ts';
import { entitiesOf, namesOf } from './mentions/entities.ts';
import type { Network } from './model/network.ts';
import { statementsOf } from './statements.ts';
import { prepare } from './text/prepared.ts';

/**
 * Everything that a document says who said: document → quotations and sentences → attributions and names → whom they mean →
 * statements → figures.
 *
 * The same document and network give the same extraction. Documents in another language than English give nothing.
 * Every span's text is the slice of `document.text` at its offsets.
 *
 * @param loadNetwork gives the trained tagger; called for the first document in English
 */
export async function extract(document: Document, loadNetwork: () => Promise<Network>): Promise<Extraction> {
  if (document.language !== 'en') return { statements: [], figures: [], names: [] };
  const network = await loadNetwork();
  const prepared = prepare(document);
  const descriptions = descriptionsIn(prepared.sentences);
  const { attributions, names, encoderStates } = await findAttributions(prepared, descriptions, network);
  const sources = attributions.flatMap(({ source }) => source);
  const entities = entitiesOf(prepared, names, sources);
  const references = await findReferences(network, prepared, entities, sources, descriptions, encoderStates);
  const statements = statementsOf(prepared, attributions, entities, references, network.choices);
  return { statements, figures: findFigures(document, statements), names: namesOf(document.text, entities) };
}
