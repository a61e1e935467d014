import { OnrecordError } from '../../document/index.ts';
import type { ReadBlock, ReadResult } from '../assemble.ts';
import { contentsOfBytes } from '../contents.ts';
import { unzipped, zippedFiles } from '../zip.ts';
import { coreProperties } from './core-properties.ts';
import { type WordDocument, wordBlocks } from './word-blocks.ts';
import { writtenResult } from './written.ts';

/** The most bytes that the parts of a document with its text unpack to: at 20 MB Mammoth takes a gigabyte. */
const UNPACKED = 15_000_000;

/**
 * A document of Word since 2007 (Office Open XML): its text with all tracked changes accepted, notes at its end, without
 * comments, heads and feet of pages. Throws `damaged`, `encrypted` and `too-large`.
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadResult> {
  const properties = await checkParts(bytes);
  const { default: mammoth } = await import('mammoth');
  let document: WordDocument | undefined;
  try {
    // Mammoth makes HTML; its own document, which it offers before, tells styles, lists and notes better.
    const transformDocument = (read: WordDocument) => {
      document = read;
      return { ...read, children: [] };
    };
    await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { transformDocument });
  } catch (cause) {
    throw new OnrecordError('damaged', 'the Word document is damaged and cannot be read', { cause });
  }
  const blocks: ReadBlock[] = document ? wordBlocks(document) : [];
  return writtenResult(blocks, properties);
}

/** Unpacks what is XML, so that no more is unpacked later than is taken; gives the properties on the way. */
async function checkParts(bytes: Uint8Array) {
  let left = UNPACKED;
  let core: Buffer | undefined;
  for await (const file of zippedFiles(contentsOfBytes(bytes, ''))) {
    if (!/\.(?:xml|rels)$/iu.test(file.name)) continue;
    const part = await unzipped(file, left);
    left -= part.length;
    if (/^docProps\/core\d*\.xml$/iu.test(file.name)) core = part;
  }
  return core ? coreProperties(core.toString('utf8')) : {};
}
