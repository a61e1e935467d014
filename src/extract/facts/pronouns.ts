import { contains, type Range, type SpeakerType } from '../../document/index.ts';
import { type Cast, mentionsBefore } from './cast.ts';
import type { Mention } from './mentions.ts';
import { type Gender, genderOf } from './names.ts';
import type { Named } from './people.ts';

/** Who has spoken so far. */
export interface Spoken {
  /** Those who have spoken by name. */
  readonly spoke: ReadonlySet<Named>;
  /** Who spoke last, as far as the document names them, and where. */
  readonly last?: { readonly named?: Named; readonly at: number };
}

/** Whether one of a type and gender can be meant by a pronoun. */
export function fitsPronoun(type: SpeakerType | Mention['type'], gender: Gender | undefined, pronoun: string): boolean {
  if (/^(?:he|him|his)$/u.test(pronoun)) return (type === 'person' || type === 'anonymous') && gender !== 'female';
  if (/^(?:she|her)$/u.test(pronoun)) return (type === 'person' || type === 'anonymous') && gender !== 'male';
  if (/^(?:it|its)$/u.test(pronoun))
    return type === 'organisation' || type === 'publication' || type === 'document' || type === 'place';
  return type !== 'place';
}

/**
 * The named one that a pronoun stands for: agreement first, then who was mentioned first in this sentence or the
 * ones before it, and who spoke last. Scores are counted in sentences of distance.
 */
export function referentOf(cast: Cast, source: Range, pronoun: string, spoken: Spoken): Named | undefined {
  const near = cast.frames.near(source);
  const frame =
    near.find((candidate) => contains(candidate, source)) ?? near.find((candidate) => candidate.end > source.start);
  const before = mentionsBefore(cast, source.start);
  const at = frame ? cast.numbers.get(frame)! : (cast.mentions[before - 1]?.mention.frame ?? 0);
  let best: { named: Named; score: number } | undefined;
  // From the first mention within reach to the last, so that of equals the later wins.
  let from = before;
  while (from > 0 && at - cast.mentions[from - 1]!.mention.frame <= REACH) from--;
  for (const { mention, named } of cast.mentions.slice(from, before)) {
    if (!fitsPronoun(named.type, named.gender, pronoun)) continue;
    const score = salience(spoken, named, mention, at - mention.frame, pronoun);
    if (!best || score >= best.score) best = { named, score };
  }
  return best?.named;
}

/** How many sentences back a pronoun reaches. */
const REACH = 6;

function salience({ last, spoke }: Spoken, named: Named, mention: Mention, distance: number, pronoun: string): number {
  const gendered = named.gender !== undefined || genderOf(named.name.split(' ')[0]!) !== undefined ? 0.5 : 0;
  const subject = mention.first ? 1.5 : 0;
  const spokeLast = last?.named === named && mention.start >= last.at - 400 ? 1.5 : 0;
  const known = gendered > 0 || named.roles.length > 0 || named.name.includes(' ') || mention.acts || spoke.has(named);
  const doubtful = named.type === 'person' && (mention.located || !known) ? -2.5 : 0;
  const plural = /^they|their$/u.test(pronoun) && named.type === 'person' ? -2 : 0;
  return subject + spokeLast + gendered + plural + doubtful - distance;
}
