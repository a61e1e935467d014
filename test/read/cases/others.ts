import type { ReadingCase } from './case.ts';
import { compound, packedZip } from './made.ts';

/** What is refused, with a sentence that says what it is and what to do. */

const text = (words: string) => () => Buffer.from(words);
const repeated = (line: (i: number) => string) => text(Array.from({ length: 30 }, (_, i) => line(i)).join('\n'));
const magic =
  (...bytes: number[]) =>
  () =>
    Buffer.from([...bytes, 0, 0, 0, 0]);

const REFUSED: readonly (readonly [name: string, bytes: () => Uint8Array, sentence: RegExp])[] = [
  ['an Excel table', () => packedZip({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>' }), /Excel.*CSV/u],
  [
    'a presentation',
    () => packedZip({ '[Content_Types].xml': '<x/>', 'ppt/presentation.xml': '<x/>' }),
    /PowerPoint.*PDF/u,
  ],
  ['an old presentation', () => compound(['PowerPoint Document']), /PowerPoint.*PDF/u],
  [
    'an OpenDocument table',
    () => packedZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'META-INF/manifest.xml': '<x/>' }),
    /OpenDocument table.*PDF/u,
  ],
  ['a document of Pages', () => packedZip({ 'Index/Document.iwa': 'x' }), /Pages.*export/u],
  ['a program', () => packedZip({ 'META-INF/MANIFEST.MF': 'x' }), /a program/u],
  ['a PNG picture', magic(0x89, 0x50, 0x4e, 0x47), /PNG/u],
  ['a film', () => Buffer.from('\0\0\0 ftypisom\0\0', 'latin1'), /film/u],
  ['a Kindle book', () => Buffer.concat([Buffer.alloc(60), Buffer.from('BOOKMOBI\0')]), /Kindle.*EPUB/u],
  ['a RAR archive', () => Buffer.from('Rar!\x1a\x07\0\0', 'latin1'), /RAR.*unpack/u],
  ['an SVG picture', text('<svg xmlns="http://www.w3.org/2000/svg"><text>The pier is closed.</text></svg>'), /SVG/u],
  ['XML of no known kind', text('<?xml version="1.0"?>\n<project><name>Pier</name></project>'), /XML.*not known/u],
  ['XML without a declaration', text('<settings>\n<pier open="no"/>\n</settings>'), /XML.*not known/u],
  [
    'LaTeX',
    text('% The pier\n\\documentclass{article}\n\\begin{document}\nIt is closed, said Ada Vane.\n\\end{document}'),
    /LaTeX.*PDF/u,
  ],
  ['PostScript', text('%!PS-Adobe-3.0\n/Times findfont\n(The pier) show'), /PostScript.*PDF/u],
  ['a style sheet', repeated((i) => `.pier-${i} {\n  color: red;\n}`), /program, or its settings/u],
  ['JavaScript', repeated((i) => `export function pier${i}(x) {\n  return x + ${i};\n}`), /program, or its settings/u],
  ['Python', repeated((i) => `def pier_${i}(x):\n    y = x + ${i}\n    return y`), /program, or its settings/u],
  ['C', repeated((i) => `#include "pier${i}.h"\nint pier_${i} = ${i};`), /program, or its settings/u],
  ['SQL', repeated((i) => `INSERT INTO piers VALUES (${i}, 'closed');`), /program, or its settings/u],
  ['a shell script', text('#!/bin/sh\necho the pier is closed\n'), /source of a program/u],
  ['settings', repeated((i) => `pier.${i} = closed`), /program, or its settings/u],
  ['a log', repeated((i) => `2025-03-12 10:00:${String(i).padStart(2, '0')},101 INFO pier ${i} is closed`), /log/u],
  [
    'the log of a web server',
    repeated((i) => `127.0.0.1 - - [12/Mar/2025:10:00:${i} +0000] "GET /pier HTTP/1.1" 200 5`),
    /log/u,
  ],
  [
    'the log of a system',
    repeated((i) => `Mar 12 10:00:${String(i).padStart(2, '0')} nesse pier[${i}]: it is closed`),
    /log/u,
  ],
  ['a patch', text('diff --git a/pier b/pier\n--- a/pier\n+++ b/pier\n@@ -1 +1 @@\n-open\n+closed\n'), /patch/u],
  ['a key', text('-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n'), /key/u],
  ['an address card', text('BEGIN:VCARD\nFN:Ada Vane\nEND:VCARD\n'), /address card/u],
  ['encoded data', repeated((i) => `${i % 10}`.repeat(76)), /encoded data/u],
  ['JSON that is broken', text('{"text": "The pier is closed, said'), /JSON that is broken/u],
];

/** Texts that look a little like what is refused, and are articles. */
const READ: readonly (readonly [name: string, words: string])[] = [
  [
    'clauses of a law',
    'pier harbour board council mayor boat'
      .split(' ')
      .map((who) => `The ${who} shall be heard before the summer of the year;`)
      .join('\n\n'),
  ],
  [
    'a chat',
    Array.from({ length: 12 }, (_, i) => `[10:0${i % 10}:00] Ada Vane: The pier is closed, and it is the ${i}th.`).join(
      '\n',
    ),
  ],
  [
    'a recipe with sums',
    'Flour = 200 g\n\nSugar = 100 g\n\nThe pier is closed, said Ada Vane on Tuesday.\n\nNobody was there.\n\nIt was late.\n\nIt rained.',
  ],
  ['words that begin with an arrow', '<Ada Vane> The pier is closed.\n\n<Ned Lund> It is not closed at all.'],
  ['a bracket first', '[Nesse] The pier is closed, said Ada Vane on Tuesday.'],
  [
    'an article about programs',
    'import was the word of the day at Nesse.\n\nThe class of 1902 was there.\n\nReturn to the pier, she said.\n\nFrom Nesse they came.\n\nFor once, it was open.',
  ],
];

export const OTHERS: readonly ReadingCase[] = [
  ...REFUSED.map(([name, bytes, sentence]) => ({
    format: 'refused',
    name,
    bytes,
    right: [{ code: 'not-a-document' as const, sentence }],
  })),
  ...READ.map(([name, words]) => ({ format: 'text', name, bytes: text(words), right: [{}] })),
];
