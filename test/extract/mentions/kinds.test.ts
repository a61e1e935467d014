import { describe, expect, test } from 'vitest';
import { entitiesOf, namesOf } from '../../../src/extract/mentions/entities.ts';
import type { FoundName } from '../../../src/extract/mentions/mentions.ts';
import { prepare } from '../../../src/extract/text/prepared.ts';
import { documentOf } from '../../../src/pipeline/filter.ts';

const TYPES = { p: 'person', o: 'organisation', l: 'place' } as const;

/** What stands on the page for a text whose marks say what the network takes for a name: `[p:Ada Quill]` for a person. */
function namedIn(marked: string): string[] {
  let text = '';
  const found: FoundName[] = [];
  for (const part of marked.split(/(\[[^\]]+\])/u)) {
    const [, type, name] = /^\[([pol]):(.+)\]$/u.exec(part) ?? [];
    if (name) found.push({ start: text.length, end: text.length + name.length, type: TYPES[type as 'p'] });
    text += name ?? part;
  }
  const document = documentOf(text);
  return namesOf(text, entitiesOf(prepare(document), found, [])).map(({ type, name }) => `${type} ${name}`);
}

describe('many people are no page', () => {
  test.each([
    'The bill failed because [p:Republicans] left.',
    'A deal with [p:Senate Democrats] failed on Monday.',
    'Few [p:Native Americans] were asked.',
    'The vote split [p:Missourians] on Tuesday.',
    'The envoy met [p:Sunni Muslims] in the north.',
    '[p:Most Americans] were asleep.',
    'The seat went to a [p:Minnesota Republican] at last.',
    'Quill, [p:Democrat of Vermont], voted no.',
  ])('%s', (text) => {
    expect(namedIn(text).filter((name) => name.startsWith('person'))).toEqual([]);
  });
});

describe('a word with a capital is no name', () => {
  test.each([
    '[p:Prosecutors] asked for ten years.',
    '[p:Everybody] left the pier.',
    'She is proud to be an [p:American] at sea.',
    'The case, [p:Holm] v. [p:Obst], took a year.',
    'Council Vote On Harbour Shows [p:Withering Ripostes] From Both Sides\n\nIt rained.',
    'He spoke of [p:Progressivism] for an hour.',
    'The [p:Nesse-Obst] debate',
  ])('%s', (text) => {
    expect(namedIn(text).filter((name) => !name.endsWith('Obst'))).toEqual([]);
  });

  test.each([
    ['Judge [p:Evans] left.', 'person Evans'],
    ['[p:Frans Timmermans] left.', 'person Frans Timmermans'],
    ['Harbour Closes As [p:Rosa Weil] Calls For Calm In Town\n\nIt rained.', 'person Rosa Weil'],
    ['[p:Al Green] sang.', 'person Al Green'],
    ['[p:Peter Hall] staged it.', 'person Peter Hall'],
    ['[p:Abu Bakr al-Khoury] left.', 'person Abu Bakr al-Khoury'],
  ])('%s is somebody', (text, name) => {
    expect(namedIn(text)).toEqual([name]);
  });
});

describe('things are what they are', () => {
  test.each([
    ['The [p:Quill administration] closed the port.', 'organisation Quill administration'],
    ['They met in [p:Orrin Tower] at noon.', 'place Orrin Tower'],
    ['He read it on [p:HarbourWatch.com] first.', 'publication HarbourWatch.com'],
    ['The [p:GOP] agreed.', 'organisation GOP'],
    ['[p:General Motors] closed a plant.', 'organisation General Motors'],
    ['A report by [p:Holm Advisors] says so.', 'organisation Holm Advisors'],
    ['They cut [p:Social Security] again.', 'organisation Social Security'],
    ['She was elected governor of [p:Michigan] in May.', 'place Michigan'],
    ['The fleet left [p:U.S.] waters.', 'place U.S.'],
    ['[o:US carmaker Northmere Motors] closed a plant.', 'place US|organisation Northmere Motors'],
    ['[o:Northmere] fell. [o:Northmere and Pell Motors] closed.', 'organisation Northmere|organisation Pell Motors'],
  ])('%s', (text, names) => {
    expect(namedIn(text)).toEqual(names.split('|'));
  });
});

describe('a name is no more than the name', () => {
  test.each([
    ['[p:Republican Rosa Weil] won.', 'person Rosa Weil'],
    ['[p:Rosa Weil, Democrat], won.', 'person Rosa Weil'],
    ['Heckler Shouts At [p:Rosa Weil HVFC] Meeting Of Owners\n\nRosa Weil left.', 'person Rosa Weil'],
    ['[p:Obst told Rosa Weil] no. [p:Maury Obst] left.', 'person Maury Obst|person Rosa Weil'],
    ['HVFC Co-Chairwoman [p:Rosa Weil] left.', 'person Rosa Weil'],
    ['[p:HBN’ Charlie Obst] asked.', 'person Charlie Obst'],
  ])('%s', (text, names) => {
    expect(namedIn(text)).toEqual(names.split('|'));
  });
});

test('a name that the network saw elsewhere is found where it stands again', () => {
  const marked = '[p:Quill] Closes Pier\n\nThe mayor, [p:Rosa Quill], spoke. So did Quill’s brother, and Obst.';
  expect(namedIn(marked)).toEqual(['person Rosa Quill']);
  const document = documentOf('Northmere closes. Then [Northmere] sells.'.replace(/[[\]]/gu, ''));
  const names: FoundName[] = [{ start: 23, end: 32, type: 'organisation' }];
  expect(entitiesOf(prepare(document), names, []).mentions.map(({ mention }) => mention.start)).toEqual([0, 23]);
});
