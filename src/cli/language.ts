/** What is to be said of a document's language, to go on after "but"; undefined if it is surely English. */
export function languageNotice(language: string, isSure: boolean): string | undefined {
  if (language === 'en') return isSure ? undefined : 'it is not sure that this is in English';
  if (language === 'und') return 'only English is extracted, and there are no words in this';
  const is = isSure ? 'is' : 'seems to be';
  const reservation = isSure ? '' : ', which is not sure';
  return `only English is extracted, and this ${is} "${language}"${reservation}`;
}
