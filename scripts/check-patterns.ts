import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { check, type Diagnostics } from 'recheck';
import ts from 'typescript';

/**
 * Looks for regular expressions on which some text costs more than time in proportion to its length (`npm run check`).
 *
 * All of `src/` and `web/` are checked by recheck: those that are written out, and those that are built when their module
 * is loaded. Prints each that is vulnerable, with a text to attack it, and ends with status 1 if there is one.
 *
 * recheck takes seconds for some. What it found safe is remembered by its digest in `safe-patterns.txt`, so that only new
 * and changed patterns are checked; `npx tsx scripts/check-patterns.ts --save` brings that file up to date, and `--all` checks
 * every pattern again.
 */

interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** "src/read/format.ts:12" */
  readonly place: string;
}

/**
 * Patterns that are allowed although recheck finds them vulnerable, or gives up on them: the file, what the pattern
 * begins with, and why it does no harm.
 */
const ALLOWED: readonly (readonly [file: string, beginning: string, reason: string])[] = [
  ['src/extract/facts/channels.ts', '\\b(?:[Ii]n|', 'each start looks at a few words; linear where tried'],
  ['src/extract/facts/channels.ts', '\\b(?:before|to)', 'each start looks at a few words; linear where tried'],
  ['src/extract/facts/channels.ts', '\\b(?:according to', 'each start looks at ten words of 41 letters at most'],
  ['src/extract/facts/channels.ts', '\\s+(?:\\p{L}+day', 'looks at one name of at most six words'],
  ['src/extract/facts/dates/dates.ts', '\\b(?:', 'each start looks at 160 letters at most'],
  ['src/extract/facts/figures/not-quantities.ts', '(?:\\p{Lu}', 'each start looks at 51 letters at most'],
  ['src/extract/facts/dates/reference.ts', '^\\s*', 'looks at a line of 240 letters at most'],
  ['src/extract/facts/dates/rule.ts', '(?<![\\dA-Za-z', 'begins at the beginning of a word only; linear where tried'],
  ['src/extract/mentions/mentions.ts', '\\s(?:(?!', 'looks at one name; each start at 160 letters at most'],
  ['src/extract/mentions/mentions.ts', '^(?:.*\\p{L}', 'looks at one name'],
  ['src/extract/mentions/mentions.ts', '^(\\p{Lu}\\S+', 'looks at one name'],
  ['src/extract/mentions/missed.ts', '(?<![\\p{L}', 'each start looks at words of 82 letters at most'],
  ['src/language/english/furniture.ts', '^(?:to contact', 'looks at lines of 220 letters at most'],
  ['src/language/english/positions.ts', '\\b(?!', 'each start looks at 40 letters at most'],
  ['src/language/english/sense.ts', '(?:\\b(?:not|never|cannot', 'looks at 1,000 letters at most'],
  ['src/language/english/sense.ts', '(?:^|[,;:.–—]', 'looks at 180 letters at most'],
  ['src/read/assemble.ts', '(\\p{M}{30})', 'each start looks at 30 letters at most'],
  ['src/read/divided.ts', '[\\p{L}\\p{M}\\p{N}]+$', 'looks at 40 letters'],
  ['src/read/head.ts', '^(.{3,60}?)', 'each start looks at 60 letters; linear where tried'],
  ['src/read/head.ts', '\\p{L}{2,6}day', 'each start looks at nine letters at most'],
  ['src/read/html/blocks.ts', '(?:\\((?:AP|AFP', 'looks at 400 letters at most'],
  ['src/read/html/metadata.ts', ',? ', 'looks at 1,000 letters at most'],
  ['src/read/html/metadata.ts', ' (?:updated', 'looks at 1,000 letters at most'],
  ['src/read/html/metadata.ts', '^(.{12,}?) ', 'each start looks at 63 letters at most'],
  ['src/read/pdf/paragraphs.ts', '\\s[-–—|]\\s(', 'each start looks at 62 letters at most'],
];

/** Milliseconds for one pattern: the slowest take a fifth of it. */
const TIMEOUT = 60_000;
const REMEMBERED = 'scripts/safe-patterns.txt';

const files = ['src', 'web'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => join(folder, name)),
);
const { written, builders } = patternsIn(files);
const { built, unbuilt } = await builtBy(builders);
const patterns = unique([...written, ...built]).filter(({ source }) => /[*+{]/u.test(source));
const known = process.argv.includes('--all') ? new Set<string>() : remembered();
const checked = patterns.filter((pattern) => !known.has(digestOf(pattern)));
const faults = await faultsOf(checked);
for (const place of unbuilt)
  faults.set(
    place,
    `${place}\n  is built at run time, so nobody knows what it will be: build it when the module is loaded`,
  );
for (const fault of [...faults.values()].sort()) console.log(fault);
console.log(`${patterns.length} regular expressions, ${checked.length} checked now, ${faults.size} that cannot stay`);
if (process.argv.includes('--save'))
  writeFileSync(
    REMEMBERED,
    `${patterns
      .map(digestOf)
      .filter((digest) => !faults.has(digest))
      .sort()
      .join('\n')}\n`,
  );
process.exit(faults.size > 0 ? 1 : 0);

function remembered(): Set<string> {
  return new Set(existsSync(REMEMBERED) ? readFileSync(REMEMBERED, 'utf8').trim().split('\n') : []);
}

function digestOf({ source, flags }: Pattern): string {
  return createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 16);
}

/** The regular expressions written out in files, and the places where others are built. */
function patternsIn(paths: readonly string[]): { written: Pattern[]; builders: string[] } {
  const written: Pattern[] = [];
  const builders: string[] = [];
  for (const path of paths) {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const place = `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        written.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), place });
      } else if (
        (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        ts.isIdentifier(node.expression) &&
        node.expression.text === 'RegExp'
      )
        builders.push(place);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { written, builders };
}

/** Loads the modules that build patterns, and notes what they build; also where none was built. */
async function builtBy(places: readonly string[]): Promise<{ built: Pattern[]; unbuilt: string[] }> {
  const built: Pattern[] = [];
  const own = globalThis.RegExp;
  const noted = (made: RegExp): RegExp => {
    const place = callerIn(places);
    if (place !== undefined) built.push({ source: made.source, flags: made.flags, place });
    return made;
  };
  globalThis.RegExp = new Proxy(own, {
    construct: (target, args, newTarget) => noted(Reflect.construct(target, args, newTarget)),
    apply: (target, self, args) => noted(Reflect.apply(target, self, args)),
  });
  for (const path of new Set(places.map((place) => place.split(':')[0]!))) await import(pathToFileURL(path).href);
  globalThis.RegExp = own;
  return { built, unbuilt: places.filter((place) => !built.some((pattern) => pattern.place === place)) };
}

/** Which of these places is on the stack, the innermost one. */
function callerIn(places: readonly string[]): string | undefined {
  for (const [, url, line] of (new Error().stack ?? '').matchAll(/(file:\/\/[^\s()]+?|\/[^\s():]+):(\d+):\d+/gu)) {
    const path = relative(process.cwd(), url!.startsWith('file:') ? fileURLToPath(url!.split('?')[0]!) : url!);
    if (places.includes(`${path}:${line}`)) return `${path}:${line}`;
  }
  return undefined;
}

function unique(patterns: readonly Pattern[]): Pattern[] {
  return [...new Map(patterns.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern])).values()];
}

/** What is wrong with each pattern that cannot stay, by its digest. */
async function faultsOf(patterns: readonly Pattern[]): Promise<Map<string, string>> {
  const waiting = [...patterns];
  const faults = new Map<string, string>();
  const work = async () => {
    for (let pattern = waiting.shift(); pattern; pattern = waiting.shift()) {
      const fault = faultOf(pattern, await check(pattern.source, pattern.flags, { timeout: TIMEOUT }));
      if (fault !== undefined) faults.set(digestOf(pattern), fault);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return faults;
}

function faultOf({ source, flags, place }: Pattern, found: Diagnostics): string | undefined {
  if (found.status === 'safe') return undefined;
  if (ALLOWED.some(([file, beginning]) => place.startsWith(`${file}:`) && source.startsWith(beginning)))
    return undefined;
  const printed = `/${source.length > 200 ? `${source.slice(0, 200)}…` : source}/${flags}`;
  const why =
    found.status === 'vulnerable'
      ? `${found.complexity.summary}, by ${found.attack.pattern}`
      : `unknown: ${found.error.kind} ${'message' in found.error ? found.error.message : ''}`;
  return `${place}\n  ${printed}\n  ${why}`;
}
