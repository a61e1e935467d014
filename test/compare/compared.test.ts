import { expect, test } from 'vitest';
import { findUtterances, joinDocument } from '../../src/compare/index.ts';
import { compare, compareSince } from '../../src/compare/utterances/compared.ts';
import { add, set } from '../../src/pipeline/add.ts';
import { reportsIn } from '../../src/record/index.ts';
import { type EventArticle, MEETING, recordOf } from './event.ts';

const PIER = '“We will close the pier in June, unless the county pays for new piles before the end of May,”';
const said = (outlet: string, published = '2025-03-12', rest = ''): EventArticle => ({
  outlet,
  published,
  text: `Pier in ${outlet}\n\n${PIER} Ada Vane, the mayor of Nesse, told ${outlet} on Tuesday.${rest}\n`,
});

/** What the statements of the first document are the same as after something was done to the record, told both ways. */
async function toldBothWays(
  documents: readonly EventArticle[],
  between: (of: Awaited<ReturnType<typeof recordOf>>) => Promise<unknown>,
) {
  const opened = await recordOf(documents);
  const { record, ids, close } = opened;
  const before = await compare(record.db, await reportsIn(record.db, ids[0]!));
  await between(opened);
  const rows = await reportsIn(record.db, ids[0]!);
  const sets = (same: ReadonlyMap<string, readonly string[]>) =>
    [...same].map(([id, others]) => [id, [...others].sort()]).sort();
  const since = sets(await compareSince(record.db, rows, before));
  const anew = sets((await compare(record.db, rows)).same);
  await close();
  return { before: sets(before.same), since, anew };
}

const addTo = async ({ record }: Awaited<ReturnType<typeof recordOf>>, { text, ...details }: EventArticle) =>
  await add(record, Buffer.from(text), `${details.outlet}.txt`, { details });

test('where nothing came since, nothing is told anew', async () => {
  const { before, since, anew } = await toldBothWays([...MEETING, said('Salt Herald')], async () => undefined);
  expect(before.some(([, others]) => others!.length > 0)).toBe(true);
  expect([since, anew]).toEqual([before, before]);
});

test('what another wrote since is told too, and what was told before stays', async () => {
  const { before, since, anew } = await toldBothWays([said('Salt Herald'), said('Reed Echo')], async (opened) => {
    await addTo(opened, said('Wick Post'));
    await addTo(opened, {
      ...said('Pell Post'),
      text: 'Nothing new\n\nThe hall was cold, Bodo Lint said on Monday.\n',
    });
  });
  expect(since).toEqual(anew);
  expect(since[0]![1]).toHaveLength(before[0]![1]!.length + 1);
});

test('a statement that was dated anew since is compared anew', async () => {
  const { before, since, anew } = await toldBothWays(
    [said('Salt Herald'), said('Reed Echo')],
    async ({ record, ids }) => {
      await set(record, ids[0]!, { published: '2019-03-12' });
    },
  );
  expect([since, since]).toEqual([anew, before.map(([id]) => [id, []])]);
});

test('more than can be compared with each is searched again', async () => {
  const many = Array.from({ length: 220 }, (_, i) => ` “Pile number ${i} is rotten,” said Owen Price.`).join('');
  const { since, anew } = await toldBothWays([said('Salt Herald')], async (opened) => {
    await addTo(opened, said('Reed Echo', '2025-03-12', many));
    await addTo(opened, said('Wick Post', '2025-03-12', many.replaceAll('Pile', 'Plank')));
  });
  expect(since).toEqual(anew);
  expect(since.find(([, others]) => others!.length === 2)).toBeDefined();
});

test('documents that are joined at once are joined as one after the other', async () => {
  const outlets = ['Salt Herald', 'Reed Echo', 'Wick Post', 'Pell Post', 'Lark Echo', 'Mere Courier'];
  const { record, ids, close } = await recordOf(outlets.map((outlet) => said(outlet)));
  const utterances = async () =>
    (await findUtterances(record)).map(({ statements }) => statements.map(({ id }) => id).sort()).sort();
  const before = await utterances();
  expect(before.map((statements) => statements.length)).toEqual([6]);
  await record.db.deleteFrom('report').execute();
  await Promise.all(ids.map((id) => joinDocument(record, id)));
  expect(await utterances()).toEqual(before);
  await close();
});
