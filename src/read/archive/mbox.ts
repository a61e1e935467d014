import { OnrecordError } from '../../document/index.ts';
import type { Contents } from '../contents.ts';
import { linesOf } from './bytes.ts';
import type { ArchiveEntry } from './entry.ts';

const FROM = Buffer.from('From ');
/** The longest message that is taken, in bytes. */
const MESSAGE = 64_000_000;

/** The messages of a mailbox (RFC 4155); ">From " at the beginning of a line is put right (mboxrd). */
export async function* mboxEntries({ name: path, from }: Contents): AsyncGenerator<ArchiveEntry> {
  let lines: Buffer[] = [];
  let size = 0;
  let number = 0;
  let isAfterEmpty = true;
  let isBroken = false;
  const message = (): ArchiveEntry[] => {
    if (number === 0) return [];
    const name = `${path}#${number}`;
    if (isBroken || size > MESSAGE)
      return [{ name, failure: new OnrecordError('damaged', `message ${number} cannot be read; left out`) }];
    return [{ name, bytes: Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')])) }];
  };
  for await (const line of linesOf(from)) {
    if (line === undefined) {
      isBroken = true;
      continue;
    }
    if (isAfterEmpty && line.subarray(0, FROM.length).equals(FROM)) {
      yield* message();
      [lines, size, isBroken] = [[], 0, false];
      number++;
    } else {
      size += line.length + 1;
      if (size <= MESSAGE)
        lines.push(/^>+From /u.test(line.subarray(0, 40).toString('latin1')) ? line.subarray(1) : line);
    }
    isAfterEmpty = line.length === 0;
  }
  yield* message();
}
