import { tidy } from '../../assemble.ts';
import { elementsIn } from '../elements.ts';
import { articleIn, type JsonNode, nodesIn } from './json-ld.ts';

/** What a page says of itself in its head and by the marks of its elements, found in one pass. */
export interface PageFacts {
  /** Values of meta elements by property, name or itemprop, in small letters. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly canonical?: string;
  /** The text of `<title>`. */
  readonly title: string;
  readonly language?: string;
  readonly nodes: readonly JsonNode[];
  /** The object of the structured data that tells of the article. */
  readonly article?: JsonNode;
  /** Headings of the first rank, and other elements called the headline. */
  readonly headings: readonly string[];
  /** Elements called author or byline, and links to authors' pages, in the order of the page. */
  readonly authors: readonly Element[];
  /** Elements called date or time. */
  readonly dates: readonly Element[];
  /** Short lines between the headline and the first paragraph. */
  readonly headLines: readonly string[];
}

const AUTHOR = /author|byline|(?:^|[\s_-])(?:by|writer|contributors?|journalist|reporter)(?:$|[\s_-])/iu;
const AUTHOR_PAGE =
  /\/(?:authors?|auteurs?|autor|staff|profiles?|people|contributors?|contributor|journalists?|reporters?|writers?|columnists?|correspondents?|by|team|bio|person)\/[^/?#]{3,}/iu;
const DATE = /date|time(?!line)|publish|posted|dateline/iu;
/** Letters beyond which a line is no part of the head. */
const LONGEST_LINE = 160;

export function factsOf(document: Document): PageFacts {
  const metas = new Map<string, string[]>();
  const scripts: string[] = [];
  const headings: string[] = [];
  const authors: Element[] = [];
  const dates: Element[] = [];
  const headLines: string[] = [];
  let canonical: string | undefined;
  let title = '';
  let atHead = false;
  for (const element of elementsIn(document.documentElement)) {
    const tag = element.tagName;
    if (tag === 'META') noteMeta(element, metas);
    else if (tag === 'LINK') {
      if (canonical === undefined && /^canonical$/iu.test(element.getAttribute('rel') ?? ''))
        canonical = element.getAttribute('href') ?? undefined;
    } else if (tag === 'TITLE') title ||= tidy(element.textContent ?? '');
    else if (tag === 'SCRIPT') {
      if (/^application\/ld\+json/iu.test(element.getAttribute('type') ?? '')) scripts.push(element.textContent ?? '');
    } else {
      const marks = `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('property') ?? ''} ${element.getAttribute('data-testid') ?? ''} ${element.getAttribute('rel') ?? ''} ${element.getAttribute('id') ?? ''}`;
      const isHeading =
        tag === 'H1' || (/^H[2-4]$/u.test(tag) && /headline|entry-title|post-title|article-title/iu.test(marks));
      if (isHeading) {
        headings.push(headingOf(element));
        atHead ||= tag === 'H1';
      }
      if (marks.length > 5) {
        if (AUTHOR.test(marks)) authors.push(element);
        if (DATE.test(marks) && tag !== 'TIME') dates.push(element);
      }
      if (tag === 'TIME' || tag === 'ABBR') dates.push(element);
      if (tag === 'A' && !AUTHOR.test(marks) && AUTHOR_PAGE.test(element.getAttribute('href') ?? ''))
        authors.push(element);
      if (atHead && headLines.length < 40) {
        const line = lineOf(element);
        if (line.length > LONGEST_LINE) atHead = tag === 'H1' || tag === 'H2' || !/^(?:P|DIV)$/u.test(tag);
        else if (line !== '') headLines.push(line);
      }
    }
  }
  const nodes = nodesIn(scripts);
  const article = articleIn(nodes);
  return {
    metas,
    title,
    nodes,
    headings: headings.filter((heading) => heading !== ''),
    authors,
    dates,
    headLines,
    ...(canonical ? { canonical } : {}),
    ...(article ? { article } : {}),
    ...(document.documentElement.getAttribute('lang')
      ? { language: document.documentElement.getAttribute('lang')! }
      : {}),
  };
}

function noteMeta(element: Element, metas: Map<string, string[]>): void {
  const value = tidy(element.getAttribute('content') ?? element.getAttribute('value') ?? '');
  if (value === '') return;
  for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
    const name = element.getAttribute(attribute)?.toLowerCase();
    if (name) metas.set(name, [...(metas.get(name) ?? []), value]);
  }
}

/** A heading's words without badges and words for screen readers inside it: "Live", "This article is more than a year old". */
function headingOf(heading: Element): string {
  let text = '';
  const walk = (node: Node) => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) text += child.nodeValue;
      if (child.nodeType !== 1) continue;
      const marks = (child as Element).getAttribute('class') ?? '';
      if (
        /sr-only|visually-?hidden|screen-?reader|badge|kicker|eyebrow|label|(?:^|[\s_-])(?:icon|tag|live|flag)(?:$|[\s_-])/iu.test(
          marks,
        )
      )
        continue;
      if (/^(?:SVG|STYLE|SCRIPT|BUTTON|TIME)$/iu.test((child as Element).tagName)) continue;
      if (/^(?:BR|DIV|P)$/u.test((child as Element).tagName)) text += ' ';
      walk(child);
    }
  };
  walk(heading);
  return tidy(text) || tidy(heading.textContent ?? '');
}

/** The text that stands in an element itself, with that of its links and marks; nothing for one that holds other boxes. */
function lineOf(element: Element): string {
  if (!/^(?:P|DIV|SPAN|LI|TIME|ADDRESS|H[2-6]|SMALL|STRONG|B|EM|I|A)$/u.test(element.tagName)) return '';
  for (let child = element.firstElementChild; child; child = child.nextElementSibling)
    if (/^(?:P|DIV|UL|OL|SECTION|H[1-6]|TABLE|FIGURE|SCRIPT|STYLE)$/u.test(child.tagName)) return '';
  return tidy(element.textContent ?? '');
}

/** The first value of the first of some meta elements. */
export function meta({ metas }: PageFacts, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = metas.get(name)?.[0];
    if (value) return value;
  }
  return undefined;
}
