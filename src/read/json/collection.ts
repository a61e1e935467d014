import { isObject } from '../columns.ts';

type Item = Readonly<Record<string, unknown>>;

/** How deep in an object a list of articles may stand: "response.results". */
const DEPTH = 3;

/**
 * The articles or posts that an object holds in a list: what the APIs of newspapers and networks answer. Undefined where it
 * holds none.
 *
 * @param isDocument whether an object is an article or a post
 */
export function itemsOf(value: Item, isDocument: (item: Item) => boolean): Item[] | undefined {
  const posts = postsOfX(value);
  if (posts) return posts;
  for (const list of listsIn(value, DEPTH)) {
    // A boost of ActivityPub only points to what somebody else posted.
    const objects = list.filter(isObject).filter(({ type }) => type !== 'Announce');
    if (objects.some(isDocument)) return objects;
  }
  return undefined;
}

/** What the objects are called that an API wraps one article in. */
const WRAPPERS = /^(?:response|content|article|data|results?|item|post|status|document|doc|story|thread)$/iu;

/** The only article that an object holds, however it is wrapped: "response.content". */
export function itemIn(value: Item, isDocument: (item: Item) => boolean, depth = DEPTH): Item | undefined {
  if (isDocument(value)) return value;
  if (depth === 0) return undefined;
  for (const [name, own] of Object.entries(value)) {
    const found = WRAPPERS.test(name) && isObject(own) ? itemIn(own, isDocument, depth - 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Lists in an object, those that stand less deep first. */
function* listsIn(value: Item, depth: number): Generator<readonly unknown[]> {
  const fields = Object.values(value);
  yield* fields.filter((own): own is unknown[] => Array.isArray(own));
  if (depth > 0) for (const own of fields) if (isObject(own)) yield* listsIn(own, depth - 1);
}

/** Posts of X's API (2), each with the one who wrote it, who stands apart from all of them. */
function postsOfX({ data, includes }: Item): Item[] | undefined {
  if (!Array.isArray(data) || !data.some((post) => isObject(post) && typeof post.text === 'string' && 'id' in post))
    return undefined;
  const included = (name: string) =>
    (isObject(includes) && Array.isArray(includes[name]) ? includes[name] : []).filter(isObject);
  const users = new Map(included('users').map((user) => [user.id, user]));
  const others = new Map(included('tweets').map((post) => [post.id, post]));
  return data.filter(isObject).map((own) => {
    const post = others.get(repostedBy(own)) ?? own;
    const user = users.get(post.author_id);
    return { data: post, ...(user ? { includes: { users: [user] } } : {}) };
  });
}

/** The identifier of the post that another only passes on. */
function repostedBy({ referenced_tweets: references }: Item): unknown {
  if (!Array.isArray(references)) return undefined;
  return references.filter(isObject).find(({ type }) => type === 'retweeted')?.id;
}
