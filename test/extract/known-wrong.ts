/** Cases that the tagger gets wrong for now: each must fail, so that a mended one is taken off the list. */
export const KNOWN_WRONG: ReadonlySet<string> = new Set([
  '[1:Quill]’s {1:claim} <1:that the bridge was safe> was wrong.',
  '[The mayor’s rival, Republican Pat Thorn,=Pat Thorn] {asked} <why it took so long>.',
  '[A campaign aide], though, {said} <the sum was “a joke”>.',
  '[The council’s own consultants, Brant & Lowe,=Brant & Lowe] {predicted} <22,000 crossings a day>.',
  'It was a Ministry of Roads statement [which=Ministry of Roads] {said}, <“The bridge is sound.”>',
  '[1:Maria Lund, the witness,=Maria Lund] {1:said} <1:it was cold>. {2:Asked} by [2:Ms Hale=Hale] <2:what she had thought>, [3:she=Maria Lund] {3:replied}: <3:“That we would die.”>',
]);
