/** A piece of two strings that are compared; one that only one of them has leaves the other out. */
export interface AlignedPiece {
  readonly expected?: string;
  readonly received?: string;
}

/** The most pairs of pieces that are weighed against each other; longer strings are compared as a whole. */
const MOST = 1_000_000;

/** Splits a string to sign behind its path and behind each "&". */
function pieces(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=&|^[^?&=]*\?)/);
}

/** What says that two pieces are about the same thing: the name of the parameter; the path is one too. */
function nameOf(piece: string): string {
  if (piece.endsWith('?')) return '?';
  return piece.replace(/&$/, '').split('=', 1)[0] ?? '';
}

function likeness(one: string, other: string): number {
  if (one === other) return 3;
  return nameOf(one) === nameOf(other) ? 1 : 0;
}

/** How well each pair of tails fits together at best. */
function weigh(expected: readonly string[], received: readonly string[]): number[][] {
  const best = Array.from({ length: expected.length + 1 }, () => Array<number>(received.length + 1).fill(0));
  for (let one = expected.length - 1; one >= 0; one--) {
    for (let other = received.length - 1; other >= 0; other--) {
      const like = likeness(expected[one] ?? '', received[other] ?? '');
      const both = like === 0 ? 0 : like + (best[one + 1]?.[other + 1] ?? 0);
      const row = best[one];
      if (row !== undefined) row[other] = Math.max(both, best[one + 1]?.[other] ?? 0, row[other + 1] ?? 0);
    }
  }
  return best;
}

/**
 * Lays two strings to sign beside each other, parameter by parameter, so that one that is missing,
 * added or elsewhere does not make all that follows look different.
 *
 * @param whole compares them as they are, in one piece
 */
export function alignStrings(expected: string, received: string, whole = false): AlignedPiece[] {
  const [left, right] = [pieces(expected), pieces(received)];
  if (whole || left.length * right.length > MOST) return [{ expected, received }];
  const best = weigh(left, right);
  const aligned: AlignedPiece[] = [];
  let [one, other] = [0, 0];
  for (;;) {
    const [mine, theirs] = [left[one], right[other]];
    if (mine === undefined && theirs === undefined) return aligned;
    const here = best[one]?.[other] ?? 0;
    if (mine !== undefined && theirs !== undefined) {
      const like = likeness(mine, theirs);
      if (like > 0 && here === like + (best[one + 1]?.[other + 1] ?? 0)) {
        aligned.push({ expected: mine, received: theirs });
        one++;
        other++;
        continue;
      }
    }
    if (mine !== undefined && (theirs === undefined || here === (best[one + 1]?.[other] ?? 0))) {
      aligned.push({ expected: mine });
      one++;
    } else if (theirs !== undefined) {
      aligned.push({ received: theirs });
      other++;
    }
  }
}
