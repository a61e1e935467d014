import { words } from '../words.ts';
import type { CueAct } from './cues.ts';

/** Nouns that can be a cue: what somebody says is their comment, claim, warning. */
export const SPEECH_NOUNS: ReadonlyMap<string, CueAct> = new Map(
  Object.entries<CueAct>({
    comment: 'say',
    remark: 'say',
    claim: 'say',
    assertion: 'say',
    statement: 'say',
    argument: 'say',
    contention: 'say',
    allegation: 'accuse',
    accusation: 'accuse',
    suggestion: 'suggest',
    warning: 'warn',
    threat: 'promise',
    promise: 'promise',
    pledge: 'promise',
    vow: 'promise',
    admission: 'admit',
    acknowledgement: 'admit',
    acknowledgment: 'admit',
    confession: 'admit',
    denial: 'deny',
    announcement: 'announce',
    declaration: 'announce',
    insistence: 'say',
    belief: 'think',
    view: 'think',
    opinion: 'think',
    hope: 'think',
    fear: 'think',
    concern: 'think',
    worry: 'think',
    conviction: 'think',
    prediction: 'predict',
    forecast: 'predict',
    estimate: 'predict',
    demand: 'demand',
    call: 'demand',
    request: 'demand',
    plea: 'demand',
    appeal: 'demand',
    proposal: 'suggest',
    question: 'ask',
    response: 'answer',
    reply: 'answer',
    answer: 'answer',
    advice: 'suggest',
    words: 'say',
    message: 'say',
    complaint: 'criticise',
    criticism: 'criticise',
    boast: 'say',
    observation: 'say',
    conclusion: 'say',
    quip: 'say',
    joke: 'say',
    tweet: 'say',
    report: 'say',
    rumor: 'say',
    rumour: 'say',
    reminder: 'say',
    assurance: 'promise',
    revelation: 'say',
    finding: 'say',
    testimony: 'say',
    refrain: 'say',
    mantra: 'say',
    slogan: 'say',
    chant: 'say',
    retort: 'answer',
    note: 'say',
  }),
);

/** The singular of a noun of the table above, if the form is one: "claims" → "claim". */
export function speechNoun(form: string): string | undefined {
  const lower = form.toLowerCase();
  if (SPEECH_NOUNS.has(lower)) return lower;
  const singular = lower.replace(/ies$/u, 'y').replace(/s$/u, '');
  return SPEECH_NOUNS.has(singular) ? singular : undefined;
}

/** What somebody says on, about, of or over something: what follows is what was spoken of. */
export const TOPIC_NOUNS = words(
  'comment comments remark remarks discussion discussions debate debates speech speeches reference references talk talks conversation conversations mention mentions',
);
