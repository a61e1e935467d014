import { compact } from '../../document/index.ts';
import { genderOf } from '../../language/english/gender.ts';
import { ALL_GIVEN_NAMES } from '../../language/english/given-names.ts';
import { GENERATIONS, NOBLE, TITLE_GENDERS } from '../../language/english/titles.ts';
import {
  ADDRESSES,
  AFTER_WITNESS,
  BEFORE_WITNESS,
  LABEL_HONORIFICS,
  PARTS,
  POSTNOMINALS,
  SURNAME_PARTICLES,
  TITLES_AS_NAMES,
} from '../../language/english/turns.ts';
import { alternation } from '../../language/words.ts';
import type { Label } from './label.ts';

/** Who a label means: the fullest name that the document prints, or the part where it prints none. */
export interface Person {
  readonly name: string;
  readonly role?: string;
}

/** Words of a label without brackets and post: the titles and offices before a name, and the name. */
interface Titled {
  readonly titles: readonly string[];
  readonly name: readonly string[];
}

const PARTICLE = `(?:${alternation(SURNAME_PARTICLES)}\\s+){0,2}`;
const WORD = String.raw`\p{Lu}(?:[\p{L}’'-]*\p{L}\.?|\.)`;
/** Two capitalised words or more: "Press Secretary Dana Ruddock". */
const RUN = new RegExp(String.raw`(?<![\p{L}’'-])${WORD}(?:[^\S\n]+${PARTICLE}${WORD}){1,6}`, 'gu');
const RUN_HERE = new RegExp(`^${RUN.source}`, 'u');

/** Names that a document prints in full, by their last words and by their initials. */
export class People {
  readonly #head: string;
  readonly #bySurname = new Map<string, Set<string>>();
  readonly #byGivenName = new Map<string, Set<string>>();
  readonly #byInitials = new Map<string, Set<string>>();
  /** Those who are only named in passing, and so count where nobody else has the name. */
  readonly #inPassing = new Map<string, Set<string>>();
  /** Of words in capitals the way in which they are printed elsewhere: "MCELVEEN", "McElveen". */
  readonly #printed = new Map<string, string>();
  /** Who holds an office; undefined where the head does not say. */
  readonly #offices = new Map<string, Person | undefined>();
  /** Full names by titles and the one word of a label, which many turns share. */
  readonly #fullNames = new Map<string, string | undefined>();
  /** Those whom the document names as witnesses, and where. */
  readonly #witnesses: readonly { readonly at: number; readonly name: string }[];
  /** Whether labels are names of two words, so that "MAJOR GARRETT" may be one. */
  readonly #areNames: boolean;

  /**
   * @param head what stands before the first turn, with the title: a list of those present, an introduction
   * @param labels those of the turns, in the order of the text
   */
  constructor(head: string, text: string, labels: readonly Label[]) {
    this.#head = head;
    for (const [word] of text.matchAll(/(?<![\p{L}’'-])\p{Lu}[\p{L}’'-]+/gu))
      if (word !== word.toUpperCase() && !this.#printed.has(word.toUpperCase()))
        this.#printed.set(word.toUpperCase(), word);
    this.#areNames = areFullNames(labels);
    for (const label of labels) this.#addLabel(label);
    for (const [run] of head.matchAll(RUN)) this.#add(this.#titled(run).name);
    for (const [run] of text.matchAll(RUN)) this.#addInPassing(this.#titled(run));
    this.#witnesses = this.#witnessesIn(text);
  }

  /** Whom a label means. */
  of(label: Label): Person {
    const { titles, name } = this.#titled(label.name);
    if (name.length === 0) return this.#officeHolder(titles);
    const printed = roleOf(label);
    const role = printed === undefined ? this.#officeOf(titles) : this.ordinary(printed);
    return { name: this.#nameOf(titles, name), ...compact({ role }) };
  }

  /** The person of a name or a description in running words: "MR. HALL", "the First Minister Elspeth Roe". */
  named(words: string): Person {
    const { titles, name } = this.#titled(words.replace(/,/gu, ''));
    if (name.length === 0) return this.#officeHolder(titles);
    const role = this.#officeOf(titles);
    return { name: this.#nameOf(titles, name), ...compact({ role }) };
  }

  /** The witness whom the document names as such, the last before a place or else the first. */
  witnessAt(place: number): string | undefined {
    return (this.#witnesses.findLast(({ at }) => at <= place) ?? this.#witnesses[0])?.name;
  }

  /** Words in capitals as they are printed elsewhere, else with capitals at their beginnings. */
  ordinary(words: string): string {
    return words
      .split(/\s+/u)
      .map((word) => (word.length > 1 && word === word.toUpperCase() ? this.#ordinaryWord(word) : word))
      .join(' ');
  }

  #ordinaryWord(word: string): string {
    if (/^(?:\p{Lu}\.)+$|^[IVX]{2,4}$|^(?:CEO|COO|CFO|CTO)$|^[^AEIOUY]{2,4}$/u.test(word) || !/\p{L}{2}/u.test(word))
      return word;
    const elsewhere = this.#printed.get(word);
    return elsewhere ?? word.toLowerCase().replace(/(?<=^|[’'-])\p{L}/gu, (letter) => letter.toUpperCase());
  }

  #titled(printed: string): Titled {
    const words = uncut(printed.split(/[\s_]+/u));
    const place = words.findIndex((word, i) => i > 1 && word === 'of' && /^\p{Lu}/u.test(words[i - 1]!));
    // "Mr. HOLBROOK of Ohio": what tells two of a name apart.
    if (place > 0 && ADDRESSES.has(words[0]!.toLowerCase())) words.splice(place);
    const first = this.#areNames && isGivenTitle(words) ? 0 : nameBegins(words);
    return { titles: words.slice(0, first), name: withoutSuffix(words.slice(first)) };
  }

  #addLabel(label: Label): void {
    const { titles, name } = this.#titled(label.name);
    if (name.length >= 2) this.#add(name);
    if (name.length > 0 || label.hasPost) return;
    const holder = label.asides.map((aside) => this.#titled(aside)).find((inside) => isPerson(inside));
    if (!holder) return;
    this.#add(holder.name);
    this.#offices.set(officeKey(titles.join(' ')), {
      name: this.ordinary(holder.name.join(' ')),
      role: withoutArticle(this.ordinary(titles.join(' '))),
    });
  }

  #add(name: readonly string[]): void {
    if (name.length < 2) return;
    const full = this.ordinary(name.join(' '));
    put(this.#bySurname, surnameOf(name), full);
    put(this.#byGivenName, name[0]!.toLowerCase(), full);
    put(this.#byInitials, name.map((word) => word[0]!.toUpperCase()).join(''), full);
  }

  #addInPassing({ titles, name }: Titled): void {
    const isPerson =
      ALL_GIVEN_NAMES.has((name[0] ?? '').toLowerCase()) || ADDRESSES.has((titles.at(-1) ?? '').toLowerCase());
    if (name.length >= 2 && name.length <= 4 && isPerson)
      put(this.#inPassing, surnameOf(name), this.ordinary(name.join(' ')));
  }

  /** The full name, or what the label has of it; a title of nobility is part of a name of one word. */
  #nameOf(titles: readonly string[], name: readonly string[]): string {
    // Initials that stand for nobody known.
    if (titles.length === 0 && /^\p{Lu}{2,3}$/u.test(name.join(' '))) return this.#fullName(titles, name) ?? name[0]!;
    const isNoble = name.length === 1 || name[1] === 'of';
    const title = isNoble && NOBLE.has((titles.at(-1) ?? '').toLowerCase()) ? titles.slice(-1) : [];
    return this.#fullName(titles, name) ?? this.ordinary([...title, ...name].join(' '));
  }

  #fullName(titles: readonly string[], name: readonly string[]): string | undefined {
    if (name.length >= 2) return undefined;
    const [only = ''] = name;
    const printed = [...titles, only].join(' ');
    if (!this.#fullNames.has(printed)) this.#fullNames.set(printed, this.#fullNameOf(titles, only));
    return this.#fullNames.get(printed);
  }

  #fullNameOf(titles: readonly string[], only: string): string | undefined {
    const isInitials = /^\p{Lu}{2,3}$/u.test(only) && titles.length === 0;
    const key = only.toLowerCase();
    return (
      oneOf(this.#bySurname.get(key), titles) ??
      oneOf(this.#inPassing.get(key), titles) ??
      oneOf(this.#byGivenName.get(key), titles) ??
      (isInitials ? oneOf(this.#byInitials.get(only), titles) : undefined)
    );
  }

  /** Who holds an office that stands as a label: named in its brackets once, or in the head. */
  #officeHolder(titles: readonly string[]): Person {
    const office = titles.join(' ');
    const surname = titles.length === 1 ? oneOf(this.#bySurname.get(office.toLowerCase()), []) : undefined;
    if (surname) return { name: surname };
    return this.#held(office) ?? { name: withoutArticle(this.ordinary(office)) };
  }

  #held(office: string): Person | undefined {
    const key = officeKey(office);
    if (this.#offices.has(key)) return this.#offices.get(key);
    const name = this.#holderInHead(key);
    const found = name === undefined ? undefined : { name, role: withoutArticle(this.ordinary(office)) };
    this.#offices.set(key, found);
    return found;
  }

  /** "the Spokesman, Ezra Tolland", "Clive Arden (Chair)", "Presenter: Rhys Kemble" in the head. */
  #holderInHead(office: string): string | undefined {
    const lower = this.#head.toLowerCase();
    for (let at = lower.indexOf(office); at >= 0; at = lower.indexOf(office, at + 1)) {
      if (/\p{L}/u.test(lower[at - 1] ?? ' ') || /\p{L}/u.test(lower[at + office.length] ?? ' ')) continue;
      if (/^['’]/u.test(lower.slice(at + office.length))) continue;
      const after = /^[,:]?\s+/u.exec(this.#head.slice(at + office.length, at + office.length + 4))?.[0].length;
      const following =
        after === undefined ? '' : this.#head.slice(at + office.length + after, at + office.length + 80);
      const next = RUN_HERE.exec(following)?.[0];
      const before = /[,(–—]\s*(?:the\s+)?$/iu.exec(this.#head.slice(Math.max(0, at - 8), at));
      const preceding = before ? this.#head.slice(Math.max(0, at - 80), at - before[0].length).trimEnd() : '';
      const last = [...preceding.matchAll(RUN)].at(-1)?.[0];
      const runs = [next, preceding.endsWith(last ?? '\n') ? last : undefined];
      const name = runs.map((run) => this.#titled(run ?? '').name).find((one) => one.length >= 2);
      if (name) return this.ordinary(name.join(' '));
    }
    return undefined;
  }

  /** Of titles before a name those that are an office: "Chief Justice" of "CHIEF JUSTICE MARLOWE". */
  #officeOf(titles: readonly string[]): string | undefined {
    const office = titles.filter((word) => !LABEL_HONORIFICS.has(word.toLowerCase()) && !/^the$/iu.test(word));
    return office.length > 0 ? this.ordinary(office.join(' ')) : undefined;
  }

  #witnessesIn(text: string): { at: number; name: string }[] {
    const called = [...text.matchAll(BEFORE_WITNESS)].map(({ index, 0: before }) => {
      const end = index + before.length;
      return { at: index, run: RUN_HERE.exec(text.slice(end, end + 80))?.[0] };
    });
    const sworn = [...text.matchAll(AFTER_WITNESS)].map(({ index }) => {
      const line = text.slice(Math.max(0, index - 80), index);
      return { at: index, run: [...line.matchAll(RUN)].findLast(({ 0: run }) => line.endsWith(run))?.[0] };
    });
    return [...called, ...sworn]
      .sort((a, b) => a.at - b.at)
      .flatMap(({ at, run }) => {
        const { titles, name } = this.#titled(run ?? '');
        return run && name.length > 0
          ? [{ at, name: this.#fullName(titles, name) ?? this.ordinary(name.join(' ')) }]
          : [];
      });
  }
}

/** Most labels of a transcript are names without titles, those of three people or more. */
function areFullNames(labels: readonly Label[]): boolean {
  const names = [...new Set(labels.map(({ name }) => name))].filter((name) => /\s/u.test(name));
  const full = names.filter((name) => name.split(/\s+/u).length === 2 && !isTitle(name.split(/\s+/u)[0]!));
  return full.length > 2 && full.length > names.length * 0.6;
}

/** "Major Garrett", "Dean Marsh": a name of two words whose first is a title elsewhere. */
function isGivenTitle(words: readonly string[]): boolean {
  return words.length === 2 && TITLES_AS_NAMES.has(words[0]!.toLowerCase());
}

/** Words up to where a sentence or a possessive ends: "Ms. Trevanion. Mr", "Queen Ragna's New Year". */
function uncut(words: readonly string[]): string[] {
  const end = words.findIndex((word) => ENDS_NAME.test(word) && !isTitle(word) && !ABBREVIATED.test(word));
  return end < 0 ? [...words] : [...words.slice(0, end), words[end]!.replace(ENDS_NAME, '$1')];
}

/** A stop after more than an initial, or the mark of a possessive. */
const ENDS_NAME = /^(.{2,}?)(?:\.|['’]s?)$/u;

const ABBREVIATED = /^(?:Jr|Sr|(?:\p{L}\.)*\p{L})\.$/iu;

/** Where in a label the name begins, after titles and offices; the number of words where there is none. */
function nameBegins(words: readonly string[]): number {
  const isGiven = (word = '') => ALL_GIVEN_NAMES.has(word.toLowerCase());
  if (/\d/u.test(words.at(-1) ?? '')) return 0;
  // "Larry King", "Ruth Bishop": names that end as offices begin.
  if (words.length > 1 && words.length < 4 && isGiven(words[0]) && !isTitle(words[0]!)) return 0;
  const first = words.findLastIndex(isTitle) + 1;
  if (first > 0 && first === words.length && ADDRESSES.has((words[first - 2] ?? '').toLowerCase())) return first - 1;
  if (!/^(?:of|for|and)$/iu.test(words[first] ?? '')) return first;
  // "Secretary of Labor Hugo Trask", "The Minister for Ports": what an office is for is no name.
  const given = words.findIndex((word, i) => i > first + 1 && i < words.length - 1 && isGiven(word));
  return given < 0 ? words.length : given;
}

/** What the label itself tells of the speaker's role, after a comma or in brackets. */
function roleOf(label: Label): string | undefined {
  if (label.hasPost) return label.asides[0];
  const parts = label.asides.map((aside) => aside.split(/\s?[—–]\s?/u).at(-1)!);
  return parts.find(
    (part) => /^\p{Ll}/u.test(part) || part.split(/\s+/u).some((word) => PARTS.has(word.toLowerCase())),
  );
}

function officeKey(office: string): string {
  return withoutArticle(office).toLowerCase();
}

function withoutArticle(words: string): string {
  return words.replace(/^the\s+/iu, '');
}

/** "Kofi Ansell", "Mr Trask": words in brackets that name a person. */
function isPerson({ titles, name }: Titled): boolean {
  return name.length > 0 && titles.length + name.length > 1 && name.every((word) => /^\p{Lu}[\p{L}.’'-]*$/u.test(word));
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}

/** The one name that fits, also by the gender that a title tells; none where several do. */
function oneOf(names: ReadonlySet<string> | undefined, titles: readonly string[]): string | undefined {
  if (!names) return undefined;
  const gender = titles.map((title) => TITLE_GENDERS.get(title.toLowerCase().replace(/\.$/u, ''))).find((one) => one);
  const fitting = [...names].filter((name) => !gender || (genderOf(name.split(' ')[0]!) ?? gender) === gender);
  const shortest = fitting.filter((name) => fitting.every((other) => hasWords(other, name)));
  return fitting.length === 1 ? fitting[0] : shortest[0];
}

/** "Donald J. Trump" has the words of "Donald Trump". */
function hasWords(longer: string, shorter: string): boolean {
  const words = new Set(longer.split(' '));
  return shorter.split(' ').every((word) => words.has(word));
}

function surnameOf(name: readonly string[]): string {
  return name.at(-1)!.toLowerCase();
}

function withoutSuffix(name: readonly string[]): readonly string[] {
  const suffix = (word: string) => word.toLowerCase().replace(/[.,]/gu, '');
  const end = name.findLastIndex((word) => !POSTNOMINALS.has(suffix(word)) || GENERATIONS.has(suffix(word)));
  return name.slice(0, Math.max(1, end + 1));
}

function isTitle(word: string): boolean {
  const lower = word.toLowerCase();
  const plain = lower.replace(/\.$/u, '');
  return lower === 'the' || LABEL_HONORIFICS.has(plain) || PARTS.has(plain) || PARTS.has(plain.replace(/s$/u, ''));
}
