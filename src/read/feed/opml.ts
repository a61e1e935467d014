import { generateOpml, parseOpml } from 'feedsmith';
import { compact, OnrecordError } from '../../document/index.ts';
import { decode } from '../charset.ts';

/** A feed as lists of feeds name it. */
export interface ListedFeed {
  readonly url: string;
  readonly title?: string;
  readonly home?: string;
}

interface Outline {
  readonly text?: string;
  readonly title?: string;
  readonly xmlUrl?: string;
  readonly htmlUrl?: string;
  readonly outlines?: readonly Outline[];
}

/** OPML → its feeds, folders opened, each address once. Throws `damaged` for what is no OPML. */
export function readOpml(bytes: Uint8Array): ListedFeed[] {
  let outlines: readonly Outline[];
  try {
    outlines = (parseOpml(decode(bytes)).body?.outlines ?? []) as readonly Outline[];
  } catch (cause) {
    throw new OnrecordError('damaged', 'this is no OPML', { cause });
  }
  const feeds = new Map<string, ListedFeed>();
  const open = (outline: Outline): void => {
    const { xmlUrl, htmlUrl } = outline;
    const title = outline.title || outline.text;
    if (xmlUrl && !feeds.has(xmlUrl)) feeds.set(xmlUrl, { url: xmlUrl, ...compact({ title, home: htmlUrl }) });
    outline.outlines?.forEach(open);
  };
  outlines.forEach(open);
  return [...feeds.values()];
}

/** Feeds → OPML 2.0. */
export function writeOpml(feeds: readonly ListedFeed[]): string {
  // The library refuses to write a list of nothing.
  if (feeds.length === 0)
    return '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0"><head><title>Feeds that Onrecord follows</title></head><body></body></opml>\n';
  return generateOpml({
    head: { title: 'Feeds that Onrecord follows' },
    body: {
      outlines: feeds.map(({ url, title, home }) => ({
        type: 'rss',
        text: title ?? url,
        xmlUrl: url,
        ...compact({ htmlUrl: home }),
      })),
    },
  });
}
