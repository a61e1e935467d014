import { describe, expect, test } from 'vitest';
import { PARAGRAPHS, page, readPage, TITLE, tagged } from './pages.ts';

const H1 = `<h1>${TITLE}</h1>`;
const article = (inner: string) => page(`<main><article>${H1}${inner}</article></main>`);
const [first, second, third, fourth, fifth] = PARAGRAPHS;
const all = [...PARAGRAPHS];
const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

describe('an element is judged by what it holds, not by what it is called', () => {
  const called = [
    'paywall',
    'subscriber-only hidden',
    'social-share-text',
    'related-content',
    'gallery__text',
    'teaser',
    'comment-text',
  ];
  test.each(called)('paragraphs called “%s”', async (name) => {
    const { body } = await readPage(article(`<p>${first}</p>${tagged(all.slice(1), ` class="${name}"`)}`));
    expect(body).toEqual(all);
  });
  test.each([
    'hidden',
    'aria-hidden="true"',
    'style="display:none"',
    'style="visibility: hidden"',
    'class="is-hidden" hidden=""',
  ])('most of the article is revealed later: %s', async (attribute) => {
    const { body } = await readPage(article(`<p>${first}</p><div ${attribute}>${tagged(all.slice(1))}</div>`));
    expect(body).toEqual(all);
  });
  test.each(['hidden', 'aria-hidden="true"', 'style="display: none"'])('a hidden menu goes: %s', async (attribute) => {
    const menu = `<div ${attribute}><ul><li>Choose a size</li><li>Large print for this page</li></ul></div>`;
    const { body } = await readPage(article(`<p>${first}</p>${menu}${tagged(all.slice(1))}`));
    expect(body).toEqual(all);
  });
});

describe('what scripts put in place', () => {
  test('parts that React streams, one inside another', async () => {
    const html = page(
      `<main><article>${H1}<p>${first}</p><template id="B:0"></template></article></main><div hidden id="S:0">${tagged([second])}<template id="P:1"></template>${tagged([fifth])}</div><div hidden id="S:1">${tagged([third, fourth])}</div>`,
    );
    expect((await readPage(html)).body).toEqual(all);
  });
  test('the tree of a web component', async () => {
    const html = page(
      `<news-article><template shadowrootmode="open"><article>${H1}${tagged()}</article></template></news-article>`,
    );
    expect((await readPage(html)).body).toEqual(all);
  });
  test('separators of React stand within a sentence', async () => {
    const split = all.map((words) => `<div>${words.replaceAll(' the ', '<!-- --> the <!-- -->')}</div>`).join('');
    expect((await readPage(article(split))).body).toEqual(all);
  });
  const states: readonly (readonly [string, string])[] = [
    [
      '__NEXT_DATA__',
      `<script id="__NEXT_DATA__" type="application/json">${json({ props: { pageProps: { story: { body: all.map((text) => ({ type: 'paragraph', text })) } } } })}</script>`,
    ],
    [
      'HTML in a state',
      `<script type="application/json" id="state">${json({ post: { title: TITLE, html: tagged() } })}</script>`,
    ],
    [
      'Arc',
      `<script>window.Fusion=window.Fusion||{};Fusion.globalContent=${json({ content_elements: all.map((content) => ({ type: 'text', content })) })};Fusion.x=1</script>`,
    ],
    [
      'a state of the window',
      `<script>window.__PRELOADED_STATE__ = ${json({ article: { blocks: all.map((words) => ({ kind: 'p', children: [{ text: words.slice(0, 40) }, { text: words.slice(40) }] })) } })};</script>`,
    ],
    [
      'self.__next_f',
      all
        .map(
          (words, i) =>
            `<script>self.__next_f.push(${json([1, `${i === 0 ? `4:["$","article",null,{"children":[` : ','}${JSON.stringify(['$', 'p', null, { children: words }])}${i === all.length - 1 ? ']}]\n' : ''}`])})</script>`,
        )
        .join(''),
    ],
  ];
  test.each(states)('the article only in %s', async (_, script) => {
    const { document, body } = await readPage(page(`<div id="root">${H1}</div>${script}`));
    expect(body).toEqual(all);
    expect(document.bodyFrom).toBe('page-state');
  });
  test.each([
    ['lines', all.join('\n\n')],
    ['lines joined without a space', all.join('')],
    ['tags', tagged()],
    ['tags with entities', tagged().replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
  ])('the article only in the structured data, in %s', async (_, articleBody) => {
    const head = `<script type="application/ld+json">${json({ '@type': 'NewsArticle', headline: TITLE, articleBody })}</script>`;
    const { document, body } = await readPage(
      page(`<article>${H1}<p>${first}</p><p>Subscribe now to read this article.</p></article>`, head),
    );
    expect(body).toEqual(all);
    expect(document.bodyFrom).toBe('structured-data');
  });
  test('a shortened text in the structured data changes nothing', async () => {
    const head = `<script type="application/ld+json">${json({ '@type': 'NewsArticle', articleBody: `${first} ${second.slice(0, 50)}…` })}</script>`;
    const { document, body } = await readPage(page(`<article>${H1}${tagged()}</article>`, head));
    expect(body).toEqual(all);
    expect(document.bodyFrom).toBeUndefined();
  });
});

describe('what is not of the article', () => {
  const consent =
    'We and our 842 partners use cookies to store and access personal data on your device. You can accept or manage your choices at any time in the privacy centre. Necessary cookies are always on and make the site work for you.';
  test.each([
    ['onetrust-consent-sdk', 'id'],
    ['didomi-host', 'id'],
    ['CybotCookiebotDialog', 'id'],
    ['qc-cmp2-container', 'class'],
    ['sp_message_container_12345', 'id'],
    ['cmplz-cookiebanner', 'class'],
    ['box-17', 'class'],
  ])('a consent box, %s', async (name, attribute) => {
    const box = `<div ${attribute}="${name}"><div><h2>Your privacy</h2><p>${consent}</p><p>${consent} Third-party cookies help us to show advertising.</p></div></div>`;
    const html = page(`${box}<main><article>${H1}${tagged()}</article></main>`);
    expect((await readPage(html)).body).toEqual(all);
  });
  const boxes: readonly (readonly [string, string])[] = [
    [
      'an offer',
      '<div class="x1"><h4>This article is reserved for subscribers</h4><p>Subscribe now to read the latest news in your city and across the county.</p><ul><li>Exclusive articles by our columnists. Plus, newsletters and events.</li><li>Unlimited online access on all your devices.</li></ul></div>',
    ],
    [
      'a newsletter',
      '<section class="c-7a"><h3>The Nesse Briefing</h3><p>Sign up for our newsletter and get the news of the harbour in your inbox every morning. By signing up you agree to our terms of service.</p></section>',
    ],
    [
      'a limit of devices',
      '<div class="lim"><p>You can read this article on one device at a time. This message will appear on the other device.</p><p>To view this article on multiple devices, change your subscription.</p></div>',
    ],
    [
      'a request for gifts',
      '<div><p>Our journalism is reader-supported. If you can, please make a donation today: your support keeps the Gazette free to read for everyone.</p></div>',
    ],
    [
      'ratings',
      '<table><tr><td>Speed</td><td>4/5</td></tr><tr><td>Screen</td><td>3.5/5</td></tr><tr><td>Price</td><td>★★★☆☆</td></tr></table>',
    ],
    [
      'teasers',
      `<div><div><h3><a href="/a">Ferry to Corran is late again for the third week</a></h3><p>Passengers waited for two hours.</p></div><div><h3><a href="/b">Harbour board asks for four million pounds</a></h3><p>The bill comes due in May.</p></div><div><h3><a href="/c">Storm warning for the whole western coast</a></h3></div></div>`,
    ],
    ['a share bar', '<div class="ShareTools_root__x1"><span>Share this article</span><a href="#">Copy link</a></div>'],
    [
      'comments',
      `<div id="comments"><h3>3 comments</h3><div><b>pier_fan</b><p>I walked on that pier with my grandmother when I was six, and it was rotten then, if you ask me about it.</p></div><div><b>lund1</b><p>Nobody has ever asked the tenants of the quay about anything at all, and they will not begin now, will they?</p></div></div>`,
    ],
  ];
  test.each(boxes)('%s in the middle and at the end', async (_, box) => {
    expect(
      (await readPage(article(`<p>${first}</p><p>${second}</p>${box}${tagged(all.slice(2))}${box}`))).body,
    ).toEqual(all);
  });
  const author = '<meta name="author" content="Petra Holm">';
  test.each([
    '<div class="abc"><p>Petra Holm</p><p>Petra Holm covers the coast for the Nesse Gazette. She has written about harbours since 2011.</p></div>',
    '<p>Petra is a reporter at the Gazette. Follow her on Bluesky.</p>',
    '<div><h4>About the author</h4><p>Petra Holm is the Gazette’s coast correspondent.</p></div>',
    '<p><em>Petra Holm can be reached at petra@gazette.example</em></p>',
    '<p>The views expressed in this article are the author’s own and do not necessarily reflect those of the Gazette.</p>',
    '<p>Disclaimer: The Gazette may earn a commission if you buy through our links.</p>',
    '<h3>More top stories</h3><ul><li><a href="/1">Why did the ferry stop?</a></li><li><a href="/2">The storm is not over yet.</a></li></ul>',
  ])('under the article: %s', async (ending) => {
    expect((await readPage(page(`<article>${H1}${tagged()}${ending}</article>`, author))).body).toEqual(all);
  });
  test('words for screen readers alone, by class, style and style sheet', async () => {
    const words = (hidden: string) =>
      `<p>Ida Marsh said the <a href="/r">report${hidden}</a> of the county was plain and that the pier had to close.</p>`;
    const ways = [
      '<span class="sr-only">(opens in a new tab)</span>',
      '<span class="visually-hidden"> external link</span>',
      '<span style="position:absolute;clip:rect(0,0,0,0)">, opens new window</span>',
      '<span style="position:absolute;width:1px;height:1px;overflow:hidden">opens new tab</span>',
      '<span class="css-1f2e3d">(external)</span>',
    ];
    const { body } = await readPage(
      page(
        `<article>${H1}${tagged()}${ways.map(words).join('')}</article>`,
        '<style>.a{color:red}.css-1f2e3d{position:absolute;clip-path:inset(50%)}</style>',
      ),
    );
    expect(body.slice(5)).toEqual([
      'Ida Marsh said the report of the county was plain and that the pier had to close.',
    ]);
  });
});

describe('one body in several containers', () => {
  test.each([
    [
      'rows',
      (words: string) => `<div class="row"><div class="col"><div class="wrap"><p>${words}</p></div></div></div>`,
    ],
    ['sections', (words: string) => `<section class="Slice_x1"><div><p>${words}</p></div></section>`],
    [
      'boxes with pictures between',
      (words: string) =>
        `<div class="body__inner"><p>${words}</p></div><div class="media"><img src="x.jpg"><span>The pier in March</span></div>`,
    ],
    ['lone divs', (words: string) => `<div data-component="text-block"><div class="sc-1">${words}</div></div>`],
  ])('%s', async (_, wrap) => {
    expect((await readPage(page(`<main>${H1}${all.map(wrap).join('')}</main>`))).body).toEqual(all);
  });
  test('the first box is short and the article follows', async () => {
    const intro =
      '<div class="article-body"><p>In this week’s report our team breaks down what the vote on the pier means for the people of the quay, and who pays for it in the end.</p></div>';
    const { body } = await readPage(
      page(
        `<div class="top">${intro}</div>${all.map((words) => `<div class="row"><div><p>${words}</p></div></div>`).join('')}`,
      ),
    );
    expect(body.slice(-5)).toEqual(all);
  });
});

test('a page that gives hardly any text is marked thin', async () => {
  const filler = `<script>${'var x = 1;'.repeat(2000)}</script>`;
  const { document } = await readPage(page(`<article>${H1}<p>Loading the article.</p></article>${filler}`));
  expect(document).toMatchObject({ title: TITLE, isThin: true });
  const whole = await readPage(page(`<article>${H1}${tagged()}</article>${filler}`));
  expect(whole.document.isThin).toBeUndefined();
});
