import { compact } from '../../document/index.ts';
import { allIn, childrenOf, textIn, wordsIn, type XmlElement } from './tree.ts';

/** A person of a list, with what they held. */
export interface TeiPerson {
  readonly name: string;
  readonly posts: readonly TeiPost[];
}

/** A post or membership; dates as they stand, which are ISO. */
interface TeiPost {
  readonly role: string;
  /** The words for the post, where the list has them. */
  readonly title?: string;
  readonly organisation?: string;
  readonly from: string;
  readonly to: string;
}

/** Who is who in a corpus, by identifiers. */
export interface TeiPeople {
  readonly people: ReadonlyMap<string, TeiPerson>;
  /** Names of parties and other bodies. */
  readonly organisations: ReadonlyMap<string, string>;
}

/** The lists of people and organisations (`<listPerson>`, `<listOrg>`) in an element, however deep. */
export function teiPeopleIn(root: XmlElement): TeiPeople {
  const people = new Map<string, TeiPerson>();
  for (const person of allIn(root, 'person')) {
    const name = nameOf(childrenOf(person, 'persName').at(-1));
    if (person.attributes.id && name) people.set(person.attributes.id, { name, posts: postsOf(person) });
  }
  const organisations = new Map<string, string>();
  for (const organisation of allIn(root, 'org')) {
    const names = childrenOf(organisation, 'orgName');
    const english = names.filter(({ attributes }) => attributes.lang === undefined || attributes.lang === 'en');
    const name = wordsIn(english.find(({ attributes }) => attributes.full !== 'abb') ?? names[0]);
    if (organisation.attributes.id && name) organisations.set(organisation.attributes.id, name);
  }
  return { people, organisations };
}

/** Several lists as one; the first that has a name counts. */
export function joinedPeople(lists: readonly TeiPeople[]): TeiPeople {
  const reversed = [...lists].reverse();
  return {
    people: new Map(reversed.flatMap(({ people }) => [...people])),
    organisations: new Map(reversed.flatMap(({ organisations }) => [...organisations])),
  };
}

/** What somebody was on a day: their post, else their party. */
export function roleOn({ posts }: TeiPerson, organisations: ReadonlyMap<string, string>, day = ''): string | undefined {
  const held = posts.filter(({ from, to }) => day === '' || (from <= day && day <= to));
  const post = held.find(({ role, title }) => title !== undefined && role !== 'member')?.title;
  const party = held
    .filter(
      ({ role, organisation }) =>
        /^(?:member|candidateMP)$/u.test(role) && /^(?:party|group)\b/iu.test(organisation ?? ''),
    )
    .map(({ organisation }) => organisations.get(organisation!) ?? organisation!.replace(/^\w+\./u, ''))
    .at(-1);
  return [post, party].filter((part) => part !== undefined).join(', ') || undefined;
}

function nameOf(persName: XmlElement | undefined): string | undefined {
  if (!persName) return undefined;
  const parts = childrenOf(persName, 'forename', 'nameLink', 'surname').flatMap((part) => wordsIn(part) ?? []);
  if (parts.length > 0) {
    const order = ['forename', 'nameLink', 'surname'];
    return order
      .flatMap((name) => childrenOf(persName, name))
      .flatMap((part) => wordsIn(part) ?? [])
      .join(' ');
  }
  const [surname = '', given] = textIn(persName).replace(/\s+/gu, ' ').trim().split(/,\s/u);
  return (given === undefined ? surname : `${given} ${surname}`) || undefined;
}

function postsOf(person: XmlElement): TeiPost[] {
  return childrenOf(person, 'affiliation').map((affiliation) => {
    const { role = '', ref, from = '', to = '9999' } = affiliation.attributes;
    const titles = childrenOf(affiliation, 'roleName');
    const title = wordsIn(titles.find(({ attributes }) => attributes.lang === 'en') ?? titles[0]);
    const organisation = ref?.replace(/^#/u, '').split(' ')[0];
    return { role, from, to, ...compact({ title, organisation }) };
  });
}
