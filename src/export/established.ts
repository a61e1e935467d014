import type { SaidBasis, SpeakerBasis } from '../document/index.ts';
import type { StoredStatement } from '../record/index.ts';

/** How one part of a statement was established, and how sure the program is of it. */
export interface Established {
  readonly part: 'statement' | 'speaker' | 'said';
  readonly words: string;
  /** 0–1; 1 where a person said so. */
  readonly confidence: number;
}

const SPEAKER: Readonly<Record<SpeakerBasis, string>> = {
  named: 'the article names the source there',
  pronoun: 'the source is a pronoun, resolved within the article',
  role: 'the source is a role or a description of somebody named elsewhere in the article',
  continued: 'no words of saying: the last speaker goes on',
  label: 'a label of the transcript',
  described: 'the source is described, and the article never names it',
  none: 'the article names no source',
  reviewed: 'a person said so',
};

const SAID: Readonly<Record<SaidBasis, string>> = {
  stated: 'a date in the words',
  relative: 'counted from the date of publication',
  published: 'no later than the article was published; nothing says more',
  unknown: 'the article gives no date',
  reviewed: 'a person said so',
};

/** How each part of a statement was established, in words. */
export function establishedOf({ confidence, speaker, said, source, reviewed }: StoredStatement): Established[] {
  const added = reviewed !== undefined && reviewed.extracted === undefined;
  const printed = source.map(({ text }) => text).join(' … ');
  const expression = said.expression ? `“${said.expression.text}”, ${SAID[said.basis]}` : SAID[said.basis];
  return [
    {
      part: 'statement',
      words: added
        ? 'added by a person'
        : reviewed
          ? 'found by the program, and a person had a say'
          : 'found by the program',
      confidence: confidence.statement,
    },
    {
      part: 'speaker',
      words:
        printed && speaker.basis !== 'reviewed' ? `“${printed}”: ${SPEAKER[speaker.basis]}` : SPEAKER[speaker.basis],
      confidence: confidence.speaker,
    },
    { part: 'said', words: expression, confidence: confidence.said },
  ];
}
