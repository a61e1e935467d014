/** What is taken out of a page before its article is looked for. */

const NEVER =
  'script, style, noscript, template, iframe, svg, canvas, object, embed, button, input, select, nav, footer, dialog, audio, video';

/** Class and id words of boxes that stand in articles but are not of them. */
const BOXES =
  /(?:^|[\s_-])(?:newsletter|signup|sign-up|subscribe|subscription|related|recirc|recommended|promo|promotion|share|sharing|social|sharebar|share-tools|toolbar|advert|advertisement|ad-slot|ad-container|adslot|dfp|sponsor|sponsored|comments?|disqus|breadcrumbs?|pagination|most-read|mostpopular|most-popular|trending|outbrain|taboola|read-more|readmore|more-on|see-also|author-bio|author-info|about-author|author-box|bio|tags|taglist|topics|cookie|consent|paywall|print-only|visually-hidden|screen-reader-text|sr-only|video-player|player|gallery|slideshow|timestamp|dateline-share|correction-policy|rollover-people-block|affiliate|disclosure)(?:$|[\s_-])/iu;

/** Removes scripts, navigation and boxes. Changes the document. */
export function clean(document: Document): void {
  for (const element of [...document.querySelectorAll(NEVER)]) element.remove();
  // Some sites wrap the whole page in one form.
  for (const form of [...document.querySelectorAll('form')]) if (isSmall(document, form)) form.remove();
  for (const element of [
    ...document.querySelectorAll('[hidden], [aria-hidden="true"], [style*="display:none"], [style*="display: none"]'),
  ]) {
    if (element.textContent!.length < 2000) element.remove();
  }
  for (const element of [...document.querySelectorAll('aside, div, section, ul, ol, p, span, figure, table')]) {
    const marks = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    if (BOXES.test(marks) && !element.querySelector('blockquote') && isSmall(document, element)) element.remove();
  }
}

/** A box holds little of the page's text; a wrapper that happens to bear such a class holds most of it. */
function isSmall(document: Document, element: Element): boolean {
  const paragraphs = [...element.querySelectorAll('p')].filter(
    (paragraph) => paragraph.textContent!.trim().length > 120,
  ).length;
  const all = document.body.textContent!.length;
  return paragraphs < 3 && element.textContent!.length < all / 4;
}
