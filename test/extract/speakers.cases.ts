/** Who speaks, by kind, in the notation of `notation.ts`: `[source=Speaker Name]`. */
export const SPEAKER_CASES: Readonly<Record<string, readonly string[]>> = {
  'surnames and titles': [
    'Mayor Ada Quill closed the pier. <“It is not safe,”> [Quill=Ada Quill] {said}.',
    'Dr Ned Lund runs the clinic. <“We are full,”> [Mr Lund=Ned Lund] {said}.',
    '[Sen. Rosa Thorn (R-Iowa)=Rosa Thorn] {said} <the bill was “dead”>.',
    '[Prime Minister Sir Oswin Hale=Oswin Hale] {said} <the talks were “hard”>.',
    '[Nesse’s Petra Holm=Petra Holm] {said} <it was “a fair result”>.',
  ],
  roles: [
    'Defence Secretary Ada Quill flew home. <“We are ready,”> [the defence secretary=Ada Quill] {said}.',
    'The harbour master, Jem Sorrel, a retired pilot, was there. <“It was calm,”> [Sorrel=Jem Sorrel] {said}.',
  ],
  pronouns: [
    'Ada Quill opened the school. <“It is late, but it is here,”> [she=Ada Quill] {said}.',
    'Ned Lund met Ada Quill in Nesse. <“We talked,”> [he=Ned Lund] {said}. <2:“And we agreed,”> [2:she=Ada Quill] {2:added}.',
    'Ada Quill met Ned Lund on Monday. <“He listened,”> [she=Ada Quill] {said}.',
    'Jem Sorrel, [who=Jem Sorrel] {insisted}: <“I saw it sink,”> left early.',
    'The mayor’s spokesman spoke last. [1:The mayor’s spokesman=mayor’s spokesman] {1:said} <1:nothing had changed>. <2:“It is as it was,”> [2:he=mayor’s spokesman] {2:said}.',
    'Kofi Adeyo left early. When the verdict came, Holm wept. <“At last,”> [she=Holm] {whispered}.',
    '[1:The union] {1:rejected} <1:the offer>. [2:It=union] {2:said} <2:the sum was “an insult”>.',
  ],
  'continued without words of saying': [
    '<1:“We tried twice,”> {1:said} [1:Petra Holm=Petra Holm].\n\n<2:“It failed both times, and it cost us the boat.”>[2:=Petra Holm]',
  ],
  'unnamed sources': [
    '<“It was chaos,”> {said} [a source close to the board=source close to the board].',
    '[Two engineers who asked not to be named=Two engineers] {told} the Gazette <that the bolts were “never checked”>.',
    '[A Nesse harbour official=Nesse harbour official] {said} <that the pier was “rotten”>.',
  ],
  institutions: [
    '[The Ministry of Roads=Ministry of Roads] {said} <the bridge was “sound”>.',
    '[Downing Street=Downing Street] {said} <the talks were “useful”>.',
    '[The Nesse Gazette=the Nesse Gazette] {reported} <that the ferry “listed badly”>.',
    '[The Gazette=the Gazette] {reported} <1:that the ferry “listed badly”>. [2:The paper=the Gazette] {2:called} <2:it “a miracle” that nobody drowned>.',
  ],
  acronyms: [
    'The Ministry of Roads (MoR) closed the bridge. [The MoR=Ministry of Roads] {said} <it was “unsound”>.',
    'The Tarn Fishing Association (TFA) met on Monday. <“We are owed an answer,”> [the TFA=Tarn Fishing Association] {said}.',
  ],
  'they, she, he': [
    'Ada Quill and Ned Lund ran the ferry. <“I never saw it,”> [he=Ned Lund] {said}.',
    'Dr Petra Holm met the mayor, Jem Sorrel. [She=Petra Holm] {told} him <the ward was full>.',
    'The minister, Rosa Thorn, spoke first. <“We will pay,”> [the minister=Rosa Thorn] {said}.',
  ],
  'two together': [
    'Ned Lund met Ada Quill. [Mr. Lund and Ada Quill=Ned Lund and Ada Quill] {said} <they would stay>.',
    '[Germany and France=Germany and France] {said} <the talks were over>.',
    '[Mayor Rosa Thorn and Petra Holm=Rosa Thorn and Petra Holm] {said} <it was “a poor bargain”>.',
  ],
  'whose they are': [
    'Ada Quill left early. [Her manager=Ada Quill’s manager] {said} <it was “time to go”>.',
    'Ned Lund stayed. [His lawyer=Ned Lund’s lawyer] {said} <he was “a patient man”>.',
    'Rosa Thorn wrote a memoir. [Her account=Rosa Thorn] {says} <the fleet was “rotten”>.',
  ],
  'names after roles in small letters': [
    'But [captain Joe Okafor=Joe Okafor] {hinted} <that the crew was tired>.',
    'Ada Quill met her neighbour, retired electrician Walt Brandt, on Sunday. <“I never heard it,”> [Brandt=Walt Brandt] {said}.',
    '[Union lawyer Adaeze Obi=Adaeze Obi] {said} <the clause was “a trap”>.',
    'The hall was full when youth pastor Stephen Lund rose. <“I have three questions,”> [Lund=Stephen Lund] {said}.',
  ],
  'where they are from': [
    'Senator Ada Quill of Ohio voted no. <“It is a gift to the banks,”> [Quill=Ada Quill] {said}.',
    '[Gov. Rick Lund of Texas=Rick Lund] {said} <the border was “wide open”>.',
    '[Representative Rosa M. Thorn of New York=Rosa M. Thorn] {said} <she would retire>.',
  ],
  'parties and states beside names': [
    '[Rep. Peter King, R-N.Y.,=Peter King] {said} <the tax was “theft”>.',
    'Sen. Ada Quill, D-Ill., voted no. <“It was a bad bill,”> [Quill=Ada Quill] {said}.',
    '[Ned Lund, 59, of Ashton, Md.,=Ned Lund] {said} <it brought back his father>.',
  ],
  'two of one surname': [
    'The doctor of Gary Lund was content. Security Secretary Jeh Lund spoke on Friday. [Lund=Jeh Lund] {said} <it was under investigation>.',
    'Ted Lund sat beside his wife, Heidi Lund. Ted Lund rose. <“I will vote for him,”> [Lund=Ted Lund] {said}.',
  ],
  'companies by their first word': [
    'Northmere Water pleaded guilty. [Northmere=Northmere Water] {said} <it would appeal>.',
    'Brandt Motors will close two plants. [Brandt=Brandt Motors] {said} <demand had fallen>.',
  ],
  'names after descriptions': [
    '[Her personal lawyer, former judge Ned Lund,=Ned Lund] {said} <the claim was “absurd”>.',
    '[The mayor’s rival, Republican Pat Thorn,=Pat Thorn] {asked} <why it took so long>.',
    '[Several lawyers, including Ada Quill,=Several lawyers] {said} <the law was unclear>.',
  ],
  'bodies by what stands beside them': [
    '[Parents’ group Fair Start=Fair Start] {said} <the exams begin on the 18th>.',
    '[The council’s own consultants, Brant & Lowe,=Brant & Lowe] {predicted} <22,000 crossings a day>.',
    '<“Who opens my gates?”> {asked} [one primary head in Oldmere=one primary head in Oldmere].',
  ],
  'what somebody is called instead': [
    '[1:Captain Joe Okafor=Joe Okafor] {1:hinted} <1:that the crew was tired>. <2:“We were not pulling the same way,”> [2:the midfielder=Joe Okafor] {2:said}.',
    '[1:Lee Hale=Lee Hale] {1:said} <1:a draw would do>. <2:“My dad would have loved that,”> {2:said} [2:the 44-year-old=Lee Hale].',
    '[1:Lee Hale=Lee Hale] {1:said} <1:a draw would do>. <2:“It was not,”> {2:said} [2:the spokesman=spokesman].',
    '[1:John Hale=John Hale] {1:said} <1:the play was poor>. <2:“It was not,”> {2:said} [2:the actress=actress].',
  ],
  'one word after "the"': [
    'The N.T.F.B. met on Monday. [The N.T.F.B.=N.T.F.B.] {said} <the pier was sound>.',
    '[The Europeans=Europeans] {called} <the deal “toothless”>.',
    '[The Quill campaign=Quill campaign] {said} <it had raised a million>.',
  ],
  'who is told says nothing': [
    '[Ada Quill=Ada Quill] {said} <the owners had signed>.',
    'The owners {have been told} <that the pier will close>.',
    'She {was told} <that her father had left>.',
  ],
  'who asks and who answers': [
    '[1:Maria Lund, the witness,=Maria Lund] {1:said} <1:it was cold>. {2:Asked} by [2:Ms Hale=Hale] <2:what she had thought>, [3:she=Maria Lund] {3:replied}: <3:“That we would die.”>',
    '<1:“There was a fire,”> [1:Maria Lund=Maria Lund] {1:said}.\n\n<2:“You stopped paying, didn’t you?”> [2:Simon Hale=Simon Hale] {2:asked}.\n\n<3:“Because there was no heat.”>[3:=Maria Lund]\n\n<4:“None in November?”>[4:=Simon Hale]\n\n<5:“None since October,”> [5:Mrs Lund=Maria Lund] {5:answered}.',
    '<1:“Who would not?”> [1:Maria Lund=Maria Lund] {1:said}.\n\n<2:“I have nothing to hide, and I never had.”>[2:=Maria Lund]',
  ],
  'who does something before a quotation': [
    '<1:“It is the last of its kind,”> [1:Owen Price=Owen Price] {1:said} of her book. Ada Quill put it away. [2:She=Ada Quill] sat down. <2:“It was 1999. There was not much century left.”>',
    '<1:“I knew nothing,”> [1:Ned Lund=Ned Lund] {1:said}. [2:He=Ned Lund] looked at his hands. <2:“Nothing at all.”>',
  ],
  'offices and bodies': [
    'Sheriff Ned Lund searched on. [The governor=governor] {promised} <that the state would pay>.',
    'Shadow justice secretary Hannah Venn was there. [The justice secretary=justice secretary] {said} <that every question had been answered>.',
    'Vice President Jo Hale sat beside President Ned Lund. <“It will be law,”> {said} [the president=Ned Lund].',
    'The Rivers Agency sued in Lorne. [The agency=Rivers Agency] {said} <five years was “likely”>.',
    'The Bank of Estrey met on Thursday. [The bank=Bank of Estrey] {said} <it would wait>.',
  ],
  'whoever speaks last in a paragraph': [
    'Rosa Thorn and her niece were there. [1:Lund’s daughter, Elaine,=Elaine] {1:said} <1:her father never heard it>. <2:“He heard a train,”> [2:she=Elaine] {2:said}.',
    'The bill was dear to Jem Sorrel and to Owen Price. But [1:Senator Hugh Venn=Hugh Venn] {1:warned} <1:that it would fail>. [2:He=Hugh Venn] {2:added} <2:that nobody had read it>.',
  ],
  'written sources': [
    '[The report=report] {said} <the bolts were “never checked”>.',
    '[A letter to parents=letter to parents] {read}: <“The school will close in June.”>',
    'It was a Ministry of Roads statement [which=Ministry of Roads] {said}, <“The bridge is sound.”>',
  ],
  transcripts: [
    '[1:MINISTER=Minister]{1::} <1:We tried twice.>\n\n[2:MS HOLM=Holm]{2::} <2:And what came of it?>\n\n[3:MINISTER=Minister]{3::} <3:Nothing.>',
    '[1:Q=questioner]{1::} <1:Did you see the ship go down?>\n\n[2:A=interviewee]{2::} <2:I did.>\n\n[3:Q=questioner]{3::} <3:When was that?>\n\n[4:A=interviewee]{4::} <4:At noon.>',
    '[1:Presenter=Presenter]{1::} <1:Who built it?>\n\n[2:Dr Orla Venn=Orla Venn]{2::} <2:Nobody knows. The plans were burnt.>',
    '[1:Chair=Chair]{1::} <1:Any other business?>\n\n[2:Mr Tolly=Tolly]{2::} <2:The roof.>\n\n[3:Chair=Chair]{3::} <3:The roof is on the list.>',
    '[1:The Clerk=Clerk]{1::} <1:All rise.>\n\n(The court rose.)\n\n[2:The Coroner=Coroner]{2::} <2:Please sit down.>',
  ],
};
