import { decodeHTML } from 'entities';
import { compact } from '../../document/index.ts';
import type { ReadBlock, ReadResult } from '../assemble.ts';
import { isObject } from '../columns.ts';
import { readHtmlPart } from '../html/html.ts';
import { parsePublished } from '../published.ts';
import { printedBlocks } from '../text/printed.ts';

type Item = Readonly<Record<string, unknown>>;

/** One post, of whatever network. */
interface Post {
  readonly author?: string;
  /** "@vane@town.example", "@vane". */
  readonly handle?: string;
  readonly url?: string;
  readonly date?: string;
  readonly text?: string;
  readonly html?: string;
  readonly channel: string;
}

/** Whether an object is a post of a network that is known. */
export function isPost(item: Item): boolean {
  return found(item) !== undefined;
}

function found(item: Item): Post | undefined {
  return ofMastodon(item) ?? ofActivityPub(item) ?? ofBluesky(item) ?? ofX(item);
}

/** A post → what its author says there, as one turn; undefined for what is no post. */
export function postOf(item: Item): ReadResult | undefined {
  const post = found(item);
  if (!post) return undefined;
  const { author = post.handle, handle, url, channel } = post;
  const label =
    author === undefined || author === handle ? handle : [author, handle && `(${handle})`].filter(Boolean).join(' ');
  const paragraphs = post.html === undefined ? printedBlocks(post.text ?? '') : readHtmlPart(post.html);
  const blocks = paragraphs.map((block, i): ReadBlock => {
    const who =
      author === undefined ? undefined : { name: author, ...(i === 0 ? { ...compact({ label }), channel } : {}) };
    return { ...block, kind: block.kind === 'title' ? 'paragraph' : block.kind, ...compact({ speaker: who }) };
  });
  return { ...compact({ byline: author, outlet: channel, url, published: momentOf(post.date) }), blocks };
}

/** A status of Mastodon's API, or of what speaks it; of a boost the post itself. */
function ofMastodon(item: Item): Post | undefined {
  const status = isObject(item.reblog) ? item.reblog : item;
  const { account, content } = status;
  if (!isObject(account) || typeof account.acct !== 'string' || typeof content !== 'string') return undefined;
  const warning = wordsOf(status.spoiler_text);
  return {
    channel: 'Mastodon',
    handle: `@${account.acct}`,
    html: warning === undefined ? content : `<p>${warning}</p>${content}`,
    ...compact({ author: wordsOf(account.display_name), url: wordsOf(status.url), date: wordsOf(status.created_at) }),
  };
}

/** An activity or a note of ActivityPub, as Mastodon's outbox.json has them. Boosts only point elsewhere. */
function ofActivityPub(item: Item): Post | undefined {
  const note = item.type === 'Create' && isObject(item.object) ? item.object : item;
  if (!/^(?:Note|Question|Article)$/u.test(String(note.type)) || typeof note.content !== 'string') return undefined;
  const actor = wordsOf(note.attributedTo) ?? wordsOf(item.actor);
  const handle = actor === undefined ? undefined : handleIn(actor);
  const author = isObject(item.author) ? wordsOf(item.author.name) : undefined;
  return {
    channel: 'Mastodon',
    html: note.content,
    ...compact({ author, handle, url: wordsOf(note.url) ?? wordsOf(note.id), date: wordsOf(note.published) }),
  };
}

/** "https://town.example/users/vane" → "@vane@town.example". */
function handleIn(actor: string): string | undefined {
  const [, host, name] = /^https?:\/\/([^/]+)\/(?:.*\/)?@?([^/?#]+)$/u.exec(actor) ?? [];
  return host && name ? `@${name}@${host}` : undefined;
}

/** A post of Bluesky: as a feed shows it, or as a repository has it (AT Protocol, `app.bsky.feed.post`). */
function ofBluesky(item: Item): Post | undefined {
  const post = isObject(item.post) ? item.post : item;
  const record = isObject(post.record) ? post.record : post.value;
  if (typeof post.uri !== 'string' || !isObject(record) || typeof record.text !== 'string') return undefined;
  const [, id, key] = /^at:\/\/([^/]+)\/[^/]+\/([^/]+)$/u.exec(post.uri) ?? [];
  const author = isObject(post.author) ? post.author : {};
  const handle = wordsOf(author.handle) ?? id;
  return {
    channel: 'Bluesky',
    text: record.text,
    ...compact({
      author: wordsOf(author.displayName),
      handle: handle && !handle.startsWith('did:') ? `@${handle}` : handle,
      url: handle && key ? `https://bsky.app/profile/${handle}/post/${key}` : undefined,
      date: wordsOf(record.createdAt),
    }),
  };
}

/** A post of X: as its API has it (1.1, or 2 with who wrote it), or an archive of one's own posts. */
function ofX(item: Item): Post | undefined {
  const isNew = isObject(item.data) && typeof item.data.text === 'string';
  const tweet = isNew ? (item.data as Item) : isObject(item.tweet) ? item.tweet : item;
  if (!isNew && typeof tweet.id_str !== 'string') return undefined;
  const users = isObject(item.includes) && Array.isArray(item.includes.users) ? item.includes.users : [];
  const user = isNew ? users.find((one) => isObject(one) && one.id === tweet.author_id) : (item.user ?? tweet.user);
  const text = longTextOf(tweet) ?? wordsOf(tweet.full_text) ?? wordsOf(tweet.text);
  if (text === undefined) return undefined;
  const name = isObject(user) ? wordsOf(user.name) : undefined;
  const account = isObject(user) ? (wordsOf(user.username) ?? wordsOf(user.screen_name)) : undefined;
  const retweet = /^RT @(\w+): /u.exec(text);
  const id = wordsOf(tweet.id) ?? wordsOf(tweet.id_str);
  return {
    channel: 'X',
    text: decodeHTML(text.slice(retweet?.[0].length ?? 0)),
    ...compact({
      author: retweet ? undefined : name,
      handle: retweet ? `@${retweet[1]!}` : account && `@${account}`,
      url: id && `https://x.com/${account ?? 'i'}/status/${id}`,
      date: wordsOf(tweet.created_at),
    }),
  };
}

/** Of a post that is longer than others may be, all of it. */
function longTextOf({ note_tweet: note }: Item): string | undefined {
  return isObject(note) ? wordsOf(note.text) : undefined;
}

/** "Wed Mar 12 10:15:00 +0000 2025" is no form that a page prints. */
function momentOf(printed: string | undefined): string | undefined {
  const time =
    printed !== undefined && /^\p{Lu}\p{Ll}{2} \p{Lu}\p{Ll}{2} \d/u.test(printed) ? Date.parse(printed) : Number.NaN;
  return parsePublished(Number.isNaN(time) ? (printed ?? '') : new Date(time).toISOString());
}

function wordsOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
