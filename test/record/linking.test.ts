import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NamedInDocument } from '../../src/document/index.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { addDocument, linkAll, listEntities, type OpenRecord, openRecord } from '../../src/record/index.ts';
import { recordPlace } from '../records.ts';

let folder: string;
let record: OpenRecord;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  record = await openRecord(recordPlace(folder));
});
afterEach(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});

const TYPES = { o: 'organisation', l: 'place', b: 'publication' } as const;

/** A document that names these: "Senator | Ada Quill" with a role, "o: Northmere" a body, "l: Nesse" a place; others are people. */
async function name(document: number, names: string): Promise<void> {
  const text = `${document}. ${names}`;
  const named = names.split(', ').map((one): NamedInDocument => {
    const [, type, role, printed] = /^(?:([olb]): )?(?:(.+) \| )?(.+)$/u.exec(one) as unknown as [
      string,
      'o',
      string,
      string,
    ];
    const start = text.indexOf(printed);
    return {
      name: printed,
      type: type ? TYPES[type] : 'person',
      ...(role ? { role } : {}),
      span: { start, end: start + printed.length, text: printed },
    };
  });
  const bytes = new TextEncoder().encode(text);
  await addDocument(
    record,
    documentOf(text, { published: `2025-01-${String(document).padStart(2, '0')}` }),
    { sha256: `sha${document}`, format: 'text', bytes, name: `${document}` },
    { statements: [], figures: [], names: named },
  );
}

/** Who is in a record of documents, one a line, with how many documents name them; the same however they are linked. */
async function entitiesOf(type: 'person' | 'organisation' | 'place', documents: readonly string[]): Promise<string[]> {
  for (const [i, names] of documents.entries()) await name(i + 1, names);
  const alone = await listEntities(record);
  await record.transaction((tx) => linkAll(tx));
  expect(await listEntities(record)).toEqual(alone);
  return alone.flatMap((one) => (one.type === type ? [`${one.documents} ${one.name}`] : [])).sort();
}

describe('forms of one name are one person', () => {
  test.each([
    ['a nickname', ['Senator | Chuck Holm', 'Sen. | Charles E. Holm'], ['2 Charles E. Holm']],
    [
      'two nicknames',
      ['Rep. | Bob Thorn', 'Representative | Robert Thorn', 'Rep. | Robert J. Thorn'],
      ['3 Robert J. Thorn'],
    ],
    [
      'a middle name',
      ['Ben Obst, Mara Lund', 'Benjamin Todd Obst, Mara Lund'],
      ['2 Benjamin Todd Obst', '2 Mara Lund'],
    ],
    [
      'a slip of the pen',
      ['Chairman | Reiner Quillbus', 'Chair | Reiner Qiullbus', 'Reiner Quillbus'],
      ['3 Reiner Quillbus'],
    ],
    ['initials', ['President | Barnaby Oberst', 'President | B. Holm Oberst'], ['2 B. Holm Oberst']],
    [
      'a role of the same office',
      ['Gov. | Jay Lindholm', 'Governor | Jay Lindholm', 'Jay Lindholm'],
      ['3 Jay Lindholm'],
    ],
    ['the surname first', ['President | Oberst', 'President | Oberst', 'President | Marek Oberst'], ['3 Marek Oberst']],
    [
      'a candidate who was a congresswoman',
      ['Representative | Mila Bachwald', 'presidential candidate | Mila Bachwald'],
      ['2 Mila Bachwald'],
    ],
  ])('%s', async (_, documents, people) => {
    expect(await entitiesOf('person', documents)).toEqual(people);
  });
});

describe('two people of one name are two', () => {
  test.each([
    ['father and son', ['Donald Peake', 'Donald Peake Jr.'], ['1 Donald Peake', '1 Donald Peake Jr.']],
    [
      'father and son, together once',
      ['Rep. | Jesse Marl Jr.', 'Jesse Marl, Former Rep. | Jesse Marl Jr.', 'Jesse L. Marl, Jesse L. Marl Jr.'],
      ['2 Jesse L. Marl', '3 Jesse L. Marl Jr.'],
    ],
    ['a senator and a captain', ['Senator | Ron Jansen', 'Capt. | Ron Jansen'], ['1 Ron Jansen', '1 Ron Jansen']],
    ['of two states', ['Michigan Rep. | Mike Rohm', 'Alabama Rep. | Mike Rohm'], ['1 Mike Rohm', '1 Mike Rohm']],
    [
      'with another given name between',
      ['Sen. | John Edwell', 'Governor | John Bel Edwell'],
      ['1 John Bel Edwell', '1 John Edwell'],
    ],
    [
      'of one surname',
      ['Anton Kellner, Mara Lund', 'Maria Kellner'],
      ['1 Anton Kellner', '1 Mara Lund', '1 Maria Kellner'],
    ],
    [
      'a couple, called by the surname elsewhere',
      ['President | Oberst', 'Lena Oberst, President | Oberst', 'President | Marek Oberst'],
      ['1 Lena Oberst', '3 Marek Oberst'],
    ],
  ])('%s', async (_, documents, people) => {
    expect(await entitiesOf('person', documents)).toEqual(people);
  });

  test('a surname alone is whose role it has', async () => {
    const documents = [
      'Secretary of State | Rosa Weil',
      'President | Ned Weil',
      'President | Weil',
      'Secretary of State | Weil',
    ];
    expect(await entitiesOf('person', documents)).toEqual(['2 Ned Weil', '2 Rosa Weil']);
  });
});

describe('bodies and places', () => {
  test.each([
    [
      'without what companies add',
      ['o: Northmere', 'o: Northmere Motor Company', 'o: Northmere Inc.'],
      ['3 Northmere Motor Company'],
    ],
    [
      'not of two companies',
      ['o: Northmere Motors', 'o: Northmere Water'],
      ['1 Northmere Motors', '1 Northmere Water'],
    ],
    ['with its country', ['o: US Coast Guard, Ada Quill', 'o: Coast Guard, Ada Quill'], ['2 US Coast Guard']],
  ])('a company %s', async (_, documents, bodies) => {
    expect(await entitiesOf('organisation', documents)).toEqual(bodies);
  });

  test('a place goes by several names', async () => {
    const documents = ['l: America', 'l: the US', 'l: United States', 'l: U.S.', 'l: Nesse', 'l: Britain', 'l: UK'];
    expect(await entitiesOf('place', documents)).toEqual(['1 Nesse', '2 Britain', '4 United States']);
  });

  test('a body that one document takes for somebody is a body', async () => {
    const documents = ['o: Aer Nesse, Ada Quill', 'o: Aer Nesse, Ada Quill', 'Aer Nesse, Ada Quill'];
    expect(await entitiesOf('person', documents)).toEqual(['3 Ada Quill']);
  });
});
