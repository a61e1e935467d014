import { COURTESY, hasFiniteVerb, NO_END, NOT_MEANT, ONLY_NAMED, WANTED } from '../../language/english/assertions.ts';
import type { CueAct } from '../../language/english/cues.ts';
import { SUBJECTS } from '../../language/english/pronouns.ts';
import { topicStem } from '../../language/english/stems.ts';
import { wordsIn } from '../fidelity/words.ts';

/** What is taken up, refused or asked for needs no verb of its own: "promised [to sell the port]". */
const WANTING: ReadonlySet<string> = new Set<CueAct>([
  'promise',
  'demand',
  'deny',
  'decline',
  'agree',
  'suggest',
  'announce',
  'warn',
]);

/** A passage longer than this is a list or a text whose sentences are not known; in letters. */
const LONGEST = 600;
/** A passage of fewer words, or of fewer words that tell a subject, is about nothing. */
const FEWEST_WORDS = 4;
const FEWEST_STEMS = 1;

/**
 * The passages of what was said that assert something: sentences with a subject and a verb of their own, and what is
 * promised or demanded. Questions, courtesies, names, titles and fragments are none.
 *
 * @param act what the words of saying do; an infinitive alone asserts something after a promise or a demand
 */
export function assertionsIn(text: string, act = 'say'): string[] {
  return sentencesIn(text).filter((sentence) => asserts(sentence, act));
}

function asserts(sentence: string, act: string): boolean {
  if (sentence.length > LONGEST || /\?["”’)\s]*$/u.test(sentence)) return false;
  if (COURTESY.test(sentence) || NOT_MEANT.test(sentence) || ONLY_NAMED.test(sentence)) return false;
  const words = wordsIn(sentence).map(({ key }) => key);
  if (words.length < FEWEST_WORDS || words.filter((word) => topicStem(word) !== undefined).length < FEWEST_STEMS)
    return false;
  if (WANTED.test(sentence)) return WANTING.has(act);
  if (words[0] === 'that') return hasFiniteVerb(words.slice(1));
  return hasFiniteVerb(words, { isPhrase: /^\p{Ll}/u.test(sentence) && !SUBJECTS.has(words[0]!) });
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of what was said, without quotation marks; runs that stand apart in the text are never one sentence. */
function sentencesIn(text: string): string[] {
  const plain = text.replace(/[“”"«»]/gu, ' ');
  return plain
    .split(/\n+|\s…\s|;\s/u)
    .flatMap((run) => joined(Array.from(SENTENCES.segment(run), ({ segment }) => segment)))
    .map((sentence) =>
      sentence
        .replace(/\s+/gu, ' ')
        .replace(/^[\s,–—-]+/u, '')
        .trim(),
    )
    .filter((sentence) => sentence !== '');
}

/** Puts together what the segmenter parted at an abbreviation. */
function joined(segments: readonly string[]): string[] {
  const sentences: string[] = [];
  for (const segment of segments) {
    const last = sentences.at(-1);
    if (last !== undefined && NO_END.test(last.trimEnd())) sentences[sentences.length - 1] = last + segment;
    else sentences.push(segment);
  }
  return sentences;
}
