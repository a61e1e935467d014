import { type Contents, contentsOf } from './contents.ts';
import { elementsIn } from './elements.ts';

/** The usual names for what is there for screen readers alone. */
const FOR_SCREEN_READERS =
  /(?:^|\s)(?:sr-only|sr_only|sronly|screen-?reader(?:s|-only|-text)?|visually-?hidden|visuallyHidden|u-visually-hidden|is-visually-hidden|u-screen-reader|a11y-only|assistive-text|hidden-visually|offscreen|element-invisible|show-for-sr|vh|aural)(?=\s|$)/iu;

/** A style by which words are there and not seen: clipped to nothing, one pixel large, or beside the window. */
const CLIPPED = /clip(?:-path)?:(?:rect\((?:0|1px)|inset\((?:50|100)%)|(?:left|top|text-indent):-\d{4,}/iu;

function isClipped(style: string): boolean {
  const bare = style.replace(/\s/gu, '');
  return CLIPPED.test(bare) || (/(?<![-\w])width:1px/iu.test(bare) && /(?<![-\w])height:1px/iu.test(bare));
}
const NOT_SHOWN = /display\s*:\s*none|visibility\s*:\s*hidden/iu;

/** Letters beyond which words for screen readers alone are no label. */
const LONGEST_LABEL = 400;

/**
 * Takes out what a reader does not see: words for screen readers alone, and what is hidden. Text is hidden in many pages
 * until a script or a click reveals it; what holds prose of its own, standing nowhere else on the page, stays. Changes the document.
 */
export function removeUnseen(document: Document, clipped: ReadonlySet<string>): void {
  const contents = contentsOf(document.body);
  const all = contents.get(document.body)!;
  for (const element of elementsIn(document.body)) {
    const holds = contents.get(element);
    if (!holds) continue;
    const style = element.getAttribute('style') ?? '';
    const classes = element.getAttribute('class') ?? '';
    const forScreenReaders =
      (classes !== '' && (FOR_SCREEN_READERS.test(classes) || hasAny(classes, clipped))) ||
      (style !== '' && isClipped(style));
    if (forScreenReaders && holds.length <= LONGEST_LABEL) element.remove();
    else if (isHidden(element, style) && !revealed(holds, all)) element.remove();
  }
}

function isHidden(element: Element, style: string): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    (style !== '' && NOT_SHOWN.test(style))
  );
}

/** Whether a hidden element holds what a reader is to see in the end: much of the prose of the page. */
function revealed(holds: Contents, all: Contents): boolean {
  return holds.prose > 0 && holds.linked < holds.length / 2 && (holds.prose >= all.prose / 4 || holds.paragraphs >= 3);
}

function hasAny(classes: string, of: ReadonlySet<string>): boolean {
  return of.size > 0 && classes.split(/\s+/u).some((name) => of.has(name));
}

/** The classes that the page's own style sheets clip, as those have that scripts name ("css-1x2y3z"). */
export function clippedClasses(document: Document): ReadonlySet<string> {
  const classes = new Set<string>();
  for (const sheet of [...document.querySelectorAll('style')]) {
    for (const rule of (sheet.textContent ?? '').split('}')) {
      const [selectors, body] = rule.split('{').slice(-2);
      if (body === undefined || !isClipped(body)) continue;
      for (const selector of selectors!.split(',')) {
        const name = /^\s*\.([\w-]+)\s*$/u.exec(selector)?.[1];
        if (name) classes.add(name);
      }
    }
  }
  return classes;
}
