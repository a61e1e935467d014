import { compact } from '../../document/index.ts';
import type { ReadBlock, ReadResult } from '../assemble.ts';
import { withoutBy } from '../byline.ts';
import { dateOf } from './date.ts';
import { blocksIn } from './layout.ts';
import { childrenOf, firstIn, wordsIn, type XmlElement } from './tree.ts';

/** An article in NITF (IPTC News Industry Text Format 3), as agencies and archives keep it. */
export function readNitf(nitf: XmlElement): ReadResult {
  const head = firstIn(nitf, 'body.head');
  const title = wordsIn(firstIn(head ?? nitf, 'hl1')) ?? wordsIn(firstIn(nitf, 'head', 'title'));
  const byline = bylineIn(head);
  const blocks = bodyOf(nitf).filter(({ text }) => text.trim() !== '');
  const pubdata = firstIn(nitf, 'pubdata')?.attributes ?? {};
  return {
    ...compact({ title, byline, outlet: outletOf(nitf), published: dayOf(nitf), url: addressOf(pubdata['ex-ref']) }),
    blocks: [
      ...(title === undefined ? [] : [{ kind: 'title' as const, text: title }]),
      ...(byline === undefined ? [] : [{ kind: 'byline' as const, text: byline }]),
      ...blocks,
    ],
  };
}

/** "By Petra Holm, Staff Reporter" is by Petra Holm. A line that was made regular ("HOLM, PETRA") counts last. */
function bylineIn(head: XmlElement | undefined): string | undefined {
  const lines = head ? childrenOf(head, 'byline') : [];
  const line = lines.find(({ attributes }) => attributes.class !== 'normalized_byline') ?? lines[0];
  if (!line) return undefined;
  const people = [...childrenOf(line, 'person')].flatMap((person) => wordsIn(person) ?? []);
  if (people.length > 0) return people.join(', ');
  const title = wordsIn(firstIn(line, 'byttl'));
  const named = withoutBy(wordsIn(line) ?? '');
  const name = title !== undefined && named.endsWith(title) ? withoutComma(named.slice(0, -title.length)) : named;
  return name || undefined;
}

function withoutComma(words: string): string {
  const name = words.trimEnd();
  return name.endsWith(',') ? name.slice(0, -1).trimEnd() : name;
}

/** The body's blocks; an archive that gives the beginning once more, as the lead, means the full text. */
function bodyOf(nitf: XmlElement): ReadBlock[] {
  const content = firstIn(nitf, 'body.content') ?? firstIn(nitf, 'body');
  if (!content) return [];
  const isFull = childrenOf(content, 'block').some(({ attributes }) => attributes.class === 'full_text');
  const dateline = wordsIn(firstIn(nitf, 'body.head', 'dateline', 'location'));
  const blocks = blocksIn(
    content,
    ({ name, attributes }) =>
      name === 'body.head' || name === 'body.end' || (isFull && name === 'block' && attributes.class !== 'full_text'),
  );
  return withDateline(blocks, dateline);
}

/** "NESSE — The council …": the place as newspapers print it, where it stands apart. */
function withDateline(blocks: readonly ReadBlock[], place: string | undefined): ReadBlock[] {
  const first = blocks.findIndex(({ kind }) => kind === 'paragraph');
  const isPrinted = place === undefined || blocks[first]?.text.trim().toUpperCase().startsWith(place.toUpperCase());
  if (first < 0 || isPrinted) return [...blocks];
  return blocks.map((block, i) => (i === first ? { ...block, text: `${place} — ${block.text.trim()}` } : block));
}

function outletOf(nitf: XmlElement): string | undefined {
  return (
    firstIn(nitf, 'pubdata')?.attributes.name ??
    wordsIn(firstIn(nitf, 'body.head', 'distributor')) ??
    firstIn(nitf, 'doc.copyright')?.attributes.holder
  );
}

function dayOf(nitf: XmlElement): string | undefined {
  const dates = [
    firstIn(nitf, 'date.issue')?.attributes.norm,
    firstIn(nitf, 'pubdata')?.attributes['date.publication'],
    firstIn(nitf, 'date.release')?.attributes.norm,
    firstIn(nitf, 'story.date')?.attributes.norm,
  ];
  return dates.flatMap((date) => dateOf(date) ?? [])[0];
}

function addressOf(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:\/\//iu.test(address) ? address : undefined;
}
