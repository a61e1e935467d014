import { words } from '../words.ts';
import { plain } from './plain.ts';

/** Names of countries and states, and those of one place. The lists that Unicode does not have are our own. */

const STATES =
  'Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Georgia, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, Washington, West Virginia, Wisconsin, Wyoming';

/** Regions of Unicode's that newspapers call by a word of its own. */
const OTHERS =
  'Britain, England, Scotland, Wales, Northern Ireland, Burma, Congo, Turkey, Palestine, Gaza, Hong Kong, Macau, Holland, America';

/** Names that one place has, the commonest first. */
const ONE_PLACE: readonly (readonly string[])[] = [
  ['United States', 'US', 'U.S.', 'USA', 'U.S.A.', 'America', 'United States of America', 'the States'],
  ['United Kingdom', 'UK', 'U.K.', 'Britain', 'Great Britain'],
  ['United Arab Emirates', 'UAE', 'U.A.E.'],
  ['Netherlands', 'Holland'],
  ['Myanmar', 'Burma'],
  ['Czech Republic', 'Czechia'],
  ['Turkey', 'Türkiye', 'Turkiye'],
  ['Washington, D.C.', 'Washington DC', 'District of Columbia'],
  ['New York City', 'NYC'],
  ['Los Angeles', 'L.A.'],
];

/** What stands before the key of a place, and tells no other of it. */
const bare = (name: string) => plain(name).replace(/^the /u, '');

const COMMONEST = new Map(
  ONE_PLACE.flatMap(([first, ...others]) => others.map((other) => [bare(other), bare(first!)])),
);

/** What a place is called most often, plain, where it goes by several names: "united states" for "the U.S."; else its own name. */
export function commonestPlace(name: string): string {
  return COMMONEST.get(bare(name)) ?? bare(name);
}

let countries: ReadonlySet<string> | undefined;

/** Whether a whole name is that of a country or of a state of America. Some of them are surnames too. */
export function isCountryOrState(name: string): boolean {
  countries ??= new Set([
    ...regions(),
    ...[STATES, OTHERS].flatMap((list) => list.split(', ').map(bare)),
    ...ONE_PLACE.flat().map(bare),
  ]);
  return countries.has(bare(name));
}

/** The countries of today, as Unicode's Common Locale Data Repository names them. */
function regions(): string[] {
  const display = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...words('A B C D E F G H I J K L M N O P Q R S T U V W X Y Z')];
  const codes = letters.flatMap((one) => letters.map((other) => one + other));
  return codes.flatMap((code) => {
    const name = /^(?:EU|EZ|UN|QO|XA|XB|ZZ|UM)$/u.test(code) ? undefined : display.of(code);
    return name === undefined ? [] : [bare(name.split(' (')[0]!), bare(name)];
  });
}
