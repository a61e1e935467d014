import { read } from '../../../src/read/read.ts';

/** Paragraphs of an invented article. */
export const PARAGRAPHS = [
  'The council will close the old pier before the summer, Mayor Ada Vane said on Tuesday after a meeting that lasted four hours and drew two hundred people to the hall.',
  '“We are not closing anything for good,” she told reporters outside. “The piles have not got younger while we were talking about them all these years.”',
  'Ned Lund, who chairs the harbour board, said that as many as 400 of the 1,150 oak piles were rotten and that repairs would cost four million pounds over two years.',
  'Omar Reed, who leads the tenants of the quay, said that nobody had asked them before the vote was taken, and that they would go to court if they had to do so.',
  'The county engineer, Ida Marsh, warned in January that the pier could fail in a storm and asked for it to be closed to the public at once.',
] as const;

export const TITLE = 'Council votes to close pier';

export function tagged(paragraphs: readonly string[] = PARAGRAPHS, attributes = ''): string {
  return paragraphs.map((words) => `<p${attributes}>${words}</p>`).join('');
}

export function page(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><title>${TITLE}</title>${head}</head><body><header><nav><a href="/">Home</a></nav></header>${body}<footer>Nesse Gazette, 1 Quay</footer></body></html>`;
}

/** A page read: its document, and the text of its body without title, byline and captions. */
export async function readPage(html: string) {
  const { document } = await read(new TextEncoder().encode(html), 'page.html');
  const own = document.blocks.filter(({ kind }) => kind !== 'title' && kind !== 'byline' && kind !== 'caption');
  return { document, body: own.map((block) => document.text.slice(block.start, block.end)) };
}
