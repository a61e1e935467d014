import { compact } from '../../document/index.ts';
import type { ReadBlock, ReadResult } from '../assemble.ts';
import { withoutBy } from '../byline.ts';
import { type Columns, rowOf } from '../columns.ts';
import { readHtmlPart } from '../html/html.ts';
import { parsePublished } from '../published.ts';
import { printedBlocks } from '../text/printed.ts';

/** Marks that what is given as text is HTML. */
const MARKUP = /<(?:p|div|br|figure|h[1-6]|ul|blockquote)[\s/>]/iu;
/** What NewsAPI puts where it cuts a text off. */
const CUT_OFF = /\[\+\d{1,9} chars\]$/u;

/** An article whose parts are fields of an object, told by their names; undefined where none is its text. */
export function articleOf(item: Readonly<Record<string, unknown>>, columns: Columns = {}): ReadResult | undefined {
  const row = rowOf(item, columns);
  if (!row) return undefined;
  const { title, outlet, url, language } = row;
  const printed = row.text ?? row.html!;
  const isMarkup = row.text === undefined || MARKUP.test(printed);
  const body = isMarkup ? readHtmlPart(printed) : printedBlocks(printed.trimEnd().replace(CUT_OFF, ''));
  const published = parsePublished(row.published ?? '');
  const byline = row.byline === undefined ? undefined : withoutBy(row.byline);
  const head: ReadBlock[] =
    title === undefined || body.some(({ kind }) => kind === 'title') ? [] : [{ kind: 'title', text: title }];
  return { ...compact({ title, byline, outlet, url, language, published }), blocks: [...head, ...body] };
}
