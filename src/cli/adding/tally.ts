import type { Added } from '../../pipeline/add.ts';

/** What became of the documents that were added. */
export interface Tally {
  added: number;
  known: number;
  copies: number;
  restored: number;
  versions: number;
  foreign: number;
  failed: number;
  statements: number;
}

/** Nothing yet. */
export function newTally(): Tally {
  return { added: 0, known: 0, copies: 0, restored: 0, versions: 0, foreign: 0, failed: 0, statements: 0 };
}

/** Counts one document. */
export function note(
  tally: Tally,
  { outcome, language, statements }: Pick<Added, 'outcome' | 'language' | 'statements'>,
): void {
  if (outcome === 'known') tally.known++;
  else if (outcome === 'copy') tally.copies++;
  else if (outcome === 'restored') tally.restored++;
  else {
    if (outcome === 'version') tally.versions++;
    tally.added++;
    tally.statements += statements;
    if (language !== 'en') tally.foreign++;
  }
}

/** The counts in a line. */
export function summary({ added, known, copies, restored, versions, foreign, failed, statements }: Tally): string {
  const count = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
  const parts = [`${count(added, 'document')} added with ${count(statements, 'statement')}`];
  if (foreign > 0) parts.push(`${foreign} of them not in English`);
  if (versions > 0) parts.push(`${versions} of them new ${versions === 1 ? 'version' : 'versions'} of what was there`);
  if (known > 0) parts.push(`${known} already there`);
  if (copies > 0) parts.push(count(copies, 'copy', 'copies'));
  if (restored > 0) parts.push(`${restored} restored`);
  if (failed > 0) parts.push(`${failed} failed`);
  return parts.join(', ');
}
