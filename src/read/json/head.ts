import { isUtf16, type Sample } from '../sample.ts';

/** Objects of JSON that are parsed at once; longer ones are lines or lists, or too long. */
const WHOLE = 64_000_000;

/** Before the posts in an archive of X: "window.YTD.tweets.part0 = [". */
const ASSIGNED = /^\s*window\.YTD\.\w+\.part\d+\s*=\s*(?=\[)/u;

/** Whether a file is JSON: text may begin with a brace or a bracket too. */
export async function looksLikeJson(sample: Sample): Promise<boolean> {
  return (await jsonIn(sample)) !== undefined;
}

/** Whether a file is a list of objects of JSON, by its first letters. */
export function looksLikeJsonList({ head }: Sample): boolean {
  return /^\s*\[\s*\{/u.test(head.replace(ASSIGNED, ''));
}

/** The object or list of JSON that a file is; undefined where it is none. */
export async function jsonIn({ contents, head }: Sample): Promise<object | undefined> {
  if (!/^\s*(?:\{\s*["}]|\[)/u.test(head) || contents.size > WHOLE) return undefined;
  const bytes = await contents.slice(0, contents.size);
  try {
    return JSON.parse(new TextDecoder(isUtf16(bytes) ?? 'utf-8').decode(bytes)) as object;
  } catch {
    return undefined;
  }
}
