/**
 * Direct and mixed statements, by kind, in the notation of `notation.ts`. Each list holds texts of one kind; a new
 * wrong case goes where its kind is, with more of the kind.
 */
export const DIRECT_CASES: Readonly<Record<string, readonly string[]>> = {
  'source after the cue': [
    '<“We tried twice,”> {said} [Petra Holm].',
    '<“We tried twice,”> {said} [Jem Sorrel, a retired surgeon].',
    '<“The pier is closed,”> {said} [a spokesman for the harbour board].',
    '<“It was dark,”> {recalled} [Ada Quill, 61, who lives on Salt Street].',
    '<“Why now?”> {asked} [Ned Lund].',
  ],
  'source between quotation and cue': [
    '<“We tried twice,”> [Petra Holm] {said}.',
    '<“We tried twice,”> [she] {said} on Monday.',
    '<“We tried twice,”> [Jem Sorrel, a retired surgeon], {said}.',
    '<“Why now?”> [Ms. Holm] {asked}.',
    '<“We tried twice,”> [the bespectacled, 71-year-old diplomat] {said} in an interview.',
    '<“It works,”> [Brandt Okoro, the chief engineer of the Nesse bridge, one of three now closed], {said}.',
    '<“It is over!”> [the coach] {shouted}.',
  ],
  'source before the cue': [
    '[Petra Holm] {said}, <“We tried twice.”>',
    '[Petra Holm] {said}: <“We tried twice.”>',
    '[The mayor of Nesse] {told} the Gazette: <“We tried twice. It failed.”>',
    '[Ada Quill, the mayor], {told} reporters on Tuesday, <“There is no plan.”>',
    '[Dr Ned Lund] {wrote} in a letter to staff, <“There is no plan.”>',
    'In a speech on Monday, [Ada Quill] {said}, <“There is no plan.”>',
    '[He] {added}: <“There is no plan.”>',
    'As [one officer] {said}, <“Nobody was ready for it.”>',
  ],
  'words of saying set into the clause': [
    '<The anger in the valley>, [Holm] {said}, <has simmered “for more than one winter”>.',
    '<What the town wants>, [the mayor] {complained}, <is “a pier for nothing”>.',
  ],
  'a verb that the table does not know': [
    '<“We all miss him so much,”> [Ada Quill] {weighed in}.',
    '<“You will not get away with it!”> [he] {spluttered}.',
  ],
  'a long name between quotation and cue': [
    '<“Our results were weak,”> [chairman, chief executive and president Thea Brandvold] {said} in the release.',
    '<“It is the wind,”> [Inês Farrow, an analyst at the Council on Energy, Environment and Water think tank] {told} the Gazette.',
    '<Customers "began to say we want this,"> [Hale] {told} the Gazette.',
  ],
  'posts quoted whole': [
    '<“The harbour is a disgrace and everybody knows it”> {—} [Petra Holm] (@petraholm) November 18, 2019',
  ],
  'quoted as saying': [
    '<“Who goes first?”> [Mr. Lund] {was quoted as saying}.',
    '<“The bolts were never checked,”> [Ms. Holm] {is shown saying} in the film.',
  ],
  'insertions before the cue': [
    '[A campaign aide], though, {said} <the sum was “a joke”>.',
    '[Another man, not seen on camera], {then tells} the crew, <“We are here to work.”>',
    '[Rep. Rosa Thorn (R-Iowa)], {tweeted} on Friday: <“Not in my name.”>',
  ],
  announced: [
    '[Holm] {continued}:\n\n<“Look at the bolts. Look at the log.”>',
    '[Holm] {wrote} in a post on Friday.\n\n<“Look at the bolts. Look at the log.”>',
  ],
  interrupted: [
    '<“We tried twice,”> [Petra Holm] {said}, <“and it failed.”>',
    '<“We tried twice,”> {said} [Petra Holm]. <“It failed.”>',
    '<“First,”> [he] {said}, <“we listen. Then we act.”>',
    '<“We tried twice,”> [Petra Holm] {told} the Gazette. <“It failed. We will not try again.”>',
  ],
  'British single marks': [
    '<‘We can’t take the soldiers’ pay,’> [she] {said}. <‘It’s theirs.’>',
    '<‘It was “a disgrace” to watch,’> {said} [Jem Sorrel].',
    '[The judge] {said}: <‘You have shown no remorse.’>',
    '[Mr Sorrel] {said} <it was ‘the worst night’ of his life>.',
  ],
  'straight marks': [
    `<"We don't know,"> [she] {said}.`,
    "[Holm] {said}, <\"It's a 6' wall, and we can't move it.\">",
    "<'I don't know,'> [he] {said}.",
  ],
  guillemets: ['<«We tried twice,»> {said} [Petra Holm].'],
  'over paragraphs': [
    '<“We tried twice.>\n\n<“It failed both times,”> [Petra Holm] {said}.',
    '[Petra Holm] {said}: <“We tried twice.>\n\n<“It failed both times.>\n\n<“We will not try again.”>',
  ],
  mixed: [
    '[Holm] {said} <the plan was “a mess”>.',
    '[Holm] {said} <that it was “a mess” and “a waste of money”>.',
    '[The minister] {called} <the report “a work of fiction”>.',
    '[She] {accused} the council <of “wilful neglect”>.',
    '[Ada Quill] {described} <the vote as “a turning point for the whole valley”>.',
    '[12:Officials] {said} <“several hundred” people had fled>, {2:adding} <2:that more would follow>.',
  ],
  'according to': [
    '{According to} [the report], <the bridge was “beyond repair”>.',
    '<The bridge was “beyond repair”>, {according to} [the report].',
  ],
  'coordinated cues': ['[12:Holm] {1:said} <1:the plan was “a mess”> and {2:added}: <2:“We warned them.”>'],
  'manner for a cue': [
    '[Sorrel] {slammed his hand on the desk}: <“Not one of you came to help us.”>',
    '[The minister] {was blunt}: <“There will be no second vote this year.”>',
  ],
  signed: ['<“The sea takes what it likes.”> {―} [Petra Holm, fisherwoman]'],
};
