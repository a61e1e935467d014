/** Control words that stand for letters. */
export const LETTERS: Readonly<Record<string, string>> = {
  tab: ' ',
  line: '\n',
  lbr: '\n',
  '~': '\u00a0',
  _: '\u2011',
  '-': '',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  '\\': '\\',
  '{': '{',
  '}': '}',
};

const set = (words: string) => new Set(words.split(' '));

/** Control words that end a paragraph. A backslash at the end of a line is one too. */
export const PARAGRAPH_ENDS = set('par sect page column \r \n');
/** Control words that end a cell of a table, and a row. */
export const CELL_ENDS = set('cell nestcell');
export const ROW_ENDS = set('row nestrow');

/** Groups that are not of the text: heads and feet of pages, pictures, what fields are made from, lists' numbers. */
export const LEFT_OUT = set(
  'header headerl headerr headerf footer footerl footerr footerf pict nonshppict shprslt objdata fldinst listtext pntext pn colortbl filetbl revtbl listtable listoverridetable rsidtbl themedata colorschememapping latentstyles datastore xmlnstbl generator atnid atnauthor annotation atrfstart atrfend bkmkstart bkmkend ftnsep ftnsepc aftnsep aftnsepc xe tc tcn private1 upr category keywords comment doccomm subject operator manager company hlinkbase creatim revtim printim buptim',
);
/** Groups that are of the text though they may be passed over (`\*`). */
export const KEPT = set('shpinst shptxt ud');
/** Groups with a list's mark: what follows is an item. */
export const LIST_MARKS = set('listtext pntext');
