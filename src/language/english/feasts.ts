/** Feasts and other days that have names. The lists are our own. */

/** When a feast is: on a day of the year; so many days from Easter Sunday; or from the nth weekday of a month. */
export type Feast =
  | { readonly month: number; readonly day: number }
  | { readonly easter: number }
  | { readonly month: number; readonly weekday: number; readonly nth: number; readonly plus?: number };

/** Names and when they are. Months and weekdays count from 0 (Sunday); `nth` counts from 1, and 0 is the last of the month. */
export const FEASTS: readonly (readonly [names: readonly string[], when: Feast])[] = [
  [["new year's day", 'new year day'], { month: 0, day: 1 }],
  [['martin luther king day', 'martin luther king jr. day', 'mlk day'], { month: 0, weekday: 1, nth: 3 }],
  [['burns night'], { month: 0, day: 25 }],
  [['australia day'], { month: 0, day: 26 }],
  [['groundhog day'], { month: 1, day: 2 }],
  [["valentine's day"], { month: 1, day: 14 }],
  [["presidents' day", 'presidents day'], { month: 1, weekday: 1, nth: 3 }],
  [["international women's day"], { month: 2, day: 8 }],
  [["st patrick's day", "st. patrick's day", "saint patrick's day"], { month: 2, day: 17 }],
  [["april fools' day", "april fool's day"], { month: 3, day: 1 }],
  [['earth day'], { month: 3, day: 22 }],
  [['anzac day'], { month: 3, day: 25 }],
  [['may day', "international workers' day"], { month: 4, day: 1 }],
  [['ve day'], { month: 4, day: 8 }],
  [['memorial day'], { month: 4, weekday: 1, nth: 0 }],
  [['juneteenth'], { month: 5, day: 19 }],
  [['canada day'], { month: 6, day: 1 }],
  [['fourth of july', 'july fourth'], { month: 6, day: 4 }],
  [['bastille day'], { month: 6, day: 14 }],
  [['labor day'], { month: 8, weekday: 1, nth: 1 }],
  [['columbus day', "indigenous peoples' day"], { month: 9, weekday: 1, nth: 2 }],
  [['halloween'], { month: 9, day: 31 }],
  [["all saints' day"], { month: 10, day: 1 }],
  [["all souls' day"], { month: 10, day: 2 }],
  [['election day'], { month: 10, weekday: 1, nth: 1, plus: 1 }],
  [['bonfire night', 'guy fawkes night'], { month: 10, day: 5 }],
  [['remembrance sunday'], { month: 10, weekday: 0, nth: 2 }],
  [['veterans day', 'armistice day', 'remembrance day'], { month: 10, day: 11 }],
  [['thanksgiving', 'thanksgiving day'], { month: 10, weekday: 4, nth: 4 }],
  [['black friday'], { month: 10, weekday: 4, nth: 4, plus: 1 }],
  [['cyber monday'], { month: 10, weekday: 4, nth: 4, plus: 4 }],
  [['world aids day'], { month: 11, day: 1 }],
  [['christmas eve'], { month: 11, day: 24 }],
  [['christmas', 'christmas day'], { month: 11, day: 25 }],
  [['boxing day'], { month: 11, day: 26 }],
  [["new year's eve"], { month: 11, day: 31 }],
  [['shrove tuesday'], { easter: -47 }],
  [['ash wednesday'], { easter: -46 }],
  [['palm sunday'], { easter: -7 }],
  [['maundy thursday'], { easter: -3 }],
  [['good friday'], { easter: -2 }],
  [['holy saturday', 'easter saturday'], { easter: -1 }],
  [['easter', 'easter sunday', 'easter day'], { easter: 0 }],
  [['easter monday'], { easter: 1 }],
  [['ascension day'], { easter: 39 }],
  [['whit sunday', 'pentecost'], { easter: 49 }],
  [['whit monday'], { easter: 50 }],
];

/** Feasts whose names often stand before a noun ("a Christmas tree"): these are a day only where none follows. */
export const FEASTS_THAT_QUALIFY: ReadonlySet<string> = new Set([
  'christmas',
  'easter',
  'thanksgiving',
  'halloween',
  'pentecost',
]);
