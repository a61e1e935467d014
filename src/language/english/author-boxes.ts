import { alternation, union, words } from '../words.ts';
import { JOURNALISTS } from './roles.ts';

/** Who a paragraph under an article says that its author is: "Ada Quill is a reporter at the Gazette." */
const POSTS = union(
  JOURNALISTS,
  words('contributor producer freelancer freelance critic novelist historian professor fellow lecturer'),
);

/** What is told there of an author, after the name. */
const TELLS =
  /^,? (?:is|was|covers|writes|reports|edits|leads|joined|lives|works|has (?:been|covered|written|worked|reported)|(?:previously|currently|formerly) \p{Ll}+|can be (?:reached|followed|contacted)|serves|studied|graduated|specialis|specializ|hosts|spends|tweets)(?![\p{L}])/u;
const POST_OF_SOMEBODY = new RegExp(
  `^(?:[*_]?\\p{Lu}[\\p{L}.’'-]{0,30} ){1,4}(?:is|was) (?:an?|the|our)\\b.{0,80}\\b${alternation(POSTS)}s?\\b`,
  'u',
);
const FOLLOW =
  /\b(?:follow (?:him|her|them|me|us)\b|(?:email|e-mail|contact|write to|reach) (?:him|her|them|me|[\p{L} ]{2,40}) at\b|more (?:by|from) \p{Lu}|on (?:twitter|x|bluesky|mastodon|instagram)\b|@\w{3,})/iu;

/** Whether a paragraph after an article tells who wrote it. `authors` are the names in its byline. */
export function isAuthorBox(paragraph: string, authors: readonly string[]): boolean {
  if (paragraph.length > 700 || /[“”"]/u.test(paragraph)) return false;
  const name = authors.find((author) => paragraph.startsWith(author));
  if (name !== undefined)
    return paragraph.length < name.length + 4 || TELLS.test(paragraph.slice(name.length)) || FOLLOW.test(paragraph);
  const first = authors
    .map((author) => author.split(' ')[0]!)
    .find((given) => given.length > 2 && paragraph.startsWith(`${given} `));
  if (first !== undefined && TELLS.test(paragraph.slice(first.length))) return true;
  return POST_OF_SOMEBODY.test(paragraph) && (FOLLOW.test(paragraph) || paragraph.length < 260);
}

/** "The views expressed here are the author's own.": what a publisher says of an article under it. */
const DISCLAIMERS: readonly RegExp[] = [
  /^(?:disclaimer|legal disclaimer|disclosure|editor[’']s note on\b)\s*[:.–-]/iu,
  /^\W{0,3}(?:the )?(?:views|opinions)(?: and opinions)? (?:expressed|stated|in this)\b/iu,
  /\b(?:do(?:es)? not (?:necessarily )?(?:reflect|represent) the (?:views|opinions|official)|(?:has|have) not been edited by\b.{0,60}\b(?:staff|team)|published from a syndicated feed|auto-generated from|(?:is|are) (?:for informational purposes only|not (?:financial|investment|legal|medical) advice)|we may (?:earn|receive|get) (?:a |an )?(?:small )?(?:affiliate )?commissions?|earn us a commission|may not be (?:published|reproduced), broadcast|without (?:prior |express |our )?(?:written )?permission)\b/iu,
  /^(?:this (?:article|story|report|post|piece|interview) (?:was|is|has been|first|originally)\b.{0,60}\b(?:originally|first|republished|produced|adapted|translated|syndicated|appeared|published)\b)/iu,
  /^(?:our (?:standards|journalism)|standards\s*:|the thomson reuters trust principles|suggested topics|do you know more|if you have (?:a )?(?:tip|information|been affected)|get in touch\b|send (?:us )?(?:your )?(?:tips|letters))/iu,
];

/** Whether a paragraph under an article is the publisher's and says nothing of its subject. */
export function isDisclaimer(paragraph: string): boolean {
  return paragraph.length < 700 && DISCLAIMERS.some((pattern) => pattern.test(paragraph));
}
