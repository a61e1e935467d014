/** Words of a line of Markdown: emphasis, links, images, marks of notes and code marks taken out, the words kept. */
export function plainWords(line: string): string {
  return withoutStrong(
    line
      .replace(/\[\^[\w-]{1,40}\](?::\s*)?/gu, '')
      .replace(/!\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/gu, '$1')
      .replace(/\[([^[\]]+)\]\((?:[^()]|\([^()]*\))*\)/gu, '$1')
      .replace(/^#{1,6}\s+/u, ''),
  )
    .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\\([*_#[\]()>`-])/gu, '$1')
    .trimEnd();
}

/** "**Costs** rose" → "Costs rose". A pattern would look for the end of each opening mark anew, up to the end of the line. */
function withoutStrong(line: string): string {
  const opening = /(\*\*|__)(?=\S)/gu;
  const closing: Record<string, RegExp> = { '**': /(?<=\S)\*\*/gu, __: /(?<=\S)__/gu };
  const unclosed = new Set<string>();
  let plain = '';
  let from = 0;
  for (let open = opening.exec(line); open; open = opening.exec(line)) {
    const mark = open[1]!;
    const end = unclosed.has(mark) ? null : firstFrom(closing[mark]!, line, open.index + mark.length + 1);
    if (!end) {
      unclosed.add(mark);
      opening.lastIndex = open.index + 1;
      continue;
    }
    plain += line.slice(from, open.index) + line.slice(open.index + mark.length, end.index);
    from = end.index + mark.length;
    opening.lastIndex = from;
  }
  return plain + line.slice(from);
}

/** The first match of a global pattern from a place on. */
function firstFrom(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}
