import { Command } from 'commander';
import { OnrecordError } from '../../document/index.ts';
import type { WatchEvent } from '../../pipeline/watch/watch.ts';
import { listFeeds, type OpenRecord } from '../../record/index.ts';
import { durationOf } from '../durations.ts';
import { followAll } from '../feeds.ts';
import { interrupted } from '../interrupt.ts';
import { withRecord } from '../record.ts';

interface Options {
  readonly every: string;
  readonly pause: string;
  readonly reread: string;
  readonly outlet?: string;
  readonly once?: boolean;
  readonly allowPrivate?: boolean;
  readonly quiet?: boolean;
}

/** `onrecord watch [OPML|URL…]` */
export function watchCommand(): Command {
  const command = new Command('watch')
    .description('follow feeds: read what is new, and notice what is changed, until Ctrl-C')
    .argument('[feeds...]', 'OPML files and addresses of feeds to follow from now on, besides those that are followed')
    .option('--every <time>', 'how often to ask each feed', '15m')
    .option('--pause <time>', 'time between two requests to one host, at least', '1s')
    .option('--reread <times>', 'when to read an article again, to see whether it was changed; "never"', '1h,1d')
    .option('--outlet <name>', 'what the outlet of these feeds is called')
    .option('--once', 'end when nothing is due')
    .option('--allow-private', 'addresses may be of a private network')
    .option('-q, --quiet', 'tell failures only')
    .addHelpText(
      'after',
      '\nRSS, Atom, RDF and JSON Feed. An article is fetched where the feed has not the whole of it. robots.txt and\nRetry-After are heeded, one request goes to a host at a time, and what fails is tried more and more seldom.\nAll that was seen stands in the record: stop it when you like. onrecord feeds shows how each feed fares.',
    )
    .action(async (feeds: string[], options: Options) => {
      await withRecord(command, async (record) => await watchFeeds(record, feeds, options), { make: true });
    });
  return command;
}

async function watchFeeds(record: OpenRecord, feeds: readonly string[], options: Options): Promise<void> {
  const every = durationOf(options.every, '--every');
  const pause = durationOf(options.pause, '--pause');
  const rereadAfter =
    options.reread === 'never' ? [] : options.reread.split(',').map((time) => durationOf(time, '--reread'));
  const added = await followAll(record, feeds, options.outlet);
  const followed = (await listFeeds(record)).length;
  if (followed === 0)
    throw new OnrecordError('wrong-usage', 'no feed is followed yet; name an OPML file or the address of a feed');
  if (!options.quiet)
    process.stderr.write(
      `Following ${followed} ${followed === 1 ? 'feed' : 'feeds'}${added > 0 ? `, ${added} new` : ''}.\n`,
    );
  const [{ watch }, { delivering }] = await Promise.all([
    import('../../pipeline/watch/watch.ts'),
    import('../../pipeline/alerts/deliver.ts'),
  ]);
  const allowPrivate = options.allowPrivate ?? false;
  const letters = delivering(record, { allowPrivate });
  const stop = interrupted('Finishing what is under way');
  try {
    await watch(record, {
      every,
      pause,
      rereadAfter: rereadAfter.sort((a, b) => a - b),
      once: options.once ?? false,
      allowPrivate,
      signal: stop.signal,
      onEvent: (event) => tell(event, options.quiet ?? false),
    });
  } finally {
    await letters.end();
    stop.end();
  }
}

function tell(event: WatchEvent, isQuiet: boolean): void {
  const line = lineOf(event);
  const isFailure = /failed|gone/u.test(event.kind) || ('flaw' in event && event.flaw !== undefined);
  if (isFailure || !isQuiet) process.stderr.write(`${line}\n`);
}

function lineOf(event: WatchEvent): string {
  const again = (time: string | undefined) => (time === undefined ? '' : `; again at ${time.slice(11, 19)}`);
  switch (event.kind) {
    case 'feed': {
      const parts = [`${event.fresh} new`, ...(event.changed > 0 ? [`${event.changed} changed`] : [])];
      return `${event.feed}: ${parts.join(', ')}${event.flaw ? ` (${event.flaw}; read as far as it goes)` : ''}`;
    }
    case 'feed-failed':
      return `onrecord: ${event.feed}: ${event.reason}${again(event.again)}`;
    case 'feed-gone':
      return `onrecord: ${event.feed}: ${event.reason}; it is not asked any more`;
    case 'feed-moved':
      return `${event.feed}: has moved to ${event.to}`;
    case 'item':
      return `${event.name}: ${event.outcome}, ${event.statements} ${event.statements === 1 ? 'statement' : 'statements'}  ${event.document}`;
    case 'item-failed':
      return `onrecord: ${event.name}: ${event.reason}${again(event.again)}`;
  }
}
