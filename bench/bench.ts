import { join, resolve } from 'node:path';
import { Command } from 'commander';

/** A bench: where its data is in the data folder, and the function that measures and prints. */
interface Bench {
  readonly about: string;
  readonly data: string;
  readonly load: () => Promise<{ run: (data: string) => Promise<void> }>;
}

const BENCHES: Readonly<Record<string, Bench>> = {
  archive: {
    about: 'a WARC of 10,000 made-up pages: pages per second, and memory (build first)',
    data: resolve('samples'),
    load: () => import('./archive/archive.ts'),
  },
  article: {
    about: 'the statements of one real article, read from text, web page and PDF, against the gold in test/gold',
    data: 'articles',
    load: () => import('./article/article.ts'),
  },
  dates: {
    about:
      'date expressions of MEANTIME, Recognizers-Text and GUM: found, value right (ONRECORD_ERRORS=1 lists errors)',
    data: '.',
    load: () => import('./dates/dates.ts'),
  },
  digest: {
    about: 'digests of everything found in PolNeAR dev and BASIL; equal before and after a change that keeps results',
    data: '.',
    load: () => import('./digest/digest.ts'),
  },
  entities: {
    about: 'people and organisations across documents: B3 on MEANTIME; a record of 5,000 documents',
    data: '.',
    load: () => import('./entities/entities.ts'),
  },
  facts: {
    about: 'dates, channels and figures of our gold; figures by NewsQuant’s measure, and the cases of recognizers',
    data: '.',
    load: () => import('./facts/facts.ts'),
  },
  html: {
    about: 'F1 of article bodies, by four-word shingles',
    data: 'html-articles',
    load: () => import('./html/html.ts'),
  },
  kinds: {
    about: 'statements of our own short articles, by kind: British, court, headline, transcript and others',
    data: resolve('test', 'gold', 'kinds'),
    load: () => import('./kinds/kinds.ts'),
  },
  names: {
    about: 'names of people, organisations and places in GUM: F1 by genre',
    data: 'gum',
    load: () => import('./names/names.ts'),
  },
  news: {
    about: 'labelled articles of many outlets: found, right speaker, right date (ONRECORD_ERRORS=1 lists the errors)',
    data: 'news',
    load: () => import('./news/news.ts'),
  },
  pdf: {
    about: 'PDFs: words in order in layouts of our own (columns, transcripts, rotated pages …), pages per second',
    data: '.',
    load: () => import('./pdf/pdf.ts'),
  },
  peers: {
    about: 'the same articles in Onrecord, spaCy with textacy, and Stanford CoreNLP (bench/peers/setup.sh first)',
    data: 'polnear/dev',
    load: () => import('./peers/peers.ts'),
  },
  people: {
    about:
      'one person, one page: what stands as a person in a record of BASIL and is none, and pairs of names (ONRECORD_ERRORS=1)',
    data: '.',
    load: () => import('./people/people.ts'),
  },
  polnear: {
    about: 'statements of PolNeAR: found, content exact, source right; and the sentence protocol of CofeNet',
    data: 'polnear',
    load: () => import('./polnear/polnear.ts'),
  },
  positions: {
    about: 'the ranking of possible shifts of position: our own pairs, political inconsistency, campaign speeches',
    data: '.',
    load: () => import('./positions/positions.ts'),
  },
  read: {
    about:
      'our own files of every format read right, by what is looked at; the public files end in a document or a sentence',
    data: 'files',
    load: () => import('./read/read.ts'),
  },
  record: {
    about: 'a record of 100,000 statements: adding an article, coverage, utterances, audit, search; ten minutes or so',
    data: 'basil',
    load: () => import('./record/record.ts'),
  },
  scale: {
    about:
      'one process, two workers on Postgres, Spark with two executors; Postgres beside SQLite (build first); half an hour',
    data: 'basil',
    load: () => import('./scale/scale.ts'),
  },
  soak: {
    about:
      'watch over 50 outlets of our own that print 5,000 articles and misbehave, killed twenty times (build first); ten minutes',
    data: resolve('samples'),
    load: () => import('./soak/soak.ts'),
  },
  scans: {
    about:
      'scans of pages in seven layouts, recognised: words in order, marks, seconds a page (packages of docs/scans.md)',
    data: resolve('test', 'gold'),
    load: () => import('./scans/scans.ts'),
  },
  speakers: {
    about: 'resolving pronouns: F1 on GAP by gender, and the ratio of the two',
    data: '.',
    load: () => import('./speakers/speakers.ts'),
  },
  speed: {
    about: 'articles per second and peak memory of extract --ndjson, with one thread and two',
    data: 'polnear/dev',
    load: () => import('./speed/speed.ts'),
  },
  turns: {
    about:
      'turns of transcripts with the right speaker and all words: our own, speeches and debates (ONRECORD_ERRORS=1)',
    data: '.',
    load: () => import('./turns/turns.ts'),
  },
  utterances: {
    about: 'quotations of BASIL joined across outlets: recall, speakers of a sample, joins across events',
    data: 'basil',
    load: () => import('./utterances/utterances.ts'),
  },
  verify: {
    about: 'quotations of our own gold checked against a transcript of fifty pages, and how fast against 300',
    data: '.',
    load: () => import('./verify/verify.ts'),
  },
  web: {
    about:
      'the web app in Chromium over 100,000 statements: when each page is usable, how lists scroll, size of its script',
    data: 'basil',
    load: () => import('./web/web.ts'),
  },
};

const program = new Command('bench').description('Accuracy and speed, one bench a name.');
for (const [name, { about, data, load }] of Object.entries(BENCHES)) {
  program
    .command(name)
    .description(about)
    .option('--data <path>', 'folder of the data, of the same form', resolve(join('..', 'shared', 'data'), data))
    .action(async (options: { data: string }) => (await load()).run(resolve(options.data)));
}
await program.parseAsync();
