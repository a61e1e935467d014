import { compact } from '../../document/index.ts';
import type { ReadBlock, ReadSpeaker } from '../assemble.ts';
import { parsePublished } from '../published.ts';
import { speakersByLabel, withoutColon } from '../turns/labelled.ts';
import { blocksIn } from './layout.ts';
import { type Debate, knownSpeaker, type Sitting, turnOf } from './sitting.ts';
import { allIn, childrenOf, firstIn, wordsIn, type XmlElement } from './tree.ts';

/** Whose words an element holds. */
const TURNS = new Set(['speech', 'question', 'answer']);
const HEADINGS = ['num', 'heading', 'subheading'];

/** What stands in a speech and is not said. */
const UNSPOKEN = new Set(['from', 'remark', 'noteRef', 'authorialNote', ...HEADINGS]);

/** A debate in Akoma Ntoso (OASIS LegalDocML 1.0, and its forerunners). Other documents of it have no speakers. */
export function readAkn(root: XmlElement): Sitting {
  const body = firstIn(root, 'debateBody') ?? firstIn(root, 'mainBody') ?? firstIn(root, 'body') ?? root;
  const references = referencesIn(root);
  const byLabel = speakersByLabel([...allIn(body, 'from')].flatMap((from) => wordsIn(from) ?? []));
  const speaker = (turn: XmlElement) => speakerOf(turn, references, byLabel);
  const work = firstIn(root, 'FRBRWork');
  const author = work && firstIn(work, 'FRBRauthor')?.attributes.href;
  const house = (author && references.get(idOf(author))) ?? wordsIn(firstIn(root, 'preface', 'legislature'));
  const day =
    firstIn(root, 'preface', 'docDate')?.attributes.date ?? (work && firstIn(work, 'FRBRdate')?.attributes.date);
  const title = wordsIn(firstIn(root, 'preface', 'docTitle')) ?? (work && firstIn(work, 'FRBRalias')?.attributes.value);
  const language = firstIn(root, 'FRBRlanguage')?.attributes.language?.slice(0, 2);
  return { ...compact({ title, house, date: parsePublished(day ?? ''), language }), debates: debatesIn(body, speaker) };
}

type SpeakerOf = (turn: XmlElement) => ReadSpeaker | undefined;

/** The sections of a body, or of the one section that holds them all. */
function debatesIn(body: XmlElement, speaker: SpeakerOf): Debate[] {
  const parts = childrenOf(body);
  const sections = parts.filter((part) => isSection(part));
  if (sections.length === 1 && childrenOf(sections[0]!).filter(isSection).length > 1 && parts.length === 1)
    return debatesIn(sections[0]!, speaker);
  const debates: { title?: string; blocks: ReadBlock[] }[] = [];
  for (const part of parts) {
    if (isSection(part)) debates.push({ ...compact({ title: headingOf(part) }), blocks: partsOf(part, speaker) });
    else {
      if (debates.length === 0) debates.push({ blocks: [] });
      debates.at(-1)!.blocks.push(...blocksOf(part, speaker));
    }
  }
  return debates;
}

function isSection(element: XmlElement): boolean {
  return !TURNS.has(element.name) && childrenOf(element, 'heading', 'speech', 'debateSection', 'question').length > 0;
}

/** "1." and "Old Pier" are one heading. */
function headingOf(element: XmlElement): string | undefined {
  const words = childrenOf(element, ...HEADINGS).flatMap((part) => wordsIn(part) ?? []);
  return words.length > 0 ? words.join(' ') : undefined;
}

function partsOf(section: XmlElement, speaker: SpeakerOf): ReadBlock[] {
  return childrenOf(section)
    .filter(({ name }) => !HEADINGS.includes(name))
    .flatMap((part) => blocksOf(part, speaker));
}

function blocksOf(element: XmlElement, speaker: SpeakerOf): ReadBlock[] {
  if (TURNS.has(element.name))
    return turnOf(
      speaker(element),
      blocksIn(element, ({ name }) => UNSPOKEN.has(name)),
    );
  if (firstIn(element, 'speech') || firstIn(element, 'question') || isSection(element)) {
    const heading = headingOf(element);
    return [
      ...(heading === undefined ? [] : [{ kind: 'heading' as const, text: heading }]),
      ...partsOf(element, speaker),
    ];
  }
  return blocksIn(element);
}

/** The names of people, roles and organisations, by their identifiers and addresses. */
function referencesIn(root: XmlElement): Map<string, string> {
  const names = new Map<string, string>();
  for (const { attributes } of allIn(root, 'TLCPerson', 'TLCRole', 'TLCOrganization')) {
    const id = attributes.eId ?? attributes.id;
    for (const key of [id, attributes.href]) if (key && attributes.showAs) names.set(key, attributes.showAs);
  }
  return names;
}

function idOf(reference: string): string {
  return reference.replace(/^#/u, '');
}

function speakerOf(
  turn: XmlElement,
  references: ReadonlyMap<string, string>,
  byLabel: (label: string) => ReadSpeaker,
): ReadSpeaker | undefined {
  const from = wordsIn(childrenOf(turn, 'from')[0]);
  const printed = from === undefined ? undefined : withoutColon(from);
  const { by, as } = turn.attributes;
  const name = by === undefined ? undefined : references.get(idOf(by));
  const role = as === undefined ? undefined : references.get(idOf(as));
  if (name !== undefined) return knownSpeaker(name, role, printed);
  const labelled = printed === undefined ? undefined : byLabel(printed);
  return labelled && { ...labelled, ...compact({ role: role ?? labelled.role }) };
}
