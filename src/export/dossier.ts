import { utterancesOf } from '../compare/index.ts';
import { type Block, type Span, wordsOfDate } from '../document/index.ts';
import { listReviews, type OpenRecord, type StoredStatement, utteranceIds } from '../record/index.ts';
import { citationOf, whenSaid } from './citation.ts';
import { establishedOf } from './established.ts';
import { textsOf } from './forms.ts';

/** A statement and what a dossier shows with it. */
interface DossierEntry {
  readonly statement: StoredStatement;
  /** The text of its document. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** How other articles print it: `outlet, date: version “text”`. */
  readonly versions: readonly string[];
  /** Corrections and confirmations by people. */
  readonly reviews: readonly string[];
}

/**
 * A self-contained HTML page, without scripts and external files: chosen statements, each in its paragraph, with its
 * source and how it was established. It can be printed or saved as a PDF.
 *
 * @param made today's date, `YYYY-MM-DD`
 */
export async function toDossier(
  record: OpenRecord,
  statements: readonly StoredStatement[],
  title: string,
  made: string,
): Promise<string> {
  return pageOf(title, await entriesOf(record, statements), made);
}

async function entriesOf(record: OpenRecord, statements: readonly StoredStatement[]): Promise<DossierEntry[]> {
  const textOf = textsOf(record);
  const entries: DossierEntry[] = [];
  for (const statement of statements) {
    const { text, blocks } = await textOf(statement.document.id);
    const utterances = await utterancesOf(record, await utteranceIds(record, 'statement', [statement.id]));
    const versions = utterances.flatMap(({ statements: reports }) =>
      reports
        .filter(({ id }) => id !== statement.id)
        .map(({ outlet, document, published, version, text: printed }) => {
          const where = [outlet ?? document, published?.slice(0, 10)].filter(Boolean).join(', ');
          return `${where}: ${version} “${printed.replace(/^[“"]|[”"]$/gu, '')}”`;
        }),
    );
    const here = (await listReviews(record, { document: statement.document.id })).filter(({ selector }) =>
      statement.content.some((run) => selector.start < run.end && run.start < selector.start + selector.exact.length),
    );
    const reviews = here.map(({ kind, author, made: day }) => `${kind}, by ${author} on ${day.slice(0, 10)}`);
    entries.push({ statement, text, blocks, versions, reviews });
  }
  return entries;
}

function pageOf(title: string, entries: readonly DossierEntry[], made: string): string {
  const sources = new Set(entries.map(({ statement }) => statement.document.id)).size;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${html(title)}</h1>
<p>${entries.length} ${entries.length === 1 ? 'statement' : 'statements'} from ${sources} ${sources === 1 ? 'article' : 'articles'}. Made on ${wordsOfDate(made)} with Onrecord, which says what was printed and where, and never who is right.</p>
</header>
${entries.map(entryHtml).join('\n')}
</body>
</html>
`;
}

const STYLE = `
:root{color-scheme:light dark}
body{font:1.05rem/1.55 Georgia,"Times New Roman",serif;max-width:42rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .4rem}h2{font-size:1.1rem;margin:0}
header p,.meta,dl{font:.85rem/1.5 system-ui,sans-serif}
article{border-top:1px solid;padding:1.2rem 0;break-inside:avoid}
blockquote{margin:.8rem 0;padding-left:1rem;border-left:3px solid}
mark{background:#fff0b3;color:#1b1b1b}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.6rem 0 0}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
`;

function entryHtml({ statement, text, blocks, versions, reviews }: DossierEntry): string {
  const { speaker, entity, said, document, kind, channel } = statement;
  const who = entity?.name ?? (speaker.name || 'No source named');
  const role = entity?.post ?? speaker.role;
  const cite = citationOf(statement);
  const facts: [string, string][] = [
    ['Said', `${whenSaid(said)}${channel ? `, via ${channel.name}` : ''} (${kind})`],
    [
      'Printed in',
      [
        document.title ? `“${document.title}”` : 'an article without a title',
        document.outlet,
        document.published && wordsOfDate(document.published.slice(0, 10)),
        document.url,
      ]
        .filter(Boolean)
        .join(', '),
    ],
    ...establishedOf(statement).map(({ part, words, confidence }): [string, string] => [
      part === 'said' ? 'Date' : part === 'speaker' ? 'Speaker' : 'Statement',
      `${words} (${Math.round(100 * confidence)}% sure)`,
    ]),
    ...versions.map((version): [string, string] => ['Elsewhere', version]),
    ...reviews.map((review): [string, string] => ['Review', review]),
    [
      'Ids',
      `statement ${statement.id}, document ${document.id}, characters ${statement.content[0]!.start}–${statement.content.at(-1)!.end}`,
    ],
    ['Cite', cite.plain],
  ];
  return `<article id="${html(statement.id)}">
<h2>${html(who)}${role ? `, ${html(role)}` : ''}</h2>
<blockquote>${passageHtml(text, blocks, statement.content)}</blockquote>
<dl>${facts.map(([term, words]) => `<dt>${html(term)}</dt><dd>${html(words)}</dd>`).join('')}</dl>
</article>`;
}

/** The paragraphs around a content, as HTML with the content marked. */
function passageHtml(text: string, blocks: readonly Block[], content: readonly Span[]): string {
  const own = blocks.filter(({ start, end }) => content.some((span) => span.start < end && start < span.end));
  return own
    .map((block) => {
      let [at, words] = [block.start, ''];
      for (const span of content) {
        const [start, end] = [Math.max(at, span.start), Math.min(block.end, span.end)];
        if (start >= end) continue;
        words += `${html(text.slice(at, start))}<mark>${html(text.slice(start, end))}</mark>`;
        at = end;
      }
      return `<p>${words}${html(text.slice(at, block.end))}</p>`;
    })
    .join('');
}

function html(words: string): string {
  return words.replace(/[&<>"']/gu, (letter) => `&#${letter.charCodeAt(0)};`);
}
