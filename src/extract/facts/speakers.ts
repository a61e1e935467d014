import {
  contains,
  type Document,
  type Range,
  RangeIndex,
  type Speaker,
  type SpeakerType,
  spanOf,
} from '../../document/index.ts';
import { WRITTEN_SOURCES } from '../cues.ts';
import { type Item, isWord, lowerOf } from '../print/frames.ts';
import { isComma, isNounish, isPreposition, isRelative } from '../print/item-kinds.ts';
import type { Token } from '../print/tokens.ts';
import { tokenize } from '../print/tokens.ts';
import type { LabelledSpans } from '../tagger.ts';
import type { Cast } from './cast.ts';
import type { Mention } from './mentions.ts';
import { METONYMS, ORGANISATION_NOUNS, OUTLET_NOUNS, ROLE_NOUNS, UNNAMED } from './names.ts';
import type { Named } from './people.ts';
import { fits, type References, type Referent } from './references.ts';

/** A document, who is named in it, and whom its pronouns mean. */
export interface Scene extends Cast {
  readonly document: Document;
  readonly references: References;
}

/** A scene, with what has been said so far. */
interface Stage extends Scene {
  readonly places: RangeIndex<Named>;
  /** Roles that appositions give, as far as they have been asked for. */
  readonly roles: Map<Named, string | undefined>;
  /** The speaker of the last statement that stands in nobody else's. */
  last?: Speaker;
}

/** A speaker with how sure the resolution is, 0–1. */
export interface ResolvedSpeaker {
  readonly speaker: Speaker;
  readonly confidence: number;
  /** What they wrote it in, where the source is the writing: "statement" of "a Ministry of Defence statement". */
  readonly through?: Range;
}

/**
 * The speaker of each tag, to the fullest name in the document. `nested` tells which tags stand inside another's
 * content; their speakers do not carry on to the next statement.
 */
export function resolveSpeakers(
  scene: Scene,
  tags: readonly LabelledSpans[],
  nested: (tag: LabelledSpans) => boolean,
): ResolvedSpeaker[] {
  const stage: Stage = {
    ...scene,
    places: new RangeIndex(scene.named, ({ mentions }) => mentions),
    roles: new Map(),
  };
  return tags.map((tag) => {
    const resolved = resolve(stage, tag);
    if (!nested(tag) && resolved.speaker.type !== 'unknown') {
      stage.last = resolved.speaker;
    }
    return resolved;
  });
}

function resolve(stage: Stage, tag: LabelledSpans): ResolvedSpeaker {
  const source = tag.source[0];
  if (!source) {
    if (tag.by === 'continued' && stage.last)
      return { speaker: { ...stage.last, basis: 'continued' }, confidence: 0.75 };
    return { speaker: { name: '', type: 'unknown', basis: 'none' }, confidence: 0.9 };
  }
  if (tag.by === 'label') return byLabel(stage, source);
  const text = stage.document.text.slice(source.start, source.end);
  const pronoun = /^(?:he|she|they|him|her|his|their|its|it|i|we|you|my|our|who|which|that)$/iu.exec(text.trim());
  if (pronoun) return byPronoun(stage, source, pronoun[0].toLowerCase());
  return byPhrase(stage, source);
}

/** "MINISTER:", "Ms HOLM:", "Q:" of a transcript. */
function byLabel(stage: Stage, source: Range): ResolvedSpeaker {
  const printed = stage.document.text.slice(source.start, source.end);
  const mention = spanOf(stage.document.text, source.start, source.end);
  if (/^[QA]$/u.test(printed))
    return {
      speaker: { name: printed === 'Q' ? 'questioner' : 'interviewee', type: 'anonymous', mention, basis: 'label' },
      confidence: 0.6,
    };
  const surname = printed.split(/\s+/u).at(-1)!.toLowerCase();
  const named = stage.named.find(
    (candidate) => candidate.type === 'person' && candidate.name.toLowerCase().split(/\s+/u).at(-1) === surname,
  );
  const shouted = named?.name === named?.name.toUpperCase();
  if (named && !shouted) return { speaker: speakerOf(stage, named, 'label'), confidence: 0.9 };
  const name = printed === printed.toUpperCase() ? titleCase(printed) : printed;
  return { speaker: { name, type: 'person', mention, basis: 'label' }, confidence: 0.75 };
}

function titleCase(words: string): string {
  return words.toLowerCase().replace(/(?<=^|[\s'’-])\p{L}/gu, (letter) => letter.toUpperCase());
}

function speakerOf(stage: Stage, named: Named, basis: Speaker['basis']): Speaker {
  const { text } = stage.document;
  const role = named.best.role ?? named.roles[0] ?? appositionRole(stage, named);
  const name = named.type === 'publication' ? withArticle(text, named) : named.name;
  return {
    name,
    type: named.type === 'place' ? 'organisation' : named.type,
    ...(role ? { role } : {}),
    mention: spanOf(text, named.best.start, named.best.end),
    basis,
  };
}

/** Outlets keep the article that they are printed with: "the Times", "the BBC", but "Reuters". */
function withArticle(text: string, named: Named): string {
  return named.mentions.some((mention) =>
    /\bthe\s+[*_]?$/iu.test(text.slice(Math.max(0, mention.start - 6), mention.start)),
  )
    ? `the ${named.name}`
    : named.name;
}

/** "Jem Sorrel, [a retired surgeon], said": the apposition after a name, without its article. */
function appositionRole(stage: Stage, named: Named): string | undefined {
  if (!stage.roles.has(named)) stage.roles.set(named, findAppositionRole(stage, named));
  return stage.roles.get(named);
}

function findAppositionRole(stage: Stage, named: Named): string | undefined {
  for (const mention of named.mentions) {
    const after = stage.document.text.slice(mention.end, mention.end + 120);
    const match =
      /^(?:,\s*\d{1,3})?,\s*(?:an?|the|its|his|her|their|one of the)\s+([^,.;:“”"—–]{4,80}?)(?=[,.;—–]|\s+(?:said|says|who|told)\b)/u.exec(
        after,
      );
    if (match && /\s?\p{Ll}+$/u.test(match[1]!)) return match[1]!;
    const bare = /^,\s*([\p{L}][^,.;:“”"—–()]{3,80}?)(?=[,.;—–]|\s+(?:said|says|who|told)\b)/u.exec(after)?.[1];
    const heads = bare?.toLowerCase().split(/\s+/u).slice(0, 4) ?? [];
    if (bare && heads.some((word) => ROLE_NOUNS.has(word)) && !/^(?:who|and|but|said|told)\b/u.test(bare)) return bare;
  }
  return undefined;
}

/** A source that is a phrase: a name, a role, or a description. */
function byPhrase(stage: Stage, source: Range): ResolvedSpeaker {
  const items = tokenize(stage.document.text, source);
  const head = headOf(items);
  const both = together(stage, source);
  if (both) return both;
  const named = namedAt(stage, items, head);
  if (named) return { speaker: speakerOf(stage, named, 'named'), confidence: 0.95 };
  const renamed = namedInApposition(stage, items, head, source);
  if (renamed) return { speaker: speakerOf(stage, renamed, 'named'), confidence: 0.85 };
  const outlet =
    OUTLET_NOUNS.test(lowerOf(items[head])) ||
    /^(?:writers?|editors?|correspondents?|journalists?|reporters?|columnists?)$/u.test(lowerOf(items[head]))
      ? outletBefore(stage, items, source)
      : undefined;
  if (outlet) return { speaker: speakerOf(stage, outlet, 'role'), confidence: 0.8 };
  const role = byRole(stage, items, head, source);
  if (role) return { speaker: speakerOf(stage, role, 'role'), confidence: 0.75 };
  const meant = stage.references(source);
  if (meant?.named) {
    const { speaker, confidence } = byReferent(stage, meant);
    return { speaker: { ...speaker, basis: 'role' }, confidence };
  }
  const maker = makerOf(stage, items, head, source);
  if (maker) return { speaker: speakerOf(stage, maker, 'named'), confidence: 0.8, through: items[head]! };
  return describe(stage, items, head, source);
}

/** "France and Germany": two who speak together. */
function together(stage: Stage, source: Range): ResolvedSpeaker | undefined {
  const { text } = stage.document;
  const [first, second, third] = stage.places
    .near(source)
    .flatMap((one) => one.mentions.filter((mention) => contains(source, mention)).map((mention) => ({ one, mention })))
    .sort((a, b) => a.mention.start - b.mention.start);
  if (!first || !second || third || first.one === second.one) return undefined;
  const before = text.slice(source.start, first.mention.start);
  const between = text.slice(first.mention.end, second.mention.start);
  const alone = /^(?:(?:the|both)\s+)?$/iu.test(before) && second.mention.end === source.end;
  if (!alone || !/^\s+and\s+(?:the\s+)?$/u.test(between)) return undefined;
  return {
    speaker: {
      name: `${first.one.name} and ${second.one.name}`,
      type: 'group',
      mention: spanOf(text, source.start, source.end),
      basis: 'named',
    },
    confidence: 0.9,
  };
}

/** Index of the head of a noun phrase: the last word before a comma, preposition or relative clause. */
function headOf(items: readonly Item[]): number {
  let head = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (
      i > 0 &&
      (isComma(item) ||
        isRelative(item) ||
        lowerOf(item) === '(' ||
        (isPreposition(item) && !isInstitutionOf(items, i)))
    )
      break;
    if (
      i > 0 &&
      isWord(item) &&
      item.class === 'VERB' &&
      /(?:ed|ing|wn|en)$/u.test(item.lower) &&
      isNounish(items[i - 1])
    )
      break;
    if (isNounish(item)) head = i;
  }
  return head;
}

function isInstitutionOf(items: readonly Item[], i: number): boolean {
  const before = items[i - 1];
  const after = items[i + 1];
  return (
    isWord(before) &&
    isWord(after) &&
    /^\p{Lu}/u.test(before.text) &&
    /^\p{Lu}/u.test(after.text) &&
    /^(?:of|for)$/u.test(lowerOf(items[i])) &&
    /^(?:ministry|department|university|bank|house|office|institute|board|court|council|bureau|church|college|society|association|commission|agency|federation|league)$/iu.test(
      before.text,
    )
  );
}

function namedAt(stage: Stage, items: readonly Item[], head: number): Named | undefined {
  const item = items[head];
  const covered = namedCovering(stage, item);
  if (covered || !isWord(item) || !/^\p{Lu}/u.test(item.text)) return covered;
  // Inside quotations no mentions are looked for; a surname is known from the narration.
  return stage.named.find((named) => named.type === 'person' && named.name.split(' ').at(-1) === item.text);
}

function namedCovering(stage: Stage, item: Item | undefined): Named | undefined {
  return item && stage.places.near(item).find((named) => named.mentions.some((mention) => contains(mention, item)));
}

/** "her personal lawyer, David E. Kendall": the name that an apposition gives. */
function namedInApposition(stage: Stage, items: readonly Item[], head: number, source: Range): Named | undefined {
  const comma = items.findIndex((item, i) => i > head && isComma(item));
  const next = items[comma + 1];
  if (comma < 0 || !next) return undefined;
  return stage.places
    .near(next)
    .find(
      (named) =>
        named.type === 'person' &&
        named.mentions.some(
          (mention) => mention.start <= next.start && contains(mention, next) && contains(source, mention),
        ),
    );
}

/** "the paper", "its writers": the outlet named last before. */
function outletBefore(stage: Stage, items: readonly Item[], source: Range): Named | undefined {
  const opener = lowerOf(items[0]);
  if (!/^(?:the|its|his|her|their|this|that)$/u.test(opener)) return undefined;
  return lastMentioned(stage, source.start, (named) => named.type === 'publication');
}

function lastMentioned(stage: Stage, before: number, suits: (named: Named) => boolean): Named | undefined {
  return stage.mentions.findLast(({ mention, named }) => mention.start < before && suits(named))?.named;
}

/** "the Defence Secretary", "the minister", "the prime minister": whoever has been given that role. */
function byRole(stage: Stage, items: readonly Item[], head: number, source: Range): Named | undefined {
  const noun = lowerOf(items[head]);
  const opener = lowerOf(items[0]);
  if (!ROLE_NOUNS.has(noun) || (opener !== 'the' && !/^\p{Lu}/u.test((items[0] as Token | undefined)?.text ?? '')))
    return undefined;
  const wanted = items.slice(opener === 'the' ? 1 : 0, head + 1).map(lowerOf);
  const holds = (named: Named) => {
    const roles = [...named.roles, appositionRole(stage, named) ?? ''].map((role) => role.toLowerCase());
    return (
      named.type === 'person' && roles.some((role) => wanted.every((word) => role.split(/[\s-]+/u).includes(word)))
    );
  };
  return lastMentioned(stage, source.start, holds) ?? stage.named.find(holds);
}

/** "a Ministry of Defence statement", "her account": whose a written source is, by the name or the pronoun in its phrase. */
function makerOf(stage: Stage, items: readonly Item[], head: number, source: Range): Named | undefined {
  if (!WRITTEN_SOURCES.test(lowerOf(items[head]))) return undefined;
  // "her account", "his memoir"
  if (/^(?:his|her|their|its)$/u.test(lowerOf(items[0]))) return stage.references(items[0]!)?.named;
  const inside = (mention: Mention) => contains(source, mention) && mention.end <= items[head]!.start;
  return stage.places.near(source).find((named) => named.type !== 'place' && named.mentions.some(inside));
}

/** A source that the document never names: "Ukrainian military source", "two engineers". */
function describe(stage: Stage, items: readonly Item[], head: number, source: Range): ResolvedSpeaker {
  const { text } = stage.document;
  const printed = text.slice(source.start, source.end).trim();
  const noun = lowerOf(items[head]);
  const opener = lowerOf(items[0]);
  const possessor = /^(?:his|her)$/u.test(opener) ? stage.references(items[0]!)?.named : undefined;
  let name = printed
    .replace(/^(?:the|a|an|this|that)\s+/iu, '')
    .replace(/\s*[,—–(].*$/su, '')
    .replace(/\s+(?:who|which|that)\s.*$/su, '');
  if (possessor) name = `${possessor.name}’s ${name.slice(opener.length + 1)}`;
  const type = typeOfDescription(noun, opener, name);
  const mention = spanOf(text, source.start, source.end);
  return { speaker: { name, type, mention, basis: 'described' }, confidence: 0.8 };
}

function typeOfDescription(noun: string, opener: string, name: string): SpeakerType {
  const plural = /(?:s|people|men|women|children|police|staff)$/u.test(noun) && !/(?:ss|us|is)$/u.test(noun);
  if (WRITTEN_SOURCES.test(noun)) return 'document';
  if (UNNAMED.test(noun) || ROLE_NOUNS.has(noun))
    return plural && !/^(?:two|three|one)$/u.test(opener) && !/sources$/u.test(noun) ? 'group' : 'anonymous';
  if (plural || /^(?:some|many|most|several|few|others|critics|both|everyone|those)$/u.test(opener)) return 'group';
  if (ORGANISATION_NOUNS.test(noun) || METONYMS.has(noun)) return 'organisation';
  return /^\p{Lu}/u.test(name) ? 'organisation' : 'anonymous';
}

/** "who", "she", "they". */
function byPronoun(stage: Stage, source: Range, pronoun: string): ResolvedSpeaker {
  if (/^(?:who|which|that)$/u.test(pronoun)) return byAntecedent(stage, source);
  const mention = spanOf(stage.document.text, source.start, source.end);
  if (/^(?:i|we|my|our)$/u.test(pronoun))
    return {
      speaker: {
        name: stage.document.byline ?? '',
        type: stage.document.byline ? 'person' : 'unknown',
        mention,
        basis: 'pronoun',
      },
      confidence: 0.4,
    };
  if (pronoun === 'you') return { speaker: { name: '', type: 'unknown', mention, basis: 'pronoun' }, confidence: 0.5 };
  const referent = stage.references(source);
  if (referent && !referent.pronoun) return byReferent(stage, referent);
  const { last } = stage;
  if (last && fits({ type: last.type }, pronoun)) return { speaker: { ...last, basis: 'pronoun' }, confidence: 0.5 };
  return { speaker: { name: '', type: 'unknown', mention, basis: 'pronoun' }, confidence: 0.3 };
}

/** Whom a pronoun means: somebody with a name, or whoever is described at another place. */
function byReferent(stage: Stage, { named, described, share, others }: Referent): ResolvedSpeaker {
  const { speaker } = named ? { speaker: speakerOf(stage, named, 'pronoun') } : byPhrase(stage, described!);
  const alternatives = others.map((other) => ({ name: other.named.name, score: Math.round(other.share * 100) / 100 }));
  return {
    speaker: { ...speaker, basis: 'pronoun', ...(alternatives.length > 0 ? { alternatives } : {}) },
    confidence: share,
  };
}

/** "Lammy, who declared": the phrase before the relative pronoun. */
function byAntecedent(stage: Stage, source: Range): ResolvedSpeaker {
  const frame = stage.frames.near(source).find((candidate) => contains(candidate, source));
  const items = frame?.items ?? [];
  const at = items.findIndex((item) => item.start === source.start);
  let last = at - 1;
  while (last > 0 && (isComma(items[last]) || (isWord(items[last]) && (items[last] as Token).class === 'PUNCT')))
    last--;
  let first = last;
  while (
    first > 0 &&
    isWord(items[first - 1]) &&
    !isComma(items[first - 1]) &&
    !/^(?:VERB|AUX|SCONJ|CCONJ)$/u.test((items[first - 1] as Token).class) &&
    !/^[.;:]$/u.test(lowerOf(items[first - 1]))
  )
    first--;
  if (at <= 0 || last < 0) return { speaker: { name: '', type: 'unknown', basis: 'pronoun' }, confidence: 0.3 };
  const phrase = nearestPhrase(items, first, last);
  const resolved = byPhrase(stage, { start: items[phrase]!.start, end: items[last]!.end });
  const basis = resolved.speaker.basis === 'named' ? 'pronoun' : resolved.speaker.basis;
  return { ...resolved, speaker: { ...resolved.speaker, basis }, confidence: resolved.confidence * 0.95 };
}

/** "in the context of a Ministry of Defence statement": the phrase after the last preposition before a determiner. */
function nearestPhrase(items: readonly Item[], first: number, last: number): number {
  for (let i = last; i > first; i--) {
    if (isPreposition(items[i - 1]) && (items[i] as Token | undefined)?.class === 'DET') return i;
    if (
      isPreposition(items[i - 1]) &&
      !isInstitutionOf(items, i - 1) &&
      !/^\p{Lu}/u.test((items[i - 2] as Token | undefined)?.text ?? '')
    )
      return i;
  }
  return first;
}
