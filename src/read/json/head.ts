import { isUtf16, type Sample } from '../sample.ts';

/** Whether a file is an object of JSON: text may begin with a brace too. */
export async function looksLikeJson({ contents, head }: Sample): Promise<boolean> {
  if (!/^\s*\{\s*"/u.test(head)) return false;
  const bytes = await contents.slice(0, contents.size);
  try {
    return typeof JSON.parse(new TextDecoder(isUtf16(bytes) ?? 'utf-8').decode(bytes)) === 'object';
  } catch {
    return false;
  }
}
