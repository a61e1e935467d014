import { compact, type Range, type Speaker, spanOf } from '../../document/index.ts';
import { printedSurname } from '../../language/english/person-names.ts';
import { isCrowd, isUnnamedSpeaker } from '../../language/english/turns.ts';
import type { Attribution } from '../attribution.ts';
import type { NamedEntity } from '../mentions/cluster.ts';
import type { DocumentContext } from './context.ts';
import type { ResolvedSpeaker } from './described.ts';

/**
 * The speaker of a turn, as reading found it. Where reading knows a surname alone, a fuller name of one person of the
 * document completes it.
 */
export function speakerOfTurn(
  { document, entities }: DocumentContext,
  { name, role }: NonNullable<Attribution['speaker']>,
  label: Range | undefined,
): ResolvedSpeaker {
  const entity = isUnnamedSpeaker(name) ? undefined : entityOf(entities, name);
  const best = entity?.best ?? label;
  const mention = best && spanOf(document.text, best.start, best.end);
  if (isUnnamedSpeaker(name))
    return { speaker: { name, type: 'anonymous', ...compact({ role, mention }), basis: 'label' }, confidence: 0.6 };
  const isFuller = entity !== undefined && !/\s/u.test(name) && entity.name !== entity.name.toUpperCase();
  const speaker: Speaker = {
    name: isFuller ? entity.name : name,
    type: isCrowd(name) ? 'group' : 'person',
    ...compact({ role: role ?? entity?.roles[0], mention }),
    basis: 'label',
  };
  return { speaker, confidence: entity ? 0.9 : 0.75 };
}

/** The person of that name; a surname alone is enough where one person has it. */
function entityOf(entities: readonly NamedEntity[], name: string): NamedEntity | undefined {
  const lower = name.toLowerCase();
  const people = entities.filter(({ type }) => type === 'person');
  const named = people.find((entity) => entity.name.toLowerCase() === lower);
  if (named || /\s/u.test(name)) return named;
  const namesakes = people.filter((entity) => printedSurname(entity.name).toLowerCase() === lower);
  return namesakes.length === 1 ? namesakes[0] : undefined;
}
