import { eld } from 'eld/extrasmall';

/** ISO 639-1 code of a text's language, `und` when it is too short to tell or in none that is known. */
export function languageOf(text: string, declared?: string): string {
  const sample = text.slice(0, 4000);
  if (sample.length < 60) return declared?.slice(0, 2).toLowerCase() ?? 'en';
  const found = eld.detect(sample);
  return found.language || declared?.slice(0, 2).toLowerCase() || 'und';
}
