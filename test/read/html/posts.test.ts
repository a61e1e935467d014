import { expect, test } from 'vitest';
import { PARAGRAPHS, page, readPage, TITLE, tagged } from './pages.ts';
import { statementsIn } from './statements.ts';

const words = 'The pier belongs to the people of Nesse, and it will stay open.';
const kinds: readonly (readonly [string, string, object])[] = [
  [
    'X',
    `<blockquote class="twitter-tweet"><p lang="en">${words} <a href="https://t.co/x">pic.twitter.com/x1</a></p>&mdash; Omar Reed (@omarreed) <a href="https://twitter.com/omarreed/status/1234567">March 3, 2025</a></blockquote>`,
    { author: 'Omar Reed', channel: 'X', published: '2025-03-03' },
  ],
  [
    'Bluesky',
    `<blockquote class="bluesky-embed" data-bluesky-uri="at://x"><p lang="en">${words}<br><br><a href="https://bsky.app/profile/x/post/1">[image or embed]</a></p>&mdash; Omar Reed (<a href="https://bsky.app/profile/did:plc:1">@omar.bsky.social</a>) <a href="https://bsky.app/profile/did:plc:1/post/3k">March 3, 2025 at 3:04 PM</a></blockquote>`,
    { author: 'Omar Reed', channel: 'Bluesky', published: '2025-03-03' },
  ],
  [
    'Mastodon',
    `<blockquote class="mastodon-embed" data-embed-url="https://nesse.example/@omar/113456789012/embed"><p>${words}</p><p>— Omar Reed (@omar@nesse.example) <a href="https://nesse.example/@omar/113456789012">2025-03-03</a></p></blockquote>`,
    { author: 'Omar Reed', channel: 'Mastodon', published: '2025-03-03' },
  ],
  [
    'Substack',
    `<div class="tweet" data-attrs='{"url":"https://twitter.com/omarreed/status/1234567","full_text":"${words}","username":"omarreed","name":"Omar Reed","date":"2025-03-03T10:00:00.000Z"}'><p>Omar Reed</p></div>`,
    { author: 'Omar Reed', channel: 'X', published: '2025-03-03T10:00:00Z' },
  ],
  [
    'a table of a newsletter',
    `<table><tr><td>Omar Reed <a href="https://x.com/omarreed">@omarreed</a></td></tr><tr><td>${words}</td></tr><tr><td><a href="https://x.com/omarreed/status/1234567">March 3, 2025</a></td></tr></table>`,
    { author: 'Omar Reed', channel: 'X', published: '2025-03-03' },
  ],
  [
    'Facebook',
    `<div class="fb-post" data-href="https://www.facebook.com/omarreed/posts/123"><blockquote cite="https://www.facebook.com/omarreed/posts/123"><p>${words}</p>Posted by <a href="https://www.facebook.com/omarreed">Omar Reed</a> on <a href="https://www.facebook.com/omarreed/posts/123">Monday, March 3, 2025</a></blockquote></div>`,
    { author: 'Omar Reed', channel: 'Facebook', published: '2025-03-03' },
  ],
];

test.each(kinds)('a post on %s, with author and date', async (_, embed, post) => {
  const { document } = await readPage(
    page(`<article><h1>${TITLE}</h1>${tagged(PARAGRAPHS.slice(0, 3))}${embed}${tagged(PARAGRAPHS.slice(3))}</article>`),
  );
  const blocks = document.blocks.filter((block) => block.post);
  expect(blocks).toHaveLength(1);
  expect(blocks[0]!.post).toMatchObject(post);
  expect(document.text.slice(blocks[0]!.start, blocks[0]!.post!.until)).toBe(words);
  expect(document.byline).toBeUndefined();
  const [attribution] = statementsIn(document);
  expect(attribution).toMatchObject({
    words,
    speaker: 'Omar Reed',
    channel: { channel: (post as { channel: string }).channel },
  });
});

test('a quotation of the article that links to a post is none', async () => {
  const quote = `<blockquote><p>“${words}”</p></blockquote>`;
  const { document } = await readPage(page(`<article><h1>${TITLE}</h1>${tagged()}${quote}</article>`));
  expect(document.blocks.some((block) => block.post)).toBe(false);
});
