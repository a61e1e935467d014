/** The elements inside another in the order of the page. Those inside one that is taken out meanwhile are passed over. */
export function* elementsIn(root: Element): Generator<Element> {
  let at: Element | null = root.firstElementChild;
  while (at) {
    const parent: Element = at.parentElement!;
    const next: Element | null = at.nextElementSibling;
    yield at;
    if (at.parentElement && at.firstElementChild) {
      at = at.firstElementChild;
      continue;
    }
    at = at.parentElement ? at.nextElementSibling : next;
    let up: Element | null = parent;
    while (!at && up && up !== root) {
      at = up.nextElementSibling;
      up = up.parentElement;
    }
  }
}

/** The words by which a page's maker calls an element: its class, id and names for tests, "ArticleBody" as "Article-Body". */
export function marksOf(element: Element): string {
  let marks = '';
  for (const name of MARKS) {
    const value = element.getAttribute(name);
    if (value) marks += ` ${value}`;
  }
  return marks.replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1-');
}

const MARKS = ['class', 'id', 'data-testid', 'data-component', 'data-module', 'data-component-name'];
