import { createHash } from 'node:crypto';
import { OnrecordError } from '../../document/index.ts';
import { readJson } from '../store/json.ts';
import type { OpenRecord } from '../store/record.ts';
import type { Schema } from '../store/schema.ts';
import type { Looked, SavedSearch } from './searches.ts';

/** Why a search fired. */
export interface Why {
  /** In a sentence. */
  readonly reason: string;
  /** The words of the document around the statement, and where in them its content stands. */
  readonly passage: { readonly text: string; readonly start: number; readonly end: number };
  readonly speaker: string;
  /** The content's spans joined. */
  readonly content: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** What it said before, where it was altered, or where it may be a shift. */
  readonly before?: string;
}

/** `none` without a webhook; `sending` while nobody knows whether it arrives. */
export type Delivery = 'none' | 'waiting' | 'sending' | 'done' | 'dead';

/** A search fired for a statement. */
export interface Alert {
  readonly id: string;
  readonly search: string;
  /** The search's name. */
  readonly name: string;
  readonly statement: string;
  readonly document: string;
  /** ISO time. */
  readonly fired: string;
  readonly why: Why;
  /** Of the webhook: how far it is, how often it was tried, and what went wrong last. */
  readonly delivery: Delivery;
  readonly attempts: number;
  readonly due: string | null;
  readonly problem: string | null;
  /** Whether its document is in the record still, and up to date. */
  readonly isShown: boolean;
}

/** A statement for which a search fires. */
export interface Firing {
  readonly statement: string;
  readonly document: string;
  readonly why: Why;
}

/**
 * Keeps the alerts of a search and how far it has looked, in one transaction. A search fires once for a statement of a
 * document: a quotation that was altered may be taken out later.
 *
 * @returns how many alerts are new
 */
export async function noteAlerts(
  record: OpenRecord,
  { id: search, webhook }: SavedSearch,
  firings: readonly Firing[],
  looked: Looked,
): Promise<number> {
  const fired = new Date().toISOString();
  return await record.transaction(async (tx) => {
    let fresh = 0;
    for (const { statement, document, why } of firings) {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('alert')
        .values({
          id: `a${createHash('sha256').update(`${search} ${statement} ${document}`).digest('hex').slice(0, 16)}`,
          search,
          statement,
          document,
          fired,
          why: JSON.stringify(why),
          delivery: webhook === null ? 'none' : 'waiting',
          attempts: 0,
          due: webhook === null ? null : fired,
          problem: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      fresh += Number(numInsertedOrUpdatedRows ?? 0);
    }
    await tx
      .updateTable('saved_search')
      .set({ looked: JSON.stringify(looked) })
      .where('id', '=', search)
      .execute();
    return fresh;
  });
}

type Row = Schema['alert'] & { readonly name: string; readonly shown: string | null };

function alertOf({ why, delivery, shown, ...row }: Row): Alert {
  return { ...row, why: readJson<Why>(why), delivery: delivery as Delivery, isShown: shown !== null };
}

/** Which alerts are wanted. */
export interface AlertFilter {
  readonly search?: string;
  readonly delivery?: Delivery;
  readonly limit?: number;
}

/** Alerts, newest first. */
export async function listAlerts(
  record: OpenRecord,
  { search, delivery, limit = 100 }: AlertFilter = {},
): Promise<Alert[]> {
  let query = record.db
    .selectFrom('alert')
    .innerJoin('saved_search', 'saved_search.id', 'alert.search')
    .leftJoin('document', (join) => join.onRef('document.id', '=', 'alert.document').on('document.removed', 'is', null))
    .selectAll('alert')
    .select(['saved_search.name', 'document.id as shown']);
  if (search !== undefined) query = query.where('alert.search', '=', search);
  if (delivery !== undefined) query = query.where('alert.delivery', '=', delivery);
  return (await query.orderBy('alert.fired', 'desc').orderBy('alert.id').limit(limit).execute()).map(alertOf);
}

/** An alert with where it goes. */
export interface DueAlert extends Alert {
  readonly webhook: string;
  readonly secret: string;
}

/** Alerts that are to be sent by now, oldest first. */
export async function dueAlerts(record: OpenRecord, now: string, limit = 100): Promise<DueAlert[]> {
  const rows = await record.db
    .selectFrom('alert')
    .innerJoin('saved_search', 'saved_search.id', 'alert.search')
    .leftJoin('document', (join) => join.onRef('document.id', '=', 'alert.document').on('document.removed', 'is', null))
    .selectAll('alert')
    .select(['saved_search.name', 'saved_search.webhook', 'saved_search.secret', 'document.id as shown'])
    .where('alert.delivery', '=', 'waiting')
    .where('alert.due', '<=', now)
    .orderBy('alert.due')
    .orderBy('alert.id')
    .limit(limit)
    .execute();
  return rows.map(({ webhook, secret, ...row }) => ({ ...alertOf(row), webhook: webhook!, secret: secret! }));
}

/** Claims an alert for sending; false where another process has claimed it. */
export async function takeAlert(record: OpenRecord, { id, attempts }: Alert): Promise<boolean> {
  const { numUpdatedRows } = await record.db
    .updateTable('alert')
    .set({ delivery: 'sending', attempts: attempts + 1, due: new Date().toISOString() })
    .where('id', '=', id)
    .where('delivery', '=', 'waiting')
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** Notes how sending an alert went. */
export async function noteDelivery(
  record: OpenRecord,
  id: string,
  change: { readonly delivery: Delivery; readonly due?: string; readonly problem: string | null },
): Promise<void> {
  await record.db.updateTable('alert').set(change).where('id', '=', id).execute();
}

/** Marks alerts as undelivered whose sender ended while sending: nobody knows whether they arrived, so they are not sent again unasked. */
export async function markUndelivered(record: OpenRecord, before: string): Promise<void> {
  await record.db
    .updateTable('alert')
    .set({ delivery: 'dead', problem: 'its sender ended in the middle: it may have arrived' })
    .where('delivery', '=', 'sending')
    .where('due', '<', before)
    .execute();
}

/**
 * Puts undelivered alerts back in line, when a person asks for it: one, or all.
 *
 * @returns how many
 * @throws OnrecordError `not-found` where the one is not undelivered
 */
export async function resendAlerts(record: OpenRecord, id?: string): Promise<number> {
  let query = record.db
    .updateTable('alert')
    .set({ delivery: 'waiting', attempts: 0, due: new Date().toISOString(), problem: null })
    .where('delivery', '=', 'dead');
  if (id !== undefined) query = query.where('id', '=', id);
  const { numUpdatedRows } = await query.executeTakeFirst();
  if (id !== undefined && Number(numUpdatedRows) === 0)
    throw new OnrecordError('not-found', `no alert ${id} is undelivered`);
  return Number(numUpdatedRows);
}
