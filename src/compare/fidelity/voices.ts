import { contains, type Range } from '../../document/index.ts';
import { LABEL_TITLES } from '../../language/english/titles.ts';

/** A stretch of a source that somebody says: a turn of a transcript, a quotation in a release. */
export interface Voice {
  /** As the source names them: "CAPTAIN REYK", "Stellan Brandt". */
  readonly speaker: string;
  readonly content: readonly Range[];
}

/**
 * Whether two names are of one speaker, by the words that are no titles: "Captain Reyk" and "JONAS REYK". Undefined where
 * one of them is no name ("a union spokeswoman"), for then nobody can tell.
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

/** Who says a passage; undefined where nobody is known to, and where somebody reads out what another said. */
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
