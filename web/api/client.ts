import { stringifySearch } from '../search.ts';
import type { Answer, Asked, Body, PathOf, Query } from './types.ts';

/** A failure as the API reports it: one sentence for a person, and the status, 0 where there was no answer. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

/** An address under the API: `{names}` in the path are filled in, the other values become the query. */
export function apiPath(path: string, values: Query = {}): string {
  const query: Record<string, unknown> = { ...values };
  const filled = path.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = query[name];
    delete query[name];
    return encodeURIComponent(String(value));
  });
  return `/api/v1${filled}${stringifySearch(query)}`;
}

/** Asks the API with the values of a path and its query. Throws an ApiError with the API's sentence. */
export function ask<Path extends PathOf<'GET'>>(
  path: Path,
  // The values may be left out for a path that requires none.
  ...[values, init]: Record<string, never> extends Asked<'GET', Path>
    ? [values?: Asked<'GET', Path>, init?: RequestInit]
    : [values: Asked<'GET', Path>, init?: RequestInit]
): Promise<Answer<'GET', Path>> {
  return answerOf(apiPath(path, values as Query), init);
}

/** Changes something: sends the body as JSON to a path of the API. Throws an ApiError with the API's sentence. */
export function send<Method extends 'POST' | 'PATCH' | 'DELETE', Path extends PathOf<Method>>(
  method: Method,
  path: Path,
  ...[values, body]: Body<Method, Path> extends never
    ? [values: Asked<Method, Path>]
    : [values: Asked<Method, Path>, body: Body<Method, Path>]
): Promise<Answer<Method, Path>> {
  return answerOf(apiPath(path, values as Query), {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
}

/** Uploads the bytes of a document under a name. Throws an ApiError with the API's sentence. */
export function upload(name: string, bytes: Blob, ocr: boolean): Promise<Answer<'POST', '/additions'>> {
  return answerOf(apiPath('/additions', { name, ...(ocr ? { ocr } : {}) }), { method: 'POST', body: bytes });
}

/** The JSON at an address, of a type that the caller knows. Throws an ApiError if the server refuses or cannot be reached. */
export async function answerOf<T>(address: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address, init);
  } catch (cause) {
    if ((cause as Error).name === 'AbortError') throw cause;
    throw new ApiError(0, 'Onrecord does not answer. Is “onrecord serve” still running?');
  }
  if (!response.ok) {
    const problem = (await response.json().catch(() => ({}))) as { detail?: string };
    throw new ApiError(response.status, problem.detail ?? `The server answered ${response.status}.`);
  }
  return (await response.json()) as T;
}
