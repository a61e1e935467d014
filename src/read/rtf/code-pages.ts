/** Encodings of the code pages that a text in RTF names (`\ansicpg`), under the names of the WHATWG's Encoding Standard. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};

/** Code pages of the character sets of fonts (`\fcharset`). */
const CHARACTER_SETS: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

const decoders = new Map<number, TextDecoder>();

/** What decodes a code page; that of Western Europe where it is not known. */
export function decoderOf(codePage: number): TextDecoder {
  const isWindows = codePage >= 1250 && codePage <= 1258;
  const encoding = CODE_PAGES[codePage] ?? (isWindows ? `windows-${codePage}` : 'windows-1252');
  const decoder = decoders.get(codePage) ?? new TextDecoder(encoding);
  decoders.set(codePage, decoder);
  return decoder;
}

/** The code page of a font's character set; undefined where it is the document's. */
export function codePageOf(characterSet: number): number | undefined {
  return CHARACTER_SETS[characterSet];
}
