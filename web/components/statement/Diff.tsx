import type { Difference } from '../../api/types.ts';

/** Words, and the spaces and marks between them. */
function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*|\s+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
}

type Run = { readonly words: string; readonly change: 'same' | 'gone' | 'new' | 'mark' };

/** A word diff by the longest common subsequence of words; marks between words are never highlighted. */
function wordDiff(before: string, after: string): Run[] {
  const [a, b] = [tokens(before), tokens(after)];
  const same = (i: number, j: number) => a[i]!.toLowerCase() === b[j]!.toLowerCase();
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] = same(i, j) ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const runs: Run[] = [];
  const push = (words: string, change: Run['change']) => {
    const kind = /[\p{L}\p{N}]/u.test(words) ? change : 'mark';
    // Marks that are only in the text before are left out.
    if (kind === 'mark' && change === 'gone') {
      const last = runs.at(-1);
      // A space keeps the removed words apart.
      if (last?.change === 'gone') runs[runs.length - 1] = { words: `${last.words} `, change: 'gone' };
      return;
    }
    const last = runs.at(-1);
    if (last?.change === kind) runs[runs.length - 1] = { words: last.words + words, change: kind };
    else runs.push({ words, change: kind });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && same(i, j)) {
      push(b[j]!, 'same');
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) push(a[i++]!, 'gone');
    else push(b[j++]!, 'new');
  }
  return joined(runs);
}

/** Joins runs of one kind, together with the spaces between them. */
function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  runs.forEach((run, i) => {
    const last = all.at(-1);
    const isSpace = run.change === 'mark' && /^\s+$/u.test(run.words) && runs[i + 1]?.change === last?.change;
    if (last && (isSpace || run.change === last.change))
      all[all.length - 1] = { ...last, words: last.words + run.words };
    else all.push(run);
  });
  return all;
}

/** Below this share of letters in common, marking the differences tells the reader nothing. */
const ALIKE = 0.25;

function isAlike(runs: readonly Run[]): boolean {
  const letters = (change: Run['change']) =>
    runs.reduce((sum, run) => sum + (run.change === change ? run.words.length : 0), 0);
  return letters('same') >= ALIKE * Math.min(letters('same') + letters('new'), letters('same') + letters('gone'));
}

/** The second text, with the words it lacks struck out and its new words underlined. Just the text where the two have little in common. */
export function DiffWords({ before, after }: { readonly before: string; readonly after: string }) {
  const runs = wordDiff(before, after);
  if (!isAlike(runs)) return <>{after}</>;
  return (
    <span className="diff">
      {runs.map(({ words, change }, i) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one diff stand in their order
        if (change === 'gone') return <del key={i}>{words.trim()} </del>;
        // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one diff stand in their order
        if (change === 'new') return <ins key={i}>{words}</ins>;
        return words;
      })}
    </span>
  );
}

/** The differences between a quotation and its source, each in a sentence. */
export function DifferenceList({ differences }: { readonly differences: readonly Difference[] }) {
  const told = differences.filter(({ kind }) => kind !== 'punctuation');
  if (told.length === 0) return null;
  return (
    <ul className="differences">
      {told.map((one) => (
        <li key={`${one.kind}${one.printed}${one.source}`}>
          {differenceWords(one)}
          {one.turnsSense && <strong> changes the meaning</strong>}
        </li>
      ))}
    </ul>
  );
}

function differenceWords({ kind, printed = '', source = '' }: Difference): string {
  const words: Readonly<Record<Difference['kind'], string>> = {
    changed: `printed “${printed}”, said “${source}”`,
    inserted: `printed “${printed}”, which was not said`,
    dropped: `left out without a mark: “${source}”`,
    bracketed: source ? `in brackets “${printed}” for “${source}”` : `in brackets “${printed}”`,
    ellipsis: `left out, and marked so: “${source}”`,
    before: `before it: “${source}”`,
    after: `after it: “${source}”`,
    spelling: `different spelling: “${printed}” for “${source}”`,
    punctuation: 'different punctuation',
  };
  return words[kind].replace(/\s+/gu, ' ');
}
