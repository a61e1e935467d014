import { contains, type Range, type Speaker } from '../../document/index.ts';
import { SOURCE_PRONOUNS } from '../../language/english/pronouns.ts';
import type { Attribution } from '../attribution.ts';
import type { NamedEntity } from '../mentions/cluster.ts';
import type { DocumentContext } from './context.ts';
import { descriptionSpeaker } from './described.ts';
import { antecedentBefore, type Phrase, phraseAt } from './phrases.ts';

/** Somebody who may have said a statement. */
export type Candidate =
  | { readonly kind: 'entity'; readonly entity: NamedEntity }
  /** Somebody without a name: whom the source itself describes, or an earlier one, or who signs the article. */
  | { readonly kind: 'own' | 'described' | 'author'; readonly speaker: Speaker; readonly range?: Range }
  | { readonly kind: 'nobody' };

/** What the source of an attribution is. */
export interface Source {
  /** The pronoun in small letters; empty for a phrase. */
  readonly pronoun: string;
  /** As printed. */
  readonly range: Range;
  /** The phrase that tells who is meant: the source itself, or what "who" refers to. Undefined for other pronouns. */
  readonly phrase?: Phrase;
}

/** What the source of an attribution is; undefined where it has none. */
export function sourceOf(
  { document: { text }, sentences }: DocumentContext,
  { source }: Attribution,
): Source | undefined {
  const [range] = source;
  if (!range) return undefined;
  const word = text.slice(range.start, range.end).trim().toLowerCase();
  if (!SOURCE_PRONOUNS.has(word)) return { pronoun: '', range, phrase: phraseAt(text, range) };
  if (!/^(?:who|which|that)$/u.test(word)) return { pronoun: word, range };
  const items = sentences.near(range).find((sentence) => contains(sentence, range))?.items ?? [];
  const antecedent = antecedentBefore(
    items,
    items.findIndex((item) => item.start === range.start),
  );
  return {
    pronoun: word,
    range,
    ...(antecedent ? { phrase: phraseAt(text, word === 'who' ? antecedent.whole : antecedent.nearest) } : {}),
  };
}

/**
 * Who may have said a statement, each once: those of the named, whoever is described, the author, and nobody.
 *
 * @param named of the document's entities those that may be meant
 * @param earlier those without a name who have spoken before
 */
export function candidatesOf(
  context: DocumentContext,
  named: readonly NamedEntity[],
  source: Source | undefined,
  holder: Speaker | undefined,
  earlier: readonly Speaker[],
): Candidate[] {
  const own: Candidate[] = source?.phrase
    ? [{ kind: 'own', speaker: descriptionSpeaker(context, holder, source.phrase), range: source.phrase }]
    : [];
  const names = new Set(own.map((candidate) => identityOf(candidate)));
  const referent = source && context.references(source.range);
  const meant = [referent?.described, ...(referent?.unnamed ?? []).map(({ described }) => described)]
    .filter((range) => range !== undefined)
    .map((range) => ({ range, speaker: descriptionSpeaker(context, holder, phraseAt(context.document.text, range)) }));
  const others = [...meant, ...earlier.map((speaker) => ({ speaker, range: speaker.mention }))].flatMap(
    ({ speaker, range }): Candidate[] => {
      const candidate: Candidate = { kind: 'described', speaker, ...(range ? { range } : {}) };
      const identity = identityOf(candidate);
      if (names.has(identity)) return [];
      names.add(identity);
      return [candidate];
    },
  );
  const { byline } = context.document;
  const author: Candidate[] = byline
    ? [{ kind: 'author', speaker: { name: byline, type: 'person', basis: 'pronoun' } }]
    : [];
  return [
    ...named.map((entity): Candidate => ({ kind: 'entity', entity })),
    ...own,
    ...others,
    ...author,
    { kind: 'nobody' },
  ];
}

/** Two candidates with the same identity are one. */
export function identityOf(candidate: Candidate): NamedEntity | string {
  if (candidate.kind === 'entity') return candidate.entity;
  return candidate.kind === 'nobody' ? '' : candidate.speaker.name.toLowerCase();
}
