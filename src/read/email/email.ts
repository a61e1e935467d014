import PostalMime from 'postal-mime';
import { compact, OnrecordError } from '../../document/index.ts';
import type { ReadResult } from '../assemble.ts';
import { readHtmlPart } from '../html/html.ts';
import { parsePublished } from '../published.ts';
import { printedBlocks } from '../text/printed.ts';

/** A message of e-mail (RFC 5322, MIME): its subject is the title, who sends it the outlet; of its parts the marked up one, else the plain one. */
export async function readEmail(bytes: Uint8Array): Promise<ReadResult> {
  const mail = await PostalMime.parse(bytes).catch((cause) => {
    throw new OnrecordError('damaged', 'the message cannot be read', { cause });
  });
  const blocks = mail.html ? readHtmlPart(mail.html) : printedBlocks(mail.text ?? '');
  const outlet = mail.from?.name?.trim();
  const published = parsePublished(mail.date ?? '');
  const title = mail.subject?.trim();
  const body = blocks.map((block) => (block.kind === 'title' ? { ...block, kind: 'heading' as const } : block));
  return {
    ...compact({ title, outlet, published }),
    blocks: [...(title ? [{ kind: 'title' as const, text: title }] : []), ...body],
  };
}
