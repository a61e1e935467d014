import { mulberry32 } from '../random.ts';

/** An invented article. */
export interface MadeArticle {
  readonly title: string;
  readonly byline: string;
  readonly outlet: string;
  readonly published: string;
  readonly paragraphs: readonly string[];
}

const FIRST = 'Ada Owen Ines Hal Tilda Mona Tom Ida Rosa Ned Cleo Bram Edda Jory Wren Lotte Piers Nell Otto Vera'.split(
  ' ',
);
const LAST =
  'Vane Price Holt Brannigan Rook Quill Hale Brandt Thorn Lund Marsh Pell Sayer Dunn Corrie Ashby Frost Keane Moss Tarn'.split(
    ' ',
  );
const ROLES = [
  'mayor of',
  'chief engineer of',
  'harbour master of',
  'police chief of',
  'head of schools in',
  'leader of the opposition in',
];
const TOWNS = 'Nesse Larkhaven Oldmere Brackwell Saltby Thornford Wick Pellow Carrow Dunmouth Estrey Fallow'.split(' ');
const OUTLETS = TOWNS.map((town, i) => `${town} ${['Gazette', 'Courier', 'Echo', 'Herald', 'Post'][i % 5]}`);
const THINGS = [
  'the pier',
  'the old mill',
  'the night bus',
  'the north bridge',
  'the grammar school',
  'the fish market',
  'the sea wall',
  'the town hall',
  'the ferry',
  'the hospital wing',
  'the water tower',
  'the library',
];
const VERBS = ['close', 'reopen', 'sell', 'repair', 'pull down', 'move', 'paint', 'widen', 'rent out', 'insure'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const REASONS = [
  'the roof leaks',
  'nobody pays for it',
  'the piles are rotten',
  'the county wants it so',
  'the winter was hard',
  'two firms have offered to help',
  'the law has changed',
  'the books do not balance',
];
const ADJECTIVES =
  'slow proud empty honest costly quiet stubborn hasty careful hollow bitter generous narrow patient reckless sober fragile noisy clumsy thorough'.split(
    ' ',
  );
const NOUNS =
  'promise bargain ledger harvest harbour winter neighbour lantern orchard argument signal furnace cellar anchor ladder bucket mirror saddle kettle parcel'.split(
    ' ',
  );
const DOINGS = 'mends hides costs follows outlives answers betrays carries drowns flatters'.split(' ');
const DAYS = 'Monday Tuesday Wednesday Thursday Friday'.split(' ');

/**
 * Invented articles of some 120 words with four or five statements, all different; always the same for a seed.
 *
 * @param count how many
 */
export function* madeArticles(count: number, seed = 1): Generator<MadeArticle> {
  const random = mulberry32(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const person = () => `${one(FIRST)} ${one(LAST)}`;
  for (let i = 0; i < count; i++) {
    const [speaker, other] = [person(), person()];
    const [town, thing, verb, month, reason] = [one(TOWNS), one(THINGS), one(VERBS), one(MONTHS), one(REASONS)];
    const sum = 10 + Math.floor(random() * 90_000);
    const [, surname] = speaker.split(' ');
    // Sequences of words that hardly any two articles share, so that a large record is like a real one.
    const saying = () =>
      `a ${one(ADJECTIVES)} ${one(NOUNS)} ${one(DOINGS)} the ${one(ADJECTIVES)} ${one(NOUNS)} of ${one(TOWNS)}`;
    const published = new Date(Date.UTC(2020, 0, 1 + (i % 30))).toISOString().slice(0, 10);
    const title = `${town} to ${verb} ${thing}, paper ${i} of the council says`;
    yield {
      title,
      byline: person(),
      outlet: one(OUTLETS),
      published,
      paragraphs: [
        `${speaker}, the ${one(ROLES)} ${town}, told the council on ${one(DAYS)}: “We will ${verb} ${thing} in ${month}, because ${reason}, and it will cost ${sum.toLocaleString('en')} pounds.”`,
        `“${capital(saying())},” ${surname} added, “and ${saying()}.”`,
        `${other}, who has lived in ${town} for ${5 + (i % 60)} years, said that ${saying()} and warned that ${one(REASONS)}. The council had promised ${one(TOWNS)} ${one(THINGS)} in ${2000 + (i % 19)}, according to two people in the hall who asked not to be named.`,
        `Paper ${i} lies in the office at number ${1 + (i % 300)} until ${one(DAYS)}. ${capital(thing)} stays as it is, and the clerk keeps the keys.`,
      ],
    };
  }
}

function capital(words: string): string {
  return words[0]!.toUpperCase() + words.slice(1);
}

/** An article as a web page, with the navigation and footer that pages have. */
export function pageOf({ title, byline, outlet, published, paragraphs }: MadeArticle): string {
  return `<!doctype html><html lang="en"><head><title>${title} | ${outlet}</title><meta property="og:title" content="${title}"><meta property="og:site_name" content="${outlet}"><meta name="author" content="${byline}"><meta property="article:published_time" content="${published}T08:00:00Z"></head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><main><article><h1>${title}</h1><p class="byline">By ${byline}</p>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</article></main><footer>© ${outlet}. All rights reserved.</footer></body></html>`;
}

/** An article as a line of `extract --ndjson`. */
export function lineOf({ paragraphs, ...details }: MadeArticle, id: string): string {
  return JSON.stringify({ id, text: paragraphs.join('\n\n'), ...details });
}
