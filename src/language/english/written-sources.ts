import { words } from '../words.ts';

/** Things that are written, in the singular; our own list. */
const WRITINGS = words(
  'report account letter memo memorandum statement study survey poll post posting tweet email e-mail document filing affidavit lawsuit complaint indictment transcript release editorial article column book memoir review petition ruling judgment judgement ad advert advertisement note blog manifesto bulletin analysis audit research paper record guidance website site story poster sign banner notice leaflet communique communiqué text message order bill resolution constitution law',
);

/** Whether a noun is something that speaks by being read: a source made of one is a `document`, or names the channel of its maker. */
export function isWrittenSource(noun: string): boolean {
  const lower = noun.toLowerCase();
  return WRITINGS.has(lower) || WRITINGS.has(lower.replace(/s$/u, '')) || /^press releases?$/u.test(lower);
}
