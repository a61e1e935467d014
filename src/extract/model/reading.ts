import { type Range, RangeIndex } from '../../document/index.ts';
import { EncoderStates } from '../coreference/encoder-states.ts';
import type { Attribution, Prepared } from '../text/prepared.ts';
import { confidenceOf, type LinkedCue } from './confidence.ts';
import { type LabelledRun, labelRuns } from './crf.ts';
import { type Allowed, cueOfContents, sourceOfCues } from './links.ts';
import { type Name, namesIn, settled, withoutStorms } from './names.ts';
import type { Network, Scores, Tables } from './network.ts';
import { type Reach, reachIn } from './reach.ts';
import { sectionsOf } from './sections.ts';

const ROLES = ['source', 'cue', 'content'] as const;

/** An attribution with what the network knows of it. */
export interface ScoredAttribution extends Omit<Attribution, 'confidence' | 'by'> {
  readonly evidence: LinkedCue;
}

/** Words of saying and who says, without what is said. */
export type WordsOfSaying = Pick<Attribution, 'cue' | 'source'>;

/** What a network reads in a document. */
export interface Reading {
  readonly attributions: readonly ScoredAttribution[];
  /** Words of saying that no content was found for. */
  readonly silent: readonly WordsOfSaying[];
  readonly names: readonly Name[];
  readonly encoderStates: EncoderStates;
}

/**
 * Words → windows → scores → labelled runs → links.
 *
 * @param descriptions ranges whose words are traced beside those of names, pronouns and sources
 */
export async function readByNetwork(
  network: Network,
  prepared: Prepared,
  descriptions: readonly Range[] = [],
): Promise<Reading> {
  const reach = reachIn(prepared.document.text, prepared.sentences);
  const found: ScoredAttribution[] = [];
  const names: Name[] = [];
  const encoderStates = new EncoderStates();
  const described = new RangeIndex(descriptions, (range) => [range]);
  for await (const section of sectionsOf(network, prepared)) {
    const { words, scores } = section;
    const before = found.length;
    const range = ({ first, last }: LabelledRun): Range => ({ start: words[first]!.start, end: words[last - 1]!.end });
    const inWords = (reaches: Reach[keyof Reach]) => (run: LabelledRun, others: readonly LabelledRun[]) =>
      reaches(range(run), others.map(range));
    const allowed = { cuesOf: inWords(reach.cuesOf), sourcesOf: inWords(reach.sourcesOf) };
    for (const evidence of evidenceIn(network.tables, scores, allowed)) {
      found.push({
        content: evidence.contents.map(({ run }) => range(run)),
        cue: [range(evidence.cue)],
        source: evidence.source ? [range(evidence.source.run)] : [],
        evidence,
      });
    }
    names.push(...namesIn(network.tables, section));
    const sources = found.slice(before).flatMap(({ source }) => source);
    const own = described.near({ start: words[0]!.start, end: words.at(-1)!.end });
    encoderStates.add(words, scores.states, section.place, [...sources, ...own]);
  }
  return {
    attributions: found.filter(({ content }) => content.length > 0),
    silent: found.filter(({ content }) => content.length === 0).map(({ cue, source }) => ({ cue, source })),
    names: settled(prepared.document.text, withoutStorms(prepared.document.text, names)),
    encoderStates,
  };
}

/** An attribution as the later steps take it, with the confidence that its evidence gives. */
export function attributionOf({ tables }: Network, { evidence, ...spans }: ScoredAttribution): Attribution {
  return { ...spans, confidence: confidenceOf(tables.confidence, evidence) };
}

/** One piece of evidence a cue: the contents that belong to it, perhaps none, and its source. */
function evidenceIn(tables: Tables, scores: Scores, allowed: Readonly<Record<keyof Reach, Allowed>>): LinkedCue[] {
  const runs = labelRuns(tables.roles, scores.roles);
  const [sources, cues, contents] = ROLES.map((_, kind) => runs.filter((run) => run.kind === kind));
  const cueOf = cueOfContents(tables.links, scores, contents!, cues!, allowed.cuesOf);
  const sourceOf = sourceOfCues(tables.links, scores, cues!, sources!, allowed.sourcesOf);
  return cues!.map((cue, number) => {
    const own = contents!.flatMap((run, i) => {
      const link = cueOf[i];
      return link?.to === number ? [{ run, link }] : [];
    });
    const link = sourceOf[number];
    return { cue, contents: own, source: link && { run: sources![link.to]!, link } };
  });
}
