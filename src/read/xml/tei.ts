import { compact } from '../../document/index.ts';
import type { ReadBlock, ReadSpeaker } from '../assemble.ts';
import { parsePublished } from '../published.ts';
import { speakersByLabel } from '../turns/labelled.ts';
import { blocksIn } from './layout.ts';
import { type Debate, knownSpeaker, type Sitting, turnOf } from './sitting.ts';
import { joinedPeople, roleOn, type TeiPeople, teiPeopleIn } from './tei-people.ts';
import { tokens } from './tei-tokens.ts';
import { allIn, childrenOf, firstIn, wordsIn, type XmlElement } from './tree.ts';

/** What is not said, though it stands among what is. */
const ASIDES = new Set(['note', 'vocal', 'kinesic', 'incident', 'writing', 'stage', 'gap', 'pause', 'shift']);

/**
 * Utterances in TEI (P5), as of parliaments in ParlaMint. Who `who="#…"` is stands in the file's own lists, else in those of
 * the corpus, else before the utterance (`<note type="speaker">`), else in the identifier itself.
 *
 * @param corpus lists that stand in other files
 */
export function readTei(root: XmlElement, corpus: readonly TeiPeople[] = []): Sitting {
  const header = firstIn(root, 'teiHeader') ?? root;
  const text = firstIn(root, 'text') ?? root;
  const date = dateIn(header);
  const people = joinedPeople([teiPeopleIn(root), ...corpus]);
  const reader = new TeiReader(people, date?.slice(0, 10), [...allIn(text, 'note', 'speaker')]);
  const body = firstIn(text, 'body') ?? text;
  return {
    ...compact({
      title: titleIn(header),
      house: houseIn(header, people),
      date,
      language: root.attributes.lang?.slice(0, 2),
    }),
    debates: debatesIn(body, reader),
  };
}

/** Identifiers of speakers that a file's own lists lack. */
export function hasUnknownSpeakers(root: XmlElement): boolean {
  const { people } = teiPeopleIn(root);
  for (const { attributes } of allIn(root, 'u', 'sp'))
    if (attributes.who && !people.has(idOf(attributes.who))) return true;
  return false;
}

/** The title of the sitting, rather than that of the corpus. */
function titleIn(header: XmlElement): string | undefined {
  const statement = firstIn(header, 'titleStmt');
  const titles = statement ? childrenOf(statement, 'title') : [];
  const english = titles.filter(({ attributes }) => attributes.lang === undefined || attributes.lang === 'en');
  const title = english.find(({ attributes }) => attributes.type === 'sub') ?? english[0] ?? titles[0];
  const words = wordsIn(title);
  // "Minutes of the House, 2022-07-21 [ParlaMint SAMPLE]"
  const mark = words?.endsWith(']') ? words.lastIndexOf('[') : -1;
  return mark > 0 ? words?.slice(0, mark).trimEnd() : words;
}

/** The house that meets, where a list names it; else who published what the file was made from. */
function houseIn(header: XmlElement, { organisations }: TeiPeople): string | undefined {
  const houses = [...allIn(header, 'meeting')].flatMap(
    ({ attributes }) => organisations.get(idOf(attributes.corresp ?? '')) ?? [],
  );
  return houses[0] ?? wordsIn(firstIn(header, 'sourceDesc', 'bibl', 'publisher'));
}

/** The day of the sitting, rather than that on which the corpus was published. */
function dateIn(header: XmlElement): string | undefined {
  for (const way of [
    ['settingDesc', 'date'],
    ['sourceDesc', 'date'],
    ['publicationStmt', 'date'],
  ]) {
    const found = firstIn(header, ...way);
    const date = parsePublished(found?.attributes.when ?? found?.attributes.from ?? wordsIn(found) ?? '');
    if (date) return date;
  }
  return undefined;
}

function debatesIn(body: XmlElement, reader: TeiReader): Debate[] {
  const debates: { title?: string; blocks: ReadBlock[] }[] = [];
  for (const part of childrenOf(body)) {
    if (part.name === 'div') {
      const title = childrenOf(part, 'head').flatMap((head) => wordsIn(head) ?? [])[0];
      debates.push({ ...compact({ title }), blocks: reader.partsOf(part, title) });
    } else {
      if (debates.length === 0) debates.push({ blocks: [] });
      debates.at(-1)!.blocks.push(...reader.blocksOf(part));
    }
  }
  return debates;
}

/** Lays out what a sitting holds, one part after the other. */
class TeiReader {
  readonly #people: TeiPeople;
  readonly #day: string | undefined;
  readonly #byLabel: (label: string) => ReadSpeaker;
  /** The label that stands before the next utterance. */
  #label: string | undefined;

  constructor(people: TeiPeople, day: string | undefined, labels: readonly XmlElement[]) {
    this.#people = people;
    this.#day = day;
    this.#byLabel = speakersByLabel(labels.filter(isLabel).flatMap((label) => wordsIn(label) ?? []));
  }

  partsOf(element: XmlElement, title?: string): ReadBlock[] {
    return childrenOf(element).flatMap((part) =>
      part.name === 'head' && wordsIn(part) === title ? [] : this.blocksOf(part),
    );
  }

  blocksOf(element: XmlElement): ReadBlock[] {
    if (isLabel(element)) {
      this.#label = wordsIn(element);
      return [];
    }
    if (element.name === 'u' || element.name === 'sp') return this.#turn(element);
    if (firstIn(element, 'u') ?? firstIn(element, 'sp')) return this.partsOf(element);
    return blocksIn(tokens(element), ({ name }) => name === 'gap');
  }

  #turn(element: XmlElement): ReadBlock[] {
    const printed = wordsIn(childrenOf(element, 'speaker')[0]) ?? this.#label;
    this.#label = undefined;
    const blocks = childrenOf(element).flatMap((part): ReadBlock[] => {
      if (part.name === 'speaker') return [];
      const isAside = ASIDES.has(part.name);
      return blocksIn(tokens(part), ({ name }) => !isAside && ASIDES.has(name)).map((block) => ({
        ...block,
        ...(isAside ? { isAside } : {}),
      }));
    });
    // An utterance may have its words without any element around them.
    const spoken = blocks.length > 0 ? blocks : blocksIn(tokens(element), ({ name }) => name === 'speaker');
    return withAsides(this.#speaker(element.attributes.who, printed), spoken);
  }

  #speaker(who: string | undefined, printed: string | undefined): ReadSpeaker | undefined {
    const person = who === undefined ? undefined : this.#people.people.get(idOf(who));
    if (person) return knownSpeaker(person.name, roleOn(person, this.#people.organisations, this.#day), printed);
    if (printed !== undefined) return this.#byLabel(printed);
    const name = who === undefined ? undefined : nameInId(idOf(who));
    return name === undefined ? undefined : knownSpeaker(name, undefined, undefined);
  }
}

/** A turn whose asides nobody says. */
function withAsides(
  speaker: ReadSpeaker | undefined,
  blocks: readonly (ReadBlock & { readonly isAside?: boolean })[],
): ReadBlock[] {
  const said = turnOf(
    speaker,
    blocks.filter(({ isAside }) => !isAside),
  );
  return blocks.map(({ isAside: _, ...block }) => (_ ? block : said.shift()!));
}

function isLabel({ name, attributes }: XmlElement): boolean {
  return name === 'speaker' || (name === 'note' && attributes.type === 'speaker');
}

function idOf(reference: string): string {
  return reference.replace(/^.*#/u, '').split(' ')[0]!;
}

/** "AdaVane" and "Ada_Vane" are Ada Vane; of "p10017" nobody can tell. */
function nameInId(id: string): string | undefined {
  const words = id
    .replace(/[._]\d+$/u, '')
    .split(/[._]|(?<=\p{Ll})(?=\p{Lu})/u)
    .filter((word) => word !== '');
  return words.length > 1 && words.every((word) => /^\p{Lu}[\p{L}’'-]*$/u.test(word)) ? words.join(' ') : undefined;
}
