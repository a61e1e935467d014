import { findStatements, listSpeakingOften, type OpenRecord, vectorsOf } from '../../record/index.ts';
import { candidateOf, inOrder } from './candidates.ts';
import { marksOn, shownShift } from './positions.ts';
import { type FoundShift, type PositionReader, type PossibleShift, shiftsAmong } from './shifts.ts';

/** How many possible shifts are returned, of how many speakers, and how much of each is read and judged, at most. */
const SHIFTS = 50;
const SPEAKERS = 300;
const NEWEST = 400;
const JUDGED = 200;
/** Of one speaker, at most so many. */
const OF_ONE = 5;
/** The strongest possible shifts of the whole record, by the day of the later statement, newest first. */
export async function strongestShifts(record: OpenRecord, reader: PositionReader): Promise<PossibleShift[]> {
  const found: FoundShift[] = [];
  for (const id of await listSpeakingOften(record, SPEAKERS)) found.push(...(await shiftsOf(record, id, reader)));
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, SHIFTS)
    .sort((a, b) => (a.later.day < b.later.day ? 1 : a.later.day > b.later.day ? -1 : b.score - a.score))
    .map((shift) => shownShift(shift));
}

async function shiftsOf(record: OpenRecord, entity: string, reader: PositionReader): Promise<FoundShift[]> {
  const said = (await findStatements(record, { entities: [entity] })).slice(-NEWEST);
  const candidates = inOrder(said.map((statement) => candidateOf(statement)));
  if (new Set(candidates.map(({ day }) => day.slice(0, 10))).size < 2) return [];
  const shifts = await shiftsAmong(candidates, await marksOn(record, candidates), reader, {
    vectors: await vectorsOf(
      record,
      candidates.map(({ statement }) => statement.id),
    ),
    judged: JUDGED,
  });
  return shifts.slice(0, OF_ONE);
}
