import { type Range, spanOf } from '../../document/index.ts';
import type { DocumentContext } from './context.ts';
import { type ResolvedSpeaker, speakerOfEntity } from './described.ts';

/** The speaker of a turn by the label before it: "MINISTER:", "Ms HOLM:", "Q:" of a transcript. */
export function speakerOfLabel(context: DocumentContext, source: Range): ResolvedSpeaker {
  const mention = spanOf(context.document.text, source.start, source.end);
  const label = mention.text;
  if (/^[QA]$/u.test(label)) {
    const name = label === 'Q' ? 'questioner' : 'interviewee';
    return { speaker: { name, type: 'anonymous', mention, basis: 'label' }, confidence: 0.6 };
  }
  const surname = surnameOf(label);
  const entity = context.entities.find(({ type, name }) => type === 'person' && surnameOf(name) === surname);
  if (entity && entity.name !== entity.name.toUpperCase())
    return { speaker: speakerOfEntity(context, entity, 'label'), confidence: 0.9 };
  const words = label.replace(/^the\s+/iu, '');
  const name = words === words.toUpperCase() ? titleCase(words) : words;
  return { speaker: { name, type: 'person', mention, basis: 'label' }, confidence: 0.75 };
}

function surnameOf(name: string): string {
  return name.split(/\s+/u).at(-1)!.toLowerCase();
}

function titleCase(words: string): string {
  return words.toLowerCase().replace(/(?<=^|[\s'’-])\p{L}/gu, (letter) => letter.toUpperCase());
}
