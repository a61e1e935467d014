import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Filters } from '../../../web/components/Filters.tsx';
import { ReviewTools } from '../../../web/components/review/ReviewTools.tsx';

test('filters show the values of the address, lists separated by commas', () => {
  const html = renderToStaticMarkup(
    createElement(Filters<{ speaker?: string; topic?: readonly string[] }>, {
      fields: ['speaker', 'topic'],
      values: { speaker: 'Ada Vane', topic: ['close', 'closing'] },
      onChange: () => {},
    }),
  );
  expect(html).toMatch(/<input[^>]* name="speaker"[^>]* value="Ada Vane"/u);
  expect(html).toMatch(/<input[^>]* name="topic"[^>]* value="close, closing"/u);
});

test('every filter has a label of its own', () => {
  const html = renderToStaticMarkup(
    createElement(Filters<{ since?: string; until?: string }>, {
      fields: ['since', 'until'],
      values: {},
      onChange: () => {},
    }),
  );
  const labels = [...html.matchAll(/<label for="([^"]+)">([^<]+)</gu)].map(([, id, words]) => [id, words]);
  expect(labels.map(([, words]) => words)).toEqual(['From', 'Until']);
  for (const [id] of labels) expect(html).toContain(`<input id="${id}"`);
});

test('the review tools offer the last speaker again, and undo once there is something to undo', () => {
  const act = () => undefined;
  const on = { right: act, wrong: act, speaker: act, again: act, extent: act, missed: act, undo: act };
  const tools = (last: string | undefined, canUndo: boolean) =>
    [
      ...renderToStaticMarkup(createElement(ReviewTools, { last, canUndo, on })).matchAll(
        /<button([^>]*)>(.*?) <kbd>(.+?)<\/kbd>/gu,
      ),
    ].map(([, attributes, words, key]) => `${key} ${words}${/ disabled/u.test(attributes!) ? ' (off)' : ''}`);
  expect(tools(undefined, false)).toEqual([
    'Enter Right',
    'x Not a statement',
    's Speaker',
    'e Extent',
    'n Missed',
    'u Undo (off)',
  ]);
  expect(tools('Nell Tove', true)).toContain('. Nell Tove');
  expect(tools('Nell Tove', true)).toContain('u Undo');
});
