import { union, words } from '../words.ts';
import { PARTISANS } from './roles.ts';

/** What is printed with a capital and is no name: members of parties, peoples and faiths, and whoever is not named. The lists are our own. */

/** Members of parties whose word is nobody's surname: "a Republican", "House Democrats". "Green" may be one's. */
const PARTY_MEMBERS = union(
  words('republican democrat republicans democrats tories gops gopers dems socialists socialist communist communists'),
  [...PARTISANS].filter((word) => word !== 'democratic' && word !== 'tory').map((word) => `${word}s`),
);

/** Whether the last word of a name tells that it is that of members of a party: "Senate Republicans". */
export function isPartyMember(word: string): boolean {
  return PARTY_MEMBERS.has(word.toLowerCase());
}

/** Those whose plural does not end as most do. */
const PEOPLES = words(
  'nazis israelis iraqis pakistanis saudis somalis afghanis jews arabs turks greeks danes swedes finns scots brits britons germans kurds serbs croats czechs slovaks poles hispanics latinos latinas asians whites blacks evangelicals catholics partiers indians texans africans cubans',
);

/** Endings that hardly a surname has: "Americans", "Missourians", "Europeans", but not "Evans" or "Timmermans". */
const PEOPLES_ENDING = /(?:[ie]ans|icans|ims|ists|crats|erners)$/u;

/** "Americans", "Native Americans", "Missourians", "Muslims": whether the last word of a name tells that it is a people's. */
export function isPeople(word: string): boolean {
  const lower = word.toLowerCase();
  return PEOPLES.has(lower) || (lower.length > 6 && PEOPLES_ENDING.test(lower));
}

/** Faiths and views, by which nobody is called. */
export const FAITHS = words('christian christians muslim jewish mormon catholic islamic protestant tea');

/** What stands before a common noun, and before no name: "an American", "Your Honor". */
export const BEFORE_COMMON = words('a an any every each another no your');

/** What a sentence may begin with, or a heading print with a capital, that is nobody's name. */
export const NOT_NAMED = words(`
  everybody everyone somebody someone anybody anyone nobody none many some those most few several others another both all these people
  folks critics supporters opponents backers fans founders fathers aides contractors managers voters lawmakers senators congressmen
  strategists progressives conservatives liberals moderates activists protesters demonstrators officials creator interviewer moderator
  members staff mps msps meps attorneys affairs tradition whoever whatever god amen yes no well oh thanks congratulations`);
