import { table } from '../words.ts';

/** What TheyWorkForYou calls the records of a house in its identifiers, and the house's name. */
export const HOUSES = table({
  debate: 'House of Commons',
  westminhall: 'Westminster Hall',
  wrans: 'House of Commons',
  wms: 'House of Commons',
  standing: 'Public Bill Committee',
  lords: 'House of Lords',
  lordswrans: 'House of Lords',
  lordswms: 'House of Lords',
  sp: 'Scottish Parliament',
  spor: 'Scottish Parliament',
  spwrans: 'Scottish Parliament',
  ni: 'Northern Ireland Assembly',
  senedd: 'Senedd',
});
