import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOf } from '../../src/pipeline/filter.ts';
import { read } from '../../src/read/read.ts';
import { turnsIn, withSpeakers } from '../../src/read/turns/turns.ts';
import { isRight, readTranscripts } from '../turns.ts';

const documentIn = async (text: string, name = 'x.txt') => (await read(new TextEncoder().encode(text), name)).document;

/** Turns as "speaker: words". */
async function linesOf(text: string): Promise<string[]> {
  return turnsIn(await documentIn(text)).map(
    ({ speaker, content }) => `${speaker.name}: ${content.map((span) => span.text).join(' ')}`,
  );
}

const TRANSCRIPTS = readTranscripts('test/gold/turns');

test.each(
  TRANSCRIPTS.map((one) => [`${one.form}/${one.name}`, one] as const),
)('every turn of %s has its speaker', async (_, { name, text, turns }) => {
  const found = turnsIn(await documentIn(text, name)).map(({ speaker, content }) => ({
    ...speaker,
    words: content.map((span) => span.text).join(' '),
  }));
  expect(found.map((turn) => turn.name)).toEqual(turns.map((turn) => turn.name));
  for (const [i, expected] of turns.entries())
    expect([expected, isRight(expected, found[i]!)]).toEqual([expected, true]);
});

describe('no turns', () => {
  const ARTICLE =
    'The pier at Nesse closed on Tuesday after a vote that took until midnight, and nobody clapped.\n\nIt was built in 1961.';
  test.each([
    [
      'a note and a correction',
      `${ARTICLE}\n\nNote: The vote was held in secret.\n\nCorrection: An earlier version named the wrong pier.`,
    ],
    ['credits', `${ARTICLE}\n\nPhoto: Ada Quill\n\n${ARTICLE}\n\nPhoto: Nesse Courier\n\nPhoto: Ada Quill`],
    [
      'a recipe',
      'Pancakes for four\n\nFlour: 200 g\nSugar: 100 g\nMilk: half a litre\nEggs: three\n\nStir it all.\n\nFlour: 50 g for the pan.',
    ],
    ['scores', 'Results of the day\n\nLeeds: 2\nYork: 1\n\nLeeds: 0\nYork: 3\n\nLeeds: 4.\nYork: 4.'],
    [
      'those who were present',
      'Present: Rosa Weil, Tom Reid.\n\nApologies: Anna Bolt.\n\nThe minutes were approved and the meeting was closed.',
    ],
    [
      'datelines',
      'CHENNAI: The river rose on Monday.\n\nDELHI: The court met on Tuesday.\n\nCHENNAI: The river fell on Wednesday.',
    ],
    [
      'pros and cons',
      'Pros: The screen is bright.\n\nCons: The case is thin.\n\nPros: The sound is good.\n\nCons: The price is high.',
    ],
    [
      'an explainer with bold questions',
      '# The new tax\n\n**What is it?**\n\nThe tax is paid by owners.\n\n**Who pays?**\n\nAnybody with two houses pays it.\n\n**Can I appeal?**\n\nYou can, within a month.',
    ],
    [
      'an article about a speech',
      "# First Minister's speech divides the house\n\nElspeth Roe spoke for an hour. Roe said that “I will not go”, and the house was divided.\n\nRoe left early, and we saw Roe at the door.",
    ],
    [
      'a programme of a day',
      'Programme\n\n09:00 Registration\nCoffee is served in the hall.\n\n10:00 Opening\nThe dean speaks.\n\n11:00 Lunch\nThere is soup in the hall.',
    ],
    [
      'sentences that begin as signatures do',
      'Asked by reporters, the mayor said that the pier would close.\n\nAnswered by silence, she left.\n\nAsked by nobody, he answered.',
    ],
    [
      'people with their posts',
      'The team\n\nAda Vane\nChief Executive Officer\nAda joined the firm in 2001.\n\nTom Reid\nFinance Director\nTom joined the firm in 2004.\n\nRosa Weil\nHead of Ports\nRosa joined the firm in 2009.',
    ],
    [
      'a timetable',
      '10:00 From Nesse to Oldmere: 40 minutes.\n11:00 From Oldmere to Nesse: 45 minutes.\n12:00 From Nesse to Wick: 20 minutes.',
    ],
    ['lines that only tell who asks', 'BY MR. HALL:\n\nBY MS. WEIL:\n\nBY MR. HALL:'],
    [
      'a headline with a name',
      'Ada Vane: the pier must close\n\nThe mayor spoke on Tuesday.\n\nThe pier was built in 1961.',
    ],
  ])('in %s', async (_, text) => {
    expect(await linesOf(text)).toEqual([]);
  });
});

describe('labels', () => {
  test('a stage direction between paragraphs ends no turn', async () => {
    expect(
      await linesOf('MR. SEDGE: We tried.\n\n(Laughter.)\n\nTwice.\n\nQUESTION: Why?\n\nMR. SEDGE: I forget.'),
    ).toEqual(['Sedge: We tried. Twice.', 'questioner: Why?', 'Sedge: I forget.']);
  });
  test('words before a colon inside a turn name nobody', async () => {
    expect(
      await linesOf(
        'ADA VANE: We have one rule.\n\nRemember: nobody swims alone.\n\nTOM REID: I do.\n\nADA VANE: I know.',
      ),
    ).toEqual(['Ada Vane: We have one rule. Remember: nobody swims alone.', 'Tom Reid: I do.', 'Ada Vane: I know.']);
  });
  test('two of one surname are kept apart by title', async () => {
    const found = await linesOf(
      'Present: Anna Bolt and Peter Bolt.\n\nMs Bolt: Shall we begin?\n\nMr Bolt: We shall.\n\nMs Bolt: Then I begin.',
    );
    expect(found.map((line) => line.split(':')[0])).toEqual(['Anna Bolt', 'Peter Bolt', 'Anna Bolt']);
  });
  test.each([
    [
      'questions and answers on one line',
      'Q. State your name. A. Ruth Oram.\nQ. Age? A. Forty.',
      ['questioner: State your name.', 'witness: Ruth Oram.', 'questioner: Age?', 'witness: Forty.'],
    ],
    [
      'a play',
      'ORSO: Who is there?\n\nMIRA: It is I.\n\nORSO: Come in.',
      ['Orso: Who is there?', 'Mira: It is I.', 'Orso: Come in.'],
    ],
    [
      'a chat',
      '[10:02] Ada Vane: are you there?\n[10:03] Tom Reid: yes\n[10:04] Ada Vane: good, I will call you',
      ['Ada Vane: are you there?', 'Tom Reid: yes', 'Ada Vane: good, I will call you'],
    ],
    [
      'a column of letters',
      'Ask the doctor\n\nQ: My knee hurts. What can I do?\n\nA: Rest it, and see your doctor.\n\nQ: May I run?\n\nA: You may walk.',
      [
        'questioner: My knee hurts. What can I do?',
        'interviewee: Rest it, and see your doctor.',
        'questioner: May I run?',
        'interviewee: You may walk.',
      ],
    ],
    [
      'rows of a table',
      '1\tHOLM\tGood evening to you.\n2\tHOLM\tShall we begin?\n3\tVANE\tPlease.\n4\tHOLM\tThen I begin.',
      ['Holm: Good evening to you.', 'Holm: Shall we begin?', 'Vane: Please.', 'Holm: Then I begin.'],
    ],
  ])('%s', async (_, text, lines) => {
    expect(await linesOf(text)).toEqual(lines);
  });
});

describe('documents', () => {
  const TEXT = 'Q. Did you close the pier?\nA. I did not.\nQ. Who did?\nA. The council.';
  test('whose text is taken as it is have turns at the offsets of that text', () => {
    const turns = turnsIn(documentOf(TEXT));
    expect(turns.map(({ content }) => content[0]!.text)).toEqual([
      'Did you close the pier?',
      'I did not.',
      'Who did?',
      'The council.',
    ]);
    for (const { content, label } of turns)
      for (const { start, end, text } of [...content, label!]) expect(TEXT.slice(start, end)).toBe(text);
  });
  test('that an earlier version read, without speakers, are looked at anew', async () => {
    const document = await documentIn('HOST: Who built it?\n\nGUEST: I did.\n\nHOST: When?');
    const older = { ...document, blocks: document.blocks.map(({ speaker: _, ...block }) => block) };
    expect(turnsIn(older)).toEqual(turnsIn(document));
  });
  test('are not looked at twice', async () => {
    const document = await documentIn('HOST: Who built it?\n\nGUEST: I did.\n\nHOST: When?');
    expect(withSpeakers(document)).toBe(document);
  });
  test('keep their text, and blocks that are in order and inside it', () => {
    const line = fc.constantFrom(
      'HOST: Why?',
      'Q. When?',
      'A. I know.',
      'Ada Vane',
      '0:04',
      '(Laughter.)',
      'We tried.',
      '',
      'BY MS. VANE:',
      'BY MR. HALL:',
      '**So?**',
      'MR. HALL. I rise. You know.',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const document = documentOf(lines.join('\n'));
        const { text, blocks } = withSpeakers(document);
        expect(text).toBe(document.text);
        let end = 0;
        for (const block of blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(block.end).toBeGreaterThan(block.start);
          if (block.speaker) expect(block.speaker.from).toBeGreaterThanOrEqual(block.start);
          end = block.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
  test('of 20,000 lines take less than a few seconds', async () => {
    const turns = Array.from(
      { length: 10_000 },
      (_, i) => `SPEAKER ${i % 40}: I have said it ${i} times.\n\nAnd again.`,
    );
    const start = process.cpuUsage();
    expect(turnsIn(await documentIn(turns.join('\n\n')))).toHaveLength(10_000);
    expect(process.cpuUsage(start).user).toBeLessThan(10_000_000);
  });
});

describe('subtitles', () => {
  test('without speakers are one paragraph without times', async () => {
    const document = await documentIn(
      'WEBVTT\n\nNOTE made by machine\n\n00:01.000 --> 00:02.000 align:start\nThe line will open\n\n00:02.000 --> 00:04.000\nin May.\n',
    );
    expect(document.text).toBe('The line will open in May.');
  });
  test('a cue with two voices', async () => {
    expect(
      await linesOf(
        'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada Vane>Will it open?</v> <v Tom Reid>I hope so.</v>\n\n00:03.000 --> 00:04.000\n<v Ada Vane>When?</v>\n',
      ),
    ).toEqual(['Ada Vane: Will it open?', 'Tom Reid: I hope so.', 'Ada Vane: When?']);
  });
});
