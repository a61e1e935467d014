import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OnrecordError } from '../document/index.ts';

/** The most bytes of one upload: what a PDF may have. */
const UPLOAD_LIMIT = 64_000_000;

/** Bytes that were uploaded and wait on disk until their turn comes, so that no more than one is in memory. */
export interface Upload {
  readonly file: string;
  /** In bytes. */
  readonly size: number;
}

/** Uploads in a temporary folder of their own. */
export class Uploads {
  #folder: Promise<string> | undefined;

  /**
   * Writes a body to disk as it comes, and gives it up as soon as it is too long.
   *
   * @param declared the length that the request says it has
   * @throws OnrecordError `too-large`; `disk-full` where the temporary folder has no room
   */
  async keep(body: AsyncIterable<Uint8Array>, declared: number): Promise<Upload> {
    if (declared > UPLOAD_LIMIT) throw tooLarge();
    this.#folder ??= mkdtemp(join(tmpdir(), 'onrecord-uploads-'));
    const file = join(await this.#folder, randomUUID());
    let size = 0;
    const counted = async function* () {
      for await (const chunk of body) {
        size += chunk.length;
        if (size > UPLOAD_LIMIT) throw tooLarge();
        yield chunk;
      }
    };
    try {
      await pipeline(Readable.from(counted()), createWriteStream(file, { mode: 0o600 }));
    } catch (cause) {
      await rm(file, { force: true });
      throw (cause as NodeJS.ErrnoException).code === 'ENOSPC' ? noRoom(cause) : cause;
    }
    return { file, size };
  }

  /** Removes all that is left. */
  async close(): Promise<void> {
    if (this.#folder) await rm(await this.#folder, { recursive: true, force: true });
  }
}

function tooLarge(): OnrecordError {
  return new OnrecordError(
    'too-large',
    `a document may have up to ${UPLOAD_LIMIT / 1e6} MB; add larger ones by the command line`,
  );
}

function noRoom(cause: unknown): OnrecordError {
  return new OnrecordError('disk-full', `there is no room for the upload in ${tmpdir()}; make some and try again`, {
    cause,
  });
}
