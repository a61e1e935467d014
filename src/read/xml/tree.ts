import { decodeHTML } from 'entities';
import { Parser } from 'htmlparser2';
import { OnrecordError } from '../../document/index.ts';

/** An element of XML. Names are without their prefixes: "nitf:p" is "p", "xml:id" is "id". */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Elements nested deeper than this are no document, and would overflow the stack of what walks them. */
const MAX_DEPTH = 1_000;

/**
 * XML → its first element. Lenient: what is not closed ends with what holds it. Entities of HTML are resolved, those that a
 * document declares itself are not, so none can grow. Throws `damaged` where there is no element, and `too-deep`.
 */
export function parseXml(xml: string): XmlElement {
  const root = { name: '', attributes: {}, children: [] as (XmlElement | string)[] };
  const open: (typeof root)[] = [root];
  let isRaw = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > MAX_DEPTH)
          throw new OnrecordError('too-deep', `its elements are nested more than ${MAX_DEPTH} deep`);
        const element = { name: localName(name), attributes: localAttributes(attributes), children: [] };
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
      ontext(text) {
        open.at(-1)!.children.push(isRaw ? text : decodeHTML(text));
      },
      oncdatastart() {
        isRaw = true;
      },
      oncdataend() {
        isRaw = false;
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(xml);
  const first = root.children.find((child) => typeof child !== 'string');
  if (!first) throw new OnrecordError('damaged', 'there is no element in this XML');
  return first;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), decodeHTML(value)]));
}

/** The elements that an element holds, without those in them; of some names, or all. */
export function childrenOf(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (names.length === 0 || names.includes(child.name)),
  );
}

/** Every element of a name, however deep, in the order of the text. */
export function* allIn(element: XmlElement, ...names: readonly string[]): Generator<XmlElement> {
  for (const child of childrenOf(element)) {
    if (names.includes(child.name)) yield child;
    yield* allIn(child, ...names);
  }
}

/** The first element at the end of a way of names, each of them however deep in the one before. */
export function firstIn(element: XmlElement, ...way: readonly string[]): XmlElement | undefined {
  const [name, ...rest] = way;
  if (name === undefined) return element;
  for (const found of allIn(element, name)) {
    const last = firstIn(found, ...rest);
    if (last) return last;
  }
  return undefined;
}

/** All words in an element, with single spaces; undefined where there are none. */
export function wordsIn(element: XmlElement | undefined): string | undefined {
  const words = element && textIn(element).replace(/\s+/gu, ' ').trim();
  return words || undefined;
}

/** All text in an element as it stands. */
export function textIn({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
