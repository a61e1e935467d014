import { compact, OnrecordError } from '../../document/index.ts';
import type { ReadBlock, ReadResult } from '../assemble.ts';
import { withoutBy } from '../byline.ts';
import { printedBlocks } from '../text/printed.ts';
import { dateOf } from './date.ts';
import { blocksIn } from './layout.ts';
import { readNitf } from './nitf.ts';
import { allIn, childrenOf, firstIn, textIn, wordsIn, type XmlElement } from './tree.ts';

/** Items of NewsML-G2 that describe things in the world, or what others hold. */
const OTHER_ITEMS: Readonly<Record<string, string>> = {
  conceptItem: 'describes people, places or subjects',
  knowledgeItem: 'describes people, places or subjects',
  planningItem: 'plans coverage',
  catalogItem: 'lists catalogues',
  packageItem: 'only points to items in other files',
};

/** The items of a file in NewsML-G2 that may hold an article: of a message, all that are in it. */
export function newsItemsIn(root: XmlElement): XmlElement[] {
  if (root.name === 'newsItem') return [root];
  const items = [...allIn(root, 'newsItem')];
  if (items.length > 0) return items;
  const other = Object.keys(OTHER_ITEMS).find((name) => root.name === name || firstIn(root, name));
  const what = other === undefined ? 'has no news item' : `has a ${other}, which ${OTHER_ITEMS[other]!}`;
  throw new OnrecordError('no-text', `this NewsML-G2 ${what}: there is no article in it`);
}

/** An item of NewsML-G2 with its words: in NITF, XHTML or plain text. Throws `no-text` for a picture, a film, a table of scores. */
export function readNewsItem(item: XmlElement): ReadResult {
  const inline = [...allIn(item, 'inlineXML', 'inlineData')];
  const nitf = inline.flatMap((content) => firstIn(content, 'nitf') ?? [])[0];
  const inner = nitf ? readNitf(nitf) : undefined;
  const meta = firstIn(item, 'contentMeta') ?? item;
  const title = wordsIn(childrenOf(meta, 'headline')[0]) ?? inner?.title;
  const creators = childrenOf(meta, 'creator').flatMap((creator) => wordsIn(firstIn(creator, 'name')) ?? []);
  const by = wordsIn(childrenOf(meta, 'by')[0]);
  const byline = inner?.byline ?? (by === undefined ? creators.join(', ') || undefined : withoutBy(by));
  const body = inner
    ? inner.blocks.filter(({ kind }) => kind !== 'title' && kind !== 'byline')
    : inline.flatMap(bodyOf);
  if (body.length === 0) throw new OnrecordError('no-text', whyEmpty(item));
  return {
    ...compact({ title, byline, outlet: outletOf(item, meta) ?? inner?.outlet, url: inner?.url }),
    ...compact({ published: dayOf(item, meta) ?? inner?.published, language: item.attributes.lang?.slice(0, 2) }),
    blocks: [
      ...(title === undefined ? [] : [{ kind: 'title' as const, text: title }]),
      ...(byline === undefined ? [] : [{ kind: 'byline' as const, text: byline }]),
      ...body,
    ],
  };
}

function bodyOf(content: XmlElement): readonly ReadBlock[] {
  const type = content.attributes.contenttype ?? '';
  if (content.name === 'inlineData') return /^text\/|^$/u.test(type) ? printedBlocks(textIn(content)) : [];
  const html = firstIn(content, 'body') ?? firstIn(content, 'html');
  return html ? blocksIn(html) : [];
}

function whyEmpty(item: XmlElement): string {
  const kind = firstIn(item, 'itemClass')?.attributes.qcode?.replace(/^\w+:/u, '');
  const what = kind === undefined || kind === 'text' ? 'item' : `item (${kind})`;
  return `this NewsML-G2 ${what} has no article's words in it${firstIn(item, 'remoteContent') ? ': they are in another file' : ''}`;
}

/** Who had it first, else who passed it on, else who holds the rights. */
function outletOf(item: XmlElement, meta: XmlElement): string | undefined {
  const named = [childrenOf(meta, 'infoSource')[0], firstIn(item, 'provider'), firstIn(item, 'copyrightHolder')];
  const names = named.map((one) => wordsIn(one && firstIn(one, 'name')) ?? one?.attributes.literal);
  return names.find((name) => name !== undefined) ?? wordsIn(childrenOf(meta, 'creditline')[0]);
}

function dayOf(item: XmlElement, meta: XmlElement): string | undefined {
  const dates = [firstIn(meta, 'contentCreated'), firstIn(item, 'firstCreated'), firstIn(item, 'versionCreated')];
  return dates.flatMap((date) => dateOf(wordsIn(date)) ?? [])[0];
}
