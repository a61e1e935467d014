import { posix } from 'node:path';
import { compact, OnrecordError } from '../../document/index.ts';
import type { ReadBlock, ReadResult } from '../assemble.ts';
import { decode } from '../charset.ts';
import { contentsOfBytes } from '../contents.ts';
import { readWholeHtml } from '../html/html.ts';
import { elementsNamed, parseXml, wordsOf } from '../office/xml.ts';
import { parsePublished } from '../published.ts';
import { unzipped, type ZippedFile, zippedFiles } from '../zip.ts';

/** The most bytes that the chapters of a book unpack to together. */
const UNPACKED = 40_000_000;
/** Ways to hide fonts alone, which are not wanted here. */
const FONTS_ONLY = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/u;

/** A book in EPUB (2 and 3): its chapters in the order in which they are read, as one document. Throws `damaged`, `encrypted`. */
export async function readEpub(bytes: Uint8Array): Promise<ReadResult> {
  const files = new Map<string, ZippedFile>();
  for await (const file of zippedFiles(contentsOfBytes(bytes, ''))) files.set(file.name, file);
  const part = partsOf(files);
  checkRights(await part('META-INF/encryption.xml'));
  const container = parseXml((await part('META-INF/container.xml')) ?? '');
  const place = elementsNamed(container, 'rootfile')[0]?.getAttribute('full-path') ?? '';
  const opf = await part(place);
  if (opf === undefined) throw new OnrecordError('damaged', 'the book has no list of its chapters and cannot be read');
  const book = parseXml(opf);
  const blocks: ReadBlock[] = [];
  for (const chapter of chaptersOf(book)) {
    const html = await part(posix.join(posix.dirname(place), decoded(chapter)));
    if (html !== undefined) blocks.push(...readWholeHtml(html));
  }
  const details = detailsOf(book);
  // The first page often prints the title once more.
  const body = blocks.filter(({ text }, i) => i > 2 || text.trim() !== details.title);
  return {
    ...details,
    blocks: [...(details.title === undefined ? [] : [{ kind: 'title' as const, text: details.title }]), ...body],
  };
}

/** What gives the text of a part by its name, all of them together no longer than what is taken. */
function partsOf(files: ReadonlyMap<string, ZippedFile>): (name: string) => Promise<string | undefined> {
  let left = UNPACKED;
  return async (name) => {
    const file = files.get(name);
    if (!file) return undefined;
    const bytes = await unzipped(file, left);
    left -= bytes.length;
    return decode(bytes);
  };
}

function checkRights(encryption: string | undefined): void {
  if (encryption === undefined) return;
  const methods = elementsNamed(parseXml(encryption), 'enc:EncryptionMethod');
  const all = [...methods, ...elementsNamed(parseXml(encryption), 'EncryptionMethod')];
  if (!all.every((method) => FONTS_ONLY.test(method.getAttribute('Algorithm') ?? '')))
    throw new OnrecordError('encrypted', 'the book is locked by its seller (DRM) and cannot be read');
}

/** The files of the chapters in the order in which they are read; the table of contents is none. */
function chaptersOf(book: Element): string[] {
  const items = new Map(elementsNamed(book, 'item').map((item) => [item.getAttribute('id'), item]));
  return elementsNamed(book, 'itemref').flatMap((reference) => {
    const item = items.get(reference.getAttribute('idref'));
    const isContents = /\bnav\b/u.test(item?.getAttribute('properties') ?? '');
    return item && !isContents ? (item.getAttribute('href') ?? []) : [];
  });
}

function detailsOf(book: Element): Omit<ReadResult, 'blocks'> {
  const authors = elementsNamed(book, 'dc:creator').filter((creator) =>
    /^(?:aut)?$/u.test(creator.getAttribute('opf:role') ?? ''),
  );
  const dates = elementsNamed(book, 'dc:date').filter((date) =>
    /^(?:publication)?$/u.test(date.getAttribute('opf:event') ?? ''),
  );
  return compact({
    title: wordsOf(book, 'dc:title'),
    byline: authors.map((author) => author.textContent!.trim()).join(', ') || undefined,
    outlet: wordsOf(book, 'dc:publisher'),
    published: parsePublished(dates[0]?.textContent ?? ''),
    language: wordsOf(book, 'dc:language'),
  });
}

/** A name in a file of XML is part of an address. */
function decoded(href: string): string {
  try {
    return decodeURIComponent(href.split('#', 1)[0]!);
  } catch {
    return href;
  }
}
