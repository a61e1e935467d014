import type { Range } from '../../../document/index.ts';
import { contains } from '../../../document/index.ts';
import { flag, NONE } from '../../model/feature-numbers.ts';
import { isAcronym, isNounAfter, isNounBefore, isOwner } from '../beside-names.ts';
import type { Layout, PlacedMention } from '../layout.ts';
import type { Phrase } from '../phrases.ts';
import { nounOf } from '../traits.ts';
import { type Considered, namePartsOf } from './considered.ts';
import type { Setting } from './setting.ts';

/** Where a candidate is named in the phrase of the source, and beside the words of it elsewhere. */
export function phraseFeatures(setting: Setting, considered: Considered) {
  const { context, layout, moment, sentence, words, longer } = setting;
  const { entity, name, mentions, everywhere, inSource } = considered;
  const { text } = context.document;
  const phrase = moment.source?.phrase;
  const head = phrase?.items[phrase.head];
  const parts = namePartsOf(name);
  const inPhrase = (holds: (phrase: Phrase, mention: Range) => boolean) =>
    phrase ? flag(inSource.some(({ mention }) => holds(phrase, mention))) : NONE;
  const beside = (isBeside: typeof isNounBefore) =>
    phrase ? mentions.filter(({ mention }) => isBeside(text, mention, phrase.noun)).length : NONE;
  return {
    'in source': inSource.length,
    'at head': flag(head !== undefined && mentions.some(({ mention }) => contains(mention, head))),
    'source start': inPhrase(
      ({ start }, mention) => text.slice(start, mention.start).replace(/^the\s+/iu, '').length === 0,
    ),
    'source whole': inPhrase(({ start, end }, mention) => mention.end - mention.start >= end - start - 4),
    'before head': head ? inPhrase((_, mention) => mention.end <= head.start) : NONE,
    'after comma': inPhrase(({ start }, mention) => text.slice(start, mention.start).includes(',')),
    'name overlap': words.length > 0 ? words.filter((word) => parts.includes(word)).length / words.length : NONE,
    acronym: phrase ? flag(isAcronym(text.slice(phrase.start, phrase.end), name)) : NONE,
    'noun before': beside(isNounBefore),
    'noun after': beside(isNounAfter),
    owner: inSource.length > 0 ? flag(inSource.some(({ mention }) => isOwner(text, mention))) : NONE,
    'noun after in source':
      inSource.length > 0 ? Math.max(...inSource.map(({ mention }) => nounAfter(text, mention, phrase!))) : NONE,
    'words beside': entity && longer.length > 0 ? besideShare(layout, everywhere, sentence, longer) : NONE,
  };
}

/** What kind of noun follows a mention in the phrase of a source: "the [Clinton] campaign". */
function nounAfter(text: string, { end }: Range, phrase: Range): number {
  const next = /^(?:[’']s?)?\s+(\p{Ll}[\p{L}-]*)/u.exec(text.slice(end, phrase.end))?.[1];
  return next === undefined ? NONE : nounOf(next);
}

/** Mentions of somebody, from the first, beside which the words of a source are looked for. */
const INTRODUCTIONS = 3;

/** How many of a source's longer words stand beside the first mentions of somebody in other sentences. */
function besideShare(
  layout: Layout,
  mentions: readonly PlacedMention[],
  sentence: number,
  words: readonly string[],
): number {
  const others: PlacedMention[] = [];
  for (const one of mentions) {
    if (others.length === INTRODUCTIONS) break;
    if (one.sentence !== sentence) others.push(one);
  }
  return words.filter((word) => others.some((one) => layout.wordsBeside(one).has(word))).length / words.length;
}

/** Whether words alone, or references, tell that the source means a candidate. */
export function wayFeatures({ ways, shares }: Setting, { entity, identity }: Considered) {
  const found = ways.map((way) => flag(entity !== undefined && way === entity));
  const [head = 0, apposition = 0, outlet = 0, noun = 0, role = 0, author = 0] = found;
  return {
    'at head way': head,
    'apposition way': apposition,
    'outlet way': outlet,
    'noun way': noun,
    'role way': role,
    'author way': author,
    share: shares?.get(identity) ?? 0,
  };
}
