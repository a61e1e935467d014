import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { launch } from '../../test/web/browser.ts';
import { type MadeArticle, madeArticles } from '../made/articles.ts';

/** A page of print of our own making. */
export interface Layout {
  readonly name: string;
  readonly pdf: Uint8Array;
  /** Its words in the order in which they are to be read, without running heads, line numbers and the like. */
  readonly source: string;
}

const FOLDER = join(import.meta.dirname, 'layouts');

/**
 * The layouts of `layouts/`, printed by Chromium. In their pages `{paragraphs 4}`, `{words 40}`, `{title}`, `{byline}` and
 * `{published}` stand for invented text, `{numbers 25}` for the numbers of lines; what bears `data-beside` is no part of the text.
 */
export async function printLayouts(): Promise<Layout[]> {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const layouts: Layout[] = [];
    for (const file of readdirSync(FOLDER).sort()) {
      await page.setContent(filled(readFileSync(join(FOLDER, file), 'utf8'), layouts.length));
      const source = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const words: string[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          if (!node.parentElement!.closest('[data-beside]')) words.push(node.nodeValue!);
        return words.join(' ');
      });
      const isBrowserPrint = (await page.locator('[data-print-header]').count()) > 0;
      const pdf = await page.pdf(
        isBrowserPrint
          ? { displayHeaderFooter: true, margin: { top: '50px', bottom: '50px' } }
          : { preferCSSPageSize: true },
      );
      layouts.push({ name: basename(file, '.html'), pdf, source: source.replaceAll(SOFT_HYPHEN, '') });
    }
    return layouts;
  } finally {
    await browser.close();
  }
}

const SOFT_HYPHEN = '\u00ad';

/** A layout with invented text in its places, the same each time for a seed. */
function filled(html: string, seed: number): string {
  const articles = madeArticles(1000, seed);
  const paragraphs = paragraphsOf(articles);
  const next = (): MadeArticle => articles.next().value!;
  const hyphenated = html.includes('data-hyphens') ? withSoftHyphens : (words: string) => words;
  return html.replace(/\{(\w+)(?: (\d+))?\}/gu, (_, what: string, count: string) => {
    const many = Array.from({ length: Number(count ?? 1) }, (_, i) => i + 1);
    if (what === 'numbers') return `<div class="n" data-beside>${many.join('\n')}</div>`;
    if (what === 'paragraphs') return many.map(() => `<p>${hyphenated(paragraphs.next().value!)}</p>`).join('\n');
    if (what === 'words') return wordsFrom(paragraphs, many.length);
    return String(next()[what as 'title' | 'byline' | 'published']);
  });
}

function* paragraphsOf(articles: Iterable<MadeArticle>): Generator<string, string> {
  for (const article of articles) yield* article.paragraphs;
  return '';
}

function wordsFrom(paragraphs: Iterator<string>, count: number): string {
  const words: string[] = [];
  while (words.length < count) words.push(...(paragraphs.next().value as string).split(' '));
  return `${words
    .slice(0, count)
    .join(' ')
    .replace(/[,.“”]+$/u, '')}.`;
}

/** Places between two consonants where a line may divide a word. */
function withSoftHyphens(words: string): string {
  return words.replace(/(?<=\p{L}{2}[aeiou][bcdfglmnprst])(?=[bcdfghlmnprst][aeiou])/gu, SOFT_HYPHEN);
}
