import { crc32, deflateRawSync } from 'node:zlib';
import { burn } from '@kenjiuno/msgreader/lib/Burner.js';

/** Files of programs for tests, made of what the tests write of them. */

/** A ZIP archive (APPNOTE 6.3) whose files are packed, in their order; `encrypted` ones are only said to be so. */
export function packedZip(files: Readonly<Record<string, string | Uint8Array>>, encrypted = false): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const isStored = name === 'mimetype';
    const packed = isStored ? bytes : deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 + (encrypted ? 1 : 0), 2);
    common.writeUInt16LE(isStored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STYLES = ['Title', 'heading 1', 'caption', 'Quote', 'toc 1']
  .map((name) => `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`)
  .join('');

/** A paragraph of Word: its style, and its text or its runs as XML. */
export function wordParagraph(content: string, style?: string): string {
  const runs = content.startsWith('<') ? content : wordRun(content);
  return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${runs}</w:p>`;
}

export function wordRun(text: string, print = ''): string {
  return `<w:r>${print ? `<w:rPr>${print}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A document of Word (ECMA-376) with such a body, properties, and notes by their numbers. */
export function docx(
  body: string,
  { properties = '', notes = '' }: { properties?: string; notes?: string } = {},
): Buffer {
  return packedZip({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>`,
    'word/document.xml': `${XML}<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `${XML}<w:styles ${W}>${STYLES}</w:styles>`,
    'word/footnotes.xml': `${XML}<w:footnotes ${W}>${notes}</w:footnotes>`,
    'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${properties}<dcterms:created>2009-01-05T08:00:00Z</dcterms:created></cp:coreProperties>`,
  });
}

const ODF =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"';
const ODF_STYLES =
  '<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/><style:style style:name="P2" style:parent-style-name="Caption"/><style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>';

/** A text of OpenDocument with such a body and properties. */
export function odt(body: string, { properties = '', manifest = '' } = {}): Buffer {
  return packedZip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `${XML}<office:document-content ${ODF}>${ODF_STYLES}<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'meta.xml': `${XML}<office:document-meta ${ODF}><office:meta>${properties}</office:meta></office:document-meta>`,
    'META-INF/manifest.xml': `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${manifest}</manifest:manifest>`,
  });
}

/** The same as one file of XML. */
export function fodt(body: string): Buffer {
  return Buffer.from(
    `${XML}<office:document ${ODF} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">${ODF_STYLES}<office:body><office:text>${body}</office:text></office:body></office:document>`,
  );
}

/** A book in EPUB 3 with such chapters, in their order, and properties. */
export function epub(
  chapters: readonly string[],
  properties: string,
  more: Readonly<Record<string, string>> = {},
): Buffer {
  const items = chapters.map(
    (_, i) => `<item id="c${i}" href="text/c%20${i}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const files = Object.fromEntries(
    chapters.map((body, i) => [
      `OPS/text/c ${i}.xhtml`,
      `${XML}<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>c</title></head><body>${body}</body></html>`,
    ]),
  );
  return packedZip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `${XML}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    'OPS/book.opf': `${XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${properties}</metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${items.join('')}</manifest><spine><itemref idref="nav"/>${chapters.map((_, i) => `<itemref idref="c${i}"/>`).join('')}</spine></package>`,
    'OPS/nav.xhtml': '<html><body><nav><ol><li>Contents</li></ol></nav></body></html>',
    ...files,
    ...more,
  });
}

/** A compound file (MS-CFB) of a few small streams, by their names; it is whole enough to be told what it is. */
export function compound(names: readonly string[]): Buffer {
  const head = Buffer.alloc(512);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head);
  head.writeUInt16LE(9, 30);
  head.writeUInt32LE(1, 44);
  head.writeUInt32LE(1, 48);
  head.fill(0xff, 76);
  head.writeUInt32LE(0, 76);
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  table.writeUInt32LE(0xfffffffe, 4);
  const directory = Buffer.alloc(512);
  for (const [i, name] of ['Root Entry', ...names].slice(0, 4).entries()) {
    directory.write(name, i * 128, 'utf16le');
    directory.writeUInt16LE(2 * name.length + 2, i * 128 + 64);
    directory[i * 128 + 66] = i === 0 ? 5 : 2;
  }
  return Buffer.concat([head, table, directory]);
}

/** Properties of a message of Outlook, by their tags (MS-OXPROPS): "0037" is its subject. */
type MessageProperties = Readonly<Record<string, string | Buffer>>;

/** A message as Outlook saves it (MS-OXMSG), sent at a time, with such attachments. */
export function outlookMessage(
  properties: MessageProperties,
  sent: string,
  attachments: readonly MessageProperties[] = [],
): Buffer {
  const [folder, stream, root] = [1, 2, 5];
  const entries: {
    name: string;
    type: number;
    length: number;
    binaryProvider?: () => Uint8Array;
    children?: number[];
  }[] = [{ name: 'Root Entry', type: root!, length: 0, children: [] }];
  const put = (parent: number, name: string, bytes: Buffer) => {
    entries[parent]!.children!.push(entries.length);
    entries.push({ name, type: stream!, length: bytes.length, binaryProvider: () => new Uint8Array(bytes) });
  };
  const putAll = (parent: number, all: MessageProperties) => {
    for (const [tag, value] of Object.entries(all)) {
      const isText = typeof value === 'string';
      put(parent, `__substg1.0_${tag}${isText ? '001F' : '0102'}`, isText ? Buffer.from(value, 'utf16le') : value);
    }
  };
  const fixed = Buffer.alloc(48);
  fixed.writeUInt32LE(attachments.length, 20);
  fixed.writeUInt32LE(0x00390040, 32);
  fixed.writeBigUInt64LE((BigInt(Date.parse(sent)) + 11_644_473_600_000n) * 10_000n, 40);
  put(0, '__properties_version1.0', fixed);
  putAll(0, properties);
  for (const [i, attachment] of attachments.entries()) {
    const number = i.toString(16).padStart(8, '0').toUpperCase();
    entries[0]!.children!.push(entries.length);
    const at = entries.push({ name: `__attach_version1.0_#${number}`, type: folder!, length: 0, children: [] }) - 1;
    put(at, '__properties_version1.0', Buffer.alloc(8));
    putAll(at, attachment);
  }
  return Buffer.from(burn(entries));
}
