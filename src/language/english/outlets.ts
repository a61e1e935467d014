import { alternation, words } from '../words.ts';

/** Outlets and agencies. The lists are our own. */

/** Names of outlets; `OUTLET_ENDINGS` catches those that are made with a usual word. */
export const OUTLETS =
  words(`bbc cnn reuters afp ap bloomberg politico npr cbs nbc abc msnbc itv pbs rté rte breitbart buzzfeed vox axios slate salon vice tass xinhua
  guardian telegraph economist spectator newsweek time huffpost wsj nyt ft dpa pa efe wired quartz semafor propublica aljazeera c-span cnbc gawker mediaite haaretz`);

const ENDINGS = words(
  'Times Post Gazette Herald Guardian Telegraph Mail Mirror Sun Independent Journal Tribune Chronicle Observer Courier Examiner Inquirer Dispatch Standard Globe Argus Echo Bugle Sentinel Star Press News Review Magazine Today Radio TV Television Broadcasting Monitor Register Advertiser Ledger Record Bulletin Weekly Daily Express Beast Reporter Atlantic Nation Yorker Jazeera Spiegel Monde',
);

/** Names that end with one of these words are outlets': “The Larkhaven Courier”, “Radio Tarn” has it first. */
export const OUTLET_ENDINGS = new RegExp(`\\b${alternation(ENDINGS)}$`, 'u');

/** Generic words for an outlet mentioned before. */
export const OUTLET_NOUNS = words(
  'paper newspaper magazine broadcaster outlet website site daily weekly tabloid broadsheet network agency channel station publication journal programme program',
);

/** Where people post. */
export const PLATFORMS: readonly string[] = [
  ...words(
    'X Twitter Facebook Instagram Telegram TikTok YouTube LinkedIn Bluesky Mastodon Threads Snapchat Reddit Weibo',
  ),
  'Truth Social',
];
