import { OnrecordError } from '../../document/index.ts';
import type { ReadResult } from '../assemble.ts';
import { decode } from '../charset.ts';
import { contentsOfBytes } from '../contents.ts';
import { unzipped, zippedFiles } from '../zip.ts';
import { coreProperties } from './core-properties.ts';
import { openDocumentBlocks } from './odt-blocks.ts';
import { writtenResult } from './written.ts';
import { parseXml } from './xml.ts';

/** The most bytes that the text of a document unpacks to. */
const UNPACKED = 40_000_000;

/** A text of OpenDocument (ISO 26300), with all tracked changes accepted. Throws `damaged`, `encrypted`, `too-large`, `too-deep`. */
export async function readOdt(bytes: Uint8Array): Promise<ReadResult> {
  if (bytes[0] !== 0x50) return readFlat(decode(bytes));
  const parts = new Map<string, string>();
  for await (const file of zippedFiles(contentsOfBytes(bytes, '')))
    if (/^(?:content\.xml|meta\.xml|META-INF\/manifest\.xml)$/u.test(file.name))
      parts.set(file.name, (await unzipped(file, UNPACKED)).toString('utf8'));
  if (/<manifest:encryption-data\b/u.test(parts.get('META-INF/manifest.xml') ?? ''))
    throw new OnrecordError('encrypted', 'the document is encrypted and needs a password; save it without one');
  const content = parts.get('content.xml');
  if (content === undefined) throw new OnrecordError('damaged', 'the OpenDocument file has no text and cannot be read');
  return writtenResult(openDocumentBlocks(parseXml(content)), coreProperties(parts.get('meta.xml') ?? ''));
}

/** A text that is saved as one file of XML (.fodt). */
function readFlat(xml: string): ReadResult {
  return writtenResult(openDocumentBlocks(parseXml(xml)), coreProperties(xml));
}
