import type { Kysely } from 'kysely';
import { compact, type Statement } from '../../document/index.ts';
import { familyOf } from '../entities/entities.ts';
import { chunks } from '../store/chunks.ts';
import type { Schema } from '../store/schema.ts';
import { statementOf } from './json.ts';

/** A statement with its document. */
export interface StoredStatement extends Statement {
  readonly document: {
    readonly id: string;
    readonly title: string | null;
    readonly outlet: string | null;
    readonly published: string | null;
    readonly url: string | null;
  };
  /** The entity that the speaker is linked to, and the post that they held at the time, if known. */
  readonly entity?: { readonly id: string; readonly name: string; readonly post?: string };
  /** Present if a person reviewed it: with what was extracted, unless they added the statement. */
  readonly reviewed?: { readonly extracted?: Statement; readonly rejected?: true };
}

/** An entity's name and the posts it held. */
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

/** The columns that a statement is made from. */
export interface StatementRead {
  /** Id of the entity that the speaker is linked to. */
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

/** Makes statements of rows, with the entities of their speakers. */
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
    ...statementOf(value),
    document: { id, title, outlet, published, url },
    ...(entity ? { entity: { id: entity.id, name: entity.name, ...compact({ post }) } } : {}),
    ...(reviewed
      ? {
          reviewed: {
            ...(extracted === null ? {} : { extracted: statementOf(extracted) }),
            ...(origin === 'rejected' ? { rejected: true as const } : {}),
          },
        }
      : {}),
  };
}
