import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { OnrecordError } from '../../document/index.ts';
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
    .description('the record in a browser, and its API; ends with Ctrl-C')
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('--port <number>', 'the port; 0 for any that is free', '4747')
    .option('--token <token>', 'asked of everybody; elsewhere than on this machine one is made where none is given')
    .option('--allow-private', 'addresses to add may be of a private network');
  return withAuthor(command).action(async ({ host, port, token, allowPrivate, ...options }: ServeCommandOptions) => {
    const number = Number(port);
    if (!Number.isInteger(number) || number < 0 || number > 65_535)
      throw new OnrecordError('wrong-usage', `--port ${port} is no port; write a number from 0 to 65535`);
    const { serve } = await import('../../server/serve.ts');
    const site = siteFolder();
    await withRecord(
      command,
      async (record) => {
        const serving = await serve(record, {
          host,
          port: number,
          author: authorOf(options),
          ...(site ? { site } : {}),
          ...(token ? { token } : {}),
          fetching: { allowPrivate: allowPrivate ?? false },
        });
        process.stdout.write(`${serving.url}\n`);
        process.stderr.write(`${record.name} is open there; the API is described at /reference. Ctrl-C ends it.\n`);
        if (!site) process.stderr.write('The web app is not built here (npm run build); the API answers.\n');
        await ended();
        await serving.close();
      },
      { make: true },
    );
  });
}

/** `dist/web`, beside what is built and from the sources alike; undefined where it is not built. */
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
