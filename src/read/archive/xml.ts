import { OnrecordError } from '../../document/index.ts';
import type { ReadResult } from '../assemble.ts';
import { decode } from '../charset.ts';
import type { Contents } from '../contents.ts';
import type { Sample } from '../sample.ts';
import { xmlKind } from '../xml/head.ts';
import { newsItemsIn, readNewsItem } from '../xml/newsml.ts';
import { debatesOf, wholeSitting } from '../xml/sitting.ts';
import { hasUnknownSpeakers } from '../xml/tei.ts';
import { type TeiPeople, teiPeopleIn } from '../xml/tei-people.ts';
import { parseXml } from '../xml/tree.ts';
import { sittingIn } from '../xml/xml.ts';
import type { ArchiveEntry } from './entry.ts';
import { wholeBytes } from './text.ts';

/** The longest XML that is taken: it is read as a whole. */
const LIMIT = 32_000_000;
/** A sitting of more bytes is a document for each debate. */
const LONG = 400_000;

/** The items of a message in NewsML-G2. */
export async function* newsEntries(contents: Contents): AsyncGenerator<ArchiveEntry> {
  const root = parseXml(decode(await wholeBytes(contents, LIMIT, 'messages of NewsML-G2')));
  for (const [i, item] of newsItemsIn(root).entries()) {
    const name = `${contents.name}#${i + 1}`;
    try {
      yield { name, bytes: bytesOf(readNewsItem(item)) };
    } catch (cause) {
      if (!(cause instanceof OnrecordError)) throw cause;
      yield { name, failure: cause };
    }
  }
}

/** Whether a file is a sitting that is too long for one document, or whose speakers are listed in files beside it. */
export async function isLongSitting(sample: Sample): Promise<boolean> {
  const kind = await xmlKind(sample);
  if (kind !== 'twfy' && kind !== 'akn' && kind !== 'tei') return false;
  if (sample.isPacked || sample.contents.size > LONG) return true;
  if (kind !== 'tei' || !sample.contents.beside) return false;
  const root = parseXml(decode(await wholeBytes(sample.contents, LIMIT, 'sittings')));
  return hasUnknownSpeakers(root) && (await listsBeside(sample.contents)).length > 0;
}

/** The debates of a sitting; all as one document where it is short. */
export async function* sittingEntries(contents: Contents): AsyncGenerator<ArchiveEntry> {
  const root = parseXml(decode(await wholeBytes(contents, LIMIT, 'sittings')));
  const corpus: TeiPeople[] = [];
  if (hasUnknownSpeakers(root))
    for (const list of await listsBeside(contents))
      corpus.push(teiPeopleIn(parseXml(decode(await wholeBytes(list, LIMIT, 'lists of people')))));
  const sitting = sittingIn(root, corpus)!;
  const documents = contents.size > LONG ? debatesOf(sitting) : [wholeSitting(sitting)];
  if (documents.length === 0) throw new OnrecordError('no-text', 'there is no text in it that anybody says');
  for (const [i, document] of documents.entries())
    yield { name: documents.length === 1 ? contents.name : `${contents.name}#${i + 1}`, bytes: bytesOf(document) };
}

function bytesOf(document: ReadResult): Buffer {
  return Buffer.from(JSON.stringify(document));
}

/** The lists of a corpus: "ParlaMint-GB-listPerson.xml", or "ParlaMint-GB.xml" over "ParlaMint-GB_2022-07-21.xml". */
async function listsBeside({ name: own, beside }: Contents): Promise<Contents[]> {
  const file = own.split('/').at(-1)!;
  return (
    (await beside?.((name) => {
      const isList = /list(?:Person|Org)\b/iu.test(name) && name.endsWith('.xml');
      return isList || (name.endsWith('.xml') && file.startsWith(name.slice(0, -'.xml'.length)));
    })) ?? []
  );
}
