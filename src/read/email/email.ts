import PostalMime, { type Email } from 'postal-mime';
import { compact, type DocumentDetails, OnrecordError } from '../../document/index.ts';
import type { ReadBlock, ReadResult } from '../assemble.ts';
import { readHtmlPart } from '../html/html.ts';
import { parsePublished } from '../published.ts';
import { printedBlocks } from '../text/printed.ts';
import { type Attachment, mayBeDocument } from './parts.ts';

/** A message of e-mail (RFC 5322, MIME): its subject is the title, who sends it the outlet; of its parts the marked up one, else the plain one. */
export async function readEmail(bytes: Uint8Array): Promise<ReadResult> {
  const mail = await parsed(bytes);
  const details = detailsOf(mail);
  return messageResult(details, mail.html ? readHtmlPart(mail.html) : printedBlocks(mail.text ?? ''));
}

/** The documents that are attached to a message, and what it says of them. */
export async function attachmentsOf(bytes: Uint8Array): Promise<{ attached: Attachment[]; defaults: DocumentDetails }> {
  const mail = await parsed(bytes);
  const { outlet, published } = detailsOf(mail);
  const attached = mail.attachments
    .filter(({ mimeType, related }) => mayBeDocument(mimeType) && !related)
    .map(({ filename, mimeType, content }, i) => ({
      name: filename ?? (mimeType === 'message/rfc822' ? `message ${i + 1}` : `attachment ${i + 1}`),
      bytes: new Uint8Array(content as ArrayBuffer),
    }));
  return { attached, defaults: compact({ outlet, published }) };
}

/** A message as a document: its subject is the title of what it says. */
export function messageResult(details: DocumentDetails, blocks: readonly ReadBlock[]): ReadResult {
  const { title } = details;
  const body = blocks.map((block) => (block.kind === 'title' ? { ...block, kind: 'heading' as const } : block));
  return { ...details, blocks: [...(title ? [{ kind: 'title' as const, text: title }] : []), ...body] };
}

function detailsOf(mail: Email): DocumentDetails {
  return compact({
    title: mail.subject?.trim(),
    outlet: mail.from?.name?.trim(),
    published: parsePublished(mail.date ?? ''),
  });
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  } catch (cause) {
    throw new OnrecordError('damaged', 'the message cannot be read', { cause });
  }
}
