import { compact } from '../../document/index.ts';
import type { ReadBlock, ReadResult } from '../assemble.ts';
import { readHtmlPart } from '../html/html.ts';
import { parsePublished } from '../published.ts';
import { printedBlocks } from '../text/printed.ts';

type Item = Record<string, unknown>;

/** One of the texts of an item, with what it is. */
interface Printed {
  readonly role: string;
  /** A media type, or part of a property's name: "text/html", "xhtml". */
  readonly type: string;
  readonly value: string;
}

/** Whether an object is a news item in ninjs: of any version it has an address of its own and words. */
export function isNinjs(item: Item): boolean {
  const hasWords = Object.entries(item).some(
    ([key, value]) =>
      /^(?:headlines?|headline_\w+|body_\w+|bodies|descriptions?|description_\w+)$/u.test(key) &&
      (typeof value === 'string' || Array.isArray(value)),
  );
  return typeof item.uri === 'string' && hasWords;
}

/**
 * A news item in ninjs. In version 1 texts are properties with a suffix (`body_xhtml`, `headline_main`), in 2 lists with
 * roles (`bodies`, `contenttype`), in 3 the same in camel case.
 */
export function readNinjs(item: Item): ReadResult {
  const title = best(textsOf(item, 'headline', 'headlines'))?.value ?? wordsOf(item.title);
  const body = best(textsOf(item, 'body', 'bodies')) ?? best(textsOf(item, 'description', 'descriptions'));
  const byline = wordsOf(item.byline) ?? wordsOf(item.by) ?? names(item.people, 'author');
  const published = parsePublished(
    ['firstCreated', 'firstcreated', 'contentCreated', 'contentcreated', 'versionCreated', 'versioncreated']
      .map((name) => wordsOf(item[name]))
      .find((time) => time !== undefined) ?? '',
  );
  const outlet = names(item.infoSources ?? item.infosources) ?? wordsOf(item.copyrightHolder ?? item.copyrightholder);
  const uri = wordsOf(item.uri);
  const language = wordsOf(item.language);
  const isAddress = uri !== undefined && /^https?:\/\//iu.test(uri);
  const blocks: ReadBlock[] = body === undefined ? [] : blocksOf(body);
  return {
    ...(title ? { title: plain(title) } : {}),
    ...(byline ? { byline: byline.replace(/^by\s+/iu, '') } : {}),
    ...compact({ outlet }),
    ...(isAddress ? { url: uri } : {}),
    ...compact({ published, language }),
    blocks: [...(title ? [{ kind: 'title' as const, text: plain(title) }] : []), ...blocks],
  };
}

function blocksOf({ type, value }: Printed): ReadBlock[] {
  const isMarkup = /html|nitf|xml/iu.test(type) || /<(?:p|div|br|block)[\s/>]/iu.test(value);
  const blocks = isMarkup ? readHtmlPart(value) : printedBlocks(value);
  return blocks.map((block) => (block.kind === 'title' ? { ...block, kind: 'heading' } : block));
}

/** The texts of an item under a name, in whatever version. */
function textsOf(item: Item, one: string, many: string): Printed[] {
  const list = Array.isArray(item[many]) ? (item[many] as Item[]) : [];
  return [
    ...list.flatMap((entry) => {
      const value = wordsOf(entry.value);
      const type = wordsOf(entry.contentType ?? entry.contenttype) ?? '';
      return value === undefined ? [] : [{ role: wordsOf(entry.role) ?? '', type, value }];
    }),
    ...Object.entries(item).flatMap(([key, entry]) => {
      const value = wordsOf(entry);
      const suffix = key === one ? '' : key.startsWith(`${one}_`) ? key.slice(one.length + 1) : undefined;
      return value === undefined || suffix === undefined ? [] : [{ role: suffix, type: suffix, value }];
    }),
  ];
}

/** The main text: none that is short by its role; marked up before plain; else the longest. */
function best(texts: readonly Printed[]): Printed | undefined {
  const rank = ({ role, type }: Printed) =>
    (/short|teaser|summary|abstract|caption|intro|extended/iu.test(role) ? -4 : 0) +
    (/html|richtext/iu.test(`${type} ${role}`) ? 2 : 0) +
    (/^(?:main|body|headline)$/iu.test(role) ? 1 : 0);
  return [...texts].sort((a, b) => rank(b) - rank(a) || b.value.length - a.value.length)[0];
}

/** Names of people or sources of a list, of one role where that is given. */
function names(list: unknown, role?: string): string | undefined {
  if (!Array.isArray(list)) return undefined;
  const found = (list as Item[])
    .filter((entry) => role === undefined || (wordsOf(entry.role) ?? wordsOf(entry.rel)) === role)
    .flatMap((entry) => wordsOf(entry.name) ?? []);
  return found.length > 0 ? found.join(', ') : undefined;
}

function plain(line: string): string {
  return line.replace(/<[^<>]{0,200}>/gu, '').trim();
}

function wordsOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
