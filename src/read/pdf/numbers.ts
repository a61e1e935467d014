import type { Row } from './rows.ts';

/** Fewer numbers under each other are a list; legislation counts every fifth line. */
const LEAST = { everyLine: 8, everyFifth: 4 } as const;

/** Rows without the numbers of lines that stand beside them, as in transcripts, pleadings and bills. */
export function withoutLineNumbers(rows: readonly Row[]): Row[] {
  const numbers = lineNumbers(rows, (row) => row[0]!, 'right') ?? lineNumbers(rows, (row) => row.at(-1)!, 'left');
  if (!numbers) return [...rows];
  return rows.map((row) => row.filter((piece) => !numbers.has(piece))).filter((row) => row.length > 0);
}

type Piece = Row[number];

/** @param side where the text stands, from the numbers */
function lineNumbers(
  rows: readonly Row[],
  candidateOf: (row: Row) => Piece,
  side: 'left' | 'right',
): ReadonlySet<Piece> | undefined {
  const candidates = rows.map(candidateOf).filter(({ text }) => /^\d{1,3}$/u.test(text.trim()));
  for (const edge of ['right', 'left'] as const) {
    const numbers = countedUp(aligned(candidates, edge));
    if (!numbers || isRanking(rows, numbers)) continue;
    const others = rows.flat().filter((piece) => !numbers.has(piece));
    const [from, to] = [
      Math.min(...[...numbers].map(({ left }) => left)),
      Math.max(...[...numbers].map(({ right }) => right)),
    ];
    const beside = others.filter(({ left, right }) => (side === 'right' ? left >= to : right <= from));
    if (beside.length >= others.length * 0.9) return numbers;
  }
  return undefined;
}

/** Those whose edges are under each other, where most are. */
function aligned(pieces: readonly Piece[], edge: 'left' | 'right'): Piece[] {
  const places = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const place = Math.round(piece[edge] / 4);
    for (const key of [place - 1, place, place + 1]) {
      const group = places.get(key);
      if (group) group.push(piece);
      else places.set(key, [piece]);
    }
  }
  return [...places.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

/** The numbers, if nearly each is one more than that above it, or five, at even distances. */
function countedUp(pieces: readonly Piece[]): ReadonlySet<Piece> | undefined {
  const steps = pieces.slice(1).map((piece, i) => Number(piece.text) - Number(pieces[i]!.text));
  const distances = pieces.slice(1).map((piece, i) => pieces[i]!.y - piece.y);
  const middle = [...distances].sort((a, b) => a - b)[distances.length >> 1] ?? 0;
  const areEven = distances.filter((distance) => Math.abs(distance - middle) < middle * 0.25).length;
  if (areEven < distances.length * 0.8) return undefined;
  const isStep = (step: number) => steps.filter((own) => own === step).length >= steps.length * 0.9;
  const isCounted = (pieces.length >= LEAST.everyLine && isStep(1)) || (pieces.length >= LEAST.everyFifth && isStep(5));
  return isCounted ? new Set(pieces) : undefined;
}

/** A table of ranks has numbers at both ends of its rows. */
function isRanking(rows: readonly Row[], numbers: ReadonlySet<Piece>): boolean {
  const numbered = rows.filter((row) => row.length > 1 && row.some((piece) => numbers.has(piece)));
  const isNumber = ({ text }: Piece) => /^[\d.,%–-]+$/u.test(text.trim());
  return numbered.filter((row) => isNumber(row[0]!) && isNumber(row.at(-1)!)).length > numbered.length / 2;
}
