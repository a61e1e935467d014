import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findUtterances } from '../../src/compare/index.ts';
import { selectorOf } from '../../src/document/index.ts';
import { findAlerts } from '../../src/pipeline/alerts/alerts.ts';
import { completeRecord } from '../../src/pipeline/complete.ts';
import { positionsOn } from '../../src/pipeline/positions.ts';
import {
  addStatement,
  importReviews,
  mergeEntities,
  removeDocument,
  renameEntity,
  restoreDocument,
  reviewStatement,
  splitEntity,
  undoDecision,
  undoReview,
} from '../../src/pipeline/review.ts';
import {
  documentsToCompare,
  findStatements,
  getDocument,
  getEntity,
  listAlerts,
  listReviews,
  reportsIn,
  saveSearch,
} from '../../src/record/index.ts';
import { recordOf } from '../compare/event.ts';

const AUTHOR = 'Ida Brandt';
/** Two reports of one short sentence, by a speaker that the second names otherwise. */
const ONE = {
  outlet: 'A',
  published: '2025-03-12',
  text: 'Pier\n\n“The piles are quite rotten,” Ada Vane said on Tuesday.\n',
};
const OTHER = {
  outlet: 'B',
  published: '2025-03-12',
  text: 'Piles\n\n“The piles are quite rotten,” Bodo Lint said on Tuesday.\n',
};

let open: Awaited<ReturnType<typeof recordOf>>;
beforeEach(async () => {
  open = await recordOf([ONE, OTHER]);
});
afterEach(() => open.close());

/** How many documents report each utterance about the piles. */
const reports = async () =>
  (await findUtterances(open.record, { about: 'rotten' })).map(({ statements }) => statements.length).sort();
const statementOf = async (outlet: string) => (await findStatements(open.record, { outlet, about: 'rotten' }))[0]!;
const utteranceOf = async (number: number) => (await reportsIn(open.record.db, open.ids[number]!))[0]!.utterance;
const toVane = async () =>
  await reviewStatement(
    open.record,
    (await statementOf('B')).id,
    'speaker',
    { speaker: { name: 'Ada Vane', type: 'person' } },
    AUTHOR,
  );

describe('what is corrected is compared anew', () => {
  test('a speaker: two reports of one utterance come together, and apart when it is undone', async () => {
    expect(await reports()).toEqual([1, 1]);
    const review = await toVane();
    expect(await reports()).toEqual([2]);
    await undoReview(open.record, review);
    expect(await reports()).toEqual([1, 1]);
  });

  test('an utterance keeps its id while one of its reports leaves and comes back', async () => {
    const review = await toVane();
    const id = await utteranceOf(0);
    const right = await reviewStatement(open.record, (await statementOf('A')).id, 'kind', { kind: 'mixed' }, AUTHOR);
    expect(await utteranceOf(0)).toBe(id);
    await undoReview(open.record, right);
    expect([await utteranceOf(0), await utteranceOf(1)]).toEqual([id, id]);
    await undoReview(open.record, review);
    expect(await utteranceOf(0)).not.toBe(await utteranceOf(1));
    expect([await utteranceOf(0), await utteranceOf(1)]).toContain(id);
  });

  test('an extent', async () => {
    await toVane();
    const { id } = await statementOf('B');
    const { text } = await getDocument(open.record, open.ids[1]!);
    const start = text.indexOf('The piles');
    const content = [selectorOf(text, { start, end: start + 'The'.length })];
    const review = await reviewStatement(open.record, id, 'extent', { content }, AUTHOR);
    expect(await reports()).toEqual([1]);
    expect(await documentsToCompare(open.record)).toEqual([]);
    await undoReview(open.record, review);
    expect(await reports()).toEqual([2]);
  });

  test('a statement that is none, and one that was missed', async () => {
    const speaking = await toVane();
    const wrong = await reviewStatement(open.record, (await statementOf('B')).id, 'not-a-statement', {}, AUTHOR);
    expect(await reports()).toEqual([1]);
    const { text } = await getDocument(open.record, open.ids[1]!);
    const start = text.indexOf('The piles');
    const place = { start, end: text.indexOf(',”') };
    const speaker = { name: 'Ada Vane', type: 'person' } as const;
    const added = await addStatement(open.record, open.ids[1]!, [place], { kind: 'direct', speaker }, AUTHOR);
    expect(await reports()).toEqual([2]);
    await undoReview(open.record, added);
    expect(await reports()).toEqual([1]);
    for (const id of [wrong, speaking]) await undoReview(open.record, id);
    expect(await reports()).toEqual([1, 1]);
  });

  test('what a colleague sends', async () => {
    await toVane();
    const reviews = await listReviews(open.record);
    const mine = open;
    open = await recordOf([ONE, OTHER]);
    expect(await reports()).toEqual([1, 1]);
    await importReviews(open.record, reviews);
    expect(await reports()).toEqual([2]);
    await mine.close();
  });

  test('people who are merged, split, and the decision taken back', async () => {
    const [vane, lint] = [await getEntity(open.record, 'Ada Vane'), await getEntity(open.record, 'Bodo Lint')];
    const merge = await mergeEntities(open.record, lint.id, vane.id, AUTHOR);
    expect(await reports()).toEqual([2]);
    await undoDecision(open.record, merge);
    expect(await reports()).toEqual([1, 1]);
    const again = await mergeEntities(open.record, vane.id, lint.id, AUTHOR);
    expect(await reports()).toEqual([2]);
    const { decision } = await splitEntity(open.record, lint.id, [open.ids[1]!], AUTHOR);
    expect(await reports()).toEqual([1, 1]);
    await undoDecision(open.record, decision);
    expect(await reports()).toEqual([2]);
    await undoDecision(open.record, again);
    expect(await reports()).toEqual([1, 1]);
  });

  test('a document that is removed and restored', async () => {
    await toVane();
    await removeDocument(open.record, open.ids[1]!);
    expect(await reports()).toEqual([1]);
    await restoreDocument(open.record, open.ids[1]!);
    expect(await reports()).toEqual([2]);
  });

  test('and nothing else: the other documents of the record keep their rows', async () => {
    const unrelated = {
      outlet: 'C',
      published: '2025-03-12',
      text: 'Buses\n\n“The night buses will cost twice as much,” Mona Quill said on Tuesday.\n',
    };
    await open.close();
    open = await recordOf([ONE, OTHER, unrelated]);
    await open.record.db.deleteFrom('report').where('document', '=', open.ids[2]!).execute();
    await toVane();
    expect(await documentsToCompare(open.record)).toEqual([open.ids[2]]);
  });
});

describe('saved searches look at what is corrected', () => {
  const fired = async () => (await listAlerts(open.record)).map(({ statement }) => statement);
  const waiting = async () => {
    await open.close();
    open = await recordOf([]);
    await saveSearch(open.record, 'Vane', { on: 'said', speaker: 'Vane' }, AUTHOR);
    const { add } = await import('../../src/pipeline/add.ts');
    const { text, ...details } = OTHER;
    open.ids.push((await add(open.record, Buffer.from(text), 'b.txt', { details })).document);
    expect(await fired()).toEqual([]);
  };

  test('a speaker that is corrected fires once', async () => {
    await waiting();
    const { id } = await statementOf('B');
    await toVane();
    expect(await fired()).toEqual([id]);
    await undoReview(open.record, (await listReviews(open.record))[0]!.id);
    await toVane();
    expect(await fired()).toEqual([id]);
  });

  test('a person who is renamed', async () => {
    await waiting();
    await renameEntity(open.record, (await getEntity(open.record, 'Bodo Lint')).id, 'Ada Vane', AUTHOR);
    expect(await fired()).toEqual([(await statementOf('B')).id]);
  });

  test('but not for what was in the record before', async () => {
    await saveSearch(open.record, 'Vane', { on: 'said', speaker: 'Vane' }, AUTHOR);
    await toVane();
    await findAlerts(open.record);
    expect(await fired()).toEqual([]);
  });
});

test('what was left without vectors and utterances is completed, by no question', async () => {
  const { db } = open.record;
  await db.deleteFrom('report').execute();
  await db
    .deleteFrom('vector')
    .where('statement', '=', (await statementOf('A')).id)
    .execute();
  expect(await findUtterances(open.record)).toEqual([]);
  expect(await documentsToCompare(open.record)).toHaveLength(2);
  expect(await completeRecord(open.record)).toBe(2);
  expect(await documentsToCompare(open.record)).toEqual([]);
  expect(await reports()).toEqual([1, 1]);
  expect(await completeRecord(open.record)).toBe(0);
});

test('an alert of a possible shift and the positions page give one answer, also in other words', async () => {
  const { add } = await import('../../src/pipeline/add.ts');
  const tell = async (published: string, words: string) =>
    await add(open.record, Buffer.from(`Transit\n\nMona Quill said on Monday: “${words}”\n`), `${published}.txt`, {
      details: { published, outlet: 'C' },
    });
  await tell('2025-01-10', 'We will never raise the fares of the night buses.');
  await saveSearch(open.record, 'Shift', { on: 'shift', speaker: 'Quill', topic: 'night bus ticket prices' }, AUTHOR);
  await tell('2025-03-10', 'We will raise the fares of the night buses.');
  const { shifts } = await positionsOn(open.record, 'Quill', ['night bus ticket prices']);
  expect(shifts).toHaveLength(1);
  expect((await listAlerts(open.record)).map(({ statement }) => statement)).toEqual([shifts[0]!.later.id]);
});
