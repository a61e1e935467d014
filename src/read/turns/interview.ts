import { AFTER_INTERVIEWEE, BEFORE_INTERVIEWEE, EDITED, FIRST_PERSON } from '../../language/english/turns.ts';
import type { People } from './people.ts';
import type { Line } from './recognise.ts';

/** Which lines of an interview ask and which answer; the rest is narration. */
export type Side = 'question' | 'answer' | undefined;

/**
 * The sides of an interview whose questions are bold, italic or headings and whose answers have no label; undefined
 * where the document is none. Explainers are printed in the same way: in an interview the questions say "you" and the
 * answers "I".
 */
export function interviewSides(lines: readonly Line[]): readonly Side[] | undefined {
  const asks = lines.map(
    (line) => line.kind !== 'title' && line.kind !== 'byline' && (line.isStrong || line.kind === 'heading'),
  );
  const questions = lines.flatMap(({ text }, i) => (asks[i] && text.endsWith('?') ? [i] : []));
  if (questions.length < 2) return undefined;
  const first = questions[0]!;
  const sides = lines.map((line, i): Side => {
    if (i < first || line.kind === 'title' || line.kind === 'byline') return undefined;
    if (EDITED.test(line.text)) return undefined;
    if (asks[i]) return 'question';
    return line.kind === 'caption' ? undefined : 'answer';
  });
  const asked = lines.filter((_, i) => sides[i] === 'question').map(({ text }) => text);
  const answers = answersIn(lines, sides);
  const share = (texts: readonly string[], pattern: RegExp) =>
    texts.filter((text) => pattern.test(text)).length / Math.max(1, texts.length);
  const isAsked = questions.length >= asked.length * 0.6 && answers.length >= asked.length * 0.8;
  const toSomebody = share(asked, /\byou(?:r|rself)?\b/iu);
  const ofOneself = share(asked, /\b(?:I|my)\b/u);
  const isTalk = toSomebody >= 1 / 3 && toSomebody > ofOneself && share(answers, /\b(?:I|me|my)\b|\bI['’]/u) >= 0.5;
  return isAsked && isTalk ? sides : undefined;
}

/** The answers, each with all of its paragraphs. */
function answersIn(lines: readonly Line[], sides: readonly Side[]): string[] {
  const answers: string[] = [];
  sides.forEach((side, i) => {
    if (side !== 'answer') return;
    if (sides[i - 1] === 'answer') answers.push(`${answers.pop()!} ${lines[i]!.text}`);
    else answers.push(lines[i]!.text);
  });
  return answers;
}

const NAME = /(?<![\p{L}’'-])\p{Lu}[\p{L}’'-]+(?: (?:(?:de|van|von|der|la|al) ){0,2}\p{Lu}[\p{L}’'-]+){1,3}/gu;

/** Who answers an interview, by its title and what stands before the first question. */
export function intervieweeIn(title: string, head: string, people: People, byline = ''): string | undefined {
  const names = [...`${title}\n${head}`.matchAll(NAME)].flatMap(({ index, 0: name }) => {
    const whole = `${title}\n${head}`;
    return byline.includes(name)
      ? []
      : [
          {
            name,
            before: whole.slice(Math.max(0, index - 60), index),
            after: whole.slice(index + name.length, index + name.length + 70),
          },
        ];
  });
  const introduced = names.find(({ before }) => BEFORE_INTERVIEWEE.test(before));
  const titled = names.find(
    ({ before, after, name }) => AFTER_INTERVIEWEE.test(after) && /[’”'":]\s*$/u.test(before) && title.includes(name),
  );
  const printed = [...new Set(names.map(({ name }) => name))];
  // "Meeting Rolf Dane" at the beginning of a title is "Rolf Dane" below it.
  const only = new Set(printed.map((name) => printed.find((other) => name.endsWith(` ${other}`)) ?? name));
  const found = introduced ?? titled ?? undefined;
  const [one] = only;
  const name = found?.name ?? (only.size === 1 ? one : undefined);
  return name && people.named(name).name;
}

/** How often somebody speaks of himself outside quotation marks, to the words. */
export function firstPersonShare(text: string): number {
  const own = text.replace(/[“"][^“”"]{0,2000}[”"]/gu, ' ');
  return (own.match(FIRST_PERSON)?.length ?? 0) / Math.max(1, own.split(/\s+/u).length);
}
