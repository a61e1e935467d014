import { describe, expect, it } from 'vitest';
import { nameKey, otherKeys, soughtSurname, surnameKeys } from '../../src/language/english/name-keys.ts';
import { mayAgree, parseName, printedSurname } from '../../src/language/english/person-names.ts';

describe('a name taken apart', () => {
  const part = (name: string) => {
    const { titles, given, nickname, particles, surname, generation } = parseName(name);
    const nick = nickname === undefined ? '' : ` (${nickname})`;
    return (
      [titles, given, particles, surname, generation ?? ''].map((words) => [words].flat().join(' ')).join(' | ') + nick
    );
  };

  it.each([
    ['Ada Quill', ' | ada |  | quill | '],
    ['Quill', ' |  |  | quill | '],
    ['Annelies van der Kolk', ' | annelies | van der | kolk | '],
    ['van der Kolk', ' |  | van der | kolk | '],
    ['Al Tarrant', ' | al |  | tarrant | '],
    ['Samir al-Khoury', ' | samir | al | khoury | '],
    ['al-Khoury', ' |  | al | khoury | '],
    ['Rafael Sousa dos Anjes', ' | rafael sousa | dos | anjes | '],
    ['Dr. Gus “Red” Van Loon Jr.', 'dr | gus | van | loon | jr (red)'],
    ['Dwight Farris, Jr.', ' | dwight |  | farris | jr'],
    ['Neil Oakes OBE KC', ' | neil |  | oakes | '],
    ['W. B. Harcastle', ' | w b |  | harcastle | '],
    ['W.B. Harcastle', ' | w b |  | harcastle | '],
    ['WB Harcastle', ' | w b |  | harcastle | '],
    ['AL TARRANT', ' | al |  | tarrant | '],
    ['Jean-Marc Delorme', ' | jean marc |  | delorme | '],
    ['Renée Dubois-Lefèvre', ' | renee |  | dubois lefevre | '],
    ['Lord Fenwick of Alnmoor', 'lord |  |  | fenwick | '],
    ['Duke of Harrowmere', ' |  |  | duke of harrowmere | '],
    ['King Magnus IV', 'king |  |  | magnus | iv'],
    ['the Rev Dr Silas Whitby', 'the rev dr | silas |  | whitby | '],
    ['', ' |  |  |  | '],
  ])('%s', (name, parts) => expect(part(name)).toBe(parts));

  it.each([
    ['Gus Van Loon Jr.', 'Loon'],
    ['Neil Oakes, KC', 'Oakes'],
    ['Quill', 'Quill'],
    ['MP', 'MP'],
  ])('prints the surname of %s as %s', (name, surname) => expect(printedSurname(name)).toBe(surname));
});

describe('whether two names may be one person’s', () => {
  it.each([
    ['George W. Lund', 'George Lund'],
    ['George W. Lund', 'G. Lund'],
    ['P. Edgar Strang', 'Edgar Strang'],
    ['Hilda Rohm Clay', 'Hilda Dora Rohm Clay'],
    ['Gordon “Biff” Talbot', 'Biff Talbot'],
    ['Rafael Nodal Perez', 'Rafael Nodal'],
    ['Rafael Nodal Perez', 'Nodal'],
    ['Samir al-Khoury', 'Khoury'],
    ['Gus Van Loon', 'Van Loon'],
    ['Anna Lindt Moser', 'Anna Lindt-Moser'],
    ['Renée Dubois', 'Renee Dubois'],
    ['Calvin Roper', 'Calvin Roper Jr.'],
  ])('%s and %s may', (one, other) => {
    expect(mayAgree(parseName(one), parseName(other))).toBe(true);
    expect(mayAgree(parseName(other), parseName(one))).toBe(true);
  });

  it.each([
    ['George W. Lund', 'George H. W. Lund'],
    ['Leroy Maddox Sr.', 'Leroy Maddox Jr.'],
    ['Charles Penrose II', 'Charles Penrose III'],
    ['Anna Lindt-Moser', 'Anna Moser'],
    ['Jean-Marc Delorme', 'Jean Delorme'],
    ['Ada Quill', 'Ned Quill'],
    ['Van Loon', 'Sarah Loon'],
    ['van Aalst', 'Edith ter Aalst'],
    ['E. Lyle', 'Nora Lyle'],
  ])('%s and %s may not', (one, other) => {
    expect(mayAgree(parseName(one), parseName(other))).toBe(false);
    expect(mayAgree(parseName(other), parseName(one))).toBe(false);
  });
});

describe('the keys of a name', () => {
  it.each([
    ['Ada Quill', 'person:ada quill', [], ['surname:quill'], undefined],
    ['Gordon “Biff” Talbot', 'person:gordon talbot', ['person:biff talbot'], ['surname:talbot'], undefined],
    [
      'Rafael Nodal Perez',
      'person:rafael perez',
      ['person:rafael nodal'],
      ['surname:perez', 'surname:nodal'],
      undefined,
    ],
    ['W. B. Harcastle', 'person:w harcastle', ['person:wb harcastle'], ['surname:harcastle'], 'surname:harcastle'],
    ['Walter de Mesnel', 'person:walter mesnel', [], ['surname:mesnel'], undefined],
    ['de Mesnel', 'person:de mesnel', [], [], 'surname:mesnel'],
    ['Lord Fenwick', 'person:fenwick', [], [], 'surname:fenwick'],
    ['King Magnus IV', 'person:king magnus', [], [], undefined],
  ])('%s', (name, own, others, surnames, sought) => {
    expect(nameKey('person', name)).toBe(own);
    expect(otherKeys('person', name)).toEqual(others);
    expect(surnameKeys('person', name)).toEqual(surnames);
    expect(soughtSurname('person', name)).toBe(sought);
  });

  it('are one of anything but a person', () => {
    expect(nameKey('organisation', 'The Northmere Water Ltd')).toBe('organisation:northmere water');
    expect(otherKeys('organisation', 'Northmere Water')).toEqual(['organisation:northmere']);
    expect(otherKeys('organisation', 'US Coast Guard')).toEqual(['organisation:coast guard']);
    expect(otherKeys('place', 'America')).toEqual(otherKeys('place', 'the U.S.'));
    expect(otherKeys('place', 'Nesse')).toEqual([]);
    expect(surnameKeys('place', 'Karrow Bay')).toEqual([]);
    expect(soughtSurname('publication', 'Gazette')).toBeUndefined();
  });
});
