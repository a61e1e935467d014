import type { SaidBasis, SpeakerBasis } from '../document/index.ts';
import type { StoredStatement } from '../record/index.ts';

/** How one part of a statement was established, and with what confidence. */
export interface Established {
  readonly part: 'statement' | 'speaker' | 'said';
  readonly words: string;
  /** 0–1; 1 if a person said so. */
  readonly confidence: number;
}

const SPEAKER: Readonly<Record<SpeakerBasis, string>> = {
  named: 'the article names the source there',
  pronoun: 'the source is a pronoun, resolved within the article',
  role: 'the source is a role or a description of somebody named elsewhere in the article',
  continued: 'the quotation continues without an attribution: the last speaker',
  label: 'a speaker label in the transcript',
  described: 'the source is described, and the article never names it',
  none: 'the article names no source',
  reviewed: 'a person said so',
};

const SAID: Readonly<Record<SaidBasis, string>> = {
  stated: 'a date in the words',
  relative: 'relative to the date of publication',
  published: 'no later than the article was published; nothing says more',
  unknown: 'the article gives no date',
  reviewed: 'a person said so',
};

/** How each part of a statement was established, in words for people. */
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
          ? 'found by the program, corrected or confirmed by a person'
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
