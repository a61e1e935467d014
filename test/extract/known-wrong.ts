/** Cases that the tagger gets wrong for now: each must fail, so that a mended one is taken off the list. */
export const KNOWN_WRONG: ReadonlySet<string> = new Set([
  '{According to} [the ministry], <the river is falling>.',
  '[1:Quill]’s {1:claim} <1:that the bridge was safe> was wrong.',
  '[Holm] {continued}:\n\n<“Look at the bolts. Look at the log.”>',
  '[The mayor’s rival, Republican Pat Thorn,=Pat Thorn] {asked} <why it took so long>.',
]);
