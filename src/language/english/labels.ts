import { union, words } from '../words.ts';

/** What forms, notices and pages put before a colon, and nobody says: "When: Tuesday, 6 pm." Our own list. */
const LABELS = union(
  words(
    'what when where who why how date dates time times place venue location address contact contacts phone tel email e-mail web website price tickets note notes update source sources topic subject from to re attn related tags photo picture example summary background result results answer present absent apologies attendance attendees participants witnesses',
  ),
  ['answer key'],
);

/** Whether a label is one of a form: "Venue", "Step 3". */
export function isFormLabel(label: string): boolean {
  const lower = label.toLowerCase();
  return LABELS.has(lower) || /^step \d+$/u.test(lower);
}
