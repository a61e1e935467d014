import type { Statement } from '../../document/index.ts';
import { readJson } from '../store/json.ts';

/** A statement from its column of JSON; one of before speech and thoughts were told apart counts as speech. Throws `record-damaged`. */
export function statementOf(column: string): Statement {
  const statement = readJson<Omit<Statement, 'class'> & Partial<Pick<Statement, 'class'>>>(column);
  return { ...statement, class: statement.class ?? 'speech' };
}
