/** Short forms of English given names, by the names that they stand for. The list is our own. */
const SHORT_FORMS: readonly (readonly [full: string, short: string])[] = [
  ['Abraham', 'Abe'],
  ['Alexander', 'Alex Sandy'],
  ['Alexandra', 'Alex Sandra Sandy'],
  ['Andrew', 'Andy Drew'],
  ['Anthony', 'Tony'],
  ['Barbara', 'Barb Babs'],
  ['Benjamin', 'Ben Benny'],
  ['Catherine', 'Cathy Cate Kate'],
  ['Charles', 'Charlie Chuck'],
  ['Christine', 'Chris Chrissie Tina'],
  ['Christopher', 'Chris Kit'],
  ['Cynthia', 'Cindy'],
  ['Daniel', 'Dan Danny'],
  ['David', 'Dave'],
  ['Deborah', 'Deb Debbie'],
  ['Donald', 'Don Donny'],
  ['Douglas', 'Doug'],
  ['Edward', 'Ed Eddie Ned Ted'],
  ['Elizabeth', 'Beth Betsy Betty Eliza Libby Liz Lizzie'],
  ['Frederick', 'Fred Freddie'],
  ['Gerald', 'Gerry Jerry'],
  ['Gregory', 'Greg'],
  ['Henry', 'Hank Harry'],
  ['James', 'Jim Jimmy Jamie'],
  ['Jeffrey', 'Jeff'],
  ['Jennifer', 'Jen Jenny'],
  ['John', 'Jack Johnny'],
  ['Joseph', 'Joe Joey'],
  ['Joshua', 'Josh'],
  ['Judith', 'Judy'],
  ['Katherine', 'Kate Kathy Katie'],
  ['Kenneth', 'Ken Kenny'],
  ['Lawrence', 'Larry'],
  ['Margaret', 'Maggie Marge Meg Peggy'],
  ['Martin', 'Marty'],
  ['Matthew', 'Matt'],
  ['Michael', 'Mick Mickey Mike'],
  ['Nathaniel', 'Nate'],
  ['Nicholas', 'Nick'],
  ['Pamela', 'Pam'],
  ['Patricia', 'Pat Patty Tricia Trish'],
  ['Patrick', 'Pat Paddy'],
  ['Peter', 'Pete'],
  ['Philip', 'Phil'],
  ['Raymond', 'Ray'],
  ['Rebecca', 'Becky'],
  ['Richard', 'Dick Rich Rick Ricky'],
  ['Robert', 'Bob Bobby Rob Robbie'],
  ['Ronald', 'Ron Ronnie'],
  ['Samantha', 'Sam'],
  ['Samuel', 'Sam Sammy'],
  ['Stephen', 'Steve'],
  ['Steven', 'Steve'],
  ['Susan', 'Sue Susie'],
  ['Theodore', 'Ted Teddy Theo'],
  ['Thomas', 'Tom Tommy'],
  ['Timothy', 'Tim Timmy'],
  ['Victoria', 'Vicky'],
  ['Vincent', 'Vince'],
  ['Walter', 'Walt'],
  ['William', 'Bill Billy Will Willie'],
  ['Zachary', 'Zach'],
];

const FULL_FORMS: ReadonlyMap<string, readonly string[]> = SHORT_FORMS.reduce((forms, [full, short]) => {
  for (const word of short.toLowerCase().split(' ')) forms.set(word, [...(forms.get(word) ?? []), full]);
  return forms;
}, new Map<string, readonly string[]>());

/** A name as it is printed, and with each given name that its first word may stand for: "Mike Reyk", "Michael Reyk". */
export function withFullForms(name: string): string[] {
  const first = /^[\p{L}]+/u.exec(name)?.[0] ?? '';
  const full = FULL_FORMS.get(first.toLowerCase()) ?? [];
  return [name, ...full.map((form) => form + name.slice(first.length))];
}
