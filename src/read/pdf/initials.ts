import { isFormOfOrdinary, isOrdinary } from '../../language/english/ordinary-words.ts';
import type { Piece } from './pieces.ts';

/** A large initial is so many times as high as the text that it begins. */
const TIMES = 1.8;
/** A page has no more; many large letters are a picture, or signs. */
const MOST = 20;

/** Pieces in which the large initial that begins an article stands on the line of its word, in letters of its size. */
export function withInitials(pieces: readonly Piece[]): Piece[] {
  const usual = pieces.map(({ size }) => size).sort((a, b) => a - b)[pieces.length >> 1] ?? 0;
  const initials = new Set(pieces.filter(({ text, size }) => size > usual * TIMES && /^["“‘]?\p{Lu}$/u.test(text)));
  if (initials.size > MOST) return [...pieces];
  return pieces.map((piece) => {
    if (!initials.has(piece)) return piece;
    const beside = pieces.filter(
      ({ left, y, size }) =>
        size * TIMES < piece.size &&
        left >= piece.right - size * 0.3 &&
        left < piece.right + size &&
        y >= piece.y - size * 0.5 &&
        y < piece.y + piece.size,
    );
    if (beside.length < 2) return piece;
    const first = beside.reduce((high, other) => (other.y > high.y ? other : high));
    const gap = isWord(piece.text, first.text) ? first.size * 0.3 : 0;
    return { ...piece, y: first.y, size: first.size, right: first.left - gap };
  });
}

/** Whether a letter is a word of its own before another: "A council", not "A fter". */
function isWord(letter: string, next: string): boolean {
  const [word] = /^\p{L}+/u.exec(next) ?? [''];
  const whole = letter.replace(/[^\p{L}]/gu, '').toLowerCase() + word.toLowerCase();
  return (
    /^["“‘]?[AI]$/u.test(letter) && isOrdinary(word.toLowerCase()) && !isOrdinary(whole) && !isFormOfOrdinary(whole)
  );
}
