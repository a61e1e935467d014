import { constants, deflateRawSync } from 'node:zlib';

const PEOPLE = ['Petra Holm', 'Ned Lund', 'Ida Brandt', 'Rosa Thorn', 'Helen Marsh', 'Tom Vane'];
const PLACES = ['Nesse', 'Tarn', 'Orly Bay', 'Hollin', 'Dunmere'];

/** A report of at least so many characters, in which people of our own invention speak. */
export function longReport(characters: number): string {
  const parts = ['# The long report of the harbour board\n\n12 March 2025\n\n'];
  for (let length = parts[0]!.length, i = 1; length < characters; i++) {
    const [one, other, place] = [PEOPLE[i % 6], PEOPLE[(5 * i + 1) % 6], PLACES[i % 5]];
    const paragraph = `“We counted ${i + 2} boats at ${place} before noon,” ${one} told the Gazette on Monday. ${other} said that berth ${i} was empty, and that nobody from the ${place} council had asked for it since the autumn. He warned that the quay would need ${3 * i} tonnes of stone. The works began in spring and went on through a wet summer, while the ferries lay at the northern pier.\n\n`;
    parts.push(paragraph);
    length += paragraph.length;
  }
  return parts.join('');
}

/** A PDF of some megabytes with a page that unpacks to more than four gigabytes. */
export function hugePdf(): Buffer {
  // Packed by itself, a block can be repeated.
  const block = deflateRawSync(Buffer.alloc(2 ** 26, '0 0 m\n'), { finishFlush: constants.Z_FULL_FLUSH });
  const stream = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array<Buffer>(64).fill(block), Buffer.from([3, 0])]);
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>'),
    Buffer.concat([
      Buffer.from(`<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`),
      stream,
      Buffer.from('\nendstream'),
    ]),
  ];
  let pdf = Buffer.from('%PDF-1.4\n');
  const offsets = objects.map((object, i) => {
    const offset = pdf.length;
    pdf = Buffer.concat([pdf, Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 5\n0000000000 65535 f \n${rows}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(table)]);
}
