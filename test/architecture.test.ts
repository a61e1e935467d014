import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The table of ARCHITECTURE.md: what each folder may import of ours. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  document: [],
  language: ['document'],
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

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

test.each(Object.entries(MAY_IMPORT))('src/%s imports of ours only %j', (folder, allowed) => {
  const wrong = filesUnder(join('src', folder)).flatMap((file) => {
    const imports = [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/gu)].map(
      (match) => match[1]!,
    );
    return imports
      .map((path) => join(file, '..', path).split('/')[1]!)
      .filter((target) => target !== folder && !allowed.includes(target))
      .map((target) => `${file} imports ${target}`);
  });
  expect(wrong).toEqual([]);
});

test('every folder of src is in the table', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).sort()).toEqual(Object.keys(MAY_IMPORT).sort());
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
