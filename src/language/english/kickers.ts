/** What stands over a title, or before it and a colon: of which kind the article is. */
const KICKER =
  /^(?:opinion|analysis|comment(?:ary)?|editorial|leader|exclusive|interview|profile|feature|review|obituary|live|watch|listen|video|revealed|explainer|breaking(?: news)?|sport|business|politics|letters?|(?:press|news) release|for immediate release)$/iu;

/** Whether a line, or the words before the colon of one, tell of which kind an article is: "OPINION", "Interview:". */
export function isKicker(words: string): boolean {
  return KICKER.test(words.replace(/:$/u, '').trim());
}
