/** What words of saying do; each is one of the acts of a statement. */
export type CueAct =
  | 'say'
  | 'answer'
  | 'ask'
  | 'announce'
  | 'admit'
  | 'deny'
  | 'promise'
  | 'warn'
  | 'demand'
  | 'accuse'
  | 'criticise'
  | 'praise'
  | 'think'
  | 'suggest'
  | 'predict'
  | 'agree'
  | 'decline';

/** A word of saying. */
export interface Cue {
  readonly act: CueAct;
  /** Whether it can introduce or follow speech by itself (she replied, "…"), or only takes an object (she praised it). */
  readonly speech: boolean;
  /** Whether a hearer may stand between cue and content ("told the Gazette that …"). */
  readonly hearer: boolean;
}

/** One row: the act, what its words take, their dictionary forms. `+` marks words that can name their hearer first. */
type Row = readonly [CueAct, 'speech' | 'object', string];

const ROWS: readonly Row[] = [
  [
    'say',
    'speech',
    'say state add note comment remark observe assert maintain contend claim allege argue insist reiterate stress emphasize emphasise mention testify report reveal disclose explain recall relate swear reckon opine posit proclaim pronounce affirm conclude clarify attest muse pontificate +tell +inform +remind +assure +convince +notify +brief write tweet post retweet declare repeat specify elaborate indicate signal signify state relay respond complain lament joke quip intone repeat underline underscore point outline describe email text blog continue begin start go read interject shout yell cry whisper scream mutter murmur laugh smile sigh sob grin shrug scoff snap sneer snarl gush exclaim retort rejoin crow groan growl hiss jeer chant sing bark bellow blurt boom chime chuckle croak drawl gasp giggle grumble grunt howl roar rant rave thunder enthuse recite tease gloat fume rage sniff bluster',
  ],
  [
    'say',
    'object',
    'call dub label brand describe characterize characterise portray name term refer deem depict nickname cast identify dismiss defend see credit pronounce declare',
  ],
  ['answer', 'speech', 'reply answer respond counter retort rebut'],
  ['ask', 'speech', '+ask wonder inquire enquire query question probe'],
  ['announce', 'speech', 'announce unveil propose'],
  ['admit', 'speech', 'acknowledge admit concede confess recognise recognize confirm'],
  ['deny', 'speech', 'deny refute dispute reject rebuff dismiss rebut'],
  ['promise', 'speech', '+promise pledge vow swear guarantee commit'],
  ['promise', 'object', 'undertake offer threaten'],
  ['warn', 'speech', '+warn +caution +advise'],
  [
    'demand',
    'speech',
    'demand +urge +implore +beg +beseech call order +instruct direct insist recommend request advocate exhort plead appeal',
  ],
  [
    'accuse',
    'object',
    'accuse assail hammer pound savage skewer pillory vilify blame charge fault denounce condemn slam blast attack lambast lambaste castigate excoriate mock ridicule deride decry berate chide scold',
  ],
  ['criticise', 'object', 'criticize criticise rebuke chastise question bemoan pan'],
  ['praise', 'object', 'praise laud hail commend applaud salute welcome thank congratulate tout extol'],
  [
    'think',
    'speech',
    'believe think feel hope fear worry expect suspect know doubt understand consider assume imagine',
  ],
  ['think', 'object', 'want hope plan intend expect seek wish'],
  ['suggest', 'speech', 'suggest imply hint speculate theorize theorise moot float posit surmise'],
  ['suggest', 'object', 'moot'],
  ['predict', 'speech', 'predict forecast estimate project calculate'],
  ['agree', 'speech', 'agree concur'],
  ['agree', 'object', 'endorse back support defend echo'],
  ['decline', 'object', 'decline refuse'],
  ['say', 'object', 'cite quote invoke reiterate reference express voice liken compare rate oppose champion tout'],
  [
    'say',
    'speech',
    'charge grouse ponder intimate vow figure find show rule argue reason boast brag vent protest object profess preach bet venture volunteer deadpan theorise summarise summarize concur surmise marvel',
  ],
];

/** Irregular forms, and which dictionary form each has; regular ones are found by their endings. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    told: 'tell',
    wrote: 'write',
    written: 'write',
    thought: 'think',
    felt: 'feel',
    knew: 'know',
    known: 'know',
    swore: 'swear',
    sworn: 'swear',
    went: 'go',
    began: 'begin',
    begun: 'begin',
    sang: 'sing',
    sought: 'seek',
    understood: 'understand',
    found: 'find',
    shown: 'show',
  }),
);

const TABLE = new Map<string, Cue>();
for (const [act, takes, words] of ROWS) {
  for (const word of words.split(' ')) {
    const lemma = word.replace('+', '');
    const known = TABLE.get(lemma);
    TABLE.set(lemma, {
      act: known?.act ?? act,
      speech: takes === 'speech' || (known?.speech ?? false),
      hearer: word.startsWith('+') || (known?.hearer ?? false),
    });
  }
}

/** The dictionary form of a verb form: "replied" → "reply". Regular endings by rule, the rest by table. */
export function verbLemma(form: string): string {
  const lower = form.toLowerCase().replace(/’/gu, "'");
  const irregular = IRREGULAR.get(lower);
  if (irregular) return irregular;
  if (TABLE.has(lower)) return lower;
  for (const stem of stems(lower)) if (TABLE.has(stem)) return stem;
  return lower;
}

function stems(form: string): string[] {
  const found: string[] = [];
  for (const ending of ['ing', 'ed', 'es', 's', 'd']) {
    if (!form.endsWith(ending) || form.length < ending.length + 2) continue;
    const stem = form.slice(0, -ending.length);
    found.push(stem, `${stem}e`);
    if (stem.endsWith('i')) found.push(`${stem.slice(0, -1)}y`);
    if (stem.at(-1) === stem.at(-2)) found.push(stem.slice(0, -1));
  }
  return found;
}

/** The cue that a verb form is, if the table has it. */
export function cueOf(form: string): Cue | undefined {
  return TABLE.get(verbLemma(form));
}

/** Whether a verb form can introduce or follow a quotation by itself. */
export function isQuoteVerb(form: string): boolean {
  const cue = cueOf(form);
  return cue?.act === 'think' ? /^(?:think|believe|thinks|thought|believes)$/.test(form) : (cue?.speech ?? false);
}
