import { compact } from '../../document/index.ts';
import type { ReadBlock, ReadResult, ReadSpeaker } from '../assemble.ts';

/** One subject of a sitting: what stands under one heading. */
export interface Debate {
  readonly title?: string;
  readonly url?: string;
  readonly blocks: readonly ReadBlock[];
}

/** A sitting of a parliament, or as much of it as a file has. */
export interface Sitting {
  readonly title?: string;
  /** The house or committee. */
  readonly house?: string;
  /** As `Document.published`. */
  readonly date?: string;
  readonly language?: string;
  readonly debates: readonly Debate[];
}

/** A sitting as one document; one that has a single subject has its title. */
export function wholeSitting({ title, house, date, language, debates }: Sitting): ReadResult {
  const held = debates.filter(({ blocks }) => blocks.length > 0);
  const only = held.length === 1 ? held[0]! : undefined;
  const printed = title ?? only?.title ?? ([house, date].filter((part) => part !== undefined).join(', ') || undefined);
  const blocks = held.flatMap((debate): readonly ReadBlock[] =>
    debate.title === undefined || debate.title === printed
      ? debate.blocks
      : [{ kind: 'heading', text: debate.title }, ...debate.blocks],
  );
  return {
    ...compact({ title: printed, outlet: house, published: date, language, url: only?.url }),
    blocks: [...(printed === undefined ? [] : [{ kind: 'title' as const, text: printed }]), ...blocks],
  };
}

/** Each debate of a sitting as a document. */
export function debatesOf({ title, house, date, language, debates }: Sitting): ReadResult[] {
  return debates
    .filter(({ blocks }) => blocks.length > 0)
    .map((debate) =>
      wholeSitting({ ...compact({ title: debate.title ?? title, house, date, language }), debates: [debate] }),
    );
}

/** The blocks of one turn: the label stands before the first. */
export function turnOf(speaker: ReadSpeaker | undefined, paragraphs: readonly ReadBlock[]): ReadBlock[] {
  if (!speaker) return [...paragraphs];
  const { label: _, ...rest } = speaker;
  return paragraphs.map((block, i) => ({ ...block, speaker: i === 0 ? speaker : rest }));
}

/** A speaker whose name a list gives, labelled as it is printed in the record, else by name and role. */
export function knownSpeaker(name: string, role: string | undefined, printed: string | undefined): ReadSpeaker {
  const label = printed ?? (role === undefined ? name : `${name} (${role})`);
  return { name, label, ...compact({ role: role ?? roleIn(printed ?? '', name) }) };
}

/** "The Minister for Health (Ada Vane)", "Ada Vane (Mayor)", "Ada Vane, Minister for Health": the words beside the name. */
function roleIn(label: string, name: string): string | undefined {
  const surname = name.split(' ').at(-1)!;
  const [, before = '', inside] = /^([^()]*)\(([^()]*)\)/u.exec(label) ?? [];
  if (inside !== undefined)
    return (inside.includes(surname) ? before : inside).replace(/^The\s/u, '').trim() || undefined;
  const [named = '', ...rest] = label.split(/,\s/u);
  return named.includes(surname) && rest.length > 0 ? rest.join(', ') : undefined;
}
