/** A small text of a kind, with what it says. */
export interface KindCase {
  readonly text: string;
  /** Publication date, where the case needs one. */
  readonly published?: string;
  /**
   * Statements that must be found: words that the content holds, the speaker by the fullest name in the text (or the
   * description without its article, or '' for nobody), and where it matters the day and the class.
   */
  readonly expect: readonly {
    readonly content: string;
    readonly speaker: string;
    readonly said?: string;
    readonly class?: 'speech' | 'thought';
  }[];
  /** Words that no statement of speech may hold. */
  readonly never?: readonly string[];
}

/** Small texts by the kind of what is hard in them. */
export const KIND_CASES: Readonly<Record<string, readonly KindCase[]>> = {
  'pronoun-takes-earlier-person': [
    {
      text: 'Prosecutor Ingrid Vasquez told the jury that the ledger had been altered by hand. Defence counsel Amara Nwosu countered that nobody had ever examined the ink.\n\n“You are being asked to guess,” she said.',
      expect: [
        { content: 'the ledger had been altered by hand', speaker: 'Ingrid Vasquez' },
        { content: 'You are being asked to guess', speaker: 'Amara Nwosu' },
      ],
    },
    {
      text: 'Tomasz Wieczorek scored twice before half-time and was carried off with a knee injury soon after it. The striker will not be back before Easter, coach Rui Quintela told Radio Minho after the final whistle. He added that the club would look for a player on loan.',
      expect: [
        { content: 'will not be back before Easter', speaker: 'Rui Quintela' },
        { content: 'the club would look for a player on loan', speaker: 'Rui Quintela' },
      ],
    },
    {
      text: 'Chief executive Lena Osterkamp will step down in June after nine years at the helm of the Rostock shipbuilder. Her successor, finance director Yasmin Haddad, said the order book was full until 2029. “I am not inheriting a crisis,” she told analysts on a call.',
      expect: [
        { content: 'the order book was full until 2029', speaker: 'Yasmin Haddad' },
        { content: 'I am not inheriting a crisis', speaker: 'Yasmin Haddad' },
      ],
    },
    {
      text: '"Nobody had looked below 3,000 metres before," said Dr Pavel Hruska, who led the survey. Marine biologist Sione Taufa, who took no part in it, cautioned that a single dive proved little.\n\nThe tracks would have to be filmed again in another season, he said, before anyone spoke of a new species.',
      expect: [
        { content: 'Nobody had looked below 3,000 metres before', speaker: 'Pavel Hruska' },
        { content: 'a single dive proved little', speaker: 'Sione Taufa' },
        { content: 'would have to be filmed again in another season', speaker: 'Sione Taufa' },
      ],
    },
  ],
  'pronoun-for-someone-only-described': [
    {
      text: 'Two trawlers collided off Skagen in thick fog early on Sunday, the coastguard said.\n\nA young deckhand told rescuers that the lights of the other boat had come out of nowhere. He said nobody on the bridge had answered the radio.',
      expect: [
        { content: 'the lights of the other boat had come out of nowhere', speaker: 'young deckhand' },
        { content: 'nobody on the bridge had answered the radio', speaker: 'young deckhand' },
      ],
    },
    {
      text: 'Judge Oluwaseun Adebayo cleared the public gallery on Wednesday before the next witness was called. The victim’s sister wept throughout her evidence. She said the line had gone dead in the middle of a sentence.',
      expect: [{ content: 'the line had gone dead in the middle of a sentence', speaker: 'victim’s sister' }],
    },
    {
      text: 'Shares in Brightwell Foods fell 14 per cent on Friday after the auditors walked out. A former director told the Ledger that the board had been warned in March about the missing stock. “They laughed at us,” he said. Chairman Desmond Achterberg could not be reached.',
      expect: [
        { content: 'the board had been warned in March about the missing stock', speaker: 'former director' },
        { content: 'They laughed at us', speaker: 'former director' },
      ],
    },
    {
      text: 'Rescue teams in the foothills had pulled eleven people from the mud by nightfall. Governor Bakhtiyor Sharipov visited the hospital, where a young schoolteacher was waiting for news of her pupils. "I counted them on the bus and I counted them again at the door," she said.',
      expect: [{ content: 'I counted them on the bus', speaker: 'young schoolteacher' }],
    },
  ],
  'possessive-source': [
    {
      text: 'Economist Folasade Akande has studied the street markets of Ibadan for a decade. Her latest paper argues that the new levy will push half of the traders off the main road.',
      expect: [{ content: 'the new levy will push half of the traders off the main road', speaker: 'Folasade Akande' }],
    },
    {
      text: 'Health Minister Ciarán Mulvaney faced deputies on Wednesday for the first time since the summer recess. The minister’s claim that waiting lists had been halved was met with jeers from the opposition benches.',
      expect: [{ content: 'waiting lists had been halved', speaker: 'Ciarán Mulvaney', class: 'speech' }],
    },
    {
      text: 'Lawyers for Viktor Halmos, a property developer, spent the morning picking holes in the audit. Halmos’s own account to the police was that he had signed the papers without reading them. The trial is due to last until May.',
      expect: [{ content: 'he had signed the papers without reading them', speaker: 'Viktor Halmos' }],
      never: ['The trial is due to last'],
    },
    {
      text: 'Skipper Thandi Mokoena walked off without shaking hands. The captain’s complaint was that the umpire had changed the ball without telling either side. The league’s reply, issued an hour later, was that the switch had been logged at tea.',
      expect: [
        { content: 'the umpire had changed the ball without telling either side', speaker: 'Thandi Mokoena' },
        { content: 'the switch had been logged at tea', speaker: 'league' },
      ],
    },
  ],
  'quotation-over-paragraphs-cut': [
    {
      text: 'Wildlife ranger Njeri Kamau has followed the same herd since 2011.\n\n“When the rains failed, the matriarch led them forty kilometres to a well that she had not visited in twenty years.\n\n“People talk about instinct. What I saw was memory, and I have no better word for it,” Kamau said.',
      expect: [
        { content: 'the matriarch led them forty kilometres to a well', speaker: 'Njeri Kamau' },
        { content: 'What I saw was memory, and I have no better word for it', speaker: 'Njeri Kamau' },
      ],
    },
    {
      text: 'In his letter of resignation, Councillor Bjarne Eilertsen wrote:\n\n"For three years I have sat through meetings in which nothing was decided.\n\n"I have come to the view that my evenings are better spent coaching the under-tens."\n\nThe by-election will be held in April.',
      expect: [
        { content: 'I have sat through meetings in which nothing was decided', speaker: 'Bjarne Eilertsen' },
        { content: 'my evenings are better spent coaching the under-tens', speaker: 'Bjarne Eilertsen' },
      ],
      never: ['The by-election will be held in April'],
    },
    {
      text: '‘We did not sleep,’ said Giulia Santarelli, who runs the bakery opposite the burnt-out warehouse. ‘The windows were too hot to touch, and the firemen made us fill the bath.\n\n‘At four in the morning it was over. I baked as usual, because what else would you do?’',
      expect: [
        { content: 'We did not sleep', speaker: 'Giulia Santarelli' },
        { content: 'The windows were too hot to touch', speaker: 'Giulia Santarelli' },
        { content: 'I baked as usual, because what else would you do?', speaker: 'Giulia Santarelli' },
      ],
    },
    {
      text: '“We bought the plant because it was cheap, and it was cheap because it was broken.\n\n“That is on me. Nobody else in the room wanted it.\n\n“The good news is that we have found a buyer who likes broken things,” chairman Walt Oyelaran told shareholders in Duluth on Saturday.',
      expect: [
        { content: 'it was cheap because it was broken', speaker: 'Walt Oyelaran' },
        { content: 'Nobody else in the room wanted it', speaker: 'Walt Oyelaran' },
        { content: 'we have found a buyer who likes broken things', speaker: 'Walt Oyelaran' },
      ],
    },
  ],
  'second-piece-in-sentence-cut': [
    {
      text: '“The verdict is a disgrace,” said Marisol Etxeberria outside the courthouse. For the families, “it is as if the last six years never happened.”',
      expect: [
        { content: 'The verdict is a disgrace', speaker: 'Marisol Etxeberria' },
        { content: 'it is as if the last six years never happened', speaker: 'Marisol Etxeberria' },
      ],
    },
    {
      text: '"I was never the fastest in my village," Kipchirchir Rotich said after crossing the line in Trieste. But on the last hill, "when the others looked at their watches, I looked at the road."',
      expect: [
        { content: 'I was never the fastest in my village', speaker: 'Kipchirchir Rotich' },
        { content: 'when the others looked at their watches, I looked at the road', speaker: 'Kipchirchir Rotich' },
      ],
    },
    {
      text: 'Takeover talk lifted the miner’s shares on Tuesday. The fund manager Priya Raghunathan called the bid “opportunistic” and, given the price of copper, “about a third short of what any serious buyer would pay”.',
      expect: [
        { content: 'opportunistic', speaker: 'Priya Raghunathan' },
        { content: 'about a third short of what any serious buyer would pay', speaker: 'Priya Raghunathan' },
      ],
    },
    {
      text: 'The catch has doubled since the ban was lifted. ‘Krill,’ explains Dr Aroha Ngata, ‘are the bread of the southern ocean’; without them, ‘the whales would have to learn to eat air.’',
      expect: [
        { content: 'are the bread of the southern ocean', speaker: 'Aroha Ngata' },
        { content: 'the whales would have to learn to eat air', speaker: 'Aroha Ngata' },
      ],
      never: ['The catch has doubled'],
    },
  ],
  'name-or-role-of-the-source': [
    {
      text: 'Parliamentary Under-Secretary of State for Rural Affairs and Biosecurity Gwenllian Prosser told MPs that the trees would have to be felled by March. Some of them are 300 years old.',
      expect: [{ content: 'the trees would have to be felled by March', speaker: 'Gwenllian Prosser' }],
    },
    {
      text: 'Permanent Secretary for Lands, Fisheries and the Blue Economy, Mwajuma Ochieng, warned that licences issued since January were void. Boat owners in Lamu have begun to queue outside the county offices.',
      expect: [{ content: 'licences issued since January were void', speaker: 'Mwajuma Ochieng' }],
    },
    {
      text: 'Nordic Federation of Seamen’s Unions deputy chair Sigrún Hallsdóttir demanded a seat at the table. “Nothing about us without us,” Hallsdóttir said.',
      expect: [
        { content: 'a seat at the table', speaker: 'Sigrún Hallsdóttir' },
        { content: 'Nothing about us without us', speaker: 'Sigrún Hallsdóttir' },
      ],
    },
    {
      text: 'San Bonito County Fire Protection District Battalion Chief Earl Nakagawa said two hikers had been airlifted to safety before dark. The cause of the blaze is not known, Nakagawa said.',
      expect: [
        { content: 'two hikers had been airlifted to safety before dark', speaker: 'Earl Nakagawa' },
        { content: 'The cause of the blaze is not known', speaker: 'Earl Nakagawa' },
      ],
    },
  ],
  'two-people-one-surname': [
    {
      text: 'Rebecca Thornquist founded the firm in her garage in 1998, and her husband Lars joined as treasurer two years later. It was he who met reporters at the factory gates on Monday. “We will pay every wage that is owed,” Thornquist said, loosening his tie.',
      expect: [{ content: 'We will pay every wage that is owed', speaker: 'Lars Thornquist' }],
    },
    {
      text: 'The brothers Emeka and Chidi Obiora run rival barbershops in the same street in Enugu. “He copied my sign,” said Emeka Obiora. Chidi Obiora insisted that the sign had been their father’s.',
      expect: [
        { content: 'He copied my sign', speaker: 'Emeka Obiora' },
        { content: 'the sign had been their father’s', speaker: 'Chidi Obiora' },
      ],
    },
    {
      text: 'Judge Helen Marchetti sent Dominic Marchetti, to whom she is not related, to prison for four years. “You preyed on people who had nothing,” Judge Marchetti told him. Mr Marchetti’s solicitor said an appeal would be lodged within days.',
      expect: [
        { content: 'You preyed on people who had nothing', speaker: 'Helen Marchetti' },
        { content: 'an appeal would be lodged within days', speaker: 'Mr Marchetti’s solicitor' },
      ],
    },
    {
      text: 'Former champion Petra Havrankova watched from the stands as her daughter Simona won in straight sets. “My knees were shaking more than hers,” said Havrankova, who won the same cup in 1994. Her daughter said she had not dared to look up.',
      expect: [
        { content: 'My knees were shaking more than hers', speaker: 'Petra Havrankova' },
        { content: 'she had not dared to look up', speaker: 'Simona Havrankova' },
      ],
    },
  ],
  'role-of-another-person': [
    {
      text: 'Finance minister Jorge Benavente and his predecessor, former finance minister Lucía Arrieta, shared a stage in Rosario on Thursday. The former finance minister said the currency would not survive another winter. Benavente looked at his shoes.',
      expect: [{ content: 'the currency would not survive another winter', speaker: 'Lucía Arrieta' }],
    },
    {
      text: 'Chief Constable Alan Pritchard, who took over from Fiona Tembo last spring, sat at the back of the hall. The former chief constable told the inquiry that she had asked for more officers three times.',
      expect: [{ content: 'she had asked for more officers three times', speaker: 'Fiona Tembo' }],
    },
    {
      text: 'Striker Youssef Benjelloun and goalkeeper Matthias Krol were the last to leave the pitch in Graz. The goalkeeper promised that the side would be “unrecognisable” in the second leg.',
      expect: [{ content: 'unrecognisable', speaker: 'Matthias Krol' }],
    },
    {
      text: 'Hanne Brekke, the mayor of Vardal, has signed the tunnel contract. Odd Lunde, the mayor of neighbouring Strandvik, has not. “It is a hole through which our shops will leave,” the mayor of Strandvik told the county council.',
      expect: [{ content: 'It is a hole through which our shops will leave', speaker: 'Odd Lunde' }],
    },
  ],
  'described-then-named': [
    {
      text: 'A scientist has warned that the glacier above the village could give way within weeks. Glaciologist Reto Camenzind made the forecast on local radio. “I would not let my children sleep there,” Camenzind said.',
      expect: [
        { content: 'the glacier above the village could give way within weeks', speaker: 'Reto Camenzind' },
        { content: 'I would not let my children sleep there', speaker: 'Reto Camenzind' },
      ],
    },
    {
      text: 'A government backbencher stunned the chamber on Tuesday by calling her own party’s budget “a ransom note”. The backbencher, Delphine Okafor, was suspended for two sittings.',
      expect: [{ content: 'a ransom note', speaker: 'Delphine Okafor' }],
    },
    {
      text: '“You can keep the trophy,” shouted the beaten finalist as he left the court. It was the second outburst of the week by Goran Miljkovic, who had already been fined by the organisers.',
      expect: [{ content: 'You can keep the trophy', speaker: 'Goran Miljkovic' }],
    },
    {
      text: 'A retired nurse has admitted that she posted the missing will to the wrong address. In an affidavit read to the court in Nakuru, Wanjiru Gathoni, 72, said the envelope had come back to her and had lain in her kitchen ever since.',
      expect: [
        { content: 'she posted the missing will to the wrong address', speaker: 'Wanjiru Gathoni' },
        { content: 'had lain in her kitchen ever since', speaker: 'Wanjiru Gathoni' },
      ],
    },
  ],
  'asked-or-addressed-taken-for-speaker': [
    {
      text: 'At Friday’s press conference the coach, Fabrizio Lanciani, was asked whether he would still be in charge on Sunday. He smiled and pointed to the door.',
      expect: [{ content: 'whether he would still be in charge on Sunday', speaker: '' }],
    },
    {
      text: '“Where were you on the night of the ninth?” prosecutor Bilal Rahmani asked Celeste Dubarry. The accountant replied that she had been at her mother’s.',
      expect: [
        { content: 'Where were you on the night of the ninth?', speaker: 'Bilal Rahmani' },
        { content: 'she had been at her mother’s', speaker: 'Celeste Dubarry' },
      ],
    },
    {
      text: 'The hearing on the new vaccine lasted all day. Pressed by Senator Ngaire Whitlock on whether it had been tested on pregnant women, the chief executive of Solvance, Henrik Aasmund, conceded that the trials had been stopped early.',
      expect: [
        { content: 'whether it had been tested on pregnant women', speaker: 'Ngaire Whitlock' },
        { content: 'the trials had been stopped early', speaker: 'Henrik Aasmund' },
      ],
    },
    {
      text: '"Minister, you have lied to this house," said the member for Tsolwana, Zukiswa Mabandla. The minister, Pieter Esterhuyse, stared at his papers.',
      expect: [{ content: 'you have lied to this house', speaker: 'Zukiswa Mabandla' }],
    },
  ],
  'place-before-colon': [
    {
      text: 'LAHARPUR: Snow to block the pass until Friday, warns district magistrate\n\nBuses from the plains were being turned back at the lower barrier on Wednesday morning.',
      expect: [{ content: 'Snow to block the pass until Friday', speaker: 'district magistrate' }],
      never: ['Buses from the plains'],
    },
    {
      text: 'Lisbon: Three more hotels on the riverfront will close for the winter, the tourism board said on Monday. All of them opened during the boom of 2018.',
      expect: [{ content: 'Three more hotels on the riverfront will close for the winter', speaker: 'tourism board' }],
    },
    {
      text: 'Leeds Crown Court: A lorry driver who fell asleep at the wheel was jailed for six years. Judge Anthea Bolsover told him that he had “gambled with every life on that road”.',
      expect: [{ content: 'gambled with every life on that road', speaker: 'Anthea Bolsover' }],
      never: ['A lorry driver who fell asleep'],
    },
    {
      text: 'HAMILTON, Ont.: Steelworkers have voted to end their nine-week walkout. "It\'s not everything, but it\'s enough to go back for," said Tadeusz Brzoza, who leads the local.',
      expect: [{ content: "it's enough to go back for", speaker: 'Tadeusz Brzoza' }],
      never: ['Steelworkers have voted'],
    },
  ],
  'quotation-without-cue': [
    {
      text: 'The last container ship left Porto Sereno in May. Ottavia Ferrante, who worked the cranes for thirty years, still walks along the quay every morning.\n\n“A harbour without a crane is just a view.”\n\n— Ottavia Ferrante, former crane operator\n\nThe council will decide in June what becomes of the site.',
      expect: [{ content: 'A harbour without a crane is just a view', speaker: 'Ottavia Ferrante' }],
      never: ['The council will decide'],
    },
    {
      text: 'Detective Inspector Maureen Oyinlola laid the photograph on the table in front of the baker. “Take your time. Nobody is going to hurry you.” The baker shook his head.',
      expect: [{ content: 'Nobody is going to hurry you', speaker: 'Maureen Oyinlola' }],
    },
    {
      text: 'At 11.40 p.m. came a text message from Jelena Pavkovic. “Leave the key under the mat and go.” Within an hour the flat was on fire.',
      expect: [{ content: 'Leave the key under the mat and go', speaker: 'Jelena Pavkovic' }],
      never: ['Within an hour the flat was on fire'],
    },
    {
      text: 'Within minutes of the vote, board member Rashid Qasimov took to social media. "Sold. Thank you for eleven good years, and turn off the lights." The company did not confirm the sale until midnight.',
      expect: [{ content: 'Thank you for eleven good years', speaker: 'Rashid Qasimov' }],
    },
  ],
  'missed-indirect': [
    {
      text: 'The bay, it is said, was once so full of herring that a spoon would stand up in it. Today the nets come up empty.',
      expect: [{ content: 'was once so full of herring that a spoon would stand up in it', speaker: '' }],
      never: ['Today the nets come up empty'],
    },
    {
      text: 'The watchdog fined Telvanta 12 million euros on Thursday, finding that the operator had billed customers for calls they never made. It was the third fine in two years.',
      expect: [{ content: 'the operator had billed customers for calls they never made', speaker: 'watchdog' }],
    },
    {
      text: 'Rents in the block went up by 9 per cent in January. Tenants, Zsófia Bartal of the renters’ league points out, have now paid for the new lifts twice.',
      expect: [{ content: 'have now paid for the new lifts twice', speaker: 'Zsófia Bartal' }],
      never: ['Rents in the block went up'],
    },
    {
      text: 'Dieudonné Mabiala spent four hours in the witness box. He went on to tell the tribunal how the lorries had been loaded at night and by whom. Never once, he swore, had he seen what was under the sheets.',
      expect: [
        { content: 'how the lorries had been loaded at night and by whom', speaker: 'Dieudonné Mabiala' },
        { content: 'had he seen what was under the sheets', speaker: 'Dieudonné Mabiala' },
      ],
    },
  ],
  'nobody-said-that': [
    {
      text: 'The directors signed off a restructuring known inside the bank as “Project Lighthouse”. The shares closed unchanged, and the “Lighthouse men”, as the consultants became known, moved out in August.',
      expect: [],
      never: ['Project Lighthouse', 'Lighthouse men'],
    },
    {
      text: 'The Otters claimed their third title in five years on Saturday. Captain Nuno Salgueiro called time on his career by leaving his boots on the centre spot, and the crowd answered with flares.',
      expect: [],
      never: ['third title', 'time on his career', 'with flares'],
    },
    {
      text: 'The interior ministry issued an order closing eleven border crossings from midnight. At the largest of them, drivers shrugged off the delay and turned up their radios.',
      expect: [],
      never: ['closing eleven border crossings', 'the delay'],
    },
    {
      text: 'Ritva Koskela’s first novel, “Tell Them I Said No”, promises much and delivers more. It follows a clerk who answers other people’s letters for forty years.',
      expect: [],
      never: ['Tell Them I Said No', 'much and delivers more', 'a clerk who answers'],
    },
  ],
  'date-not-carried': [
    {
      text: 'The governor of the central bank, Tevita Fonua, spoke to reporters in Neiafu on Monday. “There is no shortage of notes,” he said. Fonua added that the mint would deliver new coins by April.',
      published: '2025-02-06',
      expect: [
        { content: 'There is no shortage of notes', speaker: 'Tevita Fonua', said: '2025-02-03' },
        { content: 'the mint would deliver new coins by April', speaker: 'Tevita Fonua', said: '2025-02-03' },
      ],
    },
    {
      text: 'At yesterday’s hearing in Ghent, lead counsel Annelies Verbruggen accused the paper mill of dumping at night.\n\nShe said the company had kept two sets of logbooks.',
      published: '2023-06-15',
      expect: [
        { content: 'of dumping at night', speaker: 'Annelies Verbruggen', said: '2023-06-14' },
        { content: 'the company had kept two sets of logbooks', speaker: 'Annelies Verbruggen', said: '2023-06-14' },
      ],
    },
    {
      text: 'Speaking after Saturday’s 3-1 win, coach Bongani Sithebe praised the supporters. “They dragged us over the line,” he said.\n\nAsked about his contract, Sithebe replied that he was “not going anywhere”.',
      published: '2024-03-11',
      expect: [
        { content: 'They dragged us over the line', speaker: 'Bongani Sithebe', said: '2024-03-09' },
        { content: 'not going anywhere', speaker: 'Bongani Sithebe', said: '2024-03-09' },
      ],
    },
    {
      text: 'The museum in Tarnobrzeg presented the skull on 14 September. Palaeontologist Kazimiera Wrona told the audience that the animal had been a poor swimmer. “It probably paddled like a dog,” she said.',
      published: '2022-09-20',
      expect: [
        { content: 'the animal had been a poor swimmer', speaker: 'Kazimiera Wrona', said: '2022-09-14' },
        { content: 'It probably paddled like a dog', speaker: 'Kazimiera Wrona', said: '2022-09-14' },
      ],
    },
  ],
  'they-for-two-people': [
    {
      text: 'Farmers Agnes Mutua and Collins Wekesa lost their whole crop to the locusts in one afternoon. They said the county had promised spraying planes that never came.',
      expect: [
        {
          content: 'the county had promised spraying planes that never came',
          speaker: 'Agnes Mutua + Collins Wekesa',
        },
      ],
    },
    {
      text: 'Energy ministers Aurel Petrescu and Katja Lindqvist met on Tuesday to sign the cable deal. Both said that the line would be laid before the ice returned.',
      expect: [
        { content: 'the line would be laid before the ice returned', speaker: 'Aurel Petrescu + Katja Lindqvist' },
      ],
    },
    {
      text: 'Reiner Stolz, 41, and Murat Aksoy, 38, ran the charity from a flat in Kassel. On Monday the two men told the court that every invoice had been genuine.',
      expect: [{ content: 'every invoice had been genuine', speaker: 'Reiner Stolz + Murat Aksoy' }],
    },
    {
      text: 'Leilani Kealoha and Ulla Sandgren swam the strait side by side in just under thirteen hours. “We argued about the weather the whole way across,” they said afterwards.',
      expect: [
        {
          content: 'We argued about the weather the whole way across',
          speaker: 'Leilani Kealoha + Ulla Sandgren',
        },
      ],
    },
  ],
  'first-name-alone': [
    {
      text: 'Seamstress Oksana Demchuk, 34, arrived in Gdynia with two suitcases and a sewing machine. “The machine weighed more than my son,” says Oksana, threading a needle. Her landlady, Bogna Lis, lives upstairs; she would take in another family tomorrow, Bogna says.',
      expect: [
        { content: 'The machine weighed more than my son', speaker: 'Oksana Demchuk' },
        { content: 'she would take in another family tomorrow', speaker: 'Bogna Lis' },
      ],
    },
    {
      text: 'Eight-year-old Mateo Cifuentes found the gold coin while digging for worms. “I took it for a bottle top,” Mateo told local radio. His father, Hernán Cifuentes, said the museum had offered a reward.',
      expect: [
        { content: 'I took it for a bottle top', speaker: 'Mateo Cifuentes' },
        { content: 'the museum had offered a reward', speaker: 'Hernán Cifuentes' },
      ],
    },
    {
      text: 'Abdirahman Warsame opened his café in the old docks of Malmö in 2009. Customers ask for the spiced tea, Abdirahman explains, because it tastes of nowhere else.',
      expect: [{ content: 'Customers ask for the spiced tea', speaker: 'Abdirahman Warsame' }],
    },
    {
      text: 'When doctors gave Siobhan Kettleborough six months, she booked a skydive. The instructor, Farid Naderi, strapped her in himself. “You are lighter than my lunch,” Farid joked. Siobhan replied that she had been on hospital food.',
      expect: [
        { content: 'You are lighter than my lunch', speaker: 'Farid Naderi' },
        { content: 'she had been on hospital food', speaker: 'Siobhan Kettleborough' },
      ],
    },
  ],
  'acronym-or-nickname': [
    {
      text: 'The National Federation of Rice Growers (NFRG) has lifted its blockade of the port. The NFRG said the first payments had reached its members on Friday.',
      expect: [
        { content: 'the first payments had reached its members', speaker: 'National Federation of Rice Growers' },
      ],
    },
    {
      text: 'Goalkeeper Edmilson Tavares, known to all of Olinda as Paredão, saved three penalties on Sunday night. “I just close my eyes,” Paredão said.',
      expect: [{ content: 'I just close my eyes', speaker: 'Edmilson Tavares' }],
    },
    {
      text: 'The European Seabird Monitoring Consortium published its yearly count on Wednesday. Puffins have vanished from two of the nine islands, the ESMC reported.',
      expect: [
        {
          content: 'Puffins have vanished from two of the nine islands',
          speaker: 'European Seabird Monitoring Consortium',
        },
      ],
    },
    {
      text: 'Stanislaw Grabowski, 66, is “Stan the Saw” to everybody at the mill. He lost two fingers there in 1983. “My wife calls me worse,” says Stan the Saw.',
      expect: [{ content: 'My wife calls me worse', speaker: 'Stanislaw Grabowski' }],
      never: ['Stan the Saw'],
    },
  ],
  'surname-of-several-words': [
    {
      text: 'Architect Maarten van der Veldeken won the contest for the new courthouse in Zutphen. “A court should not frighten the innocent,” Van der Veldeken said at the unveiling.',
      expect: [{ content: 'A court should not frighten the innocent', speaker: 'Maarten van der Veldeken' }],
    },
    {
      text: 'Inés de la Fuente chairs the water board in the dry south of the province. The reservoirs would last until August at best, De la Fuente warned. A spokesman for the growers, Blas Utrera, accused her of scaremongering.',
      expect: [
        { content: 'would last until August at best', speaker: 'Inés de la Fuente' },
        { content: 'of scaremongering', speaker: 'Blas Utrera' },
      ],
    },
    {
      text: 'Oil traders had waited all week for a word from Tariq al-Hadidi, the head of the state company. Exports would resume at dawn, al-Hadidi told the Gulf Courier by telephone.',
      expect: [{ content: 'Exports would resume at dawn', speaker: 'Tariq al-Hadidi' }],
    },
    {
      text: 'Virologist Lorena Ibáñez Quiroga has spent her career among bats. “They are better neighbours than we are,” said Ibáñez Quiroga. According to Ibáñez Quiroga, the cave should be closed to tourists for good.',
      expect: [
        { content: 'They are better neighbours than we are', speaker: 'Lorena Ibáñez Quiroga' },
        { content: 'the cave should be closed to tourists for good', speaker: 'Lorena Ibáñez Quiroga' },
      ],
    },
  ],
  'negation-kept': [
    {
      text: '“We are not proposing to shut a single library,” said council leader Marjorie Ashdown. The consultation ends on 30 June.',
      expect: [{ content: 'We are not proposing to shut a single library', speaker: 'Marjorie Ashdown' }],
    },
    {
      text: 'Azure Wings cancelled all its flights to Kilimoro on Thursday. The airline did not say when they would resume. Passengers would not be refunded in cash, it said in an email to travel agents.',
      expect: [
        { content: 'when they would resume', speaker: 'Azure Wings' },
        { content: 'Passengers would not be refunded in cash', speaker: 'Azure Wings' },
      ],
    },
    {
      text: 'Colonel Radovan Jelisic faced the tribunal for a third day. He did not deny that the order bore his signature. Jelisic said he did not remember writing it.',
      expect: [
        { content: 'the order bore his signature', speaker: 'Radovan Jelisic' },
        { content: 'he did not remember writing it', speaker: 'Radovan Jelisic' },
      ],
    },
    {
      text: 'The chip maker will not cut jobs at its Penang plant, chief executive Low Siew Fong told staff on Friday. Nor, she said, would the design team be moved abroad.',
      expect: [
        { content: 'will not cut jobs at its Penang plant', speaker: 'Low Siew Fong' },
        { content: 'would the design team be moved abroad', speaker: 'Low Siew Fong' },
      ],
    },
  ],
  'thought-not-speech': [
    {
      text: 'The shipping line Norrvik plans to scrap its four oldest tankers before the end of the decade. Two of them have not left port since 2021.',
      expect: [{ content: 'to scrap its four oldest tankers', speaker: 'Norrvik', class: 'thought' }],
      never: ['to scrap its four oldest tankers', 'have not left port'],
    },
    {
      text: 'The relay team has not won a medal since 2017. Coach Imani Delacroix hopes to have her two best sprinters back for the indoor season.',
      expect: [{ content: 'to have her two best sprinters back', speaker: 'Imani Delacroix', class: 'thought' }],
      never: ['to have her two best sprinters back', 'has not won a medal'],
    },
    {
      text: 'Work on the new stadium begins in March. Residents of the Vila Aurora estate fear that it will push up their rents.',
      expect: [
        { content: 'it will push up their rents', speaker: 'Residents of the Vila Aurora estate', class: 'thought' },
      ],
      never: ['Work on the new stadium', 'it will push up their rents'],
    },
    {
      text: 'The painting vanished from a manor near Amboise in 2019. Inspector Clémence Baudoin believes that it left the country in a horse box. She wants to search the stables again before the summer.',
      expect: [
        { content: 'it left the country in a horse box', speaker: 'Clémence Baudoin', class: 'thought' },
        { content: 'to search the stables again', speaker: 'Clémence Baudoin', class: 'thought' },
      ],
      never: ['it left the country in a horse box', 'to search the stables again', 'The painting vanished'],
    },
  ],
  'press-release': [
    {
      text: 'FOR IMMEDIATE RELEASE\n\nHALDEN SPRINGS, Colo., March 3, 2025 – Verdanta Robotics today announced that it has bought the sensor business of Kite & Marrow. “This puts eyes on every tractor we build,” said Noor Castellane, chief executive of Verdanta Robotics.\n\nVerdanta Robotics employs 400 people in six states.',
      published: '2025-03-03',
      expect: [
        {
          content: 'it has bought the sensor business of Kite & Marrow',
          speaker: 'Verdanta Robotics',
          said: '2025-03-03',
        },
        { content: 'This puts eyes on every tractor we build', speaker: 'Noor Castellane', said: '2025-03-03' },
      ],
      never: ['employs 400 people'],
    },
    {
      text: 'New grants for small harbours open to bids\n\nMinister for Coasts Ragnhild Aspelund said:\n\n“Our fishing towns have waited long enough for this.\n\n“Every harbour with fewer than fifty boats can apply from Monday.”\n\nNotes to editors: The scheme replaces the harbour grant of 2016.',
      published: '2024-10-01',
      expect: [
        {
          content: 'Our fishing towns have waited long enough for this',
          speaker: 'Ragnhild Aspelund',
          said: '2024-10-01',
        },
        {
          content: 'Every harbour with fewer than fifty boats can apply from Monday',
          speaker: 'Ragnhild Aspelund',
          said: '2024-10-01',
        },
      ],
      never: ['The scheme replaces the harbour grant'],
    },
    {
      text: '“The enzyme eats the plastic in hours, not years,” says Professor Chukwuemeka Eze of the University of Lindale, who led the project. Co-author Dr Saoirse Halloran adds: “It works in cold water, too.” The study appears in this week’s issue of Polymer Letters.',
      expect: [
        { content: 'The enzyme eats the plastic in hours, not years', speaker: 'Chukwuemeka Eze' },
        { content: 'It works in cold water, too', speaker: 'Saoirse Halloran' },
      ],
      never: ['The study appears'],
    },
    {
      text: 'A Harlan Bay man was sentenced today to 12 years in prison for arson, District Attorney Lupe Armendariz announced. "This defendant set fire to homes where children were sleeping," DA Armendariz said. The case was prosecuted by Deputy District Attorney Colin Yazzie.',
      published: '2023-05-18',
      expect: [
        {
          content: 'was sentenced today to 12 years in prison for arson',
          speaker: 'Lupe Armendariz',
          said: '2023-05-18',
        },
        {
          content: 'This defendant set fire to homes where children were sleeping',
          speaker: 'Lupe Armendariz',
          said: '2023-05-18',
        },
      ],
      never: ['The case was prosecuted'],
    },
  ],
  'live-page': [
    {
      text: '14:05\n\nTransport minister Elif Karadeniz says no train will run before the evening.\n\n13:41\n\n“I have been on this platform for five hours,” commuter Radu Munteanu tells our reporter.\n\n13:20\n\nA cable has been cut near the airport, according to the rail operator.',
      expect: [
        { content: 'no train will run before the evening', speaker: 'Elif Karadeniz' },
        { content: 'I have been on this platform for five hours', speaker: 'Radu Munteanu' },
        { content: 'A cable has been cut near the airport', speaker: 'rail operator' },
      ],
    },
    {
      text: 'Full time: Harriers 2-2 Vale\n\nHarriers captain Ebo Quarshie is furious: “That was never a penalty.”\n\n88 mins: Vale equalise from the spot!\n\nHalf time: Vale manager Sorcha Devane tells us at the tunnel that her side have been asleep. “I’ve told them to wake up,” she says.',
      expect: [
        { content: 'That was never a penalty', speaker: 'Ebo Quarshie' },
        { content: 'her side have been asleep', speaker: 'Sorcha Devane' },
        { content: 'I’ve told them to wake up', speaker: 'Sorcha Devane' },
      ],
      never: ['Vale equalise from the spot'],
    },
    {
      text: '10.47pm: Beatriz Salcedo, the Liberal leader, tells supporters in the north that the night is “far from over”.\n\n10.32pm: The returning officer in Market Weldon orders a recount. Labour’s agent there, Gethin Pugh, reckons that eleven votes are in it.\n\n10.15pm: Polls expert Ayodele Finch says turnout is the lowest since 1918. She adds that the rain played a part.',
      expect: [
        { content: 'far from over', speaker: 'Beatriz Salcedo' },
        { content: 'turnout is the lowest since 1918', speaker: 'Ayodele Finch' },
        { content: 'the rain played a part', speaker: 'Ayodele Finch' },
      ],
    },
    {
      text: '11:02 a.m. — Juror questions are over. The next witness, pathologist Dr. Hideo Marlowe, says the wound was an old one.\n\n11:19 a.m. — Defense attorney Carla Benedetti rises. "Doctor, did you weigh the hammer?" she asks.\n\n11:20 a.m. — "No one brought it to me," he answers.',
      expect: [
        { content: 'the wound was an old one', speaker: 'Hideo Marlowe' },
        { content: 'did you weigh the hammer?', speaker: 'Carla Benedetti' },
        { content: 'No one brought it to me', speaker: 'Hideo Marlowe' },
      ],
    },
  ],
};
