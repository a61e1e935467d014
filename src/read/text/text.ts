import type { BlockKind } from '../../document/index.ts';
import { endsArticle, isBroken, isFurniture } from '../../language/english/furniture.ts';
import { isKicker } from '../../language/english/kickers.ts';
import type { ReadBlock, ReadResult } from '../assemble.ts';
import { wholeParagraphs } from '../divided.ts';
import { applyHead, type HeadDetails, headLine, isPlainHead, splitHead } from '../head.ts';
import { type Paragraph, transcriptParagraphs } from '../turns/lines.ts';
import { isSpeechTitle } from '../turns/speech.ts';
import { frontMatter } from './front-matter.ts';
import { plainWords } from './markdown.ts';

/**
 * Plain text or Markdown → blocks: title, byline and dates told from front matter and paragraphs, divided words and page
 * breaks mended.
 */
export function readText(printed: string): ReadResult {
  const front = frontMatter(printed.replace(/\r\n?/gu, '\n'));
  if (!front) return readBody(printed);
  const { details, rest } = front;
  const body = readBody(rest);
  const isTitled = details.title === undefined || body.blocks.some(({ kind }) => kind === 'title');
  const title: ReadBlock[] = isTitled ? [] : [{ kind: 'title', text: details.title! }];
  return { ...body, ...details, blocks: [...title, ...body.blocks] };
}

function readBody(text: string): ReadResult {
  const details: HeadDetails = {};
  const blocks: TextBlock[] = [];
  const paragraphs = wholeWords(withoutRunningLines(paragraphsIn(text)));
  let atHead = true;
  for (const { text: paragraph, isApart } of withoutKicker(paragraphs)) {
    if (isApart) {
      blocks.push({ ...blockOf(paragraph), isApart });
      atHead = false;
      continue;
    }
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

/** Paragraphs whose words are whole, where the end of a line divided them. */
function wholeWords(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  if (!paragraphs.some(({ isApart }) => isApart))
    return wholeParagraphs(paragraphs.map(({ text }) => text)).map(joinable);
  return paragraphs.map(({ text, isApart }) => ({ text: wholeParagraphs([text]).join('\n'), isApart }));
}

/** A block that may be told apart from those beside it. */
interface TextBlock extends ReadBlock {
  readonly isApart?: boolean;
}

/** Without a line that tells of which kind the article is: what stands below it in the same paragraph is the head. */
function withoutKicker(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const [first, ...rest] = paragraphs;
  const [kicker = '', ...lines] = first?.text.split('\n') ?? [];
  if (!first || first.isApart || !isKicker(plainWords(kicker))) return paragraphs;
  return [...lines.filter((line) => line.trim() !== '').map(joinable), ...rest];
}

function joinable(text: string): Paragraph {
  return { text, isApart: false };
}

/** The paragraphs of a transcript by its turns, of any other text by its lines. */
function paragraphsIn(text: string): readonly Paragraph[] {
  const lines = text.replace(/\r\n?/gu, '\n').replace(/\f/gu, '\n\n');
  return transcriptParagraphs(lines) ?? printedParagraphs(text).map(joinable);
}

/** Runs of lines between empty lines; where a text has no empty lines, each line is a paragraph. */
function printedParagraphs(text: string): string[] {
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
function withoutRunningLines(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const counts = new Map<string, number>();
  const keyOf = (paragraph: string) => paragraph.trim().replace(/\d+/gu, '#');
  for (const { text } of paragraphs) counts.set(keyOf(text), (counts.get(keyOf(text)) ?? 0) + 1);
  return paragraphs.filter(
    ({ text, isApart }) =>
      isApart || text.length > 100 || counts.get(keyOf(text))! < 3 || /[.!?]["”’]?$/u.test(text.trim()),
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
  const isStrong = /^(\*\*|__|\*|_)(?!\1)[^*_]+\1$/su.test(paragraph.trim());
  return { kind: kindOf(paragraph.trim(), words), text: words, ...(isStrong ? { isStrong } : {}) };
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
export function isTitleLine(paragraph: string): boolean {
  const words = plainWords(paragraph);
  if (paragraph.includes('\n') || /^#/u.test(paragraph) || words.length > 160 || isFurniture(words)) return false;
  if (headLine(words, false) || /[.:;,]["”’']?$/u.test(words) || /^["“>*-]/u.test(words)) return false;
  const label = LABELLED.exec(words)?.[0];
  return words.split(/\s+/u).length > 1 && (label === undefined || isKicker(label.trim()) || isSpeechTitle(words));
}

/** "MINISTER: We tried": a transcript that begins at once. */
const LABELLED = /^[\p{Lu}][\p{L} .'’-]{0,40}:\s/u;

/** Letters of a paragraph's end that tell whether it breaks off. */
const TAIL = 200;

/** Paragraphs that a page broke in the middle of a sentence become one again; a caption may stand between. */
function mendBreaks(blocks: readonly TextBlock[]): ReadBlock[] {
  const mended: { readonly block: TextBlock; readonly parts: string[] }[] = [];
  let tail = '';
  for (const block of blocks) {
    const last = mended.at(-1);
    const isApart = block.isApart || last?.block.isApart;
    if (!isApart && block.kind === 'paragraph' && last?.block.kind === 'paragraph' && isBroken(tail, block.text)) {
      last.parts.push(block.text);
      tail = `${tail} ${block.text}`.slice(-TAIL);
    } else {
      mended.push({ block, parts: [block.text] });
      tail = block.text.slice(-TAIL);
    }
  }
  return mended.map(({ block, parts }) => ({ ...block, text: parts.join(' ') }));
}
