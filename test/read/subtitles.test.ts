import { describe, expect, test } from 'vitest';
import { linesOf, onlyDocument } from './documents.ts';

const lines = async (text: string | Buffer) => linesOf(await onlyDocument(text));

describe('WebVTT', () => {
  test('voices have turns, with sentences whole and the time at which each begins', async () => {
    const talk = `WEBVTT - The council

NOTE made by hand

STYLE
::cue { color: white }

1
00:00:01.000 --> 00:00:04.000 align:start position:10%
<v Ada Vane>We are not closing anything,

2
00:00:04.100 --> 00:00:07.000
<v Ada Vane>and I have said <i>so</i> to the council.

00:00:07.500 --> 00:00:10.000
<v.loud Reporter>What about the piles?</v>

01:00:10.200 --> 01:00:14.000
<v Ada Vane>Four hundred of them &amp; more.
`;
    const document = await onlyDocument(talk);
    expect(linesOf(document)).toEqual([
      'Ada Vane @1: We are not closing anything, and I have said so to the council.',
      'Reporter @7.5: What about the piles?',
      'Ada Vane @3610.2: Four hundred of them & more.',
    ]);
    expect(document.text).toContain('Ada Vane: We are not');
  });

  test('of one speaker begins a paragraph after a silence and after many words, at a sentence', async () => {
    const cue = (from: number, words: string) =>
      `00:${String(from).padStart(2, '0')}.000 --> 00:${String(from + 2).padStart(2, '0')}.000\n${words}\n\n`;
    const talk = `WEBVTT\n\n${cue(1, 'It will open.')}${cue(3, 'It will open in')}${cue(20, 'May. And then?')}${cue(40, 'Then we shall see.')}`;
    expect(await lines(talk)).toEqual([
      '- @1 It will open. It will open in May. And then?',
      '- @40 Then we shall see.',
    ]);
  });

  test('captions that roll print each line once', async () => {
    const talk = `WEBVTT
Kind: captions
Language: en

00:00:00.000 --> 00:00:02.000 align:start position:0%
 
we<00:00:00.500><c> are</c><c> not</c>

00:00:02.000 --> 00:00:02.010
we are not
 

00:00:02.010 --> 00:00:04.000
we are not
closing<c> anything</c>

00:00:04.000 --> 00:00:04.010
closing anything
 

00:00:04.010 --> 00:00:06.000
closing anything
at<c> all</c>
`;
    expect(await lines(talk)).toEqual(['- @2 we are not closing anything at all']);
  });

  test('without words are refused', async () => {
    await expect(onlyDocument('WEBVTT\n\n00:01.000 --> 00:02.000\n[MUSIC]\n')).rejects.toThrow('no words');
  });
});

describe('SubRip', () => {
  test('labels name who speaks, whatever the line ends and marks', async () => {
    const talk =
      '\ufeff1\r\n00:00:01,000 --> 00:00:04,000\r\n{\\an8}We are not closing anything,\r\n\r\n2\r\n00:00:04,100 --> 00:00:07,000\r\n<i>and I have said so.</i>\r\n\r\n3\r\n00:00:07,500 --> 00:00:10,000\r\nREPORTER: What about the piles?\r\n\r\n4\r\n00:00:10,200 --> 00:00:14,000\r\nMAYOR VANE: Four hundred of them are rotten, I am told.\r\n';
    expect(await lines(talk)).toEqual([
      '- @1 We are not closing anything, and I have said so.',
      'Reporter @7.5: What about the piles?',
      'Vane [Mayor] @10.2: Four hundred of them are rotten, I am told.',
    ]);
  });

  test('marks of another speaker begin a paragraph; what is only heard is left out', async () => {
    const talk = `1
00:00:01,000 --> 00:00:03,000
[APPLAUSE]

2
00:00:03,000 --> 00:00:05,000
>> Good morning, and
welcome.

3
00:00:06,000 --> 00:00:08,000
- Will it open?
- I hope so.

4
00:00:08,000 --> 00:00:09,000
♪ The sea, the sea ♪
`;
    expect(await lines(talk)).toEqual(['- @3 Good morning, and welcome.', '- @6 Will it open?', '- @6 I hope so.']);
  });

  test.each([
    ['without numbers', '00:00:01,000 --> 00:00:03,000\nIt will open.\n'],
    ['with points for commas', '1\n00:00:01.000 --> 00:00:03.000\nIt will open.\n'],
    ['in UTF-16', Buffer.from('\ufeff1\n00:00:01,000 --> 00:00:03,000\nIt will open.\n', 'utf16le')],
    ['cut off within a cue', '1\n00:00:01,000 --> 00:00:03,000\nIt will open.\n\n2\n00:00:04,0'],
    ['of YouTube (SBV)', '0:00:01.000,0:00:03.000\nIt will\nopen.\n'],
  ])('%s', async (_, talk) => {
    expect(await lines(talk)).toEqual(['- @1 It will open.']);
  });
});

test('Timed Text names its speakers in its head', async () => {
  const talk = `<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"><head><metadata><ttm:agent xml:id="a1" type="person"><ttm:name type="full">Ada Vane</ttm:name></ttm:agent><ttm:agent xml:id="a2" type="person"><ttm:name type="full">Tom Reid</ttm:name></ttm:agent></metadata></head><body><div><p begin="00:00:01.500" end="00:00:04.000" ttm:agent="a1">We are not<br/>closing it.</p><p begin="5s" end="6s" ttm:agent="a2"><span>Will it open?</span></p></div></body></tt>`;
  expect(await lines(talk)).toEqual(['Ada Vane @1.5: We are not closing it.', 'Tom Reid @5: Will it open?']);
});
