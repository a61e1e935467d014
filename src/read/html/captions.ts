import { type Contents, contentsOf } from './contents.ts';

const PICTURES = 'img, picture, video, amp-img, svg';

/** Letters beyond which what stands beside a picture is text. */
const LONGEST_CAPTION = 400;

/**
 * Makes a figure of what shares a box with a picture and nothing else, whatever the box is called. Paragraphs are left:
 * a picture may float in one. Changes the document.
 */
export function markCaptions(document: Document): void {
  const pictures = [...document.body.querySelectorAll(PICTURES)];
  if (pictures.length === 0) return;
  const contents = contentsOf(document.body);
  for (const picture of pictures) {
    const box = boxAround(picture, contents);
    if (!box) continue;
    const figure = document.createElement('figure');
    figure.append(...box.childNodes);
    box.replaceWith(figure);
  }
}

/** The innermost box around a picture that has words, if those are few and stand beside the picture. */
function boxAround(picture: Element, contents: ReadonlyMap<Element, Contents>): Element | undefined {
  let at = picture.parentElement;
  for (let up = 0; at && up < 6; at = at.parentElement, up++) {
    const holds = contents.get(at);
    if (!holds) return undefined;
    if ((at.textContent ?? '').trim() === '') continue;
    const isBox = /^(?:DIV|SPAN|SECTION|BUTTON)$/u.test(at.tagName) && holds.length <= LONGEST_CAPTION * 2;
    if (!isBox || holds.paragraphs > 1 || (at.textContent ?? '').trim().length > LONGEST_CAPTION) return undefined;
    return at.querySelector('h1, h2, h3, h4, p, a[href], li, time') ? undefined : at;
  }
  return undefined;
}
