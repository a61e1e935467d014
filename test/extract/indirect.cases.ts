/** Indirect statements as far as plain rules find them, by kind; in the notation of `notation.ts`. */
export const INDIRECT_CASES: Readonly<Record<string, readonly string[]>> = {
  'with that': [
    '[Ada Quill] {said} <that the bridge would open in May>.',
    '[The council] {warned} <that taxes would rise>.',
    '[She] {told} the Gazette on Monday <that the money was gone>.',
    '[Ned Lund] {has acknowledged} <that mistakes were made>.',
  ],
  'without that': ['[Ada Quill] {said} <the bridge would open in May>.', '[Officials] {say} <the river is falling>.'],
  'before its cue': [
    '<The bridge would open in May>, [Ada Quill] {said}.',
    '<The river is falling>, {according to} [officials].',
  ],
  'according to': ['{According to} [the ministry], <the river is falling>.'],
  denials: ['[Ned Lund] {denied} <that he had taken the money>.', '[The firm] {denied} <any part in the fire>.'],
  questions: ['[Reporters] {asked} <whether the mayor would resign>.'],
  promises: ['[The mayor] {promised} <to rebuild the pier>.', '[The company] {refused to say} <who paid>.'],
  nouns: [
    '[1:Quill]’s {1:claim} <1:that the bridge was safe> was wrong.',
    '[1:The inquiry] {1:rejected} <1:his warning that the wall would fall>.',
  ],
  announcements: ['[The ministry] {announced} <a new ferry for the islands> on Tuesday.'],
  stances: ['[The government] {has been clear} <that there is no money>.'],
};
