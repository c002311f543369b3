/**
 * Whether two texts are equal, in a time that depends on the expected one's length alone, so that
 * nobody can feel their way to a signature.
 */
export function sameText(expected: string, given: string): boolean {
  let difference = expected.length ^ given.length;
  for (let at = 0; at < expected.length; at++) {
    // Past the end of `given` this is NaN, which the bit operation takes as 0.
    difference |= expected.charCodeAt(at) ^ given.charCodeAt(at);
  }
  return difference === 0;
}
