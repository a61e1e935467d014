import { allIn, childrenOf, firstIn, parseXml, wordsIn, type XmlElement } from '../xml/tree.ts';
import { type Cue, secondsOf } from './cue.ts';

/** The cues of Timed Text (W3C TTML 1 and 2, as broadcasters send them), with the agents that its head names. */
export function ttmlCues(xml: string): Cue[] {
  const root = parseXml(xml);
  const agents = new Map(
    [...allIn(root, 'agent')].flatMap((agent) => {
      const name = wordsIn(firstIn(agent, 'name'));
      return agent.attributes.id && name ? [[agent.attributes.id, name] as const] : [];
    }),
  );
  const { tickRate = '1', frameRate = '30' } = root.attributes;
  const seconds = (time: string | undefined) => timeOf(time ?? '', Number(tickRate), Number(frameRate));
  return [...allIn(root, 'p')].map((cue) => {
    const { begin, end, agent } = cue.attributes;
    const voice = agents.get(agent ?? '');
    const lines = linesIn(cue).map((words) => (voice ? { voice, words } : { words }));
    return { start: seconds(begin), end: seconds(end ?? begin), lines };
  });
}

/** "00:00:01.500", "00:00:01:12" (frames), "1.5s", "90000t" (ticks) → seconds */
function timeOf(printed: string, tickRate: number, frameRate: number): number {
  const offset = /^([\d.]+)(h|ms|m|s|t|f)$/u.exec(printed);
  if (offset) {
    const units: Readonly<Record<string, number>> = {
      h: 3600,
      m: 60,
      s: 1,
      ms: 0.001,
      t: 1 / tickRate,
      f: 1 / frameRate,
    };
    return Number(offset[1]) * units[offset[2]!]!;
  }
  const parts = printed.split(':');
  if (parts.length === 4) return secondsOf(parts.slice(0, 3).join(':')) + Number(parts[3]) / frameRate;
  return secondsOf(printed) || 0;
}

/** The lines of a cue, which `<br/>` ends. */
function linesIn(cue: XmlElement): string[] {
  let text = '';
  const walk = (element: XmlElement) => {
    for (const child of element.children) {
      if (typeof child === 'string') text += child.replace(/\s+/gu, ' ');
      else if (child.name === 'br') text += '\n';
      else if (childrenOf(child, 'metadata').length === 0) walk(child);
    }
  };
  walk(cue);
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
