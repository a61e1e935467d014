/** A feed put right, and what was wrong with it. */
export interface Mended {
  readonly text: string;
  readonly flaw: string;
}

const ROOT = /<((?:[\w.-]+:)?(?:rss|RDF|feed))[\s>]/u;
/** An item's last letters. */
const ITEM_END = /<\/(?:[\w.-]+:)?(?:item|entry)\s*>/gu;

/** Whether the end of a feed's first element is missing. */
export function isCutOff(text: string): boolean {
  const root = ROOT.exec(text);
  if (!root || text.includes(`</${root[1]!}`)) return false;
  return text[text.indexOf('>', root.index) - 1] !== '/';
}

/**
 * Ways to put a feed right that a parser refuses, the gentlest first: what stands before its first element is left out;
 * what XML forbids is; what comes after the last whole item is, and what is open is closed.
 */
export function* mended(text: string): Generator<Mended> {
  const root = ROOT.exec(text);
  if (!root) return yield* mendedJson(text);
  const from = text.slice(declarationBefore(text, root.index));
  yield { text: from, flaw: 'something stands before its first element' };
  const clean = from
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&(?!#?\w{1,30};)/gu, '&amp;');
  yield { text: clean, flaw: 'it holds characters that XML forbids' };
  const name = root[1]!;
  const ends = [...clean.matchAll(ITEM_END)];
  const last = ends.at(-1);
  const isRss = /rss$/u.test(name);
  const closing = `${isRss ? '</channel>' : ''}</${name}>`;
  if (last)
    yield {
      text: `${clean.slice(0, last.index + last[0].length)}${closing}`,
      flaw: `it breaks off, or breaks, after ${ends.length} ${ends.length === 1 ? 'item' : 'items'}`,
    };
  // One broken item hides none but itself.
  const items = wholeItems(clean);
  const head = clean.slice(0, clean.search(/<(?:[\w.-]+:)?(?:item|entry)[\s>]/u));
  if (items.length > 0)
    yield { text: `${head}${items.join('\n')}${closing}`, flaw: 'what stands between its items is broken' };
  const opening = /<(?:[\w.-]+:)?(?:rss|RDF|feed)[^<>]*>/u.exec(clean)?.[0];
  // Where an item's own tags are not closed, what they enclose is cut off at their ends.
  const simple = items.map(withoutOpenDescription);
  if (simple.some((item, i) => item !== items[i]))
    yield { text: `${head}${simple.join('\n')}${closing}`, flaw: 'a tag is not closed' };
  if (opening && items.length > 0)
    yield {
      text: `${opening}${isRss ? '<channel>' : ''}${items.join('\n')}${closing}`,
      flaw: 'its head is broken',
    };
}

/** The items that are opened and closed, each from the last tag that opens it. */
function wholeItems(text: string): string[] {
  const items: string[] = [];
  let open: { readonly name: string; readonly at: number } | undefined;
  for (const tag of text.matchAll(/<(\/?)((?:[\w.-]+:)?(?:item|entry))(?=[\s>])[^<>]*>?/gu)) {
    const name = tag[2]!;
    if (open !== undefined && open.name !== name) continue;
    if (tag[1] === '') open = { name, at: tag.index };
    else if (open) {
      items.push(text.slice(open.at, tag.index + tag[0].length));
      open = undefined;
    }
  }
  return items;
}

/** An item without a tag that opens a description which nothing closes. */
function withoutOpenDescription(item: string): string {
  const at = item.indexOf(DESCRIPTION, Math.max(0, item.lastIndexOf('</description>')));
  return at < 0 ? item : item.slice(0, at) + item.slice(at + DESCRIPTION.length);
}

const DESCRIPTION = '<description>';

/** Where the XML declaration before an element begins, or the element itself. */
function declarationBefore(text: string, element: number): number {
  const declaration = text.lastIndexOf('<?xml', element);
  return declaration < 0 ? element : declaration;
}

/** A JSON feed that breaks off is read up to its last whole item. */
function* mendedJson(text: string): Generator<Mended> {
  const items = /"items"\s*:\s*\[/u.exec(text);
  if (!items) return;
  for (let end = text.lastIndexOf('}'), tries = 0; end > items.index && tries < 50; tries++) {
    yield { text: `${text.slice(0, end + 1)}]}`, flaw: 'it breaks off' };
    end = text.lastIndexOf('}', end - 1);
  }
}
