import { getDocumentProxy } from 'unpdf';
import { OnrecordError } from '../../document/index.ts';

/** A PDF as pdf.js has it. `loadingTask.destroy()` closes it. */
export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;

/** Opens a PDF. Throws `encrypted` and `damaged`. */
export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  if (isCutOff(bytes)) throw new OnrecordError('damaged', 'the PDF is cut off: its end is missing');
  try {
    // pdf.js takes the buffer over; the original bytes are kept, so it gets a copy.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
  } catch (cause) {
    const name = (cause as Error | undefined)?.name;
    if (name === 'PasswordException')
      throw new OnrecordError('encrypted', 'the PDF is encrypted and needs a password', { cause });
    throw new OnrecordError('damaged', 'the PDF is damaged and cannot be read', { cause });
  }
}

/** A whole PDF has an end mark near its end; pdf.js would read a cut one as far as it goes and say nothing. */
function isCutOff(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(-4096).toString('latin1');
  return !/%%EOF|startxref/u.test(tail);
}
