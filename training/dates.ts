/**
 * Questions of the day of statements whose own sentence tells none, with the answers of labelled articles: what the choice of
 * days is trained on, in the form of `choices.ts`.
 *
 *     npm run training-dates -- --data ../shared/data --out FILE [--part train]
 */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Label, type LabelledArticle, readLabelledArticles } from '../bench/news/articles.ts';
import { RangeIndex } from '../src/document/index.ts';
import type { Attribution } from '../src/extract/attribution.ts';
import { CARRIED_FEATURES, carriedCandidates, carriedFeatures } from '../src/extract/facts/dates/carried.ts';
import type { DateExpression } from '../src/extract/facts/dates/dates.ts';
import { datingOf } from '../src/extract/facts/said.ts';
import { contextOf, placesOf } from '../src/extract/statements.ts';
import { prepare } from '../src/extract/text/prepared.ts';
import { withSpeakers } from '../src/read/turns/turns.ts';
import { attributionOf } from './labelled.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string' }, part: { type: 'string', default: 'train' } },
});
if (!values.data || !values.out) throw new Error('Give --data FOLDER and --out FILE.');

const out = createWriteStream(values.out);
out.write(`${JSON.stringify({ features: CARRIED_FEATURES })}\n`);
// Our own labels carry a day less far than those that are measured on, so that they would teach to tell fewer.
for (const article of readLabelledArticles(join(values.data, 'news'), values.part)) write(article);
out.end();

function write({ id, document, labels }: LabelledArticle): void {
  const prepared = prepare(withSpeakers(document));
  const labelled = labels
    .map((label): [Attribution, Label] => [attributionOf(label), label])
    .sort(([a], [b]) => a.content[0]!.start - b.content[0]!.start);
  const attributions = labelled.map(([attribution]) => attribution);
  const places = new RangeIndex(attributions, placesOf);
  const contexts = attributions.map((attribution) => contextOf(attribution, prepared.sentenceIndex, places));
  const names = labels.map(({ speaker, description }) => speaker ?? description ?? '');
  const dating = datingOf(prepared, attributions, contexts, names);
  const carried: (DateExpression | undefined)[] = [];
  for (const [index, [, { n, said, class: uttered }]] of labelled.entries()) {
    const own = dating.own[index];
    if (own) {
      carried.push(own);
      continue;
    }
    const candidates = carriedCandidates(dating, index);
    const rows = carriedFeatures(dating, index, candidates, carried);
    const right = said
      ? [...candidates.keys()].filter((i) => isDay(candidates[i]!.expression, said))
      : [candidates.length];
    const row = { article: id, pass: 'labelled', n, named: said !== null, class: uttered, right, rows };
    out.write(`${JSON.stringify(row)}\n`);
    carried.push(candidates[right[0] ?? -1]?.expression);
  }
}

function isDay({ earliest, latest }: DateExpression, said: string): boolean {
  return earliest?.slice(0, said.length) === said && latest?.slice(0, said.length) === said;
}
