import { type Format, OnrecordError } from '../document/index.ts';
import { contentsOfBytes } from './contents.ts';
import { READERS } from './formats.ts';
import { otherThanDocument } from './others.ts';
import { looksBinary, sampleOf } from './sample.ts';

/** What the bytes are, by their content and not by their name. Throws `empty` and `not-a-document`. */
export async function formatOf(bytes: Uint8Array): Promise<Format> {
  if (bytes.length === 0) throw new OnrecordError('empty', 'the file is empty');
  const sample = await sampleOf(contentsOfBytes(bytes, ''));
  if (!sample.isPacked) {
    const isText = !looksBinary(bytes);
    for (const [format, reader] of Object.entries(READERS))
      if ((isText || !reader.isText) && (await reader.is(sample))) return format as Format;
  }
  throw new OnrecordError('not-a-document', `this is ${otherThanDocument(bytes)}`);
}
