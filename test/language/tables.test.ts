import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type WordTable, wordTablesBelow, wordTablesIn } from './word-tables.ts';

const SRC = join(import.meta.dirname, '../../src');
const LANGUAGE = join(SRC, 'language');

/** A list of so many words is a table. */
const TABLE = 8;

/** Lists of words that are no English: names in formats, of tags and of classes. */
const NO_ENGLISH: Readonly<Record<string, string>> = {
  'compare/positions/assertions.ts': 'acts of statements',
  'read/archive/extracted.ts': 'fields of a line of JSON',
  'read/archive/parquet.ts': 'columns of a table',
  'read/code.ts': 'words of programs and of logs',
  'read/email/head.ts': 'fields of a message',
  'read/html/blocks.ts': 'tags of HTML, and agencies as they sign pictures',
  'read/html/boxes.ts': 'class names of boxes on web pages',
  'read/html/contents.ts': 'tags of HTML',
  'read/html/html.ts': 'tags of HTML',
  'read/html/metadata/days.ts': 'names of meta tags',
  'read/html/metadata/facts.ts': 'class names and addresses of pages of authors; tags of HTML',
  'read/html/state.ts': 'names of variables and fields in scripts',
  'read/html/unseen.ts': 'class names of what is not seen',
  'read/json/collection.ts': 'fields of what APIs answer',
  'read/office/odt-blocks.ts': 'elements of XML',
  'read/xml/head.ts': 'elements of HTML',
  'read/xml/layout.ts': 'elements of XML',
  'read/xml/tei.ts': 'elements of XML',
  'server/schemas/comparison.ts': 'values of the API',
  'server/schemas/review.ts': 'values of the API',
};

describe('English stands once', () => {
  it('holds no table of words outside the language', () => {
    const found = wordTablesBelow(SRC, TABLE).filter(
      ({ file }) => !file.startsWith('language/') && !(file in NO_ENGLISH),
    );
    expect(found.map(described)).toEqual([]);
  });

  it('knows a table of words when it sees one', () => {
    const sees = (source: string) => wordTablesIn('x.ts', source, 3).length;
    expect(sees('const a = /^(?:cats?|dogs?|mice)$/u;')).toBe(1);
    expect(sees("const a = 'cat dog mouse'.split(' ');")).toBe(1);
    expect(sees("const a = words('cat dog mouse');")).toBe(1);
    expect(sees("const a = ['cat', 'dog', 'mouse'];")).toBe(1);
    expect(sees(`const a = new RegExp(\`(?:cat|dog|mouse)\${b}\`);`)).toBe(1);
    expect(sees("const a = 'The cat saw the dog.';")).toBe(0);
    expect(sees(`const a = new RegExp(\`\${alternation(PETS)}|[a-z]+\`);`)).toBe(0);
  });

  it('lists no exception that is none', () => {
    const files = new Set(wordTablesBelow(SRC, TABLE).map(({ file }) => file));
    expect(Object.keys(NO_ENGLISH).filter((file) => !files.has(file))).toEqual([]);
  });
});

describe('the tables', () => {
  it('import nothing but one another', () => {
    const outside = filesOf(LANGUAGE).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/from '([^']+)'/gu)]
        .map((match) => normalize(join(dirname(file), match[1]!)))
        .filter((path) => !path.startsWith(LANGUAGE)),
    );
    expect(outside).toEqual([]);
  });

  it('hold no word twice in one list', () => {
    const twice = wordTablesBelow(LANGUAGE, 2).flatMap(({ file, line, words }) => {
      const again = words.filter((word, i) => words.indexOf(word) < i);
      return again.length > 0 ? [`${file}:${line} ${again.join(' ')}`] : [];
    });
    expect(twice).toEqual([]);
  });
});

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

function described({ file, line, words }: WordTable): string {
  return `${file}:${line} ${words.slice(0, 6).join(' ')} … (${words.length})`;
}
