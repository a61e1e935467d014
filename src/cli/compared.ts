import { documentsToCompare, type OpenRecord } from '../record/index.ts';

/** Says on standard error where documents are not compared with the others yet; a question does not do it itself. */
export async function noteUncompared(record: OpenRecord): Promise<void> {
  const count = (await documentsToCompare(record)).length;
  if (count > 0)
    process.stderr.write(
      `${count} ${count === 1 ? 'document is' : 'documents are'} not compared with the others yet; the next onrecord add, watch or serve does it\n`,
    );
}

/** Encodes and joins what was left by an interrupted add or an older version, telling how far it is. */
export async function completedRecord(record: OpenRecord, isStopped: () => boolean = () => false): Promise<void> {
  const { completeRecord } = await import('../pipeline/complete.ts');
  let isTold = false;
  await completeRecord(record, {
    isStopped,
    onProgress: (done, all) => {
      if (!process.stderr.isTTY || all < 2) return;
      isTold = true;
      process.stderr.write(`\rcomparing: ${done} of ${all} documents`);
    },
  });
  if (isTold) process.stderr.write('\r\u001b[K');
}
