import { union, words } from '../words.ts';

/** Words that many sentences have, whatever they are about. The lists are our own. */

/** Words that tell nothing of what a report says. */
export const STOP_WORDS = words(
  'a about after all also an and any are as at be because been before being but by can could did do does for from had has have he her here him his how i if in into is it its just me might more most must my no not now of on only or our out over said say says she should so some such than that the their them then there these they this those to up us very was we were what when where which who will with would you your',
);

/** And words that tell nothing of the topic of a clause. */
export const TOPIC_STOP_WORDS = union(
  STOP_WORDS,
  words(
    'above again always am anybody anyone asked cannot certainly doing done each even every full further get go goes going got however itself last let like lot made make many may maybe mine mr mrs ms much myself never nobody none nor nothing off often once one other ours own perhaps possible quite rather really same see shall since something soon still stop thing things think though through time too under until way well went whether while whole whom whose why without yes yet',
  ),
);

/** Words of posts that many posts have. */
export const POST_STOP_WORDS = words(
  'the a an of for and to in at on his her its state majestys former then uk us british american shadow deputy',
);

/** Of these, words that make another post of one: a former minister is no minister. */
export const OTHER_POST = words('former then shadow deputy');
