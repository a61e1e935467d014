import type { NamedEntity } from '../../mentions/cluster.ts';
import { FAR, far, flag, NONE } from '../../model/feature-numbers.ts';
import { endOf, type Spoken } from '../moment.ts';
import type { Considered } from './considered.ts';
import type { Setting } from './setting.ts';

/** What a candidate has said before, and who speaks before and next. */
export function talkFeatures({ context, layout, moment, block }: Setting, considered: Considered) {
  const { entity, identity, lastTurn, turns } = considered;
  const { spoken, holder, next } = moment;
  const last = spoken.at(-1);
  const previous = spoken.findLast((one) => one.identity !== last?.identity);
  const lastNamed = spoken.findLast((one) => one.isNamed);
  const own = spoken[lastTurn]?.attribution;
  const ownBlock = own && layout.blockAt(endOf(own) - 1);
  return {
    last: flag(last?.identity === identity),
    previous: flag(previous?.identity === identity),
    'turns since': lastTurn < 0 ? NONE : Math.min(FAR, spoken.length - 1 - lastTurn),
    'blocks since spoken': ownBlock === undefined ? NONE : far(block - ownBlock),
    spoken: Math.min(FAR, turns),
    holder: holder === undefined ? NONE : flag(holder === identity),
    asker: flag(isAsker(context.document.text, last, identity)),
    next: next === undefined ? NONE : flag(next.entity === entity),
    'spoken block': flag(ownBlock === block),
    'last named': flag(lastNamed?.identity === identity),
  };
}

/** "Asked by Ada Quill what he had seen": whoever speaks next is not she. */
function isAsker(text: string, last: Spoken | undefined, identity: NamedEntity | string): boolean {
  const [cue] = last?.attribution.cue ?? [];
  return (
    last !== undefined &&
    cue !== undefined &&
    last.identity === identity &&
    /^(?:asked|asks|pressed|questioned|challenged|quizzed)\b/iu.test(text.slice(cue.start, cue.end))
  );
}
