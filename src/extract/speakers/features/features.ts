import { contains, overlap, type Range } from '../../document/index.ts';
import { cueOf } from '../../language/english/cues.ts';
import { genderOfNoun } from '../../language/english/gender.ts';
import { isPlural } from '../../language/english/plurals.ts';
import { SECOND } from '../../language/english/roles.ts';
import { type Attribution, anchorOf } from '../attribution.ts';
import type { NamedEntity } from '../mentions/cluster.ts';
import { isWord } from '../text/sentences.ts';
import { isAcronym, isInTitle, isNounAfter, isNounBefore, isOwner, longerWords } from './beside-names.ts';
import { type Candidate, identityOf, type Source } from './candidates.ts';
import type { DocumentContext } from './context.ts';
import { type Layout, mentionsAround, othersBetween, type PlacedMention } from './layout.ts';
import { FAR, far, flag, NONE } from './numbers.ts';
import {
  authorOf,
  entityAtHead,
  entityByRole,
  entityInApposition,
  organisationByNoun,
  outletBefore,
} from './source-entities.ts';
import { agreement, genderNumber, nameNoun, nounOf, officeOf, openerOf } from './traits.ts';

/** A statement that has its speaker already. */
export interface Spoken {
  readonly attribution: Attribution;
  readonly identity: NamedEntity | string;
  /** Whether the source named somebody. */
  readonly isNamed: boolean;
}

/** What is known of one attribution before its speaker is chosen. */
export interface Moment {
  readonly attribution: Attribution;
  readonly source: Source | undefined;
  /** Statements before this one that stand in no other, the last one last. */
  readonly spoken: readonly Spoken[];
  /** Who says the statement that holds this one. */
  readonly holder: NamedEntity | string | undefined;
  /** Whom the next attribution with a name in its source names, and where. */
  readonly next: { readonly entity: NamedEntity; readonly at: number } | undefined;
}

/** What features are computed from that does not change with the candidate. */
interface Shared {
  readonly context: DocumentContext;
  readonly layout: Layout;
  readonly moment: Moment;
  readonly values: readonly number[];
  readonly start: number;
  readonly sentence: number;
  readonly block: number;
  readonly ways: readonly (NamedEntity | undefined)[];
  readonly shares: ReadonlyMap<NamedEntity | string, number>;
  readonly words: readonly string[];
  /** The longer words of the source's phrase. */
  readonly longer: readonly string[];
  readonly nearest: PlacedMention | undefined;
  readonly nearestPerson: PlacedMention | undefined;
  /** The last mention before of a body, an outlet, a place. */
  readonly nearestOf: readonly (PlacedMention | undefined)[];
}

const SHARED = [
  'source none',
  'source he',
  'source she',
  'source they',
  'source it',
  'source I',
  'source who',
  'source phrase',
  'names in source',
  'source words',
  'source plural',
  'source opener',
  'source noun',
  'source gender',
  'quoted',
  'content length',
  'runs',
  'cue',
  'cue speech',
  'cue first',
  'source before cue',
  'nested',
  'by',
  'begins block',
  'statements before',
  'blocks since',
  'sentences since',
  'last continues',
  'coreference none',
  'persons in sentence',
  'sentence begins quoted',
  'next named',
  'ends block',
] as const;

const OWN = [
  'kind',
  'type',
  'gender',
  'mentions',
  'rank',
  'first mention',
  'in title',
  'role overlap',
  'role noun',
  'in source',
  'at head',
  'source start',
  'source whole',
  'before head',
  'after comma',
  'name overlap',
  'acronym',
  'at head way',
  'apposition way',
  'outlet way',
  'noun way',
  'role way',
  'author way',
  'share',
  'sentences before',
  'blocks before',
  'words before',
  'people between',
  'nearest',
  'nearest person',
  'here before',
  'here first',
  'before first',
  'after cue',
  'sentences after',
  'in content',
  'content starts',
  'last',
  'previous',
  'turns since',
  'blocks since spoken',
  'spoken',
  'holder',
  'asker',
  'next',
  'spoken block',
  'last named',
  'block first',
  'name parts',
  'noun before',
  'noun after',
  'nearest body',
  'nearest outlet',
  'nearest place',
  'alike between',
  'office',
  'second',
  'name noun',
  'printed small',
  'owner',
  'noun after in source',
  'words beside',
] as const;

/** The names of the features, in their order. */
export const FEATURES: readonly string[] = [...SHARED, ...OWN.map((name) => `candidate ${name}`)];

/**
 * Numbers about each candidate for the speaker of an attribution.
 *
 * @returns a row for each candidate, in the order of `FEATURES`; -1 where something is not known
 */
export function featuresOf(
  context: DocumentContext,
  layout: Layout,
  moment: Moment,
  candidates: readonly Candidate[],
): number[][] {
  const shared = sharedOf(context, layout, moment);
  return candidates.map((candidate) => [...shared.values, ...ownOf(shared, candidate)]);
}

function sharedOf(context: DocumentContext, layout: Layout, moment: Moment): Shared {
  const { attribution, source, spoken, next } = moment;
  const { text } = context.document;
  const { content, cue } = attribution;
  const phrase = source?.phrase;
  const pronoun = source?.pronoun ?? '';
  const anchor = source?.range ?? anchorOf(attribution);
  const start = anchor.start;
  const sentence = layout.sentenceAt(start);
  const block = layout.blockAt(start);
  const last = spoken.at(-1);
  const lastEnd = last && endOf(last.attribution);
  const referent = source && context.references(source.range);
  const shares = new Map<NamedEntity | string, number>();
  if (referent) {
    if (referent.entity) shares.set(referent.entity, referent.share);
    else if (referent.described)
      shares.set(text.slice(referent.described.start, referent.described.end).toLowerCase(), referent.share);
    for (const { entity, share } of referent.others) shares.set(entity, share);
  }
  const inSource = phrase
    ? context.entitiesNear(phrase).filter(({ mentions }) => mentions.some((mention) => contains(phrase, mention)))
    : [];
  const around = mentionsAround(layout.mentions, start);
  const before = around.filter(({ mention, isQuoted }) => mention.end <= start && !isQuoted);
  const nearest = before.at(-1);
  const nearestPerson = before.findLast(({ entity }) => entity.type === 'person');
  const here = around.filter((mention) => mention.sentence === sentence && !mention.isQuoted);
  const blockRange = context.document.blocks[block];
  const printed = content.reduce((sum, run) => sum + run.end - run.start, 0);
  const cueWord = cue[0] ? text.slice(cue[0].start, cue[0].end) : '';
  const values = [
    flag(!source),
    flag(pronoun === 'he'),
    flag(pronoun === 'she'),
    flag(pronoun === 'they'),
    flag(pronoun === 'it'),
    flag(/^(?:i|we|my|our|you)$/u.test(pronoun)),
    flag(/^(?:who|which|that)$/u.test(pronoun)),
    flag(phrase !== undefined && pronoun === ''),
    inSource.length,
    phrase ? phrase.items.length : NONE,
    phrase ? flag(isPlural(phrase.noun)) : NONE,
    phrase ? openerOf(phrase.opener) : NONE,
    phrase ? nounOf(phrase.noun) : NONE,
    genderNumber(pronoun === 'he' ? 'male' : pronoun === 'she' ? 'female' : phrase && genderOfNoun(phrase.noun)),
    flag(/^["“‘'«]/u.test(text.slice(content[0]!.start, content[0]!.start + 1))),
    Math.log(printed),
    content.length,
    flag(cue.length > 0),
    cue.length > 0 ? flag(cueWord.split(/\s+/u).some((word) => cueOf(word)?.speech === true)) : NONE,
    cue[0] ? flag(cue[0].start < content[0]!.start) : NONE,
    cue[0] && source ? flag(source.range.start < cue[0].start) : NONE,
    flag(moment.holder !== undefined),
    attribution.by === 'continued' ? 1 : attribution.by === 'answered' ? 2 : 0,
    blockRange ? flag(content[0]!.start <= blockRange.start + 1) : NONE,
    Math.min(spoken.length, FAR),
    lastEnd === undefined ? NONE : far(block - layout.blockAt(lastEnd - 1)),
    lastEnd === undefined ? NONE : far(sentence - layout.sentenceAt(lastEnd - 1)),
    last ? flag(last.attribution.by !== undefined) : NONE,
    referent ? 1 - [...shares.values()].reduce((sum, share) => sum + share, 0) : NONE,
    here.filter(({ entity }) => entity.type === 'person').length,
    flag(layout.beginsQuoted(sentence)),
    next ? far(layout.blockAt(next.at) - block) : NONE,
    blockRange ? flag(content.at(-1)!.end >= blockRange.end - 1) : NONE,
  ];
  const ways = phrase
    ? [entityAtHead, entityInApposition, outletBefore, organisationByNoun, entityByRole, authorOf].map((find) =>
        find(context, phrase),
      )
    : [];
  const words = phrase
    ? phrase.items.flatMap((item) =>
        isWord(item) && /\p{L}/u.test(item.text) ? [item.lower.replace(/[.’']/gu, '')] : [],
      )
    : [];
  const longer = phrase ? [...new Set(longerWords(text.slice(phrase.start, phrase.end)))] : [];
  const nearestOf = (['organisation', 'publication', 'place'] as const).map((type) =>
    before.findLast(({ entity }) => entity.type === type),
  );
  return {
    context,
    layout,
    moment,
    values,
    start,
    sentence,
    block,
    ways,
    shares,
    words,
    longer,
    nearest,
    nearestPerson,
    nearestOf,
  };
}

function ownOf(shared: Shared, candidate: Candidate): number[] {
  const {
    context,
    layout,
    moment,
    start,
    sentence,
    block,
    ways,
    shares,
    words,
    longer,
    nearest,
    nearestPerson,
    nearestOf,
  } = shared;
  const { attribution, source, spoken, holder, next } = moment;
  const { text } = context.document;
  const identity = identityOf(candidate);
  const entity = candidate.kind === 'entity' ? candidate.entity : undefined;
  const everywhere = entity ? layout.mentionsOf.get(entity)! : [];
  const mentions = mentionsAround(everywhere, start);
  const speaker = candidate.kind === 'entity' || candidate.kind === 'nobody' ? undefined : candidate.speaker;
  const name = entity?.name ?? speaker?.name ?? '';
  const phrase = source?.phrase;
  const inSource = phrase ? mentions.filter(({ mention }) => contains(phrase, mention)) : [];
  const head = phrase?.items[phrase.head];
  const printed = mentions.filter(({ isQuoted }) => !isQuoted);
  const place = candidate.kind === 'described' || candidate.kind === 'own' ? candidate.range : undefined;
  const before = printed.findLast(({ mention }) => mention.end <= start);
  const beforeStart = before?.mention.start ?? (place && place.end <= start ? place.start : undefined);
  const after = printed.find(
    ({ mention }) => mention.start >= start + 1 && !(source && contains(source.range, mention)),
  );
  const here = printed.filter((mention) => mention.sentence === sentence && mention.mention.end <= start);
  const earlier = printed.filter((mention) => mention.sentence === sentence - 1);
  const roles = entity ? [...entity.roles, context.appositionRole(entity) ?? ''] : speaker ? [speaker.name] : [];
  const roleWords = new Set(roles.flatMap((role) => role.toLowerCase().split(/[\s-]+/u)));
  const spokenBy = spoken.map((one) => one.identity === identity);
  const lastTurn = spokenBy.lastIndexOf(true);
  const lastIdentity = spoken.at(-1)?.identity;
  const previous = spoken.findLast((one) => one.identity !== lastIdentity)?.identity;
  const nameWords = name
    .toLowerCase()
    .split(/\s+/u)
    .map((word) => word.replace(/[.’']/gu, ''));
  const cue = attribution.cue[0];
  const lastNamed = spoken.findLast((one) => one.isNamed)?.identity;
  const contentMentions = mentions.filter(({ mention }) => attribution.content.some((run) => contains(run, mention)));
  const firstOfBlock = printed.find((mention) => mention.block === block);
  return [
    ['entity', 'own', 'described', 'author', 'nobody'].indexOf(candidate.kind),
    TYPES.indexOf(entity?.type ?? speaker?.type ?? 'unknown'),
    agreement(source, candidate),
    Math.min(entity ? layout.countOf.get(entity)! : 0, FAR),
    entity ? Math.min(layout.rankOf.get(entity)!, FAR) : NONE,
    everywhere[0] ? everywhere[0].mention.start / Math.max(1, text.length) : NONE,
    entity ? flag(isInTitle(layout.title, entity)) : NONE,
    words.length > 0 ? words.filter((word) => roleWords.has(word)).length / words.length : NONE,
    phrase
      ? flag(
          roles.some(
            (role) =>
              role
                .toLowerCase()
                .split(/[\s-]+/u)
                .at(-1) === phrase.noun,
          ),
        )
      : NONE,
    inSource.length,
    flag(head !== undefined && mentions.some(({ mention }) => contains(mention, head))),
    phrase
      ? flag(
          inSource.some(({ mention }) => text.slice(phrase.start, mention.start).replace(/^the\s+/iu, '').length === 0),
        )
      : NONE,
    phrase ? flag(inSource.some(({ mention }) => mention.end - mention.start >= phrase.end - phrase.start - 4)) : NONE,
    phrase && head ? flag(inSource.some(({ mention }) => mention.end <= head.start)) : NONE,
    phrase ? flag(inSource.some(({ mention }) => text.slice(phrase.start, mention.start).includes(','))) : NONE,
    words.length > 0 ? words.filter((word) => nameWords.includes(word)).length / words.length : NONE,
    phrase ? flag(isAcronym(text.slice(phrase.start, phrase.end), name)) : NONE,
    ...[0, 1, 2, 3, 4, 5].map((way) => flag(entity !== undefined && ways[way] === entity)),
    shares.get(identity) ?? 0,
    before
      ? far(sentence - before.sentence)
      : beforeStart === undefined
        ? NONE
        : far(sentence - layout.sentenceAt(beforeStart)),
    before ? far(block - before.block) : beforeStart === undefined ? NONE : far(block - layout.blockAt(beforeStart)),
    beforeStart === undefined ? NONE : Math.log(start - beforeStart + 1),
    beforeStart === undefined
      ? NONE
      : othersBetween(
          layout,
          beforeStart,
          start,
          (one) => !one.isQuoted && one.entity !== entity && one.entity.type === 'person',
        ),
    flag(nearest !== undefined && nearest.entity === entity),
    flag(nearestPerson !== undefined && nearestPerson.entity === entity),
    here.length,
    flag(here.some(({ isFirst }) => isFirst)),
    flag(earlier.some(({ isFirst }) => isFirst)),
    flag(
      cue !== undefined &&
        mentions.some(
          ({ mention }) =>
            mention.start >= cue.end && mention.start <= cue.end + 5 && !(source && overlap(source.range, mention) > 0),
        ),
    ),
    after ? far(after.sentence - sentence) : NONE,
    contentMentions.length,
    flag(contentMentions.some(({ mention }) => mention.start <= attribution.content[0]!.start + 6)),
    flag(lastIdentity !== undefined && lastIdentity === identity),
    flag(previous !== undefined && previous === identity),
    lastTurn < 0 ? NONE : Math.min(FAR, spoken.length - 1 - lastTurn),
    lastTurn < 0 ? NONE : far(block - layout.blockAt(endOf(spoken[lastTurn]!.attribution) - 1)),
    Math.min(FAR, spokenBy.filter(Boolean).length),
    holder === undefined ? NONE : flag(holder === identity),
    flag(isAsker(text, spoken.at(-1), identity)),
    next === undefined ? NONE : flag(next.entity === entity),
    flag(lastTurn >= 0 && layout.blockAt(endOf(spoken[lastTurn]!.attribution) - 1) === block),
    flag(lastNamed !== undefined && lastNamed === identity),
    flag(firstOfBlock !== undefined && firstOfBlock.mention.end <= start),
    entity ? entity.name.split(/\s+/u).length : NONE,
    phrase ? mentions.filter(({ mention }) => isNounBefore(text, mention, phrase.noun)).length : NONE,
    phrase ? mentions.filter(({ mention }) => isNounAfter(text, mention, phrase.noun)).length : NONE,
    ...nearestOf.map((one) => flag(one !== undefined && one.entity === entity)),
    beforeStart === undefined || !entity
      ? NONE
      : othersBetween(layout, beforeStart, start, (one) => one.entity !== entity && one.entity.type === entity.type),
    phrase ? officeOf(roles, phrase.noun) : NONE,
    phrase && roles.length > 0
      ? flag(roles.some((role) => SECOND.test(role)) !== words.some((word) => SECOND.test(word)))
      : NONE,
    entity ? nameNoun(entity.name) : NONE,
    entity ? flag(layout.isPrintedSmall(nameWords.at(-1)!)) : NONE,
    inSource.length > 0 ? flag(inSource.some(({ mention }) => isOwner(text, mention))) : NONE,
    inSource.length > 0 ? Math.max(...inSource.map(({ mention }) => nounAfter(text, mention, phrase!))) : NONE,
    entity && longer.length > 0 ? besideShare(layout, everywhere, sentence, longer) : NONE,
  ];
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

/** The types of candidates: those with names, then the others. */
const TYPES: readonly string[] = [
  ...['person', 'organisation', 'publication', 'place'],
  ...['group', 'anonymous', 'document', 'unknown'],
];

/** Where the last part of an attribution ends. */
export function endOf({ content, cue, source }: Attribution): number {
  return Math.max(...[content, cue, source].map((runs) => runs.at(-1)?.end ?? 0));
}

/** "Asked by Ada Quill what he had seen": whoever speaks next is not she. */
function isAsker(text: string, last: Spoken | undefined, identity: NamedEntity | string): boolean {
  const [cue] = last?.attribution.cue ?? [];
  return (
    last !== undefined &&
    cue !== undefined &&
    last.identity === identity &&
    /^(?:asked|asks|pressed|questioned|challenged|quizzed)\b/iu.test(text.slice(cue.start, cue.end))
  );
}
