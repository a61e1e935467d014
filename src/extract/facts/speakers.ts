import { contains, type Range, RangeIndex, type Speaker, type SpeakerType, spanOf } from '../../document/index.ts';
import { METONYMS, ORGANISATION_NOUNS } from '../../language/english/organisations.ts';
import { OUTLET_NOUNS } from '../../language/english/outlets.ts';
import { isPlural } from '../../language/english/plurals.ts';
import { MANY, SOURCE_PRONOUNS } from '../../language/english/pronouns.ts';
import { JOURNALISTS, ROLE_NOUNS, UNNAMED } from '../../language/english/roles.ts';
import { isWrittenSource } from '../../language/english/written-sources.ts';
import { fits, type Referent } from '../coreference/resolve.ts';
import type { NamedEntity } from '../mentions/cluster.ts';
import { isComma, isPreposition } from '../text/item-kinds.ts';
import type { Attribution } from '../text/prepared.ts';
import { type Item, isWord, lowerOf } from '../text/sentences.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import {
  appositionRole,
  byEpithet,
  byHeadNoun,
  byRole,
  type DocumentContext,
  headOf,
  isInstitutionOf,
  makerOf,
  namedAt,
  namedInApposition,
  outletBefore,
  type SpeakerContext,
} from './phrases.ts';

/** A speaker with how sure the resolution is, 0–1. */
export interface ResolvedSpeaker {
  readonly speaker: Speaker;
  readonly confidence: number;
  /** What they wrote it in, where the source is the writing: "statement" of "a Ministry of Defence statement". */
  readonly through?: Range;
}

/**
 * The speaker of each attribution, to the fullest name in the document. `holderOf` gives the attribution in whose content another stands;
 * the speakers of those inside do not carry on to the next statement.
 */
export function resolveSpeakers(
  document: DocumentContext,
  attributions: readonly Attribution[],
  holderOf: (attribution: Attribution) => Attribution | undefined,
): ResolvedSpeaker[] {
  const context: SpeakerContext = {
    ...document,
    places: new RangeIndex(document.named, ({ mentions }) => mentions),
    roles: new Map(),
  };
  const speakers = new Map<Attribution, Speaker>();
  return attributions.map((attribution) => {
    const holder = holderOf(attribution);
    context.holder = holder && speakers.get(holder);
    context.isQuoted = /^["“‘'«]/u.test(context.document.text.slice(attribution.content[0]!.start));
    const resolved = resolve(context, attribution);
    speakers.set(attribution, resolved.speaker);
    context.asker = isAsker(context.document.text, attribution)
      ? { name: resolved.speaker.name, end: attribution.source[0]!.end }
      : undefined;
    if (!holder && resolved.speaker.type !== 'unknown') {
      if (context.last && context.last.name !== resolved.speaker.name) {
        context.other = context.last;
        context.otherEnd = context.lastEnd ?? 0;
      }
      context.last = resolved.speaker;
      context.lastEnd = Math.max(
        ...[attribution.content, attribution.cue, attribution.source].map((runs) => runs.at(-1)?.end ?? 0),
      );
    }
    return resolved;
  });
}

function resolve(context: SpeakerContext, attribution: Attribution): ResolvedSpeaker {
  const source = attribution.source[0];
  if (!source) {
    if (attribution.by === 'answered' && context.other && attribution.content[0]!.start - context.otherEnd! < DIALOGUE)
      return { speaker: { ...context.other, basis: 'continued' }, confidence: 0.5 };
    if (attribution.by && context.last) return { speaker: { ...context.last, basis: 'continued' }, confidence: 0.75 };
    return { speaker: { name: '', type: 'unknown', basis: 'none' }, confidence: 0.9 };
  }
  if (attribution.by === 'label') return byLabel(context, source);
  const text = context.document.text.slice(source.start, source.end);
  const word = text.trim().toLowerCase();
  if (SOURCE_PRONOUNS.has(word)) return byPronoun(context, source, word);
  return byPhrase(context, source);
}

/** Characters in which two speak by turns. */
const DIALOGUE = 500;

/** "[Asked] by Ada Quill what he had seen, he replied": whoever speaks next in the sentence is not she. */
function isAsker(text: string, { cue: [cue], source: [source] }: Attribution): boolean {
  if (!cue || !source || source.start < cue.end) return false;
  return (
    /^(?:asked|pressed|questioned|challenged|quizzed)\b/iu.test(text.slice(cue.start, cue.end)) &&
    /\bby\s+$/iu.test(text.slice(cue.start, source.start))
  );
}

/** "MINISTER:", "Ms HOLM:", "Q:" of a transcript. */
function byLabel(context: SpeakerContext, source: Range): ResolvedSpeaker {
  const printed = context.document.text.slice(source.start, source.end);
  const mention = spanOf(context.document.text, source.start, source.end);
  if (/^[QA]$/u.test(printed))
    return {
      speaker: { name: printed === 'Q' ? 'questioner' : 'interviewee', type: 'anonymous', mention, basis: 'label' },
      confidence: 0.6,
    };
  const surname = printed.split(/\s+/u).at(-1)!.toLowerCase();
  const named = context.named.find(
    (candidate) => candidate.type === 'person' && candidate.name.toLowerCase().split(/\s+/u).at(-1) === surname,
  );
  const shouted = named?.name === named?.name.toUpperCase();
  if (named && !shouted) return { speaker: speakerOf(context, named, 'label'), confidence: 0.9 };
  const words = printed.replace(/^the\s+/iu, '');
  const name = words === words.toUpperCase() ? titleCase(words) : words;
  return { speaker: { name, type: 'person', mention, basis: 'label' }, confidence: 0.75 };
}

function titleCase(words: string): string {
  return words.toLowerCase().replace(/(?<=^|[\s'’-])\p{L}/gu, (letter) => letter.toUpperCase());
}

function speakerOf(context: SpeakerContext, named: NamedEntity, basis: Speaker['basis']): Speaker {
  const { text } = context.document;
  const role = named.best.role ?? named.roles[0] ?? appositionRole(context, named);
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
function withArticle(text: string, named: NamedEntity): string {
  return named.mentions.some((mention) =>
    /\bthe\s+[*_]?$/iu.test(text.slice(Math.max(0, mention.start - 6), mention.start)),
  )
    ? `the ${named.name}`
    : named.name;
}

/** A source that is a phrase: a name, a role, or a description. */
function byPhrase(context: SpeakerContext, source: Range): ResolvedSpeaker {
  const items = tokenize(context.document.text, source);
  const head = headOf(items);
  const both = together(context, source);
  if (both) return both;
  const named = namedAt(context, items, head);
  if (named) return { speaker: speakerOf(context, named, 'named'), confidence: 0.95 };
  const renamed = namedInApposition(context, items, head, source);
  if (renamed) return { speaker: speakerOf(context, renamed, 'named'), confidence: 0.85 };
  const outlet =
    OUTLET_NOUNS.has(lowerOf(items[head])) || JOURNALISTS.has(lowerOf(items[head]).replace(/s$/u, ''))
      ? outletBefore(context, items, source)
      : undefined;
  if (outlet) return { speaker: speakerOf(context, outlet, 'role'), confidence: 0.8 };
  const body = byHeadNoun(context, items, head, source);
  if (body) return { speaker: speakerOf(context, body, 'role'), confidence: 0.85 };
  const role = byRole(context, items, head, source);
  if (role) return { speaker: speakerOf(context, role, 'role'), confidence: 0.75 };
  const instead = byEpithet(context, source);
  if (instead) return { speaker: { ...instead, basis: 'role' }, confidence: 0.7 };
  const meant = context.references(source);
  if (meant?.named) {
    const { speaker, confidence } = byReferent(context, meant);
    return { speaker: { ...speaker, basis: 'role' }, confidence };
  }
  const maker = makerOf(context, items, head, source);
  if (maker) return { speaker: speakerOf(context, maker, 'named'), confidence: 0.8, through: items[head]! };
  return describe(context, items, head, source);
}

/** "France and Germany": two who speak together. */
function together(context: SpeakerContext, source: Range): ResolvedSpeaker | undefined {
  const { text } = context.document;
  const [first, second, third] = context.places
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

/** A source that the document never names: "Ukrainian military source", "two engineers". */
function describe(context: SpeakerContext, items: readonly Item[], head: number, source: Range): ResolvedSpeaker {
  const { text } = context.document;
  const printed = text.slice(source.start, source.end).trim();
  const noun = lowerOf(items[head]);
  const opener = lowerOf(items[0]);
  const possessor = /^(?:his|her)$/u.test(opener)
    ? context.references(items[0]!)?.named
    : /^(?:my|our)$/u.test(opener) && context.holder?.name
      ? context.holder
      : undefined;
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
  const plural = isPlural(noun);
  if (isWrittenSource(noun)) return 'document';
  if (UNNAMED.has(noun) || ROLE_NOUNS.has(noun))
    return plural && !/^(?:two|three|one)$/u.test(opener) && !/sources$/u.test(noun) ? 'group' : 'anonymous';
  if (plural || MANY.has(opener)) return 'group';
  if (ORGANISATION_NOUNS.has(noun) || METONYMS.has(noun)) return 'organisation';
  return /^\p{Lu}/u.test(name) ? 'organisation' : 'anonymous';
}

/** "who", "she", "they". */
function byPronoun(context: SpeakerContext, source: Range, pronoun: string): ResolvedSpeaker {
  if (/^(?:who|which|that)$/u.test(pronoun)) return byAntecedent(context, source);
  const mention = spanOf(context.document.text, source.start, source.end);
  if (/^(?:i|we|my|our)$/u.test(pronoun))
    return {
      speaker: {
        name: context.document.byline ?? '',
        type: context.document.byline ? 'person' : 'unknown',
        mention,
        basis: 'pronoun',
      },
      confidence: 0.4,
    };
  if (pronoun === 'you') return { speaker: { name: '', type: 'unknown', mention, basis: 'pronoun' }, confidence: 0.5 };
  const referent = withoutAsker(context, source, context.references(source));
  // Who asked is not who answers, though nobody else was found.
  const last = context.asker && context.asker.name === context.last?.name ? context.other : context.last;
  const carriesOn = referent && stillSpeaks(context, source, referent);
  if (last && carriesOn) return { speaker: { ...last, basis: 'pronoun' }, confidence: carriesOn };
  if (referent && !referent.pronoun) return byReferent(context, referent);
  if (last && fits({ type: last.type }, pronoun)) return { speaker: { ...last, basis: 'pronoun' }, confidence: 0.5 };
  return { speaker: { name: '', type: 'unknown', mention, basis: 'pronoun' }, confidence: 0.3 };
}

function withoutAsker(
  { document, asker }: SpeakerContext,
  source: Range,
  referent: Referent | undefined,
): Referent | undefined {
  if (!referent?.named || referent.named.name !== asker?.name) return referent;
  if (/[.!?]["”’']?\s+\p{Lu}/u.test(document.text.slice(asker.end, source.start))) return referent;
  const [first, ...others] = referent.others;
  return first && { ...first, others, unnamed: referent.unnamed };
}

/** How likely another is that a pronoun may mean, before who spoke last in the same paragraph is not taken for it. */
const UNSURE = 0.8;
const RIVAL = 0.1;

/**
 * "…, said Elaine. ‘A train,’ she said.": of several whom a pronoun may mean, who spoke last in its paragraph. Gives the
 * share that speaks for them.
 */
function stillSpeaks(
  { document, last, lastEnd = 0 }: SpeakerContext,
  source: Range,
  referent: Referent,
): number | undefined {
  if (!last || referent.share >= UNSURE || (referent.named && referent.named.name === last.name)) return undefined;
  const before = document.text.slice(lastEnd, source.start);
  if (lastEnd > source.start || before.includes('\n')) return undefined;
  const own =
    referent.others.find(({ named }) => named.name === last.name) ??
    referent.unnamed.find(({ described }) => described.start === last.mention?.start);
  return own && own.share >= RIVAL ? own.share : undefined;
}

/** Whom a pronoun means: somebody with a name, or whoever is described at another place. */
function byReferent(context: SpeakerContext, { named, described, share, others }: Referent): ResolvedSpeaker {
  const { speaker } = named ? { speaker: speakerOf(context, named, 'pronoun') } : byPhrase(context, described!);
  const alternatives = others.map((other) => ({ name: other.named.name, score: Math.round(other.share * 100) / 100 }));
  return {
    speaker: { ...speaker, basis: 'pronoun', ...(alternatives.length > 0 ? { alternatives } : {}) },
    confidence: share,
  };
}

/** "Lammy, who declared": the phrase before the relative pronoun. */
function byAntecedent(context: SpeakerContext, source: Range): ResolvedSpeaker {
  const sentence = context.sentences.near(source).find((candidate) => contains(candidate, source));
  const items = sentence?.items ?? [];
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
  const nearest = byPhrase(context, { start: items[phrase]!.start, end: items[last]!.end });
  // "a head teacher in Oldmere, who asked": towns ask nothing.
  const isPlace = nearest.speaker.type === 'organisation' && phrase > first && lowerOf(items[at]) === 'who';
  const resolved = isPlace ? byPhrase(context, { start: items[first]!.start, end: items[last]!.end }) : nearest;
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
