import type { Kysely } from 'kysely';
import type { Extraction } from '../../document/index.ts';
import { chunks } from '../store/chunks.ts';
import type { Schema } from '../store/schema.ts';
import { columnsOf } from './columns.ts';

/** Stores what was extracted from a document. Must run in the transaction that adds the document. */
export async function insertExtraction(
  tx: Kysely<Schema>,
  document: string,
  { statements, figures, names }: Extraction,
): Promise<void> {
  const rows = statements.map((statement, position) => ({
    id: statement.id,
    document,
    position,
    act: statement.act,
    parent: statement.parent ?? null,
    ...columnsOf(statement),
    extracted: null,
    origin: 'program',
  }));
  for (const part of chunks(rows)) await tx.insertInto('statement').values(part).execute();
  const about = statements.flatMap((statement) =>
    (statement.about ?? []).map(({ type, name }) => ({ statement: statement.id, document, type, name })),
  );
  for (const part of chunks(about))
    await tx
      .insertInto('about')
      .values(part)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const named = names.map(({ type, name, role = null, aliases = [] }) => ({
    document,
    type,
    name,
    role,
    aliases: JSON.stringify(aliases),
  }));
  for (const part of chunks(named))
    await tx
      .insertInto('named')
      .values(part)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const counted = figures.map((figure, position) => ({
    document,
    position,
    statement: figure.statement ?? null,
    value: JSON.stringify(figure),
  }));
  for (const part of chunks(counted)) await tx.insertInto('figure').values(part).execute();
}
