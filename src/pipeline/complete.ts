import { joinDocument } from '../compare/index.ts';
import { documentsToCompare, type OpenRecord } from '../record/index.ts';
import { findAlerts } from './alerts/alerts.ts';
import { encodeDocument } from './sentence-vectors.ts';

interface CompleteOptions {
  /** Is told before each document how many are done, and how many there are. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Stops after the document at hand; the rest is left for the next time. */
  readonly isStopped?: () => boolean;
}

/**
 * Encodes and joins what was left without a vector or an utterance: by a program that was stopped while it added, or by an
 * older version. Whatever adds to a record calls it, once for a run; questions only ask. Each document is done in
 * transactions of its own, so that others can use the record meanwhile.
 *
 * @returns how many documents were completed
 * @throws OnrecordError `record-busy` where others write for too long, `model-unavailable`; what is left stays to be done
 */
export async function completeRecord(
  record: OpenRecord,
  { onProgress, isStopped }: CompleteOptions = {},
): Promise<number> {
  const missing = await documentsToCompare(record);
  let done = 0;
  for (const document of missing) {
    if (isStopped?.()) break;
    onProgress?.(done, missing.length);
    await encodeDocument(record, document);
    await joinDocument(record, document);
    done++;
  }
  if (done > 0) await findAlerts(record);
  return done;
}
