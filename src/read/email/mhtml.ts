import PostalMime from 'postal-mime';
import { OnrecordError } from '../../document/index.ts';
import type { ReadResult } from '../assemble.ts';
import { decode } from '../charset.ts';
import { readHtml } from '../html/html.ts';
import { splitPart } from './head.ts';

/**
 * A page that a browser saved with all that belongs to it (MHTML, RFC 2557): the page itself, at its own address. Frames in
 * it, pictures and styles are left out; who saved it and when is no byline and no day of publication. Throws `damaged`.
 */
export async function readMhtml(bytes: Uint8Array, url?: string): Promise<ReadResult> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const { fields } = splitPart(text);
  const page = pageIn(text, 0);
  if (!page) throw new OnrecordError('damaged', 'the saved page holds no web page; save it once more');
  const { content, charset } = await contentOf(page);
  const place = [url, fields.get('snapshot-content-location'), page.fields.get('content-location')].find((address) =>
    /^https?:/iu.test(address ?? ''),
  );
  const result = readHtml(decode(content, charset === undefined ? {} : { header: charset }), place);
  return { ...result, ...(result.url === undefined && place !== undefined ? { url: place } : {}) };
}

interface Part {
  readonly fields: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Parts in parts that are opened. */
const DEPTH = 4;

/** The first part that is a web page. */
function pageIn(text: string, depth: number): Part | undefined {
  const part = splitPart(text);
  const type = part.fields.get('content-type') ?? '';
  if (/^(?:text\/html|application\/xhtml\+xml)\b/iu.test(type)) return part;
  const from = type.toLowerCase().indexOf('boundary=');
  const boundary = from < 0 ? undefined : /^"?([^";\s]{1,200})/u.exec(type.slice(from + 'boundary='.length))?.[1];
  if (boundary === undefined || depth === DEPTH) return undefined;
  for (const inner of part.body.split(`--${boundary}`).slice(1)) {
    const page = pageIn(inner.replace(/^[ \t]*\r?\n/u, ''), depth + 1);
    if (page) return page;
  }
  return undefined;
}

/** The bytes of a part as they were, and the charset that came with them. */
async function contentOf({ fields, body }: Part): Promise<{ content: Uint8Array; charset: string | undefined }> {
  // Given as an attachment, the library undoes what was done for the transport, and nothing else.
  const head = `MIME-Version: 1.0\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: ${fields.get('content-transfer-encoding') ?? '8bit'}\r\n\r\n`;
  const { attachments } = await PostalMime.parse(Buffer.from(head + body, 'latin1'));
  return {
    content: new Uint8Array(attachments[0]!.content as ArrayBuffer),
    charset: /\bcharset="?([\w-]{1,40})/iu.exec(fields.get('content-type') ?? '')?.[1],
  };
}
