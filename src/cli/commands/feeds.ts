import { Command } from 'commander';
import { type FeedListing, getFeed, listFeeds, listItems, setFeedState, unfollowFeed } from '../../record/index.ts';
import { followAll } from '../feeds.ts';
import { table, write, writeJson } from '../print.ts';
import { withRecord } from '../record.ts';

/** `onrecord feeds` */
export function feedsCommand(): Command {
  const command = new Command('feeds')
    .description('the feeds that onrecord watch follows, and how each fares')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      await withRecord(command, async (record) => {
        const feeds = await listFeeds(record);
        if (options.json) return writeJson(feeds);
        if (feeds.length === 0) return await write(['No feed is followed; see: onrecord watch --help\n']);
        await write(
          table(
            ['state', 'items', 'waiting', 'failed', 'asked', 'feed'],
            feeds.map((feed) => [
              feed.state,
              ...[feed.items, feed.waiting, feed.failed].map(String),
              feed.asked?.slice(0, 16).replace('T', ' ') ?? 'never',
              feed.url,
            ]),
          ),
        );
        const wrong = feeds.filter(({ problem, flaw }) => problem !== null || flaw !== null);
        if (wrong.length > 0) await write(['\nWhat is wrong\n', ...wrong.map(wrongLine)]);
      });
    });
  const sub = (name: string, description: string) => command.command(name).description(description);
  const onFeed = (
    name: string,
    description: string,
    act: (url: string) => Parameters<typeof withRecord>[1],
    said: string,
  ) =>
    sub(name, description)
      .argument('<feed>', 'its address, or a part of it')
      .action(async (words: string) => {
        await withRecord(command, async (record) => {
          const { url } = await getFeed(record, words);
          await act(url)(record);
          process.stderr.write(`${url} ${said}\n`);
        });
      });
  sub('add', 'follow feeds')
    .argument('<feeds...>', 'OPML files and addresses of feeds')
    .option('--outlet <name>', 'what their outlet is called')
    .action(async (feeds: string[], options: { outlet?: string }) => {
      await withRecord(
        command,
        async (record) => {
          const added = await followAll(record, feeds, options.outlet);
          process.stderr.write(`${added} ${added === 1 ? 'feed is' : 'feeds are'} followed from now on\n`);
        },
        { make: true },
      );
    });
  onFeed('pause', 'ask a feed no more, for now', (url) => (record) => setFeedState(record, url, 'paused'), 'is paused');
  onFeed(
    'resume',
    'ask a feed again, at once',
    (url) => (record) => setFeedState(record, url, 'active'),
    'is followed',
  );
  onFeed(
    'remove',
    'forget a feed; what was read of it stays',
    (url) => (record) => unfollowFeed(record, url),
    'is forgotten',
  );
  sub('items', 'what a feed had, and what became of it')
    .argument('[feed]', 'its address, or a part of it; without it, all feeds')
    .option('--failed', 'those alone that failed')
    .option('--json', 'print JSON')
    .action(async (words: string | undefined, options: { failed?: boolean; json?: boolean }) => {
      await withRecord(command, async (record) => {
        const feed = words === undefined ? {} : { feed: (await getFeed(record, words)).url };
        const items = await listItems(record, { ...feed, ...(options.failed ? { state: 'failed' as const } : {}) });
        if (options.json) return writeJson(items.map(({ entry: _, ...item }) => item));
        await write(
          table(
            ['state', 'document', 'seen', 'address', 'what is wrong'],
            items.map(({ state, document, seen, url, key, problem }) => [
              state,
              document ?? '',
              seen.slice(0, 16).replace('T', ' '),
              url ?? key,
              problem ?? '',
            ]),
          ),
        );
      });
    });
  sub('export', 'the followed feeds as OPML').action(async () => {
    await withRecord(command, async (record) => {
      const { writeOpml } = await import('../../read/feed/opml.ts');
      const feeds = await listFeeds(record);
      await write([
        writeOpml(
          feeds.map(({ url, title, home }) => ({
            url,
            ...(title === null ? {} : { title }),
            ...(home === null ? {} : { home }),
          })),
        ),
      ]);
    });
  });
  return command;
}

function wrongLine({ url, problem, flaw, failures }: FeedListing): string {
  return `  ${url}: ${problem ?? flaw}${failures > 1 ? ` (${failures} times)` : ''}\n`;
}
