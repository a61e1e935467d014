import { FINITE_AUXILIARIES } from './english/auxiliaries.ts';
import { PREPOSITIONS } from './english/prepositions.ts';
import { DEMONSTRATIVES, POSSESSIVES, REFERRING, SUBJECTS } from './english/pronouns.ts';
import { STOP_WORDS } from './english/stop-words.ts';
import { union, words } from './words.ts';

/**
 * The small words that every sentence of a language needs, whatever it is about and whoever is named in it: articles,
 * pronouns, prepositions, conjunctions and auxiliaries, with the pieces of them that stand before or after an apostrophe
 * ("l’accord", "didn’t"). By the ISO 639-1 code of the language. The lists are our own.
 */
export const FUNCTION_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'en',
    union(
      STOP_WORDS,
      FINITE_AUXILIARIES,
      PREPOSITIONS,
      SUBJECTS,
      REFERRING,
      POSSESSIVES,
      DEMONSTRATIVES,
      words(
        'again am both each every few first last may might nobody nor off once one other own since still such told too two until while whose why yet s t ll ve didn doesn isn wasn couldn wouldn hasn haven',
      ),
    ),
  ],
  [
    'nl',
    words(
      'de het een van en in op te dat die is was zijn niet met voor er aan om ook als bij dan maar door over uit nog naar heeft hebben had ze hij zij wordt worden werd tot ik je we wel of geen kan al meer zich onder na zegt zei deze dit wat wie waar hun haar hem mij zal zou moet nu toen omdat volgens tegen',
    ),
  ],
  [
    'de',
    words(
      'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei hatte kann gegen vom können schon wenn habe seine ihre dann unter wir soll ich eines diese dieser wieder keine kein sagte will ihr ihm ihn was wer weil',
    ),
  ],
  [
    'fr',
    words(
      'de la le les des et en un une du dans est que qui pour a à par sur au plus pas il ne se ce avec sont aux son sa ses elle ont été mais ou cette ces l d n s c j qu leur on nous vous ils elles était deux sans comme après y fait selon tout même dont être avoir où si',
    ),
  ],
  [
    'es',
    words(
      'de la que el en y a los del se las por un para con no una su al lo como más pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy hasta desde está mi porque qué sólo solo han yo hay puede todos así nos ni tiene él uno donde dijo según',
    ),
  ],
  [
    'it',
    words(
      'di e il la che in a per un del è i da una le con si non al sono della dei nel ha alla più gli come l anche ma delle lo dal su ad ed se nella o degli ai era questo questa hanno stato stata tra fra sul suo sua loro dalla dopo aveva essere ci cui chi quando senza molto lui lei noi d c dell all nell dall sull',
    ),
  ],
  [
    'pt',
    words(
      'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus nas me esse eles estão tinha foram essa num nem suas às minha têm numa pelos disse segundo',
    ),
  ],
  [
    'sv',
    words(
      'och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan man när säger hon under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då sedan över bara in blir upp även vad få två vill ha många hur mer går sade sa blev detta deras hans hennes dem',
    ),
  ],
  [
    'da',
    words(
      'og i at det er en til af på de som med for den har ikke der et han var jeg sig fra vi om så kan man når hun efter eller nu sin hvor ved mod skal ville kommer ud får være havde alle andre meget end her da over kun bliver op også hvad to vil mange mere siger sagde blev dette deres hans hendes dem men under mellem',
    ),
  ],
  [
    'no',
    words(
      'og i å det er en til av på de som med for den har ikke et han var jeg seg fra vi om så kan man når hun etter eller nå sin hvor ved mot skal ville kommer ut får være hadde alle andre mye enn her da over bare blir opp også hva to vil mange mer sier sa ble dette deres hans hennes dem men under mellom',
    ),
  ],
  [
    'pl',
    words(
      'i w na z że się nie do to jest o jak za od po ale przez co dla tym ma tego są być czy tylko ze już był jego jej który która które którzy by tak a oraz ich przed była było może pod bardzo także gdy jeszcze lub nad bez u przy ten ta te tej powiedział',
    ),
  ],
  [
    'tr',
    words(
      've bir bu da de için ile çok daha olarak olan en gibi var ne kadar sonra o ya ama ki her mi değil göre dedi ise ben biz onun önce yok oldu olduğunu iki mı mu kendi etti bunun hiç',
    ),
  ],
  [
    'fi',
    words(
      'ja on ei se että oli ovat hän mutta myös kun ole joka mukaan tai niin kuin olisi vuonna sen sekä jos jo nyt vain he me minä jotka mitä tämä siitä kanssa jälkeen ollut sitä tämän voi oman en sanoi kertoo kuitenkin vielä ne enää',
    ),
  ],
  [
    'id',
    words(
      'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka lebih kata sudah atau saat oleh menjadi orang ia telah adalah seperti sebagai para dia kepada bahwa kita namun masih belum secara setelah hanya banyak harus antara lalu tetapi kami tak',
    ),
  ],
  [
    'cs',
    words(
      'a v se na je že s z do o to i k ve za si by pro ale po jsem jako které který která tak od jeho jen nebo už při bylo byl aby jsou jejich také má podle není ze před co než až u',
    ),
  ],
  [
    'sk',
    words(
      'a v sa na je že s z do o to i k vo za si by pre ale po som ako ktoré ktorý ktorá tak od jeho len alebo už pri bolo bol aby sú ich tiež má podľa nie zo pred čo než až u',
    ),
  ],
  [
    'hr',
    words(
      'i u je se na da su za od s a o ne koji koja koje iz kao to bi što ali do nije će ili kako po te samo biti bio bila sve već nego pri oko nakon',
    ),
  ],
  [
    'hu',
    words(
      'a az és hogy nem is egy volt meg de csak van ez már ha mert mint még vagy sem azt be fel ki el ezt lesz nincs voltak után szerint között kell lehet pedig majd amely aki akik minden itt ott mondta',
    ),
  ],
  [
    'ro',
    words(
      'de și în a la cu pe care din nu că o un mai este sunt pentru au fost să ca se ce prin dar după fi al lui ale sau cel acest această doar am ar nici va le îl iar între',
    ),
  ],
  [
    'ca',
    words(
      'de la el i a que en les els per un una amb del és no al ha es va com més seva seu dels són o ho però ser hi als l d ens aquest aquesta també perquè entre sobre sense fins des segons',
    ),
  ],
  [
    'vi',
    words(
      'của và là có được cho trong các với không này một đã những người để khi từ cũng ở ra đến về như vào còn sẽ tại nói việc ông bà bị',
    ),
  ],
  [
    'sw',
    words('ya wa na kwa ni la za katika kuwa hii cha hiyo huo kama wake yake lakini pia baada si au alisema wao bila'),
  ],
  [
    'tl',
    words('ang ng sa na ay mga at si ni para kay ito siya hindi may nang kung mula dahil isang rin din niya ko po'),
  ],
]);
