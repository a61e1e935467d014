/** A part of a text in RTF. */
export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** A control word with its number ("\fs36"), or a symbol ("\~"). */
  | { readonly kind: 'control'; readonly word: string; readonly value: number | undefined }
  /** A letter as its byte: "\'92". */
  | { readonly kind: 'byte'; readonly byte: number }
  /** Letters as they stand, each one byte. */
  | { readonly kind: 'text'; readonly text: string };

/** A control word with its number and the space that ends it. */
const WORD = /([a-z]{1,40})(-?\d{1,10})? ?/iuy;
/** Letters that stand for themselves. */
const PLAIN = /[^\\{}\r\n]+/uy;

/**
 * The tokens of a text in RTF (1.9.1), binary data left out.
 *
 * @param rtf the bytes of the file, each as one letter (Latin-1)
 */
export function* tokensOf(rtf: string): Generator<Token> {
  let at = 0;
  while (at < rtf.length) {
    const letter = rtf[at]!;
    if (letter === '\\') {
      const { token, end } = controlAt(rtf, at + 1);
      if (token.kind === 'control' && token.word === 'bin') at = end + Math.max(0, token.value ?? 0);
      else {
        yield token;
        at = end;
      }
    } else if (letter === '{' || letter === '}') {
      yield letter === '{' ? { kind: 'open' } : { kind: 'close' };
      at++;
    } else if (letter === '\r' || letter === '\n') at++;
    else {
      PLAIN.lastIndex = at;
      const [text] = PLAIN.exec(rtf)!;
      yield { kind: 'text', text };
      at += text.length;
    }
  }
}

/** What stands after a backslash, and where it ends. */
function controlAt(rtf: string, at: number): { token: Token; end: number } {
  if (rtf[at] === "'") {
    const byte = Number.parseInt(rtf.slice(at + 1, at + 3), 16);
    return { token: { kind: 'byte', byte: Number.isNaN(byte) ? 0x3f : byte }, end: at + 3 };
  }
  WORD.lastIndex = at;
  const found = WORD.exec(rtf);
  if (!found) return { token: { kind: 'control', word: rtf[at] ?? '', value: undefined }, end: at + 1 };
  const value = found[2] === undefined ? undefined : Number(found[2]);
  return { token: { kind: 'control', word: found[1]!, value }, end: at + found[0].length };
}
