import { describe, expect, test } from 'vitest';
import { read } from '../../src/read/read.ts';

const SENTENCES = 'The pier at Nesse closed on Tuesday after a vote that took until midnight. '.repeat(5);
/** Text as Windows writes it: each letter one byte, curly quotes at 0x93 and 0x94, an apostrophe at 0x92. */
const SAID = '\x93We\x92re done \x96 for now,\x94 Maren Coyle said. ';
const AS_MEANT = '“We’re done – for now,” Maren Coyle said.';
const bytes = (text: string) => Buffer.from(text, 'latin1');

const textOf = async (file: Uint8Array, header?: string) =>
  (await read(file, 'x', header === undefined ? {} : { header })).document.text;

const page = (charset: string, body = SAID) =>
  `<!doctype html><html><head><meta charset="${charset}"><title>Pier</title></head><body><p>${SENTENCES}</p><p>${body}</p></body></html>`;
const mail = (head: string, body: string) =>
  `From: Maren Coyle <coyle@nesse.example>\nTo: desk@nesse.example\nSubject: Pier\nMIME-Version: 1.0\n${head}\n\n${body}`;

describe('quotation marks of windows-1252', () => {
  test('in a text', async () => {
    expect(await textOf(bytes(`${SENTENCES}\n\n${SAID}`))).toContain(AS_MEANT);
  });
  test.each(['windows-1252', 'iso-8859-1', 'latin1', 'us-ascii'])('in a text that came as %s', async (charset) => {
    expect(await textOf(bytes(`${SENTENCES}\n\n${SAID}`), charset)).toContain(AS_MEANT);
  });
  test.each(['windows-1252', 'iso-8859-1', 'ascii'])('in a page that says %s', async (charset) => {
    expect(await textOf(bytes(page(charset)))).toContain(AS_MEANT);
  });
  test('as numbers in a page', async () => {
    const numbered = '&#147;We&#146;re done &#x96; for now,&#148; Maren Coyle said.';
    expect(await textOf(bytes(page('utf-8', numbered)))).toContain(AS_MEANT);
  });
  test.each([
    ['8bit', SAID],
    ['quoted-printable', '=93We=92re done =96 for now,=94 Maren Coyle said.'],
    ['base64', bytes(SAID).toString('base64')],
  ])('in a mail, %s', async (encoding, body) => {
    const head = `Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: ${encoding}`;
    expect(await textOf(bytes(mail(head, body)))).toContain(AS_MEANT);
  });
  test('in a mail with a page', async () => {
    const head = 'Content-Type: text/html; charset=iso-8859-1';
    expect(await textOf(bytes(mail(head, page('iso-8859-1'))))).toContain(AS_MEANT);
  });
});

describe('control characters never stand in a text', () => {
  const strange = 'The\u0001 pier\u001f is\u007f shut\ufffe.';
  test.each<[string, string]>([
    ['a text', `${SENTENCES}\n\n${strange}`],
    ['a page', `<!doctype html><html><body><p>${SENTENCES}</p><p>${strange}</p></body></html>`],
    ['a mail', mail('Content-Type: text/plain; charset=utf-8', `${SENTENCES}\n\n${strange}`)],
    ['JSON', JSON.stringify({ title: 'Pier', text: `${SENTENCES}\n\n${strange}\ud800` })],
  ])('of %s', async (_, text) => {
    const read = await textOf(Buffer.from(text));
    expect(read).toContain('The pier is shut.');
    expect(read).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u);
  });
});
