import type { Explanation } from '../explain/explanation.js';
import { firstDifference } from '../explain/first-difference.js';
import { utf8ByteString } from '../form/byte-string.js';
import type { Mask } from './redaction.js';

/** Where two strings part, once some of them is masked. */
function difference(
  { expected, received, firstDifference: before }: Explanation,
  mask: Mask,
): Pick<Explanation, 'firstDifference'> {
  if (before === undefined || expected === undefined || received === undefined) return {};
  const [right, wrong] = [mask.signed(expected), mask.signed(received)];
  if (right === expected && wrong === received) return { firstDifference: before };
  const after = firstDifference(utf8ByteString(right), utf8ByteString(wrong));
  return after === undefined ? {} : { firstDifference: after };
}

/** An explanation with the secrets in its texts masked. */
export function maskedExplanation(explanation: Explanation, mask: Mask): Explanation {
  const { firstDifference: _, ...kept } = explanation;
  const { summary, expected, received, argument, accounts, stack } = kept;
  return {
    ...kept,
    summary: mask.text(summary),
    ...(expected !== undefined && { expected: mask.signed(expected) }),
    ...(received !== undefined && { received: mask.signed(received) }),
    ...(argument !== undefined && { argument: mask.text(argument) }),
    ...(accounts !== undefined && { accounts: accounts.map((account) => mask.text(account)) }),
    ...(stack !== undefined && { stack: mask.text(stack) }),
    ...difference(explanation, mask),
  };
}
