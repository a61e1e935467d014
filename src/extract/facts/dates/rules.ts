import { CLOCK } from './clock.ts';
import { FEAST_RULES } from './feasts.ts';
import { RELATIVE, UNPLACED_RULES } from './relative.ts';
import type { Rule } from './rule.ts';
import { STATED } from './stated.ts';

/** The kinds of date expressions in order of trust: where two overlap the earlier wins. */
export const RULES: readonly Rule[] = [
  ...STATED.days,
  ...FEAST_RULES,
  ...RELATIVE.beside,
  ...STATED.longer,
  ...RELATIVE.periods,
  ...RELATIVE.months,
  ...RELATIVE.days,
  ...RELATIVE.parts,
  ...RELATIVE.countedOn,
  ...STATED.years,
  CLOCK,
  ...UNPLACED_RULES,
];
