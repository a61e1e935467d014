import type { Document, Extraction } from '../document/index.ts';
import { extract as extractWith } from '../extract/extract.ts';
import type { Network } from '../extract/model/network.ts';
import { loadNetwork } from './network.ts';

let network: Promise<Network> | undefined;

/**
 * Everything that a document says who said, by the tagger that the package carries; it is loaded once, with the first
 * document. See `extract` in `extract/extract.ts`.
 *
 * @throws OnrecordError `model-unavailable` when the tagger cannot be loaded here
 */
export async function extract(document: Document): Promise<Extraction> {
  return extractWith(document, loadTagger);
}

/**
 * The tagger that `extract` uses, loaded with the first call.
 *
 * @throws OnrecordError `model-unavailable` when it cannot be loaded here
 */
export function loadTagger(): Promise<Network> {
  network ??= loadNetwork();
  return network;
}
