import { table, union, words } from '../words.ts';
import { TIME_UNITS } from './calendar.ts';

/**
 * Units of measure. The units are those of the Unified Code for Units of Measure (UCUM) that news prints, with their
 * British names; plurals, American spellings and signs lead to the one name.
 */

/** Names of units, in the singular, with what else each is called and the signs that it has, as they are written. */
const UNIT_FORMS: Readonly<Record<string, string>> = table({
  // length
  nanometre: 'nanometer nm',
  micrometre: 'micrometer micron μm µm',
  millimetre: 'millimeter mm',
  centimetre: 'centimeter cm',
  metre: 'meter mtrs',
  kilometre: 'kilometer kms km KM',
  inch: 'inches',
  foot: 'feet ft',
  yard: 'yd yds',
  mile: 'mi',
  'light-year': 'lightyear',
  furlong: '',
  // area
  'square millimetre': 'mm²',
  'square metre': 'sqm m²',
  'square kilometre': 'sqkm km²',
  'square foot': 'sqft',
  'square mile': '',
  acre: '',
  hectare: 'ha',
  // volume
  millilitre: 'milliliter ml mL',
  centilitre: 'cl',
  litre: 'liter ltr',
  'cubic metre': 'm³',
  gallon: 'gal',
  pint: '',
  'fluid ounce': '',
  barrel: 'bbl',
  teaspoon: 'tsp',
  tablespoon: 'tbsp',
  bushel: '',
  // mass
  microgram: 'microgramme mcg μg µg',
  milligram: 'milligramme mg',
  gram: 'gramme',
  kilogram: 'kilogramme kilo kg kgs KG',
  tonne: '',
  kilotonne: 'kiloton kt',
  megatonne: 'megaton Mt',
  gigatonne: 'gigaton Gt',
  'metric ton': '',
  ton: '',
  ounce: 'oz',
  pound: 'lb lbs',
  stone: '',
  carat: '',
  // speed, force, pressure
  'mile per hour': 'mph',
  'kilometre per hour': 'kph kmph kmh',
  'mile per gallon': 'mpg',
  'revolution per minute': 'rpm',
  knot: '',
  newton: '',
  'newton-metre': 'Nm',
  pascal: '',
  kilopascal: 'kPa',
  megapascal: 'MPa',
  gigapascal: 'GPa',
  millibar: 'mbar',
  'pound per square inch': 'psi',
  // energy, power, electricity
  joule: '',
  kilojoule: 'kJ',
  calorie: 'cal',
  kilocalorie: 'kcal',
  watt: '',
  kilowatt: 'kW kw KW',
  megawatt: 'MW mw',
  gigawatt: 'GW gw',
  terawatt: 'TW',
  'watt-hour': 'Wh',
  'kilowatt-hour': 'kWh KWh',
  'megawatt-hour': 'MWh',
  'gigawatt-hour': 'GWh',
  'terawatt-hour': 'TWh',
  'milliampere-hour': 'mAh',
  volt: '',
  kilovolt: 'kV',
  ampere: 'amp',
  horsepower: 'hp HP',
  'brake horsepower': 'bhp',
  // waves and data
  hertz: 'Hz',
  kilohertz: 'kHz',
  megahertz: 'MHz',
  gigahertz: 'GHz',
  decibel: 'dB',
  bit: '',
  byte: '',
  kilobyte: 'KB kB',
  megabyte: 'MB',
  gigabyte: 'GB',
  terabyte: 'TB',
  megabit: 'Mb',
  gigabit: 'Gb',
  'megabit per second': 'Mbps',
  'gigabit per second': 'Gbps',
  'terabit per second': 'Tbps',
  pixel: 'px',
  megapixel: 'MP',
  // heat, angle, time
  degree: '°',
  'degree Celsius': 'celsius celcius centigrade °C ℃',
  'degree Fahrenheit': 'fahrenheit farenheit °F ℉',
  millisecond: 'ms',
  microsecond: '',
  nanosecond: '',
  second: 'sec secs',
  minute: 'min mins',
  hour: 'hr hrs',
  fortnight: '',
  month: '',
  year: 'yr yrs',
  day: '',
  week: '',
  decade: '',
  century: 'centuries',
  sievert: '',
  millisievert: 'mSv',
});

/** Signs of units that are other words too, and mean the unit only right after the number: "5ft", "300t". */
export const CLOSE_SIGNS: Readonly<Record<string, string>> = table({
  m: 'metre',
  t: 'tonne',
  g: 'gram',
  l: 'litre',
  L: 'litre',
  in: 'inch',
  W: 'watt',
  V: 'volt',
  N: 'newton',
  h: 'hour',
});

/** Units by each of their forms, plurals among them. */
export const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries(UNIT_FORMS).flatMap(([unit, forms]) => {
    const all = [unit, ...(forms === '' ? [] : forms.split(' '))];
    return all.flatMap((form) => [
      [form, unit] as const,
      ...(/^\p{Ll}{3,}/u.test(form) ? [[`${form}s`, unit] as const] : []),
    ]);
  }),
);

/** Signs of small and capital letters, which are often printed otherwise: "2.4Ghz", by their small letters. */
export const MIXED_SIGNS: ReadonlyMap<string, string> = new Map(
  [...UNITS]
    .filter(([form]) => /^\p{L}{3,}$/u.test(form) && /\p{Lu}/u.test(form))
    .map(([form, unit]) => [form.toLowerCase(), unit]),
);

/** Words before a unit that make another of it: "square metres", "cubic feet". */
export const UNIT_POWERS = words('square cubic sq cu');

/** "percentage points", "basis points": what is counted in percentages. */
export const PERCENT_SIGNS: Readonly<Record<string, string>> = table({
  '%': 'percent',
  percent: 'percent',
  percents: 'percent',
  percentage: 'percent',
  pc: 'percent',
  pct: 'percent',
  'per cent': 'percent',
  'percentage point': 'percentage point',
  'percentage points': 'percentage point',
  'per cent point': 'percentage point',
  'percent point': 'percentage point',
  'percent points': 'percentage point',
  ppt: 'percentage point',
  'basis point': 'basis point',
  'basis points': 'basis point',
  bp: 'basis point',
  bps: 'basis point',
});

/** What something is counted by after "per", "each" or "every". */
export const PER: readonly string[] = [
  ...words(
    'second minute hour day night week month year head person household capita employee pupil patient share barrel tonne ton litre gallon gram kilogram kilometre mile unit game match',
  ),
  'square foot',
  'square metre',
  'square mile',
  'square kilometre',
];

/** And after "a" or "an": "£10 an hour". */
export const PER_A = words(
  'second minute hour day night week month year head person barrel tonne litre share gallon unit',
);

/** What there may be half of in two words: "half an hour". */
export const HALVED = union(TIME_UNITS, words('mile acre'));
