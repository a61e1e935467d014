import { isAuthorName, isByline, namesIn } from '../../../language/english/bylines.ts';
import { tidy } from '../../assemble.ts';
import type { PageFacts } from './facts.ts';
import { type JsonNode, resolved, textOf, typesOf } from './json-ld.ts';

/**
 * The authors, joined by ", ". People count before the organisation that publishes them, wherever they are named; of two
 * lists of people that share one, the longer.
 */
export function bylineOf(facts: PageFacts, outlet: string | undefined): string | undefined {
  const isOutlet = (name: string) => outlet !== undefined && bare(name) === bare(outlet);
  const { sure, likely } = printedAuthors(facts);
  const lists = [structuredAuthors(facts), sure, metaAuthors(facts), likely].map((names) => unique(names));
  const people = lists.map((names) => names.filter((name) => isAuthorName(name) && !isOutlet(name)));
  const first = people.find((names) => names.length > 0);
  if (first) {
    const longer = people.find((names) => names.length > first.length && first.every((name) => has(names, name)));
    return (longer ?? first).join(', ');
  }
  const others = lists.find((names) => names.length > 0) ?? [];
  return others.slice(0, 4).join(', ') || undefined;
}

function structuredAuthors({ article, nodes }: PageFacts): string[] {
  if (!article) return [];
  const told = [article.author ?? article.creator].flat(2);
  const found = told.flatMap((one): { name: string; isPerson: boolean }[] => {
    if (typeof one === 'string')
      return /^https?:/u.test(one) ? [] : namesIn(textOf(one) ?? '').map((name) => ({ name, isPerson: true }));
    const node: JsonNode | undefined = resolved(one, nodes);
    if (!node) return [];
    const isPerson = !typesOf(node).some((type) => /Organi[sz]ation|Corporation/u.test(type));
    return [node.name]
      .flat()
      .flatMap((name) => namesIn(textOf(name) ?? ''))
      .map((name) => ({ name, isPerson }));
  });
  const people = found.filter(({ isPerson }) => isPerson);
  return (people.length > 0 ? people : found).map(({ name }) => name);
}

const METAS = [
  'author',
  'article:author',
  'og:article:author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'article.author',
  'cxenseparse:author',
  'twitter:creator:name',
  'citation_author',
  'article:author_name',
  'dc.contributor',
  'mediator_author',
];

function metaAuthors(facts: PageFacts): string[] {
  for (const name of METAS) {
    const values = (facts.metas.get(name) ?? []).filter((value) => !/^(?:https?:|\/|@)/u.test(value));
    const names = values.flatMap(namesIn);
    if (names.length > 0) return names;
  }
  // "Written by" and its value beside it, for whoever shares the page.
  const label = facts.metas.get('twitter:label1')?.[0] ?? '';
  return /written by|by|author/iu.test(label) ? namesIn(facts.metas.get('twitter:data1')?.[0] ?? '') : [];
}

/** Boxes in which other articles' authors stand. */
const ELSEWHERE =
  'nav, footer, [class*="related" i], [class*="recirc" i], [class*="comment" i], [class*="promo" i], [class*="most-" i], [class*="teaser" i]';

/** Letters of a box beyond which it holds more than a byline. */
const LONGEST_BYLINE = 200;

/**
 * The first place on the page that prints names of people, with those beside it: `sure` where the page calls it its author
 * (microdata, `rel="author"`) or prints "By" before it.
 */
function printedAuthors({ authors, headLines }: PageFacts): { sure: string[]; likely: string[] } {
  const lines = headLines.filter((line) => line.length < 140 && isByline(line)).map(namesIn);
  const byLine = lines.map((names) => names.filter(isAuthorName)).find((names) => names.length > 0) ?? [];
  const places = authors.filter((element) => element.closest(ELSEWHERE) === null).slice(0, 24);
  const marked = firstNames(places.filter(isMarked));
  const sure =
    marked.length > byLine.length || byLine.some((name) => !has(marked, name) && marked.length > 0) ? marked : byLine;
  return { sure, likely: firstNames(places) };
}

function isMarked(element: Element): boolean {
  return /author/iu.test(element.getAttribute('rel') ?? '') || element.closest('[itemprop~="author"]') !== null;
}

/** The names in the first of some elements that has any, and in those of the same short box. */
function firstNames(elements: readonly Element[]): string[] {
  const innermost = elements.filter(
    (element) => !elements.some((other) => other !== element && element.contains(other)),
  );
  const found = innermost
    .map((element) => ({ element, names: namesIn(spaced(element)).filter(isAuthorName) }))
    .filter(({ names }) => names.length > 0);
  const first = found[0];
  if (!first) return [];
  let box = first.element.parentElement ?? first.element;
  while (box.parentElement && (box.parentElement.textContent ?? '').trim().length <= LONGEST_BYLINE)
    box = box.parentElement;
  const beside = found.filter(
    ({ element }) =>
      element === first.element || element.parentElement === first.element.parentElement || box.contains(element),
  );
  return unique(beside.flatMap(({ names }) => names)).slice(0, 8);
}

/** An element's text with spaces between its parts: a name and a title printed under it do not run together. */
function spaced(element: Element): string {
  const parts: string[] = [];
  const walk = (node: Node) => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) parts.push(child.nodeValue ?? '');
      else if (child.nodeType === 1 && !/^(?:SVG|STYLE|SCRIPT|TIME)$/iu.test((child as Element).tagName)) {
        if (/^(?:DIV|P|LI|H\d|BR|UL)$/u.test((child as Element).tagName)) parts.push(' | ');
        walk(child);
      }
    }
  };
  walk(element);
  return tidy(parts.join(' ')).replace(/^(?:\| ?)+/u, '');
}

function unique(names: readonly string[]): string[] {
  return names.filter((name, i) => names.findIndex((other) => bare(other) === bare(name)) === i);
}

function has(names: readonly string[], name: string): boolean {
  return names.some((other) => bare(other) === bare(name));
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
