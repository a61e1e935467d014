import { union, words } from '../words.ts';
import { DENIALS } from './negation.ts';

/** Words by which two passages of one speaker are compared for a change of mind; each is counted. The lists are our own. */

export const DENYING = union(DENIALS, words("deny denies denied denying refuse refuses refused won't"));

/** Against something, or bad. */
export const OPPOSING = words(
  'oppose opposes opposed opposing against reject rejects rejected ban bans banned abolish abolished repeal repealed scrap scrapped wrong bad worse worst terrible mistake disaster disgrace failure failed dangerous unsafe unfair unnecessary useless false lie liar fight kill block stop end close cancel withdraw withdrawn leave cut weaker trouble threat',
);

/** For something, or good. */
export const SUPPORTING = words(
  'support supports supported supporting favour favor favours favors back backs backed backing approve approves approved welcome proud right good great best better fine finest safe fair necessary essential needed important success successful strong stronger keep save protect defend join open continue remain stay',
);

export const PROMISING = words(
  'will shall promise promises promised guarantee guarantees pledge pledges pledged never must going plan plans intend intends committed',
);

export const PERHAPS = words(
  'may might could perhaps maybe possible possibly possibility consider considering hope hopes try option options depends depending unlikely considered',
);

/** What is said is so at the time, and is brought up to date later. */
export const OF_NOW = words(
  'now yet still today yesterday currently far latest already tonight morning week since again update tomorrow recent month',
);

/** What counts of people and cases count. */
export const FIGURE_NOUNS = words(
  'cases case deaths death died patients people number numbers total figures figure rate percent average count counts hospital confirmed positive registered increase',
);

/** Told what to do: advice that changes with the time. */
export const ADVICE = words(
  'you your yourself yourselves should please everyone household households rules restrictions advice guidance',
);

/** The speaker's own doings and views. */
export const ANSWERED_FOR = words('i we my our me us he she');
