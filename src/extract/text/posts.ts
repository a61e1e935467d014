import { compact, type Document } from '../../document/index.ts';
import type { Attribution } from '../attribution.ts';

/** The posts that the blocks of a document show, each one attribution of all its words to who posted it. */
export function postsOf({ text, blocks }: Document): Attribution[] {
  return blocks.flatMap(({ start, end, post }) => {
    if (!post || post.until <= start) return [];
    const { author, channel, published, until } = post;
    const signature = { start: until + /^\s*/u.exec(text.slice(until, end))![0].length, end };
    const at = text.indexOf(author, until);
    const source = at < 0 || at + author.length > end ? [] : [{ start: at, end: at + author.length }];
    return [
      {
        content: [{ start, end: until }],
        cue: [],
        source,
        class: 'speech',
        confidence: 0.95,
        by: 'label',
        speaker: { name: author },
        post: { channel, ...compact({ published }), signature },
      },
    ];
  });
}
