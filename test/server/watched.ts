import { noteFeed, openRecord } from '../../src/record/index.ts';
import { page } from '../watch/site.ts';
import { type Running, serving, upload } from './run.ts';

const PARAGRAPHS = [
  'Mayor Ada Vane told the council on Tuesday: “We will close the pier in June, and not a day later.”',
  'Owen Price, the engineer, said the piles were rotten to the core, and that new ones would cost two million.',
  'The council meets again in May. The meeting lasted two hours, and the hall was as cold as the pier.',
];

/** A server with followed feeds, one of which fails, a saved search that has fired, and an article of two versions. */
export async function watched(): Promise<{ server: Running; document: string }> {
  const server = await serving();
  for (const name of ['news', 'politics', 'sport'])
    await server.send('POST', '/feeds', {
      url: `https://gazette.example/${name}.xml`,
      outlet: `Nesse Gazette ${name}`,
    });
  await server.send('POST', '/searches', {
    name: 'Vane on the pier',
    query: { on: 'said', speaker: 'Vane', topic: 'pier' },
  });
  await server.send('POST', '/searches', { name: 'Altered words', query: { on: 'altered', speaker: 'Vane' } });
  const details = '&url=https%3A%2F%2Fgazette.example%2Fpier&published=2025-03-12&outlet=Nesse+Gazette';
  await upload(server, 'pier.html', page('Pier to close', PARAGRAPHS), details);
  const rewritten = PARAGRAPHS.map((words) =>
    words.replace('in June, and not a day later', 'in September, perhaps later'),
  );
  const { last } = await upload(server, 'pier.html', page('Pier may close', rewritten), details);
  const record = await openRecord(server.record);
  const asked = '2026-03-12T08:00:00.000Z';
  await noteFeed(record, 'https://gazette.example/news.xml', { asked, succeeded: asked, title: 'Nesse Gazette' });
  await noteFeed(record, 'https://gazette.example/sport.xml', {
    asked,
    failures: 3,
    problem: 'gazette.example answers 500, not with a page',
  });
  await record.close();
  return { server, document: String(last.document) };
}
