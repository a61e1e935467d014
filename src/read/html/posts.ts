import { compact } from '../../document/index.ts';
import { type ReadPost, tidy } from '../assemble.ts';
import { parsePublished } from '../published.ts';

/** A post as a page prints it: its words, and the line that signs it. */
interface Printed {
  readonly words: string;
  /** The name as printed, or the handle. */
  readonly author: string;
  /** "— Ada Quill (@adaquill) March 3, 2025". */
  readonly signature: string;
}

/** Addresses of single posts, by the names that the platforms have. Group 1 is the handle. */
const ADDRESSES: readonly (readonly [channel: string, address: RegExp])[] = [
  ['X', /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/(\w{1,30})\/status(?:es)?\/\d+/iu],
  ['Bluesky', /^https?:\/\/bsky\.app\/profile\/([^/?#]{1,100})\/post\/\w+/iu],
  ['Threads', /^https?:\/\/(?:www\.)?threads\.(?:net|com)\/@([\w.]{1,40})\/post\/\w+/iu],
  ['Truth Social', /^https?:\/\/truthsocial\.com\/@(\w{1,40})\/(?:posts\/)?\d+/iu],
  ['Instagram', /^https?:\/\/(?:www\.)?instagram\.com\/(?:[\w.]{1,40}\/)?(?:p|reel|tv)\/[\w-]+()/iu],
  ['TikTok', /^https?:\/\/(?:www\.)?tiktok\.com\/@([\w.]{1,40})\/video\/\d+/iu],
  ['Facebook', /^https?:\/\/(?:www\.|m\.)?facebook\.com\/([\w.]{1,60})\/(?:posts|videos|photos)\/\S+/iu],
  ['Telegram', /^https?:\/\/t\.me\/(\w{3,40})\/\d+/iu],
  ['LinkedIn', /^https?:\/\/(?:www\.)?linkedin\.com\/posts\/([\w-]{1,60})_\S+/iu],
  ['Reddit', /^https?:\/\/(?:www\.)?reddit\.com\/r\/\w+\/comments\/\w+()/iu],
  ['Substack', /^https?:\/\/substack\.com\/(?:@([\w-]{1,40})|profile\/[\w-]+)\/note\/\S+/iu],
  ['Mastodon', /^https?:\/\/[\w.-]{3,80}\/@(\w{1,40})(?:@[\w.-]{3,80})?\/\d{10,}/iu],
];

/** Attributes in which embedded posts keep their address. */
const ADDRESS_ATTRIBUTES = [
  'cite',
  'data-instgrm-permalink',
  'data-text-post-permalink',
  'data-embed-url',
  'data-href',
];

/** Letters beyond which a block is no single post. */
const LONGEST_POST = 3000;

/**
 * Finds the posts that a page shows, and puts in the place of each one paragraph with an attribute `data-post`, its number in
 * the list returned. Changes the document.
 */
export function takePosts(document: Document): ReadPost[] {
  const posts: ReadPost[] = [];
  for (const element of [
    ...document.querySelectorAll('blockquote, table, .tweet[data-attrs], .fb-post, .comment[data-attrs]'),
  ]) {
    if (!element.parentElement?.closest('[data-post]') && element.isConnected) {
      const found = fromAttributes(element) ?? postIn(element);
      if (!found) continue;
      const { printed, post } = found;
      const paragraph = document.createElement('p');
      paragraph.setAttribute('data-post', String(posts.length));
      paragraph.textContent = `${printed.words} ${printed.signature}`;
      element.replaceWith(paragraph);
      posts.push(post);
    }
  }
  return posts;
}

interface Found {
  readonly printed: Printed;
  readonly post: ReadPost;
}

/** Substack keeps all of a post in one attribute. */
function fromAttributes(element: Element): Found | undefined {
  const attributes = element.getAttribute('data-attrs');
  if (!attributes) return undefined;
  let told: Record<string, unknown>;
  try {
    told = JSON.parse(attributes) as Record<string, unknown>;
  } catch {
    return undefined;
  }
  const text = (...keys: string[]) =>
    keys.map((key) => told[key]).find((value): value is string => typeof value === 'string' && value !== '');
  const comment = told.comment as Record<string, unknown> | undefined;
  const words = text('full_text') ?? (typeof comment?.body === 'string' ? comment.body : undefined);
  const author = text('name') ?? (typeof comment?.name === 'string' ? comment.name : undefined) ?? text('username');
  if (words === undefined || author === undefined) return undefined;
  const date = text('date') ?? (typeof comment?.date === 'string' ? comment.date : undefined);
  const published = date === undefined ? undefined : parsePublished(date);
  const handle = text('username');
  const signature = `— ${author}${handle ? ` (@${handle})` : ''}${published ? ` ${published.slice(0, 10)}` : ''}`;
  const channel = comment ? 'Substack' : (channelOf(text('url') ?? '')?.channel ?? 'X');
  return foundPost({ words: tidy(words), author, signature }, channel, published);
}

function foundPost(printed: Printed, channel: string, published: string | undefined): Found {
  const { author, words } = printed;
  return { printed, post: { author, channel, words: withoutAddresses(words), ...compact({ published }) } };
}

function channelOf(address: string): { channel: string; handle: string } | undefined {
  for (const [channel, pattern] of ADDRESSES) {
    const found = pattern.exec(address);
    if (found) return { channel, handle: found[1] ?? '' };
  }
  return undefined;
}

function postIn(element: Element): Found | undefined {
  const printed = spaced(element);
  if (printed === '' || printed.length > LONGEST_POST) return undefined;
  const links = [...element.querySelectorAll('a[href]')];
  const addresses = [
    ...ADDRESS_ATTRIBUTES.map((name) => element.getAttribute(name) ?? ''),
    ...links.map((link) => link.getAttribute('href') ?? '').reverse(),
  ];
  const at = addresses.map(channelOf).find((found) => found !== undefined);
  if (!at) return undefined;
  const channel = /mastodon/iu.test(element.getAttribute('class') ?? '') ? 'Mastodon' : at.channel;
  const isEmbed =
    /\b(?:tweet|embed|media|post)/iu.test(element.getAttribute('class') ?? '') || element.hasAttribute('cite');
  const signed = signatureIn(printed, at.handle);
  if (!signed || (element.tagName === 'TABLE' && !/@\w/u.test(printed))) return undefined;
  const dates = [
    ...[...element.querySelectorAll('time[datetime]')].map((time) => time.getAttribute('datetime')!),
    ...links.map((link) => tidy(link.textContent ?? '')).reverse(),
    signed.signature,
  ];
  const published = dates
    .map((date) => (date.length < 80 ? parsePublished(date) : undefined))
    .find((date) => date !== undefined);
  if (!isEmbed && published === undefined) return undefined;
  return signed.words.length < 2 ? undefined : foundPost(signed, channel, published);
}

/** An element's text with spaces where lines end: cells and paragraphs do not run together. */
function spaced(element: Element): string {
  const parts: string[] = [];
  const walk = (node: Node) => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) parts.push(child.nodeValue ?? '');
      if (child.nodeType !== 1) continue;
      if (/^(?:BR|P|DIV|TD|TR|LI|SECTION)$/u.test((child as Element).tagName)) parts.push(' ');
      walk(child);
    }
  };
  walk(element);
  return tidy(parts.join(''));
}

/** The words of a post and its signature, which stands under or over them. */
function signatureIn(printed: string, handle: string): Printed | undefined {
  const dash = Math.max(printed.lastIndexOf('— '), printed.lastIndexOf('– '));
  const under = dash < 0 ? null : /^[—–] ([^()@]{1,80}?) \(@[\w.@-]{1,100}\).{0,80}$/su.exec(printed.slice(dash));
  if (under) return { words: tidy(printed.slice(0, dash)), author: under[1]!, signature: under[0] };
  const at = printed.search(/\b(?:A (?:post|video) shared by|Posted by) /u);
  const shared =
    at < 0
      ? null
      : /^(?:A (?:post|video) shared by|Posted by) ([^()@]{1,80}?)(?: \(@[\w.]{1,60}\)| on .{0,60})?$/su.exec(
          printed.slice(at),
        );
  if (shared) return { words: tidy(printed.slice(0, at)), author: shared[1]!.trim(), signature: shared[0] };
  const over = /^([\p{L}\p{M}\p{N}.’' -]{2,60}?) ?(?:[^\p{L}\s@]{1,3} ?)?(@[\w.@-]{2,100})[ ·•]+(.{3,})$/su.exec(
    printed,
  );
  if (over) {
    const [, author, at, rest] = over as unknown as [string, string, string, string];
    const date =
      /\s(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4}|\d{1,2} \p{Lu}\p{L}{2,8} \d{4}).{0,20}$/u.exec(rest)?.[0] ?? '';
    const signature = `— ${author.trim()} (${at})${date}`;
    return { words: tidy(rest.slice(0, rest.length - date.length)), author: author.trim(), signature };
  }
  return handle === '' ? undefined : { words: tidy(printed), author: `@${handle}`, signature: `— @${handle}` };
}

/** Addresses of pictures and films at the end of a post, and what platforms print under it. */
function withoutAddresses(words: string): string {
  const all = words.split(' ');
  while (all.length > 0 && /^(?:https?:\/\/|pic\.twitter\.com\/|\[image|or$|embed\]$)/u.test(all.at(-1)!)) all.pop();
  return all.join(' ');
}
