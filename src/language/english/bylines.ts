import { alternation } from '../words.ts';
import { MONTH_BEGINNINGS, WEEKDAYS } from './calendar.ts';
import { PARTICLES } from './given-names.ts';
import { AFTER_BYLINE, BYLINE_ROLES } from './head-lines.ts';
import { OUTLET_ENDINGS } from './outlets.ts';

/** Letters in which names are looked for, with what else stands on their line. */
const LONGEST_BYLINE = 1000;

const MONTH = alternation([...MONTH_BEGINNINGS, 'sept']);
const DATE = new RegExp(
  `,? ?\\(?(?:${alternation(WEEKDAYS)},? )?(?:${MONTH}\\p{L}*\\.? \\d{1,2}\\b|\\d{1,2}(?:st|nd|rd|th)? ${MONTH}|\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}).*$`,
  'iu',
);
const AFTER_NAME = new RegExp(`,? (?:${alternation(AFTER_BYLINE)}|\\d+ (?:min|comments?))\\b.*$`, 'iu');
const ROLE_AFTER_NAME = new RegExp(
  `,? (?:the |our )?(?:[\\p{L}-]{2,20} ){0,2}?(?:staff )?${alternation(BYLINE_ROLES)}s?\\b`,
  'iu',
);
const BEFORE_NAMES =
  /^(?:(?:words|story|stories|text|written|posted|reported|reporting|analysis|opinion|review|interview|published|submitted|compiled|edited|authored|from|more stories)?\s*\bby\b:?|authors?:?|from\b:?|posted by\b:?|written by\b:?|text:|words:|reporter:|more stories by|edited by|(?:par|von|por|di|af|av)\b(?=\s\p{Lu}))\s*/iu;
const BETWEEN_NAMES = / ?[,;/] ?| &(?:amp;)? | (?:and|und|et|y|e|og|en) (?=\p{Lu})/u;

/** The names of a byline in their order: "By Ada Quill and Ned Lund, Staff Writer, Dec. 3" → Ada Quill, Ned Lund. */
export function namesIn(printed: string): string[] {
  const line = printed.slice(0, LONGEST_BYLINE).trim();
  const part = line.split(/ ?[|·•] ?/u).find((one) => /\p{L}/u.test(one.replace(BEFORE_NAMES, ''))) ?? '';
  const afterDate = /^.*\bby (\p{Lu}[\s\S]+)$/u.exec(part.slice(part.search(/\d|$/u)))?.[1] ?? part;
  const words = afterDate
    .replace(BEFORE_NAMES, '')
    .replace(/^By(?=\p{Lu}\p{Ll})/u, '')
    .replace(DATE, '')
    .replace(/ ?(?:@|https?:)[\s\S]*$/u, '')
    .split(/ (?:updated|published|posted)\b:? /iu)[0]!
    .replace(/ (?:in|on|at|for) \p{L}[\s\S]*$/u, '')
    .replace(/ ?\([^()]{0,60}\)/gu, '');
  if (words.length > 300) return [];
  const names = words.split(BETWEEN_NAMES).map((name) => nameOf(name));
  return names.filter((name): name is string => name !== undefined && !isRole(name));
}

/** A name without the role after it, and in ordinary letters where all are capitals. */
function nameOf(part: string): string | undefined {
  const bare = part
    .replace(AFTER_NAME, '')
    .split(ROLE_AFTER_NAME)[0]!
    .replace(/^[\s,;:.–—-]+|(?<![\s,;:–—-])[\s,;:–—-]+$/gu, '')
    .trim();
  const name = bare === '' ? part.trim() : bare;
  return name.length > 1 && name.length < 80 && /\p{L}/u.test(name) ? name : undefined;
}

const ROLE = new RegExp(
  `^(?:the |our |a )?(?:[\\p{L}-]{2,20} ){0,3}${alternation(BYLINE_ROLES)}s?(?: (?:at|for|in|of) .*)?$`,
  'iu',
);

function isRole(name: string): boolean {
  return ROLE.test(name) || /^(?:and|by|with|in|ap|afp)$/iu.test(name);
}

const PERSON = new RegExp(
  `^\\p{Lu}[\\p{L}\\p{M}.’'-]*(?: (?:${alternation(PARTICLES)}|[“"(]?\\p{Lu}[\\p{L}\\p{M}.’'-]*[”")]?)){1,4}$`,
  'u',
);
const NO_PERSON =
  /\b(?:staff|team|desk|editors?|newsroom|reporters?|news|press|agency|bureau|board|contributors?|magazine|media|network|service|wire|reuters|associated|online|digital|bio|profile|posts?|articles?|stories|author|authors|page|more|share|follow|read|view|all|about|subscribe|published|updated|written|getty|images|admin|editorial|opinion|politics|business|sports?|world|culture|breaking|live|video|comments?|see full|full bio|contact|email|twitter|facebook)\b/iu;

/** Whether a name in a byline is a person's, and neither a desk's nor an agency's. */
export function isAuthorName(name: string): boolean {
  return PERSON.test(name) && !NO_PERSON.test(name) && !OUTLET_ENDINGS.test(name);
}

/** "By Ada Quill", "Words by Ned Lund": a line that tells who wrote an article. */
export function isByline(line: string): boolean {
  return /^(?:words |story |written |reported |reporting )?by\b:?\s/iu.test(line);
}
