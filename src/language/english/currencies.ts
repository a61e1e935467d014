import { table, words } from '../words.ts';

/**
 * Money. Codes and the names of currencies come from the Unicode CLDR as the JavaScript engine has it (`Intl`); signs and
 * other names are our own list.
 */

/** The codes of ISO 4217 that are in use. */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Codes that are English words in capitals, too: "TOP 10", "ALL 50". */
export const CODES_THAT_ARE_WORDS = words('ALL TOP CUP SOS TRY PEN MAD GEL BAM COP ANG');

/** Signs that stand alone, and the one currency that each means in English print. */
export const CURRENCY_SIGNS: Readonly<Record<string, string>> = table({
  $: 'USD',
  '£': 'GBP',
  '€': 'EUR',
  '¥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₴': 'UAH',
  '₩': 'KRW',
  '₺': 'TRY',
  '₦': 'NGN',
  '₱': 'PHP',
  '₫': 'VND',
  '₪': 'ILS',
  '₡': 'CRC',
  '₾': 'GEL',
  '₭': 'LAK',
  '₲': 'PYG',
  '₵': 'GHS',
  '฿': 'THB',
  '₸': 'KZT',
  '₮': 'MNT',
  '₼': 'AZN',
  '֏': 'AMD',
  元: 'CNY',
  円: 'JPY',
});

/** What stands before a dollar sign tells whose dollar it is, as capitals: "AU$", "NT$", "C $"; a real and other pesos too. */
export const DOLLAR_PREFIXES: Readonly<Record<string, string>> = table({
  US: 'USD',
  'U.S': 'USD',
  A: 'AUD',
  AU: 'AUD',
  AUS: 'AUD',
  C: 'CAD',
  CA: 'CAD',
  CAN: 'CAD',
  CDN: 'CAD',
  NZ: 'NZD',
  HK: 'HKD',
  S: 'SGD',
  SG: 'SGD',
  NT: 'TWD',
  R: 'BRL',
  MX: 'MXN',
  MEX: 'MXN',
  J: 'JMD',
  TT: 'TTD',
  BDS: 'BBD',
  EC: 'XCD',
  N: 'NAD',
  FJ: 'FJD',
  BZ: 'BZD',
  GY: 'GYD',
  SR: 'SRD',
  SI: 'SBD',
});

/** The same before a pound or a yuan sign. */
export const OTHER_PREFIXES: Readonly<Record<string, string>> = table({
  'GH₵': 'GHS',
  'GH¢': 'GHS',
  'E£': 'EGP',
  'LE£': 'EGP',
  'CN¥': 'CNY',
  'JP¥': 'JPY',
  'RMB¥': 'CNY',
});

/** Letters that stand before a number as a sign of money, written like this: "Rs 20", "RM5". */
export const LETTER_SIGNS: Readonly<Record<string, string>> = table({
  Rs: 'INR',
  Re: 'INR',
  RM: 'MYR',
  Rp: 'IDR',
  Tk: 'BDT',
  Ksh: 'KES',
  KSh: 'KES',
  Sh: 'KES',
  USh: 'UGX',
  TSh: 'TZS',
  RMB: 'CNY',
  SFr: 'CHF',
  Kc: 'CZK',
  Kč: 'CZK',
  Dh: 'AED',
  Dhs: 'AED',
  GH: 'GHS',
});

/** Letters that stand after a number as money. */
export const LETTERS_AFTER: Readonly<Record<string, string>> = table({
  Kč: 'CZK',
  zł: 'PLN',
  Ft: 'HUF',
  rmb: 'CNY',
  RMB: 'CNY',
});

/** Names that belong to one currency, without a country. Where a country is told, the CLDR knows the whole name. */
const BARE_NAMES: Readonly<Record<string, string>> = table({
  USD: 'dollar dollars buck bucks',
  EUR: 'euro euros',
  JPY: 'yen',
  CNY: 'yuan renminbi',
  GBP: 'sterling',
  INR: 'rupee rupees',
  RUB: 'rouble roubles ruble rubles',
  UAH: 'hryvnia hryvnias hryvnya',
  PLN: 'zloty zlotys zloties złoty',
  HUF: 'forint forints',
  CZK: 'koruna korunas koruny',
  BGN: 'lev leva levs',
  ILS: 'shekel shekels',
  THB: 'baht',
  VND: 'dong',
  IDR: 'rupiah rupiahs',
  MYR: 'ringgit ringgits',
  NGN: 'naira nairas',
  GHS: 'cedi cedis',
  ZAR: 'rand rands',
  ETB: 'birr',
  BDT: 'taka takas',
  BRL: 'reais',
  TRY: 'lira liras',
  GEL: 'lari',
  KZT: 'tenge',
  PHP: 'piso',
  AFN: 'afghani afghanis',
});

/** Names of more than one word that the CLDR writes differently. */
const OTHER_NAMES: Readonly<Record<string, string>> = table({
  'pounds sterling': 'GBP',
  'pound sterling': 'GBP',
  'american dollar': 'USD',
  'u.s dollar': 'USD',
  'danish crown': 'DKK',
  'swedish crown': 'SEK',
  'norwegian crown': 'NOK',
  'czech crown': 'CZK',
  'icelandic crown': 'ISK',
  'danish kroner': 'DKK',
  'norwegian kroner': 'NOK',
  'swedish kronor': 'SEK',
  'russian rouble': 'RUB',
  'belarusian rouble': 'BYN',
  'israeli shekel': 'ILS',
  'taiwan dollar': 'TWD',
  'saudi riyal': 'SAR',
  'cfa franc': 'XOF',
});

/** Names that several countries have: what is counted is told, but not whose. */
export const SHARED_CURRENCY_NAMES: Readonly<Record<string, string>> = table({
  peso: 'peso',
  pesos: 'peso',
  franc: 'franc',
  francs: 'franc',
  crown: 'crown',
  crowns: 'crown',
  krona: 'krona',
  kronor: 'krona',
  kroner: 'krone',
  krone: 'krone',
  kr: 'krone',
  dinar: 'dinar',
  dinars: 'dinar',
  dirham: 'dirham',
  dirhams: 'dirham',
  riyal: 'riyal',
  riyals: 'riyal',
  rial: 'rial',
  rials: 'rial',
  shilling: 'shilling',
  shillings: 'shilling',
  lei: 'leu',
  guilders: 'guilder',
  pesetas: 'peseta',
  markka: 'markka',
  lire: 'lira',
  kwacha: 'kwacha',
  manat: 'manat',
});

/** Parts of a dollar, a euro or a pound. */
export const COINS: Readonly<Record<string, string>> = table({
  cent: 'cent',
  cents: 'cent',
  '¢': 'cent',
  penny: 'pence',
  pennies: 'pence',
  pence: 'pence',
  p: 'pence',
  kopecks: 'kopeck',
  paise: 'paisa',
});

/** Numbers before "p" that are the lines of a picture, and no pence: "1080p". */
export const SCREEN_LINES = words('240 360 480 720 1080 1440 2160 4320');

/** Verbs and adjectives beside "400 pounds" that make it money and no weight. */
export const MONEY_WORDS = words(
  'pay pays paid paying cost costs costing worth fine fined price priced prices spend spent spending earn earns earned raise raised owe owes owed borrow borrowed lend lent lose lost save saved sell sold buy bought charge charged donate donated invest invested budget bill fee salary wages tax debt prize won stole stolen',
);

let names: ReadonlyMap<string, string> | undefined;

/**
 * The ISO 4217 code of a currency's name in small letters, singular or plural: "australian dollars", "yen"; undefined for
 * what is no name, or the name of several ("pesos").
 */
export function currencyOf(name: string): string | undefined {
  names ??= currencyNames();
  return names.get(name);
}

function currencyNames(): Map<string, string> {
  const display = new Intl.DisplayNames('en', { type: 'currency' });
  const found = new Map<string, string>();
  const add = (name: string, code: string) => {
    for (const form of [name, `${name}s`]) if (!found.has(form)) found.set(form, code);
  };
  for (const code of CURRENCY_CODES) {
    const name = display.of(code)?.toLowerCase() ?? '';
    if (/^\p{L}+(?: \p{L}+)+$/u.test(name)) add(name, code);
  }
  for (const [name, code] of Object.entries(OTHER_NAMES)) add(name, code);
  for (const [code, bare] of Object.entries(BARE_NAMES)) for (const name of words(bare)) found.set(name, code);
  return found;
}
