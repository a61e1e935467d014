import { expect, test } from 'vitest';
import { toAnnotations } from '../../src/export/annotations.ts';
import type { StoredStatement } from '../../src/record/index.ts';

test('a statement of a recording is selected by its time, too', async () => {
  const text = 'Ada Vane: We shall act.';
  const statement: StoredStatement = {
    id: 's000000000001',
    kind: 'direct',
    class: 'speech',
    content: [{ start: 10, end: 23, text: 'We shall act.' }],
    cue: [],
    source: [],
    speaker: { name: 'Ada Vane', type: 'person', basis: 'label' },
    act: 'say',
    said: { basis: 'unknown' },
    confidence: { statement: 1, speaker: 1, said: 1 },
    document: { id: 'd000000000001', title: null, outlet: null, published: null, url: null },
  };
  const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length, time: 12.5 }];
  let page = '';
  for await (const line of toAnnotations([statement], async () => ({ text, blocks }))) page += line;
  const { items } = JSON.parse(page) as { items: { target: { selector: object[] }[] }[] };
  expect(items[0]!.target[0]!.selector.at(-1)).toEqual({
    type: 'FragmentSelector',
    conformsTo: 'http://www.w3.org/TR/media-frags/',
    value: 't=12.5',
  });
});
