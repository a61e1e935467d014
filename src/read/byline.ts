/** "By Petra Holm" → "Petra Holm". */
export function withoutBy(byline: string): string {
  return byline.replace(/^(?:words\s+)?by:?\s+/iu, '').trim();
}
