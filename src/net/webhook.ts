import { OnrecordError } from '../document/index.ts';
import { HttpFailure, type Reach, request, urlOf } from './request.ts';

/** Milliseconds that a webhook has for its answer. */
const TIMEOUT = 15_000;

/**
 * Posts a message to a webhook, which is to answer with success (200 to 299). Redirects are not followed, and private
 * addresses are refused as for `fetchDocument`.
 *
 * @throws OnrecordError `refused`, `not-fetched`
 */
export async function post(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  options: Reach & { readonly timeout?: number } = {},
): Promise<void> {
  const url = urlOf(address);
  const response = await request(url, { body, headers }, options, AbortSignal.timeout(options.timeout ?? TIMEOUT));
  const { statusCode = 0 } = response;
  response.destroy();
  if (statusCode < 200 || statusCode > 299)
    throw new OnrecordError('not-fetched', `${url.host} answers ${statusCode}`, { cause: new HttpFailure(response) });
}
