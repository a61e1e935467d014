/** The characters of windows-1252 at 0x80 to 0x9f; the five places that it leaves empty have a space. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Every control character but tabs and line breaks, halves of surrogate pairs, and what is no character at all (U+FFFE). */
const CONTROL = /(?![\t\n\v\f\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/**
 * Text without control characters: no document has any. U+0080 to U+009F are what decoders of ISO 8859-1 make of text in
 * windows-1252, so they become what was meant, as in HTML: U+0093 is “.
 */
export function withoutControls(text: string): string {
  return text.replace(CONTROL, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]?.trim() ?? '');
}
