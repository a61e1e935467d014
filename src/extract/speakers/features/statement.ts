import { cueOf } from '../../../language/english/cues.ts';
import { genderOfNoun } from '../../../language/english/gender.ts';
import { isPlural } from '../../../language/english/plurals.ts';
import { FAR, far, flag, NONE, rowMaker } from '../../model/feature-numbers.ts';
import { endOf } from '../moment.ts';
import { genderNumber, nounOf, openerOf } from '../traits.ts';
import type { Setting } from './setting.ts';

/** The names of the features of a statement, in their order. */
export const STATEMENT_FEATURES = [
  'source none',
  'source he',
  'source she',
  'source they',
  'source it',
  'source I',
  'source who',
  'source phrase',
  'names in source',
  'source words',
  'source plural',
  'source opener',
  'source noun',
  'source gender',
  'quoted',
  'content length',
  'runs',
  'cue',
  'cue speech',
  'cue first',
  'source before cue',
  'nested',
  'by',
  'begins block',
  'statements before',
  'blocks since',
  'sentences since',
  'last continues',
  'coreference none',
  'persons in sentence',
  'sentence begins quoted',
  'next named',
  'ends block',
] as const;

const rowOf = rowMaker(STATEMENT_FEATURES);

/** What is known of a statement whoever says it, in the order of `STATEMENT_FEATURES`. */
export function statementFeatures(setting: Setting): number[] {
  return rowOf(ofSource(setting), ofContentAndCue(setting), ofPlace(setting));
}

function ofSource({ moment: { source }, inSource, shares }: Setting) {
  const phrase = source?.phrase;
  const pronoun = source?.pronoun ?? '';
  const gender = pronoun === 'he' ? 'male' : pronoun === 'she' ? 'female' : phrase && genderOfNoun(phrase.noun);
  return {
    'source none': flag(!source),
    'source he': flag(pronoun === 'he'),
    'source she': flag(pronoun === 'she'),
    'source they': flag(pronoun === 'they'),
    'source it': flag(pronoun === 'it'),
    'source I': flag(/^(?:i|we|my|our|you)$/u.test(pronoun)),
    'source who': flag(/^(?:who|which|that)$/u.test(pronoun)),
    'source phrase': flag(phrase !== undefined && pronoun === ''),
    'names in source': inSource.length,
    'source words': phrase ? phrase.items.length : NONE,
    'source plural': phrase ? flag(isPlural(phrase.noun)) : NONE,
    'source opener': phrase ? openerOf(phrase.opener) : NONE,
    'source noun': phrase ? nounOf(phrase.noun) : NONE,
    'source gender': genderNumber(gender),
    'coreference none': shares ? 1 - [...shares.values()].reduce((sum, share) => sum + share, 0) : NONE,
  };
}

function ofContentAndCue({ context, moment }: Setting) {
  const { attribution, source, holder } = moment;
  const { text } = context.document;
  const { content, by } = attribution;
  const [cue] = attribution.cue;
  const first = content[0]!;
  const cueWords = cue ? text.slice(cue.start, cue.end).split(/\s+/u) : [];
  return {
    quoted: flag(/^["“‘'«]/u.test(text.slice(first.start, first.start + 1))),
    'content length': Math.log(content.reduce((sum, run) => sum + run.end - run.start, 0)),
    runs: content.length,
    cue: flag(cue !== undefined),
    'cue speech': cue ? flag(cueWords.some((word) => cueOf(word)?.speech === true)) : NONE,
    'cue first': cue ? flag(cue.start < first.start) : NONE,
    'source before cue': cue && source ? flag(source.range.start < cue.start) : NONE,
    nested: flag(holder !== undefined),
    by: by === 'continued' ? 1 : by === 'answered' ? 2 : 0,
  };
}

function ofPlace({ context, layout, moment, sentence, block, here }: Setting) {
  const { attribution, spoken, next } = moment;
  const { content } = attribution;
  const range = context.document.blocks[block];
  const last = spoken.at(-1)?.attribution;
  const lastEnd = last && endOf(last);
  return {
    'begins block': range ? flag(content[0]!.start <= range.start + 1) : NONE,
    'statements before': Math.min(spoken.length, FAR),
    'blocks since': lastEnd === undefined ? NONE : far(block - layout.blockAt(lastEnd - 1)),
    'sentences since': lastEnd === undefined ? NONE : far(sentence - layout.sentenceAt(lastEnd - 1)),
    'last continues': last ? flag(last.by !== undefined) : NONE,
    'persons in sentence': here.filter(({ entity }) => entity.type === 'person').length,
    'sentence begins quoted': flag(layout.beginsQuoted(sentence)),
    'next named': next ? far(layout.blockAt(next.at) - block) : NONE,
    'ends block': range ? flag(content.at(-1)!.end >= range.end - 1) : NONE,
  };
}
