import { compact } from '../../document/index.ts';
import { isGivenAuthor, isGivenTitle } from '../../language/english/file-properties.ts';
import { isKicker } from '../../language/english/kickers.ts';
import { type ReadBlock, type ReadResult, tidy } from '../assemble.ts';
import { applyHead, type HeadDetails, headLine, splitHead } from '../head.ts';
import { isTitleLine } from '../text/text.ts';

/** What a file says of itself apart from its text. */
export interface Properties {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly language?: string | undefined;
}

/** Blocks among which a title that is styled as one is looked for, if what stands before them is short. */
const HEAD = 12;
/** Letters of a line of a head. */
const LINE = 200;

/**
 * The blocks of a text as a writing program keeps them → what a reader sees: the lines before the first paragraph are its
 * title, byline, date and outlet. The properties count where the text says nothing: programs fill them in by themselves,
 * with their own names, those of a template and of the account. When a file was made is no day of publication: it may be
 * that of the template, or of a conversion years later.
 */
export function writtenResult(blocks: readonly ReadBlock[], properties: Properties = {}): ReadResult {
  const { title: given, author, language } = properties;
  const printed = blocks.filter(({ text }) => tidy(text) !== '');
  const title = titleOf(printed);
  const details: HeadDetails = {};
  const read: ReadBlock[] = [];
  let atHead = true;
  for (const block of printed) {
    if (!atHead) read.push(block.kind === 'title' ? { ...block, kind: 'heading' } : block);
    else if (block === title) {
      details.title = tidy(block.text);
      read.push({ ...block, kind: 'title', text: details.title });
    } else if (!isHeadLines(tidy(block.text), title !== undefined, details, read)) {
      atHead = isShort(block) && title !== undefined && details.title === undefined;
      read.push(block.kind === 'title' ? { ...block, kind: 'heading' } : block);
    }
  }
  return {
    ...compact({
      title: details.title ?? (given && isGivenTitle(given) ? given : undefined),
      byline: details.byline ?? (author && isGivenAuthor(author) ? author : undefined),
      outlet: details.outlet,
      url: details.url,
      published: details.published,
      language,
    }),
    blocks: read,
  };
}

/** Notes the lines of a block that are of a head, and adds them; false where it is of the text. */
function isHeadLines(words: string, hasTitle: boolean, details: HeadDetails, blocks: ReadBlock[]): boolean {
  if (words.length > LINE) return false;
  if (isKicker(words)) return true;
  const lines = splitHead(words);
  const heads = lines.map((line) => headLine(line, hasTitle));
  if (!heads.every((head) => head !== undefined)) return false;
  for (const [i, head] of heads.entries()) applyHead(head, lines[i]!, details, blocks);
  return true;
}

/** The block that is the title: by its style, as a first line that is bold, as the first heading, or as a first line. */
function titleOf(blocks: readonly ReadBlock[]): ReadBlock | undefined {
  const begins = blocks.findIndex((block) => !isShort(block));
  if (begins === 0) return undefined;
  const head = blocks.slice(0, begins < 0 ? HEAD : Math.min(begins, HEAD));
  const [first] = head.filter(({ text }) => !isKicker(tidy(text)) && headLine(tidy(text), false) === undefined);
  const line = first?.kind === 'paragraph' && isTitleLine(tidy(first.text)) ? first : undefined;
  return (
    head.find(({ kind }) => kind === 'title') ??
    (line?.isStrong ? line : undefined) ??
    head.find(({ kind }) => kind === 'heading') ??
    line
  );
}

/** Whether a block may stand in a head: a title, a heading, or a line that is no sentence. */
function isShort({ kind, text }: ReadBlock): boolean {
  const words = tidy(text);
  if (kind === 'title' || kind === 'heading') return words.length <= 2 * LINE;
  return kind === 'paragraph' && words.length <= LINE && !/[.!?:;,]["”’')]*$/u.test(words);
}
