/** What is shown at once: who is named to speak its words, and when they begin. */
export interface Cue {
  /** Seconds from the beginning. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly CueLine[];
}

export interface CueLine {
  /** Of a voice tag: "Ada Vane" of "<v Ada Vane>". */
  readonly voice?: string;
  readonly words: string;
}

/** "01:02:03,500" → 3723.5 */
export function secondsOf(clock: string): number {
  return clock
    .replace(',', '.')
    .split(':')
    .reduce((seconds, part) => seconds * 60 + Number(part), 0);
}
