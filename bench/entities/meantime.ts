import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Range } from '../../src/document/index.ts';
import { meantimeText, readArticles } from '../facts/corpora.ts';

/** A mention of a person or an organisation; mentions of one entity have one key, over all articles. */
export interface GoldMention extends Range {
  readonly entity: string;
  readonly type: 'PER' | 'ORG';
  /** Whether it is a name. */
  readonly named: boolean;
}

/** A date expression with its TIMEX3 value. */
interface GoldTimex extends Range {
  readonly type: 'DATE' | 'TIME';
  readonly value: string;
}

export interface MeantimeArticle {
  readonly id: string;
  readonly text: string;
  readonly published: string;
  readonly mentions: readonly GoldMention[];
  readonly dates: readonly GoldTimex[];
}

/** MEANTIME (Minard et al. 2016): entities with their coreference across documents, and dates. */
export function readMeantime(data: string): MeantimeArticle[] {
  const articles = readArticles(data).filter(({ id }) => id.startsWith('meantime/'));
  const files = new Map(
    readdirSync(join(data, 'meantime'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => readdirSync(join(data, 'meantime', name)).map((file) => join('meantime', name, file)))
      .map((file) => [file.replace(/\.\w+$/u, '').replaceAll('\\', '/'), file]),
  );
  return articles.map(({ id, text, published }) => {
    const xml = readFileSync(join(data, files.get(id)!), 'utf8');
    return { id, text, published, ...annotationsOf(xml, id) };
  });
}

function annotationsOf(xml: string, id: string): Pick<MeantimeArticle, 'mentions' | 'dates'> {
  const { starts, lengths } = meantimeText(xml);
  const rangeOf = (body: string): Range | undefined => {
    const tokens = [...body.matchAll(/t_id="(\d+)"/gu)].map((match) => match[1]!);
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    return { start: starts.get(first)!, end: starts.get(last)! + lengths.get(last)! };
  };
  const spans = new Map<string, Range & { named: boolean }>();
  for (const [, attributes = '', body = ''] of xml.matchAll(/<ENTITY_MENTION([^>]*)>(.*?)<\/ENTITY_MENTION>/gsu)) {
    const range = rangeOf(body);
    if (range)
      spans.set(attribute(attributes, 'm_id'), { ...range, named: attribute(attributes, 'syntactic_type') === 'NAM' });
  }
  const entities = new Map<string, { entity: string; type: string }>();
  for (const [, attributes = ''] of xml.matchAll(/<ENTITY ([^>]*)\/>/gu)) {
    const own = attribute(attributes, 'm_id');
    const instance = attribute(attributes, 'instance_id');
    entities.set(own, { entity: instance || `${id}#${own}`, type: attribute(attributes, 'ent_type') });
  }
  const mentions: GoldMention[] = [];
  for (const [, body = ''] of xml.matchAll(/<REFERS_TO[^>]*>(.*?)<\/REFERS_TO>/gsu)) {
    const entity = entities.get(/<target m_id="(\d+)"/u.exec(body)?.[1] ?? '');
    if (!entity || (entity.type !== 'PER' && entity.type !== 'ORG')) continue;
    for (const [, source = ''] of body.matchAll(/<source m_id="(\d+)"/gu)) {
      const span = spans.get(source);
      if (span) mentions.push({ ...span, entity: entity.entity, type: entity.type });
    }
  }
  const dates: GoldTimex[] = [];
  for (const [, attributes = '', body = ''] of xml.matchAll(/<TIMEX3 ([^>]*)>(.*?)<\/TIMEX3>/gsu)) {
    const range = rangeOf(body);
    const type = attribute(attributes, 'type');
    if (range && (type === 'DATE' || type === 'TIME'))
      dates.push({ ...range, type, value: attribute(attributes, 'value') });
  }
  return { mentions, dates };
}

function attribute(attributes: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'u').exec(attributes)?.[1] ?? '';
}
