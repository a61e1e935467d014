import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Document, locate, type QuoteSelector } from '../document/index.ts';
import { applyReviews } from './reviews/apply.ts';
import { readJson } from './store/json.ts';
import type { Schema } from './store/schema.ts';

/** Parameters by which sites count where a reader comes from; they do not change what is shown. */
const COUNTING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|ref|ref_src|smid|at_\w+|ito|ns_\w+)$/iu;

/** An address as versions are kept under; undefined for none, and for a site's front page, which is no article. */
export function addressOf(url: string | undefined): string | undefined {
  if (url === undefined || !/^https?:\/\//iu.test(url) || !URL.canParse(url)) return undefined;
  const address = new URL(url);
  address.hash = '';
  for (const name of [...address.searchParams.keys()]) if (COUNTING.test(name)) address.searchParams.delete(name);
  return address.pathname === '/' && address.search === '' ? undefined : address.href;
}

/**
 * Notes that an address shows a document now. Where it showed another text of the same article before, that is a version
 * of it that is out of date: it goes out of every answer, and what persons said of it counts for the new one where its
 * words are still there. Inside the transaction that added the document.
 *
 * @returns the document that it takes the place of, if one
 */
export async function noteVersion(
  tx: Kysely<Schema>,
  document: Pick<Document, 'id' | 'text' | 'title' | 'url'>,
  now: string,
): Promise<string | undefined> {
  const address = addressOf(document.url);
  if (address === undefined) return undefined;
  const shown = (await lastAt(tx, address)) ?? (await adopted(tx, address, document));
  if (shown?.document === document.id) {
    await tx
      .updateTable('version')
      .set({ last: now })
      .where('address', '=', address)
      .where('number', '=', shown.number)
      .execute();
    return undefined;
  }
  const before = shown && (await textOf(tx, shown.document));
  // Several articles may name one address, wrongly: a list that they stand in, say.
  if (before && !isSameArticle(before, { text: document.text, title: document.title ?? null })) return undefined;
  await tx
    .insertInto('version')
    .values({ address, number: (shown?.number ?? 0) + 1, document: document.id, seen: now, last: now })
    .execute();
  await tx
    .updateTable('document')
    .set({ removed: null, superseded: null })
    .where('id', '=', document.id)
    .where('superseded', 'is not', null)
    .execute();
  if (!shown) return undefined;
  if (!(await isShownElsewhere(tx, shown.document, address)))
    await tx
      .updateTable('document')
      .set({ removed: now, superseded: document.id })
      .where('id', '=', shown.document)
      .where('removed', 'is', null)
      .execute();
  await carryReviews(tx, shown.document, document);
  return shown.document;
}

async function lastAt(tx: Kysely<Schema>, address: string): Promise<Schema['version'] | undefined> {
  return await tx
    .selectFrom('version')
    .selectAll()
    .where('address', '=', address)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** A document that was added before versions were kept is the first of its address. */
async function adopted(
  tx: Kysely<Schema>,
  address: string,
  { id, url }: Pick<Document, 'id' | 'url'>,
): Promise<Schema['version'] | undefined> {
  const before = await tx
    .selectFrom('document')
    .select(['id', 'added'])
    .where('url', 'in', [address, url!])
    .where('id', '!=', id)
    .where('removed', 'is', null)
    .orderBy('added', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!before) return undefined;
  const first = { address, number: 1, document: before.id, seen: before.added, last: before.added };
  await tx.insertInto('version').values(first).execute();
  return first;
}

async function textOf(tx: Kysely<Schema>, id: string) {
  return await tx.selectFrom('document').select(['text', 'title']).where('id', '=', id).executeTakeFirst();
}

/** Words in a row by which two texts are compared, and the share of them that two versions of one article have at least. */
const SHINGLE = 5;
const SHARED = 0.2;

interface Printed {
  readonly text: string;
  readonly title: string | null;
}

function isSameArticle(one: Printed, other: Printed): boolean {
  if (one.title !== null && one.title === other.title) return true;
  const [ours, theirs] = [shinglesOf(one.text), shinglesOf(other.text)];
  const shared = [...ours].filter((shingle) => theirs.has(shingle)).length;
  return shared >= SHARED * Math.max(1, Math.min(ours.size, theirs.size));
}

function shinglesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE <= words.length; at++) shingles.add(words.slice(at, at + SHINGLE).join(' '));
  return shingles;
}

/** Whether another address shows a document still. */
async function isShownElsewhere(tx: Kysely<Schema>, document: string, address: string): Promise<boolean> {
  const row = await tx
    .selectFrom('version as own')
    .select('own.address')
    .where('own.document', '=', document)
    .where('own.address', '!=', address)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('version as later')
            .select('later.number')
            .whereRef('later.address', '=', 'own.address')
            .whereRef('later.number', '>', 'own.number'),
        ),
      ),
    )
    .executeTakeFirst();
  return row !== undefined;
}

/** What persons said of words that the new version still has counts for it too. */
async function carryReviews(tx: Kysely<Schema>, from: string, to: Pick<Document, 'id' | 'text'>): Promise<void> {
  const reviews = await tx
    .selectFrom('review')
    .selectAll()
    .where('document', '=', from)
    .where('undone', 'is', null)
    .execute();
  const kept = reviews.filter(({ selector }) => locate(to.text, readJson<QuoteSelector>(selector)));
  if (kept.length === 0) return;
  await tx
    .insertInto('review')
    .values(
      kept.map((review) => ({
        ...review,
        id: `r${createHash('sha256').update(`${review.id} ${to.id}`).digest('hex').slice(0, 12)}`,
        document: to.id,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await applyReviews(tx, to.id);
}
