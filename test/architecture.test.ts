import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** The table of ARCHITECTURE.md: what each folder of src may import of ours. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  document: [],
  language: [],
  net: ['document'],
  read: ['document', 'language'],
  extract: ['document', 'language'],
  record: ['document', 'language'],
  compare: ['document', 'language', 'record'],
  pipeline: ['document', 'language', 'net', 'read', 'extract', 'record', 'compare'],
  export: ['document', 'record', 'compare'],
  server: ['document', 'net', 'read', 'extract', 'record', 'compare', 'pipeline', 'export'],
  cli: ['document', 'net', 'read', 'extract', 'record', 'compare', 'pipeline', 'export', 'server'],
};

/** Inside a folder: which of its own folders each of them may import. */
const INNER: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  extract: {
    text: [],
    model: ['text'],
    rules: ['text'],
    mentions: ['text', 'model'],
    coreference: ['text', 'model', 'mentions'],
    speakers: ['text', 'model', 'mentions', 'coreference'],
    facts: ['text', 'model'],
  },
  record: {
    store: [],
    entities: ['store'],
    statements: ['store', 'entities'],
    reviews: ['store', 'entities', 'statements'],
    alerts: ['store'],
  },
  compare: {
    fidelity: [],
    utterances: ['fidelity'],
    positions: ['fidelity'],
    versions: ['utterances'],
    coverage: ['utterances'],
    audit: ['fidelity'],
  },
  server: { schemas: [], routes: ['schemas'] },
};

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/** The files of ours that a file imports, types among them. */
function importsOf(file: string): string[] {
  const paths = readFileSync(file, 'utf8').matchAll(/(?:from|import\(|import)\s*'(\.[^']+)'/gu);
  return [...paths].map((match) => join(dirname(file), match[1]!));
}

test.each(Object.entries(MAY_IMPORT))('src/%s imports of ours only %j', (folder, allowed) => {
  const wrong = filesUnder(join('src', folder)).flatMap((file) =>
    importsOf(file)
      .map((target) => target.split('/')[1]!)
      .filter((target) => target !== folder && !allowed.includes(target))
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test.each(
  Object.entries(INNER).flatMap(([folder, inner]) =>
    Object.entries(inner).map(([name, allowed]) => [join('src', folder), name, allowed] as const),
  ),
)('in %s, %s imports of its neighbours only %j', (folder, name, allowed) => {
  const own = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const wrong = filesUnder(join(folder, name)).flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith(`${folder}/`))
      .map((target) => target.slice(folder.length + 1).split('/')[0]!)
      .filter((target) => target !== name && own.some((entry) => entry.name === target) && !allowed.includes(target))
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('every folder of src is in the table', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).sort()).toEqual(Object.keys(MAY_IMPORT).sort());
});

test('no file reaches itself by its imports', () => {
  const files = ['src', 'web'].flatMap(filesUnder).filter((file) => /\.tsx?$/u.test(file));
  const imports = new Map(files.map((file) => [file, importsOf(file)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (way.includes(file) || done.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('web imports of the program only the types of the API', () => {
  const lines = filesUnder('web').flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /from '[^']*\/src\//u.test(line))
      .map((line) => `${file}: ${line}`),
  );
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatch(/: import type .* from '(?:\.\.\/)+src\/server\/schemas\//u);
});
