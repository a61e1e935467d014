/** Cases that the tagger gets wrong for now: each must fail, so that a mended one is taken off the list. */
export const KNOWN_WRONG: ReadonlySet<string> = new Set([
  '<“It was dark,”> {recalled} [Ada Quill, 61, who lives on Salt Street].',
  '[Rep. Rosa Thorn (R-Iowa)], {tweeted} on Friday: <“Not in my name.”>',
  '{According to} [the ministry], <the river is falling>.',
  '[1:Quill]’s {1:claim} <1:that the bridge was safe> was wrong.',
]);
