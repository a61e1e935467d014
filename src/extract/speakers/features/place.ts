import { contains, overlap } from '../../../document/index.ts';
import { far, flag, NONE } from '../../model/feature-numbers.ts';
import { othersBetween, type PlacedMention } from '../layout.ts';
import type { Considered } from './considered.ts';
import type { Setting } from './setting.ts';

/** How far before the source a candidate is named last, and who is named since. */
export function beforeFeatures(setting: Setting, { entity, printed, before, beforeStart }: Considered) {
  const { layout, start, sentence, block } = setting;
  const here = printed.filter((mention) => mention.sentence === sentence && mention.mention.end <= start);
  const isLast = (one: PlacedMention | undefined) => flag(one !== undefined && one.entity === entity);
  const between = (counts: (one: PlacedMention) => boolean) =>
    beforeStart === undefined
      ? NONE
      : othersBetween(layout, beforeStart, start, (one) => one.entity !== entity && counts(one));
  return {
    'sentences before':
      beforeStart === undefined ? NONE : far(sentence - (before?.sentence ?? layout.sentenceAt(beforeStart))),
    'blocks before': beforeStart === undefined ? NONE : far(block - (before?.block ?? layout.blockAt(beforeStart))),
    'words before': beforeStart === undefined ? NONE : Math.log(start - beforeStart + 1),
    'people between': between((one) => !one.isQuoted && one.entity.type === 'person'),
    'alike between': entity ? between((one) => one.entity.type === entity.type) : NONE,
    nearest: isLast(setting.nearest),
    'nearest person': isLast(setting.nearestPerson),
    'nearest body': isLast(setting.nearestBody),
    'nearest outlet': isLast(setting.nearestOutlet),
    'nearest place': isLast(setting.nearestPlace),
    'here before': here.length,
    'here first': flag(here.some(({ isFirst }) => isFirst)),
    'before first': flag(printed.some((one) => one.sentence === sentence - 1 && one.isFirst)),
    'block first': flag((printed.find((one) => one.block === block)?.mention.end ?? Infinity) <= start),
  };
}

/** Characters behind a cue, and at the beginning of a content, in which a name stands close to it. */
const CLOSE_TO_CUE = 5;
const CLOSE_TO_CONTENT = 6;

/** Where a candidate is named behind the source and the cue, and in what is said. */
export function aroundFeatures({ moment, start, sentence }: Setting, { mentions, printed }: Considered) {
  const { attribution, source } = moment;
  const [cue] = attribution.cue;
  const after = printed.find(({ mention }) => mention.start > start && !(source && contains(source.range, mention)));
  const inContent = mentions.filter(({ mention }) => attribution.content.some((run) => contains(run, mention)));
  const isAfterCue = ({ mention }: PlacedMention) =>
    cue !== undefined &&
    mention.start >= cue.end &&
    mention.start <= cue.end + CLOSE_TO_CUE &&
    !(source && overlap(source.range, mention) > 0);
  return {
    'after cue': flag(mentions.some(isAfterCue)),
    'sentences after': after ? far(after.sentence - sentence) : NONE,
    'in content': inContent.length,
    'content starts': flag(
      inContent.some(({ mention }) => mention.start <= attribution.content[0]!.start + CLOSE_TO_CONTENT),
    ),
  };
}
