import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A list of words in a source file: the alternatives of a pattern, the elements of an array, the words of a text that is split. */
export interface WordTable {
  readonly file: string;
  readonly line: number;
  readonly words: readonly string[];
}

/** The lists of at least so many words in the TypeScript files below a folder. */
export function wordTablesBelow(folder: string, atLeast: number): WordTable[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .flatMap((file) => wordTablesIn(file, readFileSync(join(folder, file), 'utf8'), atLeast));
}

/** The lists of at least so many words in one source text. */
export function wordTablesIn(file: string, source: string, atLeast: number): WordTable[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: WordTable[] = [];
  const visit = (node: ts.Node): void => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    for (const words of listsIn(node)) if (words.length >= atLeast) found.push({ file, line: line + 1, words });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function listsIn(node: ts.Node): string[][] {
  if (ts.isRegularExpressionLiteral(node)) return alternationsIn(node.text);
  if (ts.isTemplateExpression(node))
    return alternationsIn([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('{}'));
  if (ts.isStringLiteralLike(node)) return [...alternationsIn(node.text), isSplit(node) ? node.text.split(/\s+/u) : []];
  if (ts.isArrayLiteralExpression(node) && !isConstant(node))
    return [node.elements.flatMap((one) => (ts.isStringLiteralLike(one) && isWord(one.text) ? [one.text] : []))];
  return [];
}

/** Whether a text is made a list: `'one two'.split(' ')`, `words('one two')`. */
function isSplit(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent)) return parent.expression.getText() === 'words';
  return ts.isPropertyAccessExpression(parent) && parent.name.text === 'split';
}

/** Values of a type (`['open', 'closed'] as const`) are names of our own, not words of a language. */
function isConstant({ parent }: ts.Node): boolean {
  return ts.isAsExpression(parent) && parent.type.getText() === 'const';
}

/** The words among the alternatives of each group of a pattern, whatever endings they may take: `accounts?`, `men|women`. */
function alternationsIn(pattern: string): string[][] {
  const groups: string[][] = [];
  const open: string[][] = [['']];
  let isClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const letter = pattern[i]!;
    const group = open.at(-1)!;
    if (isClass) isClass = letter !== ']';
    else if (letter === '\\') i++;
    else if (letter === '[') isClass = true;
    else if (letter === '(') {
      open.push(['']);
      i += /^\((?:\?(?:<?[=!]|<\w+>|:))?/u.exec(pattern.slice(i))![0].length - 1;
    } else if (letter === ')' && open.length > 1) groups.push(open.pop()!);
    else if (letter === '|') group.push('');
    else group[group.length - 1] += letter;
  }
  groups.push(...open);
  return groups.map((group) => (group.length > 1 ? group.map((one) => one.replace(/[/^$]/gu, '')).filter(isWord) : []));
}

function isWord(text: string): boolean {
  return /^\p{L}[\p{L}’'?-]+(?: [\p{L}’'?-]+)?$/u.test(text);
}
