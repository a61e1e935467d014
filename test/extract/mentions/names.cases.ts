/** A small text with everybody whom it names. */
export interface NameCase {
  readonly text: string;
  /** Type and fullest name of every person and organisation, in the order of the text. Places do not count. */
  readonly names: readonly string[];
  /** Who says what: words of a statement, and the speaker. */
  readonly says: Readonly<Record<string, string>>;
}

/** Small texts by the kind of name that is hard in them. */
export const NAME_CASES: Readonly<Record<string, readonly NameCase[]>> = {
  particle: [
    {
      text: 'Annelies van der Kolk runs the tram drivers’ pension scheme. “No one will lose a cent,” Van der Kolk told reporters on Monday.',
      names: ['person Annelies van der Kolk'],
      says: { 'No one will lose a cent': 'Annelies van der Kolk' },
    },
    {
      text: 'Matthias von der Heide met farmers in Oldmere on Tuesday. The subsidy would be paid in May, von der Heide said. “It is late, I know,” he added.',
      names: ['person Matthias von der Heide'],
      says: { 'The subsidy would be paid in May': 'Matthias von der Heide', 'It is late': 'Matthias von der Heide' },
    },
    {
      text: 'Paulo dos Reis has led the dockers since 2019. Dos Reis said the strike would begin at midnight.',
      names: ['person Paulo dos Reis'],
      says: { 'the strike would begin at midnight': 'Paulo dos Reis' },
    },
    {
      text: 'The court heard Yael bat Shalev and Eitan ben Dror on Thursday. “The well was dry,” ben Dror said. Bat Shalev said it had never been dry.',
      names: ['person Yael bat Shalev', 'person Eitan ben Dror'],
      says: { 'The well was dry': 'Eitan ben Dror', 'it had never been dry': 'Yael bat Shalev' },
    },
    {
      text: 'Khalid bin Rashid, the energy minister, spoke in Nesse. “Output will not rise,” bin Rashid said. Asked about prices, Bin Rashid said they would settle.',
      names: ['person Khalid bin Rashid'],
      says: { 'Output will not rise': 'Khalid bin Rashid', 'they would settle': 'Khalid bin Rashid' },
    },
    {
      text: 'Samir al-Khoury leads the relief convoy. “The road is open,” al-Khoury said. By evening, Khoury said, forty lorries had crossed.',
      names: ['person Samir al-Khoury'],
      says: { 'The road is open': 'Samir al-Khoury', 'forty lorries had crossed': 'Samir al-Khoury' },
    },
    {
      text: 'Chiara De Santis resigned on Friday. Her deputy, Ewan Mac Giolla, takes over. “I was not pushed,” De Santis said. Mac Giolla said he had asked her to stay.',
      names: ['person Chiara De Santis', 'person Ewan Mac Giolla'],
      says: { 'I was not pushed': 'Chiara De Santis', 'he had asked her to stay': 'Ewan Mac Giolla' },
    },
    {
      text: 'Sophie de la Croix wrote the report, and Luc du Parc paid for it. “Every figure stands,” de la Croix said. Du Parc said he had not read it.',
      names: ['person Sophie de la Croix', 'person Luc du Parc'],
      says: { 'Every figure stands': 'Sophie de la Croix', 'he had not read it': 'Luc du Parc' },
    },
  ],
  'two surnames': [
    {
      text: 'Ignacio Moral Fuentes coaches the rowing team. “We were slow at the start,” Moral said.',
      names: ['person Ignacio Moral Fuentes'],
      says: { 'We were slow at the start': 'Ignacio Moral Fuentes' },
    },
    {
      text: 'Lucía Ortega Villar, who owns the vineyard, blamed the frost. Ortega said a third of the crop was gone. “We will replant,” Ortega Villar added.',
      names: ['person Lucía Ortega Villar'],
      says: { 'a third of the crop was gone': 'Lucía Ortega Villar', 'We will replant': 'Lucía Ortega Villar' },
    },
    {
      text: 'The senator Joaquín Bravo Salcedo opened the session. “The budget is a fiction,” Joaquín Bravo said. Senator Bravo walked out at noon.',
      names: ['person Joaquín Bravo Salcedo'],
      says: { 'The budget is a fiction': 'Joaquín Bravo Salcedo' },
    },
    {
      text: 'Beatriz Lima Andrade and Tomás Lima met at the port. Andrade said the crane was safe. “It is not,” Tomás Lima replied.',
      names: ['person Beatriz Lima Andrade', 'person Tomás Lima'],
      says: { 'the crane was safe': 'Beatriz Lima Andrade', 'It is not': 'Tomás Lima' },
    },
    {
      text: 'Harriet Vaughan Cole chairs the trust that owns the pier. “The roof comes first,” Vaughan Cole said. Ms Vaughan Cole said the café could wait.',
      names: ['person Harriet Vaughan Cole'],
      says: { 'The roof comes first': 'Harriet Vaughan Cole', 'the café could wait': 'Harriet Vaughan Cole' },
    },
  ],
  suffix: [
    {
      text: 'Calvin Roper Jr. owns the quarry. “We will fill it in by June,” Roper said.',
      names: ['person Calvin Roper Jr.'],
      says: { 'We will fill it in by June': 'Calvin Roper Jr.' },
    },
    {
      text: 'Judge Alden Whitlock III read the verdict aloud. “This was no accident,” Whitlock said.',
      names: ['person Alden Whitlock III'],
      says: { 'This was no accident': 'Alden Whitlock III' },
    },
    {
      text: 'Dwight Farris, Jr., the county treasurer, denied it. “I signed nothing,” said Farris. Dwight Farris Jr. has held the post for nine years.',
      names: ['person Dwight Farris, Jr.'],
      says: { 'I signed nothing': 'Dwight Farris, Jr.' },
    },
    {
      text: 'Leroy Maddox Sr. founded the chapel and Leroy Maddox Jr. preaches in it. “My father laid every brick,” said Leroy Maddox Jr. on Sunday. Leroy Maddox Sr. said his back still hurt.',
      names: ['person Leroy Maddox Sr.', 'person Leroy Maddox Jr.'],
      says: { 'My father laid every brick': 'Leroy Maddox Jr.', 'his back still hurt': 'Leroy Maddox Sr.' },
    },
    {
      text: 'Professor Imogen Tarrant FRS examined the bones. “They are older than the wall,” Tarrant said. Barrister Neil Oakes KC said that proved nothing.',
      names: ['person Imogen Tarrant', 'person Neil Oakes'],
      says: { 'They are older than the wall': 'Imogen Tarrant', 'that proved nothing': 'Neil Oakes' },
    },
    {
      text: 'Gus Van Loon Jr. sells boats in Karrow. “Nobody buys in winter,” Van Loon said. Mr. Van Loon has two sons.',
      names: ['person Gus Van Loon Jr.'],
      says: { 'Nobody buys in winter': 'Gus Van Loon Jr.' },
    },
  ],
  rank: [
    {
      text: 'Sergeant Major Idris Cole drilled the recruits. “They march like ducks,” Sgt. Maj. Cole said.',
      names: ['person Idris Cole'],
      says: { 'They march like ducks': 'Idris Cole' },
    },
    {
      text: 'Lieutenant Colonel Marta de Brienne commands the base. “The runway will be closed for a week,” Lt. Col. de Brienne said. Col de Brienne said no one was hurt.',
      names: ['person Marta de Brienne'],
      says: { 'The runway will be closed for a week': 'Marta de Brienne', 'no one was hurt': 'Marta de Brienne' },
    },
    {
      text: 'Rear Admiral Owen Thirlby took the salute. “It is a good ship,” Admiral Thirlby said. Adm Thirlby retires in July.',
      names: ['person Owen Thirlby'],
      says: { 'It is a good ship': 'Owen Thirlby' },
    },
    {
      text: 'Sir Lionel Ashdown and Dame Ottoline Rees judged the show. “The dahlias were poor,” Sir Lionel said. Dame Ottoline said the roses were worse.',
      names: ['person Lionel Ashdown', 'person Ottoline Rees'],
      says: { 'The dahlias were poor': 'Lionel Ashdown', 'the roses were worse': 'Ottoline Rees' },
    },
    {
      text: 'Detective Chief Inspector Moira Slade is in charge. “We are looking for a blue van,” DCI Slade said. Inspector Slade said the van had no plates.',
      names: ['person Moira Slade'],
      says: { 'We are looking for a blue van': 'Moira Slade', 'the van had no plates': 'Moira Slade' },
    },
    {
      text: 'Captain Piet ter Horst brought the ferry in. “The fog came down like a curtain,” Capt ter Horst said. Captain Ter Horst has sailed the route for years.',
      names: ['person Piet ter Horst'],
      says: { 'The fog came down like a curtain': 'Piet ter Horst' },
    },
  ],
  initials: [
    {
      text: 'W. B. Harcastle sold the mill in March. “It never paid,” Mr Harcastle said. W.B. Harcastle is 81.',
      names: ['person W. B. Harcastle'],
      says: { 'It never paid': 'W. B. Harcastle' },
    },
    {
      text: 'JT Farrow, who trains the horse, was pleased. “He ran his race,” Farrow said. J.T. Farrow has won it twice.',
      names: ['person J.T. Farrow'],
      says: { 'He ran his race': 'J.T. Farrow' },
    },
    {
      text: 'Nadine R. Postlewaite won the seat by nine votes. “Nine is enough,” Nadine Postlewaite said.',
      names: ['person Nadine R. Postlewaite'],
      says: { 'Nine is enough': 'Nadine R. Postlewaite' },
    },
    {
      text: 'Walter H. Brack and Walter S. Brack are cousins and rivals. “He cannot count,” Walter H. Brack said. Walter S. Brack said he could count very well.',
      names: ['person Walter H. Brack', 'person Walter S. Brack'],
      says: { 'He cannot count': 'Walter H. Brack', 'he could count very well': 'Walter S. Brack' },
    },
    {
      text: 'Edmund Lyle wrote the letter in May. “I stand by each word of it,” E. Lyle told the inquiry on Friday.',
      names: ['person Edmund Lyle'],
      says: { 'I stand by each word of it': 'Edmund Lyle' },
    },
    {
      text: 'P. Edgar Strang inspects mines. “The shaft was sound,” Strang said on Monday. Edgar Strang said he would look at it himself.',
      names: ['person P. Edgar Strang'],
      says: { 'The shaft was sound': 'P. Edgar Strang', 'he would look at it himself': 'P. Edgar Strang' },
    },
  ],
  nickname: [
    {
      text: 'Gordon “Biff” Talbot drove the winning car. “The brakes were gone by lap nine,” Biff Talbot said.',
      names: ['person Gordon “Biff” Talbot'],
      says: { 'The brakes were gone by lap nine': 'Gordon “Biff” Talbot' },
    },
    {
      text: "Rosalind 'Roz' Keane runs the shelter with one helper. “We are full,” Roz said. Keane said eleven dogs had come in since Friday.",
      names: ["person Rosalind 'Roz' Keane"],
      says: { 'We are full': "Rosalind 'Roz' Keane", 'eleven dogs had come in': "Rosalind 'Roz' Keane" },
    },
    {
      text: 'Harold "Bud" Nystrom, a retired welder, saw the plane fall. "It came in over the barn," Nystrom said. Bud Nystrom called the sheriff.',
      names: ['person Harold "Bud" Nystrom'],
      says: { 'It came in over the barn': 'Harold "Bud" Nystrom' },
    },
    {
      text: 'Vincent (Vinnie) Lazzaro opened the bar in 1988. “I never watered a drink,” Vinnie Lazzaro said.',
      names: ['person Vincent (Vinnie) Lazzaro'],
      says: { 'I never watered a drink': 'Vincent (Vinnie) Lazzaro' },
    },
    {
      text: 'Teodor “The Hammer” Brandl lost in the third round. “I did not see it coming,” Brandl said. Teodor Brandl will not fight again this year.',
      names: ['person Teodor “The Hammer” Brandl'],
      says: { 'I did not see it coming': 'Teodor “The Hammer” Brandl' },
    },
    {
      text: '“I was asleep,” said Margaret “Peg” Dunmore, who lives above the shop. “Then the glass went.” Peg Dunmore called the fire brigade.',
      names: ['person Margaret “Peg” Dunmore'],
      says: { 'I was asleep': 'Margaret “Peg” Dunmore', 'Then the glass went': 'Margaret “Peg” Dunmore' },
    },
  ],
  'month or day': [
    {
      text: 'Theodora May runs the orchard. “The bees came late,” May said. May said the trees would flower in May.',
      names: ['person Theodora May'],
      says: { 'The bees came late': 'Theodora May', 'the trees would flower in May': 'Theodora May' },
    },
    {
      text: 'April Lindqvist keeps the lighthouse. In April, Lindqvist said, the lamp would be replaced.',
      names: ['person April Lindqvist'],
      says: { 'the lamp would be replaced': 'April Lindqvist' },
    },
    {
      text: 'Jarvis March sued the council. “They cut down the wrong tree,” Mr March said on the first of March.',
      names: ['person Jarvis March'],
      says: { 'They cut down the wrong tree': 'Jarvis March' },
    },
    {
      text: 'Detective Gillian Friday arrested two men on Friday. “Both had keys,” Friday said.',
      names: ['person Gillian Friday'],
      says: { 'Both had keys': 'Gillian Friday' },
    },
    {
      text: 'Tuesday Haverill sang at the opening. “I was shaking,” Haverill said. On Tuesday she sings again.',
      names: ['person Tuesday Haverill'],
      says: { 'I was shaking': 'Tuesday Haverill' },
    },
    {
      text: 'June Abernathy and August Wexler share a stall. “He sings all day,” Abernathy said. Wexler said he would stop in June.',
      names: ['person June Abernathy', 'person August Wexler'],
      says: { 'He sings all day': 'June Abernathy', 'he would stop in June': 'August Wexler' },
    },
  ],
  'no Latin habit': [
    {
      text: 'Premier Tao Weimin signed the treaty. “The river belongs to both of us,” Tao said.',
      names: ['person Tao Weimin'],
      says: { 'The river belongs to both of us': 'Tao Weimin' },
    },
    {
      text: 'Abdul Salam lost his house in the flood. “The water was at the window,” Salam said. Abdul Salam has four children.',
      names: ['person Abdul Salam'],
      says: { 'The water was at the window': 'Abdul Salam' },
    },
    {
      text: 'Suharyono, a rice farmer who goes by one name, came to the hearing. “The seed was bad,” Suharyono said.',
      names: ['person Suharyono'],
      says: { 'The seed was bad': 'Suharyono' },
    },
    {
      text: 'Nguyen Thi Lan heads the textile union. “The looms stand still,” Lan said. Ms Lan said the wages were three months late.',
      names: ['person Nguyen Thi Lan'],
      says: { 'The looms stand still': 'Nguyen Thi Lan', 'the wages were three months late': 'Nguyen Thi Lan' },
    },
    {
      text: 'Han Seung-woo, the trade envoy, spoke after the talks. “We are close,” Han said. Mr. Han will fly home on Friday.',
      names: ['person Han Seung-woo'],
      says: { 'We are close': 'Han Seung-woo' },
    },
    {
      text: 'Abdul Rahman Qazi taught for thirty years. “Nobody paid us,” Abdul Rahman said. Qazi said the school had closed.',
      names: ['person Abdul Rahman Qazi'],
      says: { 'Nobody paid us': 'Abdul Rahman Qazi', 'the school had closed': 'Abdul Rahman Qazi' },
    },
  ],
  'hyphen or apostrophe': [
    {
      text: 'Jean-Marc Delorme wrote the score. “It took a night,” Delorme said. Jean-Marc said he would not change a note.',
      names: ['person Jean-Marc Delorme'],
      says: { 'It took a night': 'Jean-Marc Delorme', 'he would not change a note': 'Jean-Marc Delorme' },
    },
    {
      text: "Siobhan O’Keeffe found the ring. “It was under the sink,” O'Keeffe said. Ms O’Keeffe’s ring is worth nothing.",
      names: ['person Siobhan O’Keeffe'],
      says: { 'It was under the sink': 'Siobhan O’Keeffe' },
    },
    {
      text: 'Clara Hale-Winters and Bernard Hale run the two shops. “We do not speak,” Hale-Winters said. Hale said he had tried.',
      names: ['person Clara Hale-Winters', 'person Bernard Hale'],
      says: { 'We do not speak': 'Clara Hale-Winters', 'he had tried': 'Bernard Hale' },
    },
    {
      text: "N’Dri Kouassi plays in goal. “The ball swerved,” Kouassi said. N'Dri Kouassi has let in two goals since May.",
      names: ['person N’Dri Kouassi'],
      says: { 'The ball swerved': 'N’Dri Kouassi' },
    },
    {
      text: 'Renée Dubois-Lefèvre leads the excavation. “We have found a kiln,” Dubois-Lefevre said. Renee Dubois-Lefevre will publish in spring.',
      names: ['person Renée Dubois-Lefèvre'],
      says: { 'We have found a kiln': 'Renée Dubois-Lefèvre' },
    },
    {
      text: 'Dario D’Amico cleans the fountains. “Coins block the pump,” D’Amico said. D’Amico’s brother sells ice.',
      names: ['person Dario D’Amico'],
      says: { 'Coins block the pump': 'Dario D’Amico' },
    },
  ],
  'capitals in a heading': [
    {
      text: 'HELENA STROUD QUITS AS HARBOUR CHIEF\n\nHelena Stroud resigned on Monday after nine years. “I have done my part,” Stroud said.',
      names: ['person Helena Stroud'],
      says: { 'I have done my part': 'Helena Stroud' },
    },
    {
      text: 'MINISTER ARNE KVAM DEFENDS TOLL\n\nThe toll stays, Arne Kvam told farmers. “Roads cost money,” Kvam said.',
      names: ['person Arne Kvam'],
      says: { 'Roads cost money': 'Arne Kvam' },
    },
    {
      text: 'O’GRADY: PIER WILL OPEN\n\nThe pier will open in June, Deirdre O’Grady said on Friday. O’Grady has run the port since 2016.',
      names: ['person Deirdre O’Grady'],
      says: { 'The pier will open in June': 'Deirdre O’Grady' },
    },
    {
      text: 'VAN HOUTEN LEAVES BOARD\n\nGerrit van Houten left the board of the dairy on Tuesday. “I am tired,” Van Houten said.',
      names: ['person Gerrit van Houten'],
      says: { 'I am tired': 'Gerrit van Houten' },
    },
    {
      text: 'KAREN POOLE AND HUGH MARLOW CLASH OVER LIBRARY\n\n“The library stays,” Karen Poole told the meeting. Hugh Marlow said it could not.',
      names: ['person Karen Poole', 'person Hugh Marlow'],
      says: { 'The library stays': 'Karen Poole', 'it could not': 'Hugh Marlow' },
    },
  ],
  peer: [
    {
      text: 'Lord Fenwick of Alnmoor opened the debate. “This bill is a sieve,” Lord Fenwick said.',
      names: ['person Lord Fenwick of Alnmoor'],
      says: { 'This bill is a sieve': 'Lord Fenwick of Alnmoor' },
    },
    {
      text: 'Baroness Tyndale of Marsh Lacey asked for a vote. “We have waited a year,” Lady Tyndale said. Baroness Tyndale sits on the cross benches.',
      names: ['person Baroness Tyndale of Marsh Lacey'],
      says: { 'We have waited a year': 'Baroness Tyndale of Marsh Lacey' },
    },
    {
      text: 'Lord Ambrose and Lady Ambrose gave the house to the trust. “It was too cold for us,” Lady Ambrose said. Lord Ambrose said he would miss the ducks.',
      names: ['person Lord Ambrose', 'person Lady Ambrose'],
      says: { 'It was too cold for us': 'Lady Ambrose', 'he would miss the ducks': 'Lord Ambrose' },
    },
    {
      text: 'King Magnus IV visited the flooded towns on Monday. “You will not be forgotten,” King Magnus said. The King stayed for an hour.',
      names: ['person King Magnus IV'],
      says: { 'You will not be forgotten': 'King Magnus IV' },
    },
    {
      text: 'The Duke of Harrowmere sold two paintings. “The roof leaks,” the Duke of Harrowmere said.',
      names: ['person Duke of Harrowmere'],
      says: { 'The roof leaks': 'Duke of Harrowmere' },
    },
    {
      text: 'Crown Prince Faisal bin Omar received the envoys. “We want quiet on the border,” Prince Faisal said.',
      names: ['person Faisal bin Omar'],
      says: { 'We want quiet on the border': 'Faisal bin Omar' },
    },
  ],
  'several titles': [
    {
      text: 'The Rev Dr Silas Whitby buried both men. “They were friends again,” Dr Whitby said. The Rev Whitby asked for calm.',
      names: ['person Silas Whitby'],
      says: { 'They were friends again': 'Silas Whitby', calm: 'Silas Whitby' },
    },
    {
      text: 'The Rt Hon Prudence Vane MP wrote to the prime minister. “It cannot go on,” Ms Vane wrote.',
      names: ['person Prudence Vane'],
      says: { 'It cannot go on': 'Prudence Vane' },
    },
    {
      text: 'Prof. Dr. Ulrike Behrens tested the water. “It is clean,” Prof. Behrens said. Dr. Behrens said the pipes were old.',
      names: ['person Ulrike Behrens'],
      says: { 'It is clean': 'Ulrike Behrens', 'the pipes were old': 'Ulrike Behrens' },
    },
    {
      text: 'The Very Reverend Clement Oddie closed the cathedral. “The tower moves,” Dean Oddie said. The Rev. Oddie said nobody was at risk.',
      names: ['person Clement Oddie'],
      says: { 'The tower moves': 'Clement Oddie', 'nobody was at risk': 'Clement Oddie' },
    },
    {
      text: 'Major General Sir Piers Lockhart inspected the bridge. “It will bear a tank,” Sir Piers said. General Lockhart left by car.',
      names: ['person Piers Lockhart'],
      says: { 'It will bear a tank': 'Piers Lockhart' },
    },
  ],
  'organisation of and and': [
    {
      text: 'The Department of Rivers and Harbours published the map. “The old one was wrong,” the Department of Rivers and Harbours said.',
      names: ['organisation Department of Rivers and Harbours'],
      says: { 'The old one was wrong': 'Department of Rivers and Harbours' },
    },
    {
      text: 'The Institute for Soil and Water Research warned of drought. The Institute for Soil and Water Research said that wells would run dry by August.',
      names: ['organisation Institute for Soil and Water Research'],
      says: { 'wells would run dry by August': 'Institute for Soil and Water Research' },
    },
    {
      text: 'The University of Karrow will drop Latin. The University of Karrow said in a statement that too few students chose it.',
      names: ['organisation University of Karrow'],
      says: { 'too few students chose it': 'University of Karrow' },
    },
    {
      text: 'Ivor Pell told the Bank of Estrey that he was broke. The Bank of Estrey said it had heard that before.',
      names: ['person Ivor Pell', 'organisation Bank of Estrey'],
      says: { 'he was broke': 'Ivor Pell', 'it had heard that before': 'Bank of Estrey' },
    },
    {
      text: 'Marks and Tolliver will close nine shops. Marks and Tolliver said that rents had doubled.',
      names: ['organisation Marks and Tolliver'],
      says: { 'rents had doubled': 'Marks and Tolliver' },
    },
  ],
  'acronym in brackets': [
    {
      text: 'The Northern Dairy Council (NDC) raised its price. The NDC said that feed was dear.',
      names: ['organisation Northern Dairy Council'],
      says: { 'feed was dear': 'Northern Dairy Council' },
    },
    {
      text: 'The Ministry of Roads (MoR) has sold its lorries. “We rent now,” the MoR said.',
      names: ['organisation Ministry of Roads'],
      says: { 'We rent now': 'Ministry of Roads' },
    },
    {
      text: 'The Agency for Harbour Standards, or AHS, fined two ferry lines. AHS said that lifeboats were missing.',
      names: ['organisation Agency for Harbour Standards'],
      says: { 'lifeboats were missing': 'Agency for Harbour Standards' },
    },
    {
      text: 'Staff of the UPW (Union of Port Workers) stopped work at noon. “We are done talking,” the UPW said. The Union of Port Workers has 900 members.',
      names: ['organisation Union of Port Workers'],
      says: { 'We are done talking': 'Union of Port Workers' },
    },
    {
      text: 'Sultan bin Tariq (SBT) announced the sale. SBT said the airline would stay in one piece.',
      names: ['person Sultan bin Tariq'],
      says: { 'the airline would stay in one piece': 'Sultan bin Tariq' },
    },
    {
      text: 'The European Association of Clockmakers (“the EAC”) met in Nesse. The EAC said that standards had slipped.',
      names: ['organisation European Association of Clockmakers'],
      says: { 'standards had slipped': 'European Association of Clockmakers' },
    },
  ],
  'one family': [
    {
      text: 'Oskar Brandt and his wife, Lena Brandt, bought the inn. “The beds were damp,” Mrs Brandt said. Mr Brandt said the cellar was worse.',
      names: ['person Oskar Brandt', 'person Lena Brandt'],
      says: { 'The beds were damp': 'Lena Brandt', 'the cellar was worse': 'Oskar Brandt' },
    },
    {
      text: 'Sheriff Dale Cutter and his brother Ron Cutter disagree. “The dam is fine,” Sheriff Cutter said. Ron Cutter said it leaked.',
      names: ['person Dale Cutter', 'person Ron Cutter'],
      says: { 'The dam is fine': 'Dale Cutter', 'it leaked': 'Ron Cutter' },
    },
    {
      text: 'Edith van Aalst and Pieter van Aalst inherited the farm. “I will not sell,” Edith said. Pieter said he had no choice.',
      names: ['person Edith van Aalst', 'person Pieter van Aalst'],
      says: { 'I will not sell': 'Edith van Aalst', 'he had no choice': 'Pieter van Aalst' },
    },
    {
      text: 'Charles Penrose II built the railway; Charles Penrose III closed it. “It ran at a loss,” Charles Penrose III said.',
      names: ['person Charles Penrose II', 'person Charles Penrose III'],
      says: { 'It ran at a loss': 'Charles Penrose III' },
    },
    {
      text: 'Anna Lindt-Moser and Anna Moser both stood for mayor. “One of us is too many,” Anna Moser said. Anna Lindt-Moser said she would win.',
      names: ['person Anna Lindt-Moser', 'person Anna Moser'],
      says: { 'One of us is too many': 'Anna Moser', 'she would win': 'Anna Lindt-Moser' },
    },
  ],
  'word as a name': [
    {
      text: 'Will Thorne said the bill would pass. Bill Ashby said that it would not, and that Thorne knew it.',
      names: ['person Will Thorne', 'person Bill Ashby'],
      says: { 'the bill would pass': 'Will Thorne', 'it would not': 'Bill Ashby' },
    },
    {
      text: 'Mark Grant teaches art. “The grant will save us,” Grant said.',
      names: ['person Mark Grant'],
      says: { 'The grant will save us': 'Mark Grant' },
    },
    {
      text: 'Hope Marlin swam the strait in nine hours. “I had no hope at dawn,” Marlin said. Hope said the cold was the worst.',
      names: ['person Hope Marlin'],
      says: { 'I had no hope at dawn': 'Hope Marlin', 'the cold was the worst': 'Hope Marlin' },
    },
    {
      text: 'Rob Banks, of all people, was the guard. “Nobody laughed,” Banks said. The banks were closed on Monday.',
      names: ['person Rob Banks'],
      says: { 'Nobody laughed': 'Rob Banks' },
    },
    {
      text: 'Grace Field was late. Art Lowe said that Field had missed the train. “It left early,” Field said.',
      names: ['person Grace Field', 'person Art Lowe'],
      says: { 'Field had missed the train': 'Art Lowe', 'It left early': 'Grace Field' },
    },
  ],
  // Written when the others came out right.
  'of every kind': [
    {
      text: 'Marion Tate and her son Marion Tate Jr. own the boatyard. “He does the work,” Marion Tate said. Tate Jr. said she was too kind.',
      names: ['person Marion Tate', 'person Marion Tate Jr.'],
      says: { 'He does the work': 'Marion Tate', 'she was too kind': 'Marion Tate Jr.' },
    },
    {
      text: 'Elias Voss and his wife Greta Voss run the inn. “We are full,” Voss said. “He always says that,” said his wife.',
      names: ['person Elias Voss', 'person Greta Voss'],
      says: { 'We are full': 'Elias Voss' },
    },
    {
      text: 'Evelyn May told the inquiry that the trains would stop in May. May said she had warned the board.',
      names: ['person Evelyn May'],
      says: { 'she had warned the board': 'Evelyn May' },
    },
    {
      text: 'Tuesday Lorne plays the widow. “She is not me,” Lorne said on Wednesday.',
      names: ['person Tuesday Lorne'],
      says: { 'She is not me': 'Tuesday Lorne' },
    },
    {
      text: 'Will Harker will leave. “I will go,” Harker said. Mark Anton marked the map.',
      names: ['person Will Harker', 'person Mark Anton'],
      says: { 'I will go': 'Will Harker' },
    },
    {
      text: 'Bill Corrie opposed the bill. “The bill is dead,” Corrie told reporters. The bill passed.',
      names: ['person Bill Corrie'],
      says: { 'The bill is dead': 'Bill Corrie' },
    },
    {
      text: 'Nathan Smith sued Carol Smith. “She owes me a horse,” Mr. Smith said. Ms. Smith said the horse was dead.',
      names: ['person Nathan Smith', 'person Carol Smith'],
      says: { 'She owes me a horse': 'Nathan Smith', 'the horse was dead': 'Carol Smith' },
    },
    {
      text: 'King Edmund III opened the dam. “It will hold,” King Edmund said. Queen Ada and Prince Otto stood beside him.',
      names: ['person King Edmund III', 'person Queen Ada', 'person Prince Otto'],
      says: { 'It will hold': 'King Edmund III' },
    },
    {
      text: 'Pope Anselm wrote to the bishops. “Do not be afraid,” Anselm wrote. Pope Anselm is 79.',
      names: ['person Pope Anselm'],
      says: { 'Do not be afraid': 'Pope Anselm' },
    },
    {
      text: 'Li Guowei met Li Na in Nesse. “The deal is done,” Li Guowei said. Li Na said nothing was done.',
      names: ['person Li Guowei', 'person Li Na'],
      says: { 'The deal is done': 'Li Guowei', 'nothing was done': 'Li Na' },
    },
    {
      text: 'Mansour bin Saleh, the crown prince, flew home on Sunday. “We are patient,” Prince Mansour said. Bin Saleh said oil would flow.',
      names: ['person Mansour bin Saleh'],
      says: { 'We are patient': 'Mansour bin Saleh', 'oil would flow': 'Mansour bin Saleh' },
    },
    {
      text: 'Barnaby H. Orton ran for mayor. “I lost,” Barnaby Orton said. Orton’s rival, Sean O’Dowd, said he would be kind.',
      names: ['person Barnaby H. Orton', 'person Sean O’Dowd'],
      says: { 'I lost': 'Barnaby H. Orton', 'he would be kind': 'Sean O’Dowd' },
    },
    {
      text: 'Al Garner and Hassan al-Masri met in Oldmere. “We agreed on water,” Garner said. “On nothing else,” al-Masri said.',
      names: ['person Al Garner', 'person Hassan al-Masri'],
      says: { 'We agreed on water': 'Al Garner', 'On nothing else': 'Hassan al-Masri' },
    },
    {
      text: 'Robert De Nardo cooks. “I burn nothing,” De Nardo said. Critics disagree with De Nardo.',
      names: ['person Robert De Nardo'],
      says: { 'I burn nothing': 'Robert De Nardo' },
    },
    {
      text: 'Jean-Luc Ferrand and Jean Ferrand are not related. “He is taller,” Jean Ferrand said. Jean-Luc Ferrand said that was true.',
      names: ['person Jean-Luc Ferrand', 'person Jean Ferrand'],
      says: { 'He is taller': 'Jean Ferrand', 'that was true': 'Jean-Luc Ferrand' },
    },
    {
      text: 'Van Hollis and Sarah Hollis are cousins. “She began it,” Van Hollis said. Sarah Hollis said he had.',
      names: ['person Van Hollis', 'person Sarah Hollis'],
      says: { 'She began it': 'Van Hollis', 'he had': 'Sarah Hollis' },
    },
    {
      text: 'The Ministry of Works and Pensions (MWP) paid late. Minister Sven Dahl said the MWP had lost the list.',
      names: ['organisation Ministry of Works and Pensions', 'person Sven Dahl'],
      says: { 'had lost the list': 'Sven Dahl' },
    },
    {
      text: 'Lord Carrow resigned. Thomas Carrow, a carpenter, is no relation. “I build tables,” Thomas Carrow said. “I broke one,” Lord Carrow said.',
      names: ['person Lord Carrow', 'person Thomas Carrow'],
      says: { 'I build tables': 'Thomas Carrow', 'I broke one': 'Lord Carrow' },
    },
    {
      text: 'Donald Peake spoke after his son. “He was fine,” Peake said. Donald Peake Jr. had said the vote was rigged.',
      names: ['person Donald Peake', 'person Donald Peake Jr.'],
      says: { 'He was fine': 'Donald Peake', 'the vote was rigged': 'Donald Peake Jr.' },
    },
    {
      text: 'Luis Ibarra Montes heads the union; his deputy is Ana Ibarra. “We march at noon,” Ibarra Montes said. Ana Ibarra said it would rain.',
      names: ['person Luis Ibarra Montes', 'person Ana Ibarra'],
      says: { 'We march at noon': 'Luis Ibarra Montes', 'it would rain': 'Ana Ibarra' },
    },
    {
      text: 'Sir Nigel Farrow KBE met Dr Ines Prado, PhD. “A fine morning,” Sir Nigel said. Dr Prado said the lab was cold.',
      names: ['person Nigel Farrow', 'person Ines Prado'],
      says: { 'A fine morning': 'Nigel Farrow', 'the lab was cold': 'Ines Prado' },
    },
    {
      text: 'Gen. Martin Dempster and Col. H. R. McNab testified. “We were not ready,” McNab said. Gen. Dempster said they were.',
      names: ['person Martin Dempster', 'person H. R. McNab'],
      says: { 'We were not ready': 'H. R. McNab', 'they were': 'Martin Dempster' },
    },
  ],
};
