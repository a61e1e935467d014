import { contains, type Range } from '../../../document/index.ts';
import type { NamedEntity } from '../../mentions/cluster.ts';
import { type Candidate, identityOf } from '../candidates.ts';
import { mentionsAround, type PlacedMention } from '../layout.ts';
import type { Setting } from './setting.ts';

/** A candidate beside the statement that it may have said. */
export interface Considered {
  readonly candidate: Candidate;
  readonly identity: NamedEntity | string;
  /** The candidate where it has a name. */
  readonly entity: NamedEntity | undefined;
  /** The name, or the description. */
  readonly name: string;
  readonly type: string;
  /** Roles as printed; of a description the description. */
  readonly roles: readonly string[];
  /** All mentions, and those around the statement. */
  readonly everywhere: readonly PlacedMention[];
  readonly mentions: readonly PlacedMention[];
  /** Of those around the ones outside quotations, and the ones in the source's phrase. */
  readonly printed: readonly PlacedMention[];
  readonly inSource: readonly PlacedMention[];
  /** The last mention before the source, and where that, or the description, begins. */
  readonly before: PlacedMention | undefined;
  readonly beforeStart: number | undefined;
  /** Of the statements before, the place of the last that it said; -1 for none. */
  readonly lastTurn: number;
  readonly turns: number;
}

export function consider(setting: Setting, candidate: Candidate): Considered {
  const { context, layout, start } = setting;
  const { source, spoken } = setting.moment;
  const identity = identityOf(candidate);
  const entity = candidate.kind === 'entity' ? candidate.entity : undefined;
  const speaker = candidate.kind === 'entity' || candidate.kind === 'nobody' ? undefined : candidate.speaker;
  const everywhere = entity ? layout.mentionsOf.get(entity)! : [];
  const mentions = mentionsAround(everywhere, start);
  const printed = mentions.filter(({ isQuoted }) => !isQuoted);
  const before = printed.findLast(({ mention }) => mention.end <= start);
  const phrase = source?.phrase;
  const spokenBy = spoken.map((one) => one.identity === identity);
  return {
    candidate,
    identity,
    entity,
    name: entity?.name ?? speaker?.name ?? '',
    type: entity?.type ?? speaker?.type ?? 'unknown',
    roles: entity ? [...entity.roles, context.appositionRole(entity) ?? ''] : speaker ? [speaker.name] : [],
    everywhere,
    mentions,
    printed,
    inSource: phrase ? mentions.filter(({ mention }) => contains(phrase, mention)) : [],
    before,
    beforeStart: before?.mention.start ?? startBefore(describedAt(candidate), start),
    lastTurn: spokenBy.lastIndexOf(true),
    turns: spokenBy.filter(Boolean).length,
  };
}

/** Where somebody without a name is described. */
function describedAt(candidate: Candidate): Range | undefined {
  return candidate.kind === 'described' || candidate.kind === 'own' ? candidate.range : undefined;
}

function startBefore(range: Range | undefined, place: number): number | undefined {
  return range && range.end <= place ? range.start : undefined;
}

/** The words of a name in small letters, without marks of abbreviation; one empty word for no name. */
export function namePartsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/\s+/u)
    .map((word) => word.replace(/[.’']/gu, ''));
}
