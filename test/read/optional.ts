import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

function isInstalled(name: string): boolean {
  try {
    resolve(name);
    return true;
  } catch {
    return false;
  }
}

const missing = ['tesseract.js', '@tesseract.js-data/eng/package.json', '@napi-rs/canvas'].filter(
  (name) => !isInstalled(name),
);

/** Whether what recognises text is installed here. */
export const RECOGNISES = missing.length === 0;

/** Appended to the names of tests that are skipped without it. */
export const WITHOUT_RECOGNITION = RECOGNISES
  ? ''
  : ' (skipped: what recognises text is not installed; see docs/scans.md)';
