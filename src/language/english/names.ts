/** Tables about names: titles and roles before them, words of organisations, outlets, and given names by gender. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Titles of address; never part of a name or of a role. */
export const HONORIFICS = words(
  'mr mrs ms mx miss dr prof professor sir dame lord lady baroness baron rev reverend hon st messrs mr. mrs. ms. mx. dr. prof. rev. hon. master madam king queen prince princess duke duchess',
);

/** The last words of roles that stand before names: "Defence Secretary John", "campaign manager Robby". */
export const ROLE_NOUNS = words(`
  secretary minister president chancellor senator sen sen. sens. congressman congresswoman representative rep rep. reps. governor gov gov.
  mayor councillor councilor alderman leader chairman chairwoman chair chairperson chief director head commissioner ambassador envoy
  general gen gen. lieutenant lt lt. colonel col col. captain capt capt. major maj maj. sergeant sgt sgt. admiral adm adm. commander cmdr cmdr.
  inspector superintendent constable detective officer sheriff det insp supt pc dci dc ch judge justice attorney lawyer prosecutor barrister solicitor magistrate
  spokesman spokeswoman spokesperson manager coach captain editor reporter correspondent journalist columnist author writer historian
  economist analyst strategist adviser advisor aide consultant pollster professor scientist researcher engineer surgeon nurse doctor
  pope cardinal bishop archbishop pastor imam rabbi father sister brother activist campaigner organizer organiser lobbyist founder
  co-founder ceo cfo owner executive speaker whip premier taoiseach candidate nominee challenger mp peer member delegate resident
  witness teacher headteacher principal farmer driver artist singer actor actress rapper director producer superstar billionaire
  businessman businesswoman entrepreneur vice deputy undersecretary under-secretary coordinator host anchor treasurer trustee`);

/** Words before an office that make another of it: the shadow justice secretary is not the justice secretary. */
export const SECOND = /\b(?:shadow|deputy|vice|assistant|junior|acting)\b/iu;

/** Offices of which somebody holds one at a time, by the words for them. */
export const OFFICES: ReadonlyMap<string, string> = new Map(
  [
    'president pres.',
    'governor gov gov.',
    'senator sen sen.',
    'representative rep rep. congressman congresswoman',
    'mayor',
    'sheriff',
    'judge',
    'justice',
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

/** Words of departments that may stand between "Minister of" and a name. */
export const DEPARTMENTS = words(
  'defence defense foreign home health education state treasury justice transport energy interior finance agriculture environment affairs trade culture labour labor security justice',
);

/** A proper name with one of these words in it is an organisation's. */
export const ORGANISATION_WORDS = words(`
  ministry department party union council committee agency association institute institution university college school company inc inc.
  corp corp. ltd plc llc group bank court police army navy force forces government parliament congress senate house office commission
  federation foundation trust board bureau authority service services society league club organization organisation alliance coalition
  campaign administration network center centre hospital church cathedral embassy assembly cabinet treasury chamber partnership fund
  industries airlines airways motors systems technologies labs energy holdings partners brothers securities constabulary regiment nhs
  stores foods pictures records media international global capital financial insurance mobile motor electric steel oil petroleum
  pharmaceuticals solutions studios entertainment restaurants hotels resorts reserve museum library building project program programme
  facebook twitter instagram google youtube apple amazon microsoft tesla uber medicare medicaid`);

/** Last words of companies' names: what stands before one is the company too, "Northmere" of "Northmere Water". */
export const COMPANY_WORDS = words(`
  company co co. inc inc. corp corp. corporation ltd ltd. limited plc llc group holdings motor motors airlines airways water energy
  electric gas oil steel petroleum pharmaceuticals pharma foods stores systems technologies technology labs mobile telecom
  communications industries partners capital financial insurance computer computers software studios entertainment pictures records
  media rail trains logistics bank aerospace automotive hotels resorts restaurants brewery breweries`);

/** Places and buildings that speak for those who govern from them. */
export const METONYMS = words(
  'kremlin downing pentagon whitehall westminster brussels holyrood stormont capitol elysee élysée chequers vatican hollywood',
);

/** Names of outlets; `OUTLET_ENDINGS` catches those that are made with a usual word. */
export const OUTLETS =
  words(`bbc cnn reuters afp ap bloomberg politico npr cbs nbc abc msnbc itv pbs rté rte breitbart buzzfeed vox axios slate salon vice tass xinhua
  guardian telegraph economist spectator newsweek time huffpost wsj nyt ft dpa pa efe wired quartz semafor propublica aljazeera c-span cnbc`);

/** Generic words for an outlet mentioned before. */
export const OUTLET_NOUNS =
  /^(?:paper|newspaper|magazine|broadcaster|outlet|website|site|daily|weekly|tabloid|broadsheet|network|agency|channel|station|publication|journal|programme|program)$/iu;

/** Heads of descriptions of one unnamed person or a few. */
export const UNNAMED =
  /^(?:sources?|officials?|insiders?|aides?|witness(?:es)?|persons?|people|man|men|woman|women|neighbou?rs?|employees?|staffers?|staff|workers?|colleagues?|friends?|spokesman|spokeswoman|spokesperson|spokespeople|spokesmen|diplomats?|analysts?|experts?|observers?|advis[eo]rs?|engineers?|lawmakers?|veterans?|residents?|onlookers?|bystanders?|survivors?|victims?|relatives?|users?|fans?|passers-by|passengers?|students?|teachers?|doctors?|nurses?|soldiers?|lawyers?|executives?|traders?|investors?|customers?|readers?|viewers?|listeners?|callers?|questioners?|narrators?|reporters?|journalists?|writers?|authors?|boy|girl|child|children|mother|father|son|daughter|wife|husband|manager|player|driver)$/iu;

/** Heads of descriptions of organisations. */
export const ORGANISATION_NOUNS =
  /^(?:government|company|firm|airline|retailer|manufacturer|supermarket|charity|hospital|school|board|group|watchdog|regulator|body|authority|startup|brand|carrier|operator|developer|publisher|network|broadcaster|embassy|federation|association|commission|parliament|senate|army|military|navy|opposition|inquiry|panel|jury|institute|foundation|chain|administration|campaign|council|ministry|department|committee|agency|court|police|party|union|team|club|office|organi[sz]ation|bank|university|regime|kremlin)$/u;

const MALE = words(
  `aaron adam adrian alan albert alex alexander alfred alistair andrew andy anthony antonio arnold arthur barack barry ben benjamin bernard bernie bill billy bob bobby boris brad brandon brendan brent brett brian bruce bryan carl carlos charles charlie chris christian christopher chuck clive colin craig dan daniel darren dave david dean dennis derek dick dmitry don donald doug douglas duncan ed eddie edgar edmund edward edwin elliott emmanuel eric ernest evan francis frank franklin fred frederick gareth gary gavin geoff geoffrey george gerald gerard giles glen glenn gordon graeme graham grant greg gregory guy harold harry harvey henry herbert howard hugh hugo ian igor isaac ivan jack jacob jake james jamie jared jason jay jeff jeffrey jeremy jerome jerry jesse jim jimmy joe joel john johnny jon jonathan jose joseph josh joshua juan julian justin karl keith keir ken kenneth kevin kyle lance larry laurence lawrence lee leo leon leonard leslie lewis liam lindsey lloyd louis luke malcolm marc marco marcus mario mark martin marvin matt matthew maurice max michael miguel mick mike mitch mitt mohamed mohammed morgan nathan ned neil nicholas nick nigel noah norman oliver oscar oswald owen patrick paul pedro perry peter phil philip phillip rafael ralph randall randy raymond rex ricardo richard rick rob robert robby robin rod rodney roger roland ron ronald rory ross roy rupert russell ryan sam samuel scott sean sergei seth shane shaun sidney simon spencer stanley stephen steve steven stewart stuart ted terence terry theo theodore thomas tim timothy toby todd tom tommy tony travis trevor tyler victor vincent vladimir volodymyr walter warren wayne wesley will william winston xavier zachary rishi recep benjamin hassan ahmed ali omar ibrahim jürgen hans klaus emil lars anders mikael sven pierre jean jacques françois luca giovanni paolo rustem jem`,
);
const FEMALE = words(
  `abigail ada adele agnes aisha alexandra alice alicia alison amanda amber amelia amy ana andrea angela angelina anita ann anna anne annie april arlene ashley audrey barbara beatrice becky bella beth betty beverly bonnie brenda bridget camilla carla carly carmen carol caroline carolyn catherine cathy charlotte cheryl chloe christina christine cindy claire clara claudia condoleezza connie constance cynthia daisy dana daphne dawn deborah debra denise diana diane donna dora doris dorothy edith eileen elaine eleanor elena elise elizabeth ella ellen elsie emily emma erica erin esther ethel eva eve evelyn faith fatima felicity fiona florence frances freda gail gemma georgia gillian gina gloria grace greta gwen hannah harriet hazel heather heidi helen hillary holly hope huma ida imogen ingrid irene iris isabel isabella ivana ivanka jackie jacqueline jane janet janice jasmine jean jenna jennifer jenny jessica jill jo joan joanna jodie josephine joy joyce judith judy julia julie june kamala karen kate katherine kathleen kathryn kathy katie kay kayleigh kellyanne kelly kim kimberly kirsten kristen laura lauren leah lena liz liza lillian lily linda lisa lois loretta lori louise lucia lucy lydia lynn mabel madeleine maggie marcia margaret maria marian marie marilyn marina marion marjorie martha mary maureen megan melania melanie melissa meryl mia michelle mildred miranda molly monica nadia nancy naomi natalie natasha nicola nicole nikki nina nora norma olga olivia pamela patricia paula pauline peggy penelope petra phoebe phyllis polly priti rachel rebecca rhoda rita roberta rosa rosalind rose rosemary rosie ruth sadie sally samantha sandra sara sarah sharon sheila shirley sofia sonia sophia sophie stacey stella stephanie sue susan suzanne sylvia tamara tanya tara teresa theresa tina tracey tracy ursula valerie vanessa vera veronica victoria viola virginia vivian wendy wilma yvette yvonne zoe inês`,
);

/** Given names, in small letters, by the gender that they suggest; some are in both. */
export const GIVEN_NAMES = { male: [...MALE], female: [...FEMALE] } as const;

export type Gender = 'male' | 'female';

/** The gender that a given name or a title of address suggests, if the tables know it. */
export function genderOf(word: string): Gender | undefined {
  const lower = word.toLowerCase().replace(/[.’']/gu, '');
  if (
    /^(?:mr|sir|lord|baron|king|prince|duke|father|brother|congressman|chairman|spokesman|businessman)$/u.test(lower) ||
    MALE.has(lower)
  ) {
    return FEMALE.has(lower) ? undefined : 'male';
  }
  if (
    /^(?:mrs|ms|miss|dame|lady|baroness|queen|princess|duchess|sister|congresswoman|chairwoman|spokeswoman|businesswoman|actress)$/u.test(
      lower,
    ) ||
    FEMALE.has(lower)
  )
    return 'female';
  return undefined;
}
