import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type ErrorCode, OnrecordError } from '../document/index.ts';
import { recordError } from '../record/index.ts';
import type { problemSchema } from './schemas/problem.ts';

/** What each kind of failure is to HTTP. */
const STATUS: Readonly<Record<ErrorCode, ContentfulStatusCode>> = {
  empty: 422,
  'not-a-document': 422,
  unreadable: 422,
  missing: 404,
  encrypted: 422,
  damaged: 422,
  'no-text': 422,
  'too-large': 413,
  'too-slow': 422,
  'too-deep': 422,
  'wrong-usage': 400,
  'record-newer': 500,
  'record-damaged': 500,
  'record-missing': 500,
  'record-busy': 503,
  'record-read-only': 403,
  'disk-full': 507,
  'model-unavailable': 500,
  'not-found': 404,
  'not-fetched': 502,
  refused: 422,
};

/** An answer that says in one sentence what is wrong. */
export function problem(c: Context, status: ContentfulStatusCode, code: string, detail: string): Response {
  const body: z.output<typeof problemSchema> = { type: `urn:onrecord:problem:${code}`, title: code, status, detail };
  if (status === 503) c.header('Retry-After', '5');
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}

/** A failure as an answer: what a person can act on with its sentence, a fault of our own without its insides. */
export function problemOf(cause: unknown, c: Context): Response {
  if (cause instanceof HTTPException) return problem(c, cause.status as ContentfulStatusCode, 'http', cause.message);
  const error = recordError(cause, 'the record');
  // Commands that the sentences of the command line name mean nothing here.
  if (error instanceof OnrecordError)
    return problem(c, STATUS[error.code], error.code, error.message.replace(/;\s[^;]*\bonrecord\s[a-z][\s\S]*$/u, ''));
  // Postgres keeps no NUL in a text, nor in the text of a JSON value.
  if (['22021', '22P05'].includes((error as { code?: string }).code ?? ''))
    return problem(c, 400, 'wrong-usage', 'the request holds a character that no text has');
  // A client that went away in the middle of what it sent.
  if ((error as NodeJS.ErrnoException).code === 'ECONNRESET')
    return problem(c, 400, 'aborted', 'the request was not sent to its end');
  process.stderr.write(`onrecord serve: ${c.req.method} ${c.req.path}: ${(error as Error).stack ?? String(error)}\n`);
  return problem(c, 500, 'fault', 'this is an error of Onrecord’s own; the terminal in which it runs has its trace');
}
