import { type Format, OnrecordError } from '../document/index.ts';
import { contentsOfBytes } from './contents.ts';
import { READERS } from './formats.ts';
import { refusalOf } from './others.ts';
import { looksBinary, sampleOf } from './sample.ts';

/**
 * What the bytes are, by their content and not by their name.
 *
 * @throws OnrecordError `empty`, `not-a-document`; `encrypted` and `damaged` for what can be told to be so at once
 */
export async function formatOf(bytes: Uint8Array): Promise<Format> {
  if (bytes.length === 0) throw new OnrecordError('empty', 'the file is empty');
  const sample = await sampleOf(contentsOfBytes(bytes, ''));
  const isText = !looksBinary(bytes);
  if (!sample.isPacked)
    for (const [format, reader] of Object.entries(READERS))
      if ((isText || !reader.isText) && (await reader.is(sample))) return format as Format;
  throw refusalOf(sample);
}
