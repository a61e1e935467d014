import { rowMaker } from '../../model/feature-numbers.ts';
import type { Candidate } from '../candidates.ts';
import { consider } from './considered.ts';
import { identityFeatures, roleFeatures } from './identity.ts';
import { phraseFeatures, wayFeatures } from './phrase.ts';
import { aroundFeatures, beforeFeatures } from './place.ts';
import type { Setting } from './setting.ts';
import { talkFeatures } from './talk.ts';

/** The names of the features of a candidate, in their order. */
export const CANDIDATE_FEATURES = [
  'kind',
  'type',
  'gender',
  'mentions',
  'rank',
  'first mention',
  'in title',
  'role overlap',
  'role noun',
  'in source',
  'at head',
  'source start',
  'source whole',
  'before head',
  'after comma',
  'name overlap',
  'acronym',
  'at head way',
  'apposition way',
  'outlet way',
  'noun way',
  'role way',
  'author way',
  'share',
  'sentences before',
  'blocks before',
  'words before',
  'people between',
  'nearest',
  'nearest person',
  'here before',
  'here first',
  'before first',
  'after cue',
  'sentences after',
  'in content',
  'content starts',
  'last',
  'previous',
  'turns since',
  'blocks since spoken',
  'spoken',
  'holder',
  'asker',
  'next',
  'spoken block',
  'last named',
  'block first',
  'name parts',
  'noun before',
  'noun after',
  'nearest body',
  'nearest outlet',
  'nearest place',
  'alike between',
  'office',
  'second',
  'name noun',
  'printed small',
  'owner',
  'noun after in source',
  'words beside',
] as const;

const rowOf = rowMaker(CANDIDATE_FEATURES);

/** What is known of a candidate for the speaker of a statement, in the order of `CANDIDATE_FEATURES`. */
export function candidateFeatures(setting: Setting, candidate: Candidate): number[] {
  const considered = consider(setting, candidate);
  return rowOf(
    identityFeatures(setting, considered),
    roleFeatures(setting, considered),
    phraseFeatures(setting, considered),
    wayFeatures(setting, considered),
    beforeFeatures(setting, considered),
    aroundFeatures(setting, considered),
    talkFeatures(setting, considered),
  );
}
