import type { Difference } from '../../api/types.ts';

/** Words and what stands between them. */
function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*|\s+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
}

type Run = { readonly words: string; readonly change: 'same' | 'gone' | 'new' | 'mark' };

/** A word diff by the longest common run of words; marks between words are never coloured. */
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
    // A mark that is only before says nothing to who reads the text after.
    if (kind === 'mark' && change === 'gone') {
      const last = runs.at(-1);
      // White space keeps the words that are gone apart.
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

/** White space between two runs of one kind belongs to them. */
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

/** The least share of words in common at which marking the others says something. */
const ALIKE = 0.25;

function isAlike(runs: readonly Run[]): boolean {
  const letters = (change: Run['change']) =>
    runs.reduce((sum, run) => sum + (run.change === change ? run.words.length : 0), 0);
  return letters('same') >= ALIKE * Math.min(letters('same') + letters('new'), letters('same') + letters('gone'));
}

/** What one text has over another: words that are gone and words that are new, told apart by more than colour. */
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

/** The differences of a quotation in words. */
export function DifferenceList({ differences }: { readonly differences: readonly Difference[] }) {
  const told = differences.filter(({ kind }) => kind !== 'punctuation');
  if (told.length === 0) return null;
  return (
    <ul className="differences">
      {told.map((one) => (
        <li key={`${one.kind}${one.printed}${one.source}`}>
          {differenceWords(one)}
          {one.turnsSense && <strong> turns the sense</strong>}
        </li>
      ))}
    </ul>
  );
}

function differenceWords({ kind, printed = '', source = '' }: Difference): string {
  const words: Readonly<Record<Difference['kind'], string>> = {
    changed: `printed “${printed}”, said “${source}”`,
    inserted: `printed “${printed}”, which was not said`,
    dropped: `left out without saying so: “${source}”`,
    bracketed: source ? `in brackets “${printed}” for “${source}”` : `in brackets “${printed}”`,
    ellipsis: `left out, and marked so: “${source}”`,
    before: `before it: “${source}”`,
    after: `after it: “${source}”`,
    spelling: `another spelling: “${printed}” for “${source}”`,
    punctuation: 'another mark',
  };
  return words[kind].replace(/\s+/gu, ' ');
}
