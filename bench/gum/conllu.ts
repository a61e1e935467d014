import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Range } from '../../src/document/index.ts';

/** A word with its Universal Dependencies annotation. */
export interface Token extends Range {
  /** Number in its sentence, from 1. */
  readonly id: number;
  readonly lemma: string;
  /** Penn Treebank's part of speech. */
  readonly tag: string;
  /** Number of the token that it depends on; 0 for the root. */
  readonly head: number;
  readonly relation: string;
}

/** A mention of an entity: from token `first` to token `last`, both in it. */
export interface EntityMention {
  readonly entity: string;
  /** "person", "organization" and so on; empty if the corpus does not say. */
  readonly type: string;
  readonly first: number;
  readonly last: number;
}

export interface Sentence {
  /** Who says it in a conversation, as the corpus calls them. */
  readonly speaker?: string;
  readonly tokens: readonly Token[];
  readonly mentions: readonly EntityMention[];
}

/** A text of GUM or OntoGUM; offsets are UTF-16. */
export interface AnnotatedText {
  readonly name: string;
  readonly genre: string;
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** The CoNLL-U files of a folder, in the order of their names. */
export function readConllu(folder: string): AnnotatedText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.conllu'))
    .sort()
    .map((file) => parseConllu(basename(file, '.conllu'), readFileSync(join(folder, file), 'utf8')));
}

/** The head of a mention: the token whose governor is outside it. */
export function headOf({ tokens }: Sentence, { first, last }: EntityMention): Token | undefined {
  return tokens.slice(first - 1, last).find((token) => token.head < first || token.head > last);
}

function parseConllu(name: string, conllu: string): AnnotatedText {
  let text = '';
  const sentences: Sentence[] = [];
  const open = new Map<string, EntityMention[]>();
  for (const sentence of conllu.split(/\n\n+/u)) {
    const lines = sentence.split('\n');
    if (lines.some((line) => line.startsWith('# newpar')) && text !== '') text = `${text.trimEnd()}\n\n`;
    const tokens: Token[] = [];
    const mentions: EntityMention[] = [];
    let printedUntil = 0;
    for (const line of lines) {
      if (line === '' || line.startsWith('#')) continue;
      const columns = line.split('\t');
      const [id = '', form = '', lemma = '', , tag = '', , head, relation = ''] = columns;
      const misc = columns[9] ?? '_';
      if (id.includes('.')) continue;
      const number = Number.parseInt(id, 10);
      // A word of several tokens, such as "don't", has a line of its own before theirs.
      if (id.includes('-')) printedUntil = Number(id.split('-')[1]);
      const printed = id.includes('-') || number > printedUntil;
      if (printed) text += form;
      if (id.includes('-')) {
        let start = text.length - form.length;
        for (const part of lines.filter((other) => isPartOf(other, number, printedUntil))) {
          const length = part.split('\t')[1]!.length;
          tokens.push({
            id: Number.parseInt(part, 10),
            lemma: '',
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
        tokens[number - 1] = { ...place, id: number, lemma, tag, head: Number(head), relation };
      }
      if (printed && !misc.includes('SpaceAfter=No')) text += ' ';
      if (id.includes('-')) continue;
      readEntities(misc, number, open, mentions);
    }
    // A mention ends with its sentence.
    open.clear();
    const speaker = lines.find((line) => line.startsWith('# speaker = '))?.slice('# speaker = '.length);
    sentences.push({ ...(speaker ? { speaker } : {}), tokens, mentions });
  }
  const genre = name.split('_')[1] ?? '';
  return { name, genre, text: text.trimEnd(), sentences };
}

function isPartOf(line: string, first: number, last: number): boolean {
  const id = Number(line.split('\t')[0]);
  return id >= first && id <= last;
}

/** `Entity=(1-person-new-…(2-place-…` opens, `1)` closes, `(3-place-…)` is a mention of one token; OntoGUM has no types. */
function readEntities(
  misc: string,
  token: number,
  open: Map<string, EntityMention[]>,
  mentions: EntityMention[],
): void {
  const field = misc.split('|').find((part) => part.startsWith('Entity='));
  if (!field) return;
  for (const match of field.slice('Entity='.length).matchAll(/\((\d+)(?:-([a-z]+)[^()]*)?(\))?|(\d+)\)/gu)) {
    const [, opened, type, closedAtOnce, closed] = match;
    if (opened !== undefined) {
      const mention = { entity: opened, type: type ?? '', first: token, last: token };
      if (closedAtOnce) mentions.push(mention);
      else open.set(opened, [...(open.get(opened) ?? []), mention]);
    } else {
      const mention = open.get(closed!)?.pop();
      if (mention) mentions.push({ ...mention, last: token });
    }
  }
}
