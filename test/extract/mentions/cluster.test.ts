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
