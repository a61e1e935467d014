import { words } from '../words.ts';

/**
 * What a word tells of an organisation: `name`, that a proper name with it is an organisation's; `company`, that it may be
 * the last word of a company's name, of which what stands before it may be all that is printed ("Northmere" of "Northmere
 * Water"); `noun`, that it is the head of descriptions of organisations; `of`, that "of" or "for" and a name may follow it
 * in the organisation's own name; `hears`, that people speak before it; `legal`, that it is a company's legal form.
 */
type Use = 'name' | 'company' | 'noun' | 'of' | 'hears' | 'legal';

/** Words of organisations by their uses; our own list. */
const WORDS: readonly (readonly [uses: string, words: string])[] = [
  ['name noun of', 'ministry department agency association institute university office federation board'],
  [
    'name noun',
    'party union school police army navy government foundation authority club organization organisation campaign administration network hospital embassy',
  ],
  ['name noun of hears', 'council court commission'],
  ['name noun hears', 'committee parliament senate caucus'],
  [
    'name',
    'institution force forces trust service services alliance coalition center centre cathedral cabinet treasury chamber partnership fund brothers securities constabulary regiment nhs international global solutions reserve museum library building project program programme facebook twitter instagram google youtube apple amazon microsoft tesla uber medicare medicaid',
  ],
  ['name of', 'college house bureau society league church'],
  ['name company noun legal', 'company'],
  ['name company legal', 'inc corp ltd plc llc'],
  [
    'name company',
    'inc. corp. industries airlines airways motors systems technologies labs energy holdings partners stores foods pictures records media capital financial insurance mobile motor electric steel oil petroleum pharmaceuticals studios entertainment restaurants hotels resorts',
  ],
  ['name company noun', 'group'],
  ['name company noun of', 'bank'],
  ['name hears', 'congress assembly'],
  ['company legal', 'co corporation limited'],
  [
    'company',
    'co. ltd. water gas pharma technology advisors advisers associates consulting telecom communications computer computers software rail trains logistics aerospace automotive brewery breweries',
  ],
  [
    'noun',
    'firm airline retailer manufacturer supermarket charity watchdog regulator body startup brand carrier operator developer publisher broadcaster military opposition chain team regime kremlin',
  ],
  ['noun hears', 'inquiry panel jury'],
  ['legal', 'ag sa gmbh nv'],
  ['hears', 'subcommittee tribunal'],
];

/** What companies are, by what they make: "carmaker Northmere Motors". */
export const MAKERS = words(
  'automaker carmaker maker airframer giant conglomerate lender insurer brewer drugmaker chipmaker steelmaker planemaker publisher builder supplier miner grocer utility',
);

/** What has the form of a person's name and is a body, a programme or a street that stands for one; plain. */
export const NEVER_PEOPLE: ReadonlySet<string> = new Set([
  'social security',
  'wall street',
  'main street',
  'white house',
  'capitol hill',
  'silicon valley',
  'medicare',
  'medicaid',
  'obamacare',
  'gop',
  'tea party',
  'al qaeda',
  'taliban',
  'isis',
  'islamic state',
  'hamas',
  'hezbollah',
  'congress',
]);

function wordsFor(use: Use): ReadonlySet<string> {
  return new Set(WORDS.flatMap(([uses, list]) => (uses.split(' ').includes(use) ? [...words(list)] : [])));
}

/** A proper name with one of these words in it is an organisation's. */
export const ORGANISATION_WORDS = wordsFor('name');

/** Last words of companies' names: what stands before one is the company too. */
export const COMPANY_WORDS = wordsFor('company');

/** Heads of descriptions of organisations. */
export const ORGANISATION_NOUNS = wordsFor('noun');

/** What an institution is, before "of" or "for" in its name: "Bank of Estrey". */
export const INSTITUTIONS = wordsFor('of');

/** Bodies that people speak before: "testified to the inquiry". */
export const HEARING_BODIES = wordsFor('hears');

/** Legal forms of companies, which are no part of the name that one is known by. */
export const LEGAL_FORMS = wordsFor('legal');

/** Places and buildings that speak for those who govern from them. */
export const METONYMS = words(
  'kremlin downing pentagon whitehall westminster brussels holyrood stormont capitol elysee élysée chequers vatican hollywood',
);
