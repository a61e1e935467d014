import { OnrecordError } from '../../document/index.ts';
import { isObject, list, type PeopleFile } from './listed.ts';
import { fromMinisters, isMinisters } from './ministers.ts';
import { fromCsv } from './people-csv.ts';
import { fromPopolo } from './popolo.ts';
import { fromWikidata, isWikidata } from './wikidata.ts';

/**
 * Reads who's who, in the form that it has: Popolo JSON (popoloproject.com: persons, organizations, posts, memberships), as
 * parliamentary monitors publish it; Wikidata's JSON, of entities or of a query's results; or CSV with a line of headings
 * (`name`, and any of `type`, `aliases`, `post`, `organisation`, `from`, `until`, `party`, `sex`, `country`, `scheme`,
 * `identifier`; a line a post). What cannot be used is told, and nothing else is lost for it.
 *
 * @param name the file's, by whose ending CSV is known
 * @throws OnrecordError `damaged` where it is none of them
 */
export function parsePeople(text: string, name: string): PeopleFile {
  if (/\.csv$/iu.test(name)) return fromCsv(text);
  const json = readJson(text);
  if (isWikidata(json)) return fromWikidata(json);
  const persons = list(json, 'persons');
  const organizations = list(json, 'organizations');
  if (!isObject(json) || persons.length + organizations.length === 0)
    throw new OnrecordError(
      'damaged',
      'it has neither "persons" nor "organizations", as Popolo JSON does, nor entities or results of Wikidata',
    );
  return fromPopolo(json, persons, organizations);
}

/**
 * Reads who's who from the tables of a folder, as the Institute for Government publishes Britain's ministers.
 *
 * @param tables by their names, without ".csv"
 * @throws OnrecordError `damaged` where it has not those tables
 */
export function parsePeopleFolder(tables: ReadonlyMap<string, string>): PeopleFile {
  if (!isMinisters(tables))
    throw new OnrecordError('damaged', 'it has no person.csv with appointment.csv and post.csv; give one file instead');
  return fromMinisters(tables);
}

/** JSON, or a line of it for each entry, as Wikidata's dumps have. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const lines = text.split('\n').map((line) => line.trim().replace(/,$/u, ''));
    const objects = lines.filter((line) => line !== '' && line !== '[' && line !== ']');
    try {
      if (objects.length > 1) return objects.map((line) => JSON.parse(line));
    } catch {
      // It is neither.
    }
    throw new OnrecordError('damaged', `it is no JSON (${(cause as Error).message}); a CSV's name must end in .csv`, {
      cause,
    });
  }
}
