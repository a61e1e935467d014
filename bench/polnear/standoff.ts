import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Range } from '../../src/document/index.ts';

/** One attribution of a gold file; offsets are UTF-16 into the article's text. */
interface GoldAttribution {
  readonly content: readonly Range[];
  readonly cue: readonly Range[];
  readonly source: readonly Range[];
}

export interface GoldArticle {
  readonly name: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

/**
 * The articles of a folder with `text/` and `attributions/` (brat standoff). Of several annotation files for one
 * text the first by name counts.
 *
 * @throws if the folder lacks either part
 */
export function readGold(folder: string): GoldArticle[] {
  const annotations = readdirSync(join(folder, 'attributions'))
    .filter((file) => file.endsWith('.ann'))
    .sort();
  return readdirSync(join(folder, 'text'))
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => {
      const name = basename(file, '.txt');
      const annotation = annotations.find(
        (candidate) => candidate === `${name}.ann` || candidate.replace(/_[0-9a-z]+\.ann$/u, '') === name,
      );
      if (!annotation) return [];
      const text = readFileSync(join(folder, 'text', file), 'utf8');
      return [
        {
          name,
          text,
          attributions: parseStandoff(readFileSync(join(folder, 'attributions', annotation), 'utf8'), text),
        },
      ];
    });
}

/** Reads `T` (spans) and `E` (events) lines; brat counts code points, JavaScript counts UTF-16 units. */
function parseStandoff(standoff: string, text: string): GoldAttribution[] {
  const units = codePointOffsets(text);
  const spans = new Map<string, Range[]>();
  const attributions: GoldAttribution[] = [];
  for (const line of standoff.split('\n')) {
    const [id, body] = line.split('\t');
    if (!id || !body) continue;
    if (id.startsWith('T')) {
      const offsets = body.slice(body.indexOf(' ') + 1);
      spans.set(
        id,
        offsets.split(';').map((pair) => {
          const [start, end] = pair.split(' ').map(Number);
          return { start: units[start!]!, end: units[end!]! };
        }),
      );
    } else if (id.startsWith('E')) {
      const parts = { content: [] as Range[], cue: [] as Range[], source: [] as Range[] };
      for (const argument of body.split(' ')) {
        const [role, span] = argument.split(':');
        const key = role!.replace(/\d+$/u, '').toLowerCase();
        if (key in parts) parts[key as keyof typeof parts].push(...(spans.get(span!) ?? []));
      }
      if (parts.content.length > 0) {
        for (const runs of Object.values(parts)) runs.sort((a, b) => a.start - b.start);
        attributions.push(parts);
      }
    }
  }
  return attributions;
}

function codePointOffsets(text: string): number[] {
  const offsets: number[] = [];
  let unit = 0;
  for (const character of text) {
    offsets.push(unit);
    unit += character.length;
  }
  offsets.push(unit);
  return offsets;
}
