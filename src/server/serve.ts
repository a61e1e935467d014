import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { isIP } from 'node:net';
import { serve as listen } from '@hono/node-server';
import { compact, OnrecordError } from '../document/index.ts';
import type { FetchOptions } from '../net/fetch.ts';
import { delivering } from '../pipeline/alerts/deliver.ts';
import { documentsToCompare, type OpenRecord } from '../record/index.ts';
import { Adding } from './adding.ts';
import { createApp } from './app.ts';

export interface ServeOptions {
  /** Where to listen; this machine alone by default. */
  readonly host?: string;
  /** 0 for any that is free. */
  readonly port?: number;
  /** Asked of everybody; made where the address is not loopback and none is given. */
  readonly token?: string;
  readonly author: string;
  /** Folder of the built web app. */
  readonly site?: string;
  /** Milliseconds that a client may take to send a request. */
  readonly requestTimeout?: number;
  readonly fetching?: FetchOptions;
}

/** A server that listens. */
export interface Serving {
  /** Where a browser opens it, with the token where one is asked for. */
  readonly url: string;
  readonly token?: string;
  close(): Promise<void>;
}

/**
 * Serves a record: the API and the web app. Without a token only loopback is listened on.
 *
 * @throws OnrecordError `wrong-usage` when the address is not to be had
 */
export async function serve(
  record: OpenRecord,
  { host = '127.0.0.1', port = 4747, author, site, requestTimeout = 120_000, fetching, ...options }: ServeOptions,
): Promise<Serving> {
  const onLoopback = isLoopback(host);
  const token = options.token ?? (onLoopback ? undefined : randomBytes(18).toString('base64url'));
  if (token !== undefined && token.length < 12)
    throw new OnrecordError('wrong-usage', 'a token has at least 12 letters; leave --token out and one is made');
  const adding = new Adding(record.place, fetching);
  const app = createApp({ record, adding, author, ...compact({ site }) }, { onLoopback, ...compact({ token }) });
  const server = await listening(app.fetch, host, port, requestTimeout);
  const letters = delivering(record, fetching);
  if ((await documentsToCompare(record)).length > 0) adding.start();
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host;
  return {
    url: `http://${shown}:${bound}/${token ? `?token=${token}` : ''}`,
    ...compact({ token }),
    close: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
      await letters.end();
      await adding.close();
    },
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/u.test(host);
}

function listening(
  fetch: (request: Request) => Response | Promise<Response>,
  hostname: string,
  port: number,
  requestTimeout: number,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = listen(
      {
        fetch,
        hostname,
        port,
        serverOptions: {
          requestTimeout,
          headersTimeout: Math.min(10_000, requestTimeout),
          connectionsCheckingInterval: Math.min(5_000, requestTimeout / 2),
        },
      },
      () => resolve(server),
    ) as Server;
    server.on('error', (cause: NodeJS.ErrnoException) => {
      const reason =
        cause.code === 'EADDRINUSE'
          ? `port ${port} is taken; name another with --port, or 0 for any`
          : cause.code === 'EACCES'
            ? `port ${port} may not be listened on; name one above 1024`
            : `${hostname} is no address of this machine`;
      reject(new OnrecordError('wrong-usage', reason, { cause }));
    });
  });
}
