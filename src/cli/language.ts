/** What is to be said of a document's language, to go on after "but"; undefined if it is surely English. */
export function languageNotice(language: string, isSure: boolean): string | undefined {
  if (language === 'en') return isSure ? undefined : 'it is not sure that this is in English';
  if (language === 'und') return 'only English is extracted, and there are no words in this';
  const is = isSure ? 'is' : 'seems to be';
  const reservation = isSure ? '' : ', which is not sure';
  return `only English is extracted, and this ${is} "${language}"${reservation}`;
}

/** What is to be said of a page that gave hardly any text; undefined where it gave an article. */
export function thinNotice(isThin: boolean | undefined): string | undefined {
  return isThin
    ? 'only a title was found, and hardly any text; the page may be for those who pay, or made by a script'
    : undefined;
}
