import { childrenOf, textIn, type XmlElement } from './tree.ts';

/**
 * An element whose annotated words (`<w>`, `<pc join="right">`) are running text again, as they were before each was put into
 * an element of its own; an element without them as it is.
 */
export function tokens(element: XmlElement): XmlElement {
  if (childrenOf(element, 'w', 'pc', 's').length === 0)
    return {
      ...element,
      children: element.children.map((child) => (typeof child === 'string' ? child : tokens(child))),
    };
  return { ...element, children: [wordsOf(element)] };
}

function wordsOf(element: XmlElement): string {
  let text = '';
  let isJoined = true;
  const walk = (parent: XmlElement) => {
    for (const child of childrenOf(parent)) {
      if (child.name !== 'w' && child.name !== 'pc') {
        walk(child);
        continue;
      }
      const { join } = child.attributes;
      if (!isJoined && join !== 'left' && join !== 'both') text += ' ';
      // A word that stands for several, as "don't" for "do" and "not", has its own letters beside theirs.
      text += textIn({ ...child, children: child.children.filter((part) => typeof part === 'string') }).trim();
      isJoined = join === 'right' || join === 'both';
    }
  };
  walk(element);
  return text;
}
