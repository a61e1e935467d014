/** What pdf.js gives of a run of text. `transform` is [a, b, c, d, x, y], on a page whose y grows upwards. */
export interface TextRun {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** The operations by which pdf.js draws a page, and the numbers of those that are looked at here. */
export interface Operations {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}
export interface OperationNumbers {
  readonly setFont: number;
  readonly setCharSpacing: number;
  readonly showText: number;
  readonly moveText: number;
  readonly setTextMatrix: number;
}

/** A letter or digit of a page, and where it begins and ends in its run, in points along the baseline. */
export interface Letter {
  readonly run: TextRun;
  readonly from: number;
  readonly to: number;
}

/** The letters and digits of a page, in small letters; `places` has one entry for each of `text`. */
export interface PageLetters {
  readonly text: string;
  readonly places: readonly Letter[];
}

/** The widths of a font's letters, and by how much one that follows another stands further off or nearer ("Ta"), in ems. */
interface Widths {
  readonly letters: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
}

interface Glyph {
  readonly unicode: string;
  readonly width: number;
}

/** Letters and digits of a text, in small letters, for comparing without regard to spaces, marks and line ends. */
export function lettersOf(text: string): string {
  return [...text.normalize('NFKC').toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).join('');
}

/** The letters of a page with their places, by the widths that its fonts give them. */
export function pageLetters(runs: readonly TextRun[], fonts: ReadonlyMap<string, Widths>): PageLetters {
  let text = '';
  const places: Letter[] = [];
  for (const run of runs) {
    const edges = edgesOf(run, fonts.get(run.fontName));
    for (let i = 0; i < run.str.length; i++) {
      const letters = lettersOf(run.str[i]!);
      text += letters;
      for (let own = 0; own < letters.length; own++) places.push({ run, from: edges[i]!, to: edges[i + 1]! });
    }
  }
  return { text, places };
}

/** Where each character of a run begins, and where the last ends. What a line is stretched by stands in its spaces. */
function edgesOf({ str, width, transform }: TextRun, widths: Widths | undefined): number[] {
  const size = Math.hypot(transform[0] ?? 0, transform[1] ?? 0);
  const own = str.split('').map((character, i) => {
    const pair = widths?.pairs.get(character + (str[i + 1] ?? '')) ?? 0;
    return ((widths?.letters.get(character) ?? USUAL_WIDTH) + pair) * size;
  });
  const sum = own.reduce((total, one) => total + one, 0);
  const spaces = str.split(' ').length - 1;
  const stretch = spaces > 0 ? (width - sum) / spaces : 0;
  const isInSpaces = spaces > 0 && stretch > -size * NARROWEST_SPACE && stretch < size * WIDEST_SPACE;
  const edges = [0];
  str.split('').forEach((character, i) => {
    const stretched = sum > 0 ? (own[i]! * width) / sum : 0;
    edges.push(edges[i]! + (isInSpaces ? own[i]! + (character === ' ' ? stretch : 0) : stretched));
  });
  return edges;
}

const USUAL_WIDTH = 0.5;
/** So much, in ems, a line takes from a space or adds to it; beyond that, all of its letters are stretched. */
const NARROWEST_SPACE = 0.2;
const WIDEST_SPACE = 3;

/** The widths of the letters in the fonts of a page, as its text is drawn. */
export function fontWidths({ fnArray, argsArray }: Operations, numbers: OperationNumbers): ReadonlyMap<string, Widths> {
  const fonts = new Map<string, { letters: Map<string, number>; pairs: Map<string, number> }>();
  let font = '';
  let size = 1;
  let spacing = 0;
  let moved: number | undefined;
  let shown: Shown | undefined;
  fnArray.forEach((operation, i) => {
    const args = argsArray[i] as unknown[];
    if (operation === numbers.setFont) {
      [font, size] = args as [string, number];
      shown = undefined;
    } else if (operation === numbers.setCharSpacing) [spacing] = args as [number];
    else if (operation === numbers.moveText) moved = args[1] === 0 ? (args[0] as number) / size : undefined;
    else if (operation === numbers.showText) {
      const widths = fonts.get(font) ?? { letters: new Map(), pairs: new Map() };
      fonts.set(font, widths);
      const next = show(args[0] as readonly (Glyph | number)[], spacing / size, widths);
      // A pair may be parted: "T" is shown, then the place moved by less than its width, then "a" shown.
      if (shown && moved !== undefined) note(widths.pairs, shown.last + next.first, moved - shown.width);
      shown = next;
      moved = undefined;
    } else if (operation === numbers.setTextMatrix) shown = undefined;
  });
  return fonts;
}

/** A list of text as it was shown: its first and last letter, its width in ems. */
interface Shown {
  readonly first: string;
  readonly last: string;
  readonly width: number;
}

/** A list of text to show has the letters, and between them numbers, in thousandths of an em, by which the next is nearer. */
function show(
  list: readonly (Glyph | number)[],
  spacing: number,
  widths: { readonly letters: Map<string, number>; readonly pairs: Map<string, number> },
): Shown {
  let first = '';
  let last = '';
  let width = 0;
  let nearer = 0;
  for (const one of list) {
    if (typeof one === 'number') nearer += one / 1000;
    else {
      if (last) note(widths.pairs, last + one.unicode, -nearer);
      const own = one.width / 1000 + spacing;
      widths.letters.set(one.unicode, own);
      width += own - nearer;
      nearer = 0;
      first ||= one.unicode;
      last = one.unicode;
    }
  }
  return { first, last, width };
}

/** Notes how a pair stands; a larger distance is a space without a letter. */
function note(pairs: Map<string, number>, pair: string, distance: number): void {
  if (Math.abs(distance) < LARGEST_KERNING && !pair.includes(' ')) pairs.set(pair, distance);
}

const LARGEST_KERNING = 0.15;
