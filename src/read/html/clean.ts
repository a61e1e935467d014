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
  remove(document, 'form', () => true);
  for (const element of [
    ...document.querySelectorAll('[hidden], [aria-hidden="true"], [style*="display:none"], [style*="display: none"]'),
  ]) {
    if (element.textContent!.length < 2000) element.remove();
  }
  remove(document, 'aside, div, section, ul, ol, p, span, figure, table', (element, { quotations }) => {
    const marks = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    return quotations === 0 && BOXES.test(marks);
  });
}

/**
 * Removes boxes: elements that hold little of the page's text. A wrapper that happens to bear such a class holds most of it.
 * What an element holds is measured once for all: each is judged before anything inside it is.
 */
function remove(document: Document, selector: string, isBox: (element: Element, holds: Content) => boolean): void {
  const contents = contentsOf(document.body);
  let all = contents.get(document.body)!.length;
  for (const element of [...document.querySelectorAll(selector)]) {
    const holds = contents.get(element);
    if (!holds || !element.isConnected || holds.paragraphs >= 3 || holds.length >= all / 4) continue;
    if (!isBox(element, holds)) continue;
    element.remove();
    all -= holds.length;
  }
}

/** What an element holds: letters of text, long paragraphs, block quotations. */
interface Content {
  readonly length: number;
  readonly paragraphs: number;
  readonly quotations: number;
}

/** What each element of a tree holds. */
function contentsOf(root: Element): Map<Element, Content> {
  const contents = new Map<Element, Content>();
  const measure = (element: Element): Content => {
    let [length, paragraphs, quotations] = [0, 0, 0];
    for (const child of [...element.childNodes]) {
      if (child.nodeType === 3) length += child.textContent!.length;
      if (child.nodeType !== 1) continue;
      const inner = measure(child as Element);
      const tag = (child as Element).tagName.toUpperCase();
      length += inner.length;
      paragraphs += inner.paragraphs + (tag === 'P' && child.textContent!.trim().length > 120 ? 1 : 0);
      quotations += inner.quotations + (tag === 'BLOCKQUOTE' ? 1 : 0);
    }
    const holds = { length, paragraphs, quotations };
    contents.set(element, holds);
    return holds;
  };
  measure(root);
  return contents;
}
