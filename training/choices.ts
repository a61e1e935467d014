/**
 * Questions of who says a statement, with the answers of labelled articles: what the choice of speakers is trained on. One
 * JSON line a statement, with the features of each candidate and the numbers of those that are right.
 *
 *     npm run training-choices -- --data ../shared/data --out FILE [--part train|dev|templates]
 */
import { createWriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Label } from '../bench/news/articles.ts';
import { isSpeakerOf, pairs, rangeOf } from '../bench/news/score.ts';
import type { Document, Speaker, Statement } from '../src/document/index.ts';
import type { Attribution } from '../src/extract/attribution.ts';
import { findAttributions } from '../src/extract/attributions.ts';
import { descriptionsIn } from '../src/extract/coreference/noun-phrases.ts';
import { findReferences } from '../src/extract/coreference/resolve.ts';
import { entitiesOf } from '../src/extract/mentions/entities.ts';
import type { Candidate } from '../src/extract/speakers/candidates.ts';
import { type DocumentContext, documentContext } from '../src/extract/speakers/context.ts';
import { speakerOfEntity } from '../src/extract/speakers/described.ts';
import { Discourse } from '../src/extract/speakers/discourse.ts';
import { FEATURES, featuresOf } from '../src/extract/speakers/features/features.ts';
import { layoutOf } from '../src/extract/speakers/layout.ts';
import { parentsOf } from '../src/extract/statements.ts';
import { prepare } from '../src/extract/text/prepared.ts';
import { documentOf } from '../src/pipeline/filter.ts';
import { loadNetwork } from '../src/pipeline/network.ts';
import { withSpeakers } from '../src/read/turns/turns.ts';
import type { MarkedText } from '../test/marked.ts';
import { articlesOf, attributionOf } from './labelled.ts';
import { filledTemplates } from './speakers/templates.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string' }, part: { type: 'string', default: 'train' } },
});
if (!values.data || !values.out) throw new Error('Give --data FOLDER and --out FILE.');

const NO_LABEL: Omit<Label, 'n' | 'speaker' | 'type'> = {
  content: [],
  source: [],
  cue: [],
  description: null,
  class: 'speech',
  said: null,
  channel: null,
};

const network = await loadNetwork();
const out = createWriteStream(values.out);
out.write(`${JSON.stringify({ features: FEATURES })}\n`);
if (values.part === 'train' || values.part === 'templates')
  for (const [i, text] of filledTemplates().entries()) await writeTemplate(i, text);
for (const article of articlesOf(values.data, values.part)) {
  const labelled = article.labels
    .map((label): Labelled => [attributionOf(label), label])
    .sort(([a], [b]) => a.content[0]!.start - b.content[0]!.start || b.content.at(-1)!.end - a.content.at(-1)!.end);
  const reading = await readOf(article.document, labelled);
  await write(article.id, reading, 'labelled', labelled);
  const { attributions } = reading.attributed;
  const found = pairs(
    attributions.map(({ content }) => content),
    article.labels.map(({ content }) => content.map(rangeOf)),
  );
  const labels = new Map([...found].map(([label, i]) => [i, article.labels[label]!]));
  const paired = attributions.map((attribution, i): Labelled => [attribution, labels.get(i)]);
  await write(article.id, reading, 'found', paired);
}
out.end();

/** A filled template: its speakers are known to the letter. */
async function writeTemplate(number: number, { text, statements }: MarkedText): Promise<void> {
  const labelled = statements
    .filter(({ content }) => content.length > 0)
    .map(
      ({ speaker, ...runs }, n): Labelled => [
        { ...runs, class: 'speech', confidence: 1 },
        { ...NO_LABEL, n, speaker: speaker ?? null, type: speaker ? 'exact' : 'unknown' },
      ],
    )
    .sort(([a], [b]) => a.content[0]!.start - b.content[0]!.start);
  await write(`template ${number}`, await readOf(documentOf(text), labelled), 'labelled', labelled);
}

type Labelled = readonly [Attribution, Label | undefined];

/** What the program reads in a document, with what is known of the sources that are labelled in it. */
async function readOf(document: Document, labelled: readonly Labelled[]) {
  const prepared = prepare(withSpeakers(document));
  const descriptions = descriptionsIn(prepared.sentences);
  const sources = labelled.flatMap(([{ source }]) => source);
  return {
    prepared,
    descriptions,
    attributed: await findAttributions(prepared, [...descriptions, ...sources], network),
  };
}

async function write(
  id: string,
  { prepared, descriptions, attributed }: Awaited<ReturnType<typeof readOf>>,
  pass: string,
  labelled: readonly Labelled[],
): Promise<void> {
  const attributions = labelled.map(([attribution]) => attribution);
  const sources = attributions.flatMap(({ source }) => source);
  const entities = entitiesOf(prepared, attributed.names, sources);
  const references = await findReferences(network, prepared, entities, sources, descriptions, attributed.encoderStates);
  const context = documentContext(prepared, entities, references);
  const layout = layoutOf(prepared, context);
  const discourse = new Discourse(context, attributions, parentsOf(attributions));
  for (const [index, [attribution, label]] of labelled.entries()) {
    if (!label || attribution.by === 'label') continue;
    const { moment, candidates } = discourse.question(index);
    const right = rightOf(context, candidates, label);
    const rows = featuresOf(context, layout, moment, candidates).map((row) =>
      row.map((value) => Math.round(value * 1e4) / 1e4),
    );
    out.write(
      `${JSON.stringify({ article: id, pass, n: label.n, named: label.speaker !== null, class: label.class, right, rows })}\n`,
    );
    const chosen = candidates[right[0] ?? -1];
    if (chosen) discourse.answer(index, chosen, speakerOf(context, chosen));
  }
}

/** The numbers of the candidates that are right: those with a name if any is. */
function rightOf(context: DocumentContext, candidates: readonly Candidate[], label: Label): number[] {
  const isRight = (speaker: Speaker) =>
    label.type === 'exact'
      ? plain(speaker.name) === plain(label.speaker!)
      : isSpeakerOf({ speaker } as Statement, label);
  const right = [...candidates.keys()].filter((i) => isRight(speakerOf(context, candidates[i]!)));
  const named = right.filter((i) => candidates[i]!.kind === 'entity');
  return named.length > 0 ? named : right;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/^the\s+/u, '');
}

function speakerOf(context: DocumentContext, candidate: Candidate): Speaker {
  if (candidate.kind === 'entity') return speakerOfEntity(context, candidate.entity, 'named');
  return candidate.kind === 'nobody' ? { name: '', type: 'unknown', basis: 'none' } : candidate.speaker;
}
