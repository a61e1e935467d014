import { BESIDE, PARTS } from './beside.ts';
import { CLOCK } from './clock.ts';
import { COUNTED_ON } from './counted-on.ts';
import { FEAST_RULES } from './feasts.ts';
import { DAYS } from './near-days.ts';
import { MONTHS_NEAR, PERIODS } from './near-periods.ts';
import type { Rule } from './rule.ts';
import { STATED } from './stated.ts';
import { UNPLACED_RULES } from './unplaced.ts';

/** The kinds of date expressions in order of trust: where two overlap the earlier wins. */
export const RULES: readonly Rule[] = [
  ...STATED.days,
  ...FEAST_RULES,
  ...BESIDE,
  ...STATED.longer,
  ...PERIODS,
  ...MONTHS_NEAR,
  ...DAYS,
  ...PARTS,
  ...COUNTED_ON,
  ...STATED.years,
  CLOCK,
  ...UNPLACED_RULES,
];
