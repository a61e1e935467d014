import { spellingOf } from './spelling.ts';

/** Words by which a clause says the opposite of what it would say without them: denials, refusals, ends, decreases, faults. */
const AGAINST = new Set(
  (
    'not never no none nobody nothing neither nor cannot without hardly ' +
    'deny denies denied refuse refuses refused reject rejects rejected oppose opposes opposed against ban bans banned forbid forbids prohibit prohibits block blocks blocked ' +
    'close closes closed closing closure shut shuts scrap scraps scrapped abolish abolishes abolished demolish demolished end ends ended stop stops stopped ' +
    'cut cuts cutting reduce reduces reduced reducing reduction lower lowered fall falls fell fallen falling drop drops dropped decrease decreases decreased fewer less decline declines declined ' +
    'shortage lack lacks lacked unsafe dangerous danger false untrue impossible illegal unfair ' +
    'mistake mistaken wrong wrongly bad worse worst fail fails failed failure lose loses lost weak weaken weakens weakened ' +
    'worthless useless unnecessary'
  ).split(' '),
);

/** Two words in a row that do the same. */
const AGAINST_PAIRS = new Set(
  'give_up gave_up given_up get_rid too_few too_little no_longer put_off phase_out phased_out opt_out turn_down turned_down'.split(
    ' ',
  ),
);

/** "not only …, but", "no doubt", "before the end of": these deny nothing and end nothing. */
export const NO_DENIAL =
  /\b(?:the|year) end\b|\bend of\b|\bnot (?:only|just|merely)\b|\bno (?:doubt|less than|fewer than|more than|matter|wonder)\b|\bwhy not\b|\bnot least\b/giu;

/** Whether a word, or the word with the next, turns its clause round. */
export function turnsRound(word: string, next: string | undefined): boolean {
  return AGAINST.has(word) || /n't$/u.test(word) || (next !== undefined && AGAINST_PAIRS.has(`${word}_${next}`));
}

/** Words of a clause that commits itself to nothing. */
export const WEAK =
  /\b(?:may|might|could|perhaps|maybe|possibl[ey]|possibility|consider(?:s|ed|ing)?|hope[sd]?|hoping|depend(?:s|ing)?|undecided)\b/iu;
/** Words of one that commits itself. */
export const FIRM =
  /\b(?:will|shall|must|never|certainly|definitely|absolutely|promise[sd]?|guarantee[sd]?|pledge[sd]?|commit(?:ted|s)?|always|going to|has to|have to)\b/iu;

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

const LIGHT = new Set(
  'a about above after again all also always am an and any anybody anyone are as asked at be because been before being but by can cannot certainly could did do does doing done each even every for from full further get go goes going got had has have he her here him his how however i if in into is it its itself just last let like lot made make many may maybe me might mine more most mr mrs ms much must my myself never no nobody none nor not nothing now of off often on once one only or other our ours out over own perhaps possible quite rather really said same say says see shall she should since so some something soon still stop such than that the their them then there these they thing things think this those though through time to too under until up us very was way we well went were what when where whether which while who whole whom whose why will with without would yes yet you your'.split(
    ' ',
  ),
);

const SCALES = new Set('hundred thousand million billion dozen percent'.split(' '));

/** The stem by which a word counts for a topic; undefined for words that many sentences have. */
export function topicStem(word: string): string | undefined {
  if (LIGHT.has(word) || word.length < 2 || /^\d/u.test(spellingOf(word)) || SCALES.has(word)) return undefined;
  const alike = STANDS_FOR.get(word);
  if (alike) return alike;
  const bare = word.replace(/'s$/u, '');
  if (bare.length <= 4) return bare.replace(/s$/u, '');
  return bare
    .replace(/(?:ations?|ments?|ings?|ies|ied|edly|ed|es|ers?|ly|s)$/u, '')
    .replace(/([bdgklmnprt])\1$/u, '$1')
    .replace(/[ey]$/u, '');
}
