import { alternation, capitalised, union, words } from '../words.ts';
import { NATIONALS } from './places.ts';

/** Roles, offices and what people are called by what they do. The lists are our own. */

/** The last words of roles that stand before names: "Defence Secretary John", "campaign manager Robby". */
export const ROLE_NOUNS = words(`
  secretary minister president chancellor senator sen sen. sens sens. congressman congresswoman representative rep rep. reps reps. governor gov gov.
  mayor councillor councilor alderman leader chairman chairwoman chair chairperson chief director head commissioner ambassador envoy
  general gen gen. lieutenant lt lt. colonel col col. captain capt capt. major maj maj. sergeant sgt sgt. admiral adm adm. commander cmdr cmdr.
  counsel inspector superintendent constable detective officer sheriff det insp supt pc dci dc ch judge justice justices attorney lawyer prosecutor barrister solicitor magistrate
  spokesman spokeswoman spokesperson manager coach editor reporter correspondent journalist columnist author writer historian
  economist analyst strategist adviser advisor aide consultant pollster professor scientist researcher engineer surgeon nurse doctor
  pope cardinal bishop archbishop pastor imam rabbi father sister brother activist campaigner organizer organiser lobbyist founder
  co-founder ceo cfo owner executive speaker whip premier taoiseach candidate nominee challenger mp peer member delegate resident
  witness teacher headteacher principal farmer driver artist singer actor actress rapper producer superstar billionaire
  businessman businesswoman entrepreneur vice deputy undersecretary under-secretary coordinator host anchor treasurer trustee
  supervisor ranger trooper firefighter paramedic coroner registrar rector provost vice-president vice-chancellor vice-chairman
  negotiator mec mla msp mep councilman councilwoman assemblyman assemblywoman comptroller auditor administrator
  warden chaplain skipper boss striker midfielder defender goalkeeper quarterback teammate guitarist drummer bassist frontman
  comedian presenter director-general playwright novelist poet filmmaker`);

/** Words before an office that make another of it: the shadow justice secretary is not the justice secretary. */
export const SECOND = /\b(?:shadow|deputy|vice|assistant|junior|acting)\b/iu;

/** Offices of which somebody holds one at a time, by the words for them. */
export const OFFICES: ReadonlyMap<string, string> = new Map(
  [
    'president pres.',
    'governor gov gov.',
    'senator sen sen. sens sens.',
    'representative rep rep. reps reps. congressman congresswoman',
    'mayor',
    'sheriff',
    'judge',
    'justice justices',
    'secretary',
    'minister premier taoiseach',
    'chancellor',
    'ambassador',
    'speaker',
    'pope',
    'bishop archbishop cardinal',
    'coach manager',
    'commissioner',
    'prosecutor',
    'superintendent',
  ].flatMap((names) => names.split(' ').map((name, _, [office]) => [name, office!] as const)),
);

/** What people are by trade, before a name that the network finds with it: "Paralegal Rosa Weil"; more than most it is a word of its form. */
const TRADES = words('paralegal realtor victim ombudsman employee longtime suspect defendant teammate');

/** "Oceanographer", "Geologist", "President-elect" before a name. */
export const LEADING_TRADE = new RegExp(
  `^(?:\\p{Lu}\\p{L}{0,30}(?:ologist|ographer|[- ][Ee]lect)|A?DAs?|D\\.A\\.|${alternation([...TRADES].map(capitalised))}) (?=\\p{Lu}\\S*)`,
  'u',
);

/** Words of roles that one person may have one after the other, or at once: a senator runs for president. */
export const POLITICAL: ReadonlySet<string> = union(
  OFFICES.keys(),
  words(
    'candidate nominee challenger contender frontrunner congressman congresswoman leader whip lawmaker politician delegate councillor councilor alderman councilman councilwoman assemblyman assemblywoman mp mep msp democrat republican democratic labour tory conservative liberal majority minority presidential senate house party incumbent attorney adviser advisor aide strategist spokesman spokeswoman campaign chief chairman chair staff counsel director deputy press treasury',
  ),
);

/** Words of one office that differ in the sex or the spelling alone. */
export const ONE_OFFICE: ReadonlyMap<string, string> = new Map([
  ...OFFICES,
  ...[
    'chairman chairwoman chairperson',
    'spokesman spokeswoman spokesperson',
    'adviser advisor',
    'coach manager boss',
  ].flatMap((names) => names.split(' ').map((name, _, [office]) => [name, office!] as const)),
  ['chair', 'chairman'],
]);

/** Words of departments that may stand between "Minister of" and a name. */
export const DEPARTMENTS = words(
  'defence defense foreign home health education state treasury justice transport energy interior finance agriculture environment affairs trade culture labour labor security',
);

/** What members of parties are called before their names: "Republican Pat Toomey". */
export const PARTISANS = words('republican democrat democratic independent conservative labour liberal tory green');

/** Nouns for people of whom a text may speak without naming them, in the singular; plurals end with "s". */
const PEOPLE = words(
  'source official insider aide person neighbour neighbor employee staffer worker colleague friend diplomat analyst expert observer adviser advisor engineer lawmaker veteran resident onlooker bystander survivor victim relative user fan passenger student teacher doctor nurse soldier lawyer executive trader investor customer reader viewer listener caller questioner narrator reporter journalist writer author',
);

/** Heads of descriptions of one unnamed person or a few. */
export const UNNAMED = union(
  PEOPLE,
  [...PEOPLE].map((noun) => `${noun}s`),
  words(
    'witness witnesses people man men woman women staff spokesman spokeswoman spokesperson spokespeople spokesmen passers-by boy girl child children mother father son daughter wife husband manager player driver',
  ),
);

/** What somebody who was just named may be called instead: "the midfielder", "the Italian". */
const EPITHETS = union(
  words(
    'midfielder striker defender keeper goalkeeper winger forward batsman bowler pitcher quarterback skipper captain veteran rookie star singer actor actress rapper author novelist comedian comic billionaire tycoon businessman businesswoman pensioner teenager champion',
  ),
  NATIONALS,
);
const EPITHET = new RegExp(
  `^(?:\\d{1,2}-year-old|${alternation(EPITHETS)}|(?:grand)?(?:mother|father)(?:-of-\\p{L}+)?)$`,
  'u',
);

/** Whether a noun is what somebody who was just named may be called instead: "44-year-old", "father-of-two", "midfielder". */
export function isEpithet(noun: string): boolean {
  return EPITHET.test(noun);
}

/** Who passes on what another says, in the singular: "through her lawyer". */
export const MOUTHPIECES = words(
  'spokesman spokeswoman spokesperson lawyer attorney agent interpreter translator representative solicitor',
);

/** Who writes for an outlet, in the singular. */
export const JOURNALISTS = words('writer editor correspondent journalist reporter columnist');
