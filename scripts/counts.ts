/** Prints what can be counted of the code: circles, lines, long functions, long patterns, word tables, names, tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

/** A function longer than this many lines takes several ideas, most often. */
const LONG_FUNCTION = 60;
/** A regular expression longer than this many letters is read by nobody. */
const LONG_PATTERN = 200;
/** So many words in a row in one literal are a table. */
const TABLE = 8;

const sources = ['src', 'web'].flatMap(filesUnder);
const tests = filesUnder('test').filter((file) => !file.startsWith(join('test', 'gold')));
const program = ts.createProgram([...sources], compilerOptions());
const checker = program.getTypeChecker();

const rows: readonly (readonly [string, number | string])[] = [
  ['files of src and web', sources.length],
  ['lines of src and web', linesOf(sources)],
  ['circles between files', circles(sources).length],
  [`functions over ${LONG_FUNCTION} lines`, nodes(sources, isLongFunction).length],
  [`regular expressions over ${LONG_PATTERN} letters`, nodes(sources, isLongPattern).length],
  ['… of them outside src/language', nodes(outsideLanguage(sources), isLongPattern).length],
  [`word tables of ${TABLE} words or more outside src/language`, nodes(outsideLanguage(sources), isWordTable).length],
  ['names for who is named or speaks, in src/extract', speakerNames().size],
  ['spreads of "...(x ? { x } : {})"', nodes(sources, isOptionalSpread).length],
  ['lines of test a line of src and web', (linesOf(tests) / linesOf(sources)).toFixed(2)],
];
for (const [name, count] of rows) process.stdout.write(`${String(count).padStart(7)}  ${name}\n`);

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : /\.tsx?$/u.test(entry.name) ? [path] : [];
  });
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, '.').options;
}

function linesOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + readFileSync(file, 'utf8').split('\n').length - 1, 0);
}

function outsideLanguage(files: readonly string[]): string[] {
  return files.filter((file) => !file.startsWith(join('src', 'language')));
}

/** Groups of files that reach each other by imports (Tarjan 1972: strongly connected components of two or more). */
function circles(files: readonly string[]): string[][] {
  const imports = new Map(files.map((file) => [file, importsOf(file)]));
  const [order, low] = [new Map<string, number>(), new Map<string, number>()];
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    low.set(file, order.get(file)!);
    stack.push(file);
    for (const target of imports.get(file) ?? []) {
      if (!imports.has(target)) continue;
      if (!order.has(target)) visit(target);
      if (stack.includes(target)) low.set(file, Math.min(low.get(file)!, low.get(target)!));
    }
    if (low.get(file) !== order.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1) found.push(group);
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return found;
}

function importsOf(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(file, 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => join(dirname(file), name));
}

function nodes(files: readonly string[], fits: (node: ts.Node, file: ts.SourceFile) => boolean): ts.Node[] {
  return files.flatMap((name) => {
    const file = program.getSourceFile(resolve(name)) ?? program.getSourceFile(name)!;
    const found: ts.Node[] = [];
    const visit = (node: ts.Node): void => {
      if (fits(node, file)) found.push(node);
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
}

function isLongFunction(node: ts.Node, file: ts.SourceFile): boolean {
  if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return false;
  const line = (at: number) => file.getLineAndCharacterOfPosition(at).line;
  return line(node.end) - line(node.getStart(file)) + 1 > LONG_FUNCTION;
}

function isLongPattern(node: ts.Node): boolean {
  return ts.isRegularExpressionLiteral(node) && node.text.length > LONG_PATTERN;
}

function isWordTable(node: ts.Node): boolean {
  if (ts.isRegularExpressionLiteral(node))
    return node.text.split(/[()]/u).some((group) => group.split('|').filter(isPlainWord).length >= TABLE);
  if (ts.isArrayLiteralExpression(node))
    return node.elements.filter((one) => ts.isStringLiteral(one) && isPlainWord(one.text)).length >= TABLE;
  if (!ts.isStringLiteralLike(node)) return false;
  return node.text.split(' ').length >= TABLE && node.text.split(' ').every(isPlainWord) && isSplit(node.parent);
}

/** Whether a string is taken apart into words: "a b c".split(' '). */
function isSplit(parent: ts.Node): boolean {
  if (ts.isBinaryExpression(parent) || ts.isParenthesizedExpression(parent)) return isSplit(parent.parent);
  return ts.isPropertyAccessExpression(parent) && parent.name.text === 'split';
}

function isPlainWord(word: string): boolean {
  return /^\p{L}[\p{L}’' ?_-]+$/u.test(word);
}

/** Names of variables, parameters and properties that hold who is named in a document, or who speaks. */
function speakerNames(): Set<string> {
  const types = /^(?:NamedEntity|Named|DocumentEntity|Speaker|ResolvedSpeaker|Referent|Entity)(?: \| undefined)?$/u;
  const files = sources.filter((file) => file.startsWith(join('src', 'extract')));
  const found = nodes(files, (node) => {
    if (
      !ts.isIdentifier(node) ||
      !(
        ts.isVariableDeclaration(node.parent) ||
        ts.isParameter(node.parent) ||
        ts.isBindingElement(node.parent) ||
        ts.isPropertySignature(node.parent)
      )
    )
      return false;
    if (node.parent.name !== node) return false;
    return types.test(checker.typeToString(checker.getTypeAtLocation(node)));
  });
  return new Set(found.map((node) => (node as ts.Identifier).text));
}

function isOptionalSpread(node: ts.Node): boolean {
  if (!ts.isSpreadAssignment(node) || !ts.isParenthesizedExpression(node.expression)) return false;
  const choice = node.expression.expression;
  return (
    ts.isConditionalExpression(choice) &&
    ts.isObjectLiteralExpression(choice.whenFalse) &&
    choice.whenFalse.properties.length === 0
  );
}
