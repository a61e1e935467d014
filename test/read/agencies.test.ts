import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SHARED, shared, WITHOUT_SHARED } from '../shared.ts';
import { detailsOf, documentsIn, linesOf, onlyDocument } from './documents.ts';

describe('NITF', () => {
  test('headline, byline, date, outlet, address; captions, headings and lists', async () => {
    const article = `<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.3/specification/dtd/nitf-3-3.dtd">
<nitf><head><title>Pier Closes | Archive</title><docdata><date.issue norm="20250312T101500Z"/><doc.copyright holder="The Nesse Times"/></docdata><pubdata date.publication="20250312" ex-ref="https://times.example/a.html" name="The Nesse Times"/></head><body><body.head><hedline><hl1>Pier Closes</hl1></hedline><byline>By <person>Petra Holm</person>, <byttl>Staff Reporter</byttl></byline><dateline><location>NESSE</location></dateline></body.head><body.content><p>The pier will close &mdash; soon, Ada Vane said.</p><hl2>Later</hl2><media media-type="image"><media-reference source="a.jpg"/><media-caption>Ada Vane at the pier.</media-caption><media-producer>Tom Reid</media-producer></media><ul><li>One thing.</li></ul><bq><block><p>“We tried.”</p></block></bq></body.content><body.end><tagline>Petra Holm writes.</tagline></body.end></body></nitf>`;
    const document = await onlyDocument(article);
    expect(detailsOf(document)).toEqual({
      title: 'Pier Closes',
      byline: 'Petra Holm',
      outlet: 'The Nesse Times',
      url: 'https://times.example/a.html',
      published: '2025-03-12T10:15:00Z',
    });
    expect(linesOf(document)).toEqual([
      '- NESSE — The pier will close — soon, Ada Vane said.',
      '# Later',
      'caption Ada Vane at the pier.',
      'list-item One thing.',
      'blockquote “We tried.”',
    ]);
  });

  test('an archive that prints the lead twice means the full text', async () => {
    const archived = `<nitf><head><pubdata date.publication="20071231T000000" name="The Nesse Times"/></head><body><body.head><hedline><hl1>Pier Closes</hl1></hedline><byline class="normalized_byline">HOLM, PETRA</byline><byline class="print_byline">By Petra Holm</byline></body.head><body.content><block class="lead_paragraph"><p>LEAD: The pier will close.</p></block><block class="full_text"><p>LEAD: The pier will close.</p><p>It is old.</p></block></body.content></body></nitf>`;
    const document = await onlyDocument(archived);
    expect(detailsOf(document)).toMatchObject({ byline: 'Petra Holm', published: '2007-12-31' });
    expect(linesOf(document)).toEqual(['- LEAD: The pier will close.', '- It is old.']);
  });

  test('with a namespace and prefixes', async () => {
    const prefixed = `<n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/"><n:head><n:title>Pier Closes</n:title></n:head><n:body><n:body.content><n:p>It is <n:em>old</n:em>.</n:p></n:body.content></n:body></n:nitf>`;
    const document = await onlyDocument(prefixed);
    expect(document.title).toBe('Pier Closes');
    expect(linesOf(document)).toEqual(['- It is old.']);
  });

  test('the dateline of the text is not printed twice; who distributes it is the outlet', async () => {
    const wire = `<nitf><body><body.head><hedline><hl1>Pier</hl1></hedline><distributor><org>Nesse Press Agency</org></distributor><dateline><location>Nesse</location><story.date norm="20250312">March 12</story.date></dateline></body.head><body.content><p>NESSE (NPA) — It is old.</p></body.content></body></nitf>`;
    const document = await onlyDocument(wire);
    expect(detailsOf(document)).toMatchObject({ outlet: 'Nesse Press Agency', published: '2025-03-12' });
    expect(linesOf(document)).toEqual(['- NESSE (NPA) — It is old.']);
  });

  test('that breaks off is read as far as it goes', async () => {
    expect(linesOf(await onlyDocument('<?xml version="1.0"?><nitf><body><body.content><p>One.</p><p>Two is'))).toEqual([
      '- One.',
      '- Two is',
    ]);
  });

  test('without words is refused', async () => {
    expect(await documentsIn('<nitf><head><title>Pier</title></head><body/></nitf>')).toEqual([
      '! there is no text in it that anybody says or writes',
    ]);
  });
});

describe('NewsML-G2', () => {
  const item = (content: string, id = 'a') =>
    `<newsItem guid="urn:newsml:${id}" standard="NewsML-G2" xml:lang="en-US"><rightsInfo><copyrightHolder><name>Nesse Media LLC</name></copyrightHolder></rightsInfo><itemMeta><itemClass qcode="ninat:text"/><provider qcode="p:n"><name>Nesse Agency</name></provider><versionCreated>2025-03-13T16:25:32-05:00</versionCreated></itemMeta><contentMeta><contentCreated>2025-03-12T15:21:06-05:00</contentCreated><creator><name>Petra Holm</name></creator><headline> Pier closes</headline></contentMeta><contentSet>${content}</contentSet></newsItem>`;
  const NS = 'xmlns="http://iptc.org/std/nar/2006-10-01/"';
  const html =
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h2>Later</h2><p>The pier <b>closes</b>.</p></body></html></inlineXML>';

  test.each([
    [
      'NITF',
      '<inlineXML><nitf><body><body.head><byline>By Tom Reid</byline></body.head><body.content><p>The pier closes.</p></body.content></body></nitf></inlineXML>',
      'Tom Reid',
      ['- The pier closes.'],
    ],
    ['XHTML', html, 'Petra Holm', ['# Later', '- The pier closes.']],
    [
      'plain text',
      '<inlineData contenttype="text/plain">The pier closes.\n\nIt is old.</inlineData>',
      'Petra Holm',
      ['- The pier closes.', '- It is old.'],
    ],
  ])('an item with its words in %s', async (_, content, byline, lines) => {
    const document = await onlyDocument(item(content).replace('<newsItem', `<?xml version="1.0"?>\n<newsItem ${NS}`));
    expect(detailsOf(document)).toEqual({
      title: 'Pier closes',
      byline,
      outlet: 'Nesse Agency',
      url: undefined,
      published: '2025-03-12T15:21:06-05:00',
    });
    expect(linesOf(document)).toEqual(lines);
  });

  test('a message has a document for each of its items', async () => {
    const message = `<?xml version="1.0"?><newsMessage ${NS}><header><sent>2025-03-12T00:00:00Z</sent></header><itemSet><packageItem guid="p"/>${item(html)}${item('<remoteContent href="a.jpg"/>', 'b')}${item(html, 'c')}</itemSet></newsMessage>`;
    const documents = await documentsIn(message);
    expect(documents.map((one) => (typeof one === 'string' ? one : one.title))).toEqual([
      'Pier closes',
      "! this NewsML-G2 item has no article's words in it: they are in another file",
      'Pier closes',
    ]);
  });

  test('an item about a person is refused', async () => {
    const [refused] = await documentsIn(
      `<conceptItem ${NS}><concept><conceptId/><name>Ada Vane</name></concept></conceptItem>`,
    );
    expect(refused).toContain('there is no article in it');
  });

  test.skipIf(!SHARED)(`each of IPTC's own examples is a document or a sentence${WITHOUT_SHARED}`, async () => {
    const folder = shared('files', 'newsml-g2-iptc');
    const titles: string[] = [];
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.xml')))
      for (const document of await documentsIn(readFileSync(join(folder, file))))
        if (typeof document === 'string') expect(document).toMatch(/^! [^\n]{20,300}$/u);
        else titles.push(document.title ?? '');
    expect(titles).toContain('Fed to halt QE to avert "bubble"');
  });
});
