import type { Span } from './span.ts';

/** `direct`: all content inside quotation marks; `indirect`: none; `mixed`: part. */
export const STATEMENT_KINDS = ['direct', 'indirect', 'mixed'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** `speech`: communicated, in whatever way; `thought`: believed, wanted, planned, feared or known, and not said to be uttered. */
export const STATEMENT_CLASSES = ['speech', 'thought'] as const;
export type StatementClass = (typeof STATEMENT_CLASSES)[number];

export const SPEAKER_TYPES = [
  'person',
  'organisation',
  'group',
  'publication',
  'document',
  'anonymous',
  'unknown',
] as const;
export type SpeakerType = (typeof SPEAKER_TYPES)[number];

/** How the speaker was found from the source. */
export const SPEAKER_BASES = [
  /** The source names them. */
  'named',
  /** The source is a pronoun ("she", "who"). */
  'pronoun',
  /** The source is a role or a description of somebody named elsewhere ("the minister"). */
  'role',
  /** There is no attribution: the last speaker continues. */
  'continued',
  /** A transcript's label ("MINISTER: …"). */
  'label',
  /** The source describes somebody whom the document never names. */
  'described',
  /** The text names no source. */
  'none',
  /** A person said so. */
  'reviewed',
] as const;
export type SpeakerBasis = (typeof SPEAKER_BASES)[number];

/** Who the source is, resolved within one document. */
export interface Speaker {
  /** The fullest name the document gives; for an unnamed source, its description without the article; empty if unknown. */
  readonly name: string;
  readonly type: SpeakerType;
  /** The role as printed ("UK Defence Secretary"). */
  readonly role?: string;
  /** The mention that names the speaker best. */
  readonly mention?: Span;
  readonly basis: SpeakerBasis;
  /** Other candidates, best first; scores lie in 0–1. */
  readonly alternatives?: readonly { readonly name: string; readonly score: number }[];
}

/** To whom or through what it was said, if the text says so. */
export interface Channel {
  readonly name: string;
  readonly span: Span;
}

/** Somebody or something that a content mentions. */
export interface About {
  /** The fullest name that the document gives. */
  readonly name: string;
  readonly type: 'person' | 'organisation' | 'publication' | 'place';
  /** The first mention inside the content. */
  readonly span: Span;
}

/** What a cue does. */
export const ACTS = [
  'say',
  'ask',
  'answer',
  'deny',
  'promise',
  'warn',
  'demand',
  'accuse',
  'praise',
  'criticise',
  'think',
  'announce',
  'admit',
  'suggest',
  'predict',
  'agree',
  'decline',
] as const;
export type Act = (typeof ACTS)[number];

export const SAID_BASES = ['stated', 'relative', 'published', 'unknown', 'reviewed'] as const;
export type SaidBasis = (typeof SAID_BASES)[number];

/** When a statement was made. Both ends are inclusive ISO dates (`YYYY-MM-DD`); a missing end is unknown. */
export interface Said {
  readonly earliest?: string;
  readonly latest?: string;
  /** The words that date the saying. */
  readonly expression?: Span;
  /** TIMEX3 value of the expression (ISO-TimeML 2012): `2024-12-18`, `2024-11`, `2024-W51`. */
  readonly timex?: string;
  readonly basis: SaidBasis;
}

/** The program's confidence in each part, 0–1. */
export interface Confidence {
  readonly statement: number;
  readonly speaker: number;
  readonly said: number;
}

/** One attribution: a source says (thinks, asks, denies, writes) a content. */
export interface Statement {
  /** `s` and 12 hexadecimal digits, from the document's id and the content's offsets: the same input, the same id. */
  readonly id: string;
  readonly kind: StatementKind;
  readonly class: StatementClass;
  /** In the order of the text; never empty. */
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly speaker: Speaker;
  readonly channel?: Channel;
  readonly act: Act;
  /** True if the act is negated ("did not say"). */
  readonly negated?: boolean;
  /** The people, organisations and places that the content mentions, in the order of the text. */
  readonly about?: readonly About[];
  readonly said: Said;
  /** Id of the statement whose content contains this one. */
  readonly parent?: string;
  readonly confidence: Confidence;
}

export type Bound = 'about' | 'at least' | 'at most';

/** A quantity in the text. */
export interface Figure extends Span {
  /** The number itself, multiplied out: "£225 million" is 225000000. For a range, its lower end. */
  readonly value: number;
  /** Upper end of a range. */
  readonly upper?: number;
  /** `percent`, `percentage point`, or a unit of measure as a singular noun. */
  readonly unit?: string;
  /** ISO 4217 code. */
  readonly currency?: string;
  /** What is counted, as printed ("Russian soldiers"). */
  readonly counts?: string;
  readonly bound?: Bound;
  /** The period or thing of a rate ("day"). */
  readonly per?: string;
  /** Id of the statement that claims it. */
  readonly statement?: string;
}

/** A person, organisation, outlet or place that a document names. */
export interface NamedInDocument {
  /** The fullest name. */
  readonly name: string;
  readonly type: About['type'];
  readonly role?: string;
  /** Short names that the document itself gives it: "MoD" after "Ministry of Defence". */
  readonly aliases?: readonly string[];
  /** The mention that names it best. */
  readonly span: Span;
}

/** All that extraction finds in one document. */
export interface Extraction {
  readonly statements: readonly Statement[];
  readonly figures: readonly Figure[];
  /** Whom and what it names, in the order of the text. */
  readonly names: readonly NamedInDocument[];
}
