import { OnrecordError } from '../document/index.ts';
import { codeIn } from './code.ts';
import { COMPOUND } from './ole.ts';
import { packageKind } from './packages.ts';
import { looksBinary, type Sample, startsWith } from './sample.ts';

/** First bytes of files that are no documents we read, what to call them, and from which byte on where not the first. */
const MAGIC: readonly (readonly [magic: readonly number[] | string, what: string, from?: number])[] = [
  ['GIF8', 'a GIF picture'],
  ['BM', 'a picture'],
  ['8BPS', 'a Photoshop picture'],
  ['WEBP', 'a WebP picture', 8],
  ['ftypheic', 'a HEIC picture', 4],
  ['ftyp', 'a film or a sound', 4],
  ['RIFF', 'a sound or a film'],
  ['OggS', 'a sound or a film'],
  ['fLaC', 'a sound'],
  ['ID3', 'a sound'],
  [[0xff, 0xfb], 'a sound'],
  [[0x1a, 0x45, 0xdf, 0xa3], 'a film'],
  ['ustar', 'a tar archive; unpack it first', 257],
  ['7z\xbc\xaf', 'a 7z archive; unpack it first'],
  ['Rar!', 'a RAR archive; unpack it first'],
  ['BZh', 'a bzip2 archive; unpack it first'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz archive; unpack it first'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard archive; unpack it first'],
  [[0x1f, 0x8b], 'a gzip file; unpack it first'],
  ['!BDN', 'an Outlook data file (PST); export its messages as .eml or .msg'],
  ['BOOKMOBI', 'a Kindle book; convert it to EPUB', 60],
  ['AT&TFORM', 'a DjVu scan; save it as PDF'],
  ['\x7fELF', 'a program'],
  ['MZ', 'a program'],
  [[0xca, 0xfe, 0xba, 0xbe], 'a program'],
  ['wOF', 'a font'],
  ['SQLite', 'a database'],
  ['\xdb\xa5', 'a document of a very old Word; save it as .docx or PDF'],
  ['\xffWPC', 'a WordPerfect document; save it as .docx or PDF'],
];

/** What packages of parts are that we do not read. */
const PACKAGES: Readonly<Record<NonNullable<ReturnType<typeof packageKind>>, string>> = {
  docx: 'a Word document that is damaged',
  xlsx: 'a spreadsheet (Excel); save the table as CSV, or the sheet as PDF',
  pptx: 'a presentation (PowerPoint); save it as PDF',
  odf: 'an OpenDocument table, drawing or presentation; save it as PDF',
  epub: 'a book that is damaged',
  iwork: 'a document of Pages, Numbers or Keynote; export it as Word or PDF',
  program: 'a program',
  wacz: 'a web archive (WACZ) of many pages; it is added whole, and not read as one document',
};

/** Streams of compound files that we do not read. */
const COMPOUNDS: readonly (readonly [stream: RegExp, what: string])[] = [
  [/^(?:Workbook|Book)$/u, 'an Excel table; save the table as CSV, or the sheet as PDF'],
  [/^PowerPoint Document$/u, 'a PowerPoint presentation; save it as PDF'],
  [/^VisioDocument$/u, 'a Visio drawing; save it as PDF'],
  [/^Quill$/u, 'a Publisher document; save it as PDF'],
];

/** Beginnings of texts that are no prose. */
const WRITTEN: readonly (readonly [start: RegExp, what: string])[] = [
  [/^<svg[\s>]/iu, 'an SVG picture'],
  [/^%!PS/u, 'PostScript; convert it to PDF'],
  [
    /^\\(?:documentclass|documentstyle|begin\{document\}|input\{)/mu,
    'the source of a LaTeX document; add the PDF that is made from it',
  ],
  [/^-----BEGIN [A-Z ]{3,40}-----/u, 'a key, a certificate or an encrypted message'],
  [/^BEGIN:V(?:CARD|CALENDAR)/u, 'an address card or a calendar'],
  [/^(?:diff --git |--- a\/|Index: \S+\n={10})/u, 'a patch for a program'],
  [/^[{[]\s*["{[]/u, 'JSON that is broken or of a kind that is not known'],
];

/** Why a file is no document that is read. Its sentence says what to do, where there is something to do. */
export function refusalOf({ bytes, names, head, start, isPacked }: Sample): OnrecordError {
  const refuse = (what: string) => new OnrecordError('not-a-document', `this is ${what}`);
  if (isPacked) return refuse('a gzip file; unpack it first');
  const kind = packageKind(names);
  if (kind !== undefined) return refuse(PACKAGES[kind]);
  if (names.length > 0 && startsWith(bytes, 'PK')) return refuse('a ZIP archive; unpack it, or add it as a whole');
  if (startsWith(bytes, COMPOUND)) return compoundRefusal(names);
  if (startsWith(bytes, 'PK\x03\x04'))
    return new OnrecordError('damaged', 'the ZIP archive or Office document is damaged');
  const magic = looksBinary(bytes)
    ? MAGIC.find(([first, , from = 0]) => startsWith(bytes.subarray(from), first))?.[1]
    : noProse({ head, start });
  return refuse(magic ?? 'neither text nor any of the kinds of documents that are read');
}

/** What a text is that is no prose; undefined for what may be an article. */
export function noProse({ head, start }: Pick<Sample, 'head' | 'start'>): string | undefined {
  const written = WRITTEN.find(([beginning]) => beginning.test(start.slice(0, 2000)))?.[1];
  if (written !== undefined) return written;
  return isXml(head, start)
    ? 'XML of a kind that is not known; save the text as a web page, Word or text'
    : codeIn(start);
}

/** Whether a text is declared as XML, or begins with an element that ends. */
function isXml(head: string, start: string): boolean {
  const name = /^<([a-z][\w.:-]{0,60})(?=[\s>/])/iu.exec(start)?.[1];
  return name !== undefined && (/^\s*<\?xml\b/u.test(head) || start.includes(`</${name}>`));
}

function compoundRefusal(names: readonly string[]): OnrecordError {
  if (names.length === 0) return new OnrecordError('damaged', 'the Office document or message is cut off or damaged');
  if (names.includes('EncryptedPackage'))
    return new OnrecordError('encrypted', 'the Office document is encrypted and needs a password; save it without one');
  const what = COMPOUNDS.find(([stream]) => names.some((name) => stream.test(name)))?.[1];
  return new OnrecordError('not-a-document', `this is ${what ?? 'an old Office file; save it as .docx, PDF or text'}`);
}
