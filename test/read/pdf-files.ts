/** A PDF of objects in order, with a cross-reference table and a trailer. */
export function pdfOf(objects: readonly string[], trailer: string): Uint8Array {
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

/** Words in Courier, whose letters are 0.6 of their height wide. Coordinates in points, from the lower left corner. */
export interface Words {
  readonly text: string;
  readonly left: number;
  readonly y: number;
  readonly size?: number;
}

export interface PageOptions {
  /** One of the fonts that every reader of PDFs has. */
  readonly font?: 'Courier' | 'Helvetica';
  /** Whether a picture lies under the words. */
  readonly isPictured?: boolean;
  /** Angle by which the words are turned, counted against the clock, in degrees. */
  readonly turned?: number;
}

/** A PDF of so many pages of 612 by 792 points. */
export function printedPdf(pages: readonly (readonly Words[])[], options: PageOptions = {}): Uint8Array {
  const first = 5;
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  const picture = '/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8';
  return pdfOf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
      `<< /Type /Font /Subtype /Type1 /BaseFont /${options.font ?? 'Courier'} /Encoding /WinAnsiEncoding >>`,
      `<< /Type /XObject ${picture} /Length 1 >>\nstream\n\x80\nendstream`,
      ...pages.flatMap((words, i) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${first + 2 * i + 1} 0 R /Resources << /Font << /F 3 0 R >> /XObject << /P 4 0 R >> >> >>`,
        streamOf(words, options),
      ]),
    ],
    '',
  );
}

function streamOf(words: readonly Words[], { isPictured = false, turned = 0 }: PageOptions): string {
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)];
  const texts = words.map(({ text, left, y, size = 10 }) => {
    // Around the middle of the page.
    const [x0, y0] = [left - 306, y - 396];
    const place = [cos, sin, -sin, cos, x0 * cos - y0 * sin + 306, x0 * sin + y0 * cos + 396];
    return `BT /F ${size} Tf ${place.map((number) => number.toFixed(4)).join(' ')} Tm (${text.replace(/[()\\]/gu, '\\$&')}) Tj ET`;
  });
  const stream = [...(isPictured ? ['q 612 0 0 792 0 0 cm /P Do Q'] : []), ...texts].join('\n');
  return `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`;
}

/** Lines of words one under another. */
export function printedLines(lines: readonly string[], left: number, top: number, spacing = 12, size = 10): Words[] {
  return lines.map((text, i) => ({ text, left, y: top - spacing * i, size }));
}
