import { DOMParser } from 'linkedom';
import { OnrecordError } from '../../document/index.ts';

/** Elements nested deeper than this are no text, and would overflow the stack. */
const MAX_DEPTH = 1_000;

/** A tree of XML: names as printed, with their prefixes ("text:p"). Throws `too-deep`. */
export function parseXml(xml: string): Element {
  if (depthOf(xml) > MAX_DEPTH)
    throw new OnrecordError('too-deep', `its elements are nested more than ${MAX_DEPTH.toLocaleString('en')} deep`);
  const { documentElement } = new DOMParser().parseFromString(xml, 'text/xml') as unknown as Document;
  if (!documentElement) throw new OnrecordError('damaged', 'the XML in it is damaged and cannot be read');
  return documentElement;
}

/** The elements of a name within another, in their order. */
export function elementsNamed(root: Element, name: string): Element[] {
  return [...root.getElementsByTagName(name)];
}

/** The words of the first element of a name; undefined where there are none. */
export function wordsOf(root: Element, name: string): string | undefined {
  return elementsNamed(root, name)[0]?.textContent?.trim() || undefined;
}

function depthOf(xml: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of xml.matchAll(/<[/\w][^<>]*>/gu)) {
    if (tag.endsWith('/>')) continue;
    depth += tag[1] === '/' ? -1 : 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
