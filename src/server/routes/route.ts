import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import { type Column, csvTable } from '../../export/index.ts';
import { problem, problemOf } from '../problems.ts';
import type { API } from '../schemas/api.ts';
import { problemSchema } from '../schemas/problem.ts';

const NOTHING = z.object({});
type Nothing = typeof NOTHING;

/** The schema that `API` has for a part of a route; unknown if it does not have the route. */
type Described<Method extends string, Path, Part extends string> =
  Uppercase<Method> extends keyof typeof API
    ? Path extends keyof (typeof API)[Uppercase<Method>]
      ? (typeof API)[Uppercase<Method>][Path] extends Readonly<Record<Part, infer Schema>>
        ? Schema
        : unknown
      : unknown
    : unknown;

export const FAILURE = {
  default: {
    description: 'what is wrong, in a sentence',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
} as const;

interface About {
  /** One line for the document. */
  readonly summary: string;
  readonly tag: string;
}

/** A route that gives what it is asked for. */
export function reads<
  const Path extends string,
  Gives extends z.ZodType,
  Query extends z.ZodObject = Nothing,
  Params extends z.ZodObject = Nothing,
>(
  path: Path,
  {
    summary,
    tag,
    query,
    params,
    gives,
  }: About & {
    query?: Query & Described<'GET', Path, 'query'>;
    params?: Params;
    gives: Gives & Described<'GET', Path, 'gives'>;
  },
) {
  return createRoute({
    method: 'get',
    path,
    summary,
    tags: [tag],
    request: { query: (query ?? NOTHING) as Query, params: (params ?? NOTHING) as Params },
    responses: {
      200: { description: summary, content: { 'application/json': { schema: gives as Gives } } },
      ...FAILURE,
    },
  });
}

/** A route that changes something. */
export function writes<
  const Method extends 'post' | 'put' | 'patch' | 'delete',
  const Path extends string,
  Gives extends z.ZodType,
  Body extends z.ZodType = Nothing,
  Params extends z.ZodObject = Nothing,
>(
  method: Method,
  path: Path,
  {
    summary,
    tag,
    body,
    params,
    gives,
  }: About & {
    body?: Body & Described<Method, Path, 'body'>;
    params?: Params;
    gives: Gives & Described<Method, Path, 'gives'>;
  },
) {
  return createRoute({
    method,
    path,
    summary,
    tags: [tag],
    request: {
      params: (params ?? NOTHING) as Params,
      ...(body ? { body: { required: true, content: { 'application/json': { schema: body as Body } } } } : {}),
    } as { params: Params; body: { required: true; content: { 'application/json': { schema: Body } } } },
    responses: {
      200: { description: summary, content: { 'application/json': { schema: gives as Gives } } },
      ...FAILURE,
    },
  });
}

/** The id in a path. */
export const byId = z.object({
  id: z
    .string()
    .min(1)
    .max(100)
    .openapi({ param: { name: 'id', in: 'path' } }),
});

/** Routes whose wrong input is told as a problem, with the field and what to write. */
export function routes(): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const told = result.error.issues.slice(0, 5).map(({ path, message }) => {
        const field = path.join('.');
        return field === '' ? message : `${field}: ${message}`;
      });
      return problem(c, 400, 'wrong-usage', told.join('; '));
    },
  });
  app.onError(problemOf);
  return app;
}

/** What a client may take lines or bytes as. */
export async function download(
  c: Context,
  type: string,
  name: string,
  lines: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<Response> {
  c.header('content-type', type);
  c.header('content-disposition', `attachment; filename="${name}"`);
  // What fails before the first line is told as a problem.
  const source = Symbol.asyncIterator in lines ? lines[Symbol.asyncIterator]() : lines[Symbol.iterator]();
  let next = await source.next();
  return stream(c, async (out) => {
    let waiting = '';
    for (; !next.done; next = await source.next()) {
      if (typeof next.value !== 'string') await out.write(next.value);
      else {
        waiting += next.value;
        if (waiting.length > 64_000) {
          await out.write(waiting);
          waiting = '';
        }
      }
      if (out.aborted) return;
    }
    await out.write(waiting);
  });
}

/** A route that gives a file of a type, not a value: what is asked comes checked, as everywhere. */
export function file<Query extends z.ZodObject = Nothing, Params extends z.ZodObject = Nothing>(
  app: OpenAPIHono,
  path: string,
  {
    summary,
    tag,
    query,
    params,
    type,
    schema,
  }: About & {
    query?: Query;
    params?: Params;
    /** Media type. */
    type: string;
    /** Of what is JSON. */
    schema?: z.ZodType;
  },
  answer: (c: Context, query: z.output<Query>, params: z.output<Params>) => Promise<Response>,
): void {
  const route = createRoute({
    method: 'get',
    path,
    summary,
    tags: [tag],
    request: { query: (query ?? NOTHING) as Query, params: (params ?? NOTHING) as Params },
    responses: {
      200: { description: summary, content: { [type.split(';')[0]!]: { schema: schema ?? z.string() } } },
      ...FAILURE,
    },
  });
  type Checked = { valid(of: 'query'): z.output<Query>; valid(of: 'param'): z.output<Params> };
  // The types of routes know answers that are values only.
  app.openapi(route, ((c: Context) => {
    const asked = c.req as unknown as Checked;
    return answer(c, asked.valid('query'), asked.valid('param'));
  }) as never);
}

/** A table that is there as JSON and as CSV too, every row and every column of what the filters leave. */
export function table<Query extends z.ZodObject, Item extends z.ZodType>(
  app: OpenAPIHono,
  path: string,
  {
    summary,
    tag,
    query,
    item,
    rows,
  }: About & {
    query: Query;
    item: Item;
    /** The rows of a query, with the columns that the CSV has. */
    rows: (
      query: z.output<Query>,
    ) => Promise<{ rows: Iterable<unknown> | AsyncIterable<unknown>; columns: readonly Column<never>[] }>;
  },
): void {
  const name = path.slice(1);
  const json = 'application/json; charset=utf-8';
  file(
    app,
    `${path}.json`,
    { summary: `${summary}: all of it as JSON`, tag, query, type: json, schema: z.array(item) },
    async (c, asked) => download(c, json, `${name}.json`, jsonArray((await rows(asked)).rows)),
  );
  const csv = 'text/csv; charset=utf-8';
  file(app, `${path}.csv`, { summary: `${summary}: all of it as CSV`, tag, query, type: csv }, async (c, asked) => {
    const found = await rows(asked);
    return download(c, csv, `${name}.csv`, csvTable(found.columns as readonly Column<unknown>[], found.rows));
  });
}

async function* jsonArray(rows: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<string> {
  let first = true;
  for await (const row of rows) {
    yield `${first ? '[' : ','}\n${JSON.stringify(row)}`;
    first = false;
  }
  yield first ? '[]\n' : '\n]\n';
}
