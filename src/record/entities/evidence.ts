import { isCountryOrState } from '../../language/english/countries.ts';
import { POLITICAL } from '../../language/english/roles.ts';
import type { Known } from './known.ts';

/** What a document tells of a name beside the name itself. */
export interface Setting {
  /** Words of the role, as `roleWords` gives them. */
  readonly role: readonly string[];
  /** The names beside it by their keys, each with its weight: 1 for one that no other document has, less for what many name. */
  readonly company: ReadonlyMap<string, number>;
  /** The key of the name itself, which is no company. */
  readonly own?: string;
}

/** How much it tells that two documents share a name that so many documents have. */
export function weightOf(documents: number): number {
  return 1 / (1 + Math.log2(Math.max(1, documents)));
}

/** How much company outweighs that the roles have nothing in common. */
const MUCH = 0.35;

/** The most that company says: never so much as a role that is alike, from which on evidence is 1. */
const MOST = 0.9;

/** Evidence from which on a role is alike. */
export const ALIKE = 1;

/**
 * How far the setting of a name speaks for an entity: above 0 for it, below against it. An office held for two
 * states, or two roles of different walks of life, speak against it unless names are beside both that few others have.
 */
export function evidenceFor(known: Known, { role, company, own }: Setting): number {
  let shared = 0;
  for (const [key, weight] of company) if (key !== own && known.company.has(key)) shared += weight;
  if (isOfAnotherPlace(known.roles, role)) return shared >= 4 * MUCH ? Math.min(MOST, shared / 3) : -1;
  const isAlike = role.some((word) => known.roles.has(word));
  if (isAlike) return ALIKE + Math.min(MOST, shared / 3);
  const isAnother = role.length > 0 && known.roles.size > 0 && !(isPolitical(role) && isPolitical(known.roles));
  if (isAnother && shared < MUCH) return -1;
  return Math.min(MOST, shared / 3);
}

function isPolitical(roles: Iterable<string>): boolean {
  return [...roles].some((word) => POLITICAL.has(word));
}

/** "the Alabama senator" is not the Michigan senator. */
function isOfAnotherPlace(roles: ReadonlySet<string>, role: readonly string[]): boolean {
  const places = role.filter(isCountryOrState);
  return places.length > 0 && !places.some((place) => roles.has(place)) && [...roles].some(isCountryOrState);
}

/** Somebody who may be meant, with the evidence for it. */
export interface Ranked {
  readonly known: Known;
  readonly score: number;
}

/** The first of those who may be meant, where the evidence for it is clearly the best, or it is named far more often; else none. */
export function clearlyBest(found: readonly Ranked[]): Known | undefined {
  const [best, second] = inOrder(found);
  if (!best || !second) return best?.known;
  const isClear = best.score > 1.25 * second.score || best.known.documents >= 3 * second.known.documents;
  return isClear ? best.known : undefined;
}

/** Those with the most evidence first, of equals those that more documents name. */
export function inOrder(found: readonly Ranked[]): Ranked[] {
  return [...found].sort((a, b) => b.score - a.score || b.known.documents - a.known.documents);
}
