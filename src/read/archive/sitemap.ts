import { compact, OnrecordError } from '../../document/index.ts';
import { decode } from '../charset.ts';
import type { Contents } from '../contents.ts';
import { parsePublished } from '../published.ts';
import { childrenOf, firstIn, parseXml, wordsIn } from '../xml/tree.ts';
import type { ArchiveEntry } from './entry.ts';
import { wholeBytes } from './text.ts';

/** The largest that the protocol allows. */
const LIMIT = 52_428_800;

/** The articles that a news sitemap lists, each a document of its title, date, outlet and address. */
export async function* sitemapEntries(contents: Contents): AsyncGenerator<ArchiveEntry> {
  const root = parseXml(decode(await wholeBytes(contents, LIMIT, 'sitemaps')));
  let number = 0;
  for (const page of childrenOf(root, 'url')) {
    const news = childrenOf(page, 'news')[0];
    const title = wordsIn(news && firstIn(news, 'title'));
    if (!news || title === undefined) continue;
    number++;
    const url = wordsIn(childrenOf(page, 'loc')[0]);
    const published = parsePublished(wordsIn(firstIn(news, 'publication_date')) ?? '');
    const outlet = wordsIn(firstIn(news, 'publication', 'name'));
    const document = { ...compact({ title, url, published, outlet }), blocks: [{ kind: 'title', text: title }] };
    yield { name: `${contents.name}#${number}`, bytes: Buffer.from(JSON.stringify(document)) };
  }
  if (number === 0)
    throw new OnrecordError(
      'no-text',
      'this sitemap lists addresses alone, without titles; give the addresses themselves',
    );
}
