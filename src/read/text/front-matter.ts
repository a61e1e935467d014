import { parse } from 'yaml';
import type { DocumentDetails } from '../../document/index.ts';
import { compact } from '../../document/index.ts';
import { withoutBy } from '../byline.ts';
import { isObject, rowOf } from '../columns.ts';
import { parsePublished } from '../published.ts';

/** What stands between two lines of hyphens at the beginning of Markdown, and the text after it. */
export interface FrontMatter {
  readonly details: DocumentDetails & { readonly language?: string };
  readonly rest: string;
}

/** A field, as one stands right below the first line of hyphens. */
const FIELD = /^[\p{L}_][\w-]*:(?:\s|$)/u;
const LINE = /^---[^\S\n]*$/u;

/**
 * The front matter of Markdown (YAML, as Jekyll, Hugo, Pandoc and Obsidian write it): title, date, authors, outlet, address.
 * Undefined where a text has none. YAML that is broken is left out, too: it is no part of the text.
 */
export function frontMatter(text: string): FrontMatter | undefined {
  const lines = text.trimStart().split('\n');
  const first = lines.findIndex((line, i) => i > 0 && !line.startsWith('#'));
  if (!LINE.test(lines[0]!) || !FIELD.test(lines[first] ?? '')) return undefined;
  const end = lines.findIndex((line, i) => i > 0 && (LINE.test(line) || line.trimEnd() === '...'));
  if (end < 0) return undefined;
  return { details: detailsIn(fieldsOf(lines.slice(1, end))), rest: lines.slice(end + 1).join('\n') };
}

function fieldsOf(lines: readonly string[]): Record<string, unknown> {
  try {
    // Aliases could make a short text a very long value.
    const value: unknown = parse(lines.join('\n'), { maxAliasCount: 0, schema: 'core', logLevel: 'error' });
    return isObject(value) ? value : {};
  } catch {
    return Object.fromEntries(lines.filter((line) => FIELD.test(line)).map(fieldOf));
  }
}

/** A field of YAML that cannot be read as a whole: what stands after its name, without quotation marks around it. */
function fieldOf(line: string): [name: string, value: string] {
  const colon = line.indexOf(':');
  const value = line.slice(colon + 1).trim();
  const isQuoted = value.length > 1 && /^["']/u.test(value) && value.endsWith(value[0]!);
  return [line.slice(0, colon), isQuoted ? value.slice(1, -1) : value];
}

function detailsIn(fields: Record<string, unknown>): FrontMatter['details'] {
  const { title, byline, outlet, url, published, language } = rowOf({ ...fields, text: '—' }) ?? {};
  return {
    ...compact({ title, outlet, language: language?.slice(0, 2) }),
    ...compact({ byline: byline === undefined ? undefined : withoutBy(byline) }),
    ...compact({ url: url !== undefined && /^https?:\/\//iu.test(url) ? url : undefined }),
    ...compact({ published: parsePublished(published ?? '') }),
  };
}
