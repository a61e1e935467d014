import type { Document, Extraction } from '../document/index.ts';
import { extract as extractWith } from '../extract/extract.ts';
import type { Network } from '../extract/model/network.ts';
import { withSpeakers } from '../read/turns/turns.ts';
import { loadNetwork } from './network.ts';

let network: Promise<Network> | undefined;

/**
 * Everything that a document says who said, by the tagger that the package carries; it is loaded once, with the first
 * document. See `extract` in `extract/extract.ts`.
 *
 * @throws OnrecordError `model-unavailable` when the tagger cannot be loaded here
 */
export async function extract(document: Document): Promise<Extraction> {
  // Documents of a caller's own text, and those that an earlier version read, do not tell who speaks.
  return extractWith(withSpeakers(document), loadTagger);
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
