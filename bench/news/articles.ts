import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/document/index.ts';
import { documentOf } from '../../src/pipeline/filter.ts';

/** Start and end in UTF-16 units, as `Range`, in the labels' own form. */
export type LabelledRun = readonly [start: number, end: number];

/** A statement as a reader labelled it by `GUIDE.md`. */
export interface Label {
  readonly n: number;
  readonly content: readonly LabelledRun[];
  readonly source: readonly LabelledRun[];
  readonly cue: readonly LabelledRun[];
  /** The fullest name that the article gives; joint speakers with " + " between them; null where it names nobody. */
  readonly speaker: string | null;
  readonly type: string;
  /** In the article's words, where there is no name. */
  readonly description: string | null;
  readonly class: 'speech' | 'thought';
  /** A day, a month or a year as ISO 8601; null where the article does not tell. */
  readonly said: string | null;
  readonly channel: string | null;
}

/** An article with its labels. */
export interface LabelledArticle {
  readonly id: string;
  readonly outlet?: string;
  readonly document: Document;
  readonly labels: readonly Label[];
}

interface Line {
  readonly id: string;
  readonly part: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly text: string;
}

/** The labelled articles of one part, "dev" or "train", of a folder with `articles.jsonl` and `labels/`. */
export function readLabelledArticles(folder: string, part: string): LabelledArticle[] {
  return readFileSync(join(folder, 'articles.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
    .filter((article) => article.part === part && existsSync(labelsOf(folder, article.id)))
    .map(({ id, text, outlet, ...details }) => ({
      id,
      ...(outlet ? { outlet } : {}),
      document: documentOf(text, { ...details, ...(outlet ? { outlet } : {}) }),
      labels: JSON.parse(readFileSync(labelsOf(folder, id), 'utf8')) as Label[],
    }));
}

function labelsOf(folder: string, id: string): string {
  return join(folder, 'labels', `${id}.json`);
}
