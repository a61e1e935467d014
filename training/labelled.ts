import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Label, type LabelledArticle, readLabelledArticles } from '../bench/news/articles.ts';
import { rangeOf } from '../bench/news/score.ts';
import type { DocumentDetails } from '../src/document/index.ts';
import type { Attribution } from '../src/extract/attribution.ts';
import { documentOf } from '../src/pipeline/filter.ts';

/** Our own labels of texts that others published: an article a line, without its text. */
const LABELS = join('training', 'labels', 'articles.jsonl');

interface Line {
  readonly id: string;
  /** The file of the text, from the folder of the data. */
  readonly source: string;
  /** Of the text as UTF-8, in hexadecimal digits. */
  readonly sha256: string;
  readonly statements: readonly Label[];
}

/** A text, and what its source tells of it. */
interface Text {
  readonly text: string;
  readonly details: DocumentDetails;
}

/**
 * The articles of `training/labels/` whose texts are among the data.
 *
 * @param data the folder with `news/`, `basil/`, `html-articles/` and `polnear/`
 * @throws Error where a text differs from the one that was labelled
 */
export function readOwnLabels(data: string): LabelledArticle[] {
  const raw = new Map(jsonLines<RawText>(join(data, 'news', 'raw.jsonl')).map((line) => [line.id, line]));
  const pages = readPages(join(data, 'html-articles', 'ground-truth.json'));
  return jsonLines<Line>(LABELS).flatMap(({ id, source, sha256, statements }): LabelledArticle[] => {
    const [folder, name] = source.split('/');
    const found =
      source === 'news/raw.jsonl'
        ? textOfRaw(raw.get(id))
        : folder === 'html-articles'
          ? textOfPage(pages[name!])
          : textOfFile(data, source);
    if (!found) return [];
    if (createHash('sha256').update(found.text).digest('hex') !== sha256)
      throw new Error(`${source}: the text of ${id} is not the one that was labelled`);
    return [{ id, document: documentOf(found.text, found.details), labels: statements }];
  });
}

/** The articles of a part: `train` is all that may be trained on, our own labels among them; `dev` is only to measure by. */
export function articlesOf(data: string, part: string): LabelledArticle[] {
  return [...readLabelledArticles(join(data, 'news'), part), ...(part === 'train' ? readOwnLabels(data) : [])];
}

/** The attribution that a label tells of, each part in the order of the text. */
export function attributionOf(label: Label): Attribution {
  const [content, cue, source] = [label.content, label.cue, label.source].map((runs) =>
    runs.map(rangeOf).sort((a, b) => a.start - b.start),
  );
  return { content: content!, cue: cue!, source: source!, class: label.class, confidence: 1 };
}

interface RawText extends DocumentDetails {
  readonly id: string;
  readonly text: string;
}

function textOfRaw(line: RawText | undefined): Text | undefined {
  if (!line) return undefined;
  const { id: _, text, ...details } = line;
  return { text: text.replace(/\n+$/u, ''), details };
}

/** The articles of web pages, by the page's name. */
type Pages = Readonly<Record<string, { readonly articleBody: string } | undefined>>;

function readPages(path: string): Pages {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Pages) : {};
}

function textOfPage(page: Pages[string]): Text | undefined {
  return page && { text: page.articleBody.replace(/\n+$/u, ''), details: {} };
}

interface BasilArticle {
  readonly title: string;
  readonly date: string;
  readonly 'body-paragraphs': readonly (readonly string[])[];
}

function textOfFile(data: string, source: string): Text | undefined {
  const path = join(data, source);
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path, 'utf8');
  if (!source.endsWith('.json')) {
    const published = /_(\d{4}-\d\d-\d\d)_/u.exec(basename(source))?.[1];
    return {
      text: bytes.replaceAll('\r\n', '\n').replace(/\n+$/u, ''),
      details: published === undefined ? {} : { published },
    };
  }
  const { title, date, 'body-paragraphs': paragraphs } = JSON.parse(bytes) as BasilArticle;
  const text = paragraphs.map((sentences) => sentences.join(' ')).join('\n\n');
  return { text: text.replace(/\n+$/u, ''), details: { title, published: date.slice(0, 10) } };
}

function jsonLines<Value>(path: string): Value[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Value);
}
