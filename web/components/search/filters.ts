/** The filters that one can type, as `name:value`. */
export const FILTERS = ['speaker', 'outlet', 'about', 'since', 'until', 'kind'] as const;
export type Filter = (typeof FILTERS)[number];
/** What is searched for: words, and a value for each filter. */
export type Searched = { readonly [name in Filter | 'q']?: string | undefined };

/** The filter at the end of a text that is still being typed, the beginning of its value, and the words before it. */
interface TypedFilter {
  readonly name: Filter;
  readonly beginning: string;
  readonly before: string;
}

const NAMES = FILTERS.join('|');
const LAST = new RegExp(`(?:^|\\s)(${NAMES}):(?:"([^"]*)"?|(\\S*))$`, 'u');
const EACH = new RegExp(`(?:^|\\s)(${NAMES}):(?:"([^"]+)"|(\\S+))`, 'gu');

/** `pier speaker:va` → the filter `speaker`, beginning with `va`, after `pier`. */
export function typedFilter(text: string): TypedFilter | undefined {
  const found = LAST.exec(text);
  if (!found) return undefined;
  const [, name, quoted, plain] = found;
  return { name: name as Filter, beginning: quoted ?? plain ?? '', before: text.slice(0, found.index).trim() };
}

/** `pier speaker:"Ada Vane"` → `{ q: 'pier', speaker: 'Ada Vane' }`; a filter that is given twice counts as the last. */
export function searchedFor(text: string): Searched {
  const found: { [name in Filter | 'q']?: string } = {};
  const words = text.replace(EACH, (_, name: Filter, quoted: string | undefined, plain: string | undefined) => {
    found[name] = quoted ?? plain ?? '';
    return ' ';
  });
  return { ...found, q: words.replace(/\s+/gu, ' ').trim() };
}

/** A filter as one types it; quoted where its value has spaces. */
export function asTyped(name: Filter, value: string): string {
  return /\s/u.test(value) ? `${name}:"${value}"` : `${name}:${value}`;
}
