import type { BlockKind } from '../../document/index.ts';
import { endsArticle, isBroken, isFurniture } from '../../language/english/furniture.ts';
import { isKicker } from '../../language/english/kickers.ts';
import type { ReadBlock, ReadResult } from '../assemble.ts';
import { wholeParagraphs } from '../divided.ts';
import { applyHead, type HeadDetails, headLine, isPlainHead, splitHead } from '../head.ts';
import { plainWords } from './markdown.ts';

/** Plain text or Markdown → blocks: title, byline and dates told from paragraphs, divided words and page breaks mended. */
export function readText(text: string): ReadResult {
  const details: HeadDetails = {};
  const blocks: ReadBlock[] = [];
  const paragraphs = withoutKicker(wholeParagraphs(withoutRunningLines(paragraphsIn(text))));
  let atHead = true;
  for (const paragraph of paragraphs) {
    if (blocks.length === 0 && details.title === undefined && isTitleLine(paragraph) && paragraphs.length > 2) {
      details.title = plainWords(paragraph);
      blocks.push({ kind: 'title', text: details.title });
      continue;
    }
    if (atHead && readHead(paragraph, details, blocks)) continue;
    const block = blockOf(paragraph);
    if (endsArticle(block.text) && blocks.length > 2) break;
    if (block.text === '' || isFurniture(block.text)) continue;
    blocks.push(block);
    if (block.kind === 'paragraph') atHead = false;
  }
  return { ...details, blocks: mendBreaks(blocks) };
}

/** Without a line that tells of which kind the article is: what stands below it in the same paragraph is the head. */
function withoutKicker([first = '', ...rest]: readonly string[]): string[] {
  const [kicker = '', ...lines] = first.split('\n');
  if (!isKicker(plainWords(kicker))) return [first, ...rest];
  return [...lines.filter((line) => line.trim() !== ''), ...rest];
}

/** Runs of lines between empty lines; where a text has no empty lines, each line is a paragraph. */
function paragraphsIn(text: string): string[] {
  const lines = text.replace(/\r\n?/gu, '\n').replace(/\f/gu, '\n\n');
  const paragraphs = lines
    .split(/\n[^\S\n]*\n\s*/u)
    .map((paragraph) => paragraph.replace(/^\n+/u, '').trimEnd())
    .filter((paragraph) => paragraph.trim() !== '')
    .flatMap((paragraph) =>
      paragraph.split('\n').some((line) => line.length > 100) ? paragraph.split('\n') : [paragraph],
    )
    .filter((paragraph) => paragraph.trim() !== '');
  if (paragraphs.length > 1 || !text.trim().includes('\n')) return paragraphs;
  const single = lines.trim().split('\n');
  const wrapped =
    single.slice(0, -1).filter((line) => line.length > 50 && line.length < 90).length > single.length * 0.7;
  return wrapped ? paragraphs : single.filter((line) => line.trim() !== '');
}

/** Headers and footers that come back on every page. */
function withoutRunningLines(paragraphs: readonly string[]): string[] {
  const counts = new Map<string, number>();
  const keyOf = (paragraph: string) => paragraph.trim().replace(/\d+/gu, '#');
  for (const paragraph of paragraphs) counts.set(keyOf(paragraph), (counts.get(keyOf(paragraph)) ?? 0) + 1);
  return paragraphs.filter(
    (paragraph) =>
      paragraph.length > 100 || counts.get(keyOf(paragraph))! < 3 || /[.!?]["”’]?$/u.test(paragraph.trim()),
  );
}

/** Title, byline, date and "Key: value" lines before the first paragraph. Returns whether the paragraph was such. */
function readHead(paragraph: string, details: HeadDetails, blocks: ReadBlock[]): boolean {
  const lines = paragraph
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => splitHead(line));
  const isTitled = details.title === undefined && blocks.length === 0 && lines.slice(1).some(isPlainHead);
  const first = isTitled && isTitleLine(lines[0]!) ? lines[0] : undefined;
  const hasTitle = details.title !== undefined || first !== undefined || /^#\s/u.test(lines[0] ?? '');
  const heads = lines.map((line) =>
    /^#\s/u.test(line) || line === first
      ? ({ kind: 'title', value: plainWords(line) } as const)
      : headLine(plainWords(line), hasTitle),
  );
  if (!heads.every((head) => head !== undefined)) return false;
  for (const [i, head] of heads.entries()) applyHead(head, plainWords(lines[i]!), details, blocks);
  return true;
}

/** A paragraph of Markdown or plain text, by its own marks. */
function blockOf(paragraph: string): ReadBlock {
  const words = plainWords(joinLines(paragraph.replace(/^\s*(?:#{1,6}|>|[-*+•]|\d{1,2}[.)])\s+/u, '')));
  return { kind: kindOf(paragraph.trim(), words), text: words };
}

function kindOf(paragraph: string, words: string): BlockKind {
  if (/^#{1,6}\s/u.test(paragraph)) return 'heading';
  if (/^>\s/u.test(paragraph)) return 'blockquote';
  if (/^(?:[-*+•]|\d{1,2}[.)])\s/u.test(paragraph)) return 'list-item';
  if (/^!\[/u.test(paragraph)) return 'caption';
  if (/^(\*|_)(?!\1)[^*_]+\1$/su.test(paragraph) && words.split(/\s+/u).length < 60) return 'caption';
  if (/^(?:photo|image|picture|caption|credit)\s*:/iu.test(words)) return 'caption';
  const bold = /^(\*\*|__)[^*_]+\1$/su.test(paragraph);
  return bold && words.length < 120 && !/[.!?”"]$/u.test(words) ? 'heading' : 'paragraph';
}

/** Hard-wrapped lines become one. */
function joinLines(paragraph: string): string {
  return paragraph.replace(/\n\s*>?\s*/gu, ' ');
}

/** A first line without Markdown is the title when it is short, has no full stop and something follows it. */
function isTitleLine(paragraph: string): boolean {
  const words = plainWords(paragraph);
  if (paragraph.includes('\n') || /^#/u.test(paragraph) || words.length > 160 || isFurniture(words)) return false;
  if (headLine(words, false) || /[.:;,]["”’']?$/u.test(words) || /^["“>*-]/u.test(words)) return false;
  const label = LABELLED.exec(words)?.[0];
  return words.split(/\s+/u).length > 1 && (label === undefined || isKicker(label.trim()));
}

/** "MINISTER: We tried": a transcript that begins at once. */
const LABELLED = /^[\p{Lu}][\p{L} .'’-]{0,40}:\s/u;

/** Letters of a paragraph's end that tell whether it breaks off. */
const TAIL = 200;

/** Paragraphs that a page broke in the middle of a sentence become one again; a caption may stand between. */
function mendBreaks(blocks: readonly ReadBlock[]): ReadBlock[] {
  const mended: { readonly block: ReadBlock; readonly parts: string[] }[] = [];
  let tail = '';
  for (const block of blocks) {
    const last = mended.at(-1);
    if (block.kind === 'paragraph' && last?.block.kind === 'paragraph' && isBroken(tail, block.text)) {
      last.parts.push(block.text);
      tail = `${tail} ${block.text}`.slice(-TAIL);
    } else {
      mended.push({ block, parts: [block.text] });
      tail = block.text.slice(-TAIL);
    }
  }
  return mended.map(({ block, parts }) => ({ ...block, text: parts.join(' ') }));
}
