import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMarked } from '../../test/marked.ts';

/** A page in print: its words in reading order, and the HTML that prints them on paper of 8.5 × 11 inches. */
export interface PrintedPage {
  readonly name: string;
  readonly words: readonly string[];
  readonly html: string;
}

/** Dots to the inch that a browser prints at when nothing is scaled. */
export const BROWSER_DPI = 96;
export const PAPER = { width: 8.5 * BROWSER_DPI, height: 11 * BROWSER_DPI };

interface Story {
  readonly title: string;
  readonly byline: string;
  readonly paragraphs: readonly string[];
}

/** Pages in layouts that scans come in, of our own short articles and transcripts in `test/gold`. */
export function printedPages(gold: string): PrintedPage[] {
  const articles = readMarked(join(gold, 'kinds')).map(({ kind, articles }) => ({
    kind,
    paragraphs: articles.map(({ text }) => text.trim()),
  }));
  const of = (...kinds: string[]) =>
    articles.filter(({ kind }) => kinds.some((wanted) => kind.startsWith(wanted))).flatMap((one) => one.paragraphs);
  const hearing = readFileSync(join(gold, 'verify', 'hearing.txt'), 'utf8').split(/\n{2,}/u);
  const letters = readFileSync(join(gold, 'verify', 'letters.txt'), 'utf8').split(/\n{2,}/u);
  const story = (title: string, byline: string, paragraphs: readonly string[]): Story => ({
    title,
    byline,
    paragraphs: paragraphs.map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim()).filter((one) => one !== ''),
  });
  const press = story('Harbour company answers its neighbours', 'Nesse, 12 March 2025', of('release'));
  const sport = story('Late goal settles the cup final at Tarn', 'By Bram Corrie', of('sport', 'british'));
  const market = story('Mill owners expect a hard winter', 'By Edda Frost', of('business'));
  const court = story('Judge hears of a wall nobody owned', 'By Piers Ashby', of('court', 'mixed'));
  const council = story('Council counts the cost of the pier', 'By Lotte Wren', of('indirect', 'direct'));
  const note = story('To the editor', 'Saltby, 3 May 1987', letters);
  return [
    page('release', press, 'font: 11.5pt/1.4 serif', ''),
    page('columns-2', sport, 'font: 10pt/1.3 sans-serif', 'columns: 2; column-gap: 22pt'),
    page(
      'columns-3',
      court,
      'font: 9pt/1.25 serif; text-align: justify; hyphens: auto',
      'columns: 3; column-gap: 13pt',
    ),
    page(
      'columns-4',
      council,
      'font: 8.5pt/1.2 serif; text-align: justify; hyphens: auto',
      'columns: 4; column-gap: 11pt; column-rule: 0.5pt solid #333',
    ),
    page('transcript', story('Hearing, first day', 'Town hall', hearing.slice(2, 16)), 'font: 11pt/1.5 monospace', ''),
    page('letter', note, 'font: 10pt/1.45 monospace', ''),
    twoStories(market, sport),
  ];
}

function page(name: string, { title, byline, paragraphs }: Story, type: string, columns: string): PrintedPage {
  return {
    name,
    words: wordsOf([title, byline, ...paragraphs].join(' ')),
    html: sheet(type, `${head(title, byline)}<div style="${columns}">${bodyOf(paragraphs)}</div>`),
  };
}

/** A page with a story over two columns above one over three. */
function twoStories(first: Story, second: Story): PrintedPage {
  const [above, below] = [first.paragraphs.slice(0, 9), second.paragraphs.slice(0, 12)];
  const type = 'font: 9.5pt/1.25 serif; text-align: justify; hyphens: auto';
  return {
    name: 'two-stories',
    words: wordsOf([first.title, first.byline, ...above, second.title, second.byline, ...below].join(' ')),
    html: sheet(
      type,
      `${head(first.title, first.byline)}<div style="columns: 2; column-gap: 16pt">${bodyOf(above)}</div>
      <hr style="margin: 14pt 0">${head(second.title, second.byline)}<div style="columns: 3; column-gap: 14pt">${bodyOf(below)}</div>`,
    ),
  };
}

function sheet(type: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>
    body { margin: 0; padding: 0.8in; ${type}; color: #111; background: #fff }
    h1 { font-size: 2em; line-height: 1.15; margin: 0 0 6pt; text-align: left; hyphens: manual }
    p { margin: 0 0 6pt } .by { font-style: italic }
    </style><body>${body}</body></html>`;
}

function head(title: string, byline: string): string {
  return `<h1>${escaped(title)}</h1><p class="by">${escaped(byline)}</p>`;
}

function bodyOf(paragraphs: readonly string[]): string {
  return paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Words as they are compared: letters and digits, with what joins them inside. Case counts, marks around words do not. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*/gu) ?? [];
}
