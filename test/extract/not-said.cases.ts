/** Words in quotation marks that nobody said, and statements beside them; in the notation of `notation.ts`. */
export const NOT_SAID_CASES: Readonly<Record<string, readonly string[]>> = {
  'titles of works': [
    'Her second novel, “The Low Tide of Winter”, sold well.',
    'He appeared on “Morning in Nesse” twice last year.',
    'The song “Salt and Iron” was played at the end.',
    'On “Morning in Nesse,” [Petra Holm] {said} <the pier was “lost”>.',
  ],
  nicknames: [
    'Dwyn “The Anchor” Marsh won the third round.',
    '[Dwyn “The Anchor” Marsh=Dwyn “The Anchor” Marsh] {said} <it was “a fair fight”>.',
  ],
  'scare quotes and terms': [
    'The so-called “peace plan” fell apart within hours.',
    'What “the people” want is bread, and no one asked them.',
    'The proposal crosses several “red lines”.',
    'The word “harbour” has nine letters in some languages.',
    'The convoy crossed all previously declared “red lines” within a week.',
    'The council dropped its widely mocked “vision” in May.',
    'The virus is known as “grey rot” among growers.',
  ],
  'what somebody only pointed at does': [
    'The strike began on Monday. This was aimed at least in part at calming the town ahead of the vote.',
    'Ada Quill left early. She appeared to stumble on the steps of the hall.',
    'The dam broke in May. It seemed to surprise the whole valley.',
  ],
  'left out or never said': [
    'The statement left out the ending: “and at no cost to the town.”',
    'She did not say “never”.',
    '“All rights reserved,” said nobody in this article.',
    'He could have added: “and we will do it again.”',
  ],
  'labels of forms and notices': [
    'When: Tuesday at six.\n\nWhere: The old customs house.',
    'Place: Nesse town hall.\n\nTickets: At the door.',
    'Contact: The harbour office.\n\nNote: Dogs stay outside.',
  ],
};
