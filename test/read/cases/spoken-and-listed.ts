import type { ReadingCase, Right } from './case.ts';

const file = (format: string, name: string, text: string, ...right: Right[]): ReadingCase => ({
  format,
  name,
  bytes: () => Buffer.from(text),
  right,
});

const STATUS = {
  id: '1',
  created_at: '2025-03-12T10:15:00.000Z',
  url: 'https://town.example/@vane/1',
  content: '<p>We are not closing.</p>',
  account: { acct: 'vane', display_name: 'Ada Vane' },
};
const POSTED = { byline: 'Ada Vane', date: '2025-03-12T10:15:00Z', speakers: ['Ada Vane'] };
const ARTICLE = { title: 'Pier closes', byline: 'Petra Holm', date: '2025-03-12', outlet: 'Nesse Gazette' };
const WORDS = { ...ARTICLE, text: ['The pier closes.'] };

/** Subtitles, records of parliaments, agencies' XML, feeds, tables, JSON and posts; `test/read` has more of each. */
export const SPOKEN_AND_LISTED: readonly ReadingCase[] = [
  file(
    'subtitles',
    'voices',
    'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada Vane>We are not\n\n00:02.000 --> 00:03.000\n<v Ada Vane>closing it.\n\n00:03.000 --> 00:04.000\n<v Tom Reid>Why?\n',
    { text: ['Ada Vane: We are not closing it.', 'Tom Reid: Why?'], speakers: ['Ada Vane', 'Tom Reid'] },
  ),
  file(
    'subtitles',
    'labels',
    '1\n00:00:01,000 --> 00:00:02,000\nHOST: Will it open?\n\n2\n00:00:02,000 --> 00:00:03,000\nADA VANE: I hope\n\n3\n00:00:03,000 --> 00:00:04,000\nso.\n',
    { text: ['HOST: Will it open?', 'ADA VANE: I hope so.'], speakers: ['Host', 'Ada Vane'] },
  ),
  file(
    'parliaments',
    'TheyWorkForYou',
    '<publicwhip><major-heading id="uk.org.publicwhip/debate/2025-03-11a.1.0" url="https://h.example/1">Old Pier</major-heading><speech speakername="Ada Vane"><p>We shall act.</p></speech><speech speakername="Tom Reid"><p>When?</p></speech></publicwhip>',
    { title: 'Old Pier', date: '2025-03-11', outlet: 'House of Commons', speakers: ['Ada Vane', 'Tom Reid'] },
  ),
  file(
    'parliaments',
    'Akoma Ntoso',
    '<akomaNtoso><debate><meta><identification><FRBRWork><FRBRdate date="2025-03-11"/></FRBRWork></identification><references><TLCPerson eId="v" showAs="Ada Vane"/></references></meta><debateBody><debateSection><heading>Old Pier</heading><speech by="#v"><from>Ada Vane (Mayor)</from><p>We shall act.</p></speech></debateSection></debateBody></debate></akomaNtoso>',
    { title: 'Old Pier', date: '2025-03-11', text: ['Ada Vane (Mayor): We shall act.'], speakers: ['Ada Vane'] },
  ),
  file(
    'parliaments',
    'ParlaMint',
    '<TEI><teiHeader><fileDesc><titleStmt><title>Minutes</title></titleStmt></fileDesc><profileDesc><settingDesc><setting><date when="2025-03-11"/></setting></settingDesc><particDesc><listPerson><person xml:id="p1"><persName><surname>Vane</surname><forename>Ada</forename></persName></person></listPerson></particDesc></profileDesc></teiHeader><text><body><div><u who="#p1"><seg>We shall act.</seg><vocal><desc>Applause.</desc></vocal></u></div></body></text></TEI>',
    { title: 'Minutes', date: '2025-03-11', text: ['Ada Vane: We shall act.', 'Applause.'], speakers: ['Ada Vane'] },
  ),
  file(
    'NITF',
    'an article',
    '<nitf><head><docdata><date.issue norm="20250312"/></docdata><pubdata name="Nesse Gazette"/></head><body><body.head><hedline><hl1>Pier closes</hl1></hedline><byline>By Petra Holm</byline></body.head><body.content><p>The pier closes.</p></body.content></body></nitf>',
    WORDS,
  ),
  file(
    'NewsML-G2',
    'an item',
    '<newsItem standard="NewsML-G2"><itemMeta><provider><name>Nesse Gazette</name></provider></itemMeta><contentMeta><contentCreated>2025-03-12</contentCreated><by>By Petra Holm</by><headline>Pier closes</headline></contentMeta><contentSet><inlineXML><html><body><p>The pier closes.</p></body></html></inlineXML></contentSet></newsItem>',
    WORDS,
  ),
  file(
    'feeds',
    'RSS',
    '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Nesse Gazette</title><item><title>Pier closes</title><link>https://g.example/1</link><dc:creator>Petra Holm</dc:creator><pubDate>Wed, 12 Mar 2025 10:15:00 +0000</pubDate><description>The pier closes.</description></item></channel></rss>',
    { ...WORDS, url: 'https://g.example/1' },
  ),
  file(
    'feeds',
    'a news sitemap',
    '<urlset xmlns:news="n"><url><loc>https://g.example/1</loc><news:news><news:publication><news:name>Nesse Gazette</news:name></news:publication><news:publication_date>2025-03-12</news:publication_date><news:title>Pier closes</news:title></news:news></url></urlset>',
    { title: 'Pier closes', date: '2025-03-12', outlet: 'Nesse Gazette', url: 'https://g.example/1', text: [] },
  ),
  file(
    'tables',
    'semicolons',
    'Headline;Body;Date;Author;Source\nPier closes;"The pier closes.";2025-03-12;Petra Holm;Nesse Gazette\n',
    WORDS,
  ),
  file(
    'JSON',
    'a list',
    JSON.stringify([
      {
        headline: 'Pier closes',
        body: 'The pier closes.',
        date: '2025-03-12',
        author: 'Petra Holm',
        source: 'Nesse Gazette',
      },
    ]),
    WORDS,
  ),
  file(
    'JSON',
    'NewsAPI',
    JSON.stringify({
      status: 'ok',
      articles: [
        {
          source: { id: null, name: 'Nesse Gazette' },
          author: 'Petra Holm',
          title: 'Pier closes',
          publishedAt: '2025-03-12T10:15:00Z',
          content: 'The pier closes.',
        },
      ],
    }),
    WORDS,
  ),
  file('posts', 'Mastodon', JSON.stringify([STATUS]), { ...POSTED, outlet: 'Mastodon', url: STATUS.url }),
  file(
    'posts',
    'X',
    JSON.stringify({
      data: [{ id: '1', text: 'We are not closing.', author_id: '7', created_at: STATUS.created_at }],
      includes: { users: [{ id: '7', name: 'Ada Vane', username: 'vane' }] },
    }),
    { ...POSTED, outlet: 'X', url: 'https://x.com/vane/status/1' },
  ),
  file(
    'posts',
    'Bluesky',
    JSON.stringify({
      feed: [
        {
          post: {
            uri: 'at://did:plc:a/app.bsky.feed.post/3k',
            author: { handle: 'vane.example', displayName: 'Ada Vane' },
            record: { text: 'We are not closing.', createdAt: STATUS.created_at },
          },
        },
      ],
    }),
    { ...POSTED, outlet: 'Bluesky', url: 'https://bsky.app/profile/vane.example/post/3k' },
  ),
  file(
    'front matter',
    'YAML',
    '---\ntitle: Pier closes\nauthor: Petra Holm\ndate: 2025-03-12\nsource: Nesse Gazette\n---\n\nThe pier closes.\n',
    WORDS,
  ),
];
