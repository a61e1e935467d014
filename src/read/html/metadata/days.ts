import { MONTH_BEGINNINGS } from '../../../language/english/calendar.ts';
import { tidy } from '../../assemble.ts';
import { parsePublished } from '../../published.ts';
import type { PageFacts } from './facts.ts';

/** When an article was published, and when it was changed last. */
export interface Days {
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
}

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'article:published',
  'article:publish_date',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'published',
  'parsely-pub-date',
  'sailthru.date',
  'article.published',
  'published-date',
  'published_time',
  'publication_date',
  'publication-date',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'originalpublicationdate',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'date',
  'displaydate',
  'ptime',
  'creation_date',
  'pdate',
  'dat',
  'article_date_original',
  'rbpubdate',
  'article.created',
  'timestamp',
  'release_date',
  'article:published_date',
  'mediator_published_time',
  'bt:pubdate',
  'og:pubdate',
  'date_published',
];
const MODIFIED = [
  'article:modified_time',
  'og:article:modified_time',
  'og:updated_time',
  'og:modified_time',
  'datemodified',
  'lastmod',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
  'article.updated',
  'cxenseparse:recs:modifiedtime',
  'modified',
  'moddate',
  'revision_date',
  'utime',
  'article:updated_time',
  'updated',
  'bt:moddate',
];

/** Dates from the structured data, the head, elements called so, lines under the headline, and the address. */
export function daysOf(facts: PageFacts, address: string | undefined): Days {
  const { article } = facts;
  const inMeta = (names: readonly string[]) => first(names.flatMap((name) => facts.metas.get(name) ?? []));
  const shown = shownDays(facts);
  const modified = first([article?.dateModified]) ?? inMeta(MODIFIED) ?? shown.modified;
  const published =
    first([article?.datePublished, article?.dateCreated, article?.uploadDate]) ??
    inMeta(PUBLISHED) ??
    shown.published ??
    dayInAddress(facts, address);
  return { published, modified: modified !== undefined && isBefore(modified, published) ? undefined : modified };
}

function first(values: readonly unknown[]): string | undefined {
  for (const value of values) {
    const date = typeof value === 'string' ? dateIn(value) : undefined;
    if (date !== undefined) return date;
  }
  return undefined;
}

/** A date as printed, also by year, month and day in figures: "2025/3/12", "2025年3月12日". The clock of no system began before 1971. */
function dateIn(value: string): string | undefined {
  const date = parsePublished(
    value.replace(
      /\b(\d{4})[./年]\s?(\d{1,2})[./月]\s?(\d{1,2})(?!\d)日?/u,
      (_, ...figures) =>
        `${[figures[0], ...figures.slice(1, 3).map((figure: string) => figure.padStart(2, '0'))].join('-')} `,
    ),
  );
  return date === undefined || /^19(?:69-12-31|70-01-0)/u.test(date) ? undefined : date;
}

/** A change before the publication is the clock of another system. */
function isBefore(modified: string, published: string | undefined): boolean {
  return published !== undefined && modified.slice(0, 10) < published.slice(0, 10);
}

const CHANGED = /updat|modif|edit(?:ed)?\b|revis|correct|last/iu;

/** Dates that the page prints, each told apart by what it is called or what stands before it. */
function shownDays({ dates, headLines }: PageFacts): Days {
  const marked = dates.slice(0, 60).map((element) => {
    const marks = `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''}`;
    const text = tidy(element.textContent ?? '');
    const before =
      tidy(element.previousSibling?.textContent ?? '').slice(-30) ||
      tidy(element.parentElement?.firstChild?.textContent ?? '').slice(0, 30);
    const date =
      first([
        element.getAttribute('datetime'),
        element.getAttribute('content'),
        element.getAttribute('title')?.slice(0, 60),
        element.getAttribute('data-datetime'),
      ]) ??
      stamp(element) ??
      (text.length < 100 ? dateIn(withoutLabel(text)) : undefined);
    return { date, isChange: CHANGED.test(marks) || CHANGED.test(text.slice(0, 30)) || CHANGED.test(before) };
  });
  const lines = headLines
    .filter((line) => line.length < 100 && /\d/u.test(line))
    .map((line) => ({ date: dateIn(withoutLabel(line)), isChange: CHANGED.test(line.slice(0, 20)) }));
  const known = [...marked, ...lines].filter(({ date }) => date !== undefined);
  const published = known.find(({ isChange }) => !isChange)?.date;
  const modified = known.find(({ isChange }) => isChange)?.date;
  return { published: published ?? modified, ...(published ? { modified } : {}) };
}

/** Milliseconds or seconds since 1970, as scripts keep them. */
function stamp(element: Element): string | undefined {
  const value = /^\d{10}(?:\d{3})?$/u.exec(
    element.getAttribute('data-timestamp') ??
      element.getAttribute('timestamp') ??
      element.getAttribute('data-epoch') ??
      '',
  )?.[0];
  if (!value) return undefined;
  return new Date(Number(value) * (value.length === 10 ? 1000 : 1)).toISOString().slice(0, 19).concat('Z');
}

function withoutLabel(words: string): string {
  return words.replace(
    /^(?:first |originally |last )?(?:published|posted|updated|modified|created|date)(?: on| at)?:?\s*/iu,
    '',
  );
}

const MONTHS = [...MONTH_BEGINNINGS];

/** /2024/12/19/, /2024/dec/19/, /20241219/, /2024-12-19-title in the address. */
function dayInAddress({ canonical, metas }: PageFacts, known: string | undefined): string | undefined {
  for (const address of [canonical, metas.get('og:url')?.[0], known]) {
    const path = address?.replace(/^https?:\/\/[^/]*/u, '').split(/[?#]/u)[0] ?? '';
    const figures = /(?:^|[/_-])((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?([0-2]\d|3[01])(?=[/_.-]|$)/u.exec(path);
    if (figures) return parsePublished(`${figures[1]}-${figures[2]}-${figures[3]}`);
    const named = /\/((?:19|20)\d\d)\/([a-z]{3})\/(\d{1,2})\//u.exec(path);
    const month = named ? MONTHS.indexOf(named[2]!) + 1 : 0;
    if (named && month > 0)
      return parsePublished(`${named[1]}-${String(month).padStart(2, '0')}-${named[3]!.padStart(2, '0')}`);
  }
  return undefined;
}
