/**
 * Whom the pronouns and descriptions of labelled news mean: the sources of statements with the names of their speakers, in the
 * form of the texts with chains that `prepare.ts` writes. The antecedent scores learn from both. Names are those that the
 * shipped network finds.
 *
 *     npm run training-references -- --data ../shared/data --out FILE
 */
import { createWriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Label, LabelledArticle } from '../bench/news/articles.ts';
import { isSpeakerOf, rangeOf } from '../bench/news/score.ts';
import { contains, overlap, type Range, type Statement } from '../src/document/index.ts';
import { findAttributions } from '../src/extract/attributions.ts';
import { descriptionsIn } from '../src/extract/coreference/noun-phrases.ts';
import { type EntityMention, entitiesOf } from '../src/extract/mentions/entities.ts';
import { wordsOf } from '../src/extract/model/words.ts';
import { prepare } from '../src/extract/text/prepared.ts';
import { REFERRING } from '../src/language/english/pronouns.ts';
import { loadNetwork } from '../src/pipeline/network.ts';
import { withSpeakers } from '../src/read/turns/turns.ts';
import { articlesOf } from './labelled.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
if (!values.data || !values.out) throw new Error('Give --data FOLDER and --out FILE.');

const PRONOUNS = new Set<string>(REFERRING);

const network = await loadNetwork();
const out = createWriteStream(values.out);
for (const article of articlesOf(values.data, 'train')) out.write(`${JSON.stringify(await chained(article))}\n`);
out.end();

/** An article with the mentions of each of its entities that are known: names, and sources without one. */
async function chained({ id, document: printed, labels }: LabelledArticle) {
  const document = withSpeakers(printed);
  const prepared = prepare(document);
  const descriptions = descriptionsIn(prepared.sentences);
  const sources = labels.flatMap(({ source }) => source.map(rangeOf));
  const { names } = await findAttributions(prepared, [...descriptions, ...sources], network);
  const named = entitiesOf(prepared, names, sources);
  const words = wordsOf(prepared);
  const mentions = [
    ...named.mentions.map(({ mention, entity }) => ({ range: mention, entity: entity.name, form: 'name' })),
    ...labels.flatMap((label) => referring(label, named.mentions, descriptions, document.text)),
  ];
  return {
    id,
    set: 'news',
    genre: 'labelled news',
    part: 'train',
    words: words.map(({ text }) => text),
    kinds: words.map(({ kind }) => kind),
    mentions: mentions
      .sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
      .flatMap(({ range, entity, form }) => {
        const inside = [...words.keys()].filter((i) => overlap(words[i]!, range) > 0);
        return inside.length === 0 ? [] : [{ first: inside[0]!, last: inside.at(-1)! + 1, entity, form, says: true }];
      }),
  };
}

/** The sources of a label that are pronouns or descriptions, the latter as far as their heads. */
function referring(label: Label, names: readonly EntityMention[], descriptions: readonly Range[], text: string) {
  const speaker = names.find(({ entity }) => isSpeakerOf({ speaker: entity } as unknown as Statement, label));
  const entity = speaker?.entity.name ?? `unnamed: ${label.speaker ?? label.description}`;
  return label.source.map(rangeOf).flatMap((source) => {
    if (names.some(({ mention }) => overlap(mention, source) > 0)) return [];
    const range = { start: source.start, end: source.end };
    if (PRONOUNS.has(text.slice(range.start, range.end).toLowerCase())) return [{ range, entity, form: 'pronoun' }];
    const head = descriptions.find((one) => one.start === range.start && contains(range, one));
    return head ? [{ range: head, entity, form: 'nominal' }] : [];
  });
}
