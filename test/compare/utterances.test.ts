import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { coverageOf, findUtterances, joinDocument, utterancesIn } from '../../src/compare/index.ts';
import { reextract } from '../../src/pipeline/reextract.ts';
import { reportsIn, reportsNumbered, statementsNear } from '../../src/record/index.ts';
import { MEETING, recordOf } from './event.ts';

let meeting: Awaited<ReturnType<typeof recordOf>>;
beforeAll(async () => {
  meeting = await recordOf(MEETING);
});
afterAll(() => meeting.close());

/** Utterances of two documents or more: who, and for each report its outlet and version. */
async function joined(record = meeting.record) {
  return (await findUtterances(record))
    .filter(({ statements }) => new Set(statements.map(({ document }) => document)).size > 1)
    .map(({ speaker, statements }) => [
      speaker,
      statements.map(({ outlet, version }) => `${outlet}: ${version}`).sort(),
    ]);
}

describe('one meeting in three outlets', () => {
  test('the same words, an excerpt, a paraphrase and changed words are reports of one utterance', async () => {
    expect(await joined()).toEqual(
      expect.arrayContaining([
        ['Ada Vane', ['Coast Radio: paraphrase', 'Karrow Post: clipped', 'Nesse Gazette: whole']],
        ['Bodo Lint', ['Coast Radio: altered', 'Karrow Post: whole']],
      ]),
    );
  });

  test('what was changed is told', async () => {
    const [lint] = await findUtterances(meeting.record, { speaker: 'Lint', about: 'ninety' });
    const altered = lint!.statements.find(({ version }) => version === 'altered');
    expect(altered?.differences).toEqual([{ kind: 'changed', printed: 'eighty', source: 'ninety', turnsSense: true }]);
  });

  test('joining again changes nothing, nor does the order in which documents come', async () => {
    const before = await joined();
    for (const id of meeting.ids) await joinDocument(meeting.record, id, await utterancesIn(meeting.record, id));
    expect(await joined()).toEqual(before);
    const reversed = await recordOf([...MEETING].reverse());
    const sets = (all: unknown[][]) => all.map((one) => JSON.stringify(one)).sort();
    expect(sets(await joined(reversed.record))).toEqual(sets(before));
    await reversed.close();
  });

  test('a new reading of the documents keeps the utterances', async () => {
    const before = await joined();
    await reextract(meeting.record);
    expect(await joined()).toEqual(before);
  });
});

test('two people may say the same short sentence, and one person says it in another year', async () => {
  const { record, close } = await recordOf([
    { outlet: 'A', published: '2025-03-12', text: 'Vote lost\n\n“We did our best,” Ada Vane said on Tuesday.\n' },
    { outlet: 'B', published: '2025-03-12', text: 'Vote won\n\n“We did our best,” Bodo Lint said on Tuesday.\n' },
    { outlet: 'A', published: '2021-05-04', text: 'Vote tied\n\n“We did our best,” Ada Vane said on Monday.\n' },
  ]);
  expect(await joined(record)).toEqual([]);
  await close();
});

test('speeches that begin alike are not one utterance, and an article that quotes one is of it', async () => {
  const speech = (about: string, question: string) => {
    const further = ['our', 'their', 'its', 'no', 'each'].map((word) =>
      about.replace(/\b(?:the|is|to|for|and)\b/gu, word),
    );
    return `Ada Vane: Good morning, and thank you for joining me today. I want to start, as I always do, with the news of the harbour. ${about} ${further.join(' ')}\n\nReporter: ${question}\n\nAda Vane: ${about.split(',')[0]}.\n`;
  };
  const dredging =
    'Dredging is late by some weeks, for the storm took two of the barges, and the crews are asked to work by night until the channel is deep enough for the ferry that comes from Oldmere in June with the band.';
  const fares =
    'Fares are to stay as they are for children and for those over seventy, while everybody else is asked to pay forty pence more for each crossing, which is less than the council had feared when fuel was dear.';
  const { record, ids, close } = await recordOf([
    {
      outlet: 'Harbour',
      published: '2025-03-12',
      text: `Update\n\n${speech(dredging, 'And who pays the crews by night?')}`,
    },
    {
      outlet: 'Harbour',
      published: '2025-03-13',
      text: `Update\n\n${speech(fares, 'Will pensioners have to queue?')}`,
    },
    {
      outlet: 'A',
      published: '2025-03-13',
      text: 'Late\n\n“The crews are asked to work by night until the channel is deep enough,” Ada Vane said on Wednesday.\n',
    },
  ]);
  const sets = (await findUtterances(record)).map(({ statements }) =>
    [...new Set(statements.map(({ document }) => ids.indexOf(document)))].sort(),
  );
  expect(sets.filter((documents) => documents.length > 1)).toEqual([[0, 2]]);
  await close();
});

test('a paraphrase in other words, by the same speaker on the same day, is of one utterance; another topic is not', async () => {
  const { record, close } = await recordOf([
    {
      outlet: 'A',
      published: '2025-03-12',
      text: 'Bakery shuts\n\nAda Vane said on Tuesday that the old bakery on Mill Lane would be shut for good before Easter.\n',
    },
    {
      outlet: 'B',
      published: '2025-03-12',
      text: 'Mill Lane\n\nAda Vane told reporters on Tuesday that the historic Mill Lane bakery will permanently close by Easter.\n',
    },
    {
      outlet: 'C',
      published: '2025-03-12',
      text: 'Buses\n\nAda Vane said on Tuesday that the night buses to Karrow would cost twice as much from June.\n',
    },
  ]);
  const reports = (await joined(record)).map(([, versions]) => versions);
  expect(reports).toEqual([['A: paraphrase', 'B: paraphrase']]);
  await close();
});

describe('coverage', () => {
  test('tells absent from not read, counts what was read, and who printed it first', async () => {
    const { read, outlets, utterances } = await coverageOf(meeting.record, { outlets: ['Harbour Times'] });
    expect(read).toBe(3);
    expect(outlets.map(({ name, documents }) => [name, documents.length])).toEqual([
      ['Coast Radio', 1],
      ['Harbour Times', 0],
      ['Karrow Post', 1],
      ['Nesse Gazette', 1],
    ]);
    const [most] = utterances;
    expect([most!.speaker, most!.count, most!.cells.map(({ version }) => version)]).toEqual([
      'Ada Vane',
      3,
      ['paraphrase', 'not-read', 'clipped', 'whole'],
    ]);
    const lint = utterances.find(({ text }) => text.includes('ninety more'))!;
    expect([lint.first, lint.cells.map(({ version }) => version)]).toEqual([
      'Karrow Post',
      ['altered', 'not-read', 'whole', 'absent'],
    ]);
  });

  test('copies of one text count once, and are told', async () => {
    const copy = {
      ...MEETING[1]!,
      outlet: 'Salt Herald',
      text: `Row about pier\n\n${MEETING[1]!.text.slice(15)}By our staff.\n`,
    };
    const { record, ids, close } = await recordOf([...MEETING, copy]);
    const { read, copies, utterances } = await coverageOf(record, {});
    expect([read, copies]).toEqual([3, [[ids[1], ids[3]].sort((a, b) => ids.indexOf(a!) - ids.indexOf(b!))]]);
    const lint = utterances.find(({ text }) => text.includes('ninety more'))!;
    expect([lint.count, lint.cells.filter(({ reports }) => reports.length > 0)]).toEqual([
      2,
      expect.objectContaining({ length: 3 }),
    ]);
    await close();
  });

  test('an event without documents is an error that says so', async () => {
    await expect(coverageOf(meeting.record, { since: '2030' })).rejects.toThrow('no document in the record matches');
  });
});

describe('what a speaker said near a day', () => {
  const said = (outlet: string, published: string, sentence: string) => ({
    outlet,
    published,
    text: `Council meets\n\nThe council of Nesse met on Monday in the old hall.\n\n${sentence}\n`,
  });
  /** Who is found near the statements of the first, by name, with the day. */
  async function near(...documents: ReturnType<typeof said>[]) {
    const { record, ids, close } = await recordOf(documents);
    const [first] = await reportsIn(record.db, ids[0]!);
    const rows = await reportsNumbered(record.db, await statementsNear(record.db, first!, 3));
    await close();
    return [...rows.values()].map(({ statement, published }) => `${statement.speaker.name} ${published}`).sort();
  }

  test('is found under the other names of the same person, within the days', async () => {
    expect(
      await near(
        said('A', '2025-03-12', 'Mayor Ada Vane said that the bridge is safe.'),
        said('B', '2025-03-15', 'Mayor Vane said that the bridge is closed. Ada Vane is in her second term.'),
        said('C', '2025-03-09', 'Ada Vane said that the bridge is old.'),
        said('D', '2025-03-16', 'Ada Vane said that the bridge is new.'),
        said('E', '2025-03-12', 'Bodo Lint said that the bridge is red.'),
      ),
    ).toEqual(['Ada Vane 2025-03-09', 'Ada Vane 2025-03-12', 'Ada Vane 2025-03-15']);
  });

  test('is found by the description of whom nobody names', async () => {
    expect(
      await near(
        said('A', '2025-03-12', 'Two engineers said that the bridge is safe.'),
        said('B', '2025-03-13', 'Two engineers said that the bridge is closed.'),
        said('C', '2025-03-13', 'Three engineers said that the bridge is open.'),
        said('D', '2025-03-19', 'Two engineers said that the bridge is new.'),
      ),
    ).toEqual(['Two engineers 2025-03-12', 'Two engineers 2025-03-13']);
  });
});
