/** How sure a machine is of the letters of lines, 0–1, to the hundredth; a long line counts for more than a short one. */
export function confidenceOf(lines: readonly { readonly text: string; readonly confidence?: number }[]): number {
  const letters = lettersIn(lines);
  const sum = lines.reduce((total, { text, confidence = 0 }) => total + text.length * confidence, 0);
  return letters === 0 ? 0 : Math.round((100 * sum) / letters) / 100;
}

/** How many letters lines have, with their spaces. */
export function lettersIn(lines: readonly { readonly text: string }[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
