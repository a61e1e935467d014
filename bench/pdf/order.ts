/** The words of a text, as they are compared: letters and digits, in small letters. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** How many words two texts have in the same order: the length of their longest common subsequence. */
export function inOrder(first: readonly string[], second: readonly string[]): number {
  let above = new Uint32Array(second.length + 1);
  for (const word of first) {
    const row = new Uint32Array(second.length + 1);
    for (const [i, other] of second.entries())
      row[i + 1] = word === other ? above[i]! + 1 : Math.max(above[i + 1]!, row[i]!);
    above = row;
  }
  return above[second.length]!;
}
