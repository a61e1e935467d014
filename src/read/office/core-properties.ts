import type { Properties } from './written.ts';
import { parseXml, wordsOf } from './xml.ts';

/** Properties by the Dublin Core, as Office Open XML and OpenDocument keep them. None where they cannot be read. */
export function coreProperties(xml: string): Properties {
  try {
    const root = parseXml(xml);
    return {
      title: wordsOf(root, 'dc:title'),
      author: wordsOf(root, 'meta:initial-creator') ?? wordsOf(root, 'dc:creator'),
      language: wordsOf(root, 'dc:language'),
    };
  } catch {
    return {};
  }
}
