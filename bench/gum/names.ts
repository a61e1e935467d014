import type { Range } from '../../src/document/index.ts';
import { type EntityMention, headOf, readConllu, type Sentence, type Token } from './conllu.ts';

const NAME_TYPES = ['person', 'organisation', 'place'] as const;
type NameType = (typeof NAME_TYPES)[number];

export interface NameSpan extends Range {
  readonly type: NameType;
}

/** A text of GUM with the names in it; offsets are UTF-16. */
export interface NamedText {
  readonly name: string;
  readonly genre: string;
  readonly text: string;
  readonly names: readonly NameSpan[];
}

/**
 * The CoNLL-U files of a folder, with names taken from GUM's entities: a person, organisation or place whose head is
 * a proper noun. The span runs over the proper nouns about the head and what joins them ("the University **of**
 * Texas"), without determiners, appositions and clauses; of names one inside the other the longer counts.
 */
export function readNamedTexts(folder: string): NamedText[] {
  return readConllu(folder).map(({ name, genre, text, sentences }) => ({
    name,
    genre,
    text,
    names: outermost(
      sentences.flatMap((sentence) => sentence.mentions.flatMap((mention) => nameOf(sentence, mention) ?? [])),
    ),
  }));
}

const JOINED = /^(?:flat|compound|nmod|amod|nummod|case|punct|cc|conj|goeswith|fixed|nmod:poss|nmod:unmarked)$/u;

function nameOf(sentence: Sentence, mention: EntityMention): NameSpan | undefined {
  const { type, first, last } = mention;
  const named = NAME_TYPES.find((candidate) => candidate === (type === 'organization' ? 'organisation' : type));
  if (!named) return undefined;
  const own = sentence.tokens.slice(first - 1, last);
  const head = headOf(sentence, mention);
  if (!head || !/^NNPS?$/u.test(head.tag)) return undefined;
  const isProper = (token: Token) => /^NNPS?$/u.test(token.tag);
  const belongs = (token: Token): boolean => {
    if (token === head) return true;
    const above = own.find((candidate) => candidate.id === token.head);
    if (token.relation === 'punct' && !/^(?:HYPH|\.)$/u.test(token.tag)) return false;
    return above !== undefined && JOINED.test(token.relation) && belongs(above);
  };
  // Extends from the head over what belongs to the name; it begins and ends with a proper noun or number.
  const at = own.indexOf(head);
  let from = at;
  for (let i = at - 1; i >= 0 && belongs(own[i]!); i--) if (isProper(own[i]!)) from = i;
  let to = at;
  for (let i = at + 1; i < own.length && belongs(own[i]!) && own[i]!.relation !== 'conj'; i++)
    if (isProper(own[i]!) || own[i]!.tag === 'CD') to = i;
  return { type: named, start: own[from]!.start, end: own[to]!.end };
}

function outermost(names: readonly NameSpan[]): NameSpan[] {
  const bySize = [...names].sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: NameSpan[] = [];
  for (const name of bySize)
    if (!kept.some((other) => name.start < other.end && other.start < name.end)) kept.push(name);
  return kept.sort((a, b) => a.start - b.start);
}
