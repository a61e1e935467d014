import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { overlap, type Statement } from '../../src/document/index.ts';
import type { Attribution } from '../../src/extract/attribution.ts';
import { descriptionsIn } from '../../src/extract/coreference/noun-phrases.ts';
import { findReferences } from '../../src/extract/coreference/resolve.ts';
import { entitiesOf } from '../../src/extract/mentions/entities.ts';
import type { Network } from '../../src/extract/model/network.ts';
import { readByNetwork } from '../../src/extract/model/reading.ts';
import { statementsOf } from '../../src/extract/statements.ts';
import { prepare } from '../../src/extract/text/prepared.ts';
import { extract } from '../../src/pipeline/extract.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { type GoldArticle, readGold } from '../polnear/standoff.ts';

/** The speaker of an attribution in PolNeAR's `dev`, checked by hand. Any of the names is right; an empty one means nobody. */
interface GoldSpeaker {
  readonly article: string;
  readonly attribution: number;
  readonly names: readonly string[];
}

/**
 * Speakers of 200 attributions that have a source, drawn by `mulberry32(4)` from all of `polnear/dev` in the order of the
 * files: of all, given the corpus's own spans, and of those that the program finds by itself.
 */
export async function printGoldSpeakers(network: Network, data: string): Promise<void> {
  const gold = JSON.parse(readFileSync(join('test', 'gold', 'speakers.json'), 'utf8')) as GoldSpeaker[];
  const articles = new Map(readGold(join(data, 'polnear', 'dev')).map((article) => [article.name, article]));
  const read = new Map<string, { given: (Statement | undefined)[]; found: readonly Statement[] }>();
  const tally = { given: 0, found: 0, right: 0 };
  const wrong: string[] = [];
  for (const { article: name, attribution, names } of gold) {
    const article = articles.get(name)!;
    if (!read.has(name)) read.set(name, await speakersIn(network, article));
    const { given, found } = read.get(name)!;
    const spans = article.attributions[attribution]!;
    const said = given[attribution]?.speaker.name ?? '';
    if (isOneOf(names, said)) tally.given++;
    else wrong.push(`  ${names[0] || 'nobody'}, not ${said || 'nobody'}`);
    const own = found.find(
      ({ content, source }) =>
        content.some((run) => spans.content.some((other) => overlap(run, other) > 0)) &&
        source.some((run) => spans.source.some((other) => overlap(run, other) > 0)),
    );
    if (own) tally.found++;
    if (own && isOneOf(names, own.speaker.name)) tally.right++;
  }
  const share = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)}%)`;
  process.stdout.write(
    `\nPolNeAR dev, speakers checked by hand: right ${share(tally.given, gold.length)} given the spans; ` +
      `of those found with their source ${share(tally.right, tally.found)}\n${wrong.join('\n')}\n`,
  );
}

function isOneOf(names: readonly string[], name: string): boolean {
  const plain = (printed: string) =>
    printed
      .toLowerCase()
      .replace(/^(?:the|an?)\s/u, '')
      .replace(/[’']/gu, "'")
      .trim();
  return names.some((one) => plain(one) === plain(name));
}

/** The statements that the corpus's spans give, by the number of the attribution, and those that the program finds. */
async function speakersIn(network: Network, { text, attributions }: GoldArticle) {
  const document = documentOf(text);
  const prepared = prepare(document);
  const spans = attributions
    .map((gold): Attribution => ({ ...gold, class: 'speech', confidence: 1 }))
    .filter(({ content }) => content.length > 0);
  const sources = spans.flatMap(({ source }) => source);
  const descriptions = descriptionsIn(prepared.sentences);
  const { names, encoderStates } = await readByNetwork(network, prepared, [...descriptions, ...sources]);
  const entities = entitiesOf(prepared, names, sources);
  const ordered = [...spans].sort((a, b) => a.content[0]!.start - b.content[0]!.start);
  const references = await findReferences(network, prepared, entities, sources, descriptions, encoderStates);
  const statements = statementsOf(prepared, ordered, entities, references, network.choices);
  const given = attributions.map((gold) => statements[ordered.findIndex(({ content }) => content === gold.content)]);
  return { given, found: (await extract(document)).statements };
}

/** The share of statements in PolNeAR and BASIL whose speaker has a name or a description. */
export function namedShare(statements: readonly Statement[]): { all: number; named: number } {
  const sourced = statements.filter(({ source }) => source.length > 0);
  const named = sourced.filter(({ speaker }) => speaker.name !== '' && !PRONOUN.test(speaker.name));
  return { all: sourced.length, named: named.length };
}

const PRONOUN = /^(?:he|she|they|it|him|her|his|their|i|we|you|who|which|that|one)$/iu;
