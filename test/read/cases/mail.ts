import { gzipSync } from 'node:zlib';
import type { ReadingCase, Right } from './case.ts';
import { docx, outlookMessage, packedZip, wordParagraph } from './made.ts';

/** Messages with what is attached to them, saved pages, and archives of files. */

const CLOSE = 'The council will close the old pier before the summer, Mayor Ada Vane said on Tuesday.';
const QUOTE = '“We are not closing anything,” she told reporters.';
const PILES = '“The piles are rotten,” said Ned Lund, who chairs the harbour board.';
const release = () => docx(wordParagraph('Piles at the pier', 'Title') + wordParagraph(PILES));
const lines = (...all: string[]) => Buffer.from(all.join('\r\n'));
const message: Right = { title: 'The pier', outlet: 'Nesse Council', date: '2025-03-12' };
const attached: Right = { title: 'Piles at the pier', outlet: 'Nesse Council', date: '2025-03-12', text: [PILES] };

/** A message of e-mail of such parts: the head of each, and its body. */
function mail(...parts: readonly (readonly [head: string, body: string | Uint8Array])[]): Buffer {
  return lines(
    'From: Nesse Council <press@nesse.example>',
    'To: desk@gazette.example',
    'Date: Wed, 12 Mar 2025 08:00:00 +0000',
    'Subject: The pier',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b1"',
    '',
    ...parts.flatMap(([head, body]) => [
      '--b1',
      head,
      ...(typeof body === 'string'
        ? ['', body]
        : ['Content-Transfer-Encoding: base64', '', Buffer.from(body).toString('base64').replace(/.{76}/gu, '$&\r\n')]),
    ]),
    '--b1--',
    '',
  );
}
const WORDS = ['Content-Type: text/plain; charset=utf-8', `${CLOSE}\r\n\r\n${QUOTE}`] as const;
const file = (name: string, type = 'application/octet-stream') =>
  `Content-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"`;

const MAIL: readonly Omit<ReadingCase, 'format'>[] = [
  {
    name: 'a.eml',
    bytes: () => mail(WORDS, [file('release.docx'), release()]),
    right: [
      { ...message, text: [CLOSE, QUOTE], name: 'a.eml' },
      { ...attached, name: 'a.eml#release.docx' },
    ],
  },
  {
    name: 'a logo and a signature are no documents',
    bytes: () =>
      mail(
        WORDS,
        [file('logo.png', 'image/png'), Buffer.from('PNG')],
        [file('s.p7s', 'application/pkcs7-signature'), Buffer.from('S')],
      ),
    right: [message],
  },
  {
    name: 'a message that is forwarded with what is attached to it',
    bytes: () =>
      mail(WORDS, [
        'Content-Type: message/rfc822',
        mail(WORDS, [file('release.docx'), release()])
          .toString('latin1')
          .replace('The pier', 'The other pier'),
      ]),
    right: [message, { ...message, title: 'The other pier' }, attached],
  },
  {
    name: 'an attachment that is damaged costs no other',
    bytes: () => mail(WORDS, [file('a.docx'), release().subarray(0, 500)], [file('b.txt', 'text/plain'), PILES]),
    right: [message, { code: 'damaged', sentence: /damaged/u }, { text: [PILES], date: '2025-03-12' }],
  },
  {
    name: 'archives within archives come to an end',
    bytes: () => {
      let bytes: Buffer = Buffer.from(PILES);
      for (let depth = 0; depth < 8; depth++) bytes = packedZip({ 'a.zip': bytes });
      return mail(WORDS, [file('a.zip'), bytes]);
    },
    right: [message, { code: 'too-deep', sentence: /opened within 4 others/u }],
  },
];

const OUTLOOK_FIELDS = { '0037': 'The pier', '0C1A': 'Nesse Council', '1000': `${CLOSE}\r\n\r\n${QUOTE}` };
const SENT = '2025-03-12T08:00:00Z';

const OUTLOOK: readonly Omit<ReadingCase, 'format'>[] = [
  {
    name: 'plain.msg',
    bytes: () => outlookMessage(OUTLOOK_FIELDS, SENT),
    right: [{ ...message, text: [CLOSE, QUOTE] }],
  },
  {
    name: 'with HTML',
    bytes: () =>
      outlookMessage(
        {
          ...OUTLOOK_FIELDS,
          '1000': 'plain',
          '1013': Buffer.from(`<html><body><p>${CLOSE}</p><p>${QUOTE}</p></body></html>`),
        },
        SENT,
      ),
    right: [{ ...message, text: [CLOSE, QUOTE] }],
  },
  {
    name: 'a.msg',
    bytes: () => outlookMessage(OUTLOOK_FIELDS, SENT, [{ '3707': 'release.docx', '3701': release() }]),
    right: [
      { ...message, name: 'a.msg' },
      { ...attached, name: 'a.msg#release.docx' },
    ],
  },
  {
    name: 'without words',
    bytes: () => outlookMessage({ '0037': '', '0C1A': 'x' }, SENT),
    right: [{ code: 'no-text', sentence: /no text/u }],
  },
  {
    name: 'cut off',
    bytes: () => outlookMessage({ ...OUTLOOK_FIELDS, '1000': CLOSE.repeat(100) }, SENT).subarray(0, 900),
    right: [{ code: 'damaged', sentence: /damaged/u }],
  },
];

const PAGE = `<!DOCTYPE html><html lang=3D"en"><head><title>Council votes to close pier</title><meta property=3D"og:site_name" content=3D"Nesse Gazette"></head><body><article><h1>Council votes to close pier</h1><p>${CLOSE} It had been open since 1902, and it was the last of the three.</p><p>=E2=80=9CWe are not closing anything,=E2=80=9D she told reporters. She would say no more on that day of the piles, or of the board that looks after them.</p></article></body></html>`;
const page: Right = {
  title: 'Council votes to close pier',
  url: 'https://gazette.example/1',
  outlet: 'Nesse Gazette',
  date: undefined,
};
/** A page that a browser saved, with such a head and a style sheet. */
const saved = (head: readonly string[], part: readonly string[], html = PAGE) =>
  lines(
    ...head,
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="--x"',
    '',
    '----x',
    ...part,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    html,
    '----x',
    'Content-Type: text/css',
    '',
    'p { color: red }',
    '----x--',
    '',
  );

const MHTML: readonly Omit<ReadingCase, 'format'>[] = [
  {
    name: 'of Chromium',
    bytes: () =>
      saved(
        [
          'From: <Saved by Blink>',
          'Snapshot-Content-Location: https://gazette.example/1',
          'Subject: Council votes',
          'Date: Thu, 13 Mar 2025 08:00:00 -0000',
        ],
        ['Content-Type: text/html'],
      ),
    right: [page],
  },
  {
    name: 'of Internet Explorer',
    bytes: () =>
      saved(
        ['From: "Saved by Internet Explorer 11"', 'Subject: Council votes', 'Date: Thu, 13 Mar 2025 08:00:00 -0000'],
        ['Content-Type: text/html; charset="utf-8"', 'Content-Location: https://gazette.example/1'],
      ),
    right: [page],
  },
  {
    name: 'without any sender',
    bytes: () =>
      saved(['Subject: Council votes'], ['Content-Type: text/html', 'Content-Location: https://gazette.example/1']),
    right: [page],
  },
  {
    name: 'with a frame, which is not of the article',
    bytes: () =>
      saved(
        ['From: <Saved by Blink>', 'Snapshot-Content-Location: https://gazette.example/1'],
        ['Content-Type: text/html'],
        [
          PAGE,
          '----x',
          'Content-Type: text/html',
          'Content-Location: cid:frame',
          '',
          `<p>${'Buy a boat. '.repeat(50)}</p>`,
        ].join('\r\n'),
      ),
    right: [page],
  },
  {
    name: 'without a page',
    bytes: () =>
      saved(
        ['From: <Saved by Blink>', 'Snapshot-Content-Location: https://gazette.example/1'],
        ['Content-Type: image/png'],
      ),
    right: [{ code: 'damaged', sentence: /no web page/u }],
  },
];

const ZIP: readonly Omit<ReadingCase, 'format'>[] = [
  {
    name: 'a.zip',
    bytes: () =>
      packedZip({
        'folder/': '',
        'folder/a.txt': CLOSE,
        'folder/b.docx': release(),
        '__MACOSX/._a.txt': 'x',
        '.DS_Store': 'x',
      }),
    right: [
      { text: [CLOSE], name: 'a.zip#folder/a.txt' },
      { text: [PILES], name: 'a.zip#folder/b.docx' },
    ],
  },
  {
    name: 'b.zip',
    bytes: () =>
      packedZip({
        'in.zip': packedZip({ '../../a.txt': CLOSE }),
        'mail.eml': mail(WORDS, [file('r.docx'), release()]),
      }),
    right: [{ text: [CLOSE], name: 'b.zip#in.zip#../../a.txt' }, message, attached],
  },
  {
    name: 'encrypted',
    bytes: () => packedZip({ 'a.txt': CLOSE, 'b.txt': QUOTE }, true),
    right: [
      { code: 'encrypted', sentence: /a\.txt is encrypted/u },
      { code: 'encrypted', sentence: /b\.txt/u },
    ],
  },
  {
    name: 'a bomb, and a file beside it',
    bytes: () => packedZip({ 'a.txt': Buffer.alloc(65_000_000), 'b.txt': CLOSE }),
    right: [{ code: 'too-large', sentence: /a\.txt unpacks to more than/u }, { text: [CLOSE] }],
  },
  {
    name: 'cut off',
    bytes: () => packedZip({ 'a.txt': CLOSE }).subarray(0, 60),
    right: [{ code: 'damaged', sentence: /damaged/u }],
  },
  {
    name: 'with what is no document',
    bytes: () => packedZip({ 'a.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), 'b.txt': CLOSE, 'c.txt': '' }),
    right: [{ code: 'not-a-document', sentence: /PNG/u }, { text: [CLOSE] }, { code: 'empty', sentence: /empty/u }],
  },
];

const GZIP: readonly Omit<ReadingCase, 'format'>[] = [
  {
    name: 'page.html.gz',
    bytes: () => gzipSync(`<html><body><article><p>${CLOSE}</p></article></body></html>`),
    right: [{ text: [CLOSE], name: 'page.html.gz' }],
  },
  { name: 'text.gz', bytes: () => gzipSync(CLOSE), right: [{ text: [CLOSE] }] },
  { name: 'release.docx.gz', bytes: () => gzipSync(release()), right: [{ title: 'Piles at the pier', text: [PILES] }] },
  {
    name: 'cut off',
    bytes: () => gzipSync(CLOSE.repeat(100)).subarray(0, 80),
    right: [{ code: 'damaged', sentence: /damaged/u }],
  },
  {
    name: 'a bomb',
    bytes: () => gzipSync(Buffer.alloc(200_000_000)),
    right: [{ code: 'too-large', sentence: /unpacks to more/u }],
  },
  {
    name: 'a tar archive',
    bytes: () => gzipSync(Buffer.concat([Buffer.alloc(257), Buffer.from('ustar\0'), Buffer.alloc(249)])),
    right: [{ code: 'not-a-document', sentence: /tar archive; unpack/u }],
  },
];

const named = (format: string, cases: readonly Omit<ReadingCase, 'format'>[]) =>
  cases.map((one) => ({ ...one, format }));

export const MAILS_AND_ARCHIVES: readonly ReadingCase[] = [
  ...named('E-mail', MAIL),
  ...named('Outlook', OUTLOOK),
  ...named('MHTML', MHTML),
  ...named('ZIP', ZIP),
  ...named('gzip', GZIP),
];
