import { words } from '../words.ts';

/** Words of places, and of those who live there. The lists are our own. */

/** Names of American states as newspapers shorten them, without the last full stop: "Ashton, Md." */
export const STATE_ABBREVIATIONS = words(
  'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev N.C N.D N.H N.J N.M N.Y Okla Ore Pa R.I S.C S.D Tenn Tex Va Vt Wash W.Va Wis Wyo',
);

/** Last words of streets' names. */
export const STREETS = words('street road avenue lane square place drive');

/** Endings of what one of a people, or all of a family, are called: "the Italian", "the Clintons". */
export const PEOPLE_ENDINGS = words('an ese ish ch woman ard ine i s');

/** Endings of what members of peoples, faiths and parties are called: "Sunni Muslims". */
export const PEOPLES_ENDINGS = words('ans ians ims ists ers ese crats');

/** What one of a people is called. */
export const NATIONALS = words(
  'italian german american australian brazilian argentine spaniard dane swede scot briton belgian canadian norwegian portuguese dutchman dutchwoman englishman englishwoman frenchman frenchwoman irishman irishwoman scotsman scotswoman welshman welshwoman',
);

/** Places and states with a government that may be called by them: "the country". */
export const GOVERNED = words(
  'country nation kingdom republic state province county city town village island government administration regime council authority parliament',
);

/** Last words of what is named after somebody, or by a given name: "Victoria Station", "Grace Hospital". */
export const NAMED_AFTER = words(
  'street avenue road lane drive park square county river lake bay beach hill hills mount mountain island islands point port airport station bridge stadium arena hall house tower plaza mall inn day award awards prize act law bill cup trophy festival show city town village field fields memorial monument high elementary middle north south east west democrat democrats republican republicans news times post herald journal',
);

/** Last words of what is built and named after somebody, which are hardly surnames: "Holm Tower". */
export const BUILT = words(
  'tower towers plaza hotel airport stadium arena bridge station building mansion museum cemetery hospital library dam avenue boulevard highway memorial monument prison island islands mountain mountains',
);

/** Last words of what is written, said or held and named after somebody: "the Orrin Report". */
export const WRITTEN = words(
  'report reports act bill memo dossier doctrine amendment award prize trial hearing hearings scandal papers diaries era presidency rally ad ads',
);
