import { union, without, words } from '../words.ts';

/** The pronouns. The lists are our own. */

/** By person: the subject, the object, whose, and the reflexive. */
const FIRST_SINGULAR = words('i me my mine myself');
const FIRST_PLURAL = words('we us our');
const SECOND = words('you your');
const HE = words('he him his himself');
const SHE = words('she her hers herself');
const IT = words('it its itself');
const THEY = words('they them their theirs themselves');

/** Whoever has the turn in talk, and whom he or she speaks to. */
export const SPEAKER_PRONOUNS = FIRST_SINGULAR;
export const HEARER_PRONOUNS = union(SECOND, words('yours yourself'));

/** Pronouns that may mean somebody or something of whom the text speaks. */
export const REFERRING = union(without(FIRST_SINGULAR, words('mine')), FIRST_PLURAL, SECOND, HE, SHE, IT, THEY);

/** Whose, before a noun. */
export const POSSESSIVES = words('my our your his her its their');
/** And of those who do not speak here. */
export const POSSESSIVES_OF_OTHERS = words('his her its their');

export const SUBJECTS = words('i we you he she it they');

/** What points at something close by. */
export const DEMONSTRATIVES = words('this that these those');

/** Somebody or something that is only pointed at. */
export const POINTED_AT = union(words('he she it they'), DEMONSTRATIVES);

/** A content that is only pointed at says nothing that could be compared: "she repeated it". */
export const POINTS_ELSEWHERE: ReadonlySet<string> = union(
  words('it so them which what nothing otherwise'),
  DEMONSTRATIVES,
  ['as much'],
);

/** Pronouns that are a source by themselves. */
export const SOURCE_PRONOUNS = union(SUBJECTS, words('him her his their its my our'), words('who which that'));

/** Words for people that are no nouns: pronouns and quantities alone. */
export const PRONOMINAL = union(
  SUBJECTS,
  words(
    'one someone somebody everyone everybody nobody other others another many some most few several critics those both',
  ),
);

/** Quantities that stand for many people. */
export const MANY = words('some many most several few others critics both everyone those');

/** Who says something for the speaker, or is nobody: pronouns that make no other source inside a content. */
export const SPEAKER_OR_NOBODY = words('i we you my our your one it that this which who what there');

/** Hearers that are pronouns, and what is no hearer: "told them", "told there". */
export const HEARERS_WITHOUT_NAME = union(
  SUBJECTS,
  words('me him her them us himself herself themselves that this there'),
);

/** Pronouns and articles with a capital that are nobody's name. */
export const NOBODY = words('He She They It We I You Who The');
