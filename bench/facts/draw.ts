/**
 * Draws sentences of BASIL and MEANTIME to be labelled by hand: those that contain words of a kind, shuffled with a fixed
 * seed.
 *
 *     npm run draw-sentences -- dates|channels|figures COUNT [SEED]
 */
import { join } from 'node:path';
import { sentencesOf } from '../../src/extract/text/sentences.ts';
import { mulberry32 } from '../random.ts';
import { readArticles } from './corpora.ts';

const WORDS: Readonly<Record<string, RegExp>> = {
  dates:
    /\b(?:\w+day|today|tonight|yesterday|tomorrow|(?:this|last|next|previous|past|following) (?:\w+ )?(?:week|weekend|month|year|night|spring|summer|fall|autumn|winter|decade|century)|ago|earlier|January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.|(?:19|20)\d\d)\b/u,
  channels:
    /\b(?:told|interview\w*|statement|letter|speech|conference|briefing|tweet\w*|Twitter|Facebook|posted|memo|e-?mail|blog|testi\w+|broadcast|appear\w+|show|radio|television|TV|rally|debate|reported|according to)\b/u,
  figures:
    /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?|millions?|billions?|dozens?|half|third|quarter|percent|twice|double)\b/u,
};

const [kind = '', count = '', seed = '4'] = process.argv.slice(2);
const words = WORDS[kind];
if (!words) throw new Error(`Give one of ${Object.keys(WORDS).join(', ')}, and how many.`);
const random = mulberry32(Number(seed));
const sentences = readArticles(join('..', 'shared', 'data')).flatMap((article) =>
  sentencesOf(article.text, { start: 0, end: article.text.length }, [], 0).map((frame) => ({ article, frame })),
);
for (let drawn = 0; drawn < Number(count); ) {
  const { article, frame } = sentences[Math.floor(random() * sentences.length)]!;
  const text = article.text.slice(frame.start, frame.end);
  if (!words.test(text)) continue;
  drawn++;
  process.stdout.write(`${article.id}\t${article.published}\t${frame.start}\t${text.replace(/\s+/gu, ' ')}\n`);
}
