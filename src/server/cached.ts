/** Answers that are kept at once. */
const KEPT = 32;

/** What costs much is computed again only once the record has changed: answers by what was asked, for one version of it. */
export function cached<Query, T>(
  version: () => Promise<string>,
  compute: (query: Query) => Promise<T>,
): (query: Query) => Promise<T> {
  let current = '';
  const known = new Map<string, Promise<T>>();
  return async (query) => {
    const now = await version();
    if (now !== current) {
      known.clear();
      current = now;
    }
    const key = JSON.stringify(query) ?? '';
    const held = known.get(key);
    if (held) return held;
    const value = compute(query);
    // A failure is not kept.
    value.catch(() => known.delete(key));
    if (known.size >= KEPT) known.delete(known.keys().next().value!);
    known.set(key, value);
    return value;
  };
}
