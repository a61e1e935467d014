import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Document, Statement } from '../../src/document/index.ts';
import { readAndExtract } from '../../src/pipeline/add.ts';
import { letterOffsets } from './letters.ts';

/** A gold statement: labels, and offsets counted in letters (see `letterOffsets`), without text. */
export interface GoldStatement {
  readonly kind: Statement['kind'];
  readonly content: readonly (readonly [number, number])[];
  readonly source: readonly (readonly [number, number])[];
  readonly speaker: string;
  readonly type: string;
  readonly earliest?: string;
  readonly latest?: string;
  /** Readers differ on whether the article tells the day: then it is not compared. */
  readonly isDayOpen?: true;
  readonly channel?: string;
  /** Index of the gold statement whose content contains it. */
  readonly parent?: number;
}

/** The same facts about a statement that was found. */
export function asGold(document: Document, statements: readonly Statement[]): GoldStatement[] {
  const letters = letterOffsets(document);
  return statements.map(({ kind, content, source, speaker, said, channel, parent }) => ({
    kind,
    content: content.map(letters),
    source: source.map(letters),
    speaker: speaker.name,
    type: speaker.type,
    ...(said.earliest ? { earliest: said.earliest } : {}),
    ...(said.latest ? { latest: said.latest } : {}),
    ...(channel ? { channel: channel.name } : {}),
    ...(parent ? { parent: statements.findIndex((candidate) => candidate.id === parent) } : {}),
  }));
}

/** How what was found differs from the gold, one line per difference. */
export function compare(gold: readonly GoldStatement[], found: readonly GoldStatement[]): string[] {
  const keyOf = (statement: GoldStatement) => JSON.stringify(statement.content);
  const lines: string[] = [];
  for (const statement of gold) {
    const match = found.find((candidate) => keyOf(candidate) === keyOf(statement));
    if (!match) lines.push(`missing: ${statement.speaker || 'no source'} at letters ${keyOf(statement)}`);
    else {
      for (const field of ['kind', 'source', 'speaker', 'type', 'earliest', 'latest', 'channel', 'parent'] as const) {
        if (statement.isDayOpen && (field === 'earliest' || field === 'latest')) continue;
        const [wanted, got] = [JSON.stringify(statement[field]), JSON.stringify(match[field])];
        if (wanted !== got)
          lines.push(`${field} of ${statement.speaker || 'no source'} at ${keyOf(statement)}: ${got}, not ${wanted}`);
      }
    }
  }
  for (const statement of found) {
    if (!gold.some((candidate) => keyOf(candidate) === keyOf(statement)))
      lines.push(`too many: ${statement.speaker || 'no source'} at letters ${keyOf(statement)}`);
  }
  return lines;
}

/** Compares every article of `data`, in every format, with `test/gold/NAME.json`, and the formats with each other. */
export async function run(data: string): Promise<void> {
  const files = readdirSync(data)
    .filter((file) => /\.(?:txt|html|pdf)$/u.test(file))
    .sort();
  for (const name of new Set(files.map((file) => basename(file, extname(file))))) {
    const goldFile = join('test', 'gold', `${name}.json`);
    const gold = existsSync(goldFile) ? (JSON.parse(readFileSync(goldFile, 'utf8')) as GoldStatement[]) : undefined;
    let first: GoldStatement[] | undefined;
    for (const file of files.filter((candidate) => basename(candidate, extname(candidate)) === name)) {
      const { document, statements } = await readAndExtract(readFileSync(join(data, file)), file);
      const found = asGold(document, statements);
      first ??= found;
      const differences = compare(gold ?? first, found);
      process.stdout.write(
        `${file}: ${found.length} statements found${gold ? `, ${gold.length} in the gold` : ', no gold'}, ${differences.length} differences\n`,
      );
      for (const difference of differences) process.stdout.write(`  ${difference}\n`);
    }
  }
}
