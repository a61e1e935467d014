import { readFileSync } from 'node:fs';
import type { ReadingCase, Right } from './case.ts';
import { compound, docx, epub, fodt, odt, wordParagraph as p, packedZip, wordRun as run } from './made.ts';

/** Files of writing programs. Those in `files/` were saved by LibreOffice and pandoc. */

const TITLE = 'Council votes to close pier';
const CLOSE = 'The council will close the old pier before the summer, Mayor Ada Vane said on Tuesday.';
const QUOTE = '“We are not closing anything,” she told reporters.';
const PILES = 'The piles are rotten.';
const VOTE = 'The vote was 7 to 4.';
/** A release with its head, a list and a note. */
const RELEASE: Right = {
  title: TITLE,
  byline: 'Petra Holm',
  date: '2025-03-12',
  text: [CLOSE, QUOTE, PILES, VOTE],
};
const TURNS: Right = { title: 'Hearing on the pier', speakers: ['Ada Vane', 'Ned Lund'] };
const TURN_LINES = [
  ['ADA VANE', 'We will close the pier before the summer. That is all I can say today.'],
  ['NED LUND', 'The piles are rotten, and everyone on the board knows it.'],
  ['ADA VANE', 'Then we agree. I have nothing to add to that.'],
  ['NED LUND', 'We agree on the piles and on nothing else.'],
] as const;
const saved = (name: string) => () => readFileSync(`test/read/files/${name}`);
const latin = (text: string) => () => Buffer.from(text, 'latin1');
/** The first half of a file: the rest was lost on the way. */
const half = (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2);
const HEAD = p(TITLE, 'Title') + p('By Petra Holm') + p('12 March 2025');

const WORD: readonly Omit<ReadingCase, 'format'>[] = [
  {
    name: 'release.docx',
    bytes: saved('release.docx'),
    right: [{ ...RELEASE, kinds: ['paragraph', 'paragraph', 'list-item', 'paragraph'] }],
  },
  {
    name: 'with tracked changes',
    bytes: () =>
      docx(
        HEAD +
          p(
            `${run('The council will ')}<w:del w:id="1" w:author="x">${run('keep').replaceAll('w:t', 'w:delText')}</w:del><w:ins w:id="2" w:author="x">${run('close')}</w:ins>${run(' the old pier before the summer, Mayor Ada Vane said on Tuesday.')}`,
          ) +
          `<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="x"/></w:rPr></w:pPr><w:del w:id="4" w:author="x">${run('Nobody will see this.').replaceAll('w:t', 'w:delText')}</w:del></w:p>` +
          p(QUOTE),
      ),
    right: [{ ...RELEASE, text: [CLOSE, QUOTE] }],
  },
  {
    name: 'with notes, a table of contents, a caption and a quotation',
    bytes: () =>
      docx(
        `${HEAD}${p('1 The pier 3', 'toc1')}${p(`${run(CLOSE)}<w:r><w:footnoteReference w:id="2"/></w:r>`)}${p('The pier at Nesse', 'caption')}${p('Nobody asked us.', 'Quote')}`,
        { notes: `<w:footnote w:id="2">${p(VOTE)}</w:footnote>` },
      ),
    right: [
      {
        ...RELEASE,
        text: [CLOSE, 'The pier at Nesse', 'Nobody asked us.', VOTE],
        kinds: ['paragraph', 'caption', 'blockquote', 'paragraph'],
      },
    ],
  },
  {
    name: 'a transcript in a table',
    bytes: () =>
      docx(
        `${p('Hearing on the pier', 'Title')}<w:tbl>${TURN_LINES.map(([who, words]) => `<w:tr><w:tc>${p(who)}</w:tc><w:tc>${p(words)}</w:tc></w:tr>`).join('')}</w:tbl>`,
      ),
    right: [{ ...TURNS, text: TURN_LINES.map(([who, words]) => `${who}: ${words}`) }],
  },
  {
    name: 'title and author in its properties alone',
    bytes: () =>
      docx(p(CLOSE) + p(QUOTE), {
        properties: `<dc:title>${TITLE}</dc:title><dc:creator>Petra Holm</dc:creator>`,
      }),
    right: [{ title: TITLE, byline: 'Petra Holm', date: undefined, text: [CLOSE, QUOTE] }],
  },
  {
    name: 'properties that a program wrote',
    bytes: () =>
      docx(p(CLOSE) + p(QUOTE), {
        properties: '<dc:title>Press Release Template</dc:title><dc:creator>Microsoft Office User</dc:creator>',
      }),
    right: [{ title: undefined, byline: undefined, date: undefined, text: [CLOSE, QUOTE] }],
  },
  {
    name: 'a letterhead, and lines broken by hand',
    bytes: () =>
      docx(
        p('PRESS RELEASE') +
          p('Nesse Gazette') +
          p(run(TITLE, '<w:b/>'), 'heading1') +
          p('12 March 2025') +
          p(
            `${run('We begin here. It is the first.')}<w:r><w:br/></w:r>${run('We go on')}<w:r><w:br/></w:r>${run('to the end.')}`,
          ),
      ),
    right: [
      {
        title: TITLE,
        date: '2025-03-12',
        outlet: 'Nesse Gazette',
        text: ['We begin here. It is the first.', 'We go on to the end.'],
      },
    ],
  },
  { name: 'cut off', bytes: () => half(docx(HEAD + p(CLOSE))), right: [{ code: 'damaged', sentence: /damaged/u }] },
  {
    name: 'encrypted',
    bytes: () => compound(['EncryptionInfo', 'EncryptedPackage']),
    right: [{ code: 'encrypted', sentence: /password/u }],
  },
  {
    name: 'huge: its text unpacks to 50 MB',
    bytes: () => docx(p('a'.repeat(50_000_000))),
    right: [{ code: 'too-large', sentence: /unpacks to more than/u }],
  },
  { name: 'without text', bytes: () => docx(p('')), right: [{ code: 'no-text', sentence: /no text/u }] },
];

const OLD_WORD: readonly Omit<ReadingCase, 'format'>[] = [
  { name: 'release.doc', bytes: saved('release.doc'), right: [RELEASE] },
  { name: 'turns.doc', bytes: saved('turns.doc'), right: [TURNS] },
  { name: 'under a wrong name', bytes: saved('release.doc'), right: [RELEASE] },
  {
    name: 'cut off',
    bytes: () => half(readFileSync('test/read/files/release.doc')),
    right: [{ code: 'damaged', sentence: /damaged/u }],
  },
  {
    name: 'nonsense',
    bytes: () => compound(['WordDocument', '1Table']),
    right: [{ code: 'damaged', sentence: /damaged/u }],
  },
  {
    name: 'an old Excel table',
    bytes: () => compound(['Workbook']),
    right: [{ code: 'not-a-document', sentence: /Excel.*CSV/u }],
  },
];

const text = (words: string, style = 'Standard') => `<text:p text:style-name="${style}">${words}</text:p>`;
const ODT_HEAD = text(TITLE, 'P1') + text('By Petra Holm') + text('12 March 2025');

const OPEN_DOCUMENT: readonly Omit<ReadingCase, 'format'>[] = [
  {
    name: 'release.odt',
    bytes: saved('release.odt'),
    right: [{ ...RELEASE, kinds: ['paragraph', 'paragraph', 'list-item', 'paragraph'] }],
  },
  {
    name: 'with tracked changes, comments and notes',
    bytes: () =>
      odt(
        `<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>${text('Nobody will see this.')}</text:deletion></text:changed-region></text:tracked-changes>${ODT_HEAD}${text(`The council will <text:change text:change-id="c1"/>close<text:s/>the <text:span text:style-name="T1">old</text:span> pier before the summer, Mayor Ada Vane said<office:annotation><dc:creator>x</dc:creator>${text('Is it so?')}</office:annotation> on Tuesday.<text:note><text:note-citation>1</text:note-citation><text:note-body>${text(VOTE)}</text:note-body></text:note>`)}${text(QUOTE)}`,
      ),
    right: [{ ...RELEASE, text: [CLOSE, QUOTE, VOTE] }],
  },
  {
    name: 'headings, a list, a caption and a table',
    bytes: () =>
      odt(
        `${ODT_HEAD}${text(CLOSE)}<text:h text:outline-level="1">Why</text:h><text:list><text:list-item>${text(PILES)}</text:list-item></text:list>${text(`<draw:frame><draw:text-box>${text('The pier at Nesse', 'P2')}</draw:text-box></draw:frame>`)}<table:table><table:table-row><table:table-cell>${text('Pile')}</table:table-cell><table:table-cell>${text('State')}</table:table-cell></table:table-row></table:table>`,
      ),
    right: [
      {
        ...RELEASE,
        text: [CLOSE, 'Why', PILES, 'The pier at Nesse', 'Pile', 'State'],
        kinds: ['paragraph', 'heading', 'list-item', 'caption', 'paragraph', 'paragraph'],
      },
    ],
  },
  {
    name: 'as one file of XML',
    bytes: () => fodt(`${ODT_HEAD}${text(CLOSE)}${text(QUOTE)}`),
    right: [{ ...RELEASE, text: [CLOSE, QUOTE] }],
  },
  {
    name: 'a transcript',
    bytes: () =>
      odt(text('Hearing on the pier', 'P1') + TURN_LINES.map(([who, words]) => text(`${who}: ${words}`)).join('')),
    right: [TURNS],
  },
  {
    name: 'properties alone',
    bytes: () =>
      odt(text(CLOSE) + text(QUOTE), {
        properties: `<dc:title>${TITLE}</dc:title><meta:initial-creator>Petra Holm</meta:initial-creator><dc:creator>office</dc:creator><meta:creation-date>2009-01-05T08:00:00</meta:creation-date>`,
      }),
    right: [{ title: TITLE, byline: 'Petra Holm', date: undefined }],
  },
  {
    name: 'encrypted',
    bytes: () => odt('', { manifest: '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>' }),
    right: [{ code: 'encrypted', sentence: /password/u }],
  },
  {
    name: 'cut off',
    bytes: () => half(odt(ODT_HEAD + text(CLOSE))),
    right: [{ code: 'damaged', sentence: /damaged/u }],
  },
  {
    name: 'elements 2,000 deep',
    bytes: () => odt('<text:section>'.repeat(2000) + text(CLOSE) + '</text:section>'.repeat(2000)),
    right: [{ code: 'too-deep', sentence: /nested/u }],
  },
  {
    name: 'huge: its text unpacks to 50 MB',
    bytes: () => odt(text('a'.repeat(50_000_000))),
    right: [{ code: 'too-large', sentence: /unpacks to more than/u }],
  },
];

const RTF_HEAD = `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}{\\f1\\fcharset204 Times;}}{\\stylesheet{\\s1 Title;}{\\s2 heading 1;}}{\\info{\\title x}{\\creatim\\yr2009\\mo1\\dy5}}\n{\\header\\pard Page one\\par}\\pard\\s1 ${TITLE}\\par\\pard By Petra Holm\\par 12 March 2025\\par\n`;
const RTF_CLOSE = `\\pard The council will {\\deleted keep }close the old pier before the {\\v secret }summer, Mayor Ada Vane said on Tuesday.{\\super\\chftn{\\footnote\\pard ${VOTE}\\par}}\\par\n`;
const RTF_QUOTE = "\\pard\\'93We are not closing anything,\\u8221\\'94 she told reporters.\\par\n";

const RTF: readonly Omit<ReadingCase, 'format'>[] = [
  {
    name: 'release.rtf',
    bytes: saved('release.rtf'),
    right: [{ ...RELEASE, kinds: ['paragraph', 'paragraph', 'list-item', 'paragraph'] }],
  },
  {
    name: 'with deletions, hidden words, a note and odd letters',
    bytes: latin(`${RTF_HEAD}${RTF_CLOSE}${RTF_QUOTE}}`),
    right: [{ ...RELEASE, text: [CLOSE, QUOTE, VOTE] }],
  },
  {
    name: 'with a table, a list, a heading, a field and a picture',
    bytes: latin(
      `${RTF_HEAD}${RTF_QUOTE}\\trowd\\cellx1\\cellx2\\pard\\intbl Pile\\cell State\\cell\\row\\pard\\s2 Why\\par\\pard{\\listtext\\tab 1.}{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt ${PILES}}}\\par{\\pict\\pngblip 89504e47}{\\*\\unknown nothing}\\pard \\f1\\'cf\\'e8\\'f0\\'f1\\f0  is a pier.\\par}`,
    ),
    right: [
      {
        text: [QUOTE, 'Pile', 'State', 'Why', PILES, 'Пирс is a pier.'],
        kinds: ['paragraph', 'paragraph', 'paragraph', 'heading', 'list-item', 'paragraph'],
      },
    ],
  },
  {
    name: 'a transcript, without any style',
    bytes: latin(
      `{\\rtf1 \\b Hearing on the pier\\b0\\par ${TURN_LINES.map(([who, words]) => `${who}: ${words}\\par`).join('\n')}}`,
    ),
    right: [TURNS],
  },
  { name: 'cut off', bytes: latin(`${RTF_HEAD}${RTF_CLOSE}`), right: [{ code: 'damaged', sentence: /cut off/u }] },
  {
    name: 'without text',
    bytes: latin('{\\rtf1{\\fonttbl{\\f0 Times;}}}'),
    right: [{ code: 'no-text', sentence: /no text/u }],
  },
  {
    name: 'groups 100,000 deep',
    bytes: latin(`${RTF_HEAD}${'{'.repeat(100_000)}${CLOSE}\\par${'}'.repeat(100_000)}}`),
    right: [{ title: TITLE, text: [CLOSE] }],
  },
  {
    name: 'huge: 31 MB of pictures',
    bytes: () => Buffer.concat([Buffer.from(`${RTF_HEAD}{\\pict `), Buffer.alloc(31_000_000, '0'), Buffer.from('}}')]),
    right: [{ code: 'too-large', sentence: /RTF documents are read up to 30 MB/u }],
  },
];

const BOOK =
  '<dc:title>Piers</dc:title><dc:creator>Petra Holm</dc:creator><dc:publisher>Nesse Press</dc:publisher><dc:date>2025-03-12</dc:date><dc:language>en</dc:language>';
const book: Right = { title: 'Piers', byline: 'Petra Holm', outlet: 'Nesse Press', date: '2025-03-12' };

const EPUB: readonly Omit<ReadingCase, 'format'>[] = [
  {
    name: 'two chapters',
    bytes: () => epub([`<h1>One</h1><p>${CLOSE}</p>`, `<h1>Two</h1><p>${QUOTE}</p>`], BOOK),
    right: [{ ...book, text: ['One', CLOSE, 'Two', QUOTE], kinds: ['heading', 'paragraph', 'heading', 'paragraph'] }],
  },
  {
    name: 'with notes and pictures',
    bytes: () =>
      epub(
        [
          `<p>${CLOSE}<a epub:type="noteref" href="#n">1</a></p><figure><img src="x"/><figcaption>The pier at Nesse</figcaption></figure><aside id="n"><p>${VOTE} <a role="doc-backlink" href="#r">↩</a></p></aside>`,
        ],
        BOOK,
      ),
    right: [{ ...book, text: [CLOSE, 'The pier at Nesse', VOTE], kinds: ['paragraph', 'caption', 'paragraph'] }],
  },
  {
    name: 'EPUB 2, with an editor and several dates',
    bytes: () =>
      epub(
        [`<p>${CLOSE}</p>`],
        '<dc:title>Piers</dc:title><dc:creator opf:role="edt">Jem Sorrel</dc:creator><dc:creator opf:role="aut">Petra Holm</dc:creator><dc:date opf:event="modification">2009-01-05</dc:date><dc:date opf:event="publication">2025-03-12</dc:date>',
      ),
    right: [{ title: 'Piers', byline: 'Petra Holm', date: '2025-03-12', outlet: undefined }],
  },
  {
    name: 'locked by its seller',
    bytes: () =>
      epub([`<p>${CLOSE}</p>`], BOOK, {
        'META-INF/encryption.xml':
          '<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></enc:EncryptedData></encryption>',
      }),
    right: [{ code: 'encrypted', sentence: /DRM/u }],
  },
  {
    name: 'with fonts that are hidden',
    bytes: () =>
      epub([`<p>${CLOSE}</p>`], BOOK, {
        'META-INF/encryption.xml':
          '<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></enc:EncryptedData></encryption>',
      }),
    right: [{ ...book, text: [CLOSE] }],
  },
  {
    name: 'cut off',
    bytes: () => half(epub([`<p>${CLOSE}</p>`], BOOK)),
    right: [{ code: 'damaged', sentence: /damaged/u }],
  },
  {
    name: 'without a list of its chapters',
    bytes: () => packedZip({ mimetype: 'application/epub+zip', 'META-INF/container.xml': '<container/>' }),
    right: [{ code: 'damaged', sentence: /chapters/u }],
  },
  {
    name: 'huge: a chapter of 50 MB',
    bytes: () => epub([`<p>${'a'.repeat(50_000_000)}</p>`], BOOK),
    right: [{ code: 'too-large', sentence: /unpacks to more than/u }],
  },
];

const named = (format: string, cases: readonly Omit<ReadingCase, 'format'>[]) =>
  cases.map((one) => ({ ...one, format }));

export const OFFICE: readonly ReadingCase[] = [
  ...named('Word', WORD),
  ...named('Word before 2007', OLD_WORD),
  ...named('OpenDocument', OPEN_DOCUMENT),
  ...named('RTF', RTF),
  ...named('EPUB', EPUB),
];
