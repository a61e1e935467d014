import { isKicker } from '../../../language/english/kickers.ts';
import { OUTLET_ENDINGS } from '../../../language/english/outlets.ts';
import { meta, type PageFacts } from './facts.ts';
import { textOf } from './json-ld.ts';

/**
 * The headline as the page prints it. A heading counts as the headline if it shares words with what the page's head calls the
 * article; that keeps out the names of sites and sections. Where none does, what the head says.
 */
export function titleOf(facts: PageFacts, outlet: string | undefined): string | undefined {
  const { article, headings } = facts;
  const told = [
    textOf(article?.headline) ?? textOf(article?.name),
    meta(facts, 'og:title'),
    meta(
      facts,
      'twitter:title',
      'dc.title',
      'dcterms.title',
      'parsely-title',
      'sailthru.title',
      'hdl',
      'citation_title',
      'headline',
    ),
    facts.title === '' ? undefined : facts.title,
  ].flatMap((title) => (title === undefined ? [] : [withoutSite(title, outlet, headings)]));
  const printed = headings
    .map((heading) => withoutSite(heading, outlet, []))
    .map((heading) => ({ heading, likeness: Math.max(0, ...told.map((title) => likeness(heading, title))) }))
    .filter(({ heading }) => !isSiteName(heading, outlet));
  const best = [...printed].sort((a, b) => b.likeness - a.likeness)[0];
  if (best && best.likeness >= LIKE) return withoutBadge(best.heading, told);
  return told[0] ?? headings.find((heading) => heading.length > 8) ?? headings[0];
}

/** The share of words that a heading and a title have to have in common for the heading to be the article's. */
const LIKE = 0.34;

/** How many of the words of the shorter of two titles stand in the longer, 0–1; a single word counts for little. */
function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const shorter = a.size < b.size ? a : b;
  const longer = shorter === a ? b : a;
  const shared = [...shorter].filter((word) => longer.has(word)).length;
  if (shared < 2 && longer.size > 2) return 0;
  return shared / Math.max(1, shorter.size);
}

function wordsOf(title: string): ReadonlySet<string> {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  // Scripts without spaces: letter pairs stand for words.
  if (words.length <= 3 && /[\u3040-\u9fff\uac00-\ud7af]/u.test(title))
    return new Set([...title].map((letter, i, all) => letter + (all[i + 1] ?? '')));
  return new Set(words.filter((word) => word.length > 2 || /\d/u.test(word)));
}

/** "Live Storm hits Nesse" → "Storm hits Nesse", where the page's head has it without the badge. */
function withoutBadge(heading: string, told: readonly string[]): string {
  for (const title of told) {
    const at = heading.indexOf(title);
    if (at < 0 || title.length < 12 || title.length === heading.length) continue;
    const rest = `${heading.slice(0, at)} ${heading.slice(at + title.length)}`.trim();
    if (isKicker(rest) || rest.split(/\s+/u).length <= 2) return title;
  }
  return heading;
}

function isSiteName(heading: string, outlet: string | undefined): boolean {
  return outlet !== undefined && bare(heading) !== '' && bare(outlet).includes(bare(heading));
}

/**
 * The outlet at the end of the page's title, after what the page has as a heading: "Pier closes - Nesse Gazette". A section
 * may stand there, too ("Politics"): what is no outlet by its name counts only where the address has it.
 */
export function outletInTitle({ title, headings }: PageFacts, host: string): string | undefined {
  const cuts = [...title.matchAll(SEPARATOR)];
  const last = cuts.at(-1);
  if (!last || !cuts.some((cut) => headings.includes(title.slice(0, cut.index).trim()))) return undefined;
  const tail = title.slice(last.index + last[0].length).trim();
  if (tail.length < 2 || tail.length > 60) return undefined;
  return OUTLET_ENDINGS.test(tail) || bare(host).includes(bare(tail)) ? tail : undefined;
}

/** What stands in a page's title between the headline and the outlet. */
const SEPARATOR = / (?:[|–—·»•:<]|-|::) |[｜：_]/gu;

/** "Title - Outlet" → "Title", where what follows the dash is the outlet or a heading ends before it. */
function withoutSite(title: string, outlet: string | undefined, headings: readonly string[]): string {
  const cut = [...title.matchAll(SEPARATOR)].at(-1);
  if (!cut || cut.index < 12) return title;
  const words = title.slice(0, cut.index).trim();
  const tail = title.slice(cut.index + cut[0].length).trim();
  if (tail.length < 2 || tail.length > 60) return title;
  const site = outlet === undefined ? '' : bare(outlet);
  const isSite = site !== '' && (site.includes(bare(tail)) || bare(tail).includes(site));
  if (headings.includes(words) || isSite || /[|｜]/u.test(title))
    return /\|/u.test(words) ? words.split(' |')[0]! : words;
  return title;
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
