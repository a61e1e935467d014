/**
 * The first step of training: prepares the data with the program's own code, so that training sees the same words as the
 * program. Writes one JSON line per text, with its words, their kinds and their labels.
 *
 *     npm run training-texts -- --data ../shared/data --out FOLDER
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ChainedText, readChainedTexts } from '../bench/gum/chains.ts';
import { type NameSpan, readNamedTexts } from '../bench/gum/names.ts';
import { type LabelledArticle, readLabelledArticles } from '../bench/news/articles.ts';
import { rangeOf } from '../bench/news/score.ts';
import { readGold } from '../bench/polnear/standoff.ts';
import { type Passage, readGap } from '../bench/speakers/gap.ts';
import { compact, contains, type Range } from '../src/document/index.ts';
import { type Word, wordsOf } from '../src/extract/model/words.ts';
import { prepare } from '../src/extract/text/prepared.ts';
import { cueOf } from '../src/language/english/cues.ts';
import { GIVEN_NAMES } from '../src/language/english/gender.ts';
import { documentOf } from '../src/pipeline/filter.ts';
import { readMarked } from '../test/marked.ts';
import { readOwnLabels } from './labelled.ts';

/** Word numbers; `last` is exclusive. */
type WordSpan = [first: number, last: number];

interface Attribution {
  readonly content: readonly Range[];
  readonly cue: readonly Range[];
  readonly source: readonly Range[];
  /** Whether it was uttered, where the labels tell. */
  readonly class?: 'speech' | 'thought';
}

interface Line {
  readonly id: string;
  readonly set: string;
  readonly words: readonly string[];
  readonly kinds: readonly number[];
  /** Only where the text is our own. */
  readonly text?: string;
  readonly attributions?: readonly {
    readonly content: WordSpan[];
    readonly cue: WordSpan[];
    readonly source: WordSpan[];
    readonly class?: Attribution['class'];
  }[];
  readonly names?: readonly [first: number, last: number, type: string][];
}

/** The genres of GUM whose texts have a licence that allows any use, by its LICENSE.txt; the tagger learns names from them. */
const FREE_GENRES = new Set(['academic', 'bio', 'court', 'interview', 'news', 'voyage']);
/**
 * And those that the file does not list and the corpus's own page on licences does: vlogs and textbooks are under CC BY, so
 * are conversations, by courtesy of the Santa Barbara Corpus; speeches are in the public domain
 * (https://gucorpling.org/gum/papers.html).
 */
const FREE_FOR_CHAINS = new Set([...FREE_GENRES, 'conversation', 'speech', 'textbook', 'vlog']);

const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
if (!values.data || !values.out) throw new Error('Give --data FOLDER and --out FOLDER.');
const { data, out } = values;
/** Files of our own articles in which every statement inside another is marked. */
const THOROUGH = new Set(['commentary', 'constructions']);

mkdirSync(out, { recursive: true });

for (const part of ['train', 'dev']) {
  write(
    `polnear-${part}`,
    readGold(join(data, 'polnear', part)).map(({ name, text, attributions }) =>
      attributed(name, 'polnear', text, attributions),
    ),
  );
  write(
    `gum-${part}`,
    readNamedTexts(join(data, 'gum', part))
      .filter(({ genre }) => FREE_GENRES.has(genre))
      .map(({ name, text, names }) => named(name, text, names)),
  );
}
write(
  'own-train',
  readMarked(join('training', 'articles')).flatMap(({ kind, articles }) =>
    articles.flatMap(({ text, statements }, i) =>
      ownTexts(`${kind} ${i}`, 'own', text, statements, THOROUGH.has(kind)),
    ),
  ),
);
write(
  'news-train',
  readLabelledArticles(join(data, 'news'), 'train').flatMap((article) => labelled(article, 'news')),
);
write(
  'labels-train',
  readOwnLabels(data).flatMap((article) => labelled(article, 'labels')),
);
write(
  'chains',
  ['train', 'dev'].flatMap((part) =>
    readChainedTexts(join(data, 'ontogum', part))
      .filter(({ genre }) => FREE_FOR_CHAINS.has(genre))
      .map((text) => ({ ...chained(text), part })),
  ),
);
write('gap-validation', readGap(join(data, 'gap', 'gap-validation.tsv')).map(passage));
writeFileSync(join(out, 'given-names.json'), JSON.stringify(GIVEN_NAMES));
// Short texts of our own, for the cases that both languages must read alike.
write(
  'parity',
  readMarked(join('test', 'gold', 'kinds')).flatMap(({ articles }) =>
    articles
      .slice(0, 3)
      .map(({ text }, i) => ({ ...lineOf(`own ${i}`, 'own', wordsOf(prepare(documentOf(text)))), text })),
  ),
);

function attributed(id: string, set: string, text: string, attributions: readonly Attribution[]): Line {
  const words = wordsOf(prepare(documentOf(text)));
  const spans = (runs: readonly Range[]) => runs.flatMap((run) => wordSpan(words, run));
  return {
    ...lineOf(id, set, words),
    attributions: attributions.map(({ content, cue, source, class: uttered }) => ({
      content: spans(content),
      cue: spans(cue),
      source: spans(source),
      ...compact({ class: uttered }),
    })),
  };
}

function labelled({ id, document: { text }, labels }: LabelledArticle, set: string): Line[] {
  const statements = labels.map((label) => ({
    content: label.content.map(rangeOf),
    cue: label.cue.map(rangeOf),
    source: label.source.map(rangeOf),
    class: label.class,
  }));
  return ownTexts(id, set, text, statements, true);
}

function named(id: string, text: string, names: readonly NameSpan[]): Line {
  const words = wordsOf(prepare(documentOf(text)));
  return {
    ...lineOf(id, 'gum', words),
    names: names.flatMap((span) =>
      wordSpan(words, span).map(([first, last]): [number, number, string] => [first, last, span.type]),
    ),
  };
}

/** The mentions of a text, descriptions as far as their heads, each with the number of its entity; `says` where its head is the subject of a verb of saying. */
function chained({ name, genre, text, chains }: ChainedText) {
  const words = wordsOf(prepare(documentOf(text)));
  const mentions = chains.flatMap((chain, entity) =>
    chain.flatMap((mention) =>
      wordSpan(words, mention.form === 'nominal' ? { ...mention, end: mention.head.end } : mention).map(
        ([first, last]) => ({
          first,
          last,
          entity,
          form: mention.form,
          ...(mention.speaker ? { speaker: mention.speaker, partners: mention.partners } : {}),
          says: mention.relation.startsWith('nsubj') && cueOf(mention.governor)?.speech === true,
        }),
      ),
    ),
  );
  return { ...lineOf(name, 'ontogum', words), genre, mentions };
}

function passage({ text, pronoun, names }: Passage, number: number) {
  const words = wordsOf(prepare(documentOf(text)));
  return {
    ...lineOf(`gap ${number}`, 'gap', words),
    pronoun: wordSpan(words, pronoun)[0]![0],
    candidates: names.flatMap(({ range, meant }) =>
      wordSpan(words, range).map(([first, last]) => [first, last, meant]),
    ),
  };
}

/**
 * A text with its outermost statements, and for each content with statements inside it that content, without its
 * marks, as a text of its own: labels are flat, and the program reads contents a second time for what stands in them.
 *
 * @param thorough whether every statement inside another is marked: then long contents without any are texts too
 */
function ownTexts(
  id: string,
  set: string,
  text: string,
  statements: readonly Attribution[],
  thorough: boolean,
): Line[] {
  const holder = (inner: Attribution) =>
    statements
      .filter((other) => other !== inner)
      .flatMap((other) => other.content)
      .find((run) => [...inner.content, ...inner.cue].every((own) => contains(run, own)));
  const outer = statements.filter((statement) => !holder(statement));
  const long = outer.flatMap(({ content }) => content).filter(({ start, end }) => thorough && end - start > 40);
  const holders = new Set([...statements.flatMap((statement) => holder(statement) ?? []), ...long]);
  return [
    attributed(id, set, text, outer),
    ...[...holders].map((run) => {
      const inner = statements.filter((statement) => holder(statement) === run);
      const { start, end } = withoutMarks(text, run);
      const moved = (runs: readonly Range[]) => runs.map((run) => ({ start: run.start - start, end: run.end - start }));
      const own = inner.map(({ content, cue, source, ...rest }) => ({
        ...rest,
        content: moved(content),
        cue: moved(cue),
        source: moved(source),
      }));
      return attributed(`${id} inside`, set, text.slice(start, end), own);
    }),
  ];
}

function withoutMarks(text: string, { start, end }: Range): Range {
  return /^[“‘"'«]/u.test(text.slice(start, end)) ? { start: start + 1, end: end - 1 } : { start, end };
}

function lineOf(id: string, set: string, words: readonly Word[]): Line {
  return { id, set, words: words.map((word) => word.text), kinds: words.map((word) => word.kind) };
}

/** The words that a range of text touches: one span, or none. */
function wordSpan(words: readonly Word[], run: Range): WordSpan[] {
  const first = words.findIndex((word) => word.end > run.start && word.end > word.start);
  if (first < 0) return [];
  let last = first;
  while (last < words.length && words[last]!.start < run.end) last++;
  while (last > first && words[last - 1]!.start === words[last - 1]!.end) last--;
  return last > first ? [[first, last]] : [];
}

function write(name: string, lines: readonly Line[]): void {
  writeFileSync(join(out, `${name}.jsonl`), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  process.stdout.write(
    `${name}: ${lines.length} texts, ${lines.reduce((sum, line) => sum + line.words.length, 0)} words\n`,
  );
}
