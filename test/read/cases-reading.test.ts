import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/document/index.ts';
import { documentsIn } from '../../src/read/archive/documents.ts';
import { contentsOfFile } from '../../src/read/contents.ts';
import { read } from '../../src/read/read.ts';
import { SHARED, shared, WITHOUT_SHARED } from '../shared.ts';

/** What must come of a file, as its table says it; the texts themselves are not ours. */
interface Wanted {
  /** Paragraphs of the body, each document's. */
  readonly paragraphs: readonly number[];
  readonly speakers?: readonly string[];
  readonly details?: Partial<Record<'published' | 'modified' | 'byline' | 'outlet' | 'url', string>>;
  /** What no text may hold. */
  readonly never?: RegExp;
}

const WANTED: Readonly<Record<string, Wanted>> = {
  '1-paywall-class.html': { paragraphs: [5] },
  '2-react-streaming-hidden.html': { paragraphs: [5] },
  '4-short-first-box.html': { paragraphs: [6] },
  '6-author-organisation.html': { paragraphs: [5], details: { byline: 'Petra Holm' } },
  '7-placeholder-address.html': { paragraphs: [5], details: { url: 'https://gazette.example/pier' } },
  '8-visually-hidden-in-sentence.html': { paragraphs: [4], never: /opens in/iu },
  '9-body-only-in-json-ld.html': { paragraphs: [5], details: { published: '2025-03-12' } },
  '10-seo-headline.html': { paragraphs: [5] },
  '12-modified-date.html': {
    paragraphs: [5],
    details: { published: '2025-03-12T10:00:00+01:00', modified: '2025-03-14T09:00:00+01:00' },
  },
  '15-offer-list.html': { paragraphs: [5], never: /subscri/iu },
  'pull.pdf': { paragraphs: [4], details: { byline: 'Petra Holm' } },
  'cols.pdf': { paragraphs: [11], details: { byline: 'Petra Holm, Staff Writer' } },
  'transcript.pdf': { paragraphs: [7], speakers: ['Vane', 'Mercer', 'Holm'], never: /^\d/mu },
  'hansard-twfy.xml': { paragraphs: [3], speakers: ['Ada Vane', 'Ned Lund'], details: { published: '2025-03-11' } },
  'akn.xml': { paragraphs: [2], speakers: ['Ada Vane', 'Ned Lund'], details: { published: '2025-03-11' } },
  'tei.xml': { paragraphs: [2], speakers: ['Ada Vane', 'Ned Lund'], details: { published: '2025-03-11' } },
  'nitf.xml': {
    paragraphs: [2],
    details: { byline: 'Petra Holm', outlet: 'Nesse Gazette', published: '2025-03-12T10:15:00Z' },
  },
  'feed.rss': { paragraphs: [3, 2], details: { url: 'https://gazette.example/1', published: '2025-03-12' } },
  'array.json': { paragraphs: [3] },
  'latin.csv': { paragraphs: [1], details: { outlet: 'Nesse Gazette', published: '2025-03-12' } },
  'talk.vtt': { paragraphs: [3], speakers: ['Ada Vane', 'Reporter'], never: /-->|^\d+$/mu },
  'talk.srt': { paragraphs: [3], speakers: ['Vane', 'Reporter'], never: /-->|^\d+$/mu },
  'u-fake.rtf': { paragraphs: [8], never: /\\|rtf|fonttbl/u },
  'page.mhtml': {
    paragraphs: [3],
    details: { byline: 'Petra Holm', outlet: 'Nesse Gazette', url: 'https://gazette.example/1' },
    never: /Saved by/u,
  },
  'front.md': { paragraphs: [2], details: { byline: 'Petra Holm', published: '2025-03-12' }, never: /^---|title:/mu },
};

async function documentsOf(file: string): Promise<Document[]> {
  const found: Document[] = [];
  for await (const held of documentsIn(await contentsOfFile(shared('cases', 'reading', file), file))) {
    if ('failure' in held) throw held.failure;
    found.push((await read(held.bytes, held.name, held)).document);
  }
  return found;
}

describe.skipIf(!SHARED)(`files that were read wrong${WITHOUT_SHARED}`, () => {
  test.each(Object.entries(WANTED))('%s', async (file, { paragraphs, speakers, details, never }) => {
    const documents = await documentsOf(file);
    expect(documents.map(({ blocks }) => blocks.filter(({ kind }) => kind === 'paragraph').length)).toEqual(paragraphs);
    const [first] = documents;
    expect(first).toMatchObject(details ?? {});
    const named = new Set(first!.blocks.flatMap(({ speaker }) => (speaker ? [speaker.name] : [])));
    expect([...named].sort()).toEqual([...(speakers ?? [])].sort());
    for (const { text } of documents) if (never) expect(text).not.toMatch(never);
  });

  test('a table whose text column nothing tells is refused, with what to do', async () => {
    await expect(documentsOf('cases.tsv')).rejects.toThrow(/--columns text=/u);
  });
});
