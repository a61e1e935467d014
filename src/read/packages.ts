/** A file of a WACZ with pages in it. */
export const WARC_PART = /^archive\/[^/]+\.warc(?:\.gz)?$/iu;

/** Kinds of files that are ZIP archives of parts, and one of their parts by which they are known. */
const PARTS = {
  docx: /^word\/[^/]+\.xml$/u,
  xlsx: /^xl\//u,
  pptx: /^ppt\//u,
  epub: /^META-INF\/container\.xml$/u,
  odf: /^META-INF\/manifest\.xml$/u,
  iwork: /^(?:Index\/.*\.iwa|index\.zip|Index\.zip|index\.apxl)$/u,
  program: /^(?:META-INF\/MANIFEST\.MF|AndroidManifest\.xml)$/u,
  wacz: WARC_PART,
} as const;

/** Kinds that other files may look like, and what all of their files are. */
const MARKS: Partial<Record<keyof typeof PARTS, (names: readonly string[]) => boolean>> = {
  docx: (names) => names.includes('[Content_Types].xml'),
  xlsx: (names) => names.includes('[Content_Types].xml'),
  pptx: (names) => names.includes('[Content_Types].xml'),
  wacz: (names) =>
    names.includes('datapackage.json') || names.every((name) => /^(?:archive|pages|indexes)\//u.test(name)),
};

/** What a file is that is a ZIP archive of parts, by their names; undefined for an archive of files. */
export function packageKind(names: readonly string[]): keyof typeof PARTS | undefined {
  const kinds = Object.entries(PARTS) as [keyof typeof PARTS, RegExp][];
  return kinds.find(([kind, part]) => (MARKS[kind]?.(names) ?? true) && names.some((name) => part.test(name)))?.[0];
}
