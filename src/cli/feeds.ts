import { readFile } from 'node:fs/promises';
import { followFeed, type OpenRecord } from '../record/index.ts';
import { fail } from './failure.ts';
import { isAddress } from './files.ts';

/** Follows feeds by their addresses, and all that OPML files name; one that cannot be read stops nothing. Gives how many are new. */
export async function followAll(record: OpenRecord, places: readonly string[], outlet?: string): Promise<number> {
  let added = 0;
  const follow = async (feed: { url: string; title?: string; home?: string }) => {
    if (await followFeed(record, { ...feed, ...(outlet === undefined ? {} : { outlet }) })) added++;
  };
  for (const place of places) {
    try {
      if (isAddress(place)) await follow({ url: place });
      else {
        // The parser is loaded only where a file is read: other commands start in a moment.
        const { readOpml } = await import('../read/feed/opml.ts');
        for (const feed of readOpml(await readFile(place))) await follow(feed);
      }
    } catch (cause) {
      fail(cause, place);
    }
  }
  return added;
}
