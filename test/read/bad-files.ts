import { pdfOf } from './pdf-files.ts';

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';

/** A page with a drawn picture and no text. */
export function scannedPdf(): Uint8Array {
  const drawing = '0.5 g 100 100 300 500 re f';
  return pdfOf(
    [
      CATALOG,
      PAGES,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>',
      `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    ],
    '',
  );
}

/** A PDF that asks for a password: its standard security handler's keys fit no empty one. */
export function encryptedPdf(): Uint8Array {
  const key = `<${'ab'.repeat(32)}>`;
  return pdfOf(
    [
      CATALOG,
      PAGES,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>',
      `<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`,
    ],
    '/Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]',
  );
}
