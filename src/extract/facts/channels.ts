import { type Channel, overlap, type Range, spanOf } from '../../document/index.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from '../../language/english/calendar.ts';
import { cueOf, verbLemma } from '../../language/english/cues.ts';
import { ARTICLES, BEFORE_OCCASION } from '../../language/english/determiners.ts';
import { OCCASIONS } from '../../language/english/occasions.ts';
import { HEARING_BODIES } from '../../language/english/organisations.ts';
import { OUTLET_ENDINGS, OUTLETS, PLATFORMS } from '../../language/english/outlets.ts';
import { AFTER_HEARER } from '../../language/english/prepositions.ts';
import { HEARERS_WITHOUT_NAME, POSSESSIVES_OF_OTHERS } from '../../language/english/pronouns.ts';
import { MOUTHPIECES } from '../../language/english/roles.ts';
import { alternation, union } from '../../language/words.ts';
import type { Attribution, SentenceContext } from '../attribution.ts';

/** "in a televised address", "at a rally in Ohio", "during an interview with the Gazette". */
const OCCASION = new RegExp(
  `\\b(?:[Ii]n|[Dd]uring|[Aa]t|[Vv]ia|[Tt]hrough|[Bb]y|[Ff]rom)\\s+(?:${alternation(BEFORE_OCCASION)}\\s+)?((?:(?:another|one)\\s+)?(?:[\\p{L}\\p{N}’'-]+\\s+){0,4}?${alternation(OCCASIONS)}(?:\\s+(?:with|to)\\s+(?:the\\s+)?(?:\\p{Lu}[\\p{L}.&’'-]*(?:\\s+\\p{Lu}[\\p{L}.&’'-]*)*|\\p{Ll}+))?)(?![\\p{L}-])`,
  'u',
);
/** "testified before the committee", "gave evidence to the inquiry": a body that hears. */
const BODY = new RegExp(
  `\\b(?:before|to)\\s+((?:(?:the|an?|his|her|their)\\s+)?(?:[\\p{L}’'-]+\\s+){0,4}?(?:${alternation(HEARING_BODIES)}|Parliament|Congress|Senate|grand jury))(?![\\p{L}-])`,
  'u',
);
/** "via a spokesman", "through her lawyer": somebody who passes it on. */
const MOUTHPIECE = new RegExp(
  `\\b(?:via|through)\\s+(${alternation(union(ARTICLES, POSSESSIVES_OF_OTHERS))}\\s+(?:[\\p{L}’'-]+\\s+){0,2}?${alternation(MOUTHPIECES)}s?)(?![\\p{L}-])`,
  'u',
);
/** Bounded, so that the search for it stays linear: no outlet has a longer name. */
const NAME = "(?:[Tt]he\\s+)?\\p{Lu}[\\p{L}.&’'-]{0,40}(?:\\s+(?:of\\s+)?\\p{Lu}[\\p{L}.&’'-]{0,40}){0,9}";
/** "Writing in the Observer". */
const WRITING = new RegExp(`\\b[Ww](?:riting|rote|rites)\\s+(?:in|for|on)\\s+(${NAME})`, 'u');
/** "according to the Globe", "the Gazette reported", "quoted by Reuters": an outlet that had it first. */
const REPORTED = new RegExp(
  `\\b(?:according to|reported by|quoted by|cited by|carried by)\\s+(?<by>${NAME})|(?<name>${NAME})\\s+(?:first\\s+)?(?:reported|reports|quoted)\\b`,
  'gu',
);
/** "posted on X", "on Facebook", "on Fox News". */
const PLATFORM = new RegExp(
  `\\bon\\s+(${alternation(PLATFORMS)}|(?:(?:the\\s+)?(?:radio|television|social media)))(?![\\p{L}])`,
  'u',
);
/** "told the Gazette", "told reporters in Nesse": the hearer up to what says when or where. */
const HEARER = new RegExp(
  `^\\s+((?:(?:the|a|an|his|her|their|its)\\s+)?[*_]?[\\p{L}\\p{N}][\\p{L}\\p{N}.&’'*_-]*(?:\\s+(?!${alternation(union(AFTER_HEARER, WEEKDAY_NAMES))}\\b)[\\p{L}\\p{N}.&’'*_-]+){0,5})`,
  'u',
);
/** What tells when after a name: "the Gazette [last week]". */
const WHEN_AFTER_NAME = new RegExp(
  `\\s+(?:\\p{L}+day|last|this|next|early|late|${alternation(MONTH_NAMES)})(?:\\s.*)?$`,
  'u',
);

/** Where an attribution's words say to whom or through what it was said. */
export function findChannel(
  text: string,
  { sentence, attributions }: SentenceContext,
  attribution: Attribution,
  through: Range | undefined,
): Channel | undefined {
  const posted = attribution.speaker?.channel;
  if (posted) return channelOf(text, posted.start, posted.end);
  const cue = attribution.cue[0];
  if (!cue || !sentence) return undefined;
  if (through) return channelOf(text, through.start, through.end);
  const after = { start: cueEnd(attribution, cue), end: nextContent(attributions, cue.end, sentence.end) };
  const hearer = hearerIn(text, cue, after);
  if (hearer) return hearer;
  const before = {
    start: previousContent(attributions, sentence.start, attribution.source[0]?.start ?? cue.start),
    end: cue.start,
  };
  for (const region of [after, before]) {
    const occasion = occasionIn(text, region);
    if (occasion) return occasion;
  }
  return askedBy(text, sentence, cue) ?? reportedBy(text, sentence, attribution);
}

/** What another outlet printed first: not the source itself. */
function reportedBy(text: string, { start: from, end }: Range, attribution: Attribution): Channel | undefined {
  const sentence = text.slice(from, end);
  if (!/\b(?:according|report|quoted|cited|carried)/u.test(sentence)) return undefined;
  for (const match of sentence.matchAll(REPORTED)) {
    const name = (match.groups?.by ?? match.groups?.name)!;
    const start = from + match.index + match[0].indexOf(name);
    const isOwn = [...attribution.source, ...attribution.content].some(
      (run) => overlap(run, { start, end: start + name.length }) > 0,
    );
    if (!isOwn && isOutlet(name)) return channelOf(text, start, start + name.length);
  }
  return undefined;
}

function isOutlet(name: string): boolean {
  const words = name
    .toLowerCase()
    .replace(/^the\s+/u, '')
    .split(/\s+/u);
  return OUTLETS.has(words[0]!) || OUTLETS.has(words.at(-1)!) || OUTLET_ENDINGS.test(name);
}

function channelOf(text: string, start: number, end: number): Channel {
  const printed = text.slice(start, end).replace(WHEN_AFTER_NAME, '');
  const bare = printed.replace(/(?<![.,;:])[.,;:]+$/u, '');
  return { name: bare.replace(/^an?\s+/u, '').replace(/\s+/gu, ' '), span: spanOf(text, start, start + bare.length) };
}

function cueEnd(attribution: Attribution, cue: Range): number {
  const source = attribution.source[0];
  return source && source.start >= cue.end && source.start - cue.end < 3 ? source.end : cue.end;
}

function nextContent(attributions: readonly Attribution[], from: number, end: number): number {
  return Math.min(
    end,
    ...attributions.flatMap((attribution) =>
      attribution.content.filter((run) => run.start >= from).map((run) => run.start),
    ),
  );
}

function previousContent(attributions: readonly Attribution[], from: number, to: number): number {
  return Math.max(
    from,
    ...attributions.flatMap((attribution) => attribution.content.filter((run) => run.end <= to).map((run) => run.end)),
  );
}

/** Verbs that name their hearer right after them. */
function hearerIn(text: string, cue: Range, after: Range): Channel | undefined {
  const verb = text
    .slice(cue.start, cue.end)
    .split(/\s+/u)
    .find((word) => cueOf(word)?.hearer);
  const words = text.slice(after.start, after.end);
  const match =
    verb && after.start === cue.end && ['tell', 'inform', 'assure', 'remind'].includes(verbLemma(verb))
      ? HEARER.exec(words)
      : /^\s+to\s+(?<name>(?:the\s+)?(?:\p{Lu}[\p{L}.&’'-]*(?:\s+\p{Lu}[\p{L}.&’'-]*)*|reporters|journalists))/u.exec(
          words,
        );
  const name = match?.groups?.name ?? match?.[1];
  if (!match || !name || HEARERS_WITHOUT_NAME.has(name.toLowerCase())) return undefined;
  const start = after.start + match[0].indexOf(name);
  return channelOf(text, start, start + name.replace(/[’']s?$/u, '').length);
}

function occasionIn(text: string, region: Range): Channel | undefined {
  const words = text.slice(region.start, Math.max(region.start, region.end));
  const match = [OCCASION, PLATFORM, BODY, MOUTHPIECE, WRITING]
    .map((pattern) => pattern.exec(words))
    .find((result) => result !== null);
  if (!match) return undefined;
  const start = region.start + match.index + match[0].lastIndexOf(match[1]!);
  return channelOf(text, start, start + match[1]!.length);
}

/** "Asked by the Times whether …, Healey replied": the answer went to whoever asked. */
function askedBy(text: string, sentence: Range, cue: Range): Channel | undefined {
  if (!/^(?:replied|answered|responded|said|insisted|declined|refused)/u.test(text.slice(cue.start, cue.end)))
    return undefined;
  const lead = text.slice(sentence.start, cue.start);
  const match =
    /\b(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Cc]hallenged) by ((?:the )?\p{Lu}[\p{L}&.-]*(?:\s+\p{Lu}[\p{L}&.-]*)*)/u.exec(
      lead,
    );
  if (!match) return undefined;
  const start = sentence.start + match.index + match[0].indexOf(match[1]!);
  return channelOf(text, start, start + match[1]!.length);
}
