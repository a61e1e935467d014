import { compact } from '../../document/index.ts';
import { HOUSES } from '../../language/english/parliaments.ts';
import type { ReadBlock, ReadSpeaker } from '../assemble.ts';
import { withoutColon } from '../turns/labelled.ts';
import { blocksIn } from './layout.ts';
import { type Debate, knownSpeaker, type Sitting, turnOf } from './sitting.ts';
import { childrenOf, wordsIn, type XmlElement } from './tree.ts';

/** The record of a day as TheyWorkForYou and Public Whip publish it (`<publicwhip>`); a debate is what has a heading of its own. */
export function readTwfy(root: XmlElement): Sitting {
  const debates: (Debate & { readonly blocks: ReadBlock[] })[] = [];
  let date: string | undefined;
  let house: string | undefined;
  for (const element of childrenOf(root)) {
    const { name, attributes } = element;
    const [, record, day] = /\/(\w+)\/(\d{4}-\d{2}-\d{2})/u.exec(attributes.id ?? '') ?? [];
    date ??= day;
    house ??= record === undefined ? undefined : HOUSES[record];
    if (name === 'oral-heading' || name === 'major-heading') {
      const open = debates.at(-1);
      const title = wordsIn(element);
      // "Oral Answers to Questions" stands over the department that is asked.
      if (open && open.blocks.length === 0)
        debates[debates.length - 1] = { ...open, title: [open.title, title].filter((part) => part).join(': ') };
      else debates.push({ ...compact({ title, url: attributes.url }), blocks: [] });
      continue;
    }
    if (debates.length === 0) debates.push({ blocks: [] });
    debates.at(-1)!.blocks.push(...blocksOf(element));
  }
  return { ...compact({ date, house }), debates };
}

function blocksOf(element: XmlElement): ReadBlock[] {
  switch (element.name) {
    case 'minor-heading':
      return headings(wordsIn(element));
    case 'speech':
    case 'ques':
    case 'reply':
      return speechOf(element);
    case 'division':
      return divisionOf(element);
    default:
      return blocksIn(element);
  }
}

function headings(text: string | undefined): ReadBlock[] {
  return text === undefined ? [] : [{ kind: 'heading', text }];
}

/** The paragraphs of a speech; what is in italics throughout ("Interruption.") nobody says. */
function speechOf(element: XmlElement): ReadBlock[] {
  const speaker = speakerOf(element);
  if (childrenOf(element, 'p').length === 0) return turnOf(speaker, blocksIn(element));
  let isBegun = false;
  return childrenOf(element).flatMap((part) => {
    const blocks = blocksIn(part);
    if (!speaker || isItalic(part)) return blocks;
    const { label: _, ...rest } = speaker;
    const said = turnOf(isBegun ? rest : speaker, blocks);
    isBegun ||= said.length > 0;
    return said;
  });
}

function isItalic(part: XmlElement): boolean {
  if (/\bitalic/u.test(part.attributes.class ?? '')) return true;
  const inner = part.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  return inner.length === 1 && typeof inner[0] !== 'string' && inner[0]!.name === 'i';
}

function speakerOf({ attributes }: XmlElement): ReadSpeaker | undefined {
  const name = withoutColon(attributes.speakername ?? '');
  if (!name || name === 'unknown') return undefined;
  const office = attributes.speakeroffice?.trim().replace(/^The\s/u, '');
  return knownSpeaker(name, office || undefined, undefined);
}

/** How a house divided, without who voted how. */
function divisionOf(element: XmlElement): ReadBlock[] {
  const { divnumber } = element.attributes;
  const [count] = childrenOf(element, 'divisioncount');
  const votes = Object.entries(count?.attributes ?? {})
    .filter(
      ([side, number]) =>
        /^(?:content|not-content|ayes|noes|for|against|abstentions)$/u.test(side) && /^\d+$/u.test(number),
    )
    .map(([side, number]) => `${side} ${number}`);
  if (votes.length === 0) return [];
  return [{ kind: 'paragraph', text: `Division${divnumber ? ` ${divnumber}` : ''}: ${votes.join(', ')}` }];
}
