/** What is attached to a message: a file with its name, or none. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Types of parts that are of the message and no documents: pictures, signatures, invitations, notices. */
const NO_DOCUMENTS =
  /^(?:image|audio|video|font)\/|^(?:application\/(?:pgp-signature|pgp-keys|(?:x-)?pkcs7-signature|ics|ms-tnef)|text\/(?:calendar|(?:x-)?vcard|css|rfc822-headers)|message\/(?:delivery-status|disposition-notification))\b/iu;

/** Whether what is attached may be a document, by the type that it is sent with. */
export function mayBeDocument(type: string): boolean {
  return !NO_DOCUMENTS.test(type);
}
