import { type BlockKind, OnrecordError } from '../../document/index.ts';
import type { ReadBlock, ReadResult } from '../assemble.ts';
import { paragraphBlocks, type Run } from '../office/runs.ts';
import { kindOfStyle } from '../office/styles.ts';
import { tableBlocks } from '../office/tables.ts';
import { writtenResult } from '../office/written.ts';
import { codePageOf, decoderOf } from './code-pages.ts';
import { CELL_ENDS, KEPT, LEFT_OUT, LETTERS, LIST_MARKS, PARAGRAPH_ENDS, ROW_ENDS } from './controls.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Where words go: to the text, to notes, to a property, to a table of names, or nowhere. */
type Place = 'text' | 'note' | 'title' | 'author' | 'fonts' | 'styles' | 'nowhere';

/** What holds within a group. */
interface Group {
  place: Place;
  isStrong: boolean;
  isHidden: boolean;
  isDeleted: boolean;
  font: number;
  /** Letters after a `\u` that stand for it where it is not understood. */
  skips: number;
  /** Whether the group has begun, and may be passed over by who does not know its first word (`\*`). */
  isOptional: boolean;
  /** The number of the paragraph's style. */
  style: number;
  isHeading: boolean;
  isItem: boolean;
}

const OUTSIDE: Group = {
  place: 'nowhere',
  isStrong: false,
  isHidden: false,
  isDeleted: false,
  font: 0,
  skips: 1,
  isOptional: false,
  style: 0,
  isHeading: false,
  isItem: false,
};

/** A text in RTF (1.9.1), tracked changes accepted, notes at its end. Throws `damaged` where its end is missing. */
export function readRtf(bytes: Uint8Array): ReadResult {
  const rtf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const reader = new Reader();
  for (const token of tokensOf(rtf)) {
    reader.take(token);
    if (reader.isAtEnd) return reader.result();
  }
  throw new OnrecordError('damaged', 'the RTF file is cut off: its end is missing');
}

class Reader {
  isAtEnd = false;
  readonly #groups: Group[] = [];
  #group: Group = { ...OUTSIDE };
  /** Whether the paragraph at hand has a list's mark. */
  #isMarked = false;
  #codePage = 1252;
  readonly #fonts = new Map<number, number>();
  readonly #styles = new Map<number, string>();
  readonly #properties: { title?: string; author?: string } = {};
  #runs: Run[] = [];
  #noteRuns: Run[] = [];
  /** Bytes that are not decoded yet: a letter may have two of them. */
  #bytes: number[] = [];
  /** Letters that still stand for a `\u` before them. */
  #toSkip = 0;
  readonly #blocks: ReadBlock[] = [];
  readonly #notes: ReadBlock[] = [];
  #cell: ReadBlock[] = [];
  #row: ReadBlock[][] = [];
  #rows: ReadBlock[][][] = [];
  #isInTable = false;

  take(token: Token): void {
    if (token.kind === 'byte') {
      if (this.#toSkip > 0) this.#toSkip--;
      else this.#bytes.push(token.byte);
      return;
    }
    this.#decode();
    if (token.kind === 'open') this.#groups.push({ ...this.#group });
    else if (token.kind === 'close') this.#close();
    else if (token.kind === 'text') this.#takeText(token.text);
    else this.#control(token.word, token.value);
  }

  result(): ReadResult {
    this.#endParagraph();
    this.#endTable();
    return writtenResult([...this.#blocks, ...this.#notes], this.#properties);
  }

  #close(): void {
    if (this.#group.place === 'note' && this.#groups.at(-1)?.place !== 'note') this.#endNote();
    const outer = this.#groups.pop();
    this.#toSkip = 0;
    if (outer) this.#group = outer;
    this.isAtEnd = this.#groups.length === 0;
  }

  #takeText(text: string): void {
    const skipped = Math.min(this.#toSkip, text.length);
    this.#toSkip -= skipped;
    if (this.#group.place !== 'nowhere') this.#add(this.#decoded(Buffer.from(text.slice(skipped), 'latin1')));
  }

  #decode(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Buffer.from(this.#bytes);
    this.#bytes = [];
    this.#add(this.#decoded(bytes));
  }

  #decoded(bytes: Buffer): string {
    return decoderOf(this.#fonts.get(this.#group.font) ?? this.#codePage).decode(bytes);
  }

  #add(text: string): void {
    const { place, isStrong, isHidden, isDeleted } = this.#group;
    if (text === '' || isHidden || isDeleted || place === 'nowhere' || place === 'fonts') return;
    if (place === 'text') this.#runs.push({ text, isStrong });
    else if (place === 'note') this.#noteRuns.push({ text, isStrong });
    else if (place === 'styles') {
      const { style } = this.#group;
      this.#styles.set(style, `${this.#styles.get(style) ?? ''}${text}`);
    } else this.#properties[place] = `${this.#properties[place] ?? ''}${text}`;
  }

  #control(word: string, value: number | undefined): void {
    const { isOptional } = this.#group;
    this.#group.isOptional = word === '*';
    if (this.#toSkip > 0 && LETTERS[word] !== undefined) this.#toSkip--;
    else if (this.#isDestination(word, isOptional)) return;
    else if (LETTERS[word] !== undefined) this.#add(LETTERS[word]);
    else if (word === 'u') {
      this.#add(String.fromCharCode((value ?? 0x3f) & 0xffff));
      this.#toSkip = this.#group.skips;
    } else if (PARAGRAPH_ENDS.has(word)) this.#endParagraph();
    else if (CELL_ENDS.has(word)) this.#endCell();
    else if (ROW_ENDS.has(word)) this.#endRow();
    else this.#format(word, value);
  }

  /** Whether a control word tells where the words of its group go. */
  #isDestination(word: string, isOptional: boolean): boolean {
    const group = this.#group;
    if (LIST_MARKS.has(word)) this.#isMarked = true;
    if (KEPT.has(word)) group.place = 'text';
    else if (word === 'rtf') group.place = 'text';
    else if (word === 'footnote') group.place = group.place === 'nowhere' ? 'nowhere' : 'note';
    else if (word === 'fonttbl') group.place = 'fonts';
    else if (word === 'stylesheet') group.place = 'styles';
    else if (word === 'info') group.place = 'nowhere';
    else if ((word === 'title' || word === 'author') && group.place === 'nowhere') group.place = word;
    else if (LEFT_OUT.has(word) || isOptional) group.place = 'nowhere';
    else return false;
    return true;
  }

  #format(word: string, value: number | undefined): void {
    const group = this.#group;
    const isOn = value !== 0;
    if (word === 'b' || word === 'i') group.isStrong = isOn;
    else if (word === 'v') group.isHidden = isOn;
    else if (word === 'deleted') group.isDeleted = isOn;
    else if (word === 'plain') Object.assign(group, { isStrong: false, isHidden: false, isDeleted: false });
    else if (word === 'f') group.font = value ?? 0;
    else if (word === 'uc') group.skips = Math.max(0, value ?? 1);
    else if (word === 'ansicpg') this.#codePage = value ?? 1252;
    else if (word === 'mac') this.#codePage = 10000;
    else if (word === 'fcharset') {
      const page = codePageOf(value ?? 0);
      if (page !== undefined && group.place === 'fonts') this.#fonts.set(group.font, page);
    } else if (word === 'pard') Object.assign(group, { style: 0, isHeading: false, isItem: false });
    else if (word === 's') group.style = value ?? 0;
    else if (word === 'outlinelevel') group.isHeading = (value ?? 9) < 9;
    else if (word === 'ls') group.isItem = isOn;
    else if (word === 'trowd' || word === 'intbl') this.#isInTable = true;
  }

  #endParagraph(): void {
    if (this.#group.place === 'note') this.#endNote();
    else if (this.#group.place === 'text' || this.isAtEnd) {
      const kind = this.#kind();
      const blocks = kind === 'left-out' ? [] : paragraphBlocks(kind, this.#runs);
      this.#runs = [];
      this.#isMarked = false;
      if (blocks.length > 0) this.#push(blocks);
    }
  }

  #push(blocks: readonly ReadBlock[]): void {
    if (this.#isInTable) this.#cell.push(...blocks);
    else {
      this.#endTable();
      this.#blocks.push(...blocks);
    }
  }

  #kind(): BlockKind | 'left-out' {
    const { style, isHeading, isItem } = this.#group;
    const styled = kindOfStyle((this.#styles.get(style) ?? '').split(';')[0]!);
    if (styled !== undefined) return styled;
    return isHeading ? 'heading' : isItem || this.#isMarked ? 'list-item' : 'paragraph';
  }

  #endNote(): void {
    this.#notes.push(...paragraphBlocks('paragraph', this.#noteRuns));
    this.#noteRuns = [];
  }

  #endCell(): void {
    this.#isInTable = true;
    this.#endParagraph();
    this.#row.push(this.#cell);
    this.#cell = [];
  }

  #endRow(): void {
    this.#rows.push(this.#row);
    this.#row = [];
    this.#isInTable = false;
  }

  #endTable(): void {
    if (this.#cell.length > 0) this.#endCell();
    if (this.#row.length > 0) this.#endRow();
    this.#blocks.push(...tableBlocks(this.#rows));
    this.#rows = [];
    this.#isInTable = false;
  }
}
