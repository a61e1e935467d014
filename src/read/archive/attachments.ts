import type { DocumentDetails } from '../../document/index.ts';
import type { Contents } from '../contents.ts';
import type { Attachment } from '../email/parts.ts';
import type { ArchiveEntry } from './entry.ts';

/** A message of e-mail, and what is attached to it. */
export async function* emailEntries(contents: Contents): AsyncGenerator<ArchiveEntry> {
  const { attachmentsOf } = await import('../email/email.ts');
  yield* withAttachments(contents, attachmentsOf);
}

/** A message that Outlook saved, and what is attached to it. */
export async function* outlookEntries(contents: Contents): AsyncGenerator<ArchiveEntry> {
  const { attachedToOutlook } = await import('../email/outlook.ts');
  yield* withAttachments(contents, async (bytes) => attachedToOutlook(bytes));
}

type Attached = { readonly attached: readonly Attachment[]; readonly defaults: DocumentDetails };

async function* withAttachments(
  { name, size, slice }: Contents,
  attachmentsOf: (bytes: Uint8Array) => Promise<Attached>,
): AsyncGenerator<ArchiveEntry> {
  const message = await slice(0, size);
  yield { name, bytes: message, isWhole: true };
  // Why a message cannot be taken apart is told where it is read.
  const { attached, defaults } = await attachmentsOf(message).catch((): Attached => ({ attached: [], defaults: {} }));
  for (const { name: file, bytes } of attached) yield { name: `${name}#${file}`, bytes, defaults };
}
