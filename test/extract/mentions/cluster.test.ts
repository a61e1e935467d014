import { describe, expect, test } from 'vitest';
import { groupMentions } from '../../../src/extract/mentions/cluster.ts';
import type { Mention } from '../../../src/extract/mentions/mentions.ts';

/** The mentions of a text that bear marks: `[p:Ada Quill]` a person, `[o:…]` an organisation; a role stands before `|`. */
function entitiesIn(marked: string) {
  let text = '';
  const mentions: Mention[] = [];
  for (const part of marked.split(/(\[[^\]]+\])/u)) {
    const match = /^\[([po]):(?:(.+)\|)?(.+)\]$/u.exec(part);
    if (match) {
      const [, type, role, name = ''] = match;
      const printed = role ? `${role} ${name}` : name;
      mentions.push({
        start: text.length,
        end: text.length + printed.length,
        type: type === 'p' ? 'person' : 'organisation',
        name,
        ...(role ? { role } : {}),
      });
      text += printed;
    } else text += part;
  }
  return groupMentions(text, mentions).map(
    (entity) => `${entity.name}: ${entity.mentions.map(({ start, end }) => text.slice(start, end)).join(', ')}`,
  );
}

describe('mentions of one entity', () => {
  test.each([
    ['a surname', '[p:Ada Quill] left. [p:Quill] was late.', ['Ada Quill: Ada Quill, Quill']],
    ['a given name', '[p:Ada Quill] left. [p:Ada] was late.', ['Ada Quill: Ada Quill, Ada']],
    ['an initial', '[p:Ada R. Quill] left. [p:Ada Quill] was late.', ['Ada R. Quill: Ada R. Quill, Ada Quill']],
    [
      'two of one surname, by the role',
      '[p:Mayor|Ada Quill] met [p:Ned Quill]. [p:Mayor|Quill] left.',
      ['Ada Quill: Mayor Ada Quill, Mayor Quill', 'Ned Quill: Ned Quill'],
    ],
    [
      'an abbreviation in brackets',
      'The [o:Nesse Harbour Board] (NHB) met. The [o:NHB] agreed.',
      ['Nesse Harbour Board: Nesse Harbour Board, NHB'],
    ],
    [
      'a surname with a particle',
      '[p:Ada van Quill] left. [p:van Quill] was late.',
      ['Ada van Quill: Ada van Quill, van Quill'],
    ],
    [
      'the first of two surnames',
      '[p:Ada Quill Orr] left. [p:Quill] was late.',
      ['Ada Quill Orr: Ada Quill Orr, Quill'],
    ],
    [
      'a nickname',
      '[p:Ada “Dot” Quill] left. [p:Dot Quill] was late.',
      ['Ada “Dot” Quill: Ada “Dot” Quill, Dot Quill'],
    ],
    ['capitals', '[p:ADA QUILL] LEAVES. [p:Ada Quill] was late.', ['Ada Quill: ADA QUILL, Ada Quill']],
    [
      'capitals of one of two',
      '[p:ADA QUILL] LEAVES. [p:Ned Quill] met [p:Ada Quill].',
      ['Ada Quill: ADA QUILL, Ada Quill', 'Ned Quill: Ned Quill'],
    ],
    ['a rank', '[p:PC Quill] left. [p:Ada Quill] was late.', ['Ada Quill: PC Quill, Ada Quill']],
    ['a peer', '[p:Lord Quill of Orr] left. [p:Quill] was late.', ['Lord Quill of Orr: Lord Quill of Orr, Quill']],
    [
      'a peer with a given name',
      '[p:Lord Quill of Orr] left. [p:Ned Quill] was late.',
      ['Ned Quill: Lord Quill of Orr, Ned Quill'],
    ],
    [
      'a king and another',
      '[p:King Ned III] met [p:Queen Ada]. [p:King Ned] left.',
      ['King Ned III: King Ned III, King Ned', 'Queen Ada: Queen Ada'],
    ],
    [
      'father and son',
      '[p:Ned Quill] met [p:Ned Quill Jr.]. [p:Quill Jr.] left.',
      ['Ned Quill: Ned Quill', 'Ned Quill Jr.: Ned Quill Jr., Quill Jr.'],
    ],
    [
      'two of one name, by an initial',
      '[p:Ned A. Quill] met [p:Ned B. Quill]. [p:Ned B. Quill] left.',
      ['Ned A. Quill: Ned A. Quill', 'Ned B. Quill: Ned B. Quill, Ned B. Quill'],
    ],
    [
      'initials of two',
      '[p:Ada Quill] met [p:Ann Quill]. [p:A. Quill] left.',
      ['Ada Quill: Ada Quill', 'Ann Quill: Ann Quill', 'A. Quill: A. Quill'],
    ],
    [
      'a person by first letters',
      '[p:Ned bin Quill] (NBQ) met. The [o:NBQ] left.',
      ['Ned bin Quill: Ned bin Quill, NBQ'],
    ],
    [
      'a body by first letters',
      'The [o:Ministry of Roads] met. The [o:MoR] agreed.',
      ['Ministry of Roads: Ministry of Roads, MoR'],
    ],
    ['two people', '[p:Ada Quill] met [p:Ned Lund].', ['Ada Quill: Ada Quill', 'Ned Lund: Ned Lund']],
  ])('%s', (_, marked, expected) => {
    expect(entitiesIn(marked)).toEqual(expected);
  });
});

test('the best mention is the first with the fullest name, one with a role before one without', () => {
  const mention = (start: number, name: string, role?: string): Mention => ({
    start,
    end: start + 9,
    type: 'person',
    name,
    ...(role ? { role } : {}),
  });
  const mentions = [mention(0, 'Quill'), mention(20, 'Ada Quill'), mention(40, 'Ada Quill', 'mayor')];
  const [entity] = groupMentions(' '.repeat(60), mentions);
  expect(entity?.best.start).toBe(40);
  expect(entity?.roles).toEqual(['mayor']);
});

test('a long list of people of one surname is told apart, and the surname means the one named most', () => {
  const given = Array.from(
    { length: 300 },
    (_, i) => `Anna${'abcdefghij'[i % 10]}${'klmnopqrst'[Math.floor(i / 10) % 10]}${'uvw'[Math.floor(i / 100)]}`,
  );
  const list = given.map((name) => `[p:${name} Quill]`).join(', ');
  const entities = entitiesIn(`${list} and [p:${given[7]} Quill] met. [p:Quill] left. [p:Quilt] was late.`);
  expect(entities).toHaveLength(300);
  expect(entities[7]).toBe(`${given[7]} Quill: ${given[7]} Quill, ${given[7]} Quill, Quill, Quilt`);
});
