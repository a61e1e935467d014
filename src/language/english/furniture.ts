import { alternation } from '../words.ts';
import { OPEN_ENDINGS } from './conjunctions.ts';

/** Lines that belong to the page and not to the article, whatever the format. */

const FURNITURE: readonly RegExp[] = [
  /^(?:page\s+)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/iu,
  /^[-–—•*·_=\s.]+$/u,
  /^[-–—]\s*\d{1,4}\s*[-–—]$/u,
  /^(?:advertisement|advert|sponsored|promoted|ad feedback|story continues below.*|article continues (?:below|after).*|continue reading.*|read (?:more|next|also)\b.{0,120}|related(?: (?:articles?|stories|coverage|content|links|topics))?:?.{0,80}|more (?:on|from|in) .{0,60}|more (?:great |top |must-read |latest |big |related )?(?:\p{L}{1,20} ){0,2}(?:stories|news|coverage|headlines|reading)|see also:?.{0,80}|recommended(?: for you)?|most (?:read|popular|viewed).{0,30}|trending.{0,30}|also on .{0,40}|you may also like.{0,20})$/iu,
  /^(?:share|print|email|tweet|save|comments?|leave a comment|copy link|facebook|twitter|whatsapp|linkedin|reddit|pinterest|share this.{0,40}|share on .{0,20}|view comments|\d+ comments?|listen|listen to this article.{0,30})(?:\s*[|•·,/]?\s*(?:share|print|email|tweet|save|comments?|facebook|twitter|whatsapp))*$/iu,
  /^(?:sign up|subscribe|register|log in|sign in|join|get|receive|follow)\b.{0,160}\b(?:newsletters?|inbox|alerts?|subscri(?:be|bers?|ption)|e-?mail|updates|twitter|facebook|instagram|whatsapp|telegram|app)\b.{0,80}$/iu,
  /^(?:copyright\b|©|\(c\)\s*\d{4}|all rights reserved).{0,200}$/iu,
  /^contact us\b.{0,120}$/iu,
  /^\(?(?:additional )?(?:reporting|writing|editing|compiled|with reporting) by .{0,260}$/iu,
  /^(?:like|enjoy(?:ed|ing)?|love) this (?:story|article|post)\?.{0,80}$/iu,
  /^(?:click|tap) here (?:to|for) .{0,100}$/iu,
  /^.{0,60}\bby clicking here\.?$/iu,
  /^(?:have (?:a|any) (?:tips?|story|news|questions?)|got a (?:tip|story)|do you have a (?:tip|story))\b.{0,180}$/iu,
  /^(?:see|view|watch|view all) (?:more|all|also) ?(?:photos?|pictures|images|videos?|tweets?|posts?)?\s*:?$/iu,
  /^post (?:a )?comments?.{0,10}$/iu,
  /^this (?:post|article|page) (?:may )?contains? affiliate.{0,160}$/iu,
  /^tell us what you think.{0,20}$/iu,
  /^(?:to contact|contact)\b.{0,120}(?::|@\S{1,220}|\bvisit\b.{0,220})$/iu,
  /^(?:https?:\/\/|www\.)\S+$/iu,
  /^\[?[\w.-]+\.(?:com|org|net|co\.uk|gov|int|eu|info)(?:\/\S*)?\]?$/iu,
  /^[^\s@]+@[^\s@]+\.\w+$/u,
  /^(?:photo|image|picture|credit|source|getty images|reuters|ap photo|associated press)(?:\s*(?:by|:|\/|-)\s*.{0,60})?$/iu,
  /^(?:close|menu|search|home|skip to (?:main )?content|back to top|next|previous|loading\.*|play|pause|mute|video|gallery|photos?)$/iu,
  /^(?:this (?:article|story) (?:was|has been) (?:updated|corrected|amended).{0,120}|first published.{0,60}|last (?:updated|modified).{0,60}|updated:? .{0,40}|published:? .{0,40}|posted:? .{0,40})$/iu,
];

/** Whether a line, taken alone, is furniture: a page number, a share bar, a newsletter box, a contact line. */
export function isFurniture(line: string): boolean {
  const words = line.trim();
  return words.length <= 220 && FURNITURE.some((pattern) => pattern.test(words));
}

const OTHERS =
  /^(?:read|see|watch|hear)? ?(?:more|related|also|next|most|top|latest|recommended|popular|trending|further|up next|you (?:may|might) (?:also )?(?:like|enjoy)|what to read next)\b.{0,50}$/iu;

/** Whether a heading announces other articles: "More great Gazette stories", "Related", "Read next:". */
export function announcesOthers(line: string): boolean {
  return OTHERS.test(line.trim()) && !/[.!?]$/u.test(line.trim());
}

/** "To contact the Gazette, visit:", after which nothing of the article follows. */
export function endsArticle(line: string): boolean {
  return (
    /^(?:to contact|for more information|media (?:contacts?|enquiries|inquiries)|press contacts?|contacts?|notes? to editors?|about the author|editors?['’] notes?)\b.{0,100}:?$/iu.test(
      line.trim(),
    ) && /(?::|visit:?|contacts?|editors?|author|enquiries|inquiries)$/iu.test(line.trim())
  );
}

/** Words after which a sentence cannot end: a paragraph that ends so was cut by a page. */
const OPEN_ENDED = new RegExp(`(?:\\b(?:${alternation(OPEN_ENDINGS)}|[A-Z][a-z]*['’]s)|,)$`, 'u');

/** Whether `next` goes on with the sentence that `paragraph` breaks off: across a page or a picture. */
export function isBroken(paragraph: string, next: string): boolean {
  const ends = /[.!?:;…]["”’'»)\]]*$/u.test(paragraph) || /["”’'»)\]]$/u.test(paragraph);
  if (ends || paragraph.length < 15 || next.length < 2) return false;
  return /^["“‘']?\p{Ll}/u.test(next) || (paragraph.length >= 40 && OPEN_ENDED.test(paragraph));
}
