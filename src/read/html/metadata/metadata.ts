import { hostOf, outletOf } from '../../outlets.ts';
import { bylineOf } from './authors.ts';
import { daysOf } from './days.ts';
import { factsOf, meta, type PageFacts } from './facts.ts';
import { type JsonNode, resolved, textOf } from './json-ld.ts';
import { outletInTitle, titleOf } from './titles.ts';

/** What a page says of its article. */
export interface Metadata {
  readonly title?: string;
  readonly byline?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly language?: string;
}

/**
 * Title, authors, outlet, address, dates and language: what the page prints of its head over what it tells search engines.
 *
 * @param url where the page was fetched from, if that is known
 */
export function readMetadata(document: Document, url: string | undefined): Metadata & { readonly article?: JsonNode } {
  const facts = factsOf(document);
  const address = addressOf(facts, url);
  const outlet = outletOf(
    address,
    ownNameOf(facts),
    outletInTitle(facts, address === undefined ? '' : hostOf(address)),
  );
  const { published, modified } = daysOf(facts, url);
  const values: { [Key in keyof Metadata]: Metadata[Key] | undefined } = {
    title: titleOf(facts, outlet),
    byline: bylineOf(facts, outlet),
    outlet,
    url: address,
    published,
    modified,
    language:
      textOf(facts.article?.inLanguage) ??
      meta(facts, 'og:locale', 'language', 'dc.language', 'content-language') ??
      facts.language,
  };
  const known = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return { ...(Object.fromEntries(known) as Metadata), ...(facts.article ? { article: facts.article } : {}) };
}

/** The site's own name. Placeholders of systems, and addresses in the place of a name, are none. */
function ownNameOf(facts: PageFacts): string | undefined {
  const publisher = [facts.article?.publisher].flat()[0];
  const node = resolved(publisher, facts.nodes);
  const names = [
    textOf(node?.name) ?? textOf(publisher),
    meta(facts, 'og:site_name'),
    textOf(facts.nodes.find((one) => one['@type'] === 'WebSite' || one['@type'] === 'NewsMediaOrganization')?.name),
    meta(facts, 'application-name', 'cre', 'dc.publisher', 'publisher', 'source'),
  ];
  return names.find(
    (name) =>
      name !== undefined &&
      name.length < 80 &&
      !/^(?:https?:|@|www\.|home$|blog$|my site$|wordpress|site name$)/iu.test(name),
  );
}

/** `rel=canonical` first: what stands elsewhere is a placeholder in many systems. */
function addressOf(facts: PageFacts, url: string | undefined): string | undefined {
  const main = facts.article?.mainEntityOfPage as JsonNode | string | undefined;
  const told = [
    facts.canonical,
    meta(facts, 'og:url'),
    textOf(facts.article?.url),
    typeof main === 'string' ? main : (textOf(main?.['@id']) ?? textOf(main?.url)),
    meta(facts, 'twitter:url', 'parsely-link'),
  ];
  const ownHost = url === undefined ? undefined : hostOf(url);
  for (const value of told) {
    const address = value === undefined ? undefined : absolute(value, url);
    if (address === undefined) continue;
    const { pathname, hostname } = new URL(address);
    if (/^(?:localhost|(?:www\.)?(?:google\.com|example\.(?:com|org))|127\.|0\.0\.)/u.test(hostname)) continue;
    if (pathname === '/' && url !== undefined && new URL(url).pathname !== '/' && hostOf(address) === ownHost) continue;
    return address;
  }
  return url;
}

function absolute(address: string, base: string | undefined): string | undefined {
  try {
    const url = new URL(address, base);
    return /^https?:$/u.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
