import type { z } from '@hono/zod-openapi';
import type { API } from '../../src/server/schemas/api.ts';
import type { orderedStatements, statement } from '../../src/server/schemas/statement.ts';

type Api = typeof API;
type Method = keyof Api;

/** The paths of a method. */
export type PathOf<M extends Method> = keyof Api[M] & string;
/** The answer of a path. */
export type Answer<M extends Method, Path extends PathOf<M>> = Api[M][Path] extends {
  gives: infer Gives extends z.ZodType;
}
  ? z.output<Gives>
  : never;
/** The body of a request to a path; never where it takes none. */
export type Body<M extends Method, Path extends PathOf<M>> = Api[M][Path] extends { body: infer Sent extends z.ZodType }
  ? z.input<Sent>
  : never;
/** The values of a path: those in its `{…}`, and its query. */
export type Asked<M extends Method, Path extends PathOf<M>> = InPath<Path> &
  (Api[M][Path] extends { query: infer Q extends z.ZodType } ? InQuery<z.input<Q>> : Record<never, never>);

type InPath<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [name in Name]: string } & InPath<Rest>
  : Record<never, never>;
/** Values that go into an address. Numbers and booleans may be given as such, and any text for one of several words. */
type InQuery<Input> = { readonly [Name in keyof Input]: InAddress<Input[Name]> };
type InAddress<Value> = unknown extends Value
  ? string | number | undefined
  :
      | (Value extends string ? string : Value extends readonly string[] ? Readonly<Value> : Value)
      | ([Exclude<Value, undefined>] extends ['true' | 'false'] ? boolean : never);

/** Values of any path and query; empty ones are left out. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
/** Which statements are wanted. */
export type StatementQuery = InQuery<z.input<typeof orderedStatements>>;

export type Statement = z.output<typeof statement>;
export type StatementDetail = Answer<'GET', '/statements/{id}'>;
export type DayCount = Answer<'GET', '/statements/days'>[number];
export type Count = Answer<'GET', '/statements/facets'>['kind'][number];
export type DocumentDetail = Answer<'GET', '/documents/{id}'>;
export type Addition = Answer<'POST', '/additions'>;
export type Entity = Answer<'GET', '/entities/{id}'>;
export type EntityCount = Answer<'GET', '/entities'>['items'][number];
export type LikelyDouble = Answer<'GET', '/entities/doubles'>[number];
export type Decision = Answer<'GET', '/decisions'>[number];
export type NewDecision = Body<'POST', '/decisions'>;
export type Coverage = Answer<'GET', '/coverage'>;
export type Positions = Answer<'GET', '/positions'>;
export type Audit = Answer<'GET', '/audit'>;
export type Fidelity = Answer<'GET', '/verify'>[number];
export type Difference = Fidelity['differences'][number];
export type SearchHit = Answer<'GET', '/search'>['hits'][number];
export type Completion = Answer<'GET', '/completions'>[number];
export type NewReview = Body<'POST', '/reviews'>;

export type Feed = Answer<'GET', '/feeds'>[number];
export type NewFeeds = Body<'POST', '/feeds'>;
export type VersionChange = Answer<'GET', '/documents/{id}/versions'>['changes'][number];
export type WordChange = VersionChange['text'][number]['words'][number];
export type SavedSearch = Answer<'GET', '/searches'>[number];
export type Alert = Answer<'GET', '/alerts'>[number];
