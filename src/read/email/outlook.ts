import { createRequire } from 'node:module';
import { decompressRTF } from '@kenjiuno/decompressrtf';
import type { FieldsData } from '@kenjiuno/msgreader';
import { deEncapsulateSync } from 'rtf-stream-parser';
import { compact, type DocumentDetails, OnrecordError } from '../../document/index.ts';
import type { ReadBlock, ReadResult } from '../assemble.ts';
import { decode } from '../charset.ts';
import { readHtmlPart } from '../html/html.ts';
import { parsePublished } from '../published.ts';
import { decoderOf } from '../rtf/code-pages.ts';
import { printedBlocks } from '../text/printed.ts';
import { messageResult } from './email.ts';
import { type Attachment, mayBeDocument } from './parts.ts';

// A CommonJS module with a default export, which loaders of ES modules hand over each in a way of their own.
const { default: MsgReader } = createRequire(import.meta.url)(
  '@kenjiuno/msgreader',
) as typeof import('@kenjiuno/msgreader');

/** A message that Outlook saved (MS-OXMSG), read as one of e-mail is. Throws `damaged`. */
export async function readOutlook(bytes: Uint8Array): Promise<ReadResult> {
  const { fields } = opened(bytes);
  return messageResult(detailsOf(fields), bodyOf(fields));
}

/** The documents that are attached to a message, and what it says of them. */
export function attachedToOutlook(bytes: Uint8Array): { attached: Attachment[]; defaults: DocumentDetails } {
  const { fields, message } = opened(bytes);
  const { outlet, published } = detailsOf(fields);
  const attached = (fields.attachments ?? [])
    .filter(({ attachmentHidden, attachMimeTag }) => !attachmentHidden && mayBeDocument(attachMimeTag ?? ''))
    .map((attachment) => {
      const { fileName, content } = message.getAttachment(attachment);
      return { name: fileName, bytes: content };
    });
  return { attached, defaults: compact({ outlet, published }) };
}

function opened(bytes: Uint8Array): { fields: FieldsData; message: InstanceType<typeof MsgReader> } {
  try {
    const message = new MsgReader(new Uint8Array(bytes).buffer);
    const fields = message.getFileData();
    if (fields.error !== undefined) throw new Error(fields.error);
    return { fields, message };
  } catch (cause) {
    throw new OnrecordError('damaged', 'the Outlook message is damaged and cannot be read', { cause });
  }
}

function detailsOf({ subject, senderName, clientSubmitTime, messageDeliveryTime }: FieldsData): DocumentDetails {
  const sent = Date.parse(clientSubmitTime ?? messageDeliveryTime ?? '');
  return compact({
    title: subject?.trim() || undefined,
    outlet: senderName?.trim() || undefined,
    published: Number.isNaN(sent) ? undefined : parsePublished(new Date(sent).toISOString()),
  });
}

/** What the message says: as marked up text, which Outlook often keeps within RTF, else as plain text. */
function bodyOf({ bodyHtml, html, compressedRtf, body }: FieldsData): ReadBlock[] {
  const markup = bodyHtml ?? (html ? decode(html) : compressedRtf ? markupIn(compressedRtf) : undefined);
  return markup === undefined ? printedBlocks(body ?? '') : readHtmlPart(markup);
}

/** The marked up text within RTF (MS-OXRTFEX); undefined where there is none. */
function markupIn(compressed: Uint8Array): string | undefined {
  try {
    const rtf = Buffer.from(decompressRTF([...compressed]));
    const { mode, text } = deEncapsulateSync(rtf, {
      decode: (bytes, encoding) => decoderOf(Number(encoding.replace(/^cp/u, ''))).decode(bytes),
      warn: () => {},
    });
    return mode === 'html' ? text.toString() : undefined;
  } catch {
    return undefined;
  }
}
