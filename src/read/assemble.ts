import { createHash } from 'node:crypto';
import {
  type Block,
  type BlockKind,
  type BlockPost,
  type BlockSpeaker,
  type BodySource,
  compact,
  type Document,
  type DocumentDetails,
  type Format,
  OnrecordError,
  type Original,
} from '../document/index.ts';
import { withoutControls } from './characters.ts';
import { languageOf } from './language.ts';
import { outletOf } from './outlets.ts';
import { parsePublished } from './published.ts';
import { withSpeakers } from './turns/turns.ts';

/** Who says a block, where the format itself tells: subtitles, the record of a parliament, a post. */
export interface ReadSpeaker {
  /** In full, as far as the file names them. */
  readonly name: string;
  readonly role?: string;
  /** What is printed before the words with a colon, where the turn begins: "Ada Vane (Mayor)". */
  readonly label?: string;
  /** Where it was posted, printed after the label: "Mastodon" of "Ada Vane on Mastodon: …". */
  readonly channel?: string;
}

/** A block as a format's reader finds it, before the blocks are laid into one text. */
export interface ReadBlock {
  readonly kind: BlockKind;
  /** Without a label. */
  readonly text: string;
  readonly page?: number;
  /** Seconds from the beginning of a recording. */
  readonly time?: number;
  /** How sure a machine is of its letters, 0–1, where it recognised them in a picture. */
  readonly recognised?: number;
  /** Whether all of it is bold or italic. */
  readonly isStrong?: boolean;
  readonly speaker?: ReadSpeaker;
  /** Only what was posted elsewhere and is shown in the article: `text` is its words and the line that signs it. */
  readonly post?: ReadPost;
}

/** Who posted a block, as the platform prints it. */
export interface ReadPost {
  readonly author: string;
  /** What was posted, with which the block's text begins. */
  readonly words: string;
  readonly channel: string;
  readonly published?: string;
}

/** What each format's reader gives: the blocks in reading order, and what the file says of itself. */
export interface ReadResult extends DocumentDetails {
  readonly blocks: readonly ReadBlock[];
  /** Language as the file declares it. */
  readonly language?: string;
  readonly modified?: string;
  readonly bodyFrom?: BodySource;
  readonly isThin?: boolean;
}

/** A document with the bytes it was read from. */
export interface Reading {
  readonly document: Document;
  /** How sure it is that the document is in English, or that it is not, 0–1. */
  readonly languageConfidence: number;
  readonly original: Original;
}

/** Lays blocks into one text, separated by empty lines, and makes the document. Throws `no-text` when there are none. */
export function assemble(bytes: Uint8Array, format: Format, name: string, result: ReadResult): Reading {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  let text = '';
  const blocks: Block[] = [];
  const strong = new Set<number>();
  for (const { kind, text: printed, page, time, recognised, isStrong, speaker: who, post } of result.blocks) {
    const words = tidy(printed);
    if (words === '') continue;
    if (text !== '') text += '\n\n';
    if (isStrong) strong.add(blocks.length);
    const start = text.length;
    const { before, speaker } = who ? introduced(who, start) : { before: '', speaker: undefined };
    text += before + words;
    blocks.push({
      kind,
      start,
      end: text.length,
      ...compact({ page, recognised, speaker, post: post && postOf(post, text, start) }),
      ...(time === undefined ? {} : { time }),
    });
  }
  if (blocks.length === 0) throw new OnrecordError('no-text', 'there is no text in it');
  const body = blocks
    .filter((block) => block.kind === 'paragraph')
    .map((block) => text.slice(block.start, block.end))
    .join(' ');
  const { title, byline, url, outlet = outletOf(url), modified, bodyFrom, isThin } = result;
  const published =
    result.published ?? datelineIn(result.blocks.find((block) => block.kind === 'paragraph')?.text ?? '');
  const { language, confidence } = languageOf(body || text, result.language);
  const document: Document = {
    id: `d${sha256.slice(0, 12)}`,
    ...(title ? { title: tidy(title) } : {}),
    ...(byline ? { byline: tidy(byline) } : {}),
    ...(outlet ? { outlet: tidy(outlet) } : {}),
    ...compact({ url, published, modified, bodyFrom }),
    ...(isThin ? { isThin } : {}),
    language,
    text,
    blocks,
  };
  const spoken = withSpeakers(document, strong);
  return { document: spoken, languageConfidence: confidence, original: { bytes, sha256, format, name } };
}

/** Who says a block that begins at a place, and what is printed before their words: "Ada Vane (Mayor): ". */
function introduced({ name, role, label, channel }: ReadSpeaker, start: number) {
  const printed = label === undefined ? '' : tidy(label);
  const through = channel === undefined || printed === '' ? '' : ` on ${tidy(channel)}`;
  const before = printed === '' ? '' : `${printed}${through}: `;
  const end = start + printed.length;
  const speaker: BlockSpeaker = {
    name: tidy(name),
    ...(role ? { role: tidy(role) } : {}),
    from: start + before.length,
    ...(printed === '' ? {} : { label: { start, end } }),
    ...(through === '' ? {} : { channel: { start: end + ' on '.length, end: end + through.length } }),
  };
  return { before, speaker };
}

function postOf({ author, words, channel, published }: ReadPost, text: string, start: number): BlockPost | undefined {
  const until = start + tidy(words).length;
  return text.startsWith(tidy(words), start)
    ? { author: tidy(author), channel, ...compact({ published }), until }
    : undefined;
}

/** The date of a dateline with a year: "KYIV, 18 December 2024 —", "NESSE, March 12, 2025 (Wire) -". */
function datelineIn(paragraph: string): string | undefined {
  const match =
    /^\p{Lu}[\p{Lu} .'’-]{2,30}(?:,\s\p{Lu}[\p{L}.]+)?,?\s\(?(\d{1,2}\s\p{Lu}\p{L}+\.?\s\d{4}|\p{Lu}\p{L}+\.?\s\d{1,2},?\s\d{4})\)?\s*(?:\([^)]{1,30}\)\s*|\/\S+\/\s*)?[-–—:]/u.exec(
      paragraph,
    );
  return match ? parsePublished(match[1]!) : undefined;
}

/** No letter has more marks above and below (UAX 15, Stream-Safe Text Format); putting them in order would take long. */
const MARKS = /(\p{M}{30})\p{M}+/gu;

/** One line of words: odd spaces made plain, control and invisible characters and ligatures resolved, ends trimmed. */
export function tidy(printed: string): string {
  return withoutControls(printed)
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gu, '')
    .replace(MARKS, '$1')
    .replace(/[\ufb00-\ufb06]/gu, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu, ' ')
    .normalize('NFC')
    .trim();
}
