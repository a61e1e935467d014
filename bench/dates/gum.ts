import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Range } from '../../src/document/index.ts';

/** A date that GUM marks up, with the days that it means as TEI writes them: "2015-05-18", "2014", "--05-18". */
export interface TeiDate extends Range {
  readonly when?: string;
  readonly from?: string;
  readonly to?: string;
}

export interface DatedText {
  readonly name: string;
  readonly genre: string;
  readonly text: string;
  /** The day on which it was made. */
  readonly created: string | undefined;
  readonly dates: readonly TeiDate[];
}

/** The texts of GUM (Zeldes 2017) with the dates in their markup. */
export function readDatedTexts(data: string): DatedText[] {
  return ['dev', 'train'].flatMap((part) =>
    readdirSync(join(data, 'gum', part))
      .filter((file) => file.endsWith('.conllu'))
      .sort()
      .map((file) => datedText(basename(file, '.conllu'), readFileSync(join(data, 'gum', part, file), 'utf8'))),
  );
}

function datedText(name: string, conllu: string): DatedText {
  const created = /^# meta::dateCreated = (\d{4}-\d\d-\d\d)/mu.exec(conllu)?.[1];
  const dates: TeiDate[] = [];
  let open: { start: number; attributes: string } | undefined;
  let text = '';
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newpar')) text = text === '' ? text : `${text.trimEnd()}\n\n`;
    const [id = '', form = '', , , , , , , , misc = ''] = line.split('\t');
    if (!/^\d+(?:-\d+)?$/u.test(id)) continue;
    const markup = /(?:^|\|)XML=([^|]*)/u.exec(misc)?.[1] ?? '';
    const begun = /<date ([^>]*)>/u.exec(markup);
    if (begun) open = { start: text.length, attributes: begun[1]! };
    text += form;
    if (open && markup.includes('</date>')) {
      dates.push({ start: open.start, end: text.length, ...daysOf(open.attributes) });
      open = undefined;
    }
    if (!misc.includes('SpaceAfter=No')) text += ' ';
  }
  return { name, genre: name.split('_')[1]!, text, created, dates };
}

function daysOf(attributes: string): Pick<TeiDate, 'when' | 'from' | 'to'> {
  const value = (key: string) => new RegExp(`(?:^|\\s)${key}:::"([^"]*)"`, 'u').exec(attributes)?.[1];
  return Object.fromEntries(
    (['when', 'from', 'to'] as const).flatMap((key) => {
      const found = value(key);
      return found === undefined ? [] : [[key, found]];
    }),
  );
}
