import { joinMissing } from '../compare/index.ts';
import type { OpenRecord } from '../record/index.ts';

/** Joins what is not joined yet (statements of an older record, or added by a person), telling how far it is. */
export async function joinedRecord(record: OpenRecord): Promise<void> {
  let told = false;
  await joinMissing(record, (done, all) => {
    if (!process.stderr.isTTY || all < 2) return;
    told = true;
    process.stderr.write(`\rcomparing: ${done} of ${all} documents`);
  });
  if (told) process.stderr.write('\r\u001b[K');
}
