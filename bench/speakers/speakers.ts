import { join } from 'node:path';
import { overlap, type Range } from '../../src/document/index.ts';
import { descriptionsIn } from '../../src/extract/coreference/noun-phrases.ts';
import { findReferences, type References } from '../../src/extract/coreference/resolve.ts';
import { chancesOf, type Form } from '../../src/extract/coreference/scores.ts';
import { entitiesOf } from '../../src/extract/mentions/entities.ts';
import type { Network } from '../../src/extract/model/network.ts';
import { readByNetwork } from '../../src/extract/model/reading.ts';
import { prepare } from '../../src/extract/text/prepared.ts';
import { cueOf } from '../../src/language/english/cues.ts';
import { extract } from '../../src/pipeline/extract.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { loadNetwork } from '../../src/pipeline/network.ts';
import { readArticles } from '../facts/corpora.ts';
import { type ChainedText, type ChainMention, readChainedTexts } from '../gum/chains.ts';
import { readGold } from '../polnear/standoff.ts';
import { type Counts, countsOf, f1, type Gender, type Passage, ratioInterval, readGap, sum } from './gap.ts';
import { namedShare, printGoldSpeakers } from './sources.ts';

/**
 * Resolving pronouns and descriptions. On GAP's development passages: F1 by gender, and the ratio of the two with its
 * interval: with the two names given, as the passages' own baselines have them, and with the names that the program
 * finds. On OntoGUM's development texts every pronoun and description that is the subject of a verb of saying.
 */
export async function run(data: string): Promise<void> {
  const network = await loadNetwork();
  const passages = readGap(join(data, 'gap', 'gap-development.tsv'));
  for (const [names, taken] of [
    ['the two names given', takenOfTwo],
    ['names as found', takenIn],
  ] as const) {
    const counts: Counts[] = [];
    for (const passage of passages) counts.push(countsOf(passage, await taken(network, passage)));
    printGap(passages, counts, names);
  }
  const tally = new Tally();
  for (const text of readChainedTexts(join(data, 'ontogum', 'dev'))) await countSayers(network, text, tally);
  process.stdout.write(`\nOntoGUM dev, subjects of verbs of saying\n${tally.table()}`);
  await printGoldSpeakers(network, data);
  for (const corpus of ['basil', 'polnear/dev']) {
    const texts =
      corpus === 'basil' ? readArticles(data).filter(({ id }) => id.startsWith('basil')) : readGold(join(data, corpus));
    let [all, named] = [0, 0];
    for (const { text } of texts) {
      const share = namedShare((await extract(documentOf(text))).statements);
      all += share.all;
      named += share.named;
    }
    process.stdout.write(
      `${corpus}: ${named} of ${all} statements with a source have a named or described speaker (${((100 * named) / all).toFixed(1)}%)\n`,
    );
  }
}

function printGap(passages: readonly Passage[], counts: readonly Counts[], names: string): void {
  const of = (gender: Gender) => counts.filter((_, i) => passages[i]!.gender === gender);
  const [feminine, masculine] = [of('feminine'), of('masculine')];
  const { meant, taken, right } = sum(counts);
  const [low, high] = ratioInterval(feminine, masculine);
  const [f, m] = [f1(sum(feminine)), f1(sum(masculine))];
  process.stdout.write(
    `GAP, ${names}: ${passages.length} passages, ${meant} names meant, ${taken} taken, ${right} right\n` +
      `  F1 ${f1(sum(counts)).toFixed(1)}: feminine ${f.toFixed(1)}, masculine ${m.toFixed(1)}; ratio ${(f / m).toFixed(3)}, 95% interval ${low.toFixed(3)}–${high.toFixed(3)}\n`,
  );
}

async function takenIn(network: Network, { text, pronoun, names }: Passage): Promise<boolean[]> {
  const references = await referencesIn(network, text, []);
  const mentions = references(pronoun)?.entity?.mentions ?? [];
  return names.map(({ range }) => mentions.some((mention) => overlap(mention, range) > 0));
}

/** Which of the two names the network resolves the pronoun to, if either, without other candidates. */
async function takenOfTwo(network: Network, { text, pronoun, names }: Passage): Promise<boolean[]> {
  const prepared = prepare(documentOf(text));
  const { encoderStates } = await readByNetwork(network, prepared, [pronoun, ...names.map(({ range }) => range)]);
  const mentioned = (range: Range, form: Form) => ({ form, lastWord: '', state: encoderStates.of(range)!, range });
  const asked = mentioned(pronoun, 'pronoun');
  const all = [asked, ...names.map(({ range }) => mentioned(range, 'name'))].sort(
    (a, b) => a.range.start - b.range.start,
  );
  const chances = await chancesOf(
    network,
    all,
    (mention) => mention === asked,
    (_, other) => other !== asked,
  );
  const { candidates, none } = chances.get(all.indexOf(asked))!;
  const [best, share] = [...candidates].sort((a, b) => b[1] - a[1])[0] ?? [-1, 0];
  return names.map(({ range }) => share > none && all[best]?.range === range);
}

async function referencesIn(network: Network, text: string, sources: readonly Range[]): Promise<References> {
  const prepared = prepare(documentOf(text));
  const descriptions = descriptionsIn(prepared.sentences);
  const read = await readByNetwork(network, prepared, [...sources, ...descriptions]);
  const entities = entitiesOf(prepared, read.names, sources);
  return await findReferences(network, prepared, entities, sources, descriptions, read.encoderStates);
}

/**
 * An antecedent is right if it is in the same chain; having none is right at the beginning of a chain. A pronoun can be the
 * antecedent of another: the entity is right, whether or not the text names it.
 */
async function countSayers(network: Network, { genre, text, chains }: ChainedText, tally: Tally): Promise<void> {
  const sayers = chains.flatMap((chain) => chain.filter(isSayer).map((mention) => ({ chain, mention })));
  const sources = sayers.map(({ mention }) => ({
    start: mention.start,
    end: mention.form === 'nominal' ? mention.head.end : mention.end,
  }));
  const references = await referencesIn(network, text, sources);
  for (const [i, { chain, mention }] of sayers.entries()) {
    const referent = references(sources[i]!);
    const places = referent?.entity?.mentions ?? [referent?.described ?? referent?.pronoun ?? []].flat();
    const others = chain.filter((other) => other !== mention);
    const right = referent
      ? others.some((other) => places.some((place) => overlap(place, other.head) > 0))
      : !others.some((other) => other.start < mention.start);
    const person = /^(?:i|we|you|me|us)$/iu.test(text.slice(mention.start, mention.end))
      ? 'I, we, you'
      : 'other pronouns';
    for (const name of [genre, 'all', mention.form === 'nominal' ? 'descriptions' : person]) tally.add(name, right);
  }
}

function isSayer({ form, governor, relation }: ChainMention): boolean {
  return form !== 'name' && relation.startsWith('nsubj') && cueOf(governor)?.speech === true;
}

class Tally {
  readonly #rows = new Map<string, { all: number; right: number }>();

  add(name: string, right: boolean): void {
    const row = this.#rows.get(name) ?? { all: 0, right: 0 };
    this.#rows.set(name, { all: row.all + 1, right: row.right + Number(right) });
  }

  table(): string {
    return [...this.#rows]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(
        ([name, { all, right }]) =>
          `${name.padEnd(15)} ${String(all).padStart(5)} ${((100 * right) / all).toFixed(1).padStart(6)}\n`,
      )
      .join('');
  }
}
