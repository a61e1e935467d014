import { createHmac } from 'node:crypto';
import { OnrecordError } from '../../document/index.ts';
import { after, backoff } from '../../net/backoff.ts';
import type { FetchOptions } from '../../net/fetch.ts';
import { post } from '../../net/webhook.ts';
import {
  type DueAlert,
  dueAlerts,
  markUndelivered,
  noteDelivery,
  type OpenRecord,
  takeAlert,
} from '../../record/index.ts';

export interface DeliverOptions extends FetchOptions {
  /** Milliseconds after the first failure until the next try; each later one waits twice as long. */
  readonly retry?: number;
  readonly onDelivery?: (alert: DueAlert, problem: string | undefined) => void;
}

/** Tries of a message, milliseconds after the first, and milliseconds in which one is surely sent or has failed. */
const TRIES = 8;
const RETRY = 30_000;
const SENDING = 120_000;

/**
 * Sends the alerts that are due to their webhooks, signed as Standard Webhooks has it (`webhook-id`, `webhook-timestamp`,
 * `webhook-signature`). A statement is sent until its receiver says that it has it, and no more; where the sender is killed
 * in the middle nobody knows, and the letter is kept for a person to decide.
 */
export async function deliverAlerts(record: OpenRecord, options: DeliverOptions = {}): Promise<number> {
  await markUndelivered(record, after(-SENDING));
  let sent = 0;
  for (const alert of await dueAlerts(record, new Date().toISOString())) {
    if (!(await takeAlert(record, alert))) continue;
    const problem = await send(alert, options);
    if (problem === undefined) {
      sent++;
      await noteDelivery(record, alert.id, { delivery: 'done', problem: null });
    } else {
      const isDead = problem.isFinal || alert.attempts + 1 >= TRIES;
      await noteDelivery(record, alert.id, {
        delivery: isDead ? 'dead' : 'waiting',
        due: after(backoff(options.retry ?? RETRY, alert.attempts + 1)),
        problem: problem.reason,
      });
    }
    options.onDelivery?.(alert, problem?.reason);
  }
  return sent;
}

async function send(
  { id, search, name, statement, document, fired, why, webhook, secret }: DueAlert,
  options: FetchOptions,
): Promise<{ reason: string; isFinal: boolean } | undefined> {
  const body = JSON.stringify({
    type: 'alert',
    timestamp: fired,
    data: { id, search, name, statement, document, ...why },
  });
  const time = Math.floor(Date.now() / 1000);
  try {
    await post(webhook, body, { ...signatureOf(id, time, body, secret), 'content-type': 'application/json' }, options);
    return undefined;
  } catch (cause) {
    if (!(cause instanceof OnrecordError)) throw cause;
    return { reason: cause.message, isFinal: cause.code === 'refused' };
  }
}

/** The headers of Standard Webhooks: an HMAC-SHA256 over id, time and body, in base64. */
function signatureOf(id: string, time: number, body: string, secret: string): Record<string, string> {
  const key = Buffer.from(secret.replace(/^whsec_/u, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(time), 'webhook-signature': `v1,${signature}` };
}

/** Milliseconds between two looks for alerts that are to be sent. */
const LOOK = 2000;

/** Sends alerts as they come, until it is ended; what is due by then is sent still. */
export function delivering(record: OpenRecord, options: DeliverOptions = {}): { end(): Promise<void> } {
  let current: Promise<unknown> = Promise.resolve();
  // A failure of the record itself is told by who writes to it.
  const look = () => {
    current = current.then(() => deliverAlerts(record, options)).catch(() => undefined);
  };
  const timer = setInterval(look, LOOK).unref();
  return {
    end: async () => {
      clearInterval(timer);
      look();
      await current;
    },
  };
}
