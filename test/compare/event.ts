import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { add } from '../../src/pipeline/add.ts';
import { type OpenRecord, openRecord } from '../../src/record/index.ts';
import { recordPlace } from '../records.ts';

/** An article for a test. */
export interface EventArticle {
  readonly outlet?: string;
  readonly published: string;
  readonly byline?: string;
  readonly text: string;
}

/** A record in a folder of its own with these articles; gives their ids. `close` takes both away. */
export async function recordOf(
  articles: readonly EventArticle[],
): Promise<{ record: OpenRecord; ids: string[]; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  const record = await openRecord(recordPlace(folder));
  const ids: string[] = [];
  for (const [i, { text, ...details }] of articles.entries())
    ids.push((await add(record, Buffer.from(text), `${i}.txt`, { details })).document);
  const close = async () => {
    await record.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { record, ids, close };
}

/** One council meeting, as three outlets have it. */
export const MEETING: readonly EventArticle[] = [
  {
    outlet: 'Nesse Gazette',
    published: '2025-03-12',
    byline: 'Tom Hale',
    text: `Mayor says pier will close

Ada Vane, the mayor of Nesse, said on Tuesday: “We will close the pier in June, unless the county pays for new piles before the end of May.”

“It breaks my heart,” she told the council.

Two engineers who asked not to be named said that the piles were rotten.
`,
  },
  {
    outlet: 'Karrow Post',
    published: '2025-03-12',
    text: `Pier to close

“We will close the pier in June,” Ada Vane, the mayor, told the meeting on Tuesday.

Bodo Lint, who leads the opposition, said that she had given up. “The pier has stood for ninety years and it will stand for ninety more,” said Lint.
`,
  },
  {
    outlet: 'Coast Radio',
    published: '2025-03-13',
    text: `Heartbreak over pier

The mayor of Nesse, Ada Vane, said on Tuesday that the pier would close in June unless the county paid for new piles before the end of May. “It breaks my heart to do so,” Vane added.

“The pier has stood for eighty years and it will stand for ninety more,” said Bodo Lint of the opposition.
`,
  },
];
