import { readFileSync } from 'node:fs';
import type { Range } from '../../src/document/index.ts';
import { extract } from '../../src/pipeline/extract.ts';
import { documentOf } from '../../src/pipeline/filter.ts';

const ROLES = ['source', 'cue', 'content'] as const;
type Role = (typeof ROLES)[number];
/** Token numbers; `last` is exclusive. */
type TokenSpan = `${number}-${number}`;

/** Gold and answer are cut at this many tokens, as in the published protocol. */
const LONGEST = 300;

interface Line {
  readonly id: string;
  readonly tokens: readonly string[];
  readonly labels: readonly string[];
}

/**
 * CofeNet's protocol (Wang et al. 2023): each line is a sentence of tokens with BIO labels; spans count when both
 * ends are equal; an orphan `I-` is ignored; precision and recall over all instances together. The sentences of one
 * article, told by their `id`, are read as one text, each a paragraph of its own, set as `written` tells.
 */
export async function runSentences(file: string): Promise<void> {
  const counts = Object.fromEntries(ROLES.map((role) => [role, { gold: 0, found: 0, right: 0 }])) as Record<
    Role,
    { gold: number; found: number; right: number }
  >;
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line);
  for (const article of articlesOf(lines)) {
    const answers = await answersOf(article);
    article.forEach(({ labels }, i) => {
      for (const role of ROLES) {
        const gold = goldSpans(labels.slice(0, LONGEST), role);
        counts[role].gold += gold.size;
        counts[role].found += answers[i]![role].size;
        counts[role].right += [...answers[i]![role]].filter((span) => gold.has(span)).length;
      }
    });
  }
  const figures = ROLES.map((role) => {
    const { gold, found, right } = counts[role];
    const f1 = (200 * right) / Math.max(1, gold + found);
    return `${role} ${f1.toFixed(1)} (precision ${((100 * right) / Math.max(1, found)).toFixed(1)}, recall ${((100 * right) / Math.max(1, gold)).toFixed(1)})`;
  });
  process.stdout.write(`${file}: ${lines.length} sentences, exact match F1: ${figures.join(', ')}\n`);
}

/** Lines that follow one another with the same id. */
function articlesOf(lines: readonly Line[]): Line[][] {
  const articles: Line[][] = [];
  for (const line of lines) {
    const article = articles.at(-1);
    if (article?.[0]?.id === line.id) article.push(line);
    else articles.push([line]);
  }
  return articles;
}

function goldSpans(labels: readonly string[], role: Role): Set<TokenSpan> {
  const spans = new Set<TokenSpan>();
  labels.forEach((label, first) => {
    if (label !== `B-${role}`) return;
    let last = first + 1;
    while (labels[last] === `I-${role}`) last++;
    spans.add(`${first}-${last}`);
  });
  return spans;
}

const PARAGRAPH = '\n\n';

/** What is extracted from each sentence of an article, in tokens. Nested statements are left out, as in the gold. */
async function answersOf(article: readonly Line[]): Promise<Record<Role, Set<TokenSpan>>[]> {
  const { text, offsets } = written(article);
  const { statements } = await extract(documentOf(text));
  const outermost = statements.filter((statement) => statement.parent === undefined);
  return offsets.map((tokens) => {
    const answer: Record<Role, Set<TokenSpan>> = { source: new Set(), cue: new Set(), content: new Set() };
    for (const statement of outermost)
      for (const role of ROLES) for (const run of statement[role]) add(answer[role], tokens, run);
    return answer;
  });
}

function add(spans: Set<TokenSpan>, offsets: readonly Range[], run: Range): void {
  const inside = offsets.flatMap((token, i) => (token.start < run.end && run.start < token.end ? [i] : []));
  if (inside.length > 0 && inside[0]! < LONGEST) spans.add(`${inside[0]!}-${Math.min(LONGEST, inside.at(-1)! + 1)}`);
}

const NO_SPACE_BEFORE = /^(?:[.,;:!?)\]}%’”…]|['’](?:s|re|ve|ll|d|m)$|n['’]t$)/iu;
const NO_SPACE_AFTER = /^(?:[([{“‘$£€]|)$/u;

/** How the Penn Treebank writes brackets and quotation marks. */
const PENN: Readonly<Record<string, string>> = {
  '``': '“',
  '`': '‘',
  "'": '’',
  '-LRB-': '(',
  '-RRB-': ')',
  '-LSB-': '[',
  '-RSB-': ']',
  '--': '—',
};

/** Words that the Penn Treebank splits in two. */
const CUT = new Set(['can not', 'gon na', 'got ta', 'wan na']);

/** Marks that only close quotations in some articles, but open and close them in others. */
const EITHER = new Set(["''", '"']);

/**
 * The tokens of an article set as print, with their offsets line by line. Lines are paragraphs, but some files are cut
 * in the middle of a quotation: what goes on with it, without a mark of its own, goes on in the same paragraph.
 */
function written(article: readonly Line[]): { text: string; offsets: Range[][] } {
  let text = '';
  let open = false;
  const offsets = article.map(({ tokens }, number) => {
    const goesOn = open && tokens[0] !== '``' && !EITHER.has(tokens[0] ?? '');
    if (number > 0) text += goesOn ? ' ' : PARAGRAPH;
    open = goesOn;
    let before = '';
    return tokens.map((token, i) => {
      const mark = EITHER.has(token) ? (open ? '”' : '“') : (PENN[token] ?? token);
      if (mark === '“' || mark === '”') open = mark === '“';
      const tight =
        i === 0 ||
        NO_SPACE_BEFORE.test(mark) ||
        NO_SPACE_AFTER.test(before) ||
        CUT.has(`${before} ${token}`.toLowerCase());
      if (!tight) text += ' ';
      before = mark;
      text += mark;
      return { start: text.length - mark.length, end: text.length };
    });
  });
  return { text, offsets };
}
