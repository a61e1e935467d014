import { compact, OnrecordError } from '../../document/index.ts';
import type { ReadBlock, ReadResult } from '../assemble.ts';
import { inlineLabel } from '../turns/label.ts';
import { speakersByLabel } from '../turns/labelled.ts';
import type { Cue, CueLine } from './cue.ts';
import { cuesIn } from './cues.ts';

/** What one says on end, from one cue to the next. */
interface Passage {
  /** As voice tag or label name them. */
  readonly who: string | undefined;
  /** Whether somebody else begins to speak. */
  readonly isTurn: boolean;
  readonly time: number;
  end: number;
  words: string;
}

/** Letters after which a new paragraph begins with the next sentence. */
const LONG = 600;
/** Seconds of silence after which one does. */
const PAUSE = 3;

/**
 * Subtitles (WebVTT, SubRip, SBV, TTML) → paragraphs whose sentences are whole, without numbers and times: each has the time
 * of the cue in which it begins. Who speaks is told by voice tags and labels; what is only heard ("[APPLAUSE]") is left out.
 */
export function readSubtitles(text: string): ReadResult {
  const cues = cuesIn(text);
  const passages = passagesIn(cues);
  if (passages.length === 0) throw new OnrecordError('no-text', 'these subtitles have no words');
  const isVoiced = cues.some(({ lines }) => lines.some(({ voice }) => voice !== undefined));
  const named = speakersByLabel([...new Set(passages.flatMap(({ who }) => who ?? []))]);
  const language = /^\s*WEBVTT[^\n]*\n(?:[^\n]+\n)*?Language:\s*([a-z]{2})\b/iu.exec(text.slice(0, 500))?.[1];
  const blocks = passages.map(({ who, isTurn, time, words }): ReadBlock => {
    const block = { kind: 'paragraph' as const, time };
    if (who === undefined) return { ...block, text: words };
    // Labels alone may be no names ("Note: …"): whether they are is told by the whole of the document.
    if (!isVoiced) return { ...block, text: isTurn ? `${who}: ${words}` : words };
    const { label, ...speaker } = named(who);
    return { ...block, text: words, speaker: { ...speaker, ...(isTurn ? { ...compact({ label }) } : {}) } };
  });
  return { ...compact({ language }), blocks };
}

function passagesIn(cues: readonly Cue[]): Passage[] {
  const passages: Passage[] = [];
  for (const { start, end, lines } of cues) {
    for (const { who, words, isOther } of lines.flatMap(saidIn)) {
      const last = passages.at(-1);
      const isTurn = isOther || (who !== undefined && who !== last?.who);
      const isWhole = last && /[.!?…]["”’)]*$/u.test(last.words);
      if (last && !isTurn && !(isWhole && (last.words.length > LONG || start - last.end > PAUSE))) {
        last.words += ` ${words}`;
        last.end = end;
      } else passages.push({ who: who ?? (isOther ? undefined : last?.who), isTurn, time: start, end, words });
    }
  }
  return passages;
}

/** What is heard and not said: "[APPLAUSE]", "(laughter)", "♪ … ♪". */
const HEARD = /^(?:\[[^[\]]*\]|\([^()]*\)|[♪♫#].*)$/u;

/** What a line says, and whether marks tell that another speaks: ">> Good morning", "- Good morning". */
function saidIn({ voice, words }: CueLine): { who: string | undefined; words: string; isOther: boolean }[] {
  const mark = /^(?:>{2,}|[-–—‐](?=\s?[\p{Lu}“"‘[(¿¡]))\s*/u.exec(words)?.[0] ?? '';
  const rest = words.slice(mark.length).trim();
  if (rest === '' || HEARD.test(rest)) return [];
  const label = voice === undefined ? inlineLabel(rest) : undefined;
  if (label?.form !== 'colon') return [{ who: voice, words: rest, isOther: mark !== '' && voice === undefined }];
  const said = rest.slice(label.from).trim();
  return [{ who: rest.slice(label.words.start, label.words.end), words: said, isOther: false }];
}
