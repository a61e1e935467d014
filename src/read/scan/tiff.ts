/** The most pages that one TIFF is taken to have. */
const MOST = 10_000;

/**
 * The pages of a TIFF, each as a TIFF that begins with it: the same bytes with another first directory (TIFF 6.0, section
 * 2). What reads pictures shows the first page alone. A broken chain of pages ends where it breaks.
 */
export function* tiffPages(bytes: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = bytes[0] === 0x49;
  const seen = new Set<number>();
  let at = view.getUint32(4, isLittle);
  while (at >= 8 && at + 2 <= bytes.length && !seen.has(at) && seen.size < MOST) {
    seen.add(at);
    const page = new Uint8Array(bytes);
    new DataView(page.buffer).setUint32(4, at, isLittle);
    yield page;
    const next = at + 2 + 12 * view.getUint16(at, isLittle);
    if (next + 4 > bytes.length) return;
    at = view.getUint32(next, isLittle);
  }
}
