import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Range } from '../../src/document/index.ts';

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

interface Token extends Range {
  readonly id: number;
  readonly tag: string;
  readonly head: number;
  readonly relation: string;
}

interface Mention {
  readonly type: string;
  readonly first: number;
  last: number;
}

/**
 * The CoNLL-U files of a folder, with names taken from GUM's entities: a person, organisation or place whose head is
 * a proper noun. The span runs over the proper nouns about the head and what joins them ("the University **of**
 * Texas"), without determiners, appositions and clauses; of names one inside the other the longer counts.
 */
export function readNamedTexts(folder: string): NamedText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.conllu'))
    .sort()
    .map((file) => parseConllu(basename(file, '.conllu'), readFileSync(join(folder, file), 'utf8')));
}

function parseConllu(name: string, conllu: string): NamedText {
  let text = '';
  const names: NameSpan[] = [];
  const open = new Map<string, Mention[]>();
  for (const sentence of conllu.split(/\n\n+/u)) {
    const lines = sentence.split('\n');
    if (lines.some((line) => line.startsWith('# newpar')) && text !== '') text = `${text.trimEnd()}\n\n`;
    const tokens: Token[] = [];
    const mentions: Mention[] = [];
    let printedUntil = 0;
    for (const line of lines) {
      if (line === '' || line.startsWith('#')) continue;
      const columns = line.split('\t');
      const [id = '', form = '', , , tag = '', , head, relation = ''] = columns;
      const misc = columns[9] ?? '_';
      if (id.includes('.')) continue;
      const number = Number.parseInt(id, 10);
      // A word of several tokens, "don't", is printed by a line of its own, before theirs.
      if (id.includes('-')) printedUntil = Number(id.split('-')[1]);
      const printed = id.includes('-') || number > printedUntil;
      if (printed) text += form;
      if (id.includes('-')) {
        let start = text.length - form.length;
        for (const part of lines.filter((other) => isPartOf(other, number, printedUntil))) {
          const length = part.split('\t')[1]!.length;
          tokens.push({
            id: Number.parseInt(part, 10),
            tag: '',
            head: 0,
            relation: '',
            start,
            end: Math.min(text.length, start + length),
          });
          start += length;
        }
      } else {
        const place = printed ? { start: text.length - form.length, end: text.length } : tokens[number - 1]!;
        tokens[number - 1] = { ...place, id: number, tag, head: Number(head), relation };
      }
      if (printed && !misc.includes('SpaceAfter=No')) text += ' ';
      if (id.includes('-')) continue;
      readEntities(misc, number, open, mentions);
    }
    // A mention does not run over the end of its sentence.
    open.clear();
    for (const mention of mentions) {
      const span = nameOf(tokens, mention);
      if (span) names.push(span);
    }
  }
  const genre = name.split('_')[1] ?? '';
  return { name, genre, text: text.trimEnd(), names: outermost(names) };
}

function isPartOf(line: string, first: number, last: number): boolean {
  const id = Number(line.split('\t')[0]);
  return id >= first && id <= last;
}

/** `Entity=(1-person-new-…(2-place-…` opens, `1)` closes, `(3-place-…)` is a mention of one token. */
function readEntities(misc: string, token: number, open: Map<string, Mention[]>, mentions: Mention[]): void {
  const field = misc.split('|').find((part) => part.startsWith('Entity='));
  if (!field) return;
  for (const match of field.slice('Entity='.length).matchAll(/\((\d+)-([a-z]+)[^()]*(\))?|(\d+)\)/gu)) {
    const [, opened, type, closedAtOnce, closed] = match;
    if (opened !== undefined) {
      const mention = { type: type!, first: token, last: token };
      if (closedAtOnce) mentions.push(mention);
      else open.set(opened, [...(open.get(opened) ?? []), mention]);
    } else {
      const mention = open.get(closed!)?.pop();
      if (mention) mentions.push({ ...mention, last: token });
    }
  }
}

const JOINED = /^(?:flat|compound|nmod|amod|nummod|case|punct|cc|conj|goeswith|fixed|nmod:poss|nmod:unmarked)$/u;

function nameOf(tokens: readonly Token[], { type, first, last }: Mention): NameSpan | undefined {
  const named = NAME_TYPES.find((candidate) => candidate === (type === 'organization' ? 'organisation' : type));
  if (!named) return undefined;
  const own = tokens.slice(first - 1, last);
  const head = own.find((token) => token.head < first || token.head > last);
  if (!head || !/^NNPS?$/u.test(head.tag)) return undefined;
  const isProper = (token: Token) => /^NNPS?$/u.test(token.tag);
  const belongs = (token: Token): boolean => {
    if (token === head) return true;
    const above = own.find((candidate) => candidate.id === token.head);
    if (token.relation === 'punct' && !/^(?:HYPH|\.)$/u.test(token.tag)) return false;
    return above !== undefined && JOINED.test(token.relation) && belongs(above);
  };
  // Outward from the head over what belongs to the name; it ends with a proper noun or number on either side.
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
