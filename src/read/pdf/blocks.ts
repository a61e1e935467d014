import { type BlockKind, compact } from '../../document/index.ts';
import { OPEN_CAPTION_ENDINGS } from '../../language/english/conjunctions.ts';
import { isBroken, isFurniture } from '../../language/english/furniture.ts';
import { alternation } from '../../language/words.ts';
import { type ReadBlock, type ReadResult, tidy } from '../assemble.ts';
import { joinedLines, type PrintedWords, printedWords } from '../divided.ts';
import { applyHead, type HeadDetails, headLine, isPlainHead, splitHead } from '../head.ts';
import { confidenceOf } from '../scan/confidence.ts';
import { type Group, groupsOf, mostCommonSize } from './groups.ts';
import type { Line } from './lines.ts';
import { isPulled, outletIn, type Paragraph, titleOf } from './title.ts';

/** Lines in reading order → blocks with title, byline and date told apart, and paragraphs joined over page ends. */
export function blocksOf(lines: readonly Line[], printedTitle?: string, language?: string): ReadResult {
  const size = mostCommonSize(lines);
  const printed = printedWords(lines.map(({ text }) => text));
  const paragraphs = groupsOf(lines).map((group) => ({ lines: group, text: join(group, printed) }));
  const title = titleOf(paragraphs, size, printedTitle);
  const details: HeadDetails = compact({ title: title?.text });
  const outlet = outletIn(printedTitle, details.title);
  const blocks: ReadBlock[] = [];
  let isHead = true;
  let isUnderTitle = title === undefined;
  let skipping = false;
  for (const paragraph of paragraphs) {
    const words = tidy(paragraph.text);
    const place = placeOf(paragraph.lines);
    if (words === '' || !/[\p{L}\p{N}]/u.test(words)) continue;
    if (paragraph === title) {
      blocks.push({ kind: 'title', text: words, ...place });
      isUnderTitle = true;
      continue;
    }
    // What stands over the headline of an outlet's page are its links.
    if (outlet && !isUnderTitle && words.length < 120 && !/[.!?]["”’]?$/u.test(words) && !isPlainHead(words)) continue;
    if (isHead && readHead(words, paragraph, details, blocks, isUnderTitle)) continue;
    if (isFurniture(words)) {
      skipping = /^(?:read|related|more|see|recommended|most)\b/iu.test(words);
      continue;
    }
    // What stands under "Read more" are links, until whole sentences come again.
    if (skipping && words.length < 120 && !/[.!?]["”’]?$/u.test(words)) continue;
    skipping = false;
    const isQuoted = isLarge(paragraph, size) && isPulled(words, paragraphs);
    const printedKind = isQuoted ? 'caption' : kindOf(paragraph, words, size);
    // A line under the title and above the text says more of what the title says.
    const kind = printedKind === 'caption' && isHead && !isQuoted ? 'heading' : printedKind;
    if (isUnderTitle && kind === 'paragraph') isHead = false;
    add(blocks, { kind, text: words, ...place }, printed);
  }
  return { ...details, ...(outlet && !details.outlet ? { outlet } : {}), ...compact({ language }), blocks };
}

/** The page on which lines begin, and how sure a machine is of them where it recognised them. */
function placeOf(lines: Group): { readonly page: number; readonly recognised?: number } {
  const [{ page, confidence }] = lines;
  return confidence === undefined ? { page } : { page, recognised: confidenceOf(lines) };
}

/** Lines joined with spaces; a word divided at a line's end becomes one, a dash takes no space. */
function join(lines: readonly Line[], printed: PrintedWords): string {
  let text = '';
  for (const line of lines) {
    const next = line.text.trim();
    if (text === '') text = next;
    else if (/—$/u.test(text) || /^—/u.test(next)) text += next;
    else text = joinedLines(text, next, printed);
  }
  return text;
}

/** Byline and date above the first paragraph. Returns whether the paragraph was such. */
function readHead(
  words: string,
  { lines }: Paragraph,
  details: HeadDetails,
  blocks: ReadBlock[],
  isUnderTitle: boolean,
): boolean {
  // "April 27, 2021 (Senate Floor)": a date, and a note in brackets after it.
  const date = /^(.{6,40}\d)\s*\([^()]{1,40}\)$/u.exec(words)?.[1];
  if (date && isPlainHead(date)) {
    applyHead({ kind: 'published', value: date }, words, details, blocks, placeOf(lines));
    return true;
  }
  const heads = (lines.length > 1 && lines.length < 4 ? lines.map((line) => line.text.trim()) : [words])
    .flatMap(splitHead)
    .map((line) => ({ line, head: headLine(line, isUnderTitle && details.title !== undefined) }));
  if (!heads.every(({ head }) => head !== undefined)) return false;
  const hasNames = heads.some(({ line, head }) => head!.kind === 'byline' && !isPlainHead(line));
  if (hasNames && details.byline !== undefined) return false;
  for (const { line, head } of heads) applyHead(head!, line, details, blocks, placeOf(lines));
  return true;
}

function isLarge({ lines: [first] }: { readonly lines: Group }, size: number): boolean {
  return first.size > size * 1.12;
}

const OPEN_ENDED = new RegExp(`(?:,|\\b${alternation(OPEN_CAPTION_ENDINGS)})$`, 'u');

function kindOf({ lines }: { readonly lines: Group }, words: string, size: number): BlockKind {
  const [first] = lines;
  if (/^(?:figure|fig\.|photo|image|picture|photograph|caption)\b[\s:.\d]/iu.test(words) && words.length < 400)
    return 'caption';
  if (/^(?:[•●▪◦*]|\(?\d{1,2}[.)]|\([a-z]\))\s/u.test(words)) return 'list-item';
  const whole = /[.!?:;]["”’)]*$/u.test(words);
  if (isLarge({ lines }, size)) {
    if (first.isBeside) return 'caption';
    if (words.length < 160 && !whole) return 'heading';
  }
  const inset = lines.every((line) => line.left > line.column.left + line.size * 1.5);
  const small = first.size < size * 0.92;
  const broken = OPEN_ENDED.test(words);
  if (((inset && words.length < 120) || small) && !whole && words.length < 220 && !broken && !/^["“‘']/u.test(words))
    return 'caption';
  return 'paragraph';
}

/** Adds a block; one that goes on with a sentence broken by a page's end joins the paragraph before it. */
function add(blocks: ReadBlock[], block: ReadBlock, printed: PrintedWords): void {
  const at = blocks.findLastIndex((candidate) => candidate.kind !== 'caption');
  const last = blocks[at];
  const turned = last && last.page !== block.page;
  if (
    last?.kind === 'paragraph' &&
    block.kind === 'paragraph' &&
    (turned || blocks.at(-1)!.kind === 'caption') &&
    isBroken(last.text, block.text)
  ) {
    blocks[at] = { ...last, text: joinedLines(last.text, block.text, printed), ...recognisedAs(last, block) };
  } else blocks.push(block);
}

/** How sure a machine is of two blocks that are joined: as sure as of the worse one, where it recognised one of them. */
function recognisedAs(...blocks: readonly ReadBlock[]): { readonly recognised?: number } {
  const sure = blocks.flatMap(({ recognised }) => recognised ?? []);
  return sure.length === 0 ? {} : { recognised: Math.min(...sure) };
}
