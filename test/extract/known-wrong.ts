/** Cases that the tagger gets wrong for now: each must fail, so that a mended one is taken off the list. */
export const KNOWN_WRONG: ReadonlySet<string> = new Set([
  '[Another man, not seen on camera], {then tells} the crew, <“We are here to work.”>',
  '[The minister] {called} <the report “a work of fiction”>.',
  '[1:Quill]’s {1:claim} <1:that the bridge was safe> was wrong.',
]);
