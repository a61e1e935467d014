import { readFile } from 'node:fs/promises';
import { followFeed, type OpenRecord } from '../record/index.ts';
import { fail } from './failure.ts';
import { isAddress } from './files.ts';

/**
 * Follows feeds: addresses, and those listed in OPML files. A file that cannot be read is reported and skipped.
 *
 * @returns how many of the feeds were not followed before
 */
export async function followAll(record: OpenRecord, places: readonly string[], outlet?: string): Promise<number> {
  let added = 0;
  const follow = async (feed: { url: string; title?: string; home?: string }) => {
    if (await followFeed(record, { ...feed, ...(outlet === undefined ? {} : { outlet }) })) added++;
  };
  for (const place of places) {
    try {
      if (isAddress(place)) await follow({ url: place });
      else {
        // Loaded only when a file is read, so that other commands start quickly.
        const { readOpml } = await import('../read/feed/opml.ts');
        for (const feed of readOpml(await readFile(place))) await follow(feed);
      }
    } catch (cause) {
      fail(cause, place);
    }
  }
  return added;
}
