/** The query of a page's address: names and values, mostly those of the API. */
export type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The query of one page: some parameters hold one text each, others a list. */
type SearchOf<Text extends string, List extends string> = {
  readonly [name in Text]?: string | undefined;
} & {
  readonly [name in List]?: readonly string[] | undefined;
};

/**
 * Reads the parameters of a page, for its route's `validateSearch`. If a text is given several times, the first counts.
 * Each value of a list may hold several, separated by commas. Empty values and other parameters are left out.
 */
export function searchOf<Text extends string, List extends string = never>(
  texts: readonly Text[],
  lists: readonly List[] = [],
): (search: Record<string, unknown>) => SearchOf<NoInfer<Text>, NoInfer<List>> {
  return (search) => {
    const found: Record<string, string | readonly string[]> = {};
    for (const name of texts) {
      const [value] = [search[name]].flat();
      if (typeof value === 'string' && value !== '') found[name] = value;
    }
    for (const name of lists) {
      const values = listed(search[name]);
      if (values.length > 0) found[name] = values;
    }
    return found as SearchOf<Text, List>;
  };
}

/** "a, b" as several values; empty ones are left out. */
export function listed(value: unknown): readonly string[] {
  return [value]
    .flat()
    .flatMap((one) => (typeof one === 'string' ? one.split(',') : []))
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Reads `?speaker=Vane&outlet=A&outlet=B`; a repeated name becomes a list. */
export function parseSearch(text: string): Search {
  const values = new Map<string, readonly string[]>();
  for (const [name, value] of new URLSearchParams(text)) values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? all[0] : all]));
}

/** The query of an address from `?` on, or an empty text; `parseSearch` reads it back. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') parameters.append(name, String(one));
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
