import { tidy } from '../../assemble.ts';

/** An object of a page's structured data. */
export type JsonNode = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:Article|BlogPosting|Report|Reportage)$/u;
const POSTING = /(?:LiveBlogPosting|Posting|Review|WebPage)$/u;

/** The objects of all JSON-LD of a page in their order; lists and graphs are opened. What cannot be read costs only itself. */
export function nodesIn(scripts: readonly string[]): JsonNode[] {
  const nodes: JsonNode[] = [];
  for (const script of scripts) {
    const waiting = [parseJson(script)];
    while (waiting.length > 0) {
      const next = waiting.pop();
      if (Array.isArray(next)) waiting.push(...[...next].reverse());
      else if (isNode(next)) {
        nodes.push(next);
        waiting.push(next['@graph'], next.mainEntity);
      }
    }
  }
  return nodes;
}

/** The object that tells of the article: of several, one with a headline or a text before one without. */
export function articleIn(nodes: readonly JsonNode[]): JsonNode | undefined {
  const typed = (pattern: RegExp) => nodes.filter((node) => typesOf(node).some((type) => pattern.test(type)));
  const articles = typed(ARTICLE);
  return (
    articles.find(({ headline, articleBody }) => headline !== undefined || articleBody !== undefined) ??
    articles[0] ??
    typed(POSTING).find(({ datePublished }) => datePublished !== undefined)
  );
}

/** An object's own properties, or those of the object of the graph that it refers to by `@id`. */
export function resolved(value: unknown, nodes: readonly JsonNode[]): JsonNode | undefined {
  if (!isNode(value)) return undefined;
  if (value.name !== undefined || typeof value['@id'] !== 'string') return value;
  return nodes.find((node) => node !== value && node['@id'] === value['@id'] && node.name !== undefined) ?? value;
}

export function typesOf(node: JsonNode): string[] {
  return [node['@type']].flat().map(String);
}

/** A string of the structured data in plain letters, without the entities and tags that some makers leave in it. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return tidy(plainEntities(value.replace(/<[^<>]{1,200}>/gu, ''))) || undefined;
}

function isNode(value: unknown): value is JsonNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Comments around the whole and line breaks inside strings are the usual faults. */
function parseJson(text: string): unknown {
  const bare = text.replace(
    /^\s*(?:\/\*\s*)?(?:\/\/\s*)?<!\[CDATA\[(?:\s*\*\/)?|(?:\/\*\s*)?(?:\/\/\s*)?\]\]>(?:\s*\*\/)?\s*$/gu,
    '',
  );
  for (const attempt of [
    text,
    bare,
    bare.replace(/[\n\r\t]+/gu, ' '),
    bare.replace(/,(?=\s*[}\]])/gu, '').replace(/;\s*$/u, ''),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  eacute: 'é',
  egrave: 'è',
  pound: '£',
  euro: '€',
};

export function plainEntities(value: string): string {
  return value.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16);
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
    },
  );
}
