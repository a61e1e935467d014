import { tidy } from '../assemble.ts';
import { isProse } from './contents.ts';

/** Text of an article as a script keeps it: paragraphs as tags or plain letters. */
export type StateParagraphs = readonly string[];

/** Letters of a script beyond which it is not looked into. */
const LARGEST_STATE = 4_000_000;
const DEEPEST = 60;

/** What scripts assign their state to: `window.__PRELOADED_STATE__ = {…}`, `Fusion.globalContent={…};`. */
const ASSIGNED =
  /(?:__(?:PRELOADED|INITIAL|APOLLO|NEXT|DATA|REDUX|APP|STATE|SERVER|RELAY|INITIAL_DATA|INITIAL_STATE)\w{0,30}|Fusion\.globalContent|__data|initialState|preloadedData) ?= ?(?=\{)/u;

/**
 * The article's text in the states that pages keep for their scripts: `__NEXT_DATA__` and other JSON, what React streams in
 * `self.__next_f`, and what is assigned to `window`. Where several texts are found, the fullest.
 */
export function paragraphsInState(
  scripts: readonly { readonly type: string; readonly text: string }[],
): StateParagraphs {
  const found: string[][] = [];
  const streamed: string[] = [];
  for (const { type, text } of scripts) {
    if (text.length > LARGEST_STATE) continue;
    if (text.includes('__next_f')) streamed.push(...streamedIn(text));
    else if (text.length < 300) continue;
    else if (/json/iu.test(type) && !/ld\+json/iu.test(type)) collect(parsed(text), found, 0);
    else {
      const at = ASSIGNED.exec(text);
      if (at) collect(parsed(objectAt(text, at.index + at[0].length)), found, 0);
    }
  }
  for (const row of rowsOf(streamed.join(''))) collect(row, found, 0);
  const lengths = found.map((paragraphs) => paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0));
  const longest = Math.max(0, ...lengths);
  return found[lengths.findIndex((length) => length >= longest * 0.9)] ?? [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The object that begins at a place, up to its own closing brace. */
function objectAt(text: string, start: number): string {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const letter = text[at];
    if (inString) {
      if (letter === '\\') at++;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === '{') depth++;
    else if (letter === '}' && --depth === 0) return text.slice(start, at + 1);
  }
  return '';
}

/** The pieces of `self.__next_f.push([1,"…"])`. */
function streamedIn(text: string): string[] {
  const begin = text.indexOf('push(');
  const piece = begin < 0 ? undefined : parsed(text.slice(begin + 'push('.length, text.lastIndexOf(')')));
  return Array.isArray(piece) && typeof piece[1] === 'string' ? [piece[1]] : [];
}

/** The rows of React's stream: `4:["$","p",null,{…}]`, and texts `5:T4a1,…`, whose length is counted in bytes. */
function rowsOf(stream: string): unknown[] {
  const rows: unknown[] = [];
  for (let at = 0; at < stream.length; ) {
    const head = /^([\da-f]{1,6}):(?:T([\da-f]{1,8}),)?/u.exec(stream.slice(at, at + 20));
    if (head?.[2]) {
      const start = at + head[0].length;
      const text = Buffer.from(stream.slice(start, start + Number.parseInt(head[2], 16)), 'utf8')
        .subarray(0, Number.parseInt(head[2], 16))
        .toString('utf8');
      rows.push(text);
      at = start + text.length;
      continue;
    }
    const end = stream.indexOf('\n', at);
    const line = stream.slice(at + (head?.[0].length ?? 0), end < 0 ? undefined : end);
    if (head) rows.push(parsed(line.replace(/^[A-Z]+(?=[[{"])/u, '')));
    at = end < 0 ? stream.length : end + 1;
  }
  return rows;
}

/** Notes each run of paragraphs in a state: a list of things that hold prose, or one long text. */
function collect(value: unknown, found: string[][], depth: number): void {
  if (depth > DEEPEST) return;
  if (typeof value === 'string') {
    if (value.length > 400 && /<p[\s>]/iu.test(value)) found.push([value]);
    else if (value.length > 400 && isProse(tidy(value))) found.push(value.split(/\n+/u));
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value) && value.length > 2) {
    const paragraphs = value.map((one) => wordsOf(one, 0)).filter((words) => words !== '');
    if (
      paragraphs.filter((words) => words.length < 3000 && isProse(tidy(words.replace(/<[^<>]*>/gu, '')))).length >= 3
    ) {
      found.push(paragraphs);
      return;
    }
  }
  for (const inner of Array.isArray(value) ? value : Object.values(value)) collect(inner, found, depth + 1);
}

/** Properties in which the words of a paragraph stand. */
const WORDS = new Set(
  'text content html value children body paragraph data attributes props nodes textContent model blocks richText spans content_elements'.split(
    ' ',
  ),
);
/** Kinds of parts that are no text of the article. */
const NO_TEXT =
  /^(?:image|video|gallery|raw_html|interstitial_link|story-?card|related|ad|advert|newsletter|promo|embed|social|custom_embed|button)/iu;

function wordsOf(value: unknown, depth: number): string {
  if (typeof value === 'string') return value.startsWith('$') ? '' : value;
  if (typeof value !== 'object' || value === null || depth > 12) return '';
  // An element of React: its name, its key and what it holds.
  if (Array.isArray(value))
    return value[0] === '$'
      ? wordsOf((value[3] as Record<string, unknown> | undefined)?.children, depth + 1)
      : value.map((one) => wordsOf(one, depth + 1)).join('');
  const part = value as Record<string, unknown>;
  if (typeof part.type === 'string' && NO_TEXT.test(part.type)) return '';
  let words = '';
  for (const [name, inner] of Object.entries(part)) {
    if (!WORDS.has(name) || (typeof inner === 'string' && words.includes(inner))) continue;
    words += wordsOf(inner, depth + 1);
  }
  return words;
}
