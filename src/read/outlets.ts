import { readFileSync } from 'node:fs';
import { OnrecordError } from '../document/index.ts';

/**
 * The names of outlets by the hosts that they print at. A line is a host and a name; the hosts under it (`edition.`, `www.`)
 * are meant too.
 */
const HOSTS = `
abc.net.au ABC News (Australia)
abcnews.go.com ABC News
aljazeera.com Al Jazeera
apnews.com Associated Press
arstechnica.com Ars Technica
axios.com Axios
bbc.co.uk BBC
bbc.com BBC
bloomberg.com Bloomberg
bostonglobe.com The Boston Globe
businessinsider.com Business Insider
cbc.ca CBC
cbsnews.com CBS News
channel4.com Channel 4
chicagotribune.com Chicago Tribune
cnbc.com CNBC
cnn.com CNN
csmonitor.com The Christian Science Monitor
dailymail.co.uk Daily Mail
dailymaverick.co.za Daily Maverick
dawn.com Dawn
dw.com Deutsche Welle
economist.com The Economist
euronews.com Euronews
express.co.uk Daily Express
forbes.com Forbes
foxnews.com Fox News
france24.com France 24
ft.com Financial Times
globalnews.ca Global News
hindustantimes.com Hindustan Times
huffpost.com HuffPost
independent.co.uk The Independent
indianexpress.com The Indian Express
inews.co.uk i
irishtimes.com The Irish Times
japantimes.co.jp The Japan Times
kyivindependent.com The Kyiv Independent
latimes.com Los Angeles Times
lemonde.fr Le Monde
metro.co.uk Metro
mirror.co.uk Daily Mirror
motherjones.com Mother Jones
msnbc.com MSNBC
nationalreview.com National Review
nbcnews.com NBC News
ndtv.com NDTV
newsweek.com Newsweek
newyorker.com The New Yorker
npr.org NPR
nypost.com New York Post
nytimes.com The New York Times
nzherald.co.nz The New Zealand Herald
pbs.org PBS
politico.com Politico
politico.eu Politico Europe
propublica.org ProPublica
reuters.com Reuters
rnz.co.nz RNZ
rte.ie RTÉ
scmp.com South China Morning Post
scotsman.com The Scotsman
semafor.com Semafor
sky.com Sky News
slate.com Slate
smh.com.au The Sydney Morning Herald
spectator.co.uk The Spectator
standard.co.uk Evening Standard
straitstimes.com The Straits Times
stuff.co.nz Stuff
techcrunch.com TechCrunch
telegraph.co.uk The Telegraph
theage.com.au The Age
theatlantic.com The Atlantic
theconversation.com The Conversation
theglobeandmail.com The Globe and Mail
theguardian.com The Guardian
thehill.com The Hill
thehindu.com The Hindu
theintercept.com The Intercept
thenation.com The Nation
thestar.com Toronto Star
thesun.co.uk The Sun
thetimes.co.uk The Times
thetimes.com The Times
theverge.com The Verge
time.com Time
timesofindia.indiatimes.com The Times of India
usatoday.com USA Today
vox.com Vox
washingtonpost.com The Washington Post
washingtontimes.com The Washington Times
wired.com Wired
wsj.com The Wall Street Journal
`;

const OUTLETS = tableOf(HOSTS);

/** Lines of a host and a name → a table. Empty lines and those that begin with `#` are left out. */
function tableOf(lines: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const line of lines.split(/\r?\n/u)) {
    const [host = '', ...words] = line.trim().split(/[\s,;]+/u);
    const name = words.join(' ').replaceAll('"', '');
    if (host !== '' && name !== '' && !host.startsWith('#')) table.set(host.toLowerCase().replace(/^www\./u, ''), name);
  }
  return table;
}

/** The host of an address, without "www."; empty for what is no address. */
export function hostOf(address: string): string {
  try {
    return new URL(address).hostname.replace(/^www\./u, '');
  } catch {
    return '';
  }
}

/** The table of a person, by the file that it was read from. */
let added: { readonly file: string; readonly table: ReadonlyMap<string, string> } | undefined;

/**
 * The names that a person gave to hosts: lines of a host and a name in the file that `ONRECORD_OUTLETS` names.
 *
 * @throws OnrecordError `wrong-usage` where the file cannot be read
 */
function addedOutlets(): ReadonlyMap<string, string> {
  const file = process.env.ONRECORD_OUTLETS;
  if (!file) return new Map();
  if (added?.file !== file) {
    try {
      added = { file, table: tableOf(readFileSync(file, 'utf8')) };
    } catch (cause) {
      throw new OnrecordError('wrong-usage', `ONRECORD_OUTLETS names ${file}, which cannot be read`, { cause });
    }
  }
  return added.table;
}

/**
 * The outlet of a page: what a person calls its host, else what the page calls itself, else the name of the host by the
 * table, else what its title ends with, else the host. Undefined where nothing is known, and for bare numbers. Throws as `addedOutlets` does.
 *
 * @param named the name that the page gives
 * @param inTitle the name that its title ends with
 */
export function outletOf(
  address: string | undefined,
  named?: string | undefined,
  inTitle?: string | undefined,
): string | undefined {
  const host = address === undefined ? '' : hostOf(address);
  if (!host.includes('.') || /^[\d.:]+$/u.test(host)) return named ?? inTitle;
  return nameIn(addedOutlets(), host) ?? named ?? nameIn(OUTLETS, host) ?? inTitle ?? host;
}

/** The name of a host, or of one that it is under. */
function nameIn(table: ReadonlyMap<string, string>, host: string): string | undefined {
  for (let at = host; at.includes('.'); at = at.slice(at.indexOf('.') + 1)) {
    const name = table.get(at);
    if (name !== undefined) return name;
  }
  return undefined;
}
