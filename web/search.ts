/** What the address of a page says after its `?`: names and values as the API has them. */
export type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The search of a page: parameters of one text each, and lists. */
type SearchOf<Text extends string, List extends string> = {
  readonly [name in Text]?: string | undefined;
} & {
  readonly [name in List]?: readonly string[] | undefined;
};

/**
 * Reads the parameters that a page knows, for its route's `validateSearch`. A text that is given several times counts
 * once, the first; in a list each value may hold several, separated by commas. What is empty is left out.
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

/** Addresses read `?speaker=Vane&outlet=A&outlet=B`: plain text, nothing packed. */
export function parseSearch(text: string): Search {
  const found: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const known = found[name];
    found[name] = known === undefined ? value : [...(typeof known === 'string' ? [known] : known), value];
  }
  return found;
}

/** The address's part from `?` on, empty where nothing is given; reads back by `parseSearch`. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') parameters.append(name, String(one));
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
