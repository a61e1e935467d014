import { words } from '../words.ts';

/** What something may be said at or in: "in an interview", "at the town hall"; our own list. */
export const OCCASIONS: readonly string[] = [
  ...words(
    'interview speech statement address letter email e-mail tweet post posting message call memo report article book editorial column conference briefing debate hearing meeting rally testimony broadcast podcast remarks filing parliament Parliament Commons Lords court Congress Senate memoir blog video release newsletter documentary lecture sermon affidavit op-ed essay diary note q&a livestream forum summit',
  ),
  'House of Commons',
  'phone call',
  'news release',
  'text message',
  'press conference',
  'town hall',
];
