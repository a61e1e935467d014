import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document, Range } from '../../src/document/index.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { readArticles } from './corpora.ts';

/** An expression and the intervals it may mean (inclusive ISO dates); `optional`: it need not be found. */
export interface GoldDate extends Range {
  readonly means: readonly (readonly [string, string])[];
  readonly optional?: boolean;
}

/** Spans, each of which names the channel. */
export type GoldChannel = readonly Range[];

/** What must be equal; `counts` is a word of what is counted. */
export interface GoldFigure {
  readonly value: number;
  readonly upper?: number;
  readonly unit?: string;
  readonly currency?: string;
  readonly counts?: string;
  readonly bound?: string;
  readonly per?: string;
}

export interface GoldFacts {
  readonly dates: readonly GoldDate[];
  readonly channels: readonly GoldChannel[];
  readonly figures: readonly GoldFigure[];
}

/** A sentence and what should be found in it. */
export interface GoldCase<T> {
  /** "drawn" at random from real articles, or our "own". */
  readonly from: 'drawn' | 'own';
  readonly document: Document;
  readonly sentence: Range;
  readonly expected: T;
}

type Line = Readonly<Record<string, unknown>> & Range & { article?: string; text: string; published?: string };

/**
 * Reads the gold in `test/gold/facts/`. Our own sentences have their texts, drawn ones have offsets into the articles under
 * `data`; without the data they are left out.
 */
export function readGoldFacts<K extends keyof GoldFacts>(kind: K, data: string | undefined): GoldCase<GoldFacts[K]>[] {
  const gold = JSON.parse(readFileSync(join('test', 'gold', 'facts', `${kind}.json`), 'utf8')) as Record<
    string,
    Line[]
  >;
  const articles = new Map(data === undefined ? [] : readArticles(data).map((article) => [article.id, article]));
  const own = gold.own!.map((line) => ({
    from: 'own' as const,
    document: documentOf(line.text, { published: line.published ?? '2024-12-19' }),
    sentence: { start: 0, end: line.text.length },
    expected: line[kind] as GoldFacts[K],
  }));
  const drawn = gold.drawn!.flatMap((line) => {
    const article = articles.get(line.article!);
    if (!article) return [];
    const document = documentOf(article.text, { published: article.published });
    return [{ from: 'drawn' as const, document, sentence: line, expected: line[kind] as GoldFacts[K] }];
  });
  return [...drawn, ...own];
}
