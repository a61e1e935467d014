import {
  AFTER_SPEAKER,
  LABEL_PARTICLES,
  SPEECH_AFTER_NAME,
  SPEECH_BY,
  SPEECH_MADE,
  SPEECH_OF,
} from '../../language/english/turns.ts';

/** Letters of a title that are looked at. */
const LONGEST = 400;

/**
 * The words of a title that say whose speech it is: "First Minister" of "First Minister's speech 3 April", "Secretary of
 * Labor Hugo Trask" of "Remarks by …"; undefined where it is no speech's.
 */
export function speakerOfSpeech(printed: string): string | undefined {
  const title = printed.slice(0, LONGEST).replace(/\s+/gu, ' ');
  const by = SPEECH_BY.exec(title);
  const named = by && nameIn(title.slice(by.index + by[0].length).split(AFTER_SPEAKER)[0]!);
  if (named) return named;
  const before = [SPEECH_OF, SPEECH_AFTER_NAME, SPEECH_MADE]
    .map((pattern) => pattern.exec(title)?.index)
    .find((at) => at !== undefined);
  return before === undefined
    ? undefined
    : nameIn(
        title
          .slice(0, before)
          .split(/[:|–—]\s|\s-\s/u)
          .at(-1)!,
      );
}

/** Whether a line that begins with a name and a colon is the title of a speech: "Lydia Osmond: speech to …". */
export function isSpeechTitle(line: string): boolean {
  return SPEECH_AFTER_NAME.test(line.slice(0, LONGEST)) && !/[.!?]$/u.test(line);
}

/** The words without an article, if they begin with a capital and are no sentence. */
function nameIn(words: string): string | undefined {
  const name = words
    .trim()
    .replace(/^(?:the|a|an|full text of)\s+/iu, '')
    .replace(/,$/u, '');
  const isName = name.split(/[\s,]+/u).every((word) => /^\p{Lu}/u.test(word) || LABEL_PARTICLES.has(word));
  if (!isName && name.includes(',')) return nameIn(name.split(',')[0]!);
  return name !== '' && name.length <= 100 && isName ? name : undefined;
}
