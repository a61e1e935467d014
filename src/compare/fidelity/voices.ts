import { contains, type Range } from '../../document/index.ts';
import { LABEL_TITLES } from '../../language/english/titles.ts';

/** What one person says in a source: a turn of a transcript, a quotation in a press release. */
export interface Voice {
  /** As the source prints the name: "CAPTAIN REYK", "Stellan Brandt". */
  readonly speaker: string;
  readonly content: readonly Range[];
}

/**
 * Whether two names mean the same speaker: they share a word that is not a title, like "Captain Reyk" and "JONAS REYK".
 * Undefined if one of them is a description ("a union spokeswoman"), because nobody can tell.
 */
export function sameSpeaker(one: string, other: string): boolean | undefined {
  const [ours, theirs] = [one, other].map(namingWords);
  if (ours!.some((word) => theirs!.includes(word))) return true;
  return isName(one) && isName(other) ? false : undefined;
}

function namingWords(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}’'-]+/u)
    .filter((word) => word !== '' && !LABEL_TITLES.has(word));
}

function isName(name: string): boolean {
  const words = name.split(/\s+/u).filter((word) => !LABEL_TITLES.has(word.toLowerCase().replace('.', '')));
  return words.length > 0 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** Who says a passage. Undefined if unknown, or if the speaker is quoting somebody else there. */
export function speakerAt(text: string, voices: readonly Voice[], passage: Range): string | undefined {
  const holding = voices.flatMap(({ speaker, content }) =>
    content.filter((part) => contains(part, passage)).map((part) => ({ speaker, part })),
  );
  const innermost = holding.sort((a, b) => a.part.end - a.part.start - (b.part.end - b.part.start))[0];
  if (!innermost) return undefined;
  const before = text.slice(innermost.part.start, passage.start).replace(/^["“]/u, '');
  const straight = (before.match(/"/gu) ?? []).length % 2 === 1;
  const curly = before.lastIndexOf('“') > before.lastIndexOf('”');
  return straight || curly ? undefined : innermost.speaker;
}
