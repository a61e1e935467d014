import { type Range, RangeIndex, type StatementClass } from '../../document/index.ts';
import type { Attribution, CueWithSource } from '../attribution.ts';
import type { Prepared } from '../text/prepared.ts';
import { confidenceOf, featuresOf, type LinkedRuns } from './confidence.ts';
import { type LabelledRun, labelRuns } from './crf.ts';
import { EncoderStates } from './encoder-states.ts';
import { type Allowed, cueOfContents, sourceOfCues } from './links.ts';
import { type Name, namesIn, settled, withoutStorms } from './names.ts';
import type { Network, Tables } from './network.ts';
import { type Reach, reachIn } from './reach.ts';
import { type Section, sectionsOf } from './sections.ts';

const ROLES = ['source', 'cue', 'content'] as const;

/** An attribution with the features that its confidence is computed from. */
interface ScoredAttribution extends Attribution {
  /** Those of `featuresOf`. */
  readonly features: readonly number[];
}

/** What the network reads in a document. */
export interface Reading {
  readonly attributions: readonly ScoredAttribution[];
  /** Cues that no content was found for. */
  readonly cuesWithoutContent: readonly CueWithSource[];
  readonly names: readonly Name[];
  readonly encoderStates: EncoderStates;
}

/**
 * Words → windows → scores → labelled runs → links → attributions.
 *
 * @param descriptions ranges whose encoder states are kept beside those of names, pronouns and sources
 */
export async function readByNetwork(
  network: Network,
  prepared: Prepared,
  descriptions: readonly Range[] = [],
): Promise<Reading> {
  const { text } = prepared.document;
  const reach = reachIn(text, prepared.sentences);
  const attributions: ScoredAttribution[] = [];
  const cuesWithoutContent: CueWithSource[] = [];
  const names: Name[] = [];
  const encoderStates = new EncoderStates();
  const descriptionIndex = new RangeIndex(descriptions, (range) => [range]);
  for await (const section of sectionsOf(network, prepared)) {
    const { words, scores, place } = section;
    const sources: Range[] = [];
    for (const runs of linkedRunsIn(network.tables, section, reach)) {
      const { content, cue, source } = spansOf(section, runs);
      sources.push(...source);
      if (content.length === 0) {
        cuesWithoutContent.push({ cue, source });
        continue;
      }
      const features = featuresOf(runs);
      const confidence = confidenceOf(network.tables.confidence, features);
      attributions.push({ content, cue, source, class: classOf(scores, runs.cue), confidence, features });
    }
    names.push(...namesIn(network.tables, section));
    const described = descriptionIndex.near({ start: words[0]!.start, end: words.at(-1)!.end });
    encoderStates.add(words, scores.states, place, [...sources, ...described]);
  }
  return { attributions, cuesWithoutContent, names: settled(text, withoutStorms(text, names)), encoderStates };
}

function classOf({ thought }: Section['scores'], cue: LabelledRun): StatementClass {
  return thought[cue.first]! > 0 ? 'thought' : 'speech';
}

/** Where a labelled run stands in the text. */
function rangeOf({ words }: Section, { first, last }: LabelledRun): Range {
  return { start: words[first]!.start, end: words[last - 1]!.end };
}

function spansOf(
  section: Section,
  { cue, contents, source }: LinkedRuns,
): Pick<Attribution, 'content' | 'cue' | 'source'> {
  return {
    content: contents.map(({ run }) => rangeOf(section, run)),
    cue: [rangeOf(section, cue)],
    source: source ? [rangeOf(section, source.run)] : [],
  };
}

/** For each cue of a section the contents that belong to it, perhaps none, and its source. */
function linkedRunsIn(tables: Tables, section: Section, reach: Reach): LinkedRuns[] {
  const { scores } = section;
  const inWords =
    (reaches: Reach[keyof Reach]): Allowed =>
    (run, others) =>
      reaches(
        rangeOf(section, run),
        others.map((other) => rangeOf(section, other)),
      );
  const runs = labelRuns(tables.roles, scores.roles);
  const [sources, cues, contents] = ROLES.map((_, kind) => runs.filter((run) => run.kind === kind));
  const cueOf = cueOfContents(tables.links, scores, contents!, cues!, inWords(reach.cuesOf));
  const sourceOf = sourceOfCues(tables.links, scores, cues!, sources!, inWords(reach.sourcesOf));
  return cues!.map((cue, number) => {
    const linked = contents!.flatMap((run, i) => {
      const link = cueOf[i];
      return link?.to === number ? [{ run, link }] : [];
    });
    const link = sourceOf[number];
    return { cue, contents: linked, source: link && { run: sources![link.to]!, link } };
  });
}
