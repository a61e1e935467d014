import {
  type Block,
  codePointsOf,
  compact,
  locate,
  OnrecordError,
  type QuoteSelector,
  type Range,
  type Said,
  type Speaker,
  type StatementClass,
  type StatementKind,
  selectorOf,
  utf16Of,
} from '../document/index.ts';
import type { StoredStatement } from '../record/index.ts';

/** The document that an annotation is about. */
export interface AnnotatedDocument {
  readonly text: string;
  readonly blocks: readonly Block[];
}

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const STATEMENT = 'urn:onrecord:statement:';
const DOCUMENT = 'urn:onrecord:document:';
/** The syntax of PDF fragments ("page=3"). */
const PDF_FRAGMENTS = 'http://tools.ietf.org/rfc/rfc3778';
/** The syntax of fragments of recordings ("t=12.5"). */
const MEDIA_FRAGMENTS = 'http://www.w3.org/TR/media-frags/';

/** What an annotation says about a statement, apart from its place. */
export interface AnnotationBody {
  readonly kind: StatementKind;
  readonly class: StatementClass;
  readonly act: string;
  readonly speaker: Pick<Speaker, 'name' | 'type'>;
  readonly said: Pick<Said, 'earliest' | 'latest'>;
}

/**
 * Statements as W3C Web Annotations: the lines of one `AnnotationPage`. Each span is a target with a
 * `TextQuoteSelector` (32 characters on either side), a `TextPositionSelector` (code points of the document's text) and,
 * where the document has pages or is of a recording, a `FragmentSelector`.
 */
export async function* toAnnotations(
  statements: Iterable<StoredStatement> | AsyncIterable<StoredStatement>,
  documentOf: (id: string) => Promise<AnnotatedDocument>,
): AsyncGenerator<string> {
  yield `{"@context":"${CONTEXT}","type":"AnnotationPage","items":[`;
  let first = true;
  for await (const statement of statements) {
    const annotation = annotationOf(statement, await documentOf(statement.document.id));
    yield `${first ? '' : ','}\n${JSON.stringify(annotation)}`;
    first = false;
  }
  yield '\n]}\n';
}

function annotationOf(
  { id, kind, class: uttered, act, speaker, said, content, document }: StoredStatement,
  { text, blocks }: AnnotatedDocument,
) {
  const { name, type } = speaker;
  const { earliest, latest } = said;
  const dates = { ...compact({ earliest, latest }) };
  const body: AnnotationBody = { kind, class: uttered, act, speaker: { name, type }, said: dates };
  return {
    id: `${STATEMENT}${id}`,
    type: 'Annotation',
    motivation: 'describing',
    body: { type: 'TextualBody', purpose: 'describing', format: 'application/json', value: JSON.stringify(body) },
    target: content.map((span) => ({
      source: `${DOCUMENT}${document.id}`,
      ...compact({ canonical: document.url }),
      selector: selectorsOf(text, blocks, span),
    })),
  };
}

function selectorsOf(text: string, blocks: readonly Block[], span: Range) {
  const { exact, prefix, suffix } = selectorOf(text, span);
  const { page, time } = blocks.findLast(({ start }) => start <= span.start) ?? {};
  return [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    { type: 'TextPositionSelector', ...codePointsOf(text, span) },
    ...(page === undefined ? [] : [{ type: 'FragmentSelector', conformsTo: PDF_FRAGMENTS, value: `page=${page}` }]),
    ...(time === undefined ? [] : [{ type: 'FragmentSelector', conformsTo: MEDIA_FRAGMENTS, value: `t=${time}` }]),
  ];
}

/** An annotation read back from JSON. */
export interface ReadAnnotation {
  readonly id: string;
  /** Id of the document in a record. */
  readonly document: string;
  /** One for each span; `start` counts code points here, not UTF-16 units. */
  readonly targets: readonly QuoteSelector[];
  readonly body: AnnotationBody;
}

/**
 * Reads annotations that `toAnnotations` wrote.
 *
 * @throws OnrecordError `damaged` if it is not such a page, naming the first item that is malformed
 */
export function readAnnotations(json: string): ReadAnnotation[] {
  let page: unknown;
  try {
    page = JSON.parse(json);
  } catch (cause) {
    throw new OnrecordError('damaged', 'these are not annotations: the file is not JSON', { cause });
  }
  const items = (page as { items?: unknown } | null)?.items;
  if (!Array.isArray(items)) throw new OnrecordError('damaged', 'these are not annotations: "items" is missing');
  return items.map((item, i) => {
    try {
      return annotationFrom(item);
    } catch (cause) {
      throw new OnrecordError('damaged', `item ${i + 1} is not an annotation of a statement`, { cause });
    }
  });
}

interface Item {
  readonly id: string;
  readonly body: { readonly value: string };
  readonly target: readonly { readonly source: string; readonly selector: readonly Record<string, unknown>[] }[];
}

function annotationFrom({ id, body, target }: Item): ReadAnnotation {
  const targets = target.map(({ selector }): QuoteSelector => {
    const of = (type: string) => selector.find((one) => one.type === type);
    const { exact, prefix = '', suffix = '' } = of('TextQuoteSelector') as Record<string, string>;
    const { start = 0 } = (of('TextPositionSelector') ?? {}) as { start?: number };
    if (typeof exact !== 'string') throw new TypeError('no exact');
    return { exact, prefix: String(prefix), suffix: String(suffix), start };
  });
  const { kind, class: uttered = 'speech', act, speaker, said } = JSON.parse(body.value) as AnnotationBody;
  if (targets.length === 0 || typeof speaker.name !== 'string') throw new TypeError('no target');
  const plain = (urn: string, prefix: string) => (urn.startsWith(prefix) ? urn.slice(prefix.length) : urn);
  return {
    id: plain(id, STATEMENT),
    document: plain(target[0]!.source, DOCUMENT),
    targets,
    body: { kind, class: uttered, act, speaker, said },
  };
}

/**
 * Finds an annotation's spans in a text: by position first, then by the quotation and its surroundings. Undefined
 * if one of the spans is no longer there.
 */
export function placeAnnotation(text: string, { targets }: ReadAnnotation): Range[] | undefined {
  const places = targets.flatMap((target) => locate(text, { ...target, start: utf16Of(text, target.start) }) ?? []);
  return places.length === targets.length ? places : undefined;
}
