import type { StoredStatement } from '../../src/record/index.ts';

/** A statement as a record gives it, by an invented mayor; with the changes that a test needs. */
export function stored(changes: Partial<StoredStatement> = {}): StoredStatement {
  const text = '“We will not sell the port,”';
  return {
    id: 's000000000001',
    kind: 'direct',
    class: 'speech',
    content: [{ start: 0, end: text.length, text }],
    cue: [],
    source: [],
    speaker: { name: 'Ada Vane', type: 'person', role: 'mayor', basis: 'named' },
    act: 'say',
    said: { earliest: '2025-03-11', latest: '2025-03-11', basis: 'relative' },
    confidence: { statement: 0.9, speaker: 0.9, said: 0.9 },
    document: {
      id: 'd000000000001',
      title: 'Port stays',
      outlet: 'Nesse Gazette',
      published: '2025-03-12',
      url: 'https://gazette.example/port#top',
    },
    ...changes,
  };
}
