import { isConsentRequest, isOffer } from '../../language/english/offers.ts';
import { tidy } from '../assemble.ts';
import { type Contents, contentsOf } from './contents.ts';
import { elementsIn, marksOf } from './elements.ts';

/** Boxes in which the common makers ask for consent to cookies; nothing in them is ever of the article. */
const CONSENT =
  /(?:^|[\s_-])(?:onetrust|optanon|ot-sdk|cookiebot|cybotcookiebotdialog|cybot|didomi|qc-cmp2?|quantcast|sp_message|sp-message|truste|trustarc|usercentrics|uc-banner|osano|cookieyes|cky|cmplz|complianz|borlabs|cookie-?law|cli-bar|iubenda|klaro|termly|fc-consent|fundingchoices|axeptio|tarteaucitron|evidon|civic-?cookie|ccc-module|gdpr|ccpa|cmp-?(?:banner|container|root|modal)|cc-(?:window|banner)|cookie-?(?:banner|notice|bar|popup|consent|policy|dialog|modal|message|overlay|wall)|consent-?(?:banner|notice|bar|popup|dialog|modal|message|overlay|wall|manager))(?=$|[\s_-])/iu;

/** Names of boxes that stand in articles and are not of them. */
const BOXES =
  /(?:^|[\s_-])(?:newsletters?|nl-signup|signup|sign-up|subscribe|subscription|related|recirc(?:ulation)?|recommended|recommendations?|promo|promos|promotion|share|sharing|social|sharebar|share-tools|toolbar|advert|advertisement|ad-slot|ad-container|adslot|ad-unit|dfp|sponsor|sponsored|comments?|disqus|coral|viafoura|spotim|openweb|breadcrumbs?|pagination|most-read|mostpopular|most-popular|popular-posts|trending|outbrain|taboola|zergnet|revcontent|mgid|read-more|readmore|read-next|up-next|more-on|more-from|more-stories|also-read|see-also|you-may-also-like|author-bio|author-info|about-author|author-box|author-card|author-profile|author-description|bio|tags|taglist|topics|cookie|consent|regwall|meter|print-only|video-player|timestamp|dateline-share|correction-policy|rollover-people-block|affiliate|disclosure|upsell|donate|donation|membership|app-promo|follow-us|google-news|whatsapp-channel|jp-relatedposts|sharedaddy|wp-block-latest-posts|inline-?cta|latest-news|top-stories|reader-comments|user-comments|rating-table|quiz-promo|table-of-contents|toc)(?=$|[\s_-])/iu;

/** Names of what readers write under an article; it may be longer than the article. */
const COMMENTS =
  /(?:^|\s)(?:(?:reader-|user-|article-|post-|story-)?comments?(?:[-_](?:list|section|area|container|wrapper|thread|feed|block|stream))?|comment-?list|disqus[-_]thread|fb-comments|respond)(?=\s|$)/iu;

/** Names that stand on a box of the article as often as on one that is not; only what holds no prose goes for them. */
const DOUBTFUL =
  /(?:^|[\s_-])(?:paywall|player|gallery|slideshow|carousel|teaser|card|widget|toolbar|banner|callout|tooltip)(?=$|[\s_-])/iu;

const ROLES =
  /^(?:navigation|banner|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tablist|alert|status)$/u;

const BOX_TAGS = new Set('ASIDE DIV SECTION UL OL DL P SPAN FIGURE TABLE FORM HEADER A DETAILS'.split(' '));

/**
 * Takes out boxes: elements that hold little of the page's text and either are called furniture or show by what they hold
 * that they are: offers, lists of teasers, ratings. What is called so and holds the article is kept. Changes the document.
 */
export function removeBoxes(document: Document, paid: ReadonlySet<string>): void {
  const contents = contentsOf(document.body);
  const all = { ...contents.get(document.body)! };
  const bodyNames = namesOfBody(document.body, contents);
  const isProtected = (element: Element) =>
    paid.size > 0 && (element.getAttribute('class') ?? '').split(/\s+/u).some((name) => paid.has(name));
  for (const element of elementsIn(document.body)) {
    const holds = contents.get(element);
    if (!holds) continue;
    if (
      isConsent(element, holds, all) ||
      (BOX_TAGS.has(element.tagName) &&
        !bodyNames.has(element.getAttribute('class') ?? '') &&
        isBox(element, holds, all, isProtected))
    ) {
      element.remove();
      (all as { length: number }).length -= holds.length;
    }
  }
}

/** The classes of which the elements hold much of a page's prose together: "related-text" on each paragraph of an article. */
function namesOfBody(body: Element, contents: ReadonlyMap<Element, Contents>): ReadonlySet<string> {
  const prose = new Map<string, number>();
  for (const element of elementsIn(body)) {
    const name = element.tagName === 'P' ? element.getAttribute('class') : undefined;
    if (name) prose.set(name, (prose.get(name) ?? 0) + contents.get(element)!.prose);
  }
  const much = contents.get(body)!.prose / 3;
  return new Set([...prose].filter(([, length]) => length > much).map(([name]) => name));
}

function isConsent(element: Element, holds: Contents, all: Contents): boolean {
  if (holds.length === 0 || element.tagName === 'BODY') return false;
  const marks = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return marks.length > 1 && CONSENT.test(marks) && holds.prose <= all.prose / 2;
}

function isBox(element: Element, holds: Contents, all: Contents, isProtected: (element: Element) => boolean): boolean {
  if (holds.length === 0) return false;
  if (isComments(element, holds, all)) return true;
  if (holds.length >= all.length / 3) return false;
  const role = element.getAttribute('role');
  if (role && ROLES.test(role) && holds.paragraphs < 3) return true;
  const marks = marksOf(element);
  if (holds.quotations === 0 && holds.paragraphs < 3 && holds.length < all.length / 4 && BOXES.test(marks)) return true;
  if (isProtected(element)) return false;
  if (DOUBTFUL.test(marks) && (holds.prose === 0 || isOffer(textOf(element)))) return holds.quotations === 0;
  return isOfferBox(element, holds) || isRating(element, holds) || isTeaserList(element, holds);
}

/** The classes of an article's own paragraphs that are for those who pay, by `cssSelector` in the structured data. */
export function paidClasses(document: Document): ReadonlySet<string> {
  const names = new Set<string>();
  for (const script of [...document.querySelectorAll('script[type="application/ld+json"]')])
    for (const [, name] of (script.textContent ?? '').matchAll(/"cssSelector"\s*:\s*"\.([\w-]{1,80})"/gu))
      names.add(name!);
  return names;
}

function isComments(element: Element, holds: Contents, all: Contents): boolean {
  const marks = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return COMMENTS.test(marks) && holds.prose <= all.prose * 0.75 && !element.querySelector('h1');
}

/** Letters beyond which a box that sells something would be an article about it. */
const LONGEST_OFFER = 1500;

function isOfferBox(element: Element, holds: Contents): boolean {
  if (holds.length > 6000 || holds.length < 40 || !/^(?:DIV|SECTION|ASIDE|UL|FORM|DETAILS)$/u.test(element.tagName))
    return false;
  const text = textOf(element);
  return (text.length <= LONGEST_OFFER && isOffer(text)) || isConsentRequest(text);
}

/** "Fairness 4/5", "Battery ★★★★": a table or list whose rows are marks out of so many. */
function isRating(element: Element, holds: Contents): boolean {
  if (!/^(?:TABLE|UL|DL)$/u.test(element.tagName) || holds.length > 1500) return false;
  const rows = [...element.querySelectorAll(element.tagName === 'TABLE' ? 'tr' : 'li, dd')].map(textOf);
  const marks = rows.filter(
    (row) => row.length < 90 && /(?:\b\d{1,2}(?:\.\d)?\s*(?:\/|out of)\s*(?:5|10|100)\b|[★☆⭐]{2})/u.test(row),
  );
  return marks.length >= 2 && marks.length >= rows.length / 2;
}

/** Several links with a line or two under each, and nothing besides: they lead to other articles. */
function isTeaserList(element: Element, holds: Contents): boolean {
  if (
    holds.length > 3000 ||
    holds.linked < holds.length * 0.25 ||
    !/^(?:DIV|SECTION|ASIDE|UL|OL)$/u.test(element.tagName)
  )
    return false;
  const children = [...element.children];
  if (children.length < 3) return false;
  const teasers = children.filter(isTeaser);
  return teasers.length >= 3 && teasers.length >= children.length * 0.75;
}

/** A headline that is a link, with a picture, a date or a line of text. */
function isTeaser(element: Element): boolean {
  const heading = element.querySelector('h2, h3, h4, h5');
  if (!heading) return false;
  const title = textOf(heading);
  const link = heading.querySelector('a[href]') ?? heading.closest('a[href]');
  return title.length > 15 && link !== null && textOf(element).length < title.length + 350;
}

function textOf(element: Element): string {
  return tidy(element.textContent ?? '');
}
