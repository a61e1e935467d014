import { isUnnamedSpeaker } from '../../language/english/turns.ts';
import type { ReadSpeaker } from '../assemble.ts';
import { inlineLabel } from './label.ts';
import { People } from './people.ts';

/**
 * Whom labels mean, where a format says what its labels are: "Mr. Lund" is Ned Lund where another label has his whole name.
 *
 * @param labels as they are printed, all of a document
 */
export function speakersByLabel(labels: readonly string[]): (label: string) => ReadSpeaker {
  const read = (label: string) => inlineLabel(`${withoutColon(label)}: …`);
  const people = new People(
    '',
    labels.join('\n'),
    labels.flatMap((label) => read(label) ?? []),
  );
  return (printed) => {
    const label = withoutColon(printed);
    const [, office, holder] = /^The\s([^,()]+),\s(\p{Lu}[^,()]+)$/u.exec(label) ?? [];
    if (office && holder) return { name: holder, role: office, label };
    const parts = read(label);
    const person = parts ? people.of(parts) : { name: label };
    return { ...person, name: isUnnamedSpeaker(person.name) ? person.name.toLowerCase() : person.name, label };
  };
}

/** "Ada Vane:" → "Ada Vane" */
export function withoutColon(label: string): string {
  const words = label.trim();
  return /[:.]$/u.test(words) ? words.slice(0, -1).trimEnd() : words;
}
