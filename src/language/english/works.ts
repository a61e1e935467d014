import { words } from '../words.ts';

/** Works and words about wording, before a title, a name or a term in quotation marks. The lists are our own. */

/** What has a title: `her novel “Low Tide”`. */
export const WORKS = words(
  'novel book film movie album song single play musical series show programme program podcast documentary episode essay poem memoir painting exhibition hit drama comedy sitcom memoirs column report article opera ballet video game operation project website newsletter magazine sculpture installation study paper',
);

/** What words are, after "the" and in the singular: `the phrase “low tide”`. */
export const WORDINGS = words('headline word term phrase expression name title slogan label letter');

/** What gives a name: `known as “the Rock”`. */
export const NAMING: readonly string[] = [
  ...words(
    'titled entitled called nicknamed dubbed named headlined labelled labeled marked captioned hashtag so-called',
  ),
  'known as',
  'so called',
];

/** Words before a programme or another work that one is on or in: "appeared on “Low Tide”". */
export const APPEARING: readonly string[] = [
  ...words('on of in to from host hosts watch watched watches sang singing played performed told'),
  'host of',
  'star of',
];
