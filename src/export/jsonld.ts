import { compact } from '../document/index.ts';
import type { StoredStatement } from '../record/index.ts';

/** Speaker types that are exported as a schema.org `Person`; all others are exported as an `Organization`. */
const PERSONS = new Set(['person', 'anonymous', 'group']);

/**
 * Statements as the lines of one JSON-LD document: schema.org `Quotation`s with `spokenByCharacter` and `isPartOf`. The
 * text of an indirect statement is the article's own wording; `disambiguatingDescription` says so.
 */
export async function* toJsonLd(
  statements: Iterable<StoredStatement> | AsyncIterable<StoredStatement>,
): AsyncGenerator<string> {
  yield '{"@context":"https://schema.org","@graph":[';
  let first = true;
  for await (const statement of statements) {
    yield `${first ? '' : ','}\n${JSON.stringify(quotationOf(statement))}`;
    first = false;
  }
  yield '\n]}\n';
}

function quotationOf({ id, kind, content, speaker, entity, said, document }: StoredStatement) {
  const { earliest, latest } = said;
  const when = earliest && latest && earliest !== latest ? `${earliest}/${latest}` : (earliest ?? latest);
  return {
    '@type': 'Quotation',
    '@id': `urn:onrecord:statement:${id}`,
    text: content.map((span) => span.text).join(' … '),
    ...(kind === 'direct' ? {} : { disambiguatingDescription: `${kind} speech: in part or whole the article’s words` }),
    ...(speaker.name === ''
      ? {}
      : {
          spokenByCharacter: {
            '@type': PERSONS.has(speaker.type) ? 'Person' : 'Organization',
            name: entity?.name ?? speaker.name,
            ...(entity ? { '@id': `urn:onrecord:entity:${entity.id}` } : {}),
            ...compact({ jobTitle: speaker.role }),
          },
        }),
    ...compact({ dateCreated: when }),
    isPartOf: {
      '@type': 'NewsArticle',
      '@id': document.url ?? `urn:onrecord:document:${document.id}`,
      ...compact({ headline: document.title, datePublished: document.published }),
      ...(document.outlet ? { publisher: { '@type': 'Organization', name: document.outlet } } : {}),
      ...compact({ url: document.url }),
    },
  };
}
