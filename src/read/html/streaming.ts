/**
 * Puts what a page keeps apart for its scripts where it is shown. React streams parts of a page in hidden boxes and moves
 * each to the place that waits for it (`<div hidden id="S:1">` to `<template id="B:1">`); a part may hold places itself.
 * The tree of a web component stands in a template. Changes the document.
 */
export function putInPlace(document: Document): void {
  const boxes = new Map<string, Element>();
  for (const box of [...document.querySelectorAll('[hidden][id*="S:"]')]) boxes.set(box.getAttribute('id')!, box);
  if (boxes.size > 0) {
    for (const place of [...document.querySelectorAll('template[id*="B:"], template[id*="P:"]')]) {
      const box = boxes.get(place.getAttribute('id')!.replace(/[BP]:/u, 'S:'));
      if (!box || box.contains(place)) continue;
      place.replaceWith(...box.childNodes);
      box.remove();
    }
    for (const box of boxes.values()) box.removeAttribute('hidden');
  }
  for (const template of [...document.querySelectorAll('template[shadowrootmode], template[shadowroot]')]) {
    const { content } = template as HTMLTemplateElement;
    template.replaceWith(...(content ?? template).childNodes);
  }
}
