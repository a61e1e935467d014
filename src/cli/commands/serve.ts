import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { compact, OnrecordError } from '../../document/index.ts';
import { authorOf, withAuthor } from '../author.ts';
import { withRecord } from '../record.ts';

interface ServeCommandOptions {
  readonly host: string;
  readonly port: string;
  readonly token?: string;
  readonly author?: string;
  readonly allowPrivate?: boolean;
}

/** `onrecord serve` */
export function serveCommand(): Command {
  const command = new Command('serve')
    .description('open the record in a browser, with its API; stop with Ctrl-C')
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('--port <number>', 'the port; 0 for any that is free', '4747')
    .option(
      '--token <token>',
      'the token that clients must send (default: none on this machine; with another --host, a random one)',
    )
    .option('--allow-private', 'allow adding documents from private network addresses');
  return withAuthor(command).action(async ({ host, port, token, allowPrivate, ...options }: ServeCommandOptions) => {
    const number = Number(port);
    if (!Number.isInteger(number) || number < 0 || number > 65_535)
      throw new OnrecordError('wrong-usage', `--port ${port} is not a port; write a number from 0 to 65535`);
    const { serve } = await import('../../server/serve.ts');
    const site = siteFolder();
    await withRecord(
      command,
      async (record) => {
        const serving = await serve(record, {
          host,
          port: number,
          author: authorOf(options),
          ...compact({ site, token }),
          fetching: { allowPrivate: allowPrivate ?? false },
        });
        process.stdout.write(`${serving.url}\n`);
        process.stderr.write(
          `${record.name} is open at this address, its API is described at /reference. Stop with Ctrl-C.\n`,
        );
        if (!site) process.stderr.write('Only the API is available: the web app is not built (npm run build).\n');
        await ended();
        await serving.close();
      },
      { make: true },
    );
  });
}

/** The folder `dist/web`, found from the built program and from the sources; undefined if it is not built. */
function siteFolder(): string | undefined {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return [join(here, '..', 'web'), join(here, '..', '..', '..', 'dist', 'web'), join(here, 'web')].find((folder) =>
    existsSync(join(folder, 'index.html')),
  );
}

function ended(): Promise<void> {
  return new Promise((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
}
