import { OnrecordError } from '../../document/index.ts';
import { table } from '../../language/words.ts';
import type { ReadResult } from '../assemble.ts';
import { readAkn } from './akn.ts';
import { newsItemsIn, readNewsItem } from './newsml.ts';
import { readNitf } from './nitf.ts';
import { type Sitting, wholeSitting } from './sitting.ts';
import { readTei } from './tei.ts';
import type { TeiPeople } from './tei-people.ts';
import { allIn, firstIn, parseXml, type XmlElement } from './tree.ts';
import { readTwfy } from './twfy.ts';

/** XML → a sitting of a parliament or an article. Throws `not-a-document` for XML of another kind, `no-text` and `too-deep`. */
export function readXml(xml: string): ReadResult {
  const root = parseXml(xml);
  const sitting = sittingIn(root);
  const result = sitting ? wholeSitting(sitting) : articleIn(root);
  if (!result.blocks.some(({ kind }) => kind !== 'title' && kind !== 'byline'))
    throw new OnrecordError('no-text', 'there is no text in it that anybody says or writes');
  return result;
}

/** The sitting that XML is, with who is who in other files; undefined where it is none. */
export function sittingIn(root: XmlElement, corpus: readonly TeiPeople[] = []): Sitting | undefined {
  switch (root.name) {
    case 'publicwhip':
      return readTwfy(root);
    case 'akomaNtoso':
    case 'akomantoso':
      return readAkn(root);
    case 'TEI':
    case 'TEI.2':
    case 'teiCorpus':
      return readTei(root, corpus);
    default:
      return undefined;
  }
}

function articleIn(root: XmlElement): ReadResult {
  if (root.name === 'nitf') return readNitf(root);
  if (isNewsml(root)) return readNewsItem(newsItemsIn(root)[0]!);
  // NewsML 1 and the envelopes of agencies have an article in NITF inside.
  const [inner, ...others] = [...allIn(root, 'nitf')].filter((nitf) => firstIn(nitf, 'body.content'));
  if (inner && others.length === 0) return readNitf(inner);
  throw new OnrecordError('not-a-document', whyNot(root));
}

function isNewsml({ name }: XmlElement): boolean {
  return /^(?:newsItem|newsMessage|(?:package|concept|knowledge|planning|catalog)Item)$/u.test(name);
}

const OTHERS = table({
  opml: 'a list of feeds (OPML), not a document; its feeds can be watched',
  sitemapindex: 'a list of sitemaps, which holds no articles; give one of those that it names',
  listPerson: 'a list of people, not a document',
  listOrg: 'a list of organisations, not a document',
  svg: 'a drawing (SVG)',
});

function whyNot(root: XmlElement): string {
  const known = OTHERS[root.name];
  if (known !== undefined) return `this is ${known}`;
  return `this is XML of a kind that is not known (<${root.name}>); save its text as a web page, PDF or plain text`;
}
