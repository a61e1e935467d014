import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** An article of BASIL or MEANTIME, as input for the program. */
export interface Article {
  /** "basil/2010/…_1", "meantime/airbus/100911_…". */
  readonly id: string;
  readonly text: string;
  /** `YYYY-MM-DD`. */
  readonly published: string;
}

/** The articles of both corpora, in the order of their names. */
export function readArticles(data: string): Article[] {
  const files = (folder: string, ending: string) =>
    readdirSync(join(data, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((entry) => readdirSync(join(data, folder, entry.name)).map((file) => join(folder, entry.name, file)))
      .filter((file) => file.endsWith(ending))
      .sort();
  return [
    ...files('basil', '.json').map((file) => readBasil(data, file)),
    ...files('meantime', '.xml').map((file) => readMeantime(data, file)),
  ];
}

function idOf(file: string): string {
  return file.replace(/\.\w+$/u, '').replaceAll('\\', '/');
}

/** BASIL (Fan et al. 2019): a JSON file an article; its paragraphs are lists of sentences. */
function readBasil(data: string, file: string): Article {
  const {
    title,
    date,
    'body-paragraphs': paragraphs,
  } = JSON.parse(readFileSync(join(data, file), 'utf8')) as {
    title: string;
    date: string;
    'body-paragraphs': string[][];
  };
  const text = [title, ...paragraphs.map((sentences) => sentences.join(' '))].join('\n\n');
  return { id: idOf(file), text, published: date };
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** MEANTIME (Minard et al. 2016): words in XML; the first sentence is the title, the second the date. */
function readMeantime(data: string, file: string): Article {
  const { text, sentences } = meantimeText(readFileSync(join(data, file), 'utf8'));
  const [, month = '', day = '', year = ''] = /^(\w+) (\d+), (\d{4})/u.exec(sentences[1] ?? '') ?? [];
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
  if (number === '00') throw new Error(`${basename(file)} has no date in its second sentence`);
  return { id: idOf(file), text, published: `${year}-${number}-${day.padStart(2, '0')}` };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const JOINED_BEFORE = /^(?:[.,;:!?%)\]”]|n't|'\w*)$/u;
const JOINED_AFTER = /^(?:[$£€([“]|US\$)$/u;

/** The corpus has words with XML entities, and quotation marks as treebanks write them. */
function wordOf(printed: string): string {
  return printed
    .replace(/&(\w+);/gu, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/^``$/u, '“')
    .replace(/^''$/u, '”');
}

/** The text of a MEANTIME article, with words spaced as in print, and the offset of each word. */
export function meantimeText(xml: string): {
  text: string;
  sentences: string[];
  starts: Map<string, number>;
  lengths: Map<string, number>;
} {
  let text = '';
  let before = '';
  const sentences: string[] = [];
  const starts = new Map<string, number>();
  const lengths = new Map<string, number>();
  for (const [, number, id, printed] of xml.matchAll(/<token number="\d+" sentence="(\d+)" t_id="(\d+)">([^<]*)</gu)) {
    const word = wordOf(printed!);
    const sentence = Number(number);
    const begins = sentences[sentence] === undefined;
    if (begins && sentence > 0) text += sentence <= 2 ? '\n\n' : ' ';
    else if (!begins && !JOINED_BEFORE.test(word) && !JOINED_AFTER.test(before)) text += ' ';
    starts.set(id!, text.length);
    lengths.set(id!, word.length);
    text += word;
    sentences[sentence] = begins ? word : `${sentences[sentence]} ${word}`;
    before = word;
  }
  return { text, sentences: sentences.map((words) => words.replace(/ ,/gu, ',')), starts, lengths };
}
