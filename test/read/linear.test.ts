import { expect, test } from 'vitest';
import { OnrecordError } from '../../src/document/index.ts';
import { read } from '../../src/read/read.ts';

const SENTENCES =
  'The pier at Nesse closed on Tuesday after a vote that took until midnight, and nobody clapped. '.repeat(6);

const repeated = (unit: string, letters: number) => unit.repeat(Math.ceil(letters / unit.length));
const before = (unit: string) => (letters: number) => `${repeated(unit, letters)}x\n\n${SENTENCES}`;
const within = (unit: string) => (letters: number) =>
  `${SENTENCES}\n\nA pier${repeated(unit, letters)}x\n\n${SENTENCES}`;
const page = (body: string, head = '<title>Pier closes</title>') =>
  `<!doctype html><html><head>${head}</head><body>${body}<p>${SENTENCES}</p></body></html>`;
const mail = (head: string, body = SENTENCES) =>
  `From: Maren Coyle <coyle@nesse.example>\nTo: desk@nesse.example\nDate: Tue, 11 Mar 2025 10:00:00 +0000\n${head}\n\n${body}`;

/** Texts of so many letters and some more, each of a shape that a pattern may look at again and again. */
const SHAPES: Readonly<Record<string, (letters: number) => string>> = {
  'spaces at the head': before(' '),
  'spaces in a line': within(' '),
  'tabs in a line': within('\t'),
  'empty lines': within('\n'),
  'lines of spaces': within(' \n'),
  'opening brackets': before('['),
  'links without an end': before('[pier]('),
  'pictures without an end': before('![pier]('),
  'emphasis without an end': within(' **a'),
  'emphasis that ends after a space': within('**a '),
  'opening tags': before('<'),
  'tags without an end': before('<p '),
  'quotation marks': within('“'),
  'an unbroken run of letters': before('QUJDREVGR0hJSktM'),
  'lines of a head': before('By Maren Coyle\n\n'),
  'list items': within('\n\n- Piles'),
  'paragraphs that break off': within(' and the\n\n'),
  'words that lines divide': within('pi-\n'),
  'letters that lines divide': (letters) => `${SENTENCES}\n\n${repeated('win', letters)}-\n${repeated('ter', letters)}`,
  'labels of a transcript': (letters) => repeated('HOST: I ask.\n\nMR. VANE: You do.\n\n', letters),
  'labels without an end': within('\n\nHOST (A'),
  'questions by the letter': (letters) => repeated('Q. Did you?\nA. I did.\n', letters),
  'names on lines of their own': (letters) =>
    repeated('Ada Vane  0:04\nI did.\n\nTom Reid  0:09\nYou did.\n\n', letters),
  'cues of subtitles': (letters) => `WEBVTT\n\n${repeated('00:01.000 --> 00:02.000\n<v Ada Vane>I did.\n\n', letters)}`,
  'names in capitals': within(' ADA VANE'),
  'letters with many accents': within('\u0301\u0323'),
  'comments before a page': (letters) => `${repeated('<!-- c -->\n', letters)}${page('')}`,
  'spaces in the declaration of a page': (letters) => `<?xml${repeated(' ', letters)}<html><body>${SENTENCES}`,
  'tags without an end in a page': (letters) => page(repeated('<a', letters)),
  'spaces in the title of a page': (letters) => page('', `<title>Pier closes today${repeated(' ', letters)}x</title>`),
  'spaces in a byline of a page': (letters) => page(`<p class="byline">By Maren${repeated(' ', letters)}x</p>`),
  'spaces in the subject of a mail': (letters) => mail(`Subject: Pier${repeated(' ', letters)}x`),
  'folded lines in the head of a mail': (letters) => mail(`Subject: Pier${repeated('\n closes', letters)}`),
  'digits for the date of a JSON item': (letters) =>
    JSON.stringify({ text: SENTENCES, published: repeated('1 ', letters) }),
  'elements without an end in XML': (letters) =>
    `<?xml version="1.0"?><nitf><body.content>${repeated('<p>It', letters)}`,
  'speeches of a sitting': (letters) =>
    `<publicwhip>${repeated('<speech speakername="Ada Vane"><p>I did.</p></speech>', letters)}</publicwhip>`,
  'turns in TEI': (letters) =>
    `<TEI><text><body><div>${repeated('<u who="#AdaVane"><seg>I did.</seg></u>', letters)}</div></body></text></TEI>`,
  'sections in Akoma Ntoso': (letters) =>
    `<akomaNtoso><debateBody>${repeated('<debateSection><heading>A</heading><speech><from>Ada</from><p>I.</p></speech></debateSection>', letters)}</debateBody></akomaNtoso>`,
  'quotation marks in a table': (letters) => `title,text\nA,"${repeated('""x', letters)}`,
  'lines of front matter': (letters) => `---\ntitle: Pier\n${repeated('a: b\n', letters)}`,
  'lists in a JSON object': (letters) => `{"a":[${repeated('{"b":[1]},', letters)}1]}`,
  'tags without an end in a ninjs item': (letters) =>
    JSON.stringify({ uri: 'urn:pier', headline: repeated('<', letters), body_text: SENTENCES }),
};

const SIZES = [10_000, 20_000, 40_000, 80_000, 160_000];
/** How many times more than its share a larger text may cost; what is quadratic costs 16 times more in the end. */
const GENEROUS = 4;
/** Milliseconds of a processor below which nothing is told from the noise. */
const FLOOR = 8;

/** Milliseconds of a processor that reading takes: the least of three times. */
async function costOf(text: string): Promise<number> {
  const bytes = new TextEncoder().encode(text);
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 3; time++) {
    const start = process.cpuUsage();
    await read(bytes, 'x').catch((cause: unknown) => {
      if (!(cause instanceof OnrecordError)) throw cause;
    });
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

test.each(Object.entries(SHAPES))('twice the letters cost twice the time: %s', async (_, textOf) => {
  const first = Math.max(FLOOR, await costOf(textOf(SIZES[0]!)));
  for (const size of SIZES.slice(1)) {
    const share = size / SIZES[0]!;
    expect((await costOf(textOf(size))) / first, `${size} letters`).toBeLessThan(GENEROUS * share);
  }
});
