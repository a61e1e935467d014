import { words } from '../words.ts';
import { spellingOf } from './spelling.ts';
import { TOPIC_STOP_WORDS } from './stop-words.ts';

/** Words that are one for the purpose of a topic: the first of each line stands for all. */
const ALIKE: readonly string[] = [
  'build built building rebuild rebuilt construct construction create created',
  'rise rises rose risen rising raise raises raised increase increases increased higher fall falls fell fallen falling cut cuts reduce reduced lower drop decrease more less fewer',
  'support supports supported favour favours backing back backs backed oppose opposes opposed against favor',
  'pay pays paid paying payment payments cost costs price prices spend spending spent money',
  'job jobs work employ employed employment employee employees',
  'election elections vote votes voted voting elect elected',
  'law laws legislation bill legal illegal',
  'lead leader leaders leadership led',
  'doctor doctors nurse nurses hospital hospitals health medical',
  'school schools pupil pupils teacher teachers education',
  'house houses housing home homes rent rents landlord',
  'safe safety unsafe safer danger dangerous',
];
const STANDS_FOR = new Map(
  ALIKE.flatMap((line) => line.split(' ').map((word) => [word, line.split(' ')[0]!] as const)),
);

const SCALES = words('hundred thousand million billion dozen percent');

/** The stem by which a word counts for a topic; undefined for words that many sentences have. */
export function topicStem(word: string): string | undefined {
  if (TOPIC_STOP_WORDS.has(word) || word.length < 2 || /^\d/u.test(spellingOf(word)) || SCALES.has(word))
    return undefined;
  const alike = STANDS_FOR.get(word);
  if (alike) return alike;
  const bare = word.replace(/'s$/u, '');
  if (bare.length <= 4) return bare.replace(/s$/u, '');
  return bare
    .replace(/(?:ations?|ments?|ings?|ies|ied|edly|ed|es|ers?|ly|s)$/u, '')
    .replace(/([bdgklmnprt])\1$/u, '$1')
    .replace(/[ey]$/u, '');
}

/**
 * A word without the commonest endings, so that "closes", "closed" and "closing" are one. It merges less than `topicStem`:
 * reports of one utterance share words, statements on one topic only share what they are about.
 */
export function shortStem(word: string): string {
  return word.length > 4 ? word.replace(/(?:ing|ed|es|s|ly)$/u, '') : word;
}
