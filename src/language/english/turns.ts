import { alternation, union, words } from '../words.ts';
import { NAME_PARTICLES } from './given-names.ts';
import { ROLE_NOUNS } from './roles.ts';
import { HONORIFICS, KEY_TITLES, SUFFIXES } from './titles.ts';

/** What transcripts call those who speak in them, and how their heads tell who that is. The lists are our own. */

/** Forms of address and offices that stand before a name in a label: "Cllr Weil", "Chairman Dann". */
export const LABEL_HONORIFICS = union(
  HONORIFICS,
  KEY_TITLES,
  words('cllr clr councillor councilor atty brig capt rt honourable honorable rep. sen. gov. gen. col. lt. sgt.'),
);

/** What stands after a name and is none of it, besides the suffixes of names. */
export const POSTNOMINALS = union(SUFFIXES, words('msp mla mep mep. td esq esq. phd'));

/** Titles after which a name must come, so that "Mr Speaker" and "Mr Bishop" keep their last words. */
export const ADDRESSES = words('mr mr. mrs mrs. ms ms. miss mx mx. dr dr. sir dame');

/** Titles that are given names, too. */
export const TITLES_AS_NAMES = words('major dean earl duke prince judge bishop deacon marshal');

/** Who speaks by an office or a part, without a name: "Chair", "Operator", "The Clerk". */
export const PARTS = union(
  ROLE_NOUNS,
  words(
    'operator moderator presenter interviewer interviewee clerk convener convenor court witness bailiff foreperson narrator announcer voiceover spokesperson question answer reader caller audience president-elect pm tempore usher bench tribunal registrar chairperson guest panellist panelist facilitator counsel byline analyst',
  ),
);

/** Whether a name is only an office or a part: "First Minister". */
export function isPart(name: string): boolean {
  return PARTS.has(name.toLowerCase().split(/\s+/u).at(-1)!);
}

/** Words in small letters inside surnames. */
export const SURNAME_PARTICLES = words('de van von der den la al bin ben dos das da di du le ter zu');

/** Words in small letters that a label may have. */
export const LABEL_PARTICLES = union(
  NAME_PARTICLES,
  SURNAME_PARTICLES,
  words('pro tempore in to del della ibn ten the'),
);

/** What the rest of a label may be when its first word is a capital and the others are not: "Audience member". */
export const LABEL_COMMON = words(
  'audience member voice speaker participant caller male female man woman person reporter',
);

/** Names that readers of transcripts give to those whom they do not name. */
export const QUESTIONER = 'questioner';
export const INTERVIEWER = 'interviewer';
export const INTERVIEWEE = 'interviewee';
export const WITNESS = 'witness';

const ANONYMOUS = new Set([QUESTIONER, INTERVIEWER, INTERVIEWEE, WITNESS]);

/** Whether a speaker's name only says that nobody knows it: "questioner", "speaker 2", "unidentified male". */
export function isUnnamedSpeaker(name: string): boolean {
  return ANONYMOUS.has(name) || /^(?:unidentified|unknown|speaker \d+$)/iu.test(name);
}

/** Whether a label is of all who are in the room. */
export function isCrowd(name: string): boolean {
  return /^(?:audience|crowd|all|members)$/iu.test(name);
}

/** Whether a label is the question or the answer of an interview, written out. */
export function isQuestionWord(label: string): boolean {
  return /^(?:question|questions)$/iu.test(label);
}

export function isAnswerWord(label: string): boolean {
  return /^answer$/iu.test(label);
}

/** Whether a label is the witness's, by the part and not by the name. */
export function isWitnessWord(label: string): boolean {
  return /^(?:the )?(?:witness|deponent)$/iu.test(label);
}

/** "BY MR. HALL:", "EXAMINATION BY MS. WEIL:": who asks from here on. */
export const EXAMINER =
  /^(?:(?:[\p{L}-]{2,10}\s+)?(?:EXAMINATION|Examination)\s+)?(?:BY|By)\s+((?:\p{Lu}[\p{L}.’'-]*\s+){0,4}\p{Lu}[\p{L}.’'-]+)\s*(:?)$/u;

/** "DEPOSITION OF EDITH CRANE", "The State calls Peter Quill": before the witness's name. */
export const BEFORE_WITNESS =
  /\b(?:(?:deposition|examination|testimony) of|calls(?: to the stand)?|witness(?: name)?:)\s+/giu;

/** "RUTH ORMOND, having been first duly sworn": after the witness's name. */
export const AFTER_WITNESS =
  /,\s+(?:called as a (?:\w{1,12} )?witness|(?:having been |being )?(?:first )?(?:duly )?(?:sworn|affirmed))\b/giu;

/** "Asked by Hugo Tarn", "Answered by: Petra Lorne", "Tabled by": before the name of who asks or answers in writing. */
export const INTRODUCING = /^(?:asked|answered|tabled|answer|question|reply|replied|questioned)\s+by:?\s+(?=\p{Lu})/iu;

/** Dear reader, whom a letter speaks to, is nobody who speaks. */
export const ADDRESSEE = /^(?:dear|to|re|ps|nb)\b/iu;

/** What happened in the room, printed between the turns: "Several hon. Members rose—". */
export const PROCEEDINGS = /^(?:several|some) (?:hon\. |honourable )?members (?:rose|interjecting)\W{0,3}$/iu;

/** A line of what is heard in the room, without brackets: "APPLAUSE AND CHEERING". */
export const SOUNDS = new RegExp(
  `^(?:${alternation(words('APPLAUSE LAUGHTER CROSSTALK CHEERING CHEERS BOOING BOOS MUSIC INAUDIBLE SILENCE AND'))}\\W*)+$`,
  'u',
);

/** What a clip begins and ends with in a broadcast. */
export const CLIP_BEGINS = /^[([]begin (?:video|audio)/iu;
export const CLIP_ENDS = /^[([]end (?:video|audio)/iu;

/** Words of people who talk: they speak of themselves and to each other, as lists and notices do not. */
export const TALK = new RegExp(
  `(?<![\\p{L}’'])${alternation(words('i we you my our your me us i’m we’re you’re i’ve we’ve i’ll we’ll i’d let’s thank thanks please yes no'))}(?![\\p{L}])`,
  'iu',
);

/** How a question to a minister begins, spoken or written. */
export const ASKS = /^to (?:ask|move)\b/iu;

/** Words of one who speaks of himself. */
export const FIRST_PERSON = new RegExp(
  `(?<![\\p{L}’'])${alternation(words('i we my our me us mine ours i’m we’re i’ve we’ve i’ll we’ll i’d we’d'))}(?![\\p{L}])`,
  'giu',
);

const OCCASION = alternation(
  words(
    'speech statement address remarks message lecture sermon eulogy keynote testimony toast broadcast briefing oration',
  ),
);

/** What may follow the word for a speech in a title: a date, a place, an end; "speech divides the house" is an article. */
const AFTER_OCCASION =
  '(?=\\s*$|\\s*[,–—:(|-]|\\s+(?:\\d|(?:to|at|on|in|for|from|of|before|during|given|by)\\s|\\p{Lu}\\p{Ll}+\\s\\d))';

/** "First Minister's speech", "Queen Ragna's New Year address": up to the name's end. */
export const SPEECH_OF = new RegExp(`['’]s? (?:[\\p{L}-]+ ){0,3}${OCCASION}${AFTER_OCCASION}`, 'iu');

/** "Remarks by Hugo Trask", "Statement given by the First Minister": up to the name's beginning. */
export const SPEECH_BY = new RegExp(
  `(?<![\\p{L}])${OCCASION} (?:(?:given|delivered|made|prepared) )?(?:by|of|from) `,
  'iu',
);

/** "Lydia Osmond: speech to the Harbour Association": from the colon on. */
export const SPEECH_AFTER_NAME = new RegExp(`: (?:[\\p{L}-]+ ){0,2}${OCCASION}(?![\\p{L}])`, 'iu');

/** "Prime Minister Boris Johnson made a statement": from the verb on. */
export const SPEECH_MADE = new RegExp(
  ` (?:(?:made|gave|delivered|makes|gives|delivers) (?:(?:a|an|the|his|her|this) )?(?:[\\p{L}-]+ ){0,2}(?:${OCCASION}|update)|address(?:ed|es) (?:the|a|an) \\p{L}+)(?![\\p{L}])`,
  'iu',
);

/** Where the name of a speaker in a title ends. */
export const AFTER_SPEAKER = /[.;:|(–—]| (?:at|to|on|in|during|for|before|with|after|and|given|delivered|made) /iu;

/** "Interview with", "spoke to", "Five questions for": before the name of who answers. */
export const BEFORE_INTERVIEWEE =
  /\b(?:(?:interview|conversation|talk|chat|q&a) with|(?:spoke|speaks|talks|talked|talking) (?:to|with)|questions (?:for|to)|in conversation with|meets|we met|interviewed|asked)\s(?:[\p{Ll}\p{N}-]{1,20}\s){0,5}$/iu;

/** "This interview has been edited for length." */
export const EDITED = /\b(?:edited|condensed|abridged) (?:and \w{6,9} )?for (?:length|clarity|brevity)\b/iu;

/** "… : Mira Solen on her year": after the name of who answers. */
export const AFTER_INTERVIEWEE = /^(?:,[^,.]{0,60},)?\s+on\s/iu;
