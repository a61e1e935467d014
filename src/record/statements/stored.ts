import type { Kysely } from 'kysely';
import type { Statement } from '../../document/index.ts';
import { familyOf } from '../entities/entities.ts';
import { chunks } from '../store/chunks.ts';
import { readJson } from '../store/json.ts';
import type { Schema } from '../store/schema.ts';

/** A statement with the document it stands in. */
export interface StoredStatement extends Statement {
  readonly document: {
    readonly id: string;
    readonly title: string | null;
    readonly outlet: string | null;
    readonly published: string | null;
    readonly url: string | null;
  };
  /** The speaker as an entity of the record, with the post that they held when it was said, where it is known. */
  readonly entity?: { readonly id: string; readonly name: string; readonly post?: string };
  /** Where a person reviewed it: the statement as it was extracted, or nothing where they added it. */
  readonly reviewed?: { readonly extracted?: Statement; readonly rejected?: true };
}

/** What an entity of the record is called, and the posts it held. */
interface Called {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly { readonly post: string; readonly earliest: string; readonly latest: string | null }[];
}

async function entitiesOf(db: Kysely<Schema>, ids: readonly string[]): Promise<Map<string, Called>> {
  const found = new Map<string, Called>();
  for (const part of chunks(ids)) {
    const rows = await db.selectFrom('entity').selectAll().where('id', 'in', part).execute();
    const posts = await db.selectFrom('holding').selectAll().where('entity', 'in', part).execute();
    for (const { id, name, renamed } of rows)
      found.set(id, { id, name: renamed ?? name, posts: posts.filter(({ entity }) => entity === id) });
    for (const { id, merged } of rows) {
      if (merged === null) continue;
      const { root } = await familyOf(db, id);
      const whole = (await entitiesOf(db, [root])).get(root)!;
      found.set(id, { ...whole, posts: [...whole.posts, ...found.get(id)!.posts] });
    }
  }
  return found;
}

/** What is read of a statement to show it. */
export interface StatementRead {
  /** Whom the speaker is linked to. */
  readonly entity: string | null;
  readonly value: string;
  readonly extracted: string | null;
  readonly origin: string;
  readonly latest: string | null;
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

/** Rows → statements, with what the record calls their speakers. */
export async function storedStatements(db: Kysely<Schema>, rows: readonly StatementRead[]): Promise<StoredStatement[]> {
  const entities = await entitiesOf(db, [...new Set(rows.flatMap(({ entity }) => entity ?? []))]);
  return rows.map((row) => storedOf(row, row.entity === null ? undefined : entities.get(row.entity)));
}

function storedOf(row: StatementRead, entity: Called | undefined): StoredStatement {
  const { value, extracted, origin, latest, id, title, outlet, published, url } = row;
  const day = (latest ?? published ?? '').slice(0, 10);
  const post = entity?.posts.find(
    ({ earliest, latest: until }) => day !== '' && earliest <= day && (until === null || day <= until),
  )?.post;
  const reviewed = extracted !== null || origin === 'person';
  return {
    ...readJson<Statement>(value),
    document: { id, title, outlet, published, url },
    ...(entity ? { entity: { id: entity.id, name: entity.name, ...(post ? { post } : {}) } } : {}),
    ...(reviewed
      ? {
          reviewed: {
            ...(extracted === null ? {} : { extracted: readJson<Statement>(extracted) }),
            ...(origin === 'rejected' ? { rejected: true as const } : {}),
          },
        }
      : {}),
  };
}
