import { contains } from '../../../document/index.ts';
import { anchorOf } from '../../attribution.ts';
import type { NamedEntity } from '../../mentions/cluster.ts';
import { isWord } from '../../text/sentences.ts';
import { longerWords } from '../beside-names.ts';
import type { DocumentContext } from '../context.ts';
import { type Layout, mentionsAround, type PlacedMention } from '../layout.ts';
import type { Moment } from '../moment.ts';
import type { Phrase } from '../phrases.ts';
import {
  authorOf,
  entityAtHead,
  entityByRole,
  entityInApposition,
  organisationByNoun,
  outletBefore,
} from '../source-entities.ts';

/** What features are computed from that does not change with the candidate. */
export interface Setting {
  readonly context: DocumentContext;
  readonly layout: Layout;
  readonly moment: Moment;
  /** Where the source begins, or what stands for it. */
  readonly start: number;
  readonly sentence: number;
  readonly block: number;
  /** Whom each of `WAYS` finds for the source's phrase; empty without one. */
  readonly ways: readonly (NamedEntity | undefined)[];
  /** The chances of whom the source refers to; undefined where references tell nothing of it. */
  readonly shares: ReadonlyMap<NamedEntity | string, number> | undefined;
  /** The entities that the source's phrase names. */
  readonly inSource: readonly NamedEntity[];
  /** The words of the source's phrase. */
  readonly words: readonly string[];
  /** The longer of them. */
  readonly longer: readonly string[];
  /** Mentions in the same sentence, those in quotations left out. */
  readonly here: readonly PlacedMention[];
  readonly nearest: PlacedMention | undefined;
  readonly nearestPerson: PlacedMention | undefined;
  /** The last mention before of a body, an outlet, a place. */
  readonly nearestBody: PlacedMention | undefined;
  readonly nearestOutlet: PlacedMention | undefined;
  readonly nearestPlace: PlacedMention | undefined;
}

/** The ways in which words alone tell whom a source means. */
const WAYS = [entityAtHead, entityInApposition, outletBefore, organisationByNoun, entityByRole, authorOf];

/** What is the same for all candidates of an attribution. */
export function settingOf(context: DocumentContext, layout: Layout, moment: Moment): Setting {
  const { attribution, source } = moment;
  const phrase = source?.phrase;
  const { start } = source?.range ?? anchorOf(attribution);
  const sentence = layout.sentenceAt(start);
  const around = mentionsAround(layout.mentions, start);
  const before = around.filter(({ mention, isQuoted }) => mention.end <= start && !isQuoted);
  const lastOf = (type: NamedEntity['type']) => before.findLast(({ entity }) => entity.type === type);
  return {
    context,
    layout,
    moment,
    start,
    sentence,
    block: layout.blockAt(start),
    ways: phrase ? WAYS.map((find) => find(context, phrase)) : [],
    shares: sharesOf(context, moment),
    inSource: phrase
      ? context.entitiesNear(phrase).filter(({ mentions }) => mentions.some((mention) => contains(phrase, mention)))
      : [],
    words: phrase ? wordsOf(phrase) : [],
    longer: phrase ? [...new Set(longerWords(context.document.text.slice(phrase.start, phrase.end)))] : [],
    here: around.filter((mention) => mention.sentence === sentence && !mention.isQuoted),
    nearest: before.at(-1),
    nearestPerson: lastOf('person'),
    nearestBody: lastOf('organisation'),
    nearestOutlet: lastOf('publication'),
    nearestPlace: lastOf('place'),
  };
}

function sharesOf({ document, references }: DocumentContext, { source }: Moment): Setting['shares'] {
  const referent = source && references(source.range);
  if (!referent) return undefined;
  const shares = new Map<NamedEntity | string, number>();
  const { entity, described, share, others } = referent;
  if (entity) shares.set(entity, share);
  else if (described) shares.set(document.text.slice(described.start, described.end).toLowerCase(), share);
  for (const other of others) shares.set(other.entity, other.share);
  return shares;
}

function wordsOf({ items }: Phrase): string[] {
  return items.flatMap((item) => (isWord(item) && /\p{L}/u.test(item.text) ? [item.lower.replace(/[.’']/gu, '')] : []));
}
