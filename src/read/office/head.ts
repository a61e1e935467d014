import { packageKind } from '../packages.ts';
import type { Sample } from '../sample.ts';

/** Whether a file is a text of OpenDocument, and no table or presentation: packed, or as one file of XML. */
export function looksLikeOpenDocument({ names, head, start }: Sample): boolean {
  if (packageKind(names) === 'odf') return /opendocument\.text/u.test(head.slice(0, 200)) || isUntold(head);
  return /^<office:document\s/u.test(start) && /mimetype="application\/vnd\.oasis\.opendocument\.text/u.test(start);
}

/** Not all programs say first of which kind a document is. */
function isUntold(head: string): boolean {
  return !head.slice(0, 200).includes('mimetype');
}
