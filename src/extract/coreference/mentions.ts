import { compact, contains, overlap, type Range, RangeIndex } from '../../document/index.ts';
import { REFERRING } from '../../language/english/pronouns.ts';
import { alternation } from '../../language/words.ts';
import type { Attribution } from '../attribution.ts';
import type { NamedEntity } from '../mentions/cluster.ts';
import type { DocumentEntities } from '../mentions/entities.ts';
import type { EncoderStates } from '../model/encoder-states.ts';
import type { Prepared } from '../text/prepared.ts';
import type { Form, ScorableMention, Turn } from './scores.ts';

/** A name, a description or a pronoun whose encoder state is known. */
export interface ReferringMention extends ScorableMention, Range {
  readonly text: string;
  /** Of a name, whom it names. */
  readonly entity?: NamedEntity;
}

const PRONOUN = new RegExp(`(?<![\\p{L}’'])${alternation(REFERRING)}(?!\\p{L})`, 'giu');

/** The names, descriptions and pronouns of a document of which the encoder's states were kept, in the order of the text. */
export function referringMentions(
  { document, turns }: Pick<Prepared, 'document' | 'turns'>,
  { mentions: names }: DocumentEntities,
  descriptions: readonly Range[],
  encoderStates: EncoderStates,
): ReferringMention[] {
  const { text } = document;
  const turnAt = turnFinder(turns);
  const mentionAt = ({ start, end }: Range, form: Form, entity?: NamedEntity): ReferringMention[] => {
    const state = encoderStates.of({ start, end });
    if (!state) return [];
    const printed = text.slice(start, end);
    const lastWord = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]*$/u.exec(printed)![0].toLowerCase();
    const turn = turnAt({ start, end });
    return [{ start, end, text: printed, lastWord, form, state, ...compact({ turn, entity }) }];
  };
  const named = names.flatMap(({ mention, entity }) => mentionAt(mention, 'name', entity));
  const pronouns = Array.from(text.matchAll(PRONOUN), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  return [
    ...named,
    ...pronouns.flatMap((range) => mentionAt(range, 'pronoun')),
    ...nominals(descriptions, named, pronouns).flatMap((range) => mentionAt(range, 'nominal')),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The descriptions that hold no name, stand right before none, and are no pronouns; one at a place, the first. */
function nominals(descriptions: readonly Range[], names: readonly Range[], pronouns: readonly Range[]): Range[] {
  const nameIndex = new RangeIndex(names, (name) => [name]);
  const isPronoun = new Set(pronouns.map(({ start, end }) => `${start}-${end}`));
  const taken = new Set<number>();
  return descriptions.filter(({ start, end }) => {
    const touchesName = nameIndex
      .near({ start, end })
      .some((name) => overlap(name, { start, end }) > 0 || name.start === end + 1);
    if (touchesName || taken.has(start) || isPronoun.has(`${start}-${end}`)) return false;
    taken.add(start);
    return true;
  });
}

/** Finds the turn of a transcript in which a range stands. */
function turnFinder(turns: readonly Attribution[]): (range: Range) => Turn | undefined {
  const speakers = turns.map(({ speaker }) => speaker?.name ?? '');
  const numbered = turns.map(({ content }, i) => {
    const speaker = speakers[i]!;
    const isOther = (other: string) => other !== speaker;
    const partners = [speakers.slice(0, i).findLast(isOther), speakers.slice(i + 1).find(isOther)];
    const turn: Turn = { speaker, partners: [...new Set(partners.filter((partner) => partner !== undefined))] };
    return { content, turn };
  });
  const index = new RangeIndex(numbered, ({ content }) => content);
  return (range) => index.near(range).find(({ content }) => content.some((part) => contains(part, range)))?.turn;
}
