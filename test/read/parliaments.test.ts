import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentsOfFile } from '../../src/read/contents.ts';
import { detailsOf, documentsIn, linesOf, onlyDocument } from './documents.ts';

describe("TheyWorkForYou's XML", () => {
  const id = 'uk.org.publicwhip/debate/2024-07-30a.1';
  const day = `<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE publicwhip [
<!ENTITY pound "&#163;">
<!ENTITY mdash "&#8212;">
]>
<publicwhip scraperversion="a" latest="yes">
<oral-heading id="${id}.0" nospeaker="true" url="https://h.example/0">Oral Answers to Questions</oral-heading>
<major-heading id="${id}.1" nospeaker="true" url="https://h.example/1"> HARBOURS </major-heading>
<minor-heading id="${id}.2" nospeaker="true">Old Pier</minor-heading>
<speech id="${id}.3" speakername="Tom Reid" person_id="uk.org.publicwhip/person/1"><p pid="a/1" qnum="901234">What steps her Department is taking to repair the pier, at &pound;4 million&mdash;a sum.</p></speech>
<speech id="${id}.4" speakername="Ada Vane" speakeroffice="The Minister for Harbours"><p>I thank my <phrase class="honfriend" name="Tom Reid">hon. Friend</phrase>.</p><p class="italic">Interruption.</p><p>We shall act.</p></speech>
<speech id="${id}.5" speakername="Hon. Members:" nospeaker="true"><p>Hear, hear!</p></speech>
<speech id="${id}.6" nospeaker="true"><p><i>The House divided: Ayes 300, Noes 200.</i></p></speech>
<division id="d" divnumber="12"><divisioncount ayes="300" noes="200"/><mplist vote="aye"><mpname vote="aye">Reid, Tom</mpname></mplist></division>
<major-heading id="${id}.7" url="https://h.example/2">Ferry Bill</major-heading>
<speech id="${id}.8" speakername="Baroness Lund of Nesse"><p>I beg to move, That the Bill be now read a Second time.</p></speech>
<gidredirect oldgid="a" newgid="b"/>
</publicwhip>`;

  test('is a document of a sitting, whose speakers are known', async () => {
    const document = await onlyDocument(day);
    expect(detailsOf(document)).toMatchObject({ outlet: 'House of Commons', published: '2024-07-30' });
    expect(linesOf(document)).toEqual([
      '# Oral Answers to Questions: HARBOURS',
      '# Old Pier',
      'Tom Reid: What steps her Department is taking to repair the pier, at £4 million—a sum.',
      'Ada Vane [Minister for Harbours]: I thank my hon. Friend.',
      '- Interruption.',
      'Ada Vane [Minister for Harbours]: We shall act.',
      'Hon. Members: Hear, hear!',
      '- The House divided: Ayes 300, Noes 200.',
      '- Division 12: ayes 300, noes 200',
      '# Ferry Bill',
      'Baroness Lund of Nesse: I beg to move, That the Bill be now read a Second time.',
    ]);
  });

  test('of one debate has its title and address', async () => {
    const debate = `<publicwhip><major-heading id="uk.org.publicwhip/lords/2025-03-11a.1.0" url="https://h.example/9">Old Pier</major-heading><speech speakername="Lord Reid"><p>My Lords, it is rotten.</p></speech></publicwhip>`;
    expect(detailsOf(await onlyDocument(debate))).toMatchObject({
      title: 'Old Pier',
      outlet: 'House of Lords',
      url: 'https://h.example/9',
      published: '2025-03-11',
    });
  });

  test('of written answers has questions and replies', async () => {
    const answers = `<publicwhip><major-heading id="uk.org.publicwhip/wrans/2025-03-11a.1.0">Piers</major-heading><ques id="a" speakername="Tom Reid"><p>To ask when it opens.</p></ques><reply id="b" speakername="Ada Vane"><p>In May.</p></reply></publicwhip>`;
    expect(linesOf(await onlyDocument(answers))).toEqual(['Tom Reid: To ask when it opens.', 'Ada Vane: In May.']);
  });

  test('that is long is a document for each debate', async () => {
    const debate = (n: number) =>
      `<major-heading id="${id}.${n}" url="https://h.example/${n}">Debate ${n}</major-heading><speech speakername="Ada Vane"><p>${'We shall act on this. '.repeat(4000)}</p></speech>`;
    const documents = await documentsIn(`<publicwhip>${[1, 2, 3, 4, 5, 6].map(debate).join('')}</publicwhip>`);
    expect(documents.map((document) => (typeof document === 'string' ? document : document.title))).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `Debate ${n}`),
    );
  });

  test('that breaks off is read as far as it goes', async () => {
    const cut = day.slice(0, day.indexOf('hon. Friend'));
    expect(linesOf(await onlyDocument(cut)).at(-1)).toBe('Ada Vane [Minister for Harbours]: I thank my');
  });

  test('without speeches is refused', async () => {
    expect(await documentsIn('<publicwhip><gidredirect oldgid="a" newgid="b"/></publicwhip>')).toEqual([
      '! there is no text in it that anybody says or writes',
    ]);
  });
});

describe('Akoma Ntoso', () => {
  const references = `<akn:TLCPerson eId="AdaVane" showAs="Ada Vane"/><akn:TLCPerson eId="NedLund" showAs="Ned Lund"/><akn:TLCRole eId="Minister_for_Health" showAs="Minister for Health"/><akn:TLCOrganization eId="dail" showAs="Assembly of Nesse"/>`;
  const work = `<akn:FRBRWork><akn:FRBRdate date="2025-04-02" name="debate"/><akn:FRBRauthor href="#dail"/></akn:FRBRWork>`;
  const debate = (body: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><akn:akomaNtoso xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><akn:debate name="hansard"><akn:meta><akn:identification source="#s">${work}<akn:FRBRExpression><akn:FRBRdate date="2025-04-05"/><akn:FRBRlanguage language="eng"/></akn:FRBRExpression></akn:identification><akn:references source="#s">${references}</akn:references></akn:meta><akn:debateBody>${body}</akn:debateBody></akn:debate></akn:akomaNtoso>`;

  test('with prefixes: sections, questions, roles, what is not said', async () => {
    const document = await onlyDocument(
      debate(`<akn:debateSection name="questions"><akn:heading>Questions</akn:heading><akn:questions><akn:heading>Health</akn:heading>
<akn:question by="#NedLund" to="#AdaVane"><akn:num>1.</akn:num><akn:from>Deputy Ned Lund</akn:from><akn:p>asked the Minister when it will open.</akn:p></akn:question>
<akn:speech by="#AdaVane" as="#Minister_for_Health"><akn:from>Minister for Health (Deputy Ada Vane)</akn:from><akn:p>It will open in May.<akn:remark>(Interruptions)</akn:remark></akn:p><akn:p>I said so.</akn:p></akn:speech>
<akn:narrative>Applause in the gallery.</akn:narrative></akn:questions></akn:debateSection>
<akn:debateSection name="debate"><akn:num>2.</akn:num><akn:heading>Old Pier</akn:heading><akn:speech by="#NedLund"><akn:from>Ned Lund:</akn:from><akn:p>It will not.</akn:p></akn:speech></akn:debateSection>`),
    );
    expect(detailsOf(document)).toMatchObject({ outlet: 'Assembly of Nesse', published: '2025-04-02' });
    expect(linesOf(document)).toEqual([
      '# Questions',
      '# Health',
      'Ned Lund: asked the Minister when it will open.',
      'Ada Vane [Minister for Health]: It will open in May.',
      'Ada Vane [Minister for Health]: I said so.',
      '- Applause in the gallery.',
      '# 2. Old Pier',
      'Ned Lund: It will not.',
    ]);
  });

  test('of one section has its heading as title', async () => {
    const only = debate(
      '<akn:debateSection><akn:heading>Old Pier</akn:heading><akn:speech by="#AdaVane"><akn:from>Ada Vane (Mayor)</akn:from><akn:p>We shall act.</akn:p></akn:speech></akn:debateSection>',
    );
    const document = await onlyDocument(only);
    expect(document.title).toBe('Old Pier');
    expect(linesOf(document)).toEqual(['Ada Vane [Mayor]: We shall act.']);
  });

  test('without a list of people, labels tell who speaks', async () => {
    const record = debate(
      '<akn:debateSection><akn:speech by="#p1"><akn:from>Mr. Tom Reid (Nesse South)</akn:from><akn:p>It is rotten.</akn:p></akn:speech><akn:speech by="#p2"><akn:from>Mr. Reid:</akn:from><akn:p>All of it.</akn:p></akn:speech></akn:debateSection>',
    ).replace(references, '');
    expect((await onlyDocument(record)).blocks.map(({ speaker }) => speaker?.name).slice(-2)).toEqual([
      'Tom Reid',
      'Tom Reid',
    ]);
  });

  test('speeches outside any section', async () => {
    const bare = debate(
      '<akn:speech by="#AdaVane"><akn:from>Ada Vane</akn:from><akn:p>We shall act.</akn:p></akn:speech>',
    );
    expect(linesOf(await onlyDocument(bare))).toEqual(['Ada Vane: We shall act.']);
  });

  test('of a law has its words, which nobody says', async () => {
    const law = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><body><section><num>1</num><heading>Piers</heading><content><p>A pier must be whole.</p></content></section></body></act></akomaNtoso>`;
    expect(linesOf(await onlyDocument(law))).toEqual(['- A pier must be whole.']);
  });
});

describe('TEI and ParlaMint', () => {
  const lists = `<listOrg><org xml:id="parliament.HN"><orgName full="yes" xml:lang="en">House of Nesse</orgName></org><org xml:id="party.HP"><orgName full="yes" xml:lang="en">Harbour Party</orgName><orgName full="abb">HP</orgName></org></listOrg>
<listPerson><person xml:id="AdaVane"><persName><surname>Vane</surname><forename>Ada</forename></persName><affiliation role="member" ref="#party.HP" from="2020-01-01"/><affiliation role="minister" ref="#gov" from="2021-01-01" to="2023-01-01"><roleName xml:lang="en">Minister of Ports</roleName></affiliation><affiliation role="minister" from="2010-01-01" to="2012-01-01"><roleName xml:lang="en">Minister of Fish</roleName></affiliation></person></listPerson>`;
  const sitting = (body: string, own: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="ParlaMint-NS_2022-07-21" xml:lang="en"><teiHeader><fileDesc><titleStmt><title type="main" xml:lang="sl">Korpus</title><title type="main" xml:lang="en">Nesse parliamentary corpus [ParlaMint SAMPLE]</title><title type="sub" xml:lang="en">Minutes of the House, 2022-07-21</title><meeting corresp="#parliament.HN"/></titleStmt><publicationStmt><date when="2024-01-23"/></publicationStmt></fileDesc><profileDesc><settingDesc><setting><date when="2022-07-21">21.7.2022</date></setting></settingDesc><particDesc>${own}</particDesc></profileDesc></teiHeader><text><body><div type="debateSection">${body}</div></body></text></TEI>`;
  const speech = `<head>Ports</head><note type="time">The sitting opened at nine.</note>
<note type="speaker">The Speaker, Nia Cole:</note><u who="#p123" ana="#chair"><seg>Order. I call the minister.</seg></u>
<u who="#AdaVane" ana="#regular"><seg>We shall <kinesic type="applause"><desc>Applause</desc></kinesic> act.</seg><vocal><desc>Shouting.</desc></vocal><seg>And soon.</seg></u>
<u who="#NedLund"><seg>It will not open.</seg><gap reason="editorial"><desc>SAMPLING</desc></gap></u>`;

  test('names, roles and parties of the day; notes and noises are nobody’s', async () => {
    const document = await onlyDocument(sitting(speech, lists));
    expect(detailsOf(document)).toMatchObject({
      title: 'Minutes of the House, 2022-07-21',
      outlet: 'House of Nesse',
      published: '2022-07-21',
    });
    expect(linesOf(document)).toEqual([
      '# Ports',
      '- The sitting opened at nine.',
      'Nia Cole [Speaker]: Order. I call the minister.',
      'Ada Vane [Minister of Ports, Harbour Party]: We shall act.',
      '- Shouting.',
      'Ada Vane [Minister of Ports, Harbour Party]: And soon.',
      'Ned Lund: It will not open.',
    ]);
  });

  test('annotated words are running text again', async () => {
    const words = `<u who="#NedLund"><seg><s><w>We</w><w join="right">do</w><w join="right">n't</w><pc>.</pc></s><s><w>It</w><w>is</w><name type="PER"><w>Ned</w><w join="right">Lund</w></name><pc>.</pc></s></seg></u>`;
    expect(linesOf(await onlyDocument(sitting(words, lists)))).toEqual(["Ned Lund: We don't. It is Ned Lund."]);
  });

  test('an identifier that is no name is no speaker', async () => {
    const [line] = linesOf(await onlyDocument(sitting('<u who="#p17"><seg>We shall act.</seg></u>', '')));
    expect(line).toBe('- We shall act.');
  });

  test('spoken parts of other TEI', async () => {
    const talk = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A hearing</title></titleStmt></fileDesc></teiHeader><text><body><sp who="#vane"><speaker>ADA VANE</speaker><p>We shall act.</p><stage>(Applause)</stage></sp></body></text></TEI>`;
    expect(linesOf(await onlyDocument(talk))).toEqual(['Ada Vane: We shall act.', '- (Applause)']);
  });

  describe('lists in other files', () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'onrecord-parlamint-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    test('beside the sitting say who is who', async () => {
      const corpus = `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>${lists.replaceAll('AdaVane', 'p17')}</teiHeader></teiCorpus>`;
      writeFileSync(join(folder, 'ParlaMint-NS-listPerson.xml'), corpus);
      const path = join(folder, 'ParlaMint-NS_2022-07-21.xml');
      writeFileSync(path, sitting('<u who="#p17"><seg>We shall act.</seg></u>', ''));
      const [document] = await documentsIn(await contentsOfFile(path));
      expect(typeof document === 'string' ? document : document && linesOf(document)).toEqual([
        'Ada Vane [Minister of Ports, Harbour Party]: We shall act.',
      ]);
    });
  });
});

describe('other XML', () => {
  test.each([
    [
      'of no known kind',
      '<?xml version="1.0"?><note><to>Tove</to><body>Words of some length.</body></note>',
      'this is XML of a kind that is not known (<note>)',
    ],
    [
      'without a declaration',
      '<recipe><step>Boil the water.</step></recipe>',
      'this is XML of a kind that is not known (<recipe>)',
    ],
    [
      'a list of feeds',
      '<opml version="2.0"><body><outline xmlUrl="https://a.example/f"/></body></opml>',
      'this is a list of feeds (OPML)',
    ],
    [
      'a list of people',
      '<?xml version="1.0"?><listPerson><person xml:id="a"/></listPerson>',
      'this is a list of people',
    ],
    [
      'a list of sitemaps',
      '<?xml version="1.0"?><sitemapindex><sitemap><loc>https://a.example/</loc></sitemap></sitemapindex>',
      'this is a list of sitemaps',
    ],
  ])('%s is refused', async (_, xml, sentence) => {
    const [refused] = await documentsIn(xml);
    expect(refused).toContain(sentence);
  });

  test('nested without end is refused, not a crash', async () => {
    expect(await documentsIn(`<?xml version="1.0"?><nitf>${'<block>'.repeat(100_000)}`)).toEqual([
      '! its elements are nested more than 1000 deep',
    ]);
  });

  test('entities that a document declares do not grow', async () => {
    const bomb = `<!DOCTYPE nitf [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><nitf><body><body.content><p>Words &b; here.</p></body.content></body></nitf>`;
    expect(linesOf(await onlyDocument(bomb))).toEqual(['- Words &b; here.']);
  });
});
