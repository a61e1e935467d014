import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/server/app.ts';
import { type Running, serving } from './run.ts';

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly {
    name: string;
    in: string;
    required?: boolean;
    example?: string;
    schema: { example?: string };
  }[];
  readonly responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}
interface Api {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { schemas: Record<string, object> };
}

/** The document does not depend on what is served. */
const api = (await (
  await createApp(
    { record: { version: () => '0' }, adding: {}, author: '' } as unknown as Parameters<typeof createApp>[0],
    { onLoopback: false },
  ).request('/api/v1/openapi.json')
).json()) as Api;

let server: Running;
beforeAll(async () => {
  server = await serving();
  await server.send('POST', '/searches', { name: 'Pier', query: { on: 'said', topic: 'pier' } });
});
afterAll(() => server.stop());

test('the document is the one that is served, and valid OpenAPI 3.1', async () => {
  expect(await server.get('/openapi.json')).toEqual(api);
  const { valid, errors } = await new Validator().validate(structuredClone(api) as unknown as Record<string, unknown>);
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

test('every operation says what it does', () => {
  for (const [path, methods] of Object.entries(api.paths))
    for (const [method, { summary }] of Object.entries(methods))
      expect(`${method} ${path}: ${summary}`).toMatch(/: .+/u);
});

const reads = Object.entries(api.paths).flatMap(([path, { get }]) => (get ? [{ path, get }] : []));

/** What stands for the id of a path, from what the record holds. */
async function idFor(path: string): Promise<string | undefined> {
  const list = path.slice(1).split('/')[0]!;
  if (list === 'additions') return undefined;
  const found = await server.get<{ items: { id: string }[] } | { id: string }[]>(
    `/${list}?limit=1${list === 'utterances' ? '&atLeast=1' : ''}`,
  );
  return (Array.isArray(found) ? found : found.items)[0]!.id;
}

describe('each example is answered as the document says', () => {
  test.each(reads)('GET $path', async ({ path, get }) => {
    const id = path.includes('{id}') ? await idFor(path) : '';
    if (id === undefined) return;
    const examples = (get.parameters ?? []).flatMap(({ name, in: where, example, schema }) => {
      const value = example ?? schema.example;
      // One way of asking at a time where two are offered.
      return where === 'query' && value !== undefined ? [[name, value] as const] : [];
    });
    for (const query of [examples, ...(get.parameters?.some(({ required }) => required && true) ? [] : [[]])]) {
      if (path.startsWith('/verify') && query.length === 0) continue;
      const response = await server.ask(
        `${path.replace('{id}', id)}?${new URLSearchParams(query.map(([k, v]) => [k, v]))}`,
      );
      expect(response.status).toBe(200);
      const type = response.headers.get('content-type')?.split(';')[0];
      const schema = get.responses['200']!.content?.['application/json']?.schema;
      if (type !== 'application/json' || !schema) continue;
      const ajv = new Ajv2020({ strict: false, validateFormats: false });
      ajv.addSchema({ $id: 'api', components: api.components });
      const valid = ajv.compile(absolute(schema) as object);
      const body = await response.json();
      valid(body);
      expect(valid.errors ?? []).toEqual([]);
    }
  });
});

/** References into the document, from a schema that is compiled by itself. */
function absolute(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/'));
}
