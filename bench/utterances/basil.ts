import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Range } from '../../src/document/index.ts';

/** An article of BASIL with the event that it reports and who printed it. */
export interface EventArticle {
  /** "2010/…_1" */
  readonly name: string;
  readonly event: string;
  readonly outlet: string;
  readonly published: string;
  readonly title: string;
  readonly text: string;
}

/** BASIL (Fan et al. 2019), the three articles of each of its events, in the order of their names. */
export function readEvents(folder: string): EventArticle[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => join(name, file)))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const article = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string> & {
        readonly 'body-paragraphs': string[][];
      };
      const text = [article.title, ...article['body-paragraphs'].map((sentences) => sentences.join(' '))].join('\n\n');
      return {
        name: file.replace(/\.json$/u, '').replaceAll('\\', '/'),
        event: article['triplet-uuid']!,
        outlet: article.source!,
        published: article.date!,
        title: article.title!,
        text,
      };
    });
}

/** Text between double quotation marks, paragraph by paragraph, whatever it is for; without the marks. */
export function quotedIn(text: string): Range[] {
  const found: Range[] = [];
  let at = 0;
  for (const paragraph of text.split('\n')) {
    for (const match of paragraph.matchAll(/“([^“”]+)(?:”|$)|"([^"]+)(?:"|$)/gu)) {
      const start = at + match.index + 1;
      found.push({ start, end: start + (match[1] ?? match[2]!).length });
    }
    at += paragraph.length + 1;
  }
  return found;
}
