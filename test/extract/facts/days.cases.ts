/** A text, and the day of each of its statements. */
export interface DayCase {
  readonly text: string;
  /** Publication date; Thursday 13 March 2025 where nothing else is said. */
  readonly published?: string;
  /** Words that the content holds, and when it was said, as exactly as the text tells; `-` where it tells nothing. */
  readonly expect: readonly (readonly [content: string, said: string])[];
}

/** Small texts by the kind of what tells the day. */
export const DAY_CASES: Readonly<Record<string, readonly DayCase[]>> = {
  'the day of an occasion holds for all that is reported of it': [
    {
      text: 'Harbour director Ilse Brandt told a news conference on Tuesday that the crane was beyond repair.\n\n“We looked at it from every side,” she said. “There is nothing to be saved.”\n\nShe added that a new one would take a year to build.',
      expect: [
        ['the crane was beyond repair', '2025-03-11'],
        ['We looked at it from every side', '2025-03-11'],
        ['a new one would take a year', '2025-03-11'],
      ],
    },
    {
      text: 'The inquiry into the Velm tunnel fire opened on Monday with the evidence of its chief engineer.\n\nOskar Dahl said he had asked for new doors three times. “I was told that there was no money,” he told the inquiry.\n\nHe said that nobody had written back.',
      expect: [
        ['he had asked for new doors three times', '2025-03-10'],
        ['I was told that there was no money', '2025-03-10'],
        ['nobody had written back', '2025-03-10'],
      ],
    },
    {
      text: 'In a speech to the chamber of commerce on Wednesday, finance minister Jonas Ferreira promised that taxes would not rise.\n\n“Read my budget,” he said.\n\nFerreira also told the chamber that the debt would be paid off by the end of the decade.',
      expect: [
        ['taxes would not rise', '2025-03-12'],
        ['Read my budget', '2025-03-12'],
        ['the debt would be paid off', '2025-03-12'],
      ],
    },
    {
      text: 'The union published its survey of 2,000 nurses on Tuesday. It found that one in three wanted to leave.\n\nThe survey says that pay is the first reason, and shifts the second.',
      expect: [
        ['one in three wanted to leave', '2025-03-11'],
        ['pay is the first reason', '2025-03-11'],
      ],
    },
    {
      text: 'Candidates for mayor met at the town hall on Monday evening for their only debate.\n\nNora Whitfield said the buses must be free. “It can be done in a year,” she said.\n\nHer rival Sam Oyelaran called that a fairy tale.',
      expect: [
        ['the buses must be free', '2025-03-10'],
        ['It can be done in a year', '2025-03-10'],
        ['that a fairy tale', '2025-03-10'],
      ],
    },
  ],
  'each of two occasions has its own': [
    {
      text: 'The school will close, head teacher Mia Lund told parents on Monday. “I am as sad as you are,” she said.\n\nOn Wednesday the council denied it. “No decision has been taken,” its spokesman Per Holt said.',
      expect: [
        ['The school will close', '2025-03-10'],
        ['I am as sad as you are', '2025-03-10'],
        ['No decision has been taken', '2025-03-12'],
      ],
    },
    {
      text: 'Lena Osterkamp said on Tuesday that the yard was safe.\n\nLast month she had told workers that every second job would go.',
      expect: [
        ['the yard was safe', '2025-03-11'],
        ['every second job would go', '2025-02'],
      ],
    },
    {
      text: '“We will not sell,” the owner, Rui Quintela, wrote to fans in January. On Tuesday he told Radio Minho that he had found a buyer.',
      expect: [
        ['We will not sell', '2025-01'],
        ['he had found a buyer', '2025-03-11'],
      ],
    },
    {
      text: 'In 2019 the agency warned that the dam could fail. A second report, published on Monday, says that nothing has been done since.',
      expect: [
        ['the dam could fail', '2019'],
        ['nothing has been done since', '2025-03-10'],
      ],
    },
    {
      text: 'Judge Amara Nwosu ruled on Friday that the vote must be held again. The party said on Saturday it would appeal.',
      expect: [
        ['the vote must be held again', '2025-03-07'],
        ['it would appeal', '2025-03-08'],
      ],
    },
  ],
  'a day in the sentence that is not that of the saying': [
    {
      text: 'Shares in the bakery chain, which was founded in 1969, are worth nothing, its liquidator Pavel Hruska said.',
      expect: [['Shares in the bakery chain', '-']],
    },
    {
      text: 'Sione Taufa, who was elected in 2018, says the reef can be saved.',
      expect: [['the reef can be saved', '-']],
    },
    {
      text: 'The bridge that fell on Sunday had been declared sound, according to the road office.',
      expect: [['The bridge that fell on Sunday', '-']],
    },
    {
      text: 'Yasmin Haddad, the widow of a pilot killed in 2003, has asked for a new inquiry.',
      expect: [['for a new inquiry', '-']],
    },
    {
      text: 'Pat Thorn, whose shop burned down on Friday, thanks his neighbours for their help.',
      expect: [['for their help', '-']],
    },
  ],
  'somebody else later, of whom no day is told': [
    {
      text: 'Minister Ada Quill told parliament on Tuesday that the ferry would sail again in June.\n\nFishermen in the harbour do not believe it. “They say that every year,” says Tor Berg, who has mended nets here since he was a boy.',
      expect: [
        ['the ferry would sail again in June', '2025-03-11'],
        ['They say that every year', '-'],
      ],
    },
    {
      text: 'The company said on Monday it would cut 400 jobs.\n\nExperts have long warned that the market is too small. “You cannot sell ice to everybody,” says Ruth Aske, who wrote a book about the trade.',
      expect: [
        ['it would cut 400 jobs', '2025-03-10'],
        ['You cannot sell ice to everybody', '-'],
      ],
    },
    {
      text: 'Police arrested three men on Wednesday.\n\nNeighbours describe the house as quiet. “We never saw anybody,” one of them said.',
      expect: [['We never saw anybody', '-']],
    },
    {
      text: 'In 1998 the author moved to the island. “I came for a week and stayed,” she says.',
      expect: [['I came for a week and stayed', '-']],
    },
    {
      text: 'The law was passed in 2011. Lawyers say that it has never been used.',
      expect: [['it has never been used', '-']],
    },
  ],
  'its own sentence': [
    { text: '“No,” Ilse Brandt said on Wednesday.', expect: [['No', '2025-03-12']] },
    { text: 'On Monday evening Per Holt wrote: “The pier is shut.”', expect: [['The pier is shut', '2025-03-10']] },
    {
      text: 'In October 2019 Mia Lund promised that no school would close.',
      expect: [['no school would close', '2019-10']],
    },
    {
      text: 'The bank would survive, its chairman, Emil Ross, insisted last month.',
      expect: [['The bank would survive', '2025-02']],
    },
    {
      text: 'Jonas Ferreira today denied that he had met the builders.',
      expect: [['he had met the builders', '2025-03-13']],
    },
  ],
  'before the occasion that is reported': [
    {
      text: 'Foreign minister Rosa Thorn spoke to students in Nesse on Tuesday. “Nobody will stop the talks,” she said.\n\nThorn told the Gazette ahead of her visit: “I expect nothing.”',
      expect: [
        ['Nobody will stop the talks', '2025-03-11'],
        ['I expect nothing', '-'],
      ],
    },
    {
      text: 'Engineer Emil Ross told the inquiry on Monday that the bolts were old. He had written to the board prior to the hearing that he would name names.',
      expect: [
        ['the bolts were old', '2025-03-10'],
        ['he would name names', '-'],
      ],
    },
    {
      text: 'Nesse lost 3-0 on Wednesday. “We were asleep,” coach Rui Quintela said after the match.\n\nQuintela promised in advance of the match that his side would attack.',
      expect: [
        ['We were asleep', '2025-03-12'],
        ['his side would attack', '-'],
      ],
    },
  ],
};
