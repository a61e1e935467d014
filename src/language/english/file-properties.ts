/** What programs write into a file's properties of themselves, and not of its text. The lists are our own. */

/** Titles that nobody gave: of a new document, of a template, of the file. */
const NO_TITLES: readonly RegExp[] = [
  /^(?:document|untitled|presentation|book|new|blank|template|title|draft|letterhead|default|unknown|no title|normal)\b[\s\d.()_-]{0,20}$/iu,
  /^(?:microsoft|ms)\s+(?:office\s+)?word\b/iu,
  /^(?:untitled|blank|new|powerpoint|word|writer|text|scanned)\s+(?:document|page|file|presentation)\b.{0,20}$/iu,
  /\btemplate$/iu,
  /^[[(<{].{0,80}[\])>}]$/u,
  /\.(?:docx?|dotx?|odt|ott|rtf|pdf|txt|html?|epub|indd|qxd|pages)$/iu,
];

/** Words of authors that are programs, accounts and offices. */
const NO_AUTHORS =
  /\b(?:users?|admin|administrator|owner|author|unknown|default|guest|staff|test|template|customer|registered|preinstalled|anonymous|microsoft|windows|office|libreoffice|openoffice|google|apple|adobe|calibre|pandoc|python-docx|docx|word|writer|converter|aspose|apache)\b/iu;

/** Whether a property says how a text is called, and not which program made it. */
export function isGivenTitle(title: string): boolean {
  const words = title.trim();
  return /\s/u.test(words) && words.length <= 300 && !NO_TITLES.some((pattern) => pattern.test(words));
}

/** Whether a property names a person in full: of an account, initials or a program it does not. */
export function isGivenAuthor(author: string): boolean {
  const words = author.trim();
  return (
    words.length <= 80 &&
    !NO_AUTHORS.test(words) &&
    /^\p{Lu}[\p{L}\p{M}.’'-]*(?:,?\s+[\p{L}\p{M}][\p{L}\p{M}.’'-]*){1,5}$/u.test(words)
  );
}
