import { paidClasses, removeBoxes } from './boxes.ts';
import { markCaptions } from './captions.ts';
import { putInPlace } from './streaming.ts';
import { clippedClasses, removeUnseen } from './unseen.ts';

/** What is never text of an article. */
const NEVER =
  'script, style, noscript, template, iframe, svg, canvas, object, embed, button, input, select, textarea, nav, footer, dialog, audio, video';

/** Leaves of a page what may be its article: no scripts, navigation, hidden words or boxes. Changes the document. */
export function clean(document: Document): void {
  const clipped = clippedClasses(document);
  const paid = paidClasses(document);
  putInPlace(document);
  markCaptions(document);
  for (const element of [...document.querySelectorAll(NEVER)]) element.remove();
  removeUnseen(document, clipped);
  removeBoxes(document, paid);
  removeComments(document.body);
}

/** Comments split what stands in one line: React puts one between each two pieces of text. */
function removeComments(root: Element): void {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (let child: ChildNode | null = node.firstChild; child; ) {
      const next: ChildNode | null = child.nextSibling;
      if (child.nodeType === 8) node.removeChild(child);
      else if (child.nodeType === 1) waiting.push(child);
      child = next;
    }
  }
}
