/** Fields that a message begins with; two of them are enough. */
const FIELDS =
  /^(?:return-path|received|delivered-to|message-id|mime-version|from|to|subject|date|content-type|list-id|dkim-signature|x-[\w-]+):/iu;

/** Whether a text is a message of e-mail, by its first lines. */
export function looksLikeEmail(text: string): boolean {
  const lines = unfolded(text);
  const fields = fieldsIn(lines);
  const known = new Set([...fields.keys()].filter((name) => FIELDS.test(`${name}:`)));
  return lines.every((line) => FIELD.test(line)) && known.size >= 3 && known.has('from');
}

/** Whether a text is a page that a browser saved as MHTML (RFC 2557): related parts that nobody sent to anybody. */
export function looksLikeSavedPage(text: string): boolean {
  const lines = unfolded(text);
  const fields = fieldsIn(lines);
  if (!lines.every((line) => FIELD.test(line)) || !/^multipart\/related\b/iu.test(fields.get('content-type') ?? ''))
    return false;
  const isSaved = fields.has('snapshot-content-location') || /\bsaved by\b/iu.test(fields.get('from') ?? '');
  return isSaved || !['to', 'received', 'message-id', 'from'].some((name) => fields.has(name));
}

/** Whether a message has several parts, of which some may be attached. */
export function hasParts(text: string): boolean {
  return /^multipart\/(?!alternative)/iu.test(fieldsIn(unfolded(text)).get('content-type') ?? '');
}

const FIELD = /^[\w-]+:/u;

/** The lines of a message's head, each field on one. */
function unfolded(text: string): string[] {
  const head = text.slice(0, 20_000).split(/\r?\n\r?\n/u, 1)[0]!;
  return head.replace(/\r?\n[ \t]/gu, ' ').split(/\r?\n/u);
}

/** The fields of a head by their names in small letters; of several of one name the first. */
function fieldsIn(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const name = line.split(':', 1)[0]!.toLowerCase();
    if (FIELD.test(line) && !fields.has(name)) fields.set(name, line.slice(name.length + 1).trim());
  }
  return fields;
}

/** The fields of a message or of one of its parts, and what stands below them. */
export function splitPart(part: string): { fields: Map<string, string>; body: string } {
  const end = /\r?\n\r?\n/u.exec(part);
  const body = end ? part.slice(end.index + end[0].length) : '';
  return { fields: fieldsIn(unfolded(part.slice(0, end?.index ?? part.length))), body };
}
