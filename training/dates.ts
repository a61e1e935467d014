/**
 * Questions of the day of statements, with the answers of labelled articles: what the choice of days is trained on, in the
 * form of `choices.ts`. With --held the questions of the second reading, which knows what the first one thought: FOLDER holds
 * what `choices.py --held` wrote, trees for each article that have not seen it.
 *
 *     npm run training-dates -- --data ../shared/data --out FILE [--part train|dev] [--held FOLDER]
 */
import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { LabelledArticle } from '../bench/news/articles.ts';
import { type Document, RangeIndex } from '../src/document/index.ts';
import type { Attribution } from '../src/extract/attribution.ts';
import { firstQuestions, SECOND_FEATURES, secondQuestions } from '../src/extract/facts/dates/choose.ts';
import { datingOf, type NamedDay } from '../src/extract/facts/dates/dating.ts';
import { FEATURES } from '../src/extract/facts/dates/day-features.ts';
import type { Trees } from '../src/extract/model/trees.ts';
import { contextOf, placesOf } from '../src/extract/statements.ts';
import { prepare } from '../src/extract/text/prepared.ts';
import { documentOf } from '../src/pipeline/filter.ts';
import { withSpeakers } from '../src/read/turns/turns.ts';
import { type DatedText, filledDayTemplates } from './days/templates.ts';
import { articlesOf, attributionOf } from './labelled.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string' },
    part: { type: 'string', default: 'train' },
    held: { type: 'string' },
  },
});
if (!values.data || !values.out) throw new Error('Give --data FOLDER and --out FILE.');

/** Trees that have not seen some articles. */
interface HeldTrees extends Trees {
  readonly held: readonly string[];
}

const heldTrees = values.held === undefined ? undefined : readHeld(values.held);
const out = createWriteStream(values.out);
out.write(`${JSON.stringify({ features: heldTrees ? SECOND_FEATURES : FEATURES })}\n`);
if (values.part === 'train') for (const [i, text] of filledDayTemplates().entries()) writeTemplate(i, text);
for (const article of articlesOf(values.data, values.part)) writeArticle(article);
out.end();

/** What is asked of a statement's day, with the answer. */
interface Answer {
  readonly n: number;
  readonly speaker: string;
  readonly said: string | null;
}
type Labelled = readonly [attribution: Attribution, answer: Answer];

function writeArticle({ id, document, labels }: LabelledArticle): void {
  write(
    id,
    document,
    labels.map((label): Labelled => {
      const { n, speaker, description, said } = label;
      return [attributionOf(label), { n, speaker: speaker ?? description ?? '', said }];
    }),
  );
}

function writeTemplate(number: number, { marked, published, days }: DatedText): void {
  const statements = marked.statements.map(({ speaker = '', ...runs }, n): Labelled => {
    return [
      { ...runs, class: 'speech', confidence: 1 },
      { n, speaker, said: days[n] ?? null },
    ];
  });
  write(`template ${number}`, documentOf(marked.text, { published }), statements);
}

function write(article: string, printed: Document, statements: readonly Labelled[]): void {
  const document = withSpeakers(printed);
  const prepared = prepare(document);
  const labelled = [...statements].sort(([a], [b]) => a.content[0]!.start - b.content[0]!.start);
  const attributions = labelled.map(([attribution]) => attribution);
  const places = new RangeIndex(attributions, placesOf);
  const contexts = attributions.map((attribution) => contextOf(attribution, prepared.sentenceIndex, places));
  const dating = datingOf(
    prepared,
    attributions,
    contexts,
    labelled.map(([, { speaker }]) => speaker),
  );
  const first = firstQuestions(dating);
  const questions = heldTrees ? secondQuestions(dating, first, treesOf(article)) : first;
  for (const [index, [attribution, { n, said }]] of labelled.entries()) {
    const { candidates, rows } = questions[index]!;
    if (candidates.length === 0) continue;
    const right = said ? [...candidates.keys()].filter((i) => isDay(candidates[i]!, said)) : [candidates.length];
    const rounded = rows.map((row) => row.map((value) => Math.round(value * 1e4) / 1e4));
    out.write(
      `${JSON.stringify({ article, pass: 'labelled', n, named: said !== null, class: attribution.class, right, rows: rounded })}\n`,
    );
  }
}

function isDay({ earliest, latest }: NamedDay, said: string): boolean {
  return earliest.slice(0, said.length) === said && latest.slice(0, said.length) === said;
}

function readHeld(folder: string): HeldTrees[] {
  return readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as HeldTrees);
}

function treesOf(article: string): Trees {
  return heldTrees!.find(({ held }) => held.includes(article)) ?? heldTrees![0]!;
}
