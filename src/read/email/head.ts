/** Fields that a message begins with; two of them are enough. */
const FIELDS =
  /^(?:return-path|received|delivered-to|message-id|mime-version|from|to|subject|date|content-type|list-id|dkim-signature|x-[\w-]+):/iu;

/** Whether a text is a message of e-mail, by its first lines. */
export function looksLikeEmail(text: string): boolean {
  const head = text.slice(0, 20_000).split(/\r?\n\r?\n/u, 1)[0]!;
  const lines = head.split(/\r?\n/u).filter((line) => !/^\s/u.test(line));
  const fields = lines.filter((line) => /^[\w-]+:/u.test(line));
  const known = new Set(fields.filter((line) => FIELDS.test(line)).map((line) => line.split(':', 1)[0]!.toLowerCase()));
  return fields.length === lines.length && known.size >= 3 && known.has('from');
}
