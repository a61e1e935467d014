import { union, words } from '../words.ts';
import { TIME_UNITS } from './calendar.ts';

/** Units of measure and money. The lists are our own; currency codes are those of ISO 4217. */

/** Shortened units that may stand close to their number: "5km". */
export const UNIT_SYMBOLS = words('km mm cm kg mg mph mw gw kw');

/** Units, in the singular. */
export const UNITS = union(
  words(
    'cent pence mile kilometre kilometer metre meter foot feet inch acre hectare tonne ton kilogram kilo pound gram litre liter gallon barrel degree megawatt gigawatt kilowatt watt yard ounce stone ms',
  ),
  TIME_UNITS,
  UNIT_SYMBOLS,
);

/** What something is counted by after "per", "each" or "every". */
export const PER = words(
  'second minute hour day night week month year head person household capita employee pupil patient share',
);

/** And after "a" or "an": "£10 an hour". */
export const PER_A = words('second minute hour day night week month year head person barrel tonne litre share');

/** What there may be half of in two words: "half an hour". */
export const HALVED = union(TIME_UNITS, words('mile acre'));

/** Currencies by their signs, names and codes. */
export const CURRENCIES: Readonly<Record<string, string>> = {
  '£': 'GBP',
  $: 'USD',
  '€': 'EUR',
  '¥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₴': 'UAH',
  '₩': 'KRW',
  us$: 'USD',
  a$: 'AUD',
  c$: 'CAD',
  nz$: 'NZD',
  hk$: 'HKD',
  pound: 'GBP',
  pounds: 'GBP',
  dollar: 'USD',
  dollars: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  yen: 'JPY',
  rupee: 'INR',
  rupees: 'INR',
  rouble: 'RUB',
  roubles: 'RUB',
  ruble: 'RUB',
  rubles: 'RUB',
  gbp: 'GBP',
  usd: 'USD',
  eur: 'EUR',
};
