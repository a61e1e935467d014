import chardet from 'chardet';
import { withoutControls } from './characters.ts';
import { isUtf16 } from './sample.ts';

/** What a server or the page itself says of its character set. */
export interface CharsetHints {
  /** The `charset` of a Content-Type header. */
  readonly header?: string;
}

/**
 * Text from bytes, without control characters. The character set is told by the byte order mark, then the header, then
 * `<meta>`, then the content; what is declared counts only if the bytes are valid in it. Never throws: bytes that are
 * valid in no set become replacement characters.
 */
export function decode(bytes: Uint8Array, hints: CharsetHints = {}): string {
  // Node 20 decodes windows-1252, and all that the WHATWG's Encoding Standard counts as it ("latin1", "iso-8859-1",
  // "ascii"), as ISO 8859-1: curly quotes come out as control characters.
  return withoutControls(decoded(bytes, hints));
}

function decoded(bytes: Uint8Array, hints: CharsetHints): string {
  const utf16 = isUtf16(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  const strict = decodeStrictly(bytes, 'utf-8');
  // Whole bytes that are valid UTF-8 beyond ASCII are UTF-8, whatever the page claims.
  if (strict !== undefined) return strict;
  for (const label of [hints.header, metaCharset(bytes)]) {
    if (!label || /^utf-?8$/iu.test(label)) continue;
    const text = decodeStrictly(bytes, label);
    if (text !== undefined) return text;
  }
  if (isMostlyUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  const guess = chardet.analyse(bytes.subarray(0, 100_000)).find(({ confidence }) => confidence >= 40)?.name;
  return (
    decodeStrictly(
      bytes,
      guess === undefined || /^(?:utf-8|ascii|iso-8859-1)$/iu.test(guess) ? 'windows-1252' : guess,
    ) ?? new TextDecoder('windows-1252').decode(bytes)
  );
}

function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function metaCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return (
    /<meta\b[^<>]*?charset\s*=[\s"']*([\w-]+)/iu.exec(head)?.[1] ??
    /<\?xml\b[^<>]*?encoding\s*=\s*["']([\w-]+)/iu.exec(head)?.[1]
  );
}

/** A few broken bytes in a long UTF-8 text: a cut file or one bad paste. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.split('\ufffd').length - 1;
  const beyondAscii = bytes.filter((byte) => byte >= 0x80).length;
  return broken * 20 < beyondAscii;
}
