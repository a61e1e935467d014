import { isSameStatement } from '../compare/index.ts';
import type { Statement } from '../document/index.ts';

/** A statement with what its document says of itself, as `match --ndjson` takes it. */
interface Side {
  readonly statement: Statement;
  readonly document: string;
  readonly outlet?: string | null;
  readonly published?: string | null;
}

/** A line of `match --ndjson`'s answer. */
export type MatchLine =
  | { readonly id: unknown; readonly same: boolean }
  | { readonly id: unknown; readonly error: string };

/**
 * One line `{"id", "one", "other"}` in, whether the two report one utterance out. A line that cannot be read gives an answer
 * with `error`, and costs no other.
 */
export function matchLine(line: string, number: number): MatchLine {
  let id: unknown = null;
  try {
    const input = JSON.parse(line) as { id?: unknown; one?: Side; other?: Side };
    id = input?.id ?? null;
    const { one, other } = input ?? {};
    if (!one?.statement?.content || !other?.statement?.content)
      return { id, error: `line ${number}: has no "one" and "other", each with a "statement"` };
    return { id, same: isSameStatement(rowOf(one), rowOf(other)) };
  } catch (cause) {
    return { id, error: `line ${number}: ${cause instanceof SyntaxError ? 'is no JSON' : (cause as Error).message}` };
  }
}

function rowOf({ statement, document, outlet = null, published = null }: Side) {
  return { statement, document, outlet, published, entity: null, utterance: null, vector: null };
}
