import { join } from 'node:path';
import { overlap } from '../../src/document/index.ts';
import { castOf } from '../../src/extract/facts/cast.ts';
import { referentOf } from '../../src/extract/facts/pronouns.ts';
import { prepare } from '../../src/extract/tagger.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { countsOf, f1, type Gender, type Passage, ratioInterval, readGap, sum } from './gap.ts';

/** Pronouns: F1 on GAP's development passages by gender, and the ratio of the two with its interval. */
export async function run(data: string): Promise<void> {
  const file = join(data, 'gap', 'gap-development.tsv');
  const passages = readGap(file);
  const counts = passages.map((passage) => countsOf(passage, takenIn(passage)));
  const of = (gender: Gender) => counts.filter((_, i) => passages[i]!.gender === gender);
  const [feminine, masculine] = [of('feminine'), of('masculine')];
  const { meant, taken, right } = sum(counts);
  const [low, high] = ratioInterval(feminine, masculine);
  const [f, m] = [f1(sum(feminine)), f1(sum(masculine))];
  process.stdout.write(
    `${file}: ${passages.length} passages, ${meant} names meant, ${taken} taken, ${right} right\n` +
      `F1 ${f1(sum(counts)).toFixed(1)}: feminine ${f.toFixed(1)}, masculine ${m.toFixed(1)}; ratio ${(f / m).toFixed(3)}, 95% interval ${low.toFixed(3)}–${high.toFixed(3)}\n`,
  );
}

function takenIn({ text, pronoun, names }: Passage): boolean[] {
  const cast = castOf(prepare(documentOf(text)));
  const word = text.slice(pronoun.start, pronoun.end).toLowerCase();
  const referent = referentOf(cast, pronoun, word, { spoke: new Set() });
  return names.map(({ range }) => referent?.mentions.some((mention) => overlap(mention, range) > 0) ?? false);
}
